"""Predictions for the events scorer: words and classes of the events table, and how right its status and days are."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dateline import analyze
from dateline.evaluation.rows import article_of

# what is planned or only possible lies after; what is denied lies nowhere
_SIDES = {"happened": "BEFORE", "planned": "AFTER", "hypothetical": "AFTER", "ongoing": "INCLUDES"}


def predict(gold: list[dict]) -> list[dict]:
    """Give the events of each article as the table has them, with `start`, `end` and `class`.

    The package's counts were made on TimeBank and AQUAINT: for these see `events.trigger_training.left_out`.
    """
    return [
        {"id": line["id"], "events": events_of(line)[["start", "end", "class"]].to_dict("records")}
        for line in gold
    ]


def events_of(line: dict) -> pd.DataFrame:
    """Make the events table of one gold line."""
    return analyze(article_of(line)).events


def time_scores(gold: list[dict], found: Mapping[str, pd.DataFrame]) -> dict[str, float]:
    """Compare status and days with the gold's links of events to the publication day and to dates.

    Returns
    -------
    dict
        `side`: share of events linked BEFORE, AFTER or INCLUDES publication whose status says the same (with the
        number judged); `dated`: share of events linked to a date by IS_INCLUDED for which the same date phrase was
        chosen; `dated_wrong`: share for which another was.
    """
    side = [0, 0]
    dated, missed, wrong = 0, 0, 0
    for line in gold:
        at = {event.start: event for event in found[line["id"]].itertuples(index=False)}
        for number, other, relation in line["event_times"]:
            event = at.get(line["events"][number]["start"])
            if event is None:
                continue
            if other == "DCT" and relation in ("BEFORE", "AFTER", "INCLUDES") and event.status in _SIDES:
                side[0] += _SIDES.get(event.status) == relation
                side[1] += 1
            elif other != "DCT" and relation == "IS_INCLUDED":
                phrase = line["dates"][other]
                if pd.isna(event.date_start):
                    missed += 1
                elif event.date_start < phrase["end"] and event.date_end > phrase["start"]:
                    dated += 1
                else:
                    wrong += 1
    total = max(dated + missed + wrong, 1)
    return {"side": side[0] / max(side[1], 1), "judged": side[1], "dated": dated / total, "dated_wrong": wrong / total,
            "links": total}  # fmt: skip


def status_scores(gold: list[dict], found: Mapping[str, pd.DataFrame]) -> dict[str, float]:
    """Compare statuses with MEANTIME's attributes: certainty, time and polarity of events at the document level.

    Certain events of past or present are happened or ongoing; certain future ones planned; possible, probable and
    undecided ones hypothetical, or planned when future; negated ones denied. Events that were not found don't count.

    Returns
    -------
    dict
        `agreement`: share of judged events whose status is one of those expected; `judged`: their number.
    """
    right = judged = 0
    for line in gold:
        events = found[line["id"]]
        for annotated in line["events"]:
            expected = _expected_statuses(annotated)
            met = events[(events["start"] < annotated["end"]) & (events["end"] > annotated["start"])]
            if expected and len(met):
                right += met["status"].iloc[0] in expected
                judged += 1
    return {"agreement": right / max(judged, 1), "judged": judged}


def _expected_statuses(annotated: dict) -> tuple[str, ...]:
    """Map MEANTIME's attributes to statuses, () where they are missing."""
    certainty, time, polarity = (annotated.get(name) for name in ("certainty", "time", "polarity"))
    if certainty is None or annotated.get("layer", "doc") != "doc":
        return ()
    if polarity == "NEG":
        return ("denied",)
    if certainty != "CERTAIN":
        return ("hypothetical", "planned") if time == "FUTURE" else ("hypothetical",)
    return ("planned",) if time == "FUTURE" else ("happened", "ongoing")
