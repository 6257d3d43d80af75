"""The timeline of the report: a list that is a chart, with the evidence behind each row."""

from __future__ import annotations

import pandas as pd

from dateline.explaining import explain
from dateline.explaining.terms import in_brief
from dateline.report.markup import element, items, said
from dateline.report.material import ReportMaterial, iso

STATUS = {
    "happened": "happened",
    "ongoing": "going on",
    "planned": "planned",
    "hypothetical": "possible",
    "denied": "denied",
}


def timeline_section(material: ReportMaterial, picture: str, alt: str) -> str:
    """The events as a chart of rows, each a button that opens its evidence; a still picture for paper."""
    rows = [_event(material, number, row) for number, row in enumerate(material.events.to_dict("records"))]
    left = len(material.tables.timeline) - len(material.events)
    note = f" {left} further rows of less weight are in the table timeline." if left else ""
    days = sorted({iso(day) for day in material.tables.articles["published"] if not pd.isna(day)})
    help_ = (
        "Each row is one event, however often it is told. A point is a day, a bar the days that the text leaves open; "
        "the line is the day of publication. Enter opens the sentence behind a row, the arrow keys go from row to row."
    )
    key = items(
        (
            element("i", class_=f"mark {status}", aria_hidden="true") + said(word)
            for status, word in STATUS.items()
        ),
        class_="key",
    )
    chart = element(
        "div",
        element("div", element("div", class_="axis"), class_="scale", aria_hidden="true"),
        element("ol", *rows, class_="events", aria_label="Events in order of their days"),
        class_="chart",
        data_published=" ".join(days),
    )
    still = element("img", src=picture, alt=alt, class_="still") if picture else ""
    return (
        element("h2", "What happened, and what is planned?", id="timeline-h")
        + element("p", said(help_ + note), class_="help")
        + key
        + element("p", class_="nothing", hidden=True)
        + chart
        + still
    )


def _event(material: ReportMaterial, number: int, row: dict) -> str:
    shelf = material.shelf
    days = in_brief(row["first"], row["last"]) or "no day told"
    inner = (
        element("span", said(days), class_="when")
        + element("span", element("span", class_=f"bar {row['status']}"), class_="lane", aria_hidden="true")
        + element(
            "span",
            said(_capital(row["what"])),
            element("small", said(f" {STATUS.get(row['status'], '')}")),
            class_="what",
        )
    )
    head = element("button", inner, type="button", aria_expanded="true", aria_controls=f"e{number}")
    sentence = shelf.words(row["article"], row["start"], row["end"])
    where = element(
        "a",
        said(f"In its place: {material.title(row['article'])}"),
        href=f"#{material.place(row['article'], row['start'])}",
    )
    why = items(said(line) for line in _why(row, material))
    evidence = element(
        "div",
        element("blockquote", said(sentence)),
        element("p", where),
        why,
        id=f"e{number}",
        class_="evidence",
    )
    return element(
        "li",
        head,
        evidence,
        class_="item event",
        data_first=iso(row["first"]),
        data_last=iso(row["last"]),
        data_status=row["status"],
        data_who=material.numbers(row["actors"], row["targets"], row["place"], row["said_by"]),
    )


def _why(row: dict, material: ReportMaterial) -> list[str]:
    """What explain says, without what stands beside it on the page."""
    told = explain(pd.Series(row), material.shelf).splitlines()[1:]
    return [line for line in told if not line.startswith("Told best by")]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
