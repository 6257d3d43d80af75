"""Did it happen? What was learned of named signals, where the rules of form leave it open.

Method: multinomial logistic regression over the signals of `status_signals`, the rule and its answer among them, and
over what the encoder takes the word for (`status_encoded`). It is learned from events that an editor lists, so that
only those with a row are asked: "climbed to check the mast" tells a deed there, elsewhere no more than a purpose.
Weights: lexicons/status_weights.csv, made again by `python -m dateline.events.status_training`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from dateline.events.limits import until_then
from dateline.events.records import DENIED, HAPPENED, ONGOING, UNREAL, Event
from dateline.events.rows.encoded import Reading
from dateline.events.status import AHEAD, READ
from dateline.events.status_encoded import STATUSES, reading, taken_for, vectors_at
from dateline.events.status_signals import scene_of, signals_of
from dateline.grammar.tree import Tree
from dateline.grammar.verbs import verb_group
from dateline.lexicons import read_facts
from dateline.tables import ROW

FILE = "status_weights.csv"
ALWAYS = "(always)"  # the signal that every case has
LEARNED = "learned"
TURNS = 1.5  # how many times as likely as the rule's status another must be
COMES_ABOUT = 2.0  # the same of "happened" against a plan or possibility: worse when it is wrong
_DIGITS = 9  # of a sum; the last ones differ with the order of signals
_STATES = ("STATE", "I_STATE")  # are no events that anybody listed
# what these rules judge so is not of form: a word's meaning says it, or the verb leaves it open
_SETTLED = {
    "governed": (HAPPENED, DENIED),
    "with the verb before": (HAPPENED, DENIED),
}
# Rules of form: what they judge may be otherwise. Those that read a denial, a doubt or an "if" are not asked again.
OPEN = frozenset(
    (
        "past", "present", "news in the present", "named", "lasting", "governed", "carried", "future",
        "infinitive of a noun", "participle of a noun", "planned before",
        "with the verb before", "time clause", "reported would", "going on", READ, AHEAD, "purpose", "about to",
        "be to", "object of a wish or plan", "order", "under what is open",
    )
)  # fmt: skip

Weights = Mapping[str, Sequence[float]]


@cache
def weights() -> dict[str, tuple[float, ...]]:
    """Read the weights of the package: signal -> one number each status."""
    return {row["signal"]: tuple(float(row[status]) for status in STATUSES) for row in read_facts(FILE)}


def shares(signals: Mapping[str, float], known: Weights) -> dict[str, float]:
    """Give the probability of each status.

    Examples
    --------
    >>> plan = {"day ahead": (0.0, 0.0, 2.0, 0.0, 0.0)}
    >>> {status: round(share, 2) for status, share in shares({"day ahead": 1.0}, plan).items()}
    {'happened': 0.09, 'ongoing': 0.09, 'planned': 0.65, 'hypothetical': 0.09, 'denied': 0.09}
    """
    of = [(known[name], value) for name, value in {ALWAYS: 1.0, **signals}.items() if name in known]
    sums = [
        round(math.fsum([weight[at] * value for weight, value in of]), _DIGITS) for at in range(len(STATUSES))
    ]
    most = max(sums)
    odds = [math.exp(one - most) for one in sums]
    return {status: one / math.fsum(odds) for status, one in zip(STATUSES, odds, strict=True)}


def with_learned(
    events: Sequence[Event],
    tree: Tree,
    published: date | None,
    known: Weights | None = None,
    taking: Reading | None = None,
    least: float = ROW,
) -> list[Event]:
    """Turn statuses that rest on form alone where what was learned surely says otherwise.

    Parameters
    ----------
    events : sequence of Event
        As the rules judge them, with their weights as rows.
    tree : Tree
        The parse that they stand in.
    published : datetime.date, optional
    known : mapping of str to sequence of float, optional
        Other weights than the package's: signal -> a number each of `STATUSES`.
    taking : Reading, optional
        Other scores of what the encoder takes an event for than the package's.
    least : float
        Events of less weight keep what the rules judge.

    Returns
    -------
    list of Event
        Those turned have the rule "learned". What lies after publication is never turned to what happened.
    """
    known = weights() if known is None else known
    at = tree.tokens.by_start()
    asked = [
        number for number, event in enumerate(events) if event.weight >= least and _is_asked(event, tree, at)
    ]
    if not asked:
        return list(events)
    scene, words = scene_of(tree, events, published), [at[events[number].start] for number in asked]
    taken = taken_for(taking or reading(), vectors_at(tree, words), len(words))
    out = list(events)
    for number, token, scores in zip(asked, words, taken, strict=True):
        event = events[number]
        likely = shares({**signals_of(scene, event, token, odds_of(tree, token)), **scores}, known)
        status = turned(event.status, likely)
        ahead = published is not None and event.first is not None and event.first > published
        if status != event.status and not (ahead and status in (HAPPENED, ONGOING)):
            out[number] = event._replace(status=status, status_rule=LEARNED)
    return out


def _is_asked(event: Event, tree: Tree, at: Mapping[int, int]) -> bool:
    """Tell events whose status rests on form; "did not open until Friday" says that it opened."""
    if not is_open(event.status_rule, event.status) or event.class_ in _STATES or event.start not in at:
        return False
    return not until_then(tree, at[event.start])


def is_open(rule: str, status: str) -> bool:
    """Tell a rule of form from one that reads a meaning: "did not fail to act", "refused to act", "if talks fail".

    Examples
    --------
    >>> is_open("governed", "planned"), is_open("governed", "denied"), is_open("condition", "hypothetical")
    (True, False, False)
    """
    return rule in OPEN and status not in _SETTLED.get(rule, ())


def turned(judged: str, likely: Mapping[str, float]) -> str:
    """Give the status that is surely likelier than the one judged, else the one judged.

    Examples
    --------
    >>> turned("ongoing", {"happened": 0.7, "ongoing": 0.3})
    'happened'
    >>> turned("planned", {"happened": 0.6, "planned": 0.4})
    'planned'
    """
    status = max(likely, key=likely.__getitem__)
    most = COMES_ABOUT if status == HAPPENED and judged in UNREAL else TURNS
    return status if likely[status] > most * likely[judged] else judged


def odds_of(tree: Tree, token: int) -> float | None:
    """Look up what the encoder reads of a word.

    It takes "did not open until Friday" for a denial, and "might have been arrested" for an arrest.
    """
    happened = tree.tokens.happened
    if not happened or until_then(tree, token):
        return None
    group = verb_group(tree, token)
    return None if group.modal and group.modal != "will" and "have" in group.auxiliaries else happened[token]
