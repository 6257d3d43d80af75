"""What the explorer shows, as HTML: a small timeline, a table, a sentence in its place. All text is escaped."""

from __future__ import annotations

import pandas as pd

from dateline.explaining import Lookup, explain
from dateline.explaining.terms import in_brief, say_day
from dateline.report.markup import element, items, said
from dateline.showing import table_html
from dateline.tables import Row

_MARKS = {
    "happened": ("#0072b2", "#0072b2", ""), "ongoing": ("#56b4e9", "#0072b2", ""),
    "planned": ("#ffffff", "#b34700", ""), "hypothetical": ("#ffffff", "#8f3f75", "3 2"),
    "denied": ("#1a1a1a", "#1a1a1a", "2 2"),
}  # fmt: skip
_WIDE, _TALL, _SHOWN = 900, 14, 40
_DRAWN = 240  # events at most
AROUND = 400  # characters shown on either side of a sentence
_WORD = 50  # more at most, so that no word is cut


def chart_of(rows: pd.DataFrame, chosen: object = None) -> str:
    """A timeline as one small picture: a point is a day, a bar an interval; an arrow shows the chosen event."""
    from dateline.charts.time_axis import window_of
    from dateline.charts.timeline_marks import most_told

    dated = rows[rows["first"].notna()]
    left = len(dated) - _DRAWN
    if left > 0:
        dated = dated.loc[sorted(most_told(dated, _DRAWN))]
    if dated.empty:
        return element("p", "No event with a day.")
    step = max(1, len(dated) // _SHOWN + (len(dated) % _SHOWN > 0))
    low, high = window_of(dated["first"], dated["last"])
    high += pd.Timedelta(days=1)
    span = max((high - low) / pd.Timedelta(days=1), 1)
    off = int(((dated["last"] < low) | (dated["first"] >= high)).sum())
    marks = []
    for number, row in enumerate(dated.itertuples()):
        begin, end = min(max(row.first, low), high), max(min(row.last, high), low)
        x = 20 + (_WIDE - 60) * ((begin - low) / pd.Timedelta(days=1)) / span
        days = (end - begin) / pd.Timedelta(days=1) + 1
        width = max(8, (_WIDE - 60) * days / span if row.last > row.first else 8)
        y = 4 + (number // step) * _TALL
        marks.append(_mark(row, x, y, width, chosen is not None and row.Index == chosen))
    tall = 4 + (len(dated) // step + 1) * _TALL
    ends = [(20, "start", low), (_WIDE - 20, "end", high - pd.Timedelta(days=1))]
    labels = "".join(
        element(
            "text",
            said(f"{day:%d %b %Y}".lstrip("0")),
            x=x,
            y=tall + 14,
            text_anchor=anchor,
            font_size=12,
            fill="#555",
        )
        for x, anchor, day in ends
    )
    notes = [f"The {_DRAWN} events told most, and newest; {left} more fit."] if left > 0 else []
    if off:
        notes.append(f"{off} at the edge: too far off to be drawn to scale.")
    more = element("p", said(" ".join(notes))) if notes else ""
    words = f"{len(dated)} events from {say_day(low)} to {say_day(dated['last'].max())}"
    picture = element(
        "svg", *marks, labels, viewBox=f"0 0 {_WIDE} {tall + 20}", width="100%", role="img", aria_label=words
    )
    return picture + more


def _mark(row: Row, x: float, y: float, width: float, chosen: bool) -> str:
    face, edge, dash = _MARKS.get(row.status, ("#d9d9d9", "#555", ""))
    box = element(
        "rect", element("title", said(f"{in_brief(row.first, row.last)}: {row.what} ({row.status})")),
        x=f"{x:.1f}", y=y, width=f"{width:.1f}", height=8, rx=4, fill=face, stroke=edge, stroke_width=2,
        stroke_dasharray=dash or None,
    )  # fmt: skip
    arrow = element("text", "➤", x=f"{x - 16:.1f}", y=y + 9, font_size=13) if chosen else ""
    return box + arrow


def table_of(rows: pd.DataFrame, shelf: Lookup, most: int = 15) -> str:
    """The events with their days, status and who takes part; legible where notebooks are not trusted, too."""
    shown = rows.head(most)
    days = [
        in_brief(first, last) or "no day told"
        for first, last in zip(shown["first"], shown["last"], strict=True)
    ]
    columns = {
        "When": days, "Status": shown["status"], "What": shown["what"],
        "Who": shown["actors"].map(shelf.name), "To or with whom": shown["targets"].map(shelf.name),
    }  # fmt: skip
    more = f"{len(rows)} events" + (f", the first {most} shown" if len(rows) > most else "")
    return element("p", said(more)) + table_html(pd.DataFrame(columns, index=shown.index))


def place_of(row: pd.Series, shelf: Lookup) -> str:
    """The sentence of an event in its place, and why the row is there."""
    text = shelf.texts[row["article"]]
    start, end = int(row["start"]), int(row["end"])
    begin, stop = max(0, start - AROUND), min(len(text), end + AROUND)
    while begin and not text[begin - 1].isspace() and start - begin < AROUND + _WORD:
        begin -= 1
    while stop < len(text) and not text[stop].isspace() and stop - end < AROUND + _WORD:
        stop += 1
    before = ("… " if begin else "") + text[begin:start]
    after = text[end:stop] + (" …" if stop < len(text) else "")
    words = element(
        "p", said(before), element("mark", said(text[start:end])), said(after), style="white-space:pre-wrap"
    )
    title = shelf.articles[row["article"]].title or row["article"]
    why = explain(row, shelf).splitlines()[1:]
    return element("h4", said(row["what"])) + element("p", element("i", said(title))) + words + items(
        said(line) for line in why if not line.startswith("Told best by")
    )  # fmt: skip


def sentences_of(rows: pd.DataFrame) -> str:
    """Sentences as a list, each with its article."""
    if rows.empty:
        return ""
    lines = (
        said(" ".join(row.text.split())) + element("small", said(f" ({row.article})"))
        for row in rows.itertuples()
    )
    return element("h4", said(f"Sentences ({len(rows)})")) + items(lines)
