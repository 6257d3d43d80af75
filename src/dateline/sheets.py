"""Sheets that users write by hand: a CSV with a known heading, each row with the number of its line."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from dateline.problems import UnreadableError

LINE = "line"
_WITHIN = 'put words that hold a {} between double quotation marks ("...")'
_CUT = {mark: _WITHIN.format(name) for mark, name in ((",", "comma"), (";", "semicolon"), ("\t", "tab"))}


def read_sheet(path: str | Path, columns: Sequence[str], needed: Sequence[str], doing: str) -> pd.DataFrame:
    """Read a small CSV as text, with the columns in their order and `line`, counted from 1 in the file.

    Comma, semicolon and tab are told apart by the heading; cells are trimmed, and empty lines left out.

    Raises
    ------
    UnreadableError
        The file is no text, lacks a needed column or has one of another name, or a line has cells too many.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"{doing}: {path} is not UTF-8 (byte {error.start})", "Save it as CSV UTF-8."
        ) from None
    mark = mark_of(text)
    try:
        reader = csv.reader(text.splitlines(keepends=True), delimiter=mark, strict=True)
        found = [name.strip().lower() for name in next(reader, [])]
        _check_heading(found, columns, needed, f"{doing}: {path}")
        rows, cut = [], []
        for cells in reader:
            told = [cell.strip() for cell in cells]
            if any(told[len(found) :]):
                cut.append(
                    (reader.line_num, f"{len(told)} cells under a heading of {len(found)}: {_CUT[mark]}")
                )
            elif any(told):
                rows.append(dict(zip(found, told, strict=False)) | {LINE: reader.line_num})
        refuse(cut, str(path), doing)
    except csv.Error as error:
        raise UnreadableError(
            f"{doing}: {path} is no CSV ({error})", "Mind the quotation marks: each must be closed."
        ) from None
    return sheet_of(pd.DataFrame(rows, columns=[*found, LINE]), columns, str(path))


def mark_of(text: str) -> str:
    """What parts the cells of a sheet: the one of comma, semicolon and tab that its heading has most of.

    >>> mark_of("article;text\\n")
    ';'
    """
    return max(",;\t", key=text.partition("\n")[0].count)


def sheet_of(frame: pd.DataFrame, columns: Sequence[str], source: str) -> pd.DataFrame:
    """Give a frame made by hand the form of a sheet: all columns as text, `line` and where it came from."""
    lines = frame[LINE] if LINE in frame else range(2, len(frame) + 2)
    cells = {
        column: frame[column].astype(object).where(frame[column].notna(), "").astype(str)
        if column in frame
        else pd.Series("", index=frame.index)
        for column in columns
    }
    sheet = pd.DataFrame(cells, index=frame.index).astype("str")
    sheet[LINE] = pd.Series(list(lines), index=frame.index, dtype="int32")
    sheet = sheet.reset_index(drop=True)
    sheet.attrs["source"] = frame.attrs.get("source", source)
    return sheet


def _check_heading(found: list[str], columns: Sequence[str], needed: Sequence[str], where: str) -> None:
    missing = [column for column in needed if column not in found]
    first = f"Its first line must be {','.join(columns)} (what is not needed may be left out)."
    if missing:
        raise UnreadableError(f"{where} has no column {', '.join(missing)}", first)
    unknown = [name for name in found if name not in columns]
    if unknown:
        raise UnreadableError(f"{where} has a column {unknown[0]!r} that means nothing here", first)
    if len(set(found)) < len(found):
        twice = next(name for name in found if found.count(name) > 1)
        raise UnreadableError(f"{where} has the column {twice!r} twice", first)


def refuse(wrong: list[tuple[int, str]], source: str, doing: str) -> None:
    """Raise one error that names the lines that can't be used, and why."""
    if wrong:
        shown = "; ".join(f"line {line}: {reason}" for line, reason in wrong[:5])
        more = f"; and {len(wrong) - 5} more" if len(wrong) > 5 else ""
        raise UnreadableError(f"{doing}: {source}, {shown}{more}", "Nothing was done: mend the lines first.")


def country_code(told: str) -> str:
    """The alpha-3 code of a country that a cell names by code or by name, "" if it names none.

    >>> country_code("Norway"), country_code("NOR"), country_code("Atlantis")
    ('NOR', 'NOR', '')
    """
    from dateline.knowledge.countries import country_name, place_of
    from dateline.knowledge.names import slug

    if len(told) == 3 and told.isupper():
        return told if country_name(told) else ""
    place = place_of(slug("PLACE", told))
    return place.country if place is not None and place.kind == "country" else ""
