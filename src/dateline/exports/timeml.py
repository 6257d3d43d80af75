"""TimeML 1.2.1: the text with its TIMEX3 and EVENT tags in it, one XML file an article, laid out as in TempEval-3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

import pandas as pd

from dateline.outputs import whole_folder
from dateline.tables import Tables

KIND = "TimeML"  # of a folder
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TENSES = {
    "VBD": "PAST",
    "VBZ": "PRESENT",
    "VBP": "PRESENT",
    "VBG": "PRESPART",
    "VBN": "PASTPART",
    "VB": "INFINITIVE",
}
_POS = {"V": "VERB", "N": "NOUN", "J": "ADJECTIVE", "I": "PREPOSITION"}


def export_timeml(tables: Tables, folder: str | Path) -> list[Path]:
    """Write each article as TimeML.

    Parameters
    ----------
    tables : Tables
        Dates become TIMEX3, events EVENT with MAKEINSTANCE, and an event with a date in the text a TLINK.
    folder : path
        New, empty or written by this function before.

    Returns
    -------
    list of Path
        One .tml file an article: DOCID, DCT (the day of publication), TITLE, TEXT, then the instances and links. The
        text within TEXT is that of the article, character by character. Where tags would overlap the longer one
        stays, as TimeML does not nest them. Part of speech and tense are those of the word itself (Penn tag of the
        tokens table, OTHER and NONE without it); aspect is always NONE.
    """
    of = {
        name: dict(iter(getattr(tables, name).groupby("article", sort=False)))
        for name in ("dates", "events", "tokens")
    }
    taken: set[str] = set()
    names = []
    with whole_folder(folder, KIND) as stage:
        for article in tables.articles.to_dict("records"):
            rows = {name: of[name].get(article["article"], getattr(tables, name).head(0)) for name in of}
            name = _file_name(article["article"], taken)
            (stage / name).write_bytes(timeml(article, **rows).encode("utf-8"))
            names.append(name)
    return [Path(folder) / name for name in names]


class _Tag(NamedTuple):
    """A span of the text with its tag: name, id, and the row of the table."""

    start: int
    end: int
    name: str
    id: str
    row: dict


def timeml(article: dict, dates: pd.DataFrame, events: pd.DataFrame, tokens: pd.DataFrame) -> str:
    """Write one article, given its rows of the tables, as a TimeML document."""
    day = "" if pd.isna(article["published"]) else f"{article['published']:%Y-%m-%d}"
    tagged = _apart([*_tags(dates, "TIMEX3", "t"), *_tags(events, "EVENT", "e")])
    times = {tag.start: tag.id for tag in tagged if tag.name == "TIMEX3"}
    told = [tag for tag in tagged if tag.name == "EVENT"]
    penn = dict(zip(tokens["start"], tokens["tag"], strict=True))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">',
        f"<DOCID>{_text(article['article'])}</DOCID>",
        f"<DCT>{_created(day)}</DCT>",
        f"<TITLE>{_text(article['title'])}</TITLE>",
        f"<TEXT>{''.join(_inline(article['text'], tagged, day))}</TEXT>",
        *(_instance(tag, penn.get(tag.start, "")) for tag in told),
        *_links(told, times),
        "</TimeML>",
    ]
    return "\n".join(lines) + "\n"


def _tags(rows: pd.DataFrame, name: str, letter: str) -> Iterator[_Tag]:
    for number, row in enumerate(rows.to_dict("records"), 1):
        yield _Tag(row["start"], row["end"], name, f"{letter}{number}", row)


def _created(day: str) -> str:
    if not day:
        return ""
    return (
        f'<TIMEX3 tid="t0" type="DATE" value="{day}" temporalFunction="false" functionInDocument="CREATION_TIME">'
        f"{day}</TIMEX3>"
    )


def _opening(tag: _Tag, day: str) -> str:
    row = tag.row
    if tag.name == "EVENT":
        return f'<EVENT eid="{tag.id}" class={quoteattr(row["class"])}>'
    anchor = ' anchorTimeID="t0"' if row["anchor"] == "published" and day else ""
    counted = "true" if row["anchor"] else "false"
    value = quoteattr(row["value"] or "XXXX-XX-XX")
    return (
        f'<TIMEX3 tid="{tag.id}" type={quoteattr(row["type"])} value={value} temporalFunction="{counted}" '
        f'functionInDocument="NONE"{anchor}>'
    )


def _apart(tags: list[_Tag]) -> list[_Tag]:
    """Leave out tags that overlap a longer one, or one as long before them; in order of the text."""
    free: list[_Tag] = []
    for tag in sorted(tags, key=lambda t: (t.start, -t.end, t.name == "EVENT")):
        if free and tag.start < free[-1].end:
            if tag.end - tag.start <= free[-1].end - free[-1].start:
                continue
            free.pop()
        free.append(tag)
    return free


def _inline(text: str, tags: list[_Tag], day: str) -> Iterator[str]:
    at = 0
    for tag in tags:
        yield _text(text[at : tag.start])
        yield f"{_opening(tag, day)}{_text(text[tag.start : tag.end])}</{tag.name}>"
        at = tag.end
    yield _text(text[at:])


def _text(text: str) -> str:
    """Escape a text; what XML can't hold at all becomes a replacement character, so that offsets stay."""
    return escape(_ILLEGAL.sub("\ufffd", text), {"\r": "&#13;"})


def _instance(tag: _Tag, penn: str) -> str:
    pos = _POS.get(penn[:1], "OTHER")
    tense = _TENSES.get(penn, "NONE")
    polarity = "NEG" if tag.row["status"] == "denied" else "POS"
    modality = ' modality="possible"' if tag.row["status"] == "hypothetical" else ""
    return (
        f'<MAKEINSTANCE eiid="ei{tag.id[1:]}" eventID="{tag.id}" pos="{pos}" tense="{tense}" aspect="NONE" '
        f'polarity="{polarity}"{modality}/>'
    )


def _links(told: list[_Tag], times: dict[int, str]) -> Iterator[str]:
    dated = [(tag, times[tag.row["date_start"]]) for tag in told if tag.row["date_start"] in times]
    for number, (tag, time) in enumerate(dated, 1):
        yield (
            f'<TLINK lid="l{number}" eventInstanceID="ei{tag.id[1:]}" relatedToTime="{time}" relType="IS_INCLUDED"/>'
        )


def _file_name(article: str, taken: set[str]) -> str:
    safe = (
        "".join(c if c.isalnum() or c in "-_." else "-" for c in article)
        .encode()[:120]
        .decode("utf-8", "ignore")
    )
    base = name = safe.strip("-.") or "article"
    number = 1
    while name.casefold() in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name.casefold())
    return f"{name}.tml"
