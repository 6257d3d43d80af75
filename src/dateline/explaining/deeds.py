"""Why an event or a row of the timeline is there: statements on one row."""

from __future__ import annotations

from functools import cache

import pandas as pd

from dateline.cells import listed
from dateline.corrections.rows import CORRECTED
from dateline.explaining.shelf import Lookup
from dateline.explaining.terms import BY_HAND, CLASSES, STATUSES, TYPES, listed_as, quoted, say_days


def of_event(row: pd.Series, shelf: Lookup | None) -> list[str]:
    says = shelf.name if shelf else str
    lines = [
        f"{quoted(row['text'])} tells an event, {row['status']}",
        f"Its class is {row['class']}: {CLASSES.get(row['class'], '')}.",
    ]
    if row["type"]:
        score = (
            ""
            if pd.isna(row["score"])
            else f", {row['score']:+g} between conflict (-10) and cooperation (+10)"
        )
        lines.append(
            f"Its type is {row['type']}: somebody {TYPES.get(row['type'], 'acts')}{score}.{_rule(row, 'type_rule')}"
        )
    lines.append(f"Status {row['status']}: {STATUSES.get(row['status'], '')}.{_rule(row, 'status_rule')}")
    for column, said in (("actor", "Who does it"), ("target", "To or with whom"), ("place", "Where")):
        lines.append(f"{said}: {says(row[column])}{_named_as(row, column, shelf)}." if row[column] else "")
    lines.append(_when(row, shelf))
    lines.append(f"Said by {says(row['said_by'])}." if row["said_by"] else "The article itself says so.")
    return [*lines, _weight(row)]


def _rule(row: pd.Series, column: str) -> str:
    rule = row.get(column)
    if rule == CORRECTED:
        return f" {BY_HAND}"
    if not rule:
        return ""
    says = _says(column).get(rule, "") or (listed_as(rule) if column == "type_rule" else "")
    return f" Rule {rule}{': ' + says.rstrip('.') if says else ''}."


@cache
def _says(column: str) -> dict[str, str]:
    """What the rules of the status or of the type say, by their names."""
    from dateline.events.coding import CODING
    from dateline.events.status import BOOKS

    books = BOOKS if column == "status_rule" else (CODING,)
    return {rule.name: rule.says for book in books for rule in book.rules}


def _named_as(row: pd.Series, column: str, shelf: Lookup | None) -> str:
    """The words of the sentence that were taken for somebody, where they are not the name."""
    span = shelf.sentence_span(row["article"], row["start"]) if shelf else None
    if shelf is None or span is None:
        return ""
    told = [
        f"{quoted(m.text)} was taken for {shelf.name(m.entity)}"
        for one in listed(row[column])
        for m in shelf.rows("mentions", row["article"])
        if m.entity == one and span[0] <= m.start < span[1] and m.text != shelf.name(one)
    ]
    return f" ({'; '.join(dict.fromkeys(told))})" if told else ""


def _when(row: pd.Series, shelf: Lookup | None) -> str:
    days = say_days(row["first"], row["last"])
    words = ""
    if shelf is not None and not pd.isna(row["date_start"]):
        words = quoted(shelf.words(row["article"], int(row["date_start"]), int(row["date_end"])))
        found = [d for d in shelf.rows("dates", row["article"]) if d.start == row["date_start"]]
        words += f" (rule {found[0].rule})" if found else ""
    if not days:
        return f"The words {words} give no day." if words else "The text tells no day of it."
    return f"When: {days}" + (f", by the words {words}." if words else ".")


def _weight(row: pd.Series) -> str:
    told = [
        f"An editor would print it: {row['weight']:.0%}."
        if "weight" in row.index and not pd.isna(row["weight"])
        else ""
    ]
    return " ".join(filter(None, [*told, f"Signals: {row['why']}." if row.get("why") else ""]))


def of_timeline(row: pd.Series, shelf: Lookup | None) -> list[str]:
    says = shelf.name if shelf else str
    best = _best_telling(row, shelf)
    days = say_days(row["first"], row["last"])
    same = best is not None and say_days(best["first"], best["last"]) == days
    times = "once" if row["mentions"] == 1 else f"{row['mentions']} times"
    lines = [
        f"{row['what']} ({row['status']})",
        (_when(best, shelf) if same else f"When: {days}.") if days else "The articles tell no day of it.",
        f"Status {row['status']}: {STATUSES.get(row['status'], '')}."
        + (_rule(best, "status_rule") if best is not None and best["status"] == row["status"] else ""),
        f"Its type is {row['type']}: somebody {TYPES.get(row['type'], 'acts')}."
        + (_rule(best, "type_rule") if best is not None and best["type"] == row["type"] else "")
        if row["type"]
        else "",
        f"It is told {times}, in {row['articles']}.",
    ]
    if row.get("was_planned"):
        lines.append(f"An earlier article tells it as planned: {row['was_planned']}.")
    if row.get("planned_note"):
        lines.append(f"Of the plan: {row['planned_note']}.")
    if row.get("disputed"):
        lines.append(f"Told differently: {row['disputed']}.")
    for column, said in (
        ("actors", "Who does it"),
        ("targets", "To or with whom"),
        ("place", "Where"),
        ("said_by", "Said by"),
    ):
        lines.append(f"{said}: {says(row[column])}{_named_as(row, column, shelf)}." if row[column] else "")
    lines.append(_weight(row))
    if shelf is not None:
        lines.append(f"Told best by: {quoted(shelf.words(row['article'], row['start'], row['end']), 400)}")
    return lines


def _best_telling(row: pd.Series, shelf: Lookup | None) -> pd.Series | None:
    """The event behind the best sentence of a row, with its words of time and its rules."""
    if shelf is None or not row.get("event"):
        return None
    told = [
        one
        for one in shelf.rows("events", row["article"])
        if one.event == row["event"] and row["start"] <= one.start < row["end"]
    ]
    told.sort(key=lambda one: (one.first != row["first"], one.status != row["status"]))
    return pd.Series(told[0]._asdict()) if told else None
