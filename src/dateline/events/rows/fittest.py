"""Of several wordings of a row the one that is fittest to print, no two rows of an article in the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.events.records import DENIED, Event
from dateline.events.rows.behind import carrier_of_plan, owned_plan, plan_of
from dateline.events.rows.choice import REPEATING
from dateline.events.rows.fitness import fitness, signals_of_wording
from dateline.events.rows.standing import standing, whole_sentence
from dateline.events.rows.syntax import Parse
from dateline.events.rows.turned import breaks_off, lacks_its_object, says_no, turns
from dateline.events.rows.weights import Weights, log_odds, probability
from dateline.events.rows.wording import joined
from dateline.events.rows.words import Worded
from dateline.events.rows.written import CUT, Wording
from dateline.grammar import relations as rel
from dateline.grammar.clauses import is_clausal, subject_of
from dateline.grammar.marks import CLOSED_BY
from dateline.tables import KEPT, ROW

BESIDE = 0.4  # less fit for each other row whose event a wording tells too: what is printed twice tires
ANSWERING = 0.6  # less fit for a wording that begins with "nor": it answers what stands before
ANOTHER = 0.5  # less fit for a wording with a clause beside that has a subject and a row of its own
NEAR = 0.08  # of wordings that are this nearly as fit the shortest is printed
SAVED = 0.3  # a row whose wording is less likely than this to be printed loses weight
DOUBTED = 0.35  # how much of it: what the log-odds lack of those of SAVED, times this
ALONE = 0.1  # a wording that no other row tells is printed from this fitness on
COVERED = 0.8  # share of its words with which a line tells another, or is told by it
REPEATED = "not in words of its own"
TOLD = "told in another row"
UNFIT = "not fit to print: none of its wordings stands alone"


class Fit(NamedTuple):
    """A wording, how likely an editor prints it as it stands, and its rank: less fit for what other rows tell."""

    text: str
    fit: float
    rank: float
    words: frozenset[int] = frozenset()


class Line(NamedTuple):
    """The words of a sentence that a printed row has."""

    row: str
    words: frozenset[int]


def in_fittest_words(
    parse: Parse,
    events: Sequence[Event],
    words: Sequence[Worded],
    called: Mapping[int, str],
    model: Weights,
) -> list[Event]:
    """Give every event that may have a row the fittest of its wordings.

    Parameters
    ----------
    parse : Parse
    events : sequence of Event
        With their weights, days and rows.
    words : sequence of Worded
        The clause of each as it is cut, or its sentence.
    called : mapping of int to str
        Token -> the name of whom a pronoun means.
    model : Weights

    Returns
    -------
    list of Event
        The same with `what` filled in, and of less weight where no wording is fit.
    """
    out = [event._replace(what=cut.text) for event, cut in zip(events, words, strict=True)]
    rows = {parse.at.get(event.start, -1): event.event for event in events if event.weight >= ROW}
    taken: dict[str, str] = {}  # words -> the row that has them
    printed: dict[int, list[Line]] = {}  # the rows of each sentence
    for number in sorted(range(len(out)), key=lambda number: (-events[number].weight, number)):
        event = events[number]
        if event.weight < KEPT:
            break
        others = frozenset(token for token, row in rows.items() if row != event.event)
        found = ranked(parse, event, words[number], called, model, others)
        if found:
            here = printed.setdefault(event.sentence, [])
            out[number], chosen = _printed(event, found, taken, here)
            if out[number].weight >= ROW:
                here.append(Line(event.event, chosen.words))
            taken.setdefault(chosen.text, event.event)
        elif words[number].tells and words[number].kept:  # whatever is printed of it turns its sense
            weight = min(event.weight, REPEATING)
            out[number] = event._replace(what=words[number].text, weight=weight, why=UNFIT)
    return _with_lead(parse, events, out)


def _printed(
    event: Event, found: Sequence[Fit], taken: Mapping[str, str], here: Sequence[Line]
) -> tuple[Event, Fit]:
    """Give an event the wording that no other row has or tells, if there is one, and its weight with it."""
    free = [one for one in found if taken.get(one.text, event.event) == event.event]
    alone = [one for one in free if one.fit >= ALONE and not _is_covered(one.words, event.event, here)]
    chosen = (alone or free or found)[0]
    out = _doubted(event._replace(what=chosen.text), chosen.fit)
    if out.weight < ROW:
        return out, chosen
    if not free:  # its words tell another row
        return out._replace(weight=REPEATING, why=REPEATED), chosen
    answers = any(_answers(one.text) for one in found)  # can't be told without what stands before
    if not answers and _is_covered(chosen.words, event.event, here):
        return out._replace(weight=REPEATING, why=TOLD), chosen
    return out, chosen


def _is_covered(words: frozenset[int], row: str, printed: Sequence[Line]) -> bool:
    """Tell a line most of whose words stand in the line of a surer row, or the other way round."""
    others = (line.words for line in printed if line.row != row)
    return any(len(words & other) >= COVERED * min(len(words), len(other)) > 0 for other in others)


def _answers(text: str) -> bool:
    """Tell "nor did Chad pay"."""
    return text.lower().startswith("nor ")


def _doubted(event: Event, fit: float) -> Event:
    """Lower the weight of an event that no wording saves: "it should take place", "if Chad attacks"."""
    lacking = min(0.0, log_odds(fit) - log_odds(SAVED))
    weight = probability(log_odds(event.weight) + DOUBTED * lacking)
    falls = weight < ROW <= event.weight
    return event._replace(weight=weight, why=UNFIT if falls else event.why) if lacking else event


def _with_lead(parse: Parse, before: Sequence[Event], after: list[Event]) -> list[Event]:
    """Let something of the opening keep its row, whatever its words."""
    opening = [n for n, event in enumerate(before) if event.sentence in parse.opening and event.weight >= ROW]
    if opening and not any(after[n].weight >= ROW for n in opening):
        lead = max(opening, key=lambda n: (after[n].weight, -n))
        after[lead] = after[lead]._replace(weight=ROW, why="lead of the article")
    return after


def ranked(
    parse: Parse,
    event: Event,
    cut: Worded,
    called: Mapping[int, str],
    model: Weights,
    others: frozenset[int] = frozenset(),
) -> list[Fit]:
    """Rank the wordings of an event, the fittest first; of those that are nearly as fit the shortest."""
    token = parse.at.get(event.start, -1)
    if token < 0:
        return []
    found: dict[str, Fit] = {}
    others = frozenset(
        one for one in others if carrier_of_plan(parse, one) != token
    )  # "met in a bid to end it"
    denied = event.status == DENIED
    for wording, told in wordings_of(parse, token, cut, called, event.date_phrase, others, denied):
        fit = fitness(signals_of_wording(parse, event, token, wording, told, called), model)
        beside = len(others.intersection(wording.words) - {token})
        rank = fit - BESIDE * beside - ANOTHER * _tells_another(parse, token, wording, others)
        rank -= ANSWERING * _answers(wording.text)
        one = Fit(wording.text, fit, rank, frozenset(wording.words))
        known = found.setdefault(one.text, one)
        if one.rank > known.rank and _is_marked(one.text):  # as it stands it is read with its marks
            found[one.text] = one
    out = sorted(found.values(), key=lambda one: (-one.rank, len(one.text), one.text))
    near = [one for one in out if one.rank >= out[0].rank - NEAR]
    return [*sorted(near, key=lambda one: (len(one.text), one.text)), *out[len(near) :]]


def _is_marked(text: str) -> bool:
    return any(mark in text for mark in CLOSED_BY)


def _tells_another(parse: Parse, token: int, wording: Wording, others: frozenset[int]) -> bool:
    """Tell a wording with a clause beside, on either side, that has a subject and a row of its own."""
    for word in parse.among(wording.words, rel.CONJUNCT):
        if not is_clausal(parse, word) or subject_of(parse, word) < 0:
            continue
        beside = parse.governor(word) if token in parse.under(word) else word
        if beside in others and beside in wording.words:
            return True
    return False


def wordings_of(
    parse: Parse,
    token: int,
    cut: Worded,
    called: Mapping[int, str],
    date: tuple[int, int] | None = None,
    others: frozenset[int] = frozenset(),
    denied: bool = False,
) -> list[tuple[Wording, int]]:
    """List the wordings of an event, each with how well it tells: the cut clause, if there is one, and what stands.

    None whose sense is turned by what it leaves out; of what is `denied` those that say so, if any does.
    """
    found = [(wording, 2) for wording in standing(parse, token, called, date, others)]
    plan = plan_of(parse, token)
    if plan >= 0 and plan not in cut.kept:  # not "Lee to sell it" of "drops a plan to sell it"
        own = owned_plan(parse, plan, date)
        found[:0] = [(Wording(CUT, joined(parse, own, {}), tuple(own)), 1)] if own else []
    elif cut.tells and cut.kept:
        words = tuple(sorted(cut.kept))
        put_in = not cut.text.lower().startswith(parse.tokens.word[words[0]].lower())
        found.insert(0, (Wording(CUT, cut.text, words, int(put_in)), cut.tells))
    found = [one for one in found if not lacks_its_object(parse, token, one[0])]
    found = [one for one in found if not breaks_off(parse, one[0])] or found
    kept = [one for one in found if not turns(parse, token, one[0])]
    if found and not kept:  # then all of it, however long
        whole = whole_sentence(parse, token, called)
        kept = [] if turns(parse, token, whole) else [(whole, 2)]
    denying = [one for one in kept if says_no(parse, one[0])] if denied else []
    return denying or kept
