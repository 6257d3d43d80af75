"""HTML from words that nobody may trust: everything is escaped here, and only here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

# What XML and browsers may not have in a page: control characters, lone surrogates, non-characters.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)


def said(words: object) -> str:
    """Words as the content of an element or of an attribute; nothing in them can become markup.

    Marks that turn the direction of writing are taken out too: they could make a text read as another.

    >>> said('<b onclick="x">')
    '&lt;b onclick=&quot;x&quot;&gt;'
    """
    return escape(_UNFIT.sub("\ufffd", str(words)), quote=True)


def element(tag: str, *content: str, **attributes: object) -> str:
    """An element; attributes are escaped, content is markup already. `class_` is class, `data_x` is data-x.

    >>> element("p", said("1 < 2"), class_="note", hidden=True)
    '<p class="note" hidden>1 &lt; 2</p>'
    """
    told, void = "", tag in ("img", "input", "meta")
    for name, value in attributes.items():
        name = name.rstrip("_").replace("_", "-")
        if value is True:
            told += f" {name}"
        elif value is not None and value is not False:
            told += f' {name}="{said(value)}"'
    return f"<{tag}{told}>" if void else f"<{tag}{told}>{''.join(content)}</{tag}>"


def items(rows: Iterable[str], **attributes: object) -> str:
    """A list of markup."""
    return element("ul", *(element("li", row) for row in rows), **attributes)


def table(heads: Iterable[str], rows: Iterable[Iterable[str]], caption: str, **attributes: object) -> str:
    """A table of markup, its first column the heads of the rows."""
    top = element("tr", *(element("th", head, scope="col") for head in heads))
    lines = []
    for first, *rest in rows:
        lines.append(
            element("tr", element("th", first, scope="row"), *(element("td", cell) for cell in rest))
        )
    inner = element("caption", said(caption)) + element("thead", top) + element("tbody", *lines)
    return element(
        "div",
        element("table", inner, **attributes),
        class_="wide",
        tabindex="0",
        role="region",
        aria_label=caption,
    )
