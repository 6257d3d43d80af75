"""write_report: the sections put together into one page that opens from disk and asks for nothing."""

from __future__ import annotations

import base64
import hashlib
import io
from importlib.resources import files
from pathlib import Path

from dateline.outputs import OutputError, whole_file
from dateline.report.answers import answers_section, head_section, limits_section, right_section
from dateline.report.articles import articles_section
from dateline.report.markup import element, said
from dateline.report.material import ReportMaterial
from dateline.report.people import people_section, quotes_section, tone_section
from dateline.report.places import map_section
from dateline.report.timeline import STATUS, timeline_section
from dateline.tables import Tables

MOST = 1_900_000  # bytes of a page: small enough to send
_LEAST_TEXT = 150_000  # bytes kept for the articles however full the rest is
GENERATOR = '<meta name="generator" content="dateline">'
SECTIONS = (
    ("ws", "Five Ws"),
    ("timeline", "Timeline"),
    ("people", "People"),
    ("quotes", "Quotations"),
    ("tone", "Tone"),
    ("map", "Map"),
    ("articles", "Articles"),
    ("right", "How right"),
    ("limits", "Limits"),
)


def write_report(tables: Tables, path: str | Path, *, title: str = "") -> Path:
    """Write everything that was found into one page to read, filter, print and send.

    Parameters
    ----------
    tables : Tables
        What `analyze` gave back.
    path : path
        The .html file; an older report there is replaced.
    title : str, optional
        Of the page; made from the articles if left out.

    Returns
    -------
    Path
        The file: under 2 MB, with style, script, picture and map inside. It asks nothing of the network; all
        text of the articles is escaped. The same tables give the same bytes.

    Raises
    ------
    OutputError
        There is a file that dateline did not write.

    Notes
    -----
    Where there is too much for one page, the weightiest rows of the timeline and as many articles as fit are
    shown, and the page says what was left out.
    """
    path = Path(path)
    check_page(path)
    material = ReportMaterial(tables)
    title = title or _title(tables)
    picture, alt = _picture(tables)
    parts = {
        "ws": answers_section(material),
        "timeline": timeline_section(material, picture, alt),
        "people": people_section(material),
        "quotes": quotes_section(material),
        "tone": tone_section(material),
        "map": map_section(material),
        "right": right_section(),
        "limits": limits_section(),
    }
    spent = sum(len(part.encode("utf-8")) for part in parts.values())
    parts["articles"] = articles_section(material, max(_LEAST_TEXT, MOST - spent - 60_000))
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as beside:
        beside.write_bytes(_page(material, title, parts).encode("utf-8"))
    return path


def check_page(path: str | Path) -> None:
    """Refuse to replace a file that is no report of dateline.

    Raises
    ------
    OutputError
        There is a folder or somebody else's file.
    """
    path = Path(path)
    if not path.exists():
        return
    begin = b""
    if path.is_file():
        with path.open("rb") as file:
            begin = file.read(2000)
    if GENERATOR.encode() not in begin:
        raise OutputError(
            f"{path.absolute()} was not written by dateline, and is not replaced. Name another file."
        )


def _title(tables: Tables) -> str:
    count = len(tables.articles)
    return (
        (tables.articles["title"].iloc[0] or "One article") if count == 1 else f"What {count} articles tell"
    )


def _page(material: ReportMaterial, title: str, parts: dict[str, str]) -> str:
    style, script = _asset("page.css"), _asset("page.js")
    policy = (
        f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    nav = "".join(element("a", said(name), href=f"#{key}-h") for key, name in SECTIONS)
    sections = "".join(
        element("section", parts[key], aria_labelledby=f"{key}-h", id=key) for key, _ in SECTIONS
    )
    return "".join(
        (
            '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{said(policy)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            GENERATOR,
            f"<title>{said(title)}</title><style>{style}</style></head><body>",
            '<a class="skip" href="#timeline-h">Skip to the timeline</a>',
            element("header", head_section(material, title), element("nav", nav, aria_label="Sections")),
            _filters(material),
            element("main", sections),
            element(
                "footer",
                element(
                    "p", "Made by dateline, a program that reads the news. Every row leads to its sentence."
                ),
            ),
            f"<script>{script}</script></body></html>\n",
        )
    )


def _filters(material: ReportMaterial) -> str:
    """Search and filters; without a script they stay hidden and everything is shown."""
    names = [element("option", "everybody", value="")] + [
        element("option", said(material.shelf.name(entity)), value=number)
        for entity, number in sorted(
            material.chosen.items(), key=lambda one: material.shelf.name(one[0]).casefold()
        )
    ]
    boxes = "".join(
        element("label", f'<input type="checkbox" name="status" value="{status}" checked>', said(word))
        for status, word in STATUS.items()
    )
    inner = (
        element("label", "Search ", '<input type="search" id="search" autocomplete="off">')
        + element("label", "Who ", element("select", *names, id="who"))
        + element("label", "From ", '<input type="date" id="from">')
        + element("label", "To ", '<input type="date" id="to">')
        + element("fieldset", element("legend", "Status"), boxes)
        + element("button", "Show all", type="button", id="everything")
        + element("output", "", id="count", role="status")
    )
    return element("form", inner, id="filters", hidden=True, aria_label="Filter what is shown")


def _picture(tables: Tables) -> tuple[str, str]:
    """The still timeline for paper, as data, and in words."""
    import matplotlib

    from dateline.charts import alt_text, plot_timeline
    from dateline.charts.style import figure_of

    if tables.timeline.empty:
        return "", ""
    out = io.BytesIO()
    with matplotlib.rc_context():
        ax = plot_timeline(tables.timeline, published=tables.articles["published"])
        alt = alt_text(ax)
        figure = figure_of(ax)
        figure.savefig(out, format="png", dpi=100, metadata={"Software": None})
        import matplotlib.pyplot as plt

        plt.close(figure)
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode("ascii"), alt


def _asset(name: str) -> str:
    return files("dateline.report").joinpath(name).read_text(encoding="utf-8")


def _hash(words: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(words.encode("utf-8")).digest()).decode("ascii")
