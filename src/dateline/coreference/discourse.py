"""What has been spoken of so far: each thing with its latest mentions, and what is known of its gender and number."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.coreference.naming import Entry
from dateline.coreference.referents import Referent
from dateline.grammar.tree import tree_of
from dateline.knowledge.given_names import given_name_gender
from dateline.knowledge.names import fold, person_name
from dateline.language import Tokens

RECENT = 40  # mentions of a thing that signals ask


@dataclass(eq=False)
class Thing:
    """One person, body, place or thing that the text speaks of."""

    entity: str  # "" where no name says who it is
    kind: str
    gender: str
    number: str
    mentions: list[Referent] = field(default_factory=list)
    guessed: set[int] = field(default_factory=set)  # heads of mentions too unsure to be told
    sure: float = 1.0  # how sure it is that the latest mention is one
    heads: set[str] = field(default_factory=set)  # the plain nouns it was called by
    doubted: bool = False  # it may be a body named before that its noun fits, though that was not sure
    by_pronoun: bool = False  # its gender is only that of a pronoun tied to it

    @property
    def told_gender(self) -> str:
        """The gender that its name, title or noun tells; one that a tie has given speaks for no further tie."""
        return "" if self.by_pronoun else self.gender

    @property
    def latest(self) -> Referent:
        return self.mentions[-1]

    @property
    def recent(self) -> list[Referent]:
        """The mentions that signals ask, so that a long text takes no longer a word."""
        return self.mentions[-RECENT:]


def gender_of(entry: Entry) -> str:
    """Tell the gender of a person by title, role or given name, "" if unknown."""
    if entry.gender:
        return entry.gender
    for name in entry.names:
        parts = person_name(name)
        gender = given_name_gender(parts.given or (parts.surname,))
        if gender:
            return gender
    return ""


class Discourse:
    """The things spoken of so far; phrases with the same noun and a definite article are one thing."""

    def __init__(self, tokens: Tokens, entries: dict[str, Entry]):
        self.tokens = tokens
        self.entries = entries
        self.tree = tree_of(tokens)
        called = [n for e in entries.values() if e.kind != "PERSON" for n in {e.name, *e.names}]
        self.speech: list[int] = []  # number of the direct speech that each token stands in, -1: none
        self.sorts = {words[-1] for name in called if len(words := fold(name).split()) > 1}
        self.recent: list[Thing] = []  # the one mentioned last stands last
        self._named: dict[str, Thing] = {}
        self._plain: dict[tuple[str, str], Thing] = {}

    def named(self, referent: Referent) -> Thing:
        """Find or make the thing of a mention whose entity is known."""
        thing = self._named.get(referent.entity)
        if thing is None:
            entry = self.entries.get(referent.entity)
            gender = gender_of(entry) if entry and entry.kind == "PERSON" else ""
            kind = entry.kind if entry else referent.kind
            thing = self._named[referent.entity] = Thing(referent.entity, kind, gender, referent.number)
        return thing

    def plain(self, referent: Referent) -> Thing:
        """Find or make the thing that a noun without a name stands for."""
        noun = fold(self.tokens.lemma[referent.head])
        key = noun, referent.number
        again = referent.definite == "definite"
        thing = self._plain.get(key) if again else None
        if thing is None:
            thing = Thing("", referent.kind, referent.gender, referent.number, heads={noun})
            self._plain[key] = thing
        return thing

    def add(self, thing: Thing, referent: Referent) -> None:
        """Note a mention of a thing; it is the latest from now on."""
        thing.mentions.append(referent)
        if referent.form != "pronoun":
            thing.sure = 1.0
        if self.recent and self.recent[-1] is thing:
            return
        if len(thing.mentions) > 1:
            for at in range(len(self.recent) - 1, max(-1, len(self.recent) - 60), -1):
                if self.recent[at] is thing:
                    del self.recent[at]
                    break
        self.recent.append(thing)
        if len(self.recent) > 200:
            del self.recent[:100]
