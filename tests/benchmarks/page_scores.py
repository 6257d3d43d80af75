"""How well pages are read: passages wanted and unwanted, and days, on the English pages of trafilatura's own set.

Run as `make page-scores PAGES=folder`; the folder holds evaldata.json, cache/ and eval/.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import trafilatura

from dateline.reading import parse_day
from dateline.reading.decode import decode
from dateline.reading.english import looks_english
from dateline.reading.markup import every_paragraph
from dateline.reading.page_facts import page_facts
from dateline.reading.pages import from_page

_LANG = re.compile(rb"<html[^>]{0,500}\blang\s*=\s*[\"']?([a-zA-Z]{2})", re.IGNORECASE)


def plain(text: str | None) -> str:
    return " ".join((text or "").split())


def is_english(page: bytes, item: dict) -> bool:
    """By what the page declares, by the passages wanted, and, as these may be short, by all its words."""
    declared = _LANG.search(page[:20_000])
    if (declared and declared[1].lower() != b"en") or not looks_english(" ".join(item["with"])):
        return False
    return looks_english(" ".join(every_paragraph(decode(page)[0])))


def kept(text: str, passages: list[str]) -> int:
    return sum(plain(passage) in text for passage in passages)


def measure(folder: Path) -> None:
    items = json.loads((folder / "evaldata.json").read_text(encoding="utf-8"))
    counts = {"dateline": [0, 0], "trafilatura": [0, 0]}
    pages = wanted = unwanted = dated = 0
    for url in sorted(items):
        item = items[url]
        path = next(
            (
                folder / sub / item["file"]
                for sub in ("cache", "eval")
                if (folder / sub / item["file"]).is_file()
            ),
            None,
        )
        if path is None or not is_english(data := path.read_bytes(), item):
            continue
        pages, wanted, unwanted = pages + 1, wanted + len(item["with"]), unwanted + len(item["without"])
        page = decode(data)[0]
        theirs = trafilatura.bare_extraction(data, include_comments=False, with_metadata=True)
        texts = {
            "dateline": plain(from_page(page)[0].text),
            "trafilatura": plain(theirs.text if theirs else ""),
        }
        for who, text in texts.items():
            counts[who][0] += kept(text, item["with"])
            counts[who][1] += kept(text, item["without"])
        facts = page_facts(page)
        day, their_day = parse_day(facts.published), parse_day(theirs.date if theirs else "")
        dated += day is not None
        if day != their_day:
            print(f"{item['file']}: {day} by {facts.published_rule or 'nothing'}, trafilatura {their_day}")
    print(
        f"{pages} English pages, {wanted} passages wanted, {unwanted} unwanted; a day for {100 * dated / pages:.1f} %"
    )
    for who, (good, bad) in counts.items():
        shares = f"wanted {100 * good / wanted:.2f} %, unwanted {100 * bad / unwanted:.2f} %"
        print(f"{who:12} {shares} ({good} of {wanted}, {bad} of {unwanted})")


if __name__ == "__main__":
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "evaldata.json").is_file():
        sys.exit("Name the folder with evaldata.json, cache/ and eval/: make page-scores PAGES=folder")
    measure(Path(sys.argv[1]))
