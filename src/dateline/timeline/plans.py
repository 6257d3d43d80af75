"""What became of plans: done, moved to another day, or never told of again; and who tells the contrary.

All of it is said in words, for the columns `was_planned`, `planned_note` and `disputed` of the timeline.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from dateline.timeline.tellings import DONE, Told, share_a_day

PLANNED = "planned"
SILENT = "planned, nothing told since"
_MONTHS = "January February March April May June July August September October November December".split()


def was_planned(group: Sequence[Told]) -> str:
    """Say since when and by which article a deed was planned: "2023-05-08 monday", "" if no earlier article says so."""
    done = [m.number for m in group if m.status in DONE]
    plans = [m for m in group if m.status == PLANNED and done and m.number < max(done)]
    if not plans:
        return ""
    first = min(plans, key=lambda m: (m.number, m.start))
    return f"{first.published:%Y-%m-%d} {first.article}" if first.published is not None else first.article


def planned_note(group: Sequence[Told], status: str, newest: pd.Timestamp | None) -> str:
    """Say what became of a plan: its days, where they were moved, and that nobody told of it after they had passed.

    Parameters
    ----------
    group : sequence of Told
        The mentions of one event.
    status : str
        Of the row.
    newest : Timestamp, optional
        The day of publication of the newest article of all.
    """
    plans = sorted((m for m in group if m.status == PLANNED), key=lambda m: (m.number, m.start))
    notes = []
    days = _moved([m for m in plans if m.first is not None])
    if len(days) > 1:
        notes.append("first for " + ", then for ".join(map(_days, days)))
    if status == PLANNED and newest is not None and _is_over(plans, newest):
        notes.append(SILENT)
    return "; ".join(notes)


def _is_over(plans: Sequence[Told], newest: pd.Timestamp) -> bool:
    """Tell whether the day for which it was planned last has passed, and articles of later days are there."""
    dated = [m for m in plans if m.last is not None and m.published is not None]
    last = dated[-1] if dated else None
    if last is None or last.published is None or last.last is None:
        return False
    return last.published <= last.last < newest


def _moved(plans: Iterable[Told]) -> list[Told]:
    """Keep the plans whose days have nothing in common with those of the plan before, one article after another."""
    kept: list[Told] = []
    for plan in plans:
        last = kept[-1] if kept else None
        if last is None or (plan.number != last.number and not share_a_day(plan, last)):
            kept.append(plan)
        elif _within(plan, last):
            kept[-1] = plan  # told as closely, or more so
    return kept


def _within(plan: Told, other: Told) -> bool:
    if plan.first is None or plan.last is None or other.first is None or other.last is None:
        return False
    return other.first <= plan.first and plan.last <= other.last


def _days(plan: Told) -> str:
    first, last = plan.first, plan.last
    if first is None or last is None:
        return ""
    if plan.grain == "year" and first.year == last.year:
        return str(first.year)
    if plan.grain == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _day(day: pd.Timestamp) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def disputed(groups: Sequence[Sequence[Told]]) -> str:
    """Set the tellings of one event side by side that say of it what can't all be true.

    Parameters
    ----------
    groups : sequence of sequence of Told
        The mentions of each row that tells of this event.

    Returns
    -------
    str
        "happened: monday; denied: friday (org:union)": what is told, the articles, and who says so there; "" where all
        agree.
    """
    told: dict[str, dict[str, None]] = {}
    for mention in sorted((m for group in groups for m in group), key=lambda m: (m.number, m.start)):
        says = f" ({', '.join(mention.said_by)})" if mention.said_by else ""
        told.setdefault(_claim(mention.status), {})[f"{mention.article}{says}"] = None
    if "denied" not in told or len(told) < 2:
        return ""
    return "; ".join(f"{claim}: {', '.join(who)}" for claim, who in told.items())


def _claim(status: str) -> str:
    return "happened" if status in DONE else status
