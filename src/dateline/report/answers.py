"""The head of the report, the six questions of each article, how right it is, and the limits."""

from __future__ import annotations

import csv
import io
from importlib.resources import files

import pandas as pd

from dateline.explaining.terms import say_days
from dateline.report.markup import element, items, said, table
from dateline.report.material import ReportMaterial
from dateline.tables import Row

QUESTIONS = ("who", "what", "when", "where", "why", "how")
_ARTICLES = 60
LIMITS = (
    "Everything here was found by a program, not by a person. Open the sentence behind a row before you use it.",
    "A status says what the grammar tells, not what is true: “happened” means that an article tells it as done.",
    "Who did what can be wrong where a pronoun or a description stands for a name.",
    "Two persons of one name are one; one person with two names can be two.",
    "A date is an interval: nothing is more precise than the text.",
    "Where the day of publication is not known, “on Monday” stays open.",
    "What is not found is not shown: that an event is missing here does not mean that it was not reported.",
    "Tone is measured, not understood; irony is not heard.",
)


def head_section(material: ReportMaterial, title: str) -> str:
    """Title, what was read, and the counts."""
    t = material.tables
    days = t.articles["published"].dropna()
    count = len(t.articles)
    told = f"{count} article{'s' * (count != 1)}"
    if len(days):
        told += f", published {say_days(days.min(), days.max())}"
    undated = count - len(days)
    if undated:
        told += f" ({undated} not dated: the day of publication is unknown)"
    sources = sorted(set(t.articles["source"]) - {""})
    if sources:
        told += f"; from {', '.join(sources[:8])}" + (" and others" if len(sources) > 8 else "")
    planned = int((material.events["status"] == "planned").sum())
    counts = [
        (len(material.events), "events"),
        (planned, "of them planned"),
        (int((t.entities["kind"] == "PERSON").sum()), "persons"),
        (len(material.quotes), "statements"),
    ]
    numbers = items(
        (element("b", said(number)) + said(f" {what}") for number, what in counts), class_="counts"
    )
    return element("h1", said(title)) + element("p", said(told)) + numbers


def answers_section(material: ReportMaterial) -> str:
    """Who, what, when, where, why and how of each article, in its own words."""
    from dateline.five_ws import five_ws

    head = element("h2", "The five Ws, and how", id="ws-h")
    t = material.tables
    few = t.articles.head(_ARTICLES)
    inside = {
        name: getattr(t, name)[getattr(t, name)["article"].isin(few["article"])]
        for name in ("sentences", "tokens", "mentions", "dates")
    }
    found = five_ws(t._replace(articles=few, **inside))
    first = found.drop_duplicates(["article", "question"])
    cells = {(row.article, row.question): row for row in first.itertuples(index=False)}
    if len(few) == 1:
        article = few["article"].iloc[0]
        rows = [
            [said(question.capitalize()), _answer(material, cells.get((article, question)))]
            for question in QUESTIONS
        ]
        return head + table(["Question", "Answer of the article"], rows, "The six questions", class_="ws")
    rows = [
        [
            said(material.title(article)),
            *(_answer(material, cells.get((article, question))) for question in QUESTIONS),
        ]
        for article in few["article"]
    ]
    more = len(t.articles) - len(few)
    note = (
        element("p", said(f"The first {len(few)} articles; {more} more are below."), class_="help")
        if more
        else ""
    )
    return (
        head
        + table(
            ["Article", *map(str.capitalize, QUESTIONS)],
            rows,
            "The six questions, article by article",
            class_="ws",
        )
        + note
    )


def _answer(material: ReportMaterial, row: Row | None) -> str:
    if row is None:
        return element("span", "not told", class_="none")
    words = " ".join(row.text.split())
    return element(
        "a",
        said(words if len(words) <= 160 else words[:159] + "…"),
        href=f"#{material.place(row.article, row.start)}",
    )


def scores() -> pd.DataFrame:
    """The figures measured on public gold sets, with a well-known tool beside each."""
    lines = files("dateline.report").joinpath("scores.csv").read_text(encoding="utf-8")
    return pd.DataFrame(list(csv.DictReader(io.StringIO(lines, newline=""))))


def right_section() -> str:
    """How right each kind of finding is, by gold sets, with a peer."""
    rows = [
        [
            said(row.question),
            said(row.dateline),
            said(" ".join(filter(None, [row.peer, row.peer_score]))),
            said(row.gold),
        ]
        for row in scores().itertuples(index=False)
        if row.question
    ]
    note = (
        "Measured on public articles in which people marked by hand what is there; 100 means that everything is found "
        "and nothing else. On other texts expect less."
    )
    heads = ["Question", "dateline", "Another tool", "Measured on"]
    return (
        element("h2", "How right is it?", id="right-h")
        + element("p", said(note), class_="help")
        + table(heads, rows, "Figures in per cent", class_="scores")
    )


def limits_section() -> str:
    return element("h2", "What it can't do", id="limits-h") + items(map(said, LIMITS))
