"""Which events of one article earn a row: each is weighed by its own signals and by what surer ones tell already.

First every event gets two sums of its signals: how surely it tells something, and how surely it tells it best. Then,
the surest first, each is compared with the surer ones (`likeness`): what they tell already is a second telling, which
takes their row. Both comparisons and sums are learned (`weights`); nothing here decides by a rule but two: something
of the opening always has a row, and no whole sentence is printed beside a line of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from dateline.events.records import Event
from dateline.events.rows.encoded import SAME as TOLD_AGAIN
from dateline.events.rows.encoded import TAKEN, PairReading, Reading, Scores, middle_of, scores, vectors_of
from dateline.events.rows.likeness import Telling, contradict, keys_of, likeness_of, on_other_days, telling_of
from dateline.events.rows.room import MOST, WORDS
from dateline.events.rows.setting import Setting
from dateline.events.rows.signals import signals_of
from dateline.events.rows.syntax import SUBJECTS, Parse
from dateline.events.rows.weights import Weights, probability
from dateline.events.rows.words import Worded
from dateline.tables import ROW

REPEATING = 0.45  # at most: a row in the words of another, or a whole sentence beside a line of its own
SAME = 0.35  # as one event tells another this surely again, it takes its row
KEPT, COMPARED = (
    12,
    24,
)  # surer events kept under each key, and compared with at most; keeps long texts linear
# signals that most events have, which tell a reader nothing when named
_PLAIN = (
    "class ", "depth ", "few events", "form ", "in the body", "middling sentence", "relation ", "under ", "type none",
    "with ", "verb: no family", "noun: no family",
)  # fmt: skip


class Weighed(NamedTuple):
    """What was learned of one event: its weight, why, whose row it shares, and how surely it tells other events."""

    weight: float
    why: str
    leader: int
    telling: Telling | None = None  # None for a word of no parse
    alike: Mapping[int, float] = MappingProxyType({})


class Case(NamedTuple):
    """An event with its signals and sums, before it is compared with others."""

    number: int
    signals: dict[str, float]
    tells: float  # log-odds
    best: float
    telling: Telling
    vector: np.ndarray | None = None  # what the encoder makes of it


class Middles(NamedTuple):
    """What the middle layer of the encoder makes of the word of each event: a row each, by the event's number."""

    table: np.ndarray
    row: dict[int, int]


def weighed(
    setting: Setting, words: list[Worded], models: Mapping[str, Weights], taking: Scores | None = None
) -> list[Weighed]:
    """Weigh every event of an article as a row of its chronology.

    Parameters
    ----------
    setting : Setting
        The article and its events.
    words : list of Worded
        The words of each.
    models : mapping of str to Weights
        See `weights.weights`.
    taking : Scores, optional
        Other scores of what the encoder takes a word for than the package's.

    Returns
    -------
    list of Weighed
        One for each event, in their order.
    """
    parse, events = setting.parse, setting.events
    likeness: dict[int, dict[int, float]] = defaultdict(dict)
    out: dict[int, Weighed] = {}
    leaders: dict[int, int] = {}
    members: dict[int, list[Telling]] = {}
    lined: set[int] = set()  # sentences that have a row
    taking = taking or scores()
    cases = summed(taken(cases_of(setting, words), taking.single), models)
    for case, row, alike in compared(cases, words, models, taking.pair):
        number = case.number
        for other, likely in alike.items():
            likeness[number][other] = likeness[other][number] = likely
        weight = probability(models["row"].logit(row))
        told_by = _told_by(case, alike, setting, words, leaders, members)
        if told_by < 0 and words[number].tells == 0 and case.telling.order in lined:
            weight = min(weight, REPEATING)
        elif weight >= ROW:
            lined.add(case.telling.order)
        leader = leaders.get(told_by, number)
        leaders[number] = leader
        members.setdefault(leader, []).append(case.telling)
        why = _why(case, row, weight, models)
        out[number] = Weighed(weight, why, leader, case.telling, likeness[number])
    out = _with_lead(parse, events, out)
    return [out.get(number, Weighed(0.0, "", number)) for number in range(len(events))]


def _told_by(
    case: Case,
    alike: Mapping[int, float],
    setting: Setting,
    words: list[Worded],
    leaders: Mapping[int, int],
    members: Mapping[int, list[Telling]],
) -> int:
    """Find the surer event that tells an event already: by its line, else the likeliest not contradicted; or -1."""
    for other in alike:
        if _reads_alike(words[case.number], words[other]):
            return other
    for other in alike:
        if _carries(setting, words, case.number, other):
            return other
    for other in sorted(alike, key=lambda other: (-alike[other], other)):
        if alike[other] < SAME:
            break
        if not any(contradict(case.telling, one) for one in members[leaders[other]]):
            return other
    return -1


def _reads_alike(one: Worded, other: Worded) -> bool:
    """Tell two events whose lines are the same clause: "had" and "call" in "Ann Lee had a video call"."""
    return one.text == other.text and bool(one.tells and other.tells) and " " in one.text


def _carries(setting: Setting, words: list[Worded], verb: int, noun: int) -> bool:
    """Tell a verb that only says that an event comes, in a line that cannot be cut: "consultations are to follow"."""
    parse = setting.parse
    if words[verb].tells or not words[noun].tells:
        return False
    token, subject = (parse.at.get(setting.events[one].start, -1) for one in (verb, noun))
    if min(token, subject) < 0:
        return False
    return parse.governor(subject, *SUBJECTS) == token


def cases_of(setting: Setting, words: list[Worded]) -> list[Case]:
    """Read the signals of every event, without their sums."""
    parse = setting.parse
    tellings = [
        telling_of(parse, number, event, words[number].kept, setting.parts[event.sentence])
        for number, event in enumerate(setting.events)
        if event.start in parse.at
    ]
    vectors = vectors_of(parse.tokens, [one.token for one in tellings], [one.kept for one in tellings])
    return [
        Case(
            one.number,
            signals_of(setting, one.number),
            0.0,
            0.0,
            one,
            None if vectors is None else vectors[row],
        )
        for row, one in enumerate(tellings)
    ]


def taken(cases: list[Case], scores: Reading) -> list[Case]:
    """Add to the signals of every event what the encoder takes it for."""
    if not cases or cases[0].vector is None:
        return cases
    found = scores.scores(np.array([case.vector for case in cases])).tolist()
    return [
        case._replace(signals={**case.signals, **dict(zip(TAKEN, row, strict=True))})
        for case, row in zip(cases, found, strict=True)
    ]


def summed(cases: list[Case], models: Mapping[str, Weights]) -> list[Case]:
    """Sum up the signals of every event; the surest first."""
    cases = [
        case._replace(tells=models["tells"].logit(case.signals), best=models["best"].logit(case.signals))
        for case in cases
    ]
    return sorted(cases, key=lambda case: (-case.best, case.number))


def compared(
    cases: list[Case], words: list[Worded], models: Mapping[str, Weights], pairs: PairReading
) -> Iterator[tuple[Case, dict[str, float], dict[int, float]]]:
    """Compare each event with the surer ones: its signals as a row, and how surely each of them tells it already."""
    done: dict[object, list[Case]] = {}
    rows_of: Counter[int] = Counter()
    most: dict[int, float] = {}
    # a line of its own before one that only its whole sentence can word
    cases = sorted(cases, key=lambda case: words[case.number].tells == 0)
    middles = _middles(cases)
    for rank, case in enumerate(cases):
        here = case.telling.order
        most.setdefault(here, case.best)
        keys = keys_of(case.telling)
        near = {other.number: other for key in keys for other in done.get(key, ())}
        found = {n: other for n, other in near.items() if not on_other_days(case.telling, other.telling)}
        surest = sorted(found.values(), key=lambda other: (-other.best, other.number))[:COMPARED]
        others = {other.number: other for other in surest}
        alike = _alike(case, [others[number] for number in sorted(others)], models["alike"], pairs, middles)
        yield case, _row_signals(case, words[case.number], others, alike, rank / len(cases), most[here],
                                 rows_of[here]), alike  # fmt: skip
        rows_of[here] += 1
        for key in keys:
            kept = done.setdefault(key, [])
            if len(kept) < KEPT:
                kept.append(case)


def _middles(cases: list[Case]) -> Middles | None:
    vectors = [middle_of(case.vector) for case in cases if case.vector is not None]
    return (
        Middles(np.array(vectors), {case.number: row for row, case in enumerate(cases)}) if vectors else None
    )


def _alike(
    case: Case, others: list[Case], model: Weights, pairs: PairReading, middles: Middles | None
) -> dict[int, float]:
    """Tell how surely each of some other events is this one."""
    ordered = [
        (case, other) if case.telling.token <= other.telling.token else (other, case) for other in others
    ]
    told = _pair_scores(ordered, pairs, middles)
    return {
        other.number: probability(model.logit(likeness_of(one.telling, two.telling) | more))
        for other, (one, two), more in zip(others, ordered, told, strict=True)
    }


def _pair_scores(
    pairs: list[tuple[Case, Case]], scores: PairReading, middles: Middles | None
) -> list[dict[str, float]]:
    """Score pairs of events, the earlier in the text first, as a signal: whether the encoder takes both for one."""
    if not pairs or middles is None:
        return [{}] * len(pairs)
    earlier, later = (middles.table[[middles.row[pair[end].number] for pair in pairs]] for end in (0, 1))
    return [
        {f"{TOLD_AGAIN} {place_of(one, two)}": score}
        for (one, two), score in zip(pairs, scores.scores(earlier, later).tolist(), strict=True)
    ]


def place_of(one: Case, other: Case) -> str:
    """Say whether two events stand in one sentence."""
    return "in one sentence" if one.telling.order == other.telling.order else "apart"


def _row_signals(
    case: Case,
    worded: Worded,
    others: dict[int, Case],
    alike: dict[int, float],
    rank: float,
    most: float,
    beside: int,
) -> dict[str, float]:
    """Say what speaks for a row of its own beside those that surer events have."""
    here = case.telling.order
    inside = [alike[n] for n, other in others.items() if other.telling.order == here]
    apart = [alike[n] for n, other in others.items() if other.telling.order != here]
    length = len(worded.text.split())
    kind = "verb" if case.telling.verbal else "noun"
    found = {
        "tells an event": case.tells,
        "tells it best": case.best,
        "told already in its sentence": max(inside, default=0.0),
        "told already elsewhere": max(apart, default=0.0),
        f"{kind}, told already elsewhere": max(apart, default=0.0),
        "told already, all taken together": min(sum(inside) + sum(apart), 3.0),
        "same word in a surer one": float(any(o.telling.stems & case.telling.stems for o in others.values())),
        "like word in a surer one": float(
            any(o.telling.families & case.telling.families for o in others.values())
        ),
        "surer ones in its sentence": min(beside, 4.0),
        "surest of its sentence": float(beside == 0),
        "behind the surest of its sentence": min(most - case.best, 4.0),
        "place in the order of the article": rank,
        "worded as a clause": float(worded.tells == 2),
        "worded by its sentence": float(worded.tells == 0),
        "worded by a sentence that has a row": float(worded.tells == 0 and beside > 0),
        "words in its line": min(length, WORDS) / 7,
        "too long a line": float(length > MOST),
        **{name: case.signals.get(name, 0.0) for name in TAKEN},
    }
    return {name: value for name, value in found.items() if value}


def _why(case: Case, row: dict[str, float], weight: float, models: Mapping[str, Weights]) -> str:
    """Name the strongest signals: what speaks for it, or, below the weight of a row, what speaks against it."""
    if weight >= ROW:
        return "; ".join(models["best"].strongest(case.signals, without=_PLAIN))
    told = max(row.get("told already in its sentence", 0.0), row.get("told already elsewhere", 0.0))
    reasons = ["told already"] * (told >= SAME) + models["best"].weakest(case.signals, without=_PLAIN)
    return "not " + "; ".join(reasons[:3]) if reasons else ""


def _with_lead(parse: Parse, events: list[Event], found: dict[int, Weighed]) -> dict[int, Weighed]:
    """Let the surest event of the opening have a row, whatever its weight."""
    opening = [n for n in found if events[n].sentence in parse.opening]
    if opening and not any(found[n].weight >= ROW for n in opening):
        lead = max(opening, key=lambda n: (found[n].weight, -n))
        found[lead] = found[lead]._replace(weight=ROW, why="lead of the article")
    return found
