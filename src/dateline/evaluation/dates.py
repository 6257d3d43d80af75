"""Predictions for the dates scorer, and how well the day of publication is told from the text alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dateline.dates import PublishedCandidate, dates_in, infer_published
from dateline.grammar import parse


def predict(gold: list[dict]) -> list[dict]:
    """Predict the expressions of time of every gold line from its `text` and `published`."""
    return [
        {
            "id": line["id"],
            "dates": [
                {
                    "start": p.start,
                    "end": p.end,
                    "text": p.text,
                    "type": p.type,
                    "value": p.value,
                    "rule": p.rule,
                }
                for p in dates_in(parse(line["text"]), _day(line.get("published")))
            ],
        }
        for line in gold
    ]


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published[:10]) if published else None


def score_published(pairs: Iterable[tuple[date, list[PublishedCandidate]]]) -> dict[str, float]:
    """How often is the true day of publication among the candidates, and how wide are they?

    Parameters
    ----------
    pairs
        The true day and the candidates of each text.

    Returns
    -------
    dict
        `texts`; `answered` (texts with candidates); of these, the share whose candidates hold the right `day`,
        touch its `week`, `month`, `year`; `bounded` (answered, with both ends known) and the median number of
        days of those, `median_days`; `single_day` answers and the share of them that is right.

    Examples
    --------
    >>> day = date(2021, 12, 29)
    >>> score_published([(day, [PublishedCandidate(day, day, "dateline", 0, 1)])])["single_day_right"]
    1.0
    """
    pairs = list(pairs)
    answered = [(day, found) for day, found in pairs if found]
    widths = sorted(_days(found) for _, found in answered if _bounded(found))
    single = [_holds(found, day, day) for day, found in answered if _bounded(found) and _days(found) == 1]
    result: dict[str, float] = {"texts": len(pairs), "answered": len(answered)}
    for grain in ("day", "week", "month", "year"):
        hits = sum(_holds(found, *_around(day, grain)) for day, found in answered)
        result[grain] = hits / len(answered) if answered else 0.0
    result |= {"bounded": len(widths), "median_days": widths[len(widths) // 2] if widths else 0}
    return result | {
        "single_day": len(single),
        "single_day_right": sum(single) / len(single) if single else 0.0,
    }


def measure_published(gold: list[dict]) -> dict[str, float]:
    """Hide the publication day of every gold line, infer it from the text, and score the answers."""
    days = [(_day(line["published"]), line["text"]) for line in gold]
    return score_published((day, infer_published(parse(text))) for day, text in days if day is not None)


def _bounded(found: list[PublishedCandidate]) -> bool:
    return found[0].first > date.min and found[-1].last < date.max


def _days(found: list[PublishedCandidate]) -> int:
    return sum((one.last - one.first).days + 1 for one in found)


def _holds(found: list[PublishedCandidate], first: date, last: date) -> bool:
    return any(one.first <= last and first <= one.last for one in found)


def _around(day: date, grain: str) -> tuple[date, date]:
    if grain == "week":
        monday = day - timedelta(day.weekday())
        return monday, monday + timedelta(6)
    if grain == "month":
        next_month = (day.replace(day=28) + timedelta(4)).replace(day=1)
        return day.replace(day=1), next_month - timedelta(1)
    if grain == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day, day
