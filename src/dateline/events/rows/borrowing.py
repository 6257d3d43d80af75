"""What a clause takes from above: its subject, or the noun that a relative clause tells of."""

from __future__ import annotations

from dateline.events.rows.phrases import cases, subtree
from dateline.events.rows.room import WORDS
from dateline.events.rows.syntax import Parse
from dateline.events.rows.wording import borrowed_subject
from dateline.grammar import relations as rel
from dateline.grammar.clauses import SUBJECTS, gap_above, is_clausal, is_infinitive, reduced_head
from dateline.grammar.words import WordClass

_INTRANSITIVE = WordClass("intransitive", also=["go", "live", "speak", "talk", "travel", "work"])
# "the way he won in Oslo": in what way
_NO_OBJECTS = frozenset(
    "city country day hour moment month night place reason time town way week year".split()
)
_KINDS = frozenset("kind one sort that those type".split())  # "the kind that kills" names nobody


def subject_above(parse: Parse, token: int, date: tuple[int, int] | None) -> set[int]:
    """Find what stands for a missing or relative subject: that of the verb above, or the noun told of."""
    joined_to = reduced_head(parse, token)  # "built by Norway and bought by Chad"
    token = joined_to if joined_to >= 0 else token
    told_of = parse.stands_as(token, *rel.CLAUSES_OF_A_NOUN)
    if told_of and (
        joined_to >= 0 or _is_passive(parse, token) or not is_infinitive(parse, token)
    ):  # "a talk to be held"
        subject = parse.governor(token)
        if parse.lemma(subject) in _KINDS:
            return set()
    else:
        subject = borrowed_subject(parse, token)
    if told_of and subject >= 0:
        subject = _named_by(parse, subject)
    found = subtree(parse, subject, date, short=True) if subject >= 0 else set()
    found -= _told_before(parse, subject)
    found -= {word for child in cases(parse, subject) for word in subtree(parse, child, None)}
    return found if len(found) < WORDS else set()


def _named_by(parse: Parse, noun: int) -> int:
    """Find whom a noun tells of: "Ann Lee is the judge who freed him" is of Ann Lee; "it was Ann Lee who" is not of it.

    Examples: "Roe is a liar who fled" is of Roe; "the man who fled" and "there are men who fled" of the men.
    """
    t = parse.tokens
    if not parse.kids(noun, rel.COPULA):
        return noun
    subjects = parse.kids(noun, *SUBJECTS)
    named = [child for child in subjects if t.tag[child].startswith("NN")]
    return named[-1] if named else noun


def _told_before(parse: Parse, noun: int) -> set[int]:
    """List "it was" of "it was Ann Lee who fled"."""
    if noun < 0 or not parse.kids(noun, rel.COPULA):
        return set()
    kinds = (*SUBJECTS, *rel.HELPERS, rel.EXPLETIVE, rel.ADVERB, rel.MARKER, rel.COORDINATOR)
    parts = [child for child in parse.kids(noun, *kinds) if child < noun]
    return {word for part in parts for word in subtree(parse, part, None)}


def acts_on_its_noun(parse: Parse, token: int) -> bool:
    """Tell a relative clause that acts on the noun it tells of: "the state which Obama won", "the race he won"."""
    t = parse.tokens
    if not parse.stands_as(token, rel.RELATIVE_CLAUSE) or _is_passive(parse, token):
        return False
    if any(gap_above(parse, said) >= 0 for said in parse.kids(token, rel.COMPLEMENT)):
        return True
    children = parse.dependents(token)
    objects = [
        child
        for child in children
        if parse.stands_as(child, *rel.OBJECTS, rel.COMPLEMENT, rel.CONTROLLED, rel.OBLIQUE, rel.COPULA)
    ]
    relative = [child for child in objects if t.tag[child] in ("WDT", "WP")]
    subject = [
        child for child in children if parse.stands_as(child, *SUBJECTS) and t.tag[child] not in ("WDT", "WP")
    ]
    if all(parse.stands_as(child, rel.OBLIQUE) and child > token for child in objects) and not relative:
        if _lacks_no_object(parse, token):
            return False
        objects = []
    if not subject or (objects and not parse.stands_as(objects[0], rel.OBJECT)) or (objects and not relative):
        return False
    return bool(relative) or not any(t.tag[child] in ("WDT", "WP", "WRB") for child in children)


def object_above(parse: Parse, token: int, kept: set[int], date: tuple[int, int] | None) -> set[int]:
    """Find the noun that a relative clause acts on: "the state which Obama won", "the race he won"."""
    if not acts_on_its_noun(parse, token):
        return set()
    t, children = parse.tokens, parse.dependents(token)
    subject = [
        child for child in children if parse.stands_as(child, *SUBJECTS) and t.tag[child] not in ("WDT", "WP")
    ]
    noun = parse.governor(token)
    opening = [child for child in children if t.tag[child] in ("WDT", "WP")]
    first = min([token, *opening, *(min(parse.under(child)) for child in subject)])
    near = first - 1 - (t.word[first - 1] == "," or t.tag[first - 1] == "WDT")
    if near != noun and parse.governor(near, rel.FLAT, rel.COMPOUND, rel.NUMBER) != noun:
        return set()  # "his event in Ohio, which he won"
    if is_clausal(parse, noun):
        return set()
    found = subtree(parse, noun, date, short=True)
    found -= {word for child in cases(parse, noun) for word in subtree(parse, child, None)}
    return found if len(found) + len(kept) <= WORDS else set()


def _lacks_no_object(parse: Parse, verb: int) -> bool:
    """Tell "the day he left for Oslo" and "the man he spoke with at home" from "the costs he put on firms"."""
    t = parse.tokens
    if parse.lemma(verb) in _INTRANSITIVE or parse.lemma(parse.governor(verb)) in _NO_OBJECTS:
        return True
    return any(
        t.tag[child] in ("IN", "TO", "RP") and not parse.dependents(child) for child in parse.dependents(verb)
    )


def _is_passive(parse: Parse, token: int) -> bool:
    return bool(parse.kids(token, rel.PASSIVE_AUXILIARY))
