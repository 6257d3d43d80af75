"""Did it happen? happened, ongoing, planned, hypothetical or denied, from the grammar round an event word.

Method: rules with their examples (`verb_status`, `noun_status`; docs/rules.md shows them), asked in order, about the
word itself and about what governs it. Where they rest on form alone, what the encoder reads of the whole sentence may
turn them; then comes the date against publication.
"""

from __future__ import annotations

from datetime import date

from dateline.events.claims import is_called_off
from dateline.events.moods import DENIAL, INTENT, WISH
from dateline.events.noun_status import NOUNS
from dateline.events.records import DENIED, HAPPENED, HYPOTHETICAL, ONGOING, PLANNED
from dateline.events.verb_status import VERBS
from dateline.grammar import relations as rel
from dateline.grammar.tree import Tree
from dateline.grammar.verbs import verb_group
from dateline.rules import Rulebook

BOOKS: tuple[Rulebook, ...] = (VERBS, NOUNS)
_DEPTH = 40  # words that govern one another; deeper is no sentence
TOO_DEEP = "no rule"
AHEAD = "day ahead"
READ = "read in its context"
SURE = 0.7  # log odds from which on the encoder's reading turns a status
# Rules of form, which leave open whether it came about: "was forced to act", "could see", "a chance to win".
_OPEN = frozenset(
    (
        "governed", "modal", "infinitive of a noun", "under what is open", "completes", "asked",
        "with the verb before", "object of a wish or plan", "of a wish or plan",
    )
)  # fmt: skip
# Rules that take a form for a fact: "I thought we won", "is opening a branch".
_TAKEN = frozenset(
    (
        "past",
        "present",
        "going on",
        "completes",
        "with the verb before",
        "participle of a noun",
        "news in the present",
    )
)


class Statuses:
    """The statuses of the words of one text; each word is judged once.

    Parameters
    ----------
    tree : Tree
        The parse of the text.
    classes : dict of int to str, optional
        TimeML classes of the event words.
    deeds : frozenset of int
        Tokens that name a deed of a moment, whose simple present tells news ("denies", "meets"), not a state.
    without : str
        The name of a rule that is switched off, to see what it does.
    """

    def __init__(
        self,
        tree: Tree,
        classes: dict[int, str] | None = None,
        deeds: frozenset[int] = frozenset(),
        without: str = "",
    ) -> None:
        self.tree, self.classes, self.deeds, self.without = tree, classes or {}, deeds, without
        self._known: dict[int, tuple[str, str]] = {}
        self._depth = 0

    def of(self, token: int) -> str:
        """Judge one word."""
        return self.judged(token)[0]

    def judged(self, token: int) -> tuple[str, str]:
        """Judge one word, and name the rule that judged it."""
        if token not in self._known:
            if self._depth > _DEPTH:
                return HAPPENED, TOO_DEEP
            self._depth += 1
            self._known[token] = HAPPENED, TOO_DEEP  # also ends a walk in circles, should heads be wrong
            self._known[token] = self._judge(token)
            self._depth -= 1
        return self._known[token]

    def _judge(self, token: int) -> tuple[str, str]:
        tree = self.tree
        if tree.is_noun(token) and not tree.kids(token, rel.COPULA):
            found = NOUNS.first(self, token, without=self.without)
        else:
            found = VERBS.first(self, token, verb_group(tree, token), without=self.without)
        return found if found[0] else (HAPPENED, TOO_DEEP)

    def mood(self, head: int) -> str:
        """Say what a governing word makes of what it governs: planned, hypothetical, denied, or "" (no matter)."""
        tree = self.tree
        lemma = tree.lemma(head)
        if lemma in DENIAL or is_called_off(tree, head):
            return HAPPENED if tree.is_verb(head) and verb_group(tree, head).negated else DENIED
        if lemma in INTENT:
            own = self.of(head)
            return own if own in (HYPOTHETICAL, DENIED) else PLANNED
        return HYPOTHETICAL if lemma in WISH else ""


def with_reading(status: str, rule: str, odds: float | None) -> tuple[str, str]:
    """Turn a status that rests on form alone where the encoder, which sees the sentence, surely reads it otherwise.

    Parameters
    ----------
    status, rule : str
        As judged by the rules.
    odds : float, optional
        Log odds that what the word tells happened; None where nothing was read.

    Examples
    --------
    >>> with_reading("hypothetical", "governed", 2.5)
    ('happened', 'read in its context')
    >>> with_reading("hypothetical", "doubted", 2.5)
    ('hypothetical', 'doubted')
    >>> with_reading("happened", "past", -2.0)
    ('hypothetical', 'read in its context')
    """
    if odds is None or abs(odds) < SURE:
        return status, rule
    if odds > 0 and status in (PLANNED, HYPOTHETICAL) and rule in _OPEN:
        return HAPPENED, READ
    if odds < 0 and status in (HAPPENED, ONGOING) and rule in _TAKEN:
        return (PLANNED if rule == "going on" else HYPOTHETICAL), READ
    return status, rule


def with_date(status: str, rule: str, first: date | None, published: date | None) -> tuple[str, str]:
    """Correct a status by its date: what lies after publication has not happened yet."""
    if published is None or first is None:
        return status, rule
    return (PLANNED, AHEAD) if first > published and status in (HAPPENED, ONGOING) else (status, rule)
