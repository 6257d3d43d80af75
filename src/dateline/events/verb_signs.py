"""Small signs round a verb that the rules of its status ask for: conditions, questions, infinitives, a shared "not"."""

from __future__ import annotations

from dateline.events.moods import CONDITIONAL_MARKS
from dateline.grammar import relations as rel
from dateline.grammar.contractions import plain
from dateline.grammar.frames import REPORTING_VERBS
from dateline.grammar.tree import Tree
from dateline.grammar.verbs import VerbGroup, verb_group
from dateline.grammar.words import WordClass

ACCUSING = frozenset("accuse accusation allegation allege rumor rumour suppose suspect suspicion".split())
_AFTERWARDS = frozenset("afterward afterwards eventually later subsequently ultimately".split())
_RANKS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth last latest only".split()
)
_INVERTED = frozenset(("had", "should", "were"))
_THEN = frozenset("would could might will should may".split())
_ASKING = WordClass("finite auxiliary", "modal", "future auxiliary")
_WH = frozenset("who whom whose what which when where why how".split())
_FAR = 40  # words of a sentence looked through
_EDGES = frozenset(("verge", "brink", "point", "edge", "cusp"))
_DUE = frozenset("due expected meant scheduled set slated supposed".split())
_BEFORE_TO = frozenset("have be remain".split())


def shares_negation(tree: Tree, token: int) -> bool:
    """Tell the "conceded" of "has not endorsed her or conceded": it shares the subject, so the "not" too."""
    head = tree.governor(token, rel.CONJUNCT)
    if head < 0 or not tree.is_verb(head):
        return False
    own = tree.kids(token, rel.SUBJECT, rel.PASSIVE_SUBJECT, rel.AUXILIARY, rel.PASSIVE_AUXILIARY, rel.MARKER)
    joined = any(tree.lemma(child) in ("or", "nor") for child in tree.kids(token, rel.COORDINATOR))
    return joined and not own and verb_group(tree, head).negated


def is_neither(tree: Tree, token: int) -> bool:
    """Tell the "gave" of "Neither Chad nor Togo gave a reason"."""
    words = tree.tokens.word
    return any(
        plain(words[child]) == "neither"
        for subject in tree.kids(token, rel.SUBJECT, rel.PASSIVE_SUBJECT)
        for child in tree.kids(subject, rel.BEFORE_COORDINATION)
    )


def is_reported_past(tree: Tree, token: int) -> bool:
    """Tell what somebody said of his present: "Chad said it was [searching]"."""
    head = tree.governor(token, rel.COMPLEMENT)
    if head < 0 or tree.lemma(head) not in REPORTING_VERBS:
        return False
    return verb_group(tree, head).tense == "PAST"


def no_longer(tree: Tree, token: int) -> bool:
    """Tell "no longer trades", "can no longer hold"."""
    words = tree.tokens.word
    return any(
        plain(words[child]) == "longer" and child > 0 and plain(words[child - 1]) == "no"
        for child in tree.kids(token, rel.ADVERB)
    )


def is_turned(tree: Tree, adverb: int, token: int) -> bool:
    """Tell "nearly killed", "almost fell" from "almost certainly killed", "grew almost as fast"."""
    following = adverb + 1
    while following < token and tree.tokens.tag[following].startswith("VB"):
        following += 1
    return following == token or adverb == token - 1


def is_future_in_past(tree: Tree, token: int) -> bool:
    """Tell "would later resign", "would go on to win" from what only might come."""
    return goes_on(tree, token) or any(
        tree.tokens.word[child].lower() in _AFTERWARDS for child in tree.kids(token, rel.ADVERB)
    )


def goes_on(tree: Tree, token: int) -> bool:
    """Tell the "go on" of "go on to win"."""
    on = tree.lemma(token) == "go" and any(tree.lemma(child) == "on" for child in tree.dependents(token))
    return on and bool(tree.kids(token, rel.CONTROLLED, rel.ADVERBIAL_CLAUSE))


def is_perfect(tree: Tree, token: int) -> bool:
    """Tell "to have left" from "to leave"."""
    return any(tree.tokens.word[child].lower() == "have" for child in tree.kids(token, rel.AUXILIARY))


def in_condition(tree: Tree, token: int, depth: int = 0) -> bool:
    """Tell whether the word stands in a clause after if, unless, whether."""
    tokens = tree.tokens
    for child in tree.dependents(token):
        if tree.stands_as(child, rel.MARKER) and tokens.word[child].lower() in CONDITIONAL_MARKS:
            return True
    if in_case(tree, token):
        return True
    head = tree.governor(token)
    # "if talks fail": also where the subject is taken for a verb
    shared = (
        tree.stands_as(token, rel.CONJUNCT, rel.SUBJECT) and head >= 0 and tree.is_verb(head) and depth < 5
    )
    return shared and in_condition(tree, head, depth + 1)


def in_inverted_condition(tree: Tree, token: int) -> bool:
    """Tell the first clause of "Had Chad fired, Togo would have acted", whatever heads the parser chose."""
    tokens = tree.tokens
    sentence = tokens.sentences[tokens.sentence[token]]
    first, last = sentence.first, min(sentence.last, sentence.first + _FAR)
    while first < last and not tokens.word[first][:1].isalpha():
        first += 1
    if not first < token < last or plain(tokens.word[first]) not in _INVERTED:
        return False
    words = [plain(word) for word in tokens.word[first:last]]
    if "?" in words or "," not in words or tokens.tag[first + 1][:2] not in ("NN", "PR", "DT", "EX", "JJ"):
        return False
    comma = first + words.index(",")
    if token > comma or not _THEN & set(words[comma - first :]):
        return False
    between = range(first + 2, comma)
    done = [at for at in between if tokens.tag[at] in ("VBN", "VBD")]
    if words[0] == "had":
        return bool(done)
    return words[0] == "should" or any(tokens.tag[at] == "TO" for at in between)


def is_asked(tree: Tree, token: int) -> bool:
    """Tell the main verb of "Did Chad fire?" from those of "Why did Chad fire?" and "Chad fired?"."""
    tokens = tree.tokens
    if not tree.stands_as(token, rel.ROOT, rel.CONJUNCT, rel.ASIDE, rel.COMPLEMENT):
        return False
    sentence = tokens.sentences[tokens.sentence[token]]
    ending = tokens.word[max(sentence.first, sentence.last - 2) : sentence.last]
    if not any("?" in word for word in ending):
        return False
    helpers = [child for child in tree.kids(token, *rel.HELPERS) if plain(tokens.word[child]) in _ASKING]
    subjects = [*tree.kids(token, rel.SUBJECT, rel.PASSIVE_SUBJECT, rel.EXPLETIVE), token]
    if not helpers or helpers[0] > subjects[0] or subjects[0] == helpers[0] + 1 == token:
        return False
    opening = range(max(sentence.first, helpers[0] - 4), helpers[0])
    return not any(plain(tokens.word[word]) in _WH for word in opening)


def _to_before(tree: Tree, token: int) -> int:
    """Find the "to" of an infinitive, with only adverbs and helpers between (-1: none)."""
    tokens = tree.tokens
    first = tokens.sentences[tokens.sentence[token]].first
    for near in range(token - 1, max(first, token - 5) - 1, -1):
        if plain(tokens.word[near]) == "to":
            return near
        if tokens.tag[near][:2] not in ("RB", "VB"):
            break
    return -1


def has_to_before(tree: Tree, token: int, words: tuple[str, ...]) -> bool:
    """Tell an infinitive whose "to" follows one of these: "has [yet] to sign", "is [about] to sign", "[be] to"."""
    tokens = tree.tokens
    first, to = tokens.sentences[tokens.sentence[token]].first, _to_before(tree, token)
    if to <= first:
        return False
    before = to - 1
    while before > first and tokens.tag[before].startswith("RB") and plain(tokens.word[before]) not in words:
        before -= 1
    if words == ("be",):
        return _is_be_to(tree, token, before)
    if plain(tokens.word[before]) not in words or tree.governor(before) > token:
        return False
    near = tokens.lemma[max(first, before - 4) : before]
    return any(lemma.lower() in _BEFORE_TO for lemma in near)


def word_before_to(tree: Tree, token: int) -> int:
    """Find the word right before the "to" of an infinitive, past adverbs: "was [due] to speak" (-1: none)."""
    tokens = tree.tokens
    first, to = tokens.sentences[tokens.sentence[token]].first, _to_before(tree, token)
    if to <= first:
        return -1
    before = to - 1
    while before > first and tokens.tag[before].startswith("RB"):
        before -= 1
    return before


def is_on_the_edge(tree: Tree, before: int) -> bool:
    """Tell the preposition of "on the verge of resigning", "came close to melting"."""
    words = [plain(word) for word in tree.tokens.word[max(0, before - 3) : before + 1]]
    if words[-1:] == ["of"]:
        return len(words) > 3 and words[-2] in _EDGES and words[-4] in ("on", "to", "at")
    return words[-2:] == ["close", "to"] and not {"how", "not"} & set(words)


def is_too_much_to(tree: Tree, token: int) -> bool:
    """Tell "too ill to travel"."""
    before, tokens = word_before_to(tree, token), tree.tokens
    return before > 0 and tokens.tag[before] in ("JJ", "RB") and plain(tokens.word[before - 1]) == "too"


def _is_be_to(tree: Tree, token: int, before: int) -> bool:
    """Tell "is to follow" from "his wish is to follow"."""
    tokens = tree.tokens
    helpers = tree.kids(token, rel.AUXILIARY, rel.COPULA, rel.PASSIVE_AUXILIARY)
    return before in helpers and tokens.tag[before] in ("VBP", "VBZ", "VBD")


def is_finite(tree: Tree, token: int, group: VerbGroup) -> bool:
    """Tell a verb with a tense of its own from infinitives and participles."""
    if (
        group.tense in ("PAST", "FUTURE")
        or group.modal
        or (group.tense == "PRESENT" and group.aspect != "NONE")
    ):
        return True
    finite = ("VBD", "VBP", "VBZ", "MD")
    tags = (tree.tokens.tag[word] for word in (token, *tree.kids(token, *rel.HELPERS)))
    return group.tense == "PRESENT" and any(tag in finite for tag in tags)


def in_case(tree: Tree, token: int) -> bool:
    """Tell the clause of "in case Chad fires"."""
    words = tree.tokens.word
    return any(
        plain(words[mark]) == "in" and plain(words[mark + 1]) == "case"
        for mark in tree.kids(token, rel.MARKER)
        if mark + 1 < len(words)
    )


def is_had_due(tree: Tree, token: int) -> bool:
    """Tell the "spend" of "had been due to spend", which did not come about as planned."""
    words, first = tree.tokens.word, tree.tokens.sentences[tree.tokens.sentence[token]].first
    before = word_before_to(tree, token)
    if before <= first + 1 or plain(words[before]) not in _DUE:
        return False
    near = [plain(word) for word in words[max(first, before - 4) : before]]
    return "had" in near and "been" in near


def is_ranked(tree: Tree, head: int) -> bool:
    """Tell "the first woman", "the largest bank" from other nouns."""
    tokens = tree.tokens
    words = (word for word in tree.kids(head, rel.ADJECTIVE, rel.NUMBER, rel.DETERMINER) if word < head)
    return any(tokens.tag[word] in ("JJS", "RBS") or is_ordinal(tokens.word[word].lower()) for word in words)


def is_ordinal(word: str) -> bool:
    """Tell "first", "last", "only", "23rd" from other words before a noun."""
    return word in _RANKS or (word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th")))


def of_time_clause(tree: Tree, token: int, marks: frozenset[str]) -> int:
    """Find what waits for "once he arrives" (-1: the word heads no such clause)."""
    found = {tree.lemma(mark) for mark in tree.kids(token, rel.MARKER, rel.ADVERB)}
    return tree.governor(token) if tree.stands_as(token, rel.ADVERBIAL_CLAUSE) and found & marks else -1


def sentence_is_present(tree: Tree, token: int) -> bool:
    """Tell whether the main clause above is in the present tense."""
    for head in tree.heads(token):
        if tree.is_root(head):
            return verb_group(tree, head).tense in ("PRESENT", "FUTURE")
    return True
