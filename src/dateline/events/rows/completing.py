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
_DONE = frozenset(("after", "before", "by", "since", "when", "while"))  # what stands behind these was done
# Verbs with the preposition without which they tell something else or nothing.
_GOVERNED = frozenset(
    ("abide by", "account for", "adhere to", "agree on", "agree to", "amount to", "apologise for", "apologize for",
     "belong to", "call for", "coincide with", "comply with", "consist of", "contribute to", "cope with",
     "culminate in", "deal with", "depend on", "engage in", "enter into", "focus on", "insist on", "interfere in",
     "interfere with", "lead to", "listen to", "object to", "participate in", "react to", "refer to", "rely on",
     "resort to", "respond to", "result from", "result in", "stem from", "succeed in", "suffer from", "turn into")
)  # fmt: skip
# what these cut off was not done: "died before signing"
_CUTTING_OFF = frozenset(
    "arrest block cancel catch die drown fall fire flee kill prevent quit resign retire stop withdraw".split()
)
_ANY = frozenset(("any", "each", "every", "no"))
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


def is_governed(parse: Parse, verb: int, child: int) -> bool:
    """Tell the "decision" of "led to a decision" and the "race" of "entered into a race": as good as objects."""
    return child > verb and f"{parse.lemma(verb)} {parse.case(child)}" in _GOVERNED


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


def told_as_past(parse: Parse, deed: int, many: bool = False) -> dict[int, str]:
    """Write in the past tense an "-ing" that tells what was done beside: "Brann won, Moe scoring twice".

    Also "was admitted" for "after being admitted" and "signed in May", "were" of `many`. Nothing for what stands with
    another helper or under a verb ("is scoring", "stopped scoring"), and for what a preposition leaves open ("without
    scoring", "plans for scoring", "accused of scoring").
    """
    t, top = parse.tokens, deed
    while parse.stands_as(top, rel.CONJUNCT) and t.tag[top] == t.tag[parse.governor(top)] == "VBG":
        top = parse.governor(top)  # "killing one and wounding three"
    if not parse.stands_as(top, rel.ADVERBIAL_CLAUSE, rel.ADNOMINAL_CLAUSE):
        return {}
    subjects = parse.kids(deed, *SUBJECTS)
    if "before" in _marks(parse, top) and (
        t.tag[deed] == "VBN" or parse.lemma(parse.governor(top)) in _CUTTING_OFF
    ):
        return {}  # "died before signing the pact", "resigned before being fired"
    if any(t.tag[child] == "POS" for subject in subjects for child in parse.dependents(subject)):
        return {}  # "his party's good showing"
    helpers = parse.kids(deed, *rel.HELPERS)
    denied = any(t.word[child].lower() in ("not", "never") for child in parse.dependents(deed))
    told_with = {"with"} if subjects else set()
    if denied or (_marks(parse, deed) | _marks(parse, top)) - _DONE - told_with:
        return {}
    was = "were" if many else "was"
    bare = parse.stands_as(deed, rel.ADNOMINAL_CLAUSE) and not (helpers or subjects or _marks(parse, deed))
    bare = bare and not any(
        t.word[word].lower() in _ANY for word in parse.kids(parse.governor(deed), rel.DETERMINER)
    )
    if t.tag[deed] == "VBN" and bare and not parse.kids(deed, rel.OBJECT):
        return {deed: f"{was} {t.word[deed].lower()}"}
    if t.tag[deed] == "VBN" and [t.word[helper].lower() for helper in helpers] == ["being"]:
        return {helpers[0]: was}
    past = past_of(t.word[deed].lower()) if t.tag[deed] == "VBG" and not helpers else ""
    return {deed: past} if past else {}


def are_many(parse: Parse, verb: int, borrowed: set[int]) -> bool:
    """Tell whether several do what a verb tells: "the girls", "they"."""
    t = parse.tokens
    heads = parse.kids(verb, *SUBJECTS) or parse.tops(sorted(borrowed))
    return any(t.tag[one] in ("NNS", "NNPS") or t.word[one].lower() == "they" for one in heads)


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
