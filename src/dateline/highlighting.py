"""The words behind rows: spans marked in the article, and rows shown in their sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import islice, pairwise
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from dateline.outputs import OutputError, whole_file
from dateline.tables import Tables

LAYERS = ("mentions", "dates", "quotes", "events")
MOST = 6  # marks on one character; more can't be told apart, and would make the page grow without bound

# Marks must be told apart where all style is taken out (GitHub, a plain reader): names are <mark>, quotations <i>,
# events <b>, and what a line or tint would say stands in brackets behind the words. Style stands in each element, as a
# notebook that isn't trusted drops style sheets. Tints are of Okabe and Ito's colours under black text.
PLAIN = {"person": "mark", "org": "mark", "place": "mark", "misc": "mark", "quote": "i", "event": "b"}
TINT = {"person": "#cfe4f3", "org": "#fbe6b8", "place": "#c9ece0", "misc": "#f2dcea"}
LINE = {
    "quote": "1px dotted #555555",
    "date": "3px double #d55e00",
    "event": "3px solid #0072b2",
    "ongoing": "3px solid #56b4e9",
    "planned": "3px dashed #0072b2",
    "hypothetical": "3px dotted #0072b2",
    "denied": "3px solid #111111",
}
SAID = {"ongoing": "going on", "planned": "planned", "hypothetical": "possible", "denied": "denied"}
PAGE = (
    "background-color:#ffffff;color:#111111;padding:16px 20px;max-width:740px;line-height:1.9;"
    "font-family:Georgia,serif;font-size:16px;white-space:pre-wrap;overflow-wrap:break-word"
)
HEAD = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="generator" content="dateline">'
    '<meta name="viewport" content="width=device-width"><title>Highlighted article</title></head><body>'
)
NOTE = "color:#555555;font-family:Verdana,sans-serif;font-size:11px;white-space:nowrap"


class Span(NamedTuple):
    """Marked characters [start, end): classes of its look, a label behind it, a title on hovering."""

    start: int
    end: int
    classes: str
    label: str
    title: str


class Highlighted(str):
    """HTML that a notebook shows as such; `str()` gives the markup itself, `save` writes a page."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)

    def __repr__(self) -> str:
        return f"<Highlighted article, {len(self):,} characters of HTML>"

    def save(self, path: str | Path) -> Path:
        """Write a page that opens in any browser, without network.

        Parameters
        ----------
        path : path
            Such as "article.html"; a page written by this method before is replaced, any other file is not.

        Raises
        ------
        OutputError
            A ValueError: another file has this name.

        Examples
        --------
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     Highlighted("<b>Oslo</b>").save(f"{folder}/oslo.html").name
        'oslo.html'
        """
        path = Path(path)
        if path.exists() and not (path.is_file() and path.read_bytes().startswith(HEAD.encode())):
            raise OutputError(
                f"{path} was not written by highlight, and is not replaced. Choose another name."
            )
        with whole_file(path) as beside:
            beside.write_bytes(f"{HEAD}{self}</body></html>\n".encode("utf-8", "replace"))
        return path


def highlight(tables: Tables, article: str | None = None, layers: Iterable[str] = LAYERS) -> Highlighted:
    """Mark in an article what was found in it: names, dates, quotations, events.

    Parameters
    ----------
    tables : Tables
        What `analyze` gave back.
    article : str, optional
        The id of the article; the first one if left out.
    layers : iterable of str
        Which of "mentions", "dates", "quotes", "events" to mark.

    Returns
    -------
    Highlighted
        HTML for a notebook or a page. All text of the article is escaped: markup in it stays text.

    Raises
    ------
    KeyError
        There is no such article.
    ValueError
        There is no such layer.
    """
    layers = list(layers)
    unknown = [layer for layer in layers if layer not in LAYERS]
    if unknown:
        raise ValueError(f"highlight: no layer {unknown[0]!r}. Choose from {', '.join(LAYERS)}.")
    ids = tables.articles["article"]
    if article is None and len(ids):
        article = ids.iloc[0]
    found = tables.articles.loc[ids == article, "text"]
    if found.empty:
        some = ", ".join(map(repr, ids.head(3))) or "none"
        raise KeyError(f"highlight: no article {article!r} in these tables; there are {len(ids)} ({some}).")
    text = str(found.iloc[0])
    spans = [span for layer in LAYERS if layer in layers for span in _spans(tables, layer, str(article))]
    return Highlighted(
        f'<div class="dateline-article" style="{PAGE}">{_key(layers)}{mark(text, spans)}</div>'
    )


def mark(text: str, spans: Iterable[Span]) -> str:
    """Write a text as HTML with its spans marked; spans may overlap, and all text is escaped.

    >>> mark("a <b> c", [Span(2, 5, "org", "2021", "")])
    'a <span class="org"><mark style="background-color:#fbe6b8;color:#111111">&lt;b&gt;</mark></span> \
<small style="color:#555555;font-family:Verdana,sans-serif;font-size:11px;white-space:nowrap">[2021]</small> c'
    """
    spans = [span for span in spans if 0 <= span.start < span.end <= len(text)]
    cuts = sorted({0, len(text), *(s.start for s in spans), *(s.end for s in spans)})
    starts: dict[int, list[Span]] = {}
    ends: dict[int, list[Span]] = {}
    for span in sorted(spans, key=lambda s: (s.start, -s.end, s.classes)):
        starts.setdefault(span.start, []).append(span)
        ends.setdefault(span.end, []).append(span)
    out: list[str] = []
    open_now: dict[Span, None] = {}
    for begin, end in pairwise(cuts):
        for span in ends.get(begin, ()):
            open_now.pop(span, None)
        out.append(_labels(ends.get(begin, ())))
        open_now.update(dict.fromkeys(starts.get(begin, ())))
        out.append(_segment(text[begin:end], list(islice(open_now, MOST))))
    out.append(_labels(ends.get(len(text), ())))
    return "".join(out)


def _labels(spans: Iterable[Span]) -> str:
    """Write the labels of the spans that end here, each once."""
    words = dict.fromkeys(f"[{span.label}]" for span in spans if span.label)
    return f' <small style="{NOTE}">{_plain(" ".join(words))}</small>' if words else ""


def _segment(words: str, spans: list[Span]) -> str:
    if not spans:
        return _plain(words)
    looks = list(dict.fromkeys(" ".join(span.classes for span in spans).split()))
    titles = " · ".join(dict.fromkeys(span.title for span in spans if span.title))
    title = f' title="{escape(titles)}"' if titles else ""
    return f'<span class="{escape(" ".join(looks))}"{_line(looks)}{title}>{_dressed(words, looks)}</span>'


def _line(looks: list[str]) -> str:
    """Say which line stands under the words: that of an event before a date's, and a date's before a quotation's."""
    line = next((LINE[look] for look in reversed(LINE) if look in looks), "")
    return f' style="border-bottom:{line}"' if line else ""


def _dressed(words: str, looks: list[str]) -> str:
    """Put the plain elements round the words."""
    html = _plain(words)
    tint = next((TINT[look] for look in looks if look in TINT), "")
    if tint:
        html = f'<mark style="background-color:{tint};color:#111111">{html}</mark>'
    for tag in sorted({PLAIN[look] for look in looks if look in PLAIN} - {"mark"}):
        html = f"<{tag}>{html}</{tag}>"
    return html


def _plain(words: str) -> str:
    """Escape the words; a line break is one also where white space is not kept."""
    return escape(words).replace("\n", "<br>")


def _spans(tables: Tables, layer: str, article: str) -> Iterator[Span]:
    """Turn the rows of one table into marks."""
    rows = getattr(tables, layer)
    rows = rows[rows["article"] == article]
    names = dict(zip(tables.entities["entity"], tables.entities["name"], strict=True))
    outer: dict[str, int] = {}  # speaker -> end of the longest statement so far
    for row in rows.itertuples(index=False):
        if layer == "mentions":
            name = names.get(row.entity, row.entity)
            known = name if name and name != row.text else ""
            yield Span(row.start, row.end, row.kind.lower(), "", f"{row.kind.lower()}: {known or row.text}")
        elif layer == "dates":
            when = _interval(row.first, row.last)
            yield Span(row.start, row.end, "date", when, f"date: {row.value or 'open'} ({row.rule})")
        elif layer == "quotes":
            who = names.get(row.speaker, row.speaker)
            inner = row.end < outer.get(row.speaker, 0)  # the words between marks within a reported statement
            outer[row.speaker] = max(row.end, outer.get(row.speaker, 0))
            label = "" if inner else who
            yield Span(
                row.start, row.end, "quote", label, f"{row.style} quotation: {who or 'speaker not known'}"
            )
        else:
            what = " ".join(filter(None, [row.type.lower(), row.status]))
            yield Span(
                row.start,
                row.end,
                f"event {row.status}",
                SAID.get(row.status, ""),
                f"event: {what} {_interval(row.first, row.last)}".strip(),
            )


def _interval(first, last) -> str:
    """Say an interval in ISO dates: "2021-12-30", "2021-06-01/2021-06-30", "" if open on both sides."""
    begin, end = ("" if pd.isna(day) else f"{day:%Y-%m-%d}" for day in (first, last))
    return begin if begin == end else f"{begin}/{end}"


def _key(layers: list[str]) -> str:
    words = {
        "mentions": [("person", "person"), ("org", "organisation"), ("place", "place"), ("misc", "other name")],
        "dates": [("date", "date [its day or days]")],
        "quotes": [("quote", "quotation [its speaker]")],
        "events": [("event", "happened")] + [(f"event {status}", f"event [{said}]") for status, said in SAID.items()],
    }  # fmt: skip
    marks = [
        _segment(said, [Span(0, 1, look, "", "")])
        for layer in LAYERS
        if layer in layers
        for look, said in words[layer]
    ]
    return f'<small style="{NOTE};white-space:normal">{" · ".join(marks)}</small><br><br>'


def context(rows: pd.DataFrame, articles: pd.DataFrame, width: int = 60) -> pd.DataFrame:
    """Show rows of any table in their place: the words before, the row's own words, the words after.

    Parameters
    ----------
    rows : DataFrame
        Rows with `article`, `start` and `end`: mentions, dates, quotes, events, sentiment, timeline ...
    articles : DataFrame
        The `articles` table that the rows were found in.
    width : int
        At most so many characters before and after, whole words, within the paragraph.

    Returns
    -------
    DataFrame
        `article`, `before`, `text`, `after`; the index is that of `rows`, so that `rows.join(...)` works.

    Raises
    ------
    KeyError
        A row's article is not among the articles.

    Examples
    --------
    >>> articles = pd.DataFrame({"article": ["a"], "text": ["The port of Bergen reopened on Monday."]})
    >>> context(pd.DataFrame({"article": ["a"], "start": [12], "end": [18]}), articles, width=9)
      article   before    text     after
    0       a  port of  Bergen  reopened
    """
    texts = dict(zip(articles["article"], articles["text"], strict=True))
    missing = rows.loc[~rows["article"].isin(texts), "article"]
    if len(missing):
        raise KeyError(
            f"context: no article {missing.iloc[0]!r} (row {missing.index[0]}) among the {len(texts)} articles given. "
            "Pass the articles table of the same analysis."
        )
    out = []
    for article, start, end in rows[["article", "start", "end"]].itertuples(index=False, name=None):
        text = texts[article]
        before, after = text[max(0, start - width - 1) : start], text[end : end + width + 1]
        before, after = before.rpartition("\n")[2], after.partition("\n")[0]
        if len(before) > width:
            before = before.partition(" ")[2] if " " in before else before[1:]
        if len(after) > width:
            after = after.rpartition(" ")[0] if " " in after.strip() else after[:width]
        out.append((article, before.strip(), " ".join(text[start:end].split()), after.strip()))
    return pd.DataFrame(out, columns=["article", "before", "text", "after"], index=rows.index)
