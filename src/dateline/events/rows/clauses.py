"""The words of one event: the clause round its trigger, cut down to what a chart has room for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from dateline.events.moods import DOUBTS
from dateline.events.rows.behind import is_attempt, is_due, prospect_of
from dateline.events.rows.borrowing import object_above, subject_above
from dateline.events.rows.completing import (
    are_many,
    completes,
    is_governed,
    shares_an_object,
    tells_how,
    told_as_past,
)
from dateline.events.rows.marking import with_punctuation, without_ends
from dateline.events.rows.noted import noted
from dateline.events.rows.phrases import bare_phrase, cases, is_choice, name_alone, subtree, which
from dateline.events.rows.room import LOOSE, MOST, WORDS, ClausePart, fitted
from dateline.events.rows.syntax import Parse
from dateline.events.rows.wording import Clause, joined, worded
from dateline.grammar import relations as rel
from dateline.grammar.clauses import SUBJECTS, is_clausal, is_infinitive, is_to
from dateline.grammar.frames import CARRYING, DEMANDING, OBJECT_CONTROL
from dateline.grammar.words import WordClass

_WHOLE = 2  # how well a sentence tells
_DEPTH = 3  # infinitives in one another that are taken to pieces
_TOLD = 4  # words that say who said so
_CORE = (*SUBJECTS, *rel.OBJECTS, rel.CONTROLLED, rel.COMPLEMENT, *rel.HELPERS, rel.PARTICLE, rel.AGENT,
         rel.EXPLETIVE)  # fmt: skip
_ENDLESS = 200  # words on one side within the sentence
# Verbs that only say of the noun that is their subject that it came about: "a dispute broke out".
COMING_ABOUT = frozenset("begin break commence erupt happen occur start".split())
_SETTLING = frozenset("complete finish lose win".split())  # "his first cup" of "winning his first cup"
_NEGATIONS = frozenset(
    "not n't n’t never no nor neither hardly nearly almost narrowly barely unlikely partly".split()
)
_WEIGHTY = DOUBTS | _NEGATIONS
# without these another deed is told: "turned away", "sent home"
_DIRECTIONS = WordClass(
    "particle", also="abroad ahead aside apart behind close forward home short through together".split()
)
# what these are is told behind them alone: "something that was not there"
_ANYTHING = frozenset("anybody anyone anything everything nobody nothing somebody someone something".split())
_ASKING = OBJECT_CONTROL | DEMANDING


# without these something is told that the text leaves open
_CONDITIONS = frozenset(("if", "unless"))


def clause_of(
    parse: Parse,
    start: int,
    end: int,
    date: tuple[int, int] | None,
    actors: list[str],
    targets: Sequence[str] = (),
    done: bool = False,
    called: Mapping[int, str] = MappingProxyType({}),
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
    called : mapping of int to str
        Pronoun -> who stands in for it where `actors` and `targets` don't.

    Returns
    -------
    Clause
        Empty where the trigger is no word of the parse.
    """
    token = _trigger(parse, start, end)
    if token is None:
        return Clause("", 0, 0)
    head = parse.governor(token)
    carriers = {rel.OBJECT: CARRYING | _SETTLING, rel.SUBJECT: COMING_ABOUT}.get(
        parse.relation(token), frozenset()
    )
    carried = head >= 0 and is_clausal(parse, head)
    if carried and (parse.lemma(head) in carriers or _takes_place(parse, token, head)):
        token = head
    governed = _told_behind(parse, token, date) or _governed(parse, token, date, actors, called)
    if governed is not None:
        return governed
    kept = fitted(token, _phrases(parse, token, date))
    borrowed = subject_above(parse, token, date)
    kept -= _bracketed(parse, kept) - {token}
    told_of = object_above(parse, token, kept, date)
    past = told_as_past(parse, token, are_many(parse, token, borrowed)) if done else {}
    clause = worded(parse, token, kept, actors, list(targets), borrowed, told_of, past, called)
    return clause._replace(kept=frozenset(kept))


def _told_behind(parse: Parse, token: int, date: tuple[int, int] | None) -> Clause | None:
    """Word "The talks are due to be held" of "The talks, due to be held in May, are welcome"."""
    prospect = prospect_of(parse, token)
    if prospect is None:
        return None
    kept = fitted(prospect.top, _phrases(parse, prospect.top, date))
    kept -= _bracketed(parse, kept) - {prospect.top}
    subject = subtree(parse, prospect.noun, date, short=True, listed=True) - kept
    subject -= {word for child in cases(parse, prospect.noun) for word in subtree(parse, child, None)}
    if token not in kept or len(kept | subject) > MOST:
        return None
    words = without_ends(parse, with_punctuation(parse, kept), token, set())
    text = f"{joined(parse, sorted(subject), {})} {prospect.helper} {joined(parse, words, {})}"
    return Clause(text, len(kept | subject), 1, kept=frozenset(kept | subject))


def _governed(
    parse: Parse,
    token: int,
    date: tuple[int, int] | None,
    actors: list[str],
    called: Mapping[int, str],
) -> Clause | None:
    """Word "to return" of "wants to return" with what governs it: "Gonzalez to return" tells more than the text does.

    None for what nothing governs, or where all that takes too many words.
    """
    t, top = parse.tokens, token
    for _ in range(_DEPTH):
        if (
            not parse.stands_as(top, rel.CONTROLLED)
            or not (is_infinitive(parse, top) or t.tag[top] == "VBG")
            or not is_clausal(parse, parse.governor(top))
        ):
            break
        top = parse.governor(top)
    if top == token:
        return None
    kept = fitted(top, _phrases(parse, top, date))
    kept -= _bracketed(parse, kept) - {top}
    if token not in kept or len(kept) > MOST:
        return None
    others = bool(parse.kids(top, *rel.OBJECTS))
    names = [] if others else actors  # "he asked Chad to leave": who leaves did not ask
    clause = worded(parse, top, kept, names, names, subject_above(parse, top, date), called=called)
    whole = clause.tells == _WHOLE or (clause.tells and not parse.is_root(top))
    return clause._replace(kept=frozenset(kept), bare=False) if whole else None


def _takes_place(parse: Parse, noun: int, verb: int) -> bool:
    """Tell "the launch will take place"."""
    if not parse.stands_as(noun, rel.SUBJECT) or parse.lemma(verb) != "take":
        return False
    return any(parse.lemma(child) == "place" for child in parse.kids(verb, rel.OBJECT, rel.PARTICLE))


def is_endless(parse: Parse, token: int) -> bool:
    """Tell a sentence of hundreds of words, whose clauses would take too long to word."""
    sentence = parse.tokens.sentence
    ends = (max(0, token - _ENDLESS), min(len(sentence) - 1, token + _ENDLESS))
    return any(abs(end - token) == _ENDLESS and sentence[end] == sentence[token] for end in ends)


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
        if parse.governor(token) not in inside:
            return token
    return inside[0] if inside else None


def _phrases(parse: Parse, token: int, date: tuple[int, int] | None, depth: int = _DEPTH) -> list[ClausePart]:
    """List the dependents that belong to the clause, in order of the text.

    An infinitive ("pledged to resolve the problem") comes in pieces, so that its last ones can be left out.
    """
    t = parse.tokens
    verbal = is_clausal(parse, token)
    subject = _nearest_subject(parse, token)
    phrases: list[ClausePart] = []
    for child in parse.dependents(token):
        relation = parse.relation(child)
        wanted = _asked(parse, token, child) or completes(parse, token, child)
        shared = shares_an_object(parse, token, child)
        wanted |= bool(shared)
        belongs = wanted or _belongs(parse, token, child, depth, verbal)
        if not belongs or (relation in SUBJECTS and child != subject):
            continue
        words = subtree(parse, child, date)
        if _is_of_the_clock(parse, child, words, date):
            continue
        before = sum(len(phrase.words) for phrase in phrases)
        long = relation == rel.COMPLEMENT and len(words) + max(before, _TOLD - 1) >= WORDS  # kept in part
        if (relation == rel.CONTROLLED or wanted or long) and depth:
            phrases += [
                ClausePart(rel.CONTROLLED, {child, *shared}, {child, *shared}),
                *_phrases(parse, child, date, depth - 1),
            ]
        elif words:
            if relation == rel.OBLIQUE and is_governed(parse, token, child):
                relation = rel.OBJECT
            elif relation == rel.OBLIQUE:
                bound = bare_phrase(parse, child, _end_of_core(parse, token, child)) & words
                phrases += [ClausePart(rel.PARTICLE, bound, bound)] if bound else []
            short = _shortened(parse, child, words, date, listed=relation in SUBJECTS)
            short = set() if relation in LOOSE and is_attempt(parse, child) else short  # not "in an effort"
            # "discuss how they can start"
            told = relation in (*SUBJECTS, rel.COMPLEMENT) or t.tag[child] == "WRB"
            if not told and _asks(parse, words):  # "a plan saying how it is done"
                words = short
            if told or not _asks(parse, words):
                words = words | which(parse, words, date)
                if any(parse.lemma(word) in _ANYTHING for word in short):  # "died over something"
                    short = short | which(parse, short, date)
                phrases.append(ClausePart(relation, words, short, name_alone(parse, child, short)))
    return phrases


def _end_of_core(parse: Parse, verb: int, before: int) -> int:
    """Find the last word of a verb with its particle and objects, before a word."""
    core = parse.kids(verb, *rel.OBJECTS, rel.PARTICLE)
    return max([verb, *(word for one in core if one < before for word in parse.under(one) if word < before)])


def _is_of_the_clock(parse: Parse, child: int, words: set[int], date: tuple[int, int] | None) -> bool:
    """Tell "Russian time" of "on Thursday evening, Russian time", which goes with the day."""
    if date is None or parse.lemma(child) != "time":
        return False
    words = words - set(cases(parse, child))
    if not words or len(words) > _TOLD:
        return False
    t, first = parse.tokens, min(words)
    if t.tag[first] == "DT":  # "a second time"
        return False
    while first > 0 and t.word[first - 1] == ",":
        first -= 1
    return first > 0 and max(words) == child and date[0] < t.end[first - 1] <= date[1]


def _shortened(
    parse: Parse, top: int, words: set[int], date: tuple[int, int] | None, listed: bool
) -> set[int]:
    """Take lists and details off a phrase; nothing is left of one whose "possibly" or "not" would go with them.

    Of a subject all stay that are `listed`: "Ann Lee and Bob Roe meet", not "Ann Lee meet".
    """
    short = subtree(parse, top, date, short=True, listed=listed)
    weight = {parse.lemma(word) for word in words - short}
    return set() if not weight.isdisjoint(_WEIGHTY) else short


def _belongs(parse: Parse, token: int, child: int, depth: int, verbal: bool) -> bool:
    """Tell whether a dependent is part of the clause; "its talks": whose, is said by the name in front."""
    t, relation = parse.tokens, parse.relation(child)
    word = t.word[child].lower()
    if t.tag[child] == "PRP$" or (
        relation == rel.OBLIQUE and child < token and depth == _DEPTH
    ):  # "Because of the snow, ..."
        return False
    if _tells_whose_clock(parse, child):
        return False
    if relation == rel.OBLIQUE and any(t.word[c].lower() == "according" for c in parse.dependents(child)):
        return False
    core = relation in _CORE or (relation == rel.ADVERB and (word in _NEGATIONS or word in _DIRECTIONS))
    core = core or is_choice(parse, child) or (verbal and tells_how(parse, token, child))
    predicate = bool(parse.kids(token, rel.COPULA))  # "is a big win"
    noun = predicate or not verbal
    loose = relation in LOOSE or (noun and relation in (rel.ADJECTIVE, rel.COMPOUND, rel.FLAT, rel.NUMBER))
    inner = (depth < _DEPTH or predicate) and relation in (rel.DETERMINER, rel.PREPOSITION)
    inner = inner or is_due(parse, child)
    inner = inner or (relation == rel.MARKER and word != "that" and (depth < _DEPTH or word in _CONDITIONS))
    inner = inner or (depth < _DEPTH and relation == rel.ADVERB and parse.tokens.tag[child] == "WRB")
    return core or loose or inner or is_to(parse, child)


def _tells_whose_clock(parse: Parse, child: int) -> bool:
    """Tell "Russian time" of "on Thursday evening, Russian time", which tells nothing without its day."""
    t = parse.tokens
    if not parse.stands_as(child, rel.OBLIQUE, rel.MEASURE, rel.BARE_OBLIQUE) or parse.lemma(child) != "time":
        return False
    told = parse.kids(child, rel.ADJECTIVE, rel.COMPOUND, rel.POSSESSOR)
    whose = any(t.word[word][:1].isupper() or t.word[word] == "local" for word in told)
    return whose and not parse.kids(child, rel.PREPOSITION, rel.DETERMINER)


def _asked(parse: Parse, token: int, child: int) -> bool:
    """Tell what somebody is asked to do, also where parsers take it for a purpose: "called on Chad to withdraw"."""
    relation = parse.relation(child)
    return (
        relation in (rel.ADVERBIAL_CLAUSE, rel.ADNOMINAL_CLAUSE)
        and parse.lemma(token) in _ASKING
        and is_infinitive(parse, child)
    )


def _nearest_subject(parse: Parse, token: int) -> int:
    """Find the subject next to its verb; parsers take a name left over before it for another."""
    subjects = [c for c in parse.kids(token, *SUBJECTS) if not _in_a_name(parse, c)]
    before = [child for child in subjects if child < token]
    if len(before) > 1:  # the head of a clause within ("whose house was a factory") is none
        before = [s for s in before if not parse.kids(s, *SUBJECTS)] or before
    return before[-1] if before else subjects[0] if subjects else -1


def _in_a_name(parse: Parse, token: int) -> bool:
    """Tell the "i" of "Mazar-i-Sharif" from a pronoun."""
    t = parse.tokens
    return token > 0 and t.word[token - 1] == "-" and t.end[token - 1] == t.start[token]


def _asks(parse: Parse, phrase: set[int]) -> bool:
    """Tell a phrase of a relative clause, which leads away: "whose support", "where"."""
    return not noted(parse).asking.isdisjoint(phrase)
