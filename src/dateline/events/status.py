"""Did it happen? happened, ongoing, planned, hypothetical or denied, from the grammar round an event word.

Method: the word's own tense, modal and negation first; then what governs it (verbs and nouns of intention, wish, fear,
denial, conditionals), inherited down the tree; then the date against publication. Nouns: `noun_status`.
"""

from __future__ import annotations

from datetime import date

from dateline.events.arguments import is_passive
from dateline.events.limits import until_then
from dateline.events.moods import (
    CONDITIONAL_MARKS,
    DENIAL,
    DOUBTS,
    IMPLICATIVE,
    INTENT,
    ONGOING_VERBS,
    PERFORMED,
    PURPOSE,
    REPORTING_VERBS,
    TIME_MARKS,
    WISH,
)
from dateline.events.records import DENIED, HAPPENED, HYPOTHETICAL, ONGOING, PLANNED, UNREAL
from dateline.events.tree import Tree, VerbGroup, verb_group
from dateline.events.verb_signs import goes_on, is_future_in_past, is_perfect, shares_negation

_RANKS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth last latest only".split()
)
_ACCUSING = frozenset("accuse accusation allegation allege rumor rumour suppose suspect suspicion".split())
_RIGHTS = frozenset("right reason way ability place time something nothing anything lot".split())
_DEPTH = 40  # words that govern one another; deeper is no sentence
_CLAUSES = ("xcomp", "ccomp", "acl", "obj", "csubj", "advcl", "obl", "dep", "nmod", "parataxis")


class Statuses:
    """The statuses of the words of one text; each word is judged once.

    `deeds` are tokens that name a deed of a moment, whose simple present tells news ("denies", "meets"), not a state.
    """

    def __init__(
        self, tree: Tree, classes: dict[int, str] | None = None, deeds: frozenset[int] = frozenset()
    ) -> None:
        self.tree, self.classes, self.deeds = tree, classes or {}, deeds
        self._known: dict[int, str] = {}
        self._depth = 0

    def of(self, token: int) -> str:
        """Judge one word."""
        if token not in self._known:
            if self._depth > _DEPTH:
                return HAPPENED
            self._depth += 1
            self._known[token] = HAPPENED  # also ends a walk in circles, should heads be wrong
            self._known[token] = self._judge(token)
            self._depth -= 1
        return self._known[token]

    def _judge(self, token: int) -> str:
        from dateline.events.noun_status import noun_status

        if self.tree.is_noun(token) and not self.tree.kids(token, "cop"):
            return noun_status(self, token)
        return self._verb(token)

    def _verb(self, token: int) -> str:
        tree, group = self.tree, verb_group(self.tree, token)
        if in_condition(tree, token) or any(
            tree.lemma(child) in DOUBTS for child in tree.kids(token, "advmod")
        ):
            return HYPOTHETICAL
        if (group.negated or shares_negation(tree, token)) and not until_then(tree, token):
            return DENIED
        if group.tense == "FUTURE":  # "I hope they will follow", "denies that it will attack"
            return self._of_clause_above(token) or PLANNED
        if group.modal:
            return _modal(tree, token, group)
        if _is_to_be(tree, token, group):
            return PLANNED
        if not _is_finite(tree, token, group):
            return self._nonfinite(token, group)
        return self._of_clause_above(token) or self._finite(token, group)

    def _finite(self, token: int, group: VerbGroup) -> str:
        """Judge a finite verb that nothing governs: by tense and aspect."""
        tree = self.tree
        if group.tense != "PRESENT" or (group.aspect == "PERFECTIVE" and tree.is_verb(token)):
            return HAPPENED
        if "PROGRESSIVE" in group.aspect:
            if tree.lemma(token) in PERFORMED:
                return HAPPENED
            return PLANNED if tree.lemma(token) == "go" and tree.kids(token, "xcomp") else ONGOING
        if tree.kids(token, "cop") or tree.lemma(token) in ONGOING_VERBS:
            return ONGOING
        class_ = self.classes.get(token, "OCCURRENCE")
        if class_ in ("STATE", "I_STATE"):
            return ONGOING
        headline = tree.tokens.sentences[tree.tokens.sentence[token]].part == "headline"
        undergone = tree.tokens.tag[token] == "VBN"  # "is detained": it lasts
        told = not undergone and (token in self.deeds or class_ in ("REPORTING", "I_ACTION"))
        return HAPPENED if told or headline else self._of_time_clause(token) or ONGOING

    def _of_time_clause(self, token: int) -> str:
        """Judge "once he arrives, talks will begin" as what it waits for is judged; "" elsewhere."""
        tree = self.tree
        head = tree.tokens.head[token]
        marks = {tree.lemma(mark) for mark in tree.kids(token, "mark", "advmod")}
        if tree.tokens.relation[token] != "advcl" or head < 0 or not marks & TIME_MARKS:
            return ""
        above = self.of(head)
        return above if above in (PLANNED, HYPOTHETICAL) else ""

    def _nonfinite(self, token: int, group: VerbGroup) -> str:
        """Judge infinitives and participles by what they hang on."""
        tree = self.tree
        head, relation = tree.tokens.head[token], tree.tokens.relation[token]
        infinitive = group.tense == "INFINITIVE"
        if head < 0:
            return PLANNED if infinitive else HAPPENED
        if relation == "conj":
            return self.of(head)
        if _is_outcome(tree, token, group):
            return self.of(tree.tokens.head[head])
        if relation in _CLAUSES:
            found = self._governed_clause(token, head, relation, infinitive)
            if found:
                return found
        if relation in ("acl", "amod") and group.tense == "PRESPART" and not tree.kids(token, "mark", "case"):
            return ONGOING if _sentence_is_present(tree, token) else HAPPENED
        return HAPPENED

    def _governed_clause(self, token: int, head: int, relation: str, infinitive: bool) -> str:
        tree = self.tree
        if relation in ("acl", "xcomp", "ccomp") or (relation == "advcl" and infinitive):
            mood = self.mood(head)
            if mood and infinitive and tree.lemma(head) in PURPOSE and is_passive(tree, head):
                return HYPOTHETICAL  # "drafts intended to prohibit": a purpose is no plan of somebody
            if mood not in (DENIED, PLANNED) and infinitive and is_perfect(tree, token):
                return self._of_perfect(head)
            if mood or (relation == "acl" and infinitive):
                return mood or self._of_ranked(head) or self._of_infinitive_told_of(token, head)
        above = self.of(head) if tree.is_verb(head) or infinitive else ""
        if relation == "advcl" and infinitive and (tree.lemma(head) in IMPLICATIVE or goes_on(tree, head)):
            return above or HAPPENED
        if relation == "advcl" and infinitive:
            return above if above in UNREAL else HYPOTHETICAL
        if relation == "xcomp":
            return above or HAPPENED
        if above in (PLANNED, HYPOTHETICAL) and relation != "acl":
            return above
        return DENIED if above == DENIED and relation == "obj" else ""

    def _of_perfect(self, head: int) -> str:
        """Judge "are said to have left", which others tell as done, and "is alleged to have left"."""
        above = self.of(head)
        if self.tree.lemma(head) in _ACCUSING or above == HYPOTHETICAL:
            return HYPOTHETICAL
        return DENIED if above == DENIED else HAPPENED

    def _of_infinitive_told_of(self, token: int, head: int) -> str:
        """Judge an infinitive that a noun carries: a headline's "Chad to join the union", "a vote to be held"."""
        tree, tokens = self.tree, self.tree.tokens
        headline = tokens.sentences[tokens.sentence[token]].part == "headline"
        to_be_done = is_passive(tree, token) and tree.lemma(head) not in _RIGHTS
        return PLANNED if to_be_done or (headline and tokens.head[head] < 0) else HYPOTHETICAL

    def _of_ranked(self, head: int) -> str:
        """Judge "the first woman to lead the bank" by the clause that says so; "" for a noun without a rank."""
        tree, tokens = self.tree, self.tree.tokens
        words = (word for word in tree.kids(head, "amod", "nummod", "det") if word < head)
        if not any(
            tokens.tag[word] in ("JJS", "RBS") or is_ordinal(tokens.word[word].lower()) for word in words
        ):
            return ""
        above = [head, *tree.heads(head)]
        verb = next((word for word in above if tree.is_verb(word) or tree.kids(word, "cop")), -1)
        return self.of(verb) if verb >= 0 and self.of(verb) in UNREAL else HAPPENED

    def mood(self, head: int) -> str:
        """Say what a governing word makes of what it governs: planned, hypothetical, denied, or "" (no matter)."""
        tree = self.tree
        lemma = tree.lemma(head)
        if lemma in DENIAL:
            return HAPPENED if tree.is_verb(head) and verb_group(tree, head).negated else DENIED
        if lemma in INTENT:
            own = self.of(head)
            return own if own in (HYPOTHETICAL, DENIED) else PLANNED
        return HYPOTHETICAL if lemma in WISH else ""

    def _of_clause_above(self, token: int, depth: int = 0) -> str:
        """Judge a finite clause by the word it completes: "denies that it planned", "fears that it attacks"."""
        tree = self.tree
        head, relation = tree.tokens.head[token], tree.tokens.relation[token]
        if head < 0 or relation not in ("ccomp", "xcomp", "acl", "conj"):
            return ""
        if relation == "conj":
            listed = tree.is_verb(head) and head < token and depth < _DEPTH
            return self._of_clause_above(head, depth + 1) if listed else ""
        lemma = tree.lemma(head)
        if lemma in DENIAL and lemma != "cancel":
            return DENIED
        return HYPOTHETICAL if lemma in WISH else ""


def is_ordinal(word: str) -> bool:
    """Tell "first", "last", "only", "23rd" from other words before a noun."""
    return word in _RANKS or (word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th")))


def with_date(status: str, first: date | None, published: date | None) -> str:
    """Correct a status by its date: what lies after publication has not happened yet."""
    if published is None or first is None:
        return status
    return PLANNED if first > published and status in (HAPPENED, ONGOING) else status


def in_condition(tree: Tree, token: int, depth: int = 0) -> bool:
    """Tell whether the word stands in a clause after if, unless, whether."""
    tokens = tree.tokens
    for child in tree.children[token]:
        if tokens.relation[child] == "mark" and tokens.word[child].lower() in CONDITIONAL_MARKS:
            return True
    head = tokens.head[token]
    # "if talks fail": also where the subject is taken for a verb
    shared = tokens.relation[token] in ("conj", "nsubj") and head >= 0 and tree.is_verb(head) and depth < 5
    return shared and in_condition(tree, head, depth + 1)


def _is_outcome(tree: Tree, token: int, group: VerbGroup) -> bool:
    """Tell "fired to clear the road, killing two": what the shots did, not what they were for."""
    tokens, head = tree.tokens, tree.tokens.head[token]
    after_purpose = tokens.relation[head] == "advcl" and verb_group(tree, head).tense == "INFINITIVE"
    comma = token > 0 and tokens.word[token - 1] == ","
    return group.tense == "PRESPART" and tokens.relation[token] == "advcl" and comma and after_purpose


def _modal(tree: Tree, token: int, group: VerbGroup) -> str:
    """Judge a verb with a modal; "would" in reported speech is a future told in the past."""
    reported = group.modal in ("would", "'d", "’d") and "have" not in group.auxiliaries
    if reported and not any(
        in_condition(tree, child) for child in tree.children[token] if tree.is_verb(child)
    ):
        for head in tree.heads(token):
            if tree.is_verb(head) and tree.lemma(head) in REPORTING_VERBS:
                return PLANNED
            if tree.tokens.relation[head] in ("root", "conj"):
                break
        if is_future_in_past(tree, token):
            return HAPPENED
    return HYPOTHETICAL


def _is_to_be(tree: Tree, token: int, group: VerbGroup) -> bool:
    """Tell "are to follow" from other infinitives: be + to + verb as one clause."""
    tokens = tree.tokens
    if group.tense != "PRESENT":
        return False
    tos = [child for child in tree.children[token] if tokens.tag[child] == "TO"]
    bes = [c for c in tree.kids(token, "aux", "cop", "aux:pass") if tokens.tag[c] in ("VBP", "VBZ", "VBD")]
    return bool(tos and bes and bes[0] < tos[0])


def _is_finite(tree: Tree, token: int, group: VerbGroup) -> bool:
    if group.tense == "PAST" or (group.tense == "PRESENT" and group.aspect != "NONE"):
        return True
    finite = ("VBD", "VBP", "VBZ", "MD")
    tags = (tree.tokens.tag[word] for word in (token, *tree.kids(token, "aux", "aux:pass", "cop")))
    return group.tense == "PRESENT" and any(tag in finite for tag in tags)


def _sentence_is_present(tree: Tree, token: int) -> bool:
    """Tell whether the main clause above is in the present tense."""
    for head in tree.heads(token):
        if tree.tokens.head[head] < 0:
            return verb_group(tree, head).tense in ("PRESENT", "FUTURE")
    return True
