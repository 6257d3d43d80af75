"""What tells the kind of a name: where it stands, what the lexicons know, what its whole article tells of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property

from dateline.grammar.words import WordClass
from dateline.knowledge.countries import KnownPlace, countries_by_capital, demonym, places_named
from dateline.knowledge.names import fold, initials, person_words
from dateline.knowledge.nouns import PERSONS, noun_kind
from dateline.knowledge.organizations import Organization, known_organization
from dateline.language import Name, Tokens
from dateline.proper_names.called import is_called

_LOCATIVE = WordClass("where", "whither")
_SETTLED = WordClass("settled place")
_SUFFIXES = frozenset("Co Inc Corp Ltd LLC PLC Plc GmbH".split())


class ToldNames:
    """What the whole article tells of its names: votes for kinds, surnames of full names, what is called a town."""

    def __init__(self, tokens: Tokens, names: list[Name]) -> None:
        self.votes: dict[str, Counter[str]] = defaultdict(Counter)
        self.surnames: set[str] = set()
        self.settled: set[str] = set()
        self.called: set[str] = set()  # bodies by the noun before them
        self.clubs: set[str] = set()
        self.shortened: set[str] = set()  # what bodies of several words may be shortened to
        self.firms: set[str] = set()  # what stands before "Co." or "Inc."
        self.full: dict[str, int] = {}  # where a surname is first told with a given name
        self.titled: set[str] = set()  # names of one word behind a title: "President Obama"
        self.bare: dict[str, int] = {}  # where a name of one word is first told in the body
        for name in names:
            key = fold(tokens.text[name.start : name.end])
            self.votes[key][name.kind] += 1
            if _is_settled(tokens, name):
                self.settled.add(key)
            if name.last - name.first == 1 and is_called(tokens, name.first) and not demonym(key):
                self.called.add(key)
            if name.kind == "PERSON" and name.last - name.first > 1:
                self.surnames.add(fold(tokens.word[name.last - 1]))
            if name.last - name.first == 1 and _is_titled(tokens, name.first):
                self.titled.add(key)
            if name.kind == "ORG" and name.last - name.first > 2:
                self.shortened |= initials(tokens.text[name.start : name.end])
            if name.kind == "ORG" and name.last - name.first > 1 and tokens.word[name.last - 1].endswith("s"):
                self.clubs.add(fold(tokens.word[name.last - 1]))
            if name.last - name.first > 1 and tokens.word[name.last - 1].rstrip(".") in _SUFFIXES:
                self.firms.add(key.rpartition(" ")[0])
            if tokens.word[name.last : name.last + 1] and tokens.word[name.last].rstrip(".") in _SUFFIXES:
                self.firms.add(key)
            if name.kind == "PERSON" and name.last - name.first > 1:
                self.full.setdefault(key.rpartition(" ")[2], name.first)
            elif tokens.sentences[tokens.sentence[name.first]].part != "headline":
                self.bare.setdefault(key, name.first)


def _is_settled(tokens: Tokens, name: Name) -> bool:
    """Tell "the town of Gao": the words before call it a place."""
    before = [word.lower() for word in tokens.word[max(0, name.first - 2) : name.first]]
    return len(before) == 2 and before[1] == "of" and tokens.word[name.first - 2] in _SETTLED


def _is_titled(tokens: Tokens, word: int) -> bool:
    """Tell "President Obama" from "the president" and "Mayor of Lisbon"."""
    before = tokens.word[word - 1] if word else ""
    return before.istitle() and noun_kind(before.lower()) in PERSONS


class SeenName:
    """A name where it stands, and what lexicons and article tell of it; each is looked up when first asked."""

    def __init__(self, tokens: Tokens, name: Name, told: ToldNames) -> None:
        self.tokens, self.name, self.kind = tokens, name, name.kind
        self.text = tokens.text[name.start : name.end]
        self.key = fold(self.text)
        self.count, self.settled = told.votes[self.key], self.key in told.settled
        self.called, self.titled = self.key in told.called, self.key in told.titled
        capitals = self.text.replace(".", "")
        self.short = capitals.isupper() and len(capitals) > 2 and capitals in told.shortened
        self.is_firm = self.key in told.firms or self.key.rpartition(" ")[0] in told.firms
        self.alone_first = told.bare.get(self.key, len(tokens)) < told.full.get(self.key, -1)
        self.is_surname, self.is_club = self.key in told.surnames, self.key in told.clubs

    @cached_property
    def known(self) -> Organization | None:
        return known_organization(self.text)

    @cached_property
    def place(self) -> KnownPlace | None:
        return next(iter(places_named(self.text)), None)

    @cached_property
    def before(self) -> str:
        return self.tokens.word[self.name.first - 1] if self.name.first else ""

    @property
    def located(self) -> bool:
        return self.place is not None and self.before.lower() in _LOCATIVE

    @property
    def single(self) -> bool:
        return " " not in self.key

    @property
    def capital(self) -> bool:
        return self.key in countries_by_capital()

    @property
    def plain(self) -> bool:
        """No surname, of this article or of anybody."""
        return not self.is_surname and self.key not in person_words("surname")
