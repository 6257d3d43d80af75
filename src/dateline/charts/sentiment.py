"""Tone along the text: how each sentence sounds, which of them quote somebody, and the words that make it."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke

from dateline.charts import style
from dateline.charts.mentions import draw_paragraphs, one_article

TITLE = "Tone along the text"
HEIGHT = 3.0  # inches
LIMIT = 1.15  # a little beyond [-1, 1], so that no mark is cut
METHOD = "tone from −1 (most negative) to 1, by the words of each sentence"


def tone_along(sentiment: pd.DataFrame, quotes: pd.DataFrame | None = None) -> pd.DataFrame:
    """List the sentences of one article with their tone, and whether each quotes somebody.

    Returns
    -------
    DataFrame
        `article`, `start`, `end`, `score` in [-1, 1], `label`, `words` (those that made the score), `quoted`
        (share of the sentence in [0, 1] that stands in a quotation) and `text`, in order of the text.
    """
    rows = (
        sentiment[sentiment["unit"] == "sentence"]
        .sort_values(["article", "start", "end"], kind="stable")
        .copy()
    )
    spoken = (
        quotes[["start", "end"]]
        if quotes is not None
        else sentiment.loc[sentiment["unit"] == "quote", ["start", "end"]]
    )
    rows["quoted"] = _share(rows[["start", "end"]], spoken)
    return rows[["article", "start", "end", "score", "label", "words", "quoted", "text"]].reset_index(
        drop=True
    )


def _share(sentences: pd.DataFrame, quotes: pd.DataFrame) -> list[float]:
    """Compute how much of each sentence stands in a quotation; both in order of the text."""
    spans: list[list[int]] = []
    for start, end in sorted(quotes.itertuples(index=False, name=None)):
        if spans and start <= spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], end)
        else:
            spans.append([start, end])
    shares, first = [], 0
    for start, end in sentences.itertuples(index=False, name=None):
        while first < len(spans) and spans[first][1] <= start:
            first += 1
        inside, at = 0, first
        while at < len(spans) and spans[at][0] < end:
            inside += min(end, spans[at][1]) - max(start, spans[at][0])
            at += 1
        shares.append(round(inside / max(1, end - start), 3))
    return shares


@style.styled
def plot_sentiment(
    rows: pd.DataFrame, ax: Axes | None = None, *, quotes: pd.DataFrame | None = None,
    articles: pd.DataFrame | None = None, words: int = 4, source: str = "",
) -> Axes:  # fmt: skip
    """Draw the tone of each sentence as a lollipop along the text; diamonds are sentences that quote.

    Parameters
    ----------
    rows : DataFrame
        The `sentiment` of one article.
    ax : Axes, optional
        Draw here; else on a new figure.
    quotes, articles : DataFrame, optional
        For the quotations, and for the paragraphs (pale rules).
    words : int
        Name the words behind so many of the strongest scores.
    source : str
        Ends the source line.

    Returns
    -------
    Axes

    Raises
    ------
    ValueError
        The rows come from several articles.
    """
    article = one_article(rows, "plot_sentiment")
    if quotes is not None:
        quotes = quotes[quotes["article"] == article]
    marks = tone_along(rows, quotes)
    if marks.empty:
        return style.nothing(ax, TITLE, "No sentences with a tone.")
    ax = style.axes_of(ax, HEIGHT, left=0.95, right=0.35, top=1.1, bottom=0.7)
    draw_paragraphs(ax, articles, article, int(marks["end"].max()))
    ax.axhline(0, color=style.GREY, linewidth=0.8, zorder=1)
    middle = (marks["start"] + marks["end"]) / 2
    ax.vlines(
        middle, 0, marks["score"], color=[_colour(score) for score in marks["score"]], linewidth=2, zorder=2
    )
    for said, sign in ((False, NARRATED), (True, QUOTED)):
        here = marks["quoted"].gt(0) == said
        for x, score in zip(middle[here], marks.loc[here, "score"], strict=True):
            face = _colour(score) if not said else "white"
            ax.plot(
                [x],
                [score],
                **{**style.look(sign, 7), "markerfacecolor": face, "markeredgecolor": _colour(score)},
            )
    ax.set_ylim(-LIMIT, LIMIT)
    ax.set_yticks([-1, -0.5, 0, 0.5, 1], ["−1\nnegative", "−0.5", "0", "0.5", "1\npositive"])
    _name_words(ax, marks, middle, words)
    quoting = int(marks["quoted"].gt(0).sum())
    shown = f"{style.count(len(marks), 'sentence')}, {quoting} of them with a quotation"
    style.headline(ax, TITLE, f"{shown}; the words behind the strongest are named", left=0.7, above=0.52)
    style.key(ax, [NARRATED, QUOTED] if quoting else [NARRATED], left=0.7, above=0.17)
    style.footer(
        ax, f"n = {style.count(len(marks), 'sentence')}", METHOD, source=source, left=0.7, below=0.48
    )
    ends = {"negative": marks.loc[marks["score"].idxmin()], "positive": marks.loc[marks["score"].idxmax()]}
    most = " ".join(f"Most {side} ({row['score']:+.2f}): {_quote(row['text'])}" for side, row in ends.items())
    return style.describe(ax, f"Tone of {shown}, mean {marks['score'].mean():+.2f}. {most}")


NARRATED = style.Sign("o", style.GREY, style.GREY, "", "sentence")
QUOTED = style.Sign("D", "white", style.GREY, "", "sentence with a quotation")


def _colour(score: float) -> str:
    return style.BLUE if score > 0.05 else style.VERMILLION if score < -0.05 else style.GREY


def _quote(text: str) -> str:
    return "“" + style.printable(text if len(text) <= 120 else text[:119] + "…") + "”"


def _name_words(ax: Axes, marks: pd.DataFrame, middle: pd.Series, most: int) -> None:
    """Write the driving words at the strongest scores, where they stand on nothing else."""
    width, height = style.size_of(ax)
    low, high = ax.get_xlim()
    inch = (high - low) / width
    heads = [
        ((x - low) / inch, (score + LIMIT) / 2 / LIMIT * height)
        for x, score in zip(middle, marks["score"], strict=True)
    ]
    taken: list[tuple[float, float, float, float]] = []
    strongest = marks[marks["words"] != ""]
    order = strongest["score"].abs().sort_values(ascending=False, kind="stable").index[:most]
    for at in order:
        words = style.shorten(_words_only(marks.at[at, "words"]), 2.2, style.SMALL)
        long = style.inches(words, style.SMALL)
        x, y = heads[at]
        up = 1 if marks.at[at, "score"] > 0 else -1
        left = min(max(x - long / 2, 0.02), width - long - 0.02)
        for step in range(4):
            base = y + up * (0.17 + 0.16 * step)
            box = (left - 0.04, base - 0.08, left + long + 0.04, base + 0.08)
            if (
                box[1] > 0
                and box[3] < height
                and not _hits(box, taken)
                and not _covers(box, heads, height / 2)
            ):
                taken.append(box)
                text = ax.annotate(
                    words, (left / width, base / height), xycoords="axes fraction", size=style.SMALL, ha="left",
                    va="center", color=style.INK, zorder=6,
                )  # fmt: skip
                text.set_path_effects([withStroke(linewidth=2.5, foreground="white")])
                break


def _words_only(words: str) -> str:
    """Leave out the values: "fearing -1.2; attack -0.8" becomes "fearing, attack"."""
    parts = [part.strip().rpartition(" ") for part in words.split(";") if part.strip()]
    return ", ".join(before or last for before, _, last in parts)


def _hits(box: tuple[float, float, float, float], others: list[tuple[float, float, float, float]]) -> bool:
    return any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in others)


def _covers(box: tuple[float, float, float, float], heads: list[tuple[float, float]], zero: float) -> bool:
    """Tell whether words in the box would stand on a lollipop: between the line of zero and its head."""
    left, bottom, right, top = box[0] - 0.05, box[1] - 0.05, box[2] + 0.05, box[3] + 0.05
    return any(left < x < right and bottom < max(y, zero) and min(y, zero) < top for x, y in heads)
