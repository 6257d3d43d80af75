"""Exports of news archives, split into their articles: Nexis (old and Nexis Uni), Factiva, ProQuest.

An export is known by the marks that the archive puts in; one that can't be split is refused by its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.problems import FAILED, NOTED, Problem, UnreadableError
from dateline.reading.clean import clean
from dateline.reading.days import parse_day
from dateline.reading.drafts import Draft, note_garbled
from dateline.reading.sources import Source

NEXIS, FACTIVA, PROQUEST = "Nexis", "Factiva", "ProQuest"
_OLD_NEXIS = re.compile(
    r"^[ \t]*(?:Document )?\d{1,5} (?:of|OF) \d{1,5} (?:DOCUMENTS?|documents?)[ \t]*$", re.MULTILINE
)
_NEXIS_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
_LENGTH = re.compile(r"^[ \t]*(?:Length|LENGTH): ?[ \t]*[\d,]+ words?\b", re.MULTILINE)
_FACTIVA_END = re.compile(r"^[ \t]*Document [A-Z][A-Z0-9]{5,15}\d{8}[a-z0-9]{6,12}[ \t]*$", re.MULTILINE)
_FACTIVA_WORDS = re.compile(r"^[\d,]{1,8} words$")
_PROQUEST_RULE = re.compile(r"^[ \t]*_{20,200}[ \t]*$", re.MULTILINE)
_PROQUEST_FIELD = re.compile(r"^(?:Publication (?:title|date)|Full text|ProQuest document ID):", re.MULTILINE)
_FIELD = re.compile(r"(?P<name>[A-Z][A-Za-z-]{2,20}(?: [A-Za-z]{2,20}){0,2}):[ \t\xa0]*(?P<value>.*)")
_NEXIS_BODY = re.compile(r"^(?:Body|BODY)[:]?[ \t]*$")
_NEXIS_TAIL = re.compile(
    r"^(?:Load-Date|LOAD-DATE|Classification|Graphic|GRAPHIC|Correction|PUBLICATION-TYPE|SUBJECT|LANGUAGE"
    r"|JOURNAL-CODE|DOCUMENT-TYPE|Copyright \d{4} )(?::|$|\b)"
)
_EDITION = re.compile(
    r".{0,40}\bEdition\b.{0,20}|Correction Appended|Final|Late|Early|\d+(?:st|nd|rd|th) Edition",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"^(?:Copyright|\(c\)|©|All Rights Reserved)", re.IGNORECASE)
_LANGUAGES = ("English", "Englisch", "Inglés")
_ADVICE = (
    "Export it again with full texts (one file, .txt or .docx), or save its articles as .txt, one a file."
)
_PROQUEST_FIELDS = {
    "Title": "title",
    "Publication title": "source",
    "Publication date": "published",
    "Section": "section",
    "Document URL": "url",
}


class _Found(NamedTuple):
    title: str
    text: list[str]
    source: str = ""
    published: str = ""
    section: str = ""
    url: str = ""


def export_kind(text: str) -> str:
    """Say of which archive a text is an export, by the archive's own marks; "" for none.

    Examples
    --------
    >>> export_kind("Rain in Oslo\\nThe Post\\nMay 3, 2021\\nLength: 210 words\\nIt rained.\\nEnd of Document")
    'Nexis'
    """
    if (_NEXIS_END.search(text) or _OLD_NEXIS.search(text)) and _LENGTH.search(text):
        return NEXIS
    if _OLD_NEXIS.search(text[:3000]):
        return NEXIS
    if _FACTIVA_END.search(text):
        return FACTIVA
    if _PROQUEST_RULE.search(text) and len(set(_PROQUEST_FIELD.findall(text))) >= 2:
        return PROQUEST
    return ""


def articles_of(kind: str, lines: list[str], source: Source) -> Iterator[Draft | Problem]:
    """Split an export into its articles.

    Raises
    ------
    UnreadableError
        Where none can be told.
    """
    lines = [" ".join(clean(line).split()) for line in lines]
    pieces = {NEXIS: _nexis_pieces, FACTIVA: _factiva_pieces, PROQUEST: _proquest_pieces}[kind](lines)
    read = {NEXIS: _nexis, FACTIVA: _factiva, PROQUEST: _proquest}[kind]
    found = 0
    for number, piece in enumerate(pieces, 1):
        one = read(piece)
        if one is None or not any(one.text):
            head = next((line for line in piece if line), "")[:60]
            reason = (
                f"an article of this export of {kind} has no text that could be told (it begins {head!r})"
            )
            yield Problem(FAILED, reason, _ADVICE, source.origin, number)
            continue
        found += 1
        yield _draft(one, source, number)
    if not found:
        raise UnreadableError(f"looks like an export of {kind}, but no article can be told in it", _ADVICE)
    yield Problem(
        NOTED,
        f"was read as an export of {kind} with {found} articles",
        "Look whether the number is right.",
        source.origin,
    )


def _draft(one: _Found, source: Source, number: int) -> Draft:
    text = "\n\n".join(line for line in one.text if line)
    return Draft(
        name=f"{source.stem}-{number}",
        text=text,
        title=one.title,
        published=one.published,
        section=one.section,
        source=one.source,
        url=one.url,
        origin=source.origin,
        line=number,
        notes=note_garbled(text),
    )


def _pieces(lines: list[str], ends) -> Iterator[list[str]]:
    """Cut lines behind each line that ends an article."""
    piece: list[str] = []
    for line in lines:
        if ends(line):
            if any(piece):
                yield piece
            piece = []
        else:
            piece.append(line)
    if any(piece):
        yield piece


def _nexis_pieces(lines: list[str]) -> Iterator[list[str]]:
    old = any(_OLD_NEXIS.match(line) for line in lines)
    mark = _OLD_NEXIS if old else _NEXIS_END
    for piece in _pieces(lines, mark.match):
        if any(_LENGTH.match(line) for line in piece) or any(_NEXIS_BODY.match(line) for line in piece):
            yield piece  # and no list of what was searched for


def _nexis(piece: list[str]) -> _Found | None:
    """Read an article of Nexis: heading lines, fields, body, and what follows it.

    Nexis Uni: title, paper, date, copyright, fields, "Body". Old Nexis: paper, date, title, fields, body.
    """
    length = next((row for row, line in enumerate(piece) if _LENGTH.match(line)), None)
    start = next((row for row, line in enumerate(piece) if _NEXIS_BODY.match(line)), None)
    if start is None:
        start = length
    if start is None:
        return None
    head = [line for line in piece[:start] if line and not _COPYRIGHT.match(line)]
    fields: dict[str, str] = {}
    plain = []
    for line in head + piece[start : start + 12]:
        told = _FIELD.fullmatch(line)
        if told and told["name"].upper() in (
            "SECTION",
            "LENGTH",
            "BYLINE",
            "DATELINE",
            "HEADLINE",
            "HIGHLIGHT",
        ):
            fields.setdefault(told["name"].upper(), told["value"].strip())
        elif line in head:
            plain.append(line)
    day = next((row for row, line in enumerate(plain) if parse_day(line)), None)
    if day is None:
        return None
    # Nexis Uni puts the title before the paper; older exports begin with the paper
    after = [line for line in plain[day + 1 :] if not _EDITION.fullmatch(line)]
    title = plain[day - 2] if day >= 2 else fields.get("HEADLINE") or next(iter(after), "")
    paper = plain[day - 1] if day else ""
    body = piece[start + 1 :]
    end = next((row for row, line in enumerate(body) if _NEXIS_TAIL.match(line)), len(body))
    text = [line for line in body[:end] if not _is_field(line)]
    if not any(_FIELD.fullmatch(line) is None and line for line in text):
        return None
    return _Found(title, _joined(text), paper, plain[day], fields.get("SECTION", "").partition(";")[0])


def _is_field(line: str) -> bool:
    told = _FIELD.fullmatch(line)
    return told is not None and told["name"].upper() in (
        *("SECTION", "LENGTH", "BYLINE", "DATELINE", "HEADLINE", "HIGHLIGHT", "SOURCE", "SERIES", "URL"),
    )


def _factiva_pieces(lines: list[str]) -> Iterator[list[str]]:
    for piece in _pieces(lines, _FACTIVA_END.match):
        if any(_FACTIVA_WORDS.match(line) for line in piece):
            yield piece


def _factiva(piece: list[str]) -> _Found | None:
    """Read an article of Factiva.

    Its lines are section, headline, byline, "500 words", day, clock, paper, code, language, copyright, story.
    """
    at = next(row for row, line in enumerate(piece) if _FACTIVA_WORDS.match(line))
    before = [line for line in piece[:at] if line]
    section = (
        before[0]
        if len(before) > 1 and len(before[0].split()) <= 4 and before[0] == before[0].rstrip(".")
        else ""
    )
    rest = before[1:] if section and len(before) > 1 and not before[1].lower().startswith("by ") else before
    section = section if rest is not before else ""
    title = rest[0] if rest else ""
    after = [(row, line) for row, line in enumerate(piece[at + 1 : at + 14], at + 1) if line]
    day = next((line for _, line in after if parse_day(line)), "")
    if not day:
        return None
    then = [line for _, line in after[[line for _, line in after].index(day) + 1 :]]
    paper = next((line for line in then if not re.fullmatch(r"\d{1,2}[:.]\d{2}.{0,12}", line)), "")
    body = at + 1
    for row, line in after:
        if line in _LANGUAGES or _COPYRIGHT.match(line):
            body = row + 1
    return _Found(title, _joined(piece[body:]), paper, day, section)


def _proquest_pieces(lines: list[str]) -> Iterator[list[str]]:
    for piece in _pieces(lines, _PROQUEST_RULE.match):
        if any(
            line.startswith(("Full text:", "Publication title:", "ProQuest document ID:")) for line in piece
        ):
            yield piece


def _proquest(piece: list[str]) -> _Found | None:
    """Read an article of ProQuest: fields, of which "Full text" is the body and runs over lines."""
    found: dict[str, str] = {}
    text: list[str] = []
    inside = False
    for line in piece:
        told = _FIELD.fullmatch(line)
        if told and told["name"] == "Full text":
            inside, text = True, [told["value"]]
        elif told and (
            told["name"] in _PROQUEST_FIELDS or told["name"] in ("Subject", "Abstract", "Location")
        ):
            inside = False
            found.setdefault(_PROQUEST_FIELDS.get(told["name"], ""), told["value"].strip())
        elif told and inside and told["name"] in ("Credit", "Copyright", "Last updated", "Company", "People"):
            inside = False
        elif inside:
            text.append(line)
    title = found.get("title") or next((line for line in piece if line), "")
    if not any(text):
        return None
    return _Found(
        title,
        _joined(text),
        found.get("source", "").partition(";")[0],
        found.get("published", ""),
        found.get("section", ""),
        found.get("url", ""),
    )


def _joined(lines: list[str]) -> list[str]:
    """Join lines that were wrapped: paragraphs are parted by empty lines, where there are enough of these."""
    filled = [line for line in lines if line]
    if sum(not line for line in lines) < 0.2 * len(filled) or max(map(len, filled), default=0) > 120:
        return filled
    paragraphs: list[str] = []
    gap = True
    for line in lines:
        if line and gap:
            paragraphs.append(line)
        elif line:
            paragraphs[-1] += f" {line}"
        gap = not line
    return paragraphs


def lines_of_page(page: str) -> list[str]:
    """Give the words of a page of an export line by line; [] where it bears no mark of one."""
    if not re.search(r"Document [A-Z][A-Z0-9]{5,15}\d{8}|End of Document|\d of \d{1,5} DOCUMENTS?", page):
        return []
    from dateline.reading.markup import every_paragraph

    return every_paragraph(page)
