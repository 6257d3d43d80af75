"""Rows as readers want to see them: names in place of slugs, and tables that are legible in a notebook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

import pandas as pd
from pandas.api import types

from dateline.cells import BETWEEN, listed
from dateline.tables import ENTITY_COLUMNS

ROWS = 60  # of a table that are shown; the line below says how many more there are
SHORT = 30  # characters; a column of such texts is not broken
LONG = 3000  # characters of one cell; an article is read with `highlight`
_LEFT, _RIGHT = "left", "right"
_CELL = "vertical-align:top;padding:3px 10px"


def names(rows: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Put names in place of entity slugs: "Joe Biden" for "person:joe-biden".

    Parameters
    ----------
    rows : DataFrame
        Rows of any table, with any of the columns entity, speaker, actor, target, place, said_by, actors, targets.
    entities : DataFrame
        The `entities` table of the same analysis.

    Returns
    -------
    DataFrame
        The same rows and columns; several entities of a cell stay joined by "; ", and a slug that `entities` does not
        know stays as it is.

    Examples
    --------
    >>> entities = pd.DataFrame({"entity": ["person:ann-lie", "org:nato"], "name": ["Ann Lie", "NATO"]})
    >>> names(pd.DataFrame({"actors": ["person:ann-lie; org:nato", "place:oslo", ""]}), entities).actors.tolist()
    ['Ann Lie; NATO', 'place:oslo', '']
    """
    known = dict(zip(entities["entity"], entities["name"], strict=True))

    def named(cell: object) -> object:
        if not isinstance(cell, str):
            return cell
        return BETWEEN.join(known.get(slug, slug) or slug for slug in listed(cell))

    told = [column for column in rows.columns if column in ENTITY_COLUMNS]
    return rows.assign(**{column: rows[column].map(named).astype(rows[column].dtype) for column in told})


def table_html(frame: pd.DataFrame, shown: int = ROWS) -> str:
    """Write a frame as HTML: texts left and whole, days unbroken, numbers right, at most `shown` rows.

    Everything is escaped, and style stands in the elements, so that a notebook that isn't trusted shows it too.

    Examples
    --------
    >>> table_html(pd.DataFrame({"what": ["<b>"]})).count("&lt;b&gt;")
    1
    """
    head = frame.head(shown)
    columns = [_column(head.iloc[:, number]) for number in range(head.shape[1])]
    titles = [
        _cell("th", str(name), side, True) for name, (side, _, _) in zip(head.columns, columns, strict=True)
    ]
    index = [
        _cell("th", _said(label), _RIGHT, True, "color:#777777;font-weight:normal") for label in head.index
    ]
    cells = [[_cell("td", said, side, whole) for said in texts] for side, whole, texts in columns]
    rows = ["".join(row) for row in zip(index, *cells, strict=True)]
    top = _cell("th", "", _LEFT, True) + "".join(titles)
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    left = len(frame) - len(head)
    note = f"<p>and {left:,} more rows of {len(frame):,}</p>" if left else ""
    return (
        '<table border="0" style="border-collapse:collapse;font-size:13px;line-height:1.4">'
        f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>{note}"
    )


def _column(values: pd.Series) -> tuple[str, bool, list[str]]:
    """Say on which side a column stands, whether its cells are kept on one line, and its cells."""
    is_number = types.is_numeric_dtype(values) and not types.is_bool_dtype(values)
    texts = list(_texts(values))
    return _RIGHT if is_number else _LEFT, max(map(len, texts), default=0) <= SHORT, texts


def _texts(values: pd.Series) -> Iterator[str]:
    if types.is_datetime64_any_dtype(values):
        days = values.dropna()
        form = "%Y-%m-%d" if (days == days.dt.normalize()).all() else "%Y-%m-%d %H:%M"
        yield from ("" if pd.isna(value) else f"{value:{form}}" for value in values)
    else:
        yield from map(_said, values)


def _said(value: object) -> str:
    if isinstance(value, float):
        return "" if value != value else f"{value:.3g}"
    if value is None or value is pd.NA or value is pd.NaT:
        return ""
    words = re.sub(r"\s+", " ", str(value)).strip()
    return words if len(words) <= LONG else f"{words[:LONG]}… ({len(words):,} characters)"


def _cell(tag: str, words: str, side: str, whole: bool, more: str = "") -> str:
    width = "white-space:nowrap" if whole else "white-space:normal;min-width:180px;max-width:640px"
    style = ";".join(filter(None, [f"text-align:{side}", width, _CELL, more]))
    return f'<{tag} align="{side}"{" nowrap" * whole} style="{style}">{escape(words)}</{tag}>'


def load_ipython_extension(ipython) -> None:
    """Show every frame of a notebook as `table_html` does: `%load_ext dateline`."""
    ipython.display_formatter.formatters["text/html"].for_type(pd.DataFrame, _shown)


def unload_ipython_extension(ipython) -> None:
    """Show frames as pandas does again: `%unload_ext dateline`."""
    ipython.display_formatter.formatters["text/html"].pop(pd.DataFrame, None)


def _shown(frame: pd.DataFrame) -> str:
    plain = frame.columns.nlevels == 1 and frame.index.nlevels == 1 and frame.shape[1] <= 40
    return table_html(frame) if plain else frame._repr_html_()
