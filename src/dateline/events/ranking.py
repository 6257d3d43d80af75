"""Which events matter: an order that puts a summit above a "said"."""

from __future__ import annotations

import pandas as pd

TIMELINE = 0.5  # at or above this an event is worth a row of its own in a timeline
_BY_CLASS = {
    "OCCURRENCE": 0.22, "I_ACTION": 0.2, "ASPECTUAL": 0.1, "REPORTING": 0.05, "STATE": 0.05, "I_STATE": 0.0,
    "PERCEPTION": 0.0,
}  # fmt: skip
_BY_STATUS = {"happened": 0.1, "ongoing": 0.05, "planned": 0.1, "hypothetical": -0.1, "denied": -0.1}
EMPTY = frozenset(
    "go come do make get take have be give put use keep see look know show seem become call let".split()
)
# what happens to many or changes much: news even when nobody is named who does it
NEWS = frozenset(
    "acquire acquit arrest ban bankrupt blast burn capsize close collapse collide collision convict crash "
    "death defeat derail derailment destroy detain detention die drown earthquake elect election erupt eruption "
    "evacuate execute expel explode explosion fire flood free hijack impeach indict injure jail kidnap kill launch "
    "legalize merge murder nominate oust overthrow poison quake ratify raid reelect release repeal rescue resign "
    "resignation retire riot rob rule sentence shoot shooting shut sink stab stampede sue suspend topple trample "
    "verdict wildfire win wound wreck".split()
)
_VERBAL = frozenset(("AGREE", "REQUEST"))  # words about deeds rather than deeds


def importance(events: pd.DataFrame) -> pd.Series:
    """Which events matter? Rank every event by what its row says, from 0 (plain reporting) to 1.

    An event gains by a PLOVER type (a deed more than a mere offer or demand), by strong conflict or co-operation,
    by being news whoever did it (deaths, disasters, courts, elections), by a known actor, target and date, by its
    class and status, and a little by standing in the first sentence.
    Verbs of speech without a type of their own (say, tell, add) stay below TIMELINE (0.5); speech that is an
    act (denies, accuses, threatens) does not.

    Parameters
    ----------
    events : DataFrame
        The events table; read are `sentence`, `action`, `class`, `type`, `actor`, `target`, `first`, `status`, `score`.

    Returns
    -------
    Series of float
        On the index of `events`, in [0, 1]. Sort by it, descending and stable, for an order of weight.

    Examples
    --------
    >>> from dateline.tables import empty
    >>> importance(empty("events")).tolist()
    []
    """
    typed = events["type"] != ""
    weight = _looked_up(events["class"], _BY_CLASS) + _looked_up(events["status"], _BY_STATUS)
    weight = weight + typed * 0.25 - events["type"].isin(_VERBAL) * 0.1
    weight = weight + events["score"].fillna(0.0).abs().astype(float) * 0.01
    named = [events[role] != "" for role in ("actor", "target")]  # of a passive only the target is known
    weight = weight + (named[0] | named[1]) * 0.15 + (named[0] & named[1]) * 0.05
    weight = weight + events["first"].notna() * 0.1 + (events["sentence"] == 0) * 0.06
    weight = weight + (events["action"].isin(NEWS) & events["class"].eq("OCCURRENCE")) * 0.2
    weight = weight - (~typed & events["action"].isin(EMPTY)) * 0.2
    plain = ~typed & events["class"].isin(("REPORTING", "I_STATE", "STATE", "PERCEPTION", "ASPECTUAL"))
    plain = plain & ~(events["action"].isin(NEWS) & events["class"].ne("STATE"))
    return weight.clip(0.0, 1.0).where(~plain, weight.clip(0.0, TIMELINE - 0.01)).astype(float)


def _looked_up(column: pd.Series, weights: dict[str, float]) -> pd.Series:
    return column.astype(object).map(weights).astype(float).fillna(0.0)
