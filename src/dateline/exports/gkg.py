"""GDELT's Global Knowledge Graph, format 2.1: one line an article, 27 columns parted by tabs, no header.

Columns, blocks and delimiters are those of the GKG 2.1 codebook (GDELT Project, 2015). What differs is said in
`export_gkg`.
"""

from __future__ import annotations

import html
from pathlib import Path

import pandas as pd

from dateline.cells import all_listed
from dateline.knowledge.countries import place_of
from dateline.outputs import whole_file
from dateline.tables import Tables

COLUMNS = (
    "GKGRECORDID", "V2.1DATE", "V2SOURCECOLLECTIONIDENTIFIER", "V2SOURCECOMMONNAME", "V2DOCUMENTIDENTIFIER", "V1COUNTS",
    "V2.1COUNTS", "V1THEMES", "V2ENHANCEDTHEMES", "V1LOCATIONS", "V2ENHANCEDLOCATIONS", "V1PERSONS",
    "V2ENHANCEDPERSONS", "V1ORGANIZATIONS", "V2ENHANCEDORGANIZATIONS", "V1.5TONE", "V2.1ENHANCEDDATES", "V2GCAM",
    "V2.1SHARINGIMAGE", "V2.1RELATEDIMAGES", "V2.1SOCIALIMAGEEMBEDS", "V2.1SOCIALVIDEOEMBEDS", "V2.1QUOTATIONS",
    "V2.1ALLNAMES", "V2.1AMOUNTS", "V2.1TRANSLATIONINFO", "V2EXTRASXML",
)  # fmt: skip
WEB, CITATION = "1", "2"  # of V2SOURCECOLLECTIONIDENTIFIER: an address, or only a name
_RESOLUTION = {"year": "1", "month": "2", "day": "3"}
_NAMED = ("name", "short")


def export_gkg(tables: Tables, path: str | Path) -> Path:
    """Write one line an article in the columns of GDELT's GKG 2.1.

    Parameters
    ----------
    tables : Tables
    path : path
        Such as news.gkg.csv; UTF-8, parted by tabs, without a header, as GDELT's own files are.

    Returns
    -------
    Path
        The file. Offsets are code points of the article's text. Different from GDELT: themes are PLOVER types of the
        events (PLOVER_CONSULT); countries are ISO 3166 alpha-3, as GDELT's FIPS codes mean other countries than
        ISO's letters; tone counts the words that our tone knows, and its densities of activity and of pronouns are
        empty; GCAM holds the word count alone; counts, amounts, images and translation are empty.
    """
    of = {name: dict(iter(getattr(tables, name).groupby("article", sort=False))) for name in (
        "mentions", "events", "dates", "quotes", "sentiment")}  # fmt: skip
    names = dict(zip(tables.entities["entity"], tables.entities["name"], strict=True))
    path = Path(path)
    with whole_file(path) as beside, beside.open("w", encoding="utf-8", newline="") as file:
        for number, article in enumerate(tables.articles.to_dict("records"), 1):
            rows = {name: of[name].get(article["article"], getattr(tables, name).head(0)) for name in of}
            file.write("\t".join(_line(article, number, rows, names)) + "\n")
    return path


def _line(article: dict, number: int, rows: dict[str, pd.DataFrame], names: dict[str, str]) -> list[str]:
    day = "" if pd.isna(article["published"]) else f"{article['published']:%Y%m%d}000000"
    named = rows["mentions"][rows["mentions"]["form"].isin(_NAMED)]
    persons, bodies = (_with_names(named[named["kind"] == kind], names) for kind in ("PERSON", "ORG"))
    coded = rows["events"][rows["events"]["type"] != ""]
    themes = [(f"PLOVER_{kind}", start) for kind, start in zip(coded["type"], coded["start"], strict=True)]
    places = _places(rows["mentions"])
    words = len(article["text"].split())
    title = _clean(article["title"])
    values = {
        "GKGRECORDID": f"{day or '0'}-{number}",
        "V2.1DATE": day,
        "V2SOURCECOLLECTIONIDENTIFIER": WEB if article["url"] else CITATION,
        "V2SOURCECOMMONNAME": _clean(article["source"]),
        "V2DOCUMENTIDENTIFIER": _clean(article["url"] or article["article"]),
        "V1THEMES": _blocks(dict.fromkeys(theme for theme, _ in themes)),
        "V2ENHANCEDTHEMES": _blocks(f"{theme},{at}" for theme, at in themes),
        "V1LOCATIONS": _blocks(dict.fromkeys("#".join([*p[:4], *p[5:8]]) for p in places)),
        "V2ENHANCEDLOCATIONS": _blocks("#".join(place) for place in places),
        "V1PERSONS": _blocks(dict.fromkeys(name for name, _ in persons)),
        "V2ENHANCEDPERSONS": _blocks(f"{name},{at}" for name, at in persons),
        "V1ORGANIZATIONS": _blocks(dict.fromkeys(name for name, _ in bodies)),
        "V2ENHANCEDORGANIZATIONS": _blocks(f"{name},{at}" for name, at in bodies),
        "V1.5TONE": _tone(rows["sentiment"], words),
        "V2.1ENHANCEDDATES": _blocks(filter(None, map(_date, rows["dates"].to_dict("records")))),
        "V2GCAM": f"wc:{words}",
        "V2.1QUOTATIONS": "#".join(map(_quote, _direct(rows["quotes"], article["text"]))),
        "V2.1ALLNAMES": _blocks(
            f"{_clean(t)},{at}" for t, at in zip(named["text"], named["start"], strict=True)
        ),
        "V2EXTRASXML": f"<PAGE_TITLE>{html.escape(title, quote=False)}</PAGE_TITLE>" if title else "",
    }
    return [values.get(column, "") for column in COLUMNS]


def _blocks(blocks) -> str:
    return ";".join(blocks)


def _clean(text: str) -> str:
    """Put a text on one line without the characters that part columns, blocks and fields."""
    for mark in "\t;#|,":
        text = text.replace(mark, " ")
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _with_names(mentions: pd.DataFrame, names: dict[str, str]) -> list[tuple[str, int]]:
    rows = zip(mentions["entity"], mentions["text"], mentions["start"], strict=True)
    return [(_clean(names.get(entity) or text), start) for entity, text, start in rows]


def _places(mentions: pd.DataFrame) -> list[list[str]]:
    """Give type, name, country, ADM1, ADM2, latitude, longitude, feature id and offset of each place that is known."""
    found = []
    for entity, start in mentions.loc[mentions["kind"] == "PLACE", ["entity", "start"]].itertuples(
        index=False
    ):
        place = place_of(entity) if entity else None
        if place is None:
            continue
        home = place.country == "USA"
        kind = {"country": "1", "city": "3" if home else "4"}.get(place.kind, "2" if home else "5")
        where = ["", ""] if place.latitude is None else [f"{place.latitude:g}", f"{place.longitude:g}"]
        name = _clean(place.name)
        region = f"US{place.region}" if home and len(place.region) == 2 else ""
        found.append([kind, name, place.country, region, "", *where, entity.partition(":")[2], str(start)])
    return found


def _tone(sentiment: pd.DataFrame, words: int) -> str:
    """Give tone, positive, negative and polarity in percent of the words, two densities (empty) and the word count."""
    told = sentiment.loc[sentiment["unit"] == "sentence", "words"]
    signs = [entry.rpartition(" ")[2][:1] for entry in all_listed(told)]
    if not words:
        return ""
    positive, negative = (100 * signs.count(sign) / words for sign in "+-")
    shares = [positive - negative, positive, negative, positive + negative]
    return ",".join([*(f"{share:.6g}" for share in shares), "", "", str(words)])


def _date(row: dict) -> str:
    """Give resolution, month, day, year and offset of a date that stands for a year, a month or a day."""
    resolution = _RESOLUTION.get(row["grain"]) if row["type"] in ("DATE", "TIME") else None
    if resolution is None or pd.isna(row["first"]):
        return ""
    first = row["first"]
    month, day = (first.month if resolution > "1" else 0), (first.day if resolution == "3" else 0)
    return f"{resolution}#{month}#{day}#{first.year}#{row['start']}"


def _direct(quotes: pd.DataFrame, text: str) -> list[tuple[int, int, str, str]]:
    rows = quotes[quotes["style"] != "indirect"]
    return [
        (row["start"], row["end"] - row["start"],
         "" if pd.isna(row["cue_start"]) else text[row["cue_start"] : row["cue_end"]], row["text"])
        for row in rows.to_dict("records")
    ]  # fmt: skip


def _quote(quote: tuple[int, int, str, str]) -> str:
    start, length, verb, words = quote
    return f"{start}|{length}|{_clean(verb)}|{_clean(words)}"
