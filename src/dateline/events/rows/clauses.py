"""The words of one event: the clause round its trigger, cut down to what a chart has room for."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from dateline.events.moods import DOUBTS
from dateline.events.rows.completing import completes, is_choice, restricts, tells_how, told_as_past
from dateline.events.rows.syntax import Parse, is_infinitive, is_to, is_verbal
from dateline.events.rows.wording import Clause, borrowed_subject, worded
from dateline.grammar import relations as rel
from dateline.grammar.clauses import SUBJECTS
from dateline.grammar.frames import CARRYING, DEMANDING, OBJECT_CONTROL
from dateline.grammar.words import WordClass

WORDS = 20  # a longer clause loses its last phrases
MOST = 24  # words; more is no line of a chronology
_WHOLE = 2  # how well a sentence tells
_DEPTH = 3  # infinitives in one another that are taken to pieces
_TOLD = 4  # words that say who said so
_CORE = (*SUBJECTS, *rel.OBJECTS, rel.CONTROLLED, rel.COMPLEMENT, *rel.HELPERS, rel.PARTICLE, rel.AGENT,
         rel.EXPLETIVE)  # fmt: skip
_LOOSE = (rel.OBLIQUE, rel.MEASURE, rel.BARE_OBLIQUE, rel.NOUN_MODIFIER, rel.POSSESSOR)
_DROPPED = (*_LOOSE, rel.COMPLEMENT, rel.ADJECTIVE, rel.NUMBER)
_SHORTENED = (*_LOOSE, *SUBJECTS, *rel.OBJECTS, rel.AGENT)
_NEVER = (
    rel.PUNCTUATION, rel.DISCOURSE, rel.ASIDE, rel.APPOSITION, rel.RELATIVE_CLAUSE, rel.ADVERBIAL_CLAUSE,
    rel.SENTENCE_RELATIVE, rel.VOCATIVE, rel.DISLOCATED, rel.ORPHAN, rel.TIME_OBLIQUE, rel.TIME_NOUN_MODIFIER,
    rel.BEFORE_COORDINATION,
)  # fmt: skip
_ENDLESS = 200  # words on one side within the sentence
_LONG = 40  # words looked through for a comma
_LISTED = (rel.CONJUNCT, rel.COORDINATOR, rel.ADNOMINAL_CLAUSE, rel.ADVERB)
# Verbs that only say of the noun that is their subject that it came about: "a dispute broke out".
COMING_ABOUT = frozenset("begin break commence erupt happen occur start".split())
_NEGATIONS = frozenset(
    "not n't n’t never no nor neither hardly nearly almost narrowly barely unlikely partly".split()
)
# without these another deed is told: "turned away", "sent home"
_DIRECTIONS = frozenset(
    "abroad ahead aside apart away back behind close down forward home off on out over short through together "
    "up".split()
)
_NOTHING: Set[int] = frozenset()
_INTRANSITIVE = WordClass("intransitive", also=["go", "live", "speak", "talk", "travel", "work"])
# "the way he won in Oslo": in what way
_NO_OBJECTS = frozenset(
    "city country day hour moment month night place reason time town way week year".split()
)
_KINDS = frozenset("kind one sort that those type".split())  # "the kind that kills" names nobody
_ASKING = OBJECT_CONTROL | DEMANDING


# without these something is told that the text leaves open
_CONDITIONS = frozenset(("if", "unless"))


class _Phrase(NamedTuple):
    """A dependent of the clause: its relation, its words, and those left when lists and details go."""

    relation: str
    words: set[int]
    short: set[int]
    name: Set[int] = frozenset()  # of somebody named, the name without what it is "of"


def clause_of(
    parse: Parse,
    start: int,
    end: int,
    date: tuple[int, int] | None,
    actors: list[str],
    targets: Sequence[str] = (),
    done: bool = False,
) -> Clause:
    """Word an event as the text does: subject, verb, object, place; not its date, asides and side clauses.

    Parameters
    ----------
    parse : Parse
    start, end : int
        The characters of the trigger.
    date : tuple of int, optional
        The characters of the date phrase, which are left out.
    actors, targets : list of str
        Names that stand in where the clause itself has no subject, or a pronoun; targets for a passive.
    done : bool
        It happened: "Moe scoring twice" can be told as "Moe scored twice".

    Returns
    -------
    Clause
        Empty where the trigger is no word of the parse.
    """
    token = _trigger(parse, start, end)
    if token is None:
        return Clause("", 0, 0)
    head = parse.tokens.head[token]
    carriers = {rel.OBJECT: CARRYING, rel.SUBJECT: COMING_ABOUT}.get(
        parse.tokens.relation[token], frozenset()
    )
    carried = head >= 0 and is_verbal(parse, head)
    if carried and (parse.lemma(head) in carriers or _takes_place(parse, token, head)):
        token = head
    governed = _governed(parse, token, date, actors)
    if governed is not None:
        return governed
    kept = _fitted(token, _phrases(parse, token, date))
    borrowed = _subject_above(parse, token, date)
    kept -= _bracketed(parse, kept) - {token}
    told_of = _object_above(parse, token, kept, date)
    past = told_as_past(parse, token) if done else ""
    clause = worded(parse, token, kept, actors, list(targets), borrowed, told_of, past)
    return clause._replace(kept=frozenset(kept))


def _governed(parse: Parse, token: int, date: tuple[int, int] | None, actors: list[str]) -> Clause | None:
    """Word "to return" of "wants to return" with what governs it: "Gonzalez to return" tells more than the text does.

    None for what nothing governs, or where all that takes too many words.
    """
    t, top = parse.tokens, token
    for _ in range(_DEPTH):
        if (
            t.relation[top] != rel.CONTROLLED
            or not (is_infinitive(parse, top) or t.tag[top] == "VBG")
            or not is_verbal(parse, t.head[top])
        ):
            break
        top = t.head[top]
    if top == token:
        return None
    kept = _fitted(top, _phrases(parse, top, date))
    kept -= _bracketed(parse, kept) - {top}
    if token not in kept or len(kept) > MOST:
        return None
    others = any(t.relation[child] in rel.OBJECTS for child in parse.children[top])
    names = [] if others else actors  # "he asked Chad to leave": who leaves did not ask
    clause = worded(parse, top, kept, names, names, _subject_above(parse, top, date))
    whole = clause.tells == _WHOLE or (clause.tells and t.relation[top] != rel.ROOT)
    return clause._replace(kept=frozenset(kept), bare=False) if whole else None


def _takes_place(parse: Parse, noun: int, verb: int) -> bool:
    """Tell "the launch will take place"."""
    if parse.tokens.relation[noun] != rel.SUBJECT or parse.lemma(verb) != "take":
        return False
    return any(
        parse.lemma(child) == "place" and parse.tokens.relation[child] in (rel.OBJECT, rel.PARTICLE)
        for child in parse.children[verb]
    )


def is_endless(parse: Parse, token: int) -> bool:
    """Tell a sentence of hundreds of words, whose clauses would take too long to word."""
    sentence = parse.tokens.sentence
    ends = (max(0, token - _ENDLESS), min(len(sentence) - 1, token + _ENDLESS))
    return any(abs(end - token) == _ENDLESS and sentence[end] == sentence[token] for end in ends)


def _fitted(token: int, phrases: list[_Phrase]) -> set[int]:
    """Keep as many words as there is room for: where, how and why go before what the deed is done to.

    Of phrases that go lists and details go first, of each kind the last phrase first.
    """
    words: list[Set[int]] = [phrase.words for phrase in phrases]
    last_first = list(reversed(range(len(phrases))))
    loose = [number for number in last_first if phrases[number].relation in _LOOSE]
    held = [number for number in last_first if phrases[number].relation in _SHORTENED and number not in loose]
    steps = [
        *((number, phrases[number].short) for number in loose),
        *((number, phrases[number].name) for number in loose if phrases[number].name),
        *((number, _NOTHING) for number in loose if held and number > held[0]),
        *((number, phrases[number].short) for number in held),
        *((number, phrases[number].name) for number in held if phrases[number].name),
        *((number, _NOTHING) for number in last_first if phrases[number].relation in _DROPPED),
    ]
    for number, less in steps:
        if len({token}.union(*words)) > WORDS:
            words[number] = less
    return {token}.union(*words)


def _subject_above(parse: Parse, token: int, date: tuple[int, int] | None) -> set[int]:
    """Find what stands for a missing or relative subject: that of the verb above, or the noun told of."""
    told_of = parse.tokens.relation[token] in rel.CLAUSES_OF_A_NOUN
    if told_of and (_is_passive(parse, token) or not is_infinitive(parse, token)):  # "a talk to be held"
        subject = parse.tokens.head[token]
        if parse.lemma(subject) in _KINDS:
            return set()
    else:
        subject = borrowed_subject(parse, token)
    found = _subtree(parse, subject, date, short=True) if subject >= 0 else set()
    found -= {word for child in _cases(parse, subject) for word in _subtree(parse, child, None)}
    return found if len(found) < WORDS else set()


def _object_above(parse: Parse, token: int, kept: set[int], date: tuple[int, int] | None) -> set[int]:
    """Find the noun that a relative clause acts on: "the state which Obama won", "the race he won"."""
    t = parse.tokens
    if t.relation[token] != rel.RELATIVE_CLAUSE or _is_passive(parse, token):
        return set()
    children = parse.children[token]
    objects = [
        child
        for child in children
        if t.relation[child] in (*rel.OBJECTS, rel.COMPLEMENT, rel.CONTROLLED, rel.OBLIQUE, rel.COPULA)
    ]
    relative = [child for child in objects if t.tag[child] in ("WDT", "WP")]
    subject = [
        child for child in children if t.relation[child] in SUBJECTS and t.tag[child] not in ("WDT", "WP")
    ]
    if all(t.relation[child] == rel.OBLIQUE and child > token for child in objects) and not relative:
        objects = objects if _lacks_no_object(parse, token) else []
    if not subject or (objects and t.relation[objects[0]] != rel.OBJECT) or (objects and not relative):
        return set()
    if not relative and any(t.tag[child] in ("WDT", "WP", "WRB") for child in children):
        return set()
    noun = t.head[token]
    first = min([token, *(child for child in children if t.tag[child] in ("WDT", "WP") or child in subject)])
    near = first - 1 - (t.word[first - 1] == ",")
    if near != noun and not (
        t.head[near] == noun and t.relation[near] in (rel.FLAT, rel.COMPOUND, rel.NUMBER)
    ):
        return set()  # "his event in Ohio, which he won"
    if is_verbal(parse, noun):
        return set()
    found = _subtree(parse, noun, date, short=True)
    found -= {word for child in _cases(parse, noun) for word in _subtree(parse, child, None)}
    return found if len(found) + len(kept) <= WORDS else set()


def _lacks_no_object(parse: Parse, verb: int) -> bool:
    """Tell "the day he left for Oslo" and "the man he spoke with at home" from "the costs he put on firms"."""
    t = parse.tokens
    if parse.lemma(verb) in _INTRANSITIVE or parse.lemma(t.head[verb]) in _NO_OBJECTS:
        return True
    return any(
        t.tag[child] in ("IN", "TO", "RP") and not parse.children[child] for child in parse.children[verb]
    )


def _is_passive(parse: Parse, token: int) -> bool:
    return any(parse.tokens.relation[child] == rel.PASSIVE_AUXILIARY for child in parse.children[token])


def _cases(parse: Parse, token: int) -> list[int]:
    return (
        [child for child in parse.children[token] if parse.tokens.relation[child] == rel.PREPOSITION]
        if token >= 0
        else []
    )


def _bracketed(parse: Parse, kept: set[int]) -> set[int]:
    """List the words that stand in brackets: "the Organization (OSCE)"."""
    inside, depth = set(), 0
    for word in range(min(kept), max(kept) + 1):
        mark = parse.tokens.word[word]
        depth = depth + 1 if mark in "([" else max(0, depth - 1) if mark in ")]" else depth
        if depth:
            inside.add(word)
    return inside


def _trigger(parse: Parse, start: int, end: int) -> int | None:
    """Find the head among the words of a trigger ("video call": call)."""
    inside = [parse.at[at] for at in range(start, min(end, start + 80)) if at in parse.at]
    for token in inside:
        if parse.tokens.head[token] not in inside:
            return token
    return inside[0] if inside else None


def _phrases(parse: Parse, token: int, date: tuple[int, int] | None, depth: int = _DEPTH) -> list[_Phrase]:
    """List the dependents that belong to the clause, in order of the text.

    An infinitive ("pledged to resolve the problem") comes in pieces, so that its last ones can be left out.
    """
    t = parse.tokens
    verbal = is_verbal(parse, token)
    subject = _nearest_subject(parse, token)
    phrases: list[_Phrase] = []
    for child in parse.children[token]:
        relation = t.relation[child]
        if not _belongs(parse, token, child, depth, verbal) or (relation in SUBJECTS and child != subject):
            continue
        words = _subtree(parse, child, date)
        if _is_of_the_clock(parse, child, words, date):
            continue
        before = sum(len(phrase.words) for phrase in phrases)
        long = relation == rel.COMPLEMENT and len(words) + max(before, _TOLD - 1) >= WORDS  # kept in part
        wanted = _asked(parse, token, child) or completes(parse, token, child, len(words))
        if (relation == rel.CONTROLLED or wanted or long) and depth:
            phrases += [_Phrase(rel.CONTROLLED, {child}, {child}), *_phrases(parse, child, date, depth - 1)]
        elif words:
            short = _shortened(parse, child, words, date, listed=relation in SUBJECTS)
            told = (
                relation in (*SUBJECTS, rel.COMPLEMENT) or t.tag[child] == "WRB"
            )  # "discuss how they can start"
            if not told and _asks(parse, words):  # "a plan saying how it is done"
                words = short
            if told or not _asks(parse, words):
                words = words | _which(parse, words, date)
                phrases.append(_Phrase(relation, words, short, _name_alone(parse, child, short)))
    return phrases


def _which(parse: Parse, words: set[int], date: tuple[int, int] | None) -> set[int]:
    """Collect the short relative clauses of a phrase that say which is meant."""
    found: set[int] = set()
    for noun in words:
        for child in parse.children[noun]:
            if parse.tokens.relation[child] == rel.RELATIVE_CLAUSE:
                clause = _subtree(parse, child, date)
                found |= clause if clause and restricts(parse, noun, child, clause) else set()
    return found


def _is_of_the_clock(parse: Parse, child: int, words: set[int], date: tuple[int, int] | None) -> bool:
    """Tell "Russian time" of "on Thursday evening, Russian time", which goes with the day."""
    words = words - set(_cases(parse, child))
    if date is None or parse.lemma(child) != "time" or not words or len(words) > _TOLD:
        return False
    t, first = parse.tokens, min(words)
    if t.tag[first] == "DT":  # "a second time"
        return False
    while first > 0 and t.word[first - 1] == ",":
        first -= 1
    return first > 0 and max(words) == child and date[0] < t.end[first - 1] <= date[1]


def _name_alone(parse: Parse, top: int, short: set[int]) -> set[int]:
    """Take "of the Republic of Korea" off "with President Yoon of the Republic of Korea"."""
    determined = any(parse.tokens.relation[child] == rel.DETERMINER for child in parse.children[top])
    if determined or not parse.tokens.tag[top].startswith("NNP"):
        return set()
    details = [child for child in parse.children[top] if parse.tokens.relation[child] == rel.NOUN_MODIFIER]
    with_case = [child for child in details if _cases(parse, child)]
    return short - {word for child in with_case for word in _subtree(parse, child, None)}


def _shortened(
    parse: Parse, top: int, words: set[int], date: tuple[int, int] | None, listed: bool
) -> set[int]:
    """Take lists and details off a phrase; nothing is left of one whose "possibly" or "not" would go with them.

    Of a subject all stay that are `listed`: "Ann Lee and Bob Roe meet", not "Ann Lee meet".
    """
    short = _subtree(parse, top, date, short=True, listed=listed)
    weight = {parse.lemma(word) for word in words - short}
    return set() if weight & (DOUBTS | _NEGATIONS) else short


def _belongs(parse: Parse, token: int, child: int, depth: int, verbal: bool) -> bool:
    """Tell whether a dependent is part of the clause; "its talks": whose, is said by the name in front."""
    t, relation = parse.tokens, parse.tokens.relation[child]
    word = t.word[child].lower()
    if t.tag[child] == "PRP$" or (
        relation == rel.OBLIQUE and child < token and depth == _DEPTH
    ):  # "Because of the snow, ..."
        return False
    if _tells_whose_clock(parse, child):
        return False
    if relation == rel.OBLIQUE and any(t.word[c].lower() == "according" for c in parse.children[child]):
        return False
    core = relation in _CORE or (relation == rel.ADVERB and (word in _NEGATIONS or word in _DIRECTIONS))
    core = core or is_choice(parse, child) or (verbal and tells_how(parse, token, child))
    predicate = any(parse.tokens.relation[c] == rel.COPULA for c in parse.children[token])  # "is a big win"
    noun = predicate or not verbal
    loose = relation in _LOOSE or (noun and relation in (rel.ADJECTIVE, rel.COMPOUND, rel.FLAT, rel.NUMBER))
    inner = (depth < _DEPTH or predicate) and relation in (rel.DETERMINER, rel.PREPOSITION)
    inner = inner or (relation == rel.MARKER and word != "that" and (depth < _DEPTH or word in _CONDITIONS))
    inner = inner or (depth < _DEPTH and relation == rel.ADVERB and parse.tokens.tag[child] == "WRB")
    wanted = _asked(parse, token, child) or completes(parse, token, child, len(_subtree(parse, child, None)))
    return core or loose or inner or is_to(parse, child) or wanted


def _tells_whose_clock(parse: Parse, child: int) -> bool:
    """Tell "Russian time" of "on Thursday evening, Russian time", which tells nothing without its day."""
    t = parse.tokens
    if parse.lemma(child) != "time" or t.relation[child] not in (rel.OBLIQUE, rel.MEASURE, rel.BARE_OBLIQUE):
        return False
    told = [
        word
        for word in parse.children[child]
        if t.relation[word] in (rel.ADJECTIVE, rel.COMPOUND, rel.POSSESSOR)
    ]
    whose = any(t.word[word][:1].isupper() or t.word[word] == "local" for word in told)
    return whose and not any(
        t.relation[word] in (rel.PREPOSITION, rel.DETERMINER) for word in parse.children[child]
    )


def _asked(parse: Parse, token: int, child: int) -> bool:
    """Tell what somebody is asked to do, also where parsers take it for a purpose: "called on Chad to withdraw"."""
    relation = parse.tokens.relation[child]
    return (
        relation in (rel.ADVERBIAL_CLAUSE, rel.ADNOMINAL_CLAUSE)
        and parse.lemma(token) in _ASKING
        and is_infinitive(parse, child)
    )


def _nearest_subject(parse: Parse, token: int) -> int:
    """Find the subject next to its verb; parsers take a name left over before it for another."""
    t = parse.tokens
    subjects = [c for c in parse.children[token] if t.relation[c] in SUBJECTS and not _in_a_name(parse, c)]
    before = [child for child in subjects if child < token]
    if len(before) > 1:  # the head of a clause within ("whose house was a factory") is none
        before = [
            s for s in before if not any(t.relation[c] in SUBJECTS for c in parse.children[s])
        ] or before
    return before[-1] if before else subjects[0] if subjects else -1


def _in_a_name(parse: Parse, token: int) -> bool:
    """Tell the "i" of "Mazar-i-Sharif" from a pronoun."""
    t = parse.tokens
    return token > 0 and t.word[token - 1] == "-" and t.end[token - 1] == t.start[token]


def _asks(parse: Parse, phrase: set[int]) -> bool:
    """Tell a phrase of a relative clause, which leads away: "whose support", "where"."""
    return any(parse.tokens.tag[word] in ("WP$", "WDT", "WRB") for word in phrase)


def _subtree(
    parse: Parse, top: int, date: tuple[int, int] | None, short: bool = False, listed: bool = False
) -> set[int]:
    """Collect a phrase without asides, relative clauses and the event's date; an own stack, not recursion.

    A short one loses what is told of it too, but not what it is "of"; and what is `listed` beside it, unless told
    to keep that.
    """
    t = parse.tokens
    words, stack = set(), [top]
    while stack:
        token = stack.pop()
        if token in words:  # heads in a circle
            continue
        if date and date[0] < t.end[token] and t.start[token] < date[1]:
            if token == top:
                return set()
            continue
        words.add(token)
        stack += [
            child
            for child in parse.children[token]
            if (t.relation[child] not in _NEVER or _tight(parse, token, child))
            and not (t.relation[child] == rel.MARKER and t.word[child].lower() == "that")
            and not (
                t.relation[child] == rel.CONJUNCT
                and t.tag[child].startswith("VB")
                and not is_choice(parse, child)
            )
            and not (short and _is_detail(parse, token, child, listed))
        ]
    return words


def _is_detail(parse: Parse, token: int, child: int, listed: bool) -> bool:
    t = parse.tokens
    if listed and t.relation[child] in (rel.CONJUNCT, rel.COORDINATOR):
        return False
    if t.relation[child] == rel.ADVERB and t.tag[token][:2] in ("CD", "JJ", "RB", "VB"):  # "about 10 percent"
        return False
    if t.relation[child] in _LISTED or (
        t.relation[child] == rel.PREPOSITION and child > token and t.tag[child] != "POS"
    ):
        return True
    if (
        t.relation[child] == rel.FLAT and "," in t.word[token : min(child, token + _LONG)]
    ):  # the rest of a list of names
        return True
    cases = [t.word[word].lower() for word in parse.children[child] if t.relation[word] == rel.PREPOSITION]
    return t.relation[child] == rel.NOUN_MODIFIER and bool(cases) and "of" not in cases


def _tight(parse: Parse, token: int, child: int) -> bool:
    """Tell a name right behind its title ("the former leader Saddam Hussein") from an aside after a comma."""
    t = parse.tokens
    first = child
    while first > token + 1 and t.head[first - 1] == child:
        first -= 1
    return (
        t.relation[child] == rel.APPOSITION
        and t.tag[child].startswith("NNP")
        and t.word[first - 1][-1:].isalnum()
    )
