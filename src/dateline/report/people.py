"""Who is in the articles, who says what, and in what tone."""

from __future__ import annotations

import pandas as pd

from dateline.report.markup import element, said, table
from dateline.report.material import QUOTES, ReportMaterial
from dateline.tables import Row

_KINDS = {"PERSON": "Persons", "ORG": "Organisations", "PLACE": "Places", "MISC": "Other names"}
_SHOWN = 40  # of each kind
_LEAST = 2  # mentions of somebody whose tone is shown
_TONES = 25


def people_section(material: ReportMaterial) -> str:
    """Persons, organisations and places with role, country and how often they are named."""
    parts = [element("h2", "Who is in it?", id="people-h")]
    entities = material.tables.entities
    most = max(entities["mentions"].max() if len(entities) else 1, 1)
    for kind, name in _KINDS.items():
        rows = entities[entities["kind"] == kind]
        if rows.empty:
            continue
        cards = [_card(material, row, most) for row in rows.head(_SHOWN).itertuples(index=False)]
        more = f" (the first {_SHOWN} of {len(rows)})" if len(rows) > _SHOWN else ""
        parts.append(element("h3", said(name + more)) + element("ul", *cards, class_="cards"))
    return "".join(parts)


def _card(material: ReportMaterial, row: Row, most: int) -> str:
    number = material.chosen.get(row.entity)
    name = (
        element("button", said(row.name), type="button", class_="choose", data_choose=number)
        if number is not None
        else element("b", said(row.name))
    )
    told = ", ".join(filter(None, [row.role, row.country]))
    times = f"{row.mentions} ×" + (f" in {row.articles} articles" if row.articles > 1 else "")
    meter = element(
        "svg",
        f'<rect width="{100 * row.mentions / most:.1f}" height="4"></rect>',
        viewBox="0 0 100 4",
        preserveAspectRatio="none",
        class_="meter",
        aria_hidden="true",
    )
    return element(
        "li",
        name,
        element("span", said(told), class_="role") if told else "",
        element("small", said(times)),
        meter,
        class_="item",
        data_who=material.numbers(row.entity),
    )


def quotes_section(material: ReportMaterial) -> str:
    """Statements by speaker, the most quoted first, each with a way to its place."""
    head = element("h2", "Who says what?", id="quotes-h")
    quotes = material.quotes
    told = quotes[quotes["speaker"] != ""]
    unknown = len(quotes) - len(told)
    counts = told["speaker"].value_counts(sort=False)
    order = sorted(counts.index, key=lambda speaker: (-counts[speaker], speaker))
    groups: list[str] = []
    shown = 0
    for speaker in order:
        rows = told[told["speaker"] == speaker].head(max(0, QUOTES - shown))
        if rows.empty:
            break
        shown += len(rows)
        groups.append(_speaker(material, speaker, rows, open_=len(groups) < 5))
    notes = []
    if unknown:
        notes.append(
            f"{unknown} statements have no speaker that is named or known; they are in the table quotes."
        )
    if shown < len(told):
        notes.append(f"{len(told) - shown} further statements are in the table quotes.")
    notes = [element("p", said(" ".join(notes)), class_="help")] if notes else []
    return head + "".join(groups or [element("p", "Nobody is quoted.")]) + "".join(notes)


def _speaker(material: ReportMaterial, speaker: str, rows: pd.DataFrame, open_: bool) -> str:
    name = material.shelf.name(speaker)
    role = material.shelf.roles.get(speaker, "")
    head = element(
        "summary",
        element("b", said(name)),
        said(f", {role}" if role else ""),
        element("small", said(f" {len(rows)}")),
    )
    lines = [
        element(
            "li",
            element(
                "q" if row.style == "direct" else "span",
                said(_bare(row.text) if row.style == "direct" else " ".join(row.text.split())),
            ),
            " ",
            element(
                "a",
                said("in its place"),
                href=f"#{material.place(row.article, row.start)}",
                aria_label=f"In its place: {' '.join(row.text.split())[:60]}",
            ),
            class_="item",
            data_who=material.numbers(speaker),
            data_style=row.style,
        )
        for row in rows.itertuples(index=False)
    ]
    return element("details", head, element("ul", *lines, class_="said"), class_="group", open=open_)


def _bare(words: str) -> str:
    return " ".join(words.split()).strip('“”"‘’«»„')


def tone_section(material: ReportMaterial) -> str:
    """How the articles speak of each, and how each speaker sounds; never without the number behind it."""
    from dateline.sentiment.summaries import summarize_tone

    help_ = (
        "Tone runs from -1 (negative) to +1 (positive) and is measured by words and by a small model; it does not hear "
        "irony, and a mean of few mentions says little. Use it to find passages, not to judge anybody."
    )
    parts = [element("h2", "In what tone?", id="tone-h"), element("p", said(help_), class_="help")]
    for by, unit, caption, counted in (
        ("entity", "mention", "Tone toward whom is spoken of", "mentions"),
        ("speaker", "quote", "Tone of those who speak", "quotations"),
    ):
        tables = material.tables
        means = summarize_tone(
            tables.sentiment, by=by, unit=unit, least=_LEAST, articles=tables.articles
        ).head(_TONES)
        if len(means):
            rows = [_tone(material, getattr(row, by), row) for row in means.itertuples(index=False)]
            heads = ["Name", "Mean", "From -1 to +1", said(counted.capitalize())]
            parts.append(table(heads, rows, caption, class_="tones"))
    return (
        "".join(parts)
        if len(parts) > 2
        else "".join(parts) + element("p", "Too little is said of anybody to tell.")
    )


def _tone(material: ReportMaterial, entity: str, row: Row) -> list[str]:
    middle, width = 50, 50 * float(row.score)
    side = "good" if row.score > 0 else "bad"
    left = min(middle, middle + width)
    bar = f'<rect x="{left:.1f}" y="1" width="{abs(width):.1f}" height="6" class="{side}"></rect>'
    line = '<line x1="50" x2="50" y1="0" y2="8"></line>'
    svg = element(
        "svg", line + bar, viewBox="0 0 100 8", preserveAspectRatio="none", class_="tone", aria_hidden="true"
    )
    return [said(material.shelf.name(entity)), said(f"{row.score:+.2f}"), svg, said(row.n)]
