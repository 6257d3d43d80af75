"""Which words name an event, and its TimeML class.

A word's odds come from counts on annotated news (see lexicons/SOURCES.md): how often this lemma with this
tag named an event, shrunk toward what is usual for its form when it is rare or new, then shifted by what stands
round it: its relation, head, dependents and neighbours. Method: log-odds pooling of counted rates; each view of the
surroundings shifts the odds by how much more often words so placed named events than the words alone let expect.
"""

from __future__ import annotations

import math

from dateline.events.counts import EVENT_ENDINGS, Count, TriggerCounts, coarse, trigger_counts
from dateline.events.records import Trigger
from dateline.events.surroundings import views
from dateline.grammar import relations as rel
from dateline.grammar.tree import Tree
from dateline.grammar.words import event_nouns

TAGS = frozenset("NN NNS NNP VB VBD VBG VBN VBP VBZ JJ JJR JJS IN RB CD MD".split())
THRESHOLD, CLAUSE_THRESHOLD = -0.1, -1.1  # the second for the past verb of a clause, which tells something
NEVER, HOPELESS = -9.0, -3.5  # views hardly lift a word whose own odds are lower
# tuned on the development texts; one weight for all views, for they overlap alike
WORD_WEIGHT, VIEW_WEIGHT = 0.9, 0.3
_WORD_PRIOR, _LEMMA_PRIOR = 7.0, 2.0
_EVENT_CASES = frozenset(("of", "to", "for", "on", "in", "with", "from", "against"))
_CLAUSES = frozenset((rel.ROOT, rel.COMPLEMENT, rel.ASIDE, rel.CONJUNCT))
_VERB_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
_SIBLING_TAGS = {"NN": ("NN", "NNS"), "NNS": ("NN", "NNS"), **dict.fromkeys(_VERB_TAGS, _VERB_TAGS)}


def find_triggers(tree: Tree, counts: TriggerCounts | None = None) -> list[Trigger]:
    """Find the tokens that name events, in order of the text.

    Parameters
    ----------
    tree : Tree
        The parse of one article.
    counts : TriggerCounts, optional
        Counts to judge by; those of the package when left out.

    Returns
    -------
    list of Trigger
        Token number, TimeML class (OCCURRENCE, REPORTING, STATE, I_ACTION, I_STATE, ASPECTUAL, PERCEPTION)
        and log-odds above the threshold.
    """
    counts = counts or trigger_counts()
    tokens, found = tree.tokens, []
    parts = [sentence.part for sentence in tokens.sentences]
    for token, tag in enumerate(tokens.tag):
        if tag not in TAGS or parts[tokens.sentence[token]] in ("dateline", "credit"):
            continue
        odds = trigger_odds(tree, token, counts)
        if odds >= (CLAUSE_THRESHOLD if _heads_clause(tree, token) else THRESHOLD):
            found.append(Trigger(token, trigger_class(tree, token, counts), odds))
    return found


def _heads_clause(tree: Tree, token: int) -> bool:
    """Tell the past-tense verb of a clause: "The crowd rioted"."""
    tokens = tree.tokens
    return tokens.tag[token] == "VBD" and tree.stands_as(token, *_CLAUSES)


def trigger_odds(tree: Tree, token: int, counts: TriggerCounts) -> float:
    """Give the log-odds that a token names an event."""
    odds = word_odds(tree, token, counts)
    if odds <= HOPELESS:
        return odds
    odds *= WORD_WEIGHT
    for view, values in views(tree, token):
        known = counts.surroundings.get(view, {})
        if len(values) == 1:  # nearly always
            seen = known.get(values[0])
            odds += VIEW_WEIGHT * seen.shift if seen else 0.0
        elif shifts := [known[value].shift for value in values if value in known]:
            odds += VIEW_WEIGHT * sum(shifts) / math.sqrt(len(shifts))
    return odds


def word_odds(tree: Tree, token: int, counts: TriggerCounts) -> float:
    """Give the log-odds that a token names an event by its lemma, tag and form alone."""
    tokens = tree.tokens
    tag, relation, lemma = tokens.tag[token], tree.relation(token), tree.lemma(token)
    word = counts.words.get((lemma, tag))
    if (
        tag == "NNP" or coarse(tag) == "other" or relation in (rel.AUXILIARY, rel.PASSIVE_AUXILIARY)
    ) and not word:
        return NEVER
    return _logit(_rate(word, _lemma_rate(lemma, tag, counts), _WORD_PRIOR))


def trigger_class(tree: Tree, token: int, counts: TriggerCounts) -> str:
    """Give the TimeML class of an event word: the one its lemma has most with such a complement."""
    lemma, kind = tree.lemma(token), coarse(tree.tokens.tag[token])
    use = complement(tree, token)
    for key in ((lemma, kind, use), (lemma, kind, "any"), ("", kind, use)):
        if key in counts.classes:
            return counts.classes[key]
    return "STATE" if kind == "adjective" else "OCCURRENCE"


def complement(tree: Tree, token: int) -> str:
    """Name what completes an event word: a finite clause, an infinitive, an event noun, an object, nothing."""
    relations = [tree.relation(child) for child in tree.dependents(token)]
    if rel.COMPLEMENT in relations:
        return "finite clause"
    noun = tree.is_noun(token)
    if rel.CONTROLLED in relations or (
        noun and (rel.ADNOMINAL_CLAUSE in relations or rel.ADVERBIAL_CLAUSE in relations)
    ):
        return "infinitive"
    objects = tree.kids(token, rel.OBJECT, rel.PASSIVE_SUBJECT)
    others = [
        word for word in tree.kids(token, rel.OBLIQUE, rel.NOUN_MODIFIER) if tree.case(word) in _EVENT_CASES
    ]
    if any(_is_event_noun(tree, word) for word in objects or others):
        return "event noun"
    return "object" if objects else "nothing"


def _is_event_noun(tree: Tree, token: int) -> bool:
    lemma = tree.lemma(token)
    return tree.is_noun(token) and (lemma in event_nouns() or lemma.endswith(EVENT_ENDINGS[:4]))


def _lemma_rate(lemma: str, tag: str, counts: TriggerCounts) -> float:
    """Give the rate of the lemma over its inflections, shrunk toward what is usual for its form."""
    tokens = events = 0
    for sibling in _SIBLING_TAGS.get(tag, (tag,)):
        count = counts.words.get((lemma, sibling))
        if count:
            tokens, events = tokens + count.tokens, events + count.events
    return (events + _LEMMA_PRIOR * form_rate(lemma, tag, counts)) / (tokens + _LEMMA_PRIOR)


def form_rate(lemma: str, tag: str, counts: TriggerCounts) -> float:
    """Give the usual rate of words of this form: by tag, for nouns by event list and ending."""
    count = counts.forms.get(form(lemma, tag), Count(0, 0))
    return (count.events + 0.5) / (count.tokens + 1)


def form(lemma: str, tag: str) -> str:
    """Name the form of a word: its tag; for nouns whether it is of the event list and has a verbal ending."""
    if tag not in ("NN", "NNS"):
        return tag
    listed = "listed" if lemma in event_nouns() else "other"
    return f"{listed} noun, {'verbal' if lemma.endswith(EVENT_ENDINGS) else 'plain'} ending"


def _rate(count: Count | None, prior: float, weight: float) -> float:
    if count is None:
        return prior
    return (count.events + weight * prior) / (count.tokens + weight)


def _logit(rate: float) -> float:
    rate = min(max(rate, 0.003), 0.997)
    return math.log(rate / (1 - rate))
