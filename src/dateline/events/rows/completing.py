"""What a clause must not lose to be true: how and how far, of what somebody is accused, which of several is meant."""

from __future__ import annotations

from dateline.events.rows.phrases import subtree
from dateline.events.rows.syntax import Parse
from dateline.grammar import relations as rel
from dateline.grammar.blaming import BLAMING
from dateline.grammar.clauses import SUBJECTS, is_infinitive
from dateline.grammar.words import WordClass
from dateline.language.lemmas import past_of

LEAST, ROOM = 3, 9  # words of a clause that may be left out, and is where it has fewer ("by saying") or more
# Prepositions before an "-ing" that a verb asks for: "accused him of lying", "fined for lying".
_ASKED_FOR = frozenset("against for from into of with".split())
_TRANSITIVE = WordClass("asks for an object")
_MEANS = frozenset(("by", "in"))  # "won by cheating"
# what stands behind these was done, if anything in the sentence was
_DONE = frozenset(("after", "before", "by", "since", "when", "while"))
# Adverbs that tie a sentence to others or tell when, and say nothing of the deed.
_TYING = frozenset(
    "accordingly afterward afterwards ago also anyway even besides consequently currently earlier finally furthermore "
    "hence here however indeed instead last later lately meanwhile moreover nevertheless next nonetheless now "
    "originally otherwise previously recently since so soon subsequently then there thereafter therefore thus today "
    "tomorrow too yesterday".split()
)


def tells_how(parse: Parse, verb: int, child: int) -> bool:
    """Tell an adverb that the deed is not the same without: "illegally", "twice", "almost"; not "however".

    Examples: "He was mistakenly freed" keeps its adverb; "She also left", "Only he knew" and "He left later" don't.
    """
    t = parse.tokens
    if not parse.stands_as(child, rel.ADVERB) or not t.tag[child].startswith("RB"):
        return False
    between = range(min(verb, child) + 1, max(verb, child))
    away = any(t.word[one] == "," or parse.stands_as(one, *SUBJECTS) for one in between)
    return t.word[child].lower() not in _TYING and not away


def completes(parse: Parse, verb: int, child: int) -> bool:
    """Tell a clause that a verb is not told without, or that is short enough to be told with it.

    Examples: "accused Lee of lying" and "used the speech to call for calm"; not "Having lost, he left".
    """
    t = parse.tokens
    if not parse.stands_as(child, rel.ADVERBIAL_CLAUSE, rel.ADNOMINAL_CLAUSE) or child < verb:
        return False
    first = _first(parse, child)
    if t.word[first - 1] == "," or parse.kids(child, *SUBJECTS):
        return False
    marks = _marks(parse, child) if t.tag[child] == "VBG" else frozenset()
    if marks & _ASKED_FOR:
        return True
    beside = is_infinitive(parse, child) or marks & _MEANS
    return bool(beside) and LEAST <= len(subtree(parse, child, None)) <= ROOM


def shares_an_object(parse: Parse, verb: int, child: int) -> set[int]:
    """Give the "and" of "banned and seized the papers", of which neither verb is told without the papers.

    Nothing for "resigned and sold the car": nobody resigns a car.
    """
    if child != verb + 2 or not parse.stands_as(child, rel.CONJUNCT) or parse.kids(verb, *rel.OBJECTS):
        return set()
    if parse.lemma(verb) not in _TRANSITIVE:
        return set()
    joint = parse.kids(child, rel.COORDINATOR)
    objects = parse.kids(child, rel.OBJECT)
    return {verb + 1} if joint == [verb + 1] and objects and not parse.kids(child, *SUBJECTS) else set()


def _marks(parse: Parse, clause: int) -> frozenset[str]:
    """List what opens a clause: prepositions, "after", "that", "to"."""
    t = parse.tokens
    opening = (rel.MARKER, rel.PREPOSITION)
    return frozenset(t.word[one].lower() for one in parse.kids(clause, *opening))


def is_blamed(parse: Parse, deed: int) -> bool:
    """Tell what the object of the verb above is blamed, thanked or banned for: "accused the firm of hiding oil".

    Examples: "sued the state for ousting her"; not "left the party for failing" or "paid a fine for parking".
    """
    if not parse.stands_as(deed, rel.ADVERBIAL_CLAUSE) or parse.is_root(deed):
        return False
    return bool(_marks(parse, deed) & BLAMING.get(parse.lemma(parse.governor(deed)), frozenset()))


def told_as_past(parse: Parse, deed: int) -> str:
    """Give the past tense for what hangs on another deed or on a noun: "Brann won, Moe scoring twice".

    Examples: "scored" also of "with Moe scoring twice", "before scoring twice" and "leading and scoring"; "was signed"
    of "Marcelo, signed in May, scored". "" for what stands with a helper or under a verb ("is scoring", "stopped
    scoring"), and for what a preposition leaves open ("without scoring", "plans for scoring", "accused of scoring").
    """
    t, clause = parse.tokens, deed
    if t.tag[deed] == "VBN":
        return _undergone(parse, deed)
    if t.tag[deed] == "VBG" and parse.stands_as(deed, rel.CONJUNCT) and t.tag[parse.governor(deed)] == "VBG":
        clause = parse.governor(deed)
    if t.tag[deed] != "VBG" or not parse.stands_as(clause, rel.ADVERBIAL_CLAUSE, rel.ADNOMINAL_CLAUSE):
        return ""
    helped = any(
        parse.stands_as(child, *rel.HELPERS) or t.word[child].lower() in ("not", "never")
        for child in parse.dependents(deed)
    )
    subjects = parse.kids(clause, *SUBJECTS)
    if any(t.tag[child] == "POS" for subject in subjects for child in parse.dependents(subject)):
        return ""  # "his party's good showing"
    done = _DONE | {"with"} if subjects else _DONE
    return "" if helped or _marks(parse, clause) - done else past_of(t.word[deed].lower())


def _undergone(parse: Parse, deed: int) -> str:
    """Tell "was signed" of "Marcelo, signed in May, scored" and of "scored after being signed in May"."""
    t, helpers = parse.tokens, parse.kids(deed, *rel.HELPERS)
    if parse.stands_as(deed, rel.ADVERBIAL_CLAUSE) and helpers == beings(parse, deed):
        subjects = parse.kids(parse.governor(deed), *SUBJECTS) if helpers else []
        done = not _marks(parse, deed) - _DONE
    else:
        subjects = (
            [parse.governor(deed)] if parse.stands_as(deed, rel.ADNOMINAL_CLAUSE) and not helpers else []
        )
        done = not parse.kids(deed, rel.MARKER)
    if not done or not subjects or parse.kids(deed, *SUBJECTS, rel.OBJECT):
        return ""
    noun = subjects[0]
    many = t.tag[noun] in ("NNS", "NNPS") or bool(parse.kids(noun, rel.CONJUNCT))
    return f"{'were' if many else 'was'} {t.word[deed].lower()}" if t.tag[noun].startswith("NN") else ""


def beings(parse: Parse, deed: int) -> list[int]:
    """Give the "being" of "after being signed"."""
    return [word for word in parse.kids(deed, *rel.HELPERS) if parse.tokens.word[word].lower() == "being"]


def with_tied(parse: Parse, kept: set[int]) -> set[int]:
    """Add what is written in one with a kept word, at a hyphen or stroke: "3-2", "pile-on", "and/or"."""
    ties = parse.once(_ties)
    out, stack = set(kept), list(kept)
    while stack:
        word = stack.pop()
        for tie, other in ((word + 1, word + 2), (word - 1, word - 2)):
            if tie not in ties or tie in out:
                continue
            if other not in out:
                stack.append(other)
            out |= {tie, other}
    return out


def _ties(parse: Parse, _: int) -> frozenset[int]:
    """List the hyphens and strokes of an article that join the words round them without a space."""
    t = parse.tokens
    strokes = (n for n, word in enumerate(t.word) if word == "/" and 0 < n < len(t.word) - 1)
    joining = {n for n in strokes if t.end[n - 1] == t.start[n] and t.end[n] == t.start[n + 1]}
    return frozenset(joining.union(n for n, word in enumerate(t.word) if word == "-" and t.ties(n)))


def _first(parse: Parse, top: int) -> int:
    """Find where a clause begins: its first dependent, or the word itself."""
    return min([top, *parse.dependents(top)])
