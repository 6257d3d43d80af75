"""How every chart looks: colours, signs, fonts, sizes, headlines, source lines, alt text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from functools import cache, wraps
from typing import Any, NamedTuple

import matplotlib as mpl
import matplotlib.pyplot as plt
import matplotlib.style
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.textpath import text_to_path

# Okabe and Ito's eight colours, told apart by readers with any colour vision.
BLACK, ORANGE, SKY, GREEN = "#000000", "#E69F00", "#56B4E9", "#009E73"
YELLOW, BLUE, VERMILLION, PURPLE = "#F0E442", "#0072B2", "#D55E00", "#CC79A7"
INK, GREY, PALE, WASH = "#222222", "#666666", "#D9D9D9", "#FBF3E6"

WIDTH = 9.0  # inches, every chart
RESOLUTION = 160  # dots per inch of a written PNG
SMALL, NORMAL, TITLE = 8.5, 9.5, 13.0  # points
LINE = 0.165  # inches from one line of normal text to the next

STYLE = {
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": NORMAL,
    "text.parse_math": False,  # "$5 billion to $9 billion" is no formula
    "text.color": INK,
    "axes.labelcolor": GREY,
    "axes.labelsize": SMALL,
    "axes.edgecolor": PALE,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.axisbelow": True,
    "axes.unicode_minus": True,
    "xtick.color": GREY,
    "xtick.labelsize": SMALL,
    "ytick.color": GREY,
    "ytick.labelsize": SMALL,
    "hatch.linewidth": 1.1,
    "legend.frameon": False,
    "legend.fontsize": SMALL,
    "figure.dpi": 100,
    "figure.facecolor": "white",
    "axes.facecolor": "white",
    "savefig.facecolor": "white",
}

DIVERGING = LinearSegmentedColormap.from_list(
    "orange-blue", [VERMILLION, "#F3B27A", "#EEEEEE", "#7FB8DC", BLUE]
)


class Sign(NamedTuple):
    """How one kind of thing is drawn: the marker, fill and hatch differ as well as the colour."""

    marker: str
    face: str
    edge: str
    hatch: str
    words: str


STATUS = {
    "happened": Sign("o", BLUE, BLUE, "", "happened"),
    "ongoing": Sign(">", SKY, BLUE, "", "going on"),
    "planned": Sign("o", "white", VERMILLION, "////", "planned"),
    "hypothetical": Sign("D", "white", PURPLE, "....", "possible"),
    "denied": Sign("X", INK, INK, "xxxx", "denied"),
}
UNKNOWN = Sign("s", PALE, GREY, "", "not known")

KIND = {
    "PERSON": Sign("o", BLUE, BLUE, "", "person"),
    "ORG": Sign("s", ORANGE, ORANGE, "", "organisation"),
    "PLACE": Sign("^", GREEN, GREEN, "", "place"),
    "MISC": Sign("D", PURPLE, PURPLE, "", "other name"),
}


def sign_words(status: str) -> str:
    """Say a status as the charts do."""
    return STATUS[status].words if status in STATUS else status or UNKNOWN.words


def look(sign: Sign, size: float = 7.5) -> dict:
    """Say a sign in the words of `Axes.plot`."""
    return {
        "marker": sign.marker, "markerfacecolor": sign.face, "markeredgecolor": sign.edge,
        "markeredgewidth": 1.5, "markersize": size, "linestyle": "none", "zorder": 4,
    }  # fmt: skip


def styled(draw: Callable[..., Axes]) -> Callable[..., Axes]:
    """Draw with the bundle's style alone; the caller's matplotlib settings neither leak in nor are changed."""

    @wraps(draw)
    def drawn(*args, **kwargs) -> Axes:
        with only_style():
            return draw(*args, **kwargs)

    return drawn


def only_style() -> AbstractContextManager:
    """Set matplotlib's own defaults and the bundle's style, for a while."""
    return mpl.style.context(STYLE, after_reset=True)


def new_axes(
    height: float, *, left: float = 0.35, right: float = 0.35, top: float = 1.05, bottom: float = 0.8
):
    """Make a figure of the fixed width whose plotting area is `height` inches high; margins in inches."""
    total = height + top + bottom
    figure = plt.figure(figsize=(WIDTH, total))
    box = (left / WIDTH, bottom / total, (WIDTH - left - right) / WIDTH, height / total)
    return figure.add_axes(box)


def axes_of(ax: Axes | None, height: float, **margins: float) -> Axes:
    """Take the given axes, or make new ones."""
    return ax if ax is not None else new_axes(height, **margins)


def figure_of(ax: Axes) -> Figure:
    """Give the figure that axes stand on."""
    figure = ax.get_figure(root=True)
    if figure is None:
        raise ValueError("these axes stand on no figure; make them with plt.subplots(), or leave ax out.")
    return figure


def size_of(ax: Axes) -> tuple[float, float]:
    """Measure the plotting area, in inches."""
    box = ax.get_position()
    width, height = figure_of(ax).get_size_inches()
    return box.width * width, box.height * height


def rows_that_fit(limit: int, ax: Axes | None, row: float, outside: float = 0.0) -> int:
    """Lower a limit of rows to those that fit a given Axes, `row` inches each beside `outside`; at least one."""
    return limit if ax is None else min(limit, max(1, int((size_of(ax)[1] - outside) / row)))


def inches(text: str, size: float = NORMAL, weight: str = "normal") -> float:
    """Measure how wide a line of text will be printed."""
    font = FontProperties(family="DejaVu Sans", size=size, weight=weight)
    return text_to_path.get_text_width_height_descent(printable(text), font, ismath=False)[0] / 72


@cache
def _glyphs() -> frozenset[int]:
    return frozenset(get_font(findfont("DejaVu Sans")).get_charmap())


def printable(text: str) -> str:
    """Put the text on one line, with a box for each character that the font has no shape for.

    >>> printable("talks\\n in  北京")
    'talks in □□'
    """
    glyphs = _glyphs()
    line = " ".join(str(text).split())
    return "".join(c if ord(c) in glyphs and c.isprintable() else "□" for c in line)


def shorten(text: str, width: float, size: float = NORMAL) -> str:
    """Cut a line at a word so that it is at most `width` inches wide, ending in "…"."""
    text = printable(text[:400])
    if inches(text, size) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if inches(text[:middle] + "…", size) <= width:
            low = middle
        else:
            high = middle - 1
    cut = text[:low].rstrip()
    space = cut.rfind(" ")
    if space > 0.5 * low and low < len(text) and text[low] != " ":
        cut = cut[:space]
    return cut.rstrip(" ,;:-–") + "…"


def wrap(text: str, width: float, lines: int = 2, size: float = NORMAL) -> list[str]:
    """Break a text into at most so many lines of at most `width` inches; what is left over becomes "…"."""
    words = printable(text[:800]).split()
    out: list[str] = []
    line = ""
    while words:
        longer = f"{line} {words[0]}".strip()
        if inches(longer, size) <= width:
            line = longer
            words.pop(0)
            continue
        if not line or len(out) == lines - 1:
            out.append(shorten(" ".join([line, *words]).strip(), width, size))
            return out
        out.append(line)
        line = ""
    return [*out, line] if line or not out else out


def headline(ax: Axes, title: str, subtitle: str, *, left: float = 0.0, above: float = 0.42) -> None:
    """Write title and subtitle above the axes, flush with the figure's left margin (`left` inches out)."""
    at: dict[str, Any] = {
        "xycoords": "axes fraction",
        "textcoords": "offset points",
        "ha": "left",
        "va": "baseline",
    }
    room = WIDTH - 0.5
    title = shorten(title, room * 0.93, TITLE)
    ax.annotate(title, (0, 1), (-left * 72, (above + 0.27) * 72), size=TITLE, weight="bold", **at)
    ax.annotate(shorten(subtitle, room, NORMAL), (0, 1), (-left * 72, above * 72), color=GREY, **at)


def footer(ax: Axes, *words: str, source: str, left: float = 0.0, below: float = 0.6) -> None:
    """Write the last line under the axes: n, notes, who drew it, the source."""
    line = " · ".join(filter(None, [*words, "drawn by dateline", source]))
    ax.annotate(
        shorten(line, WIDTH - 0.5, SMALL), (0, 0), (-left * 72, -below * 72), xycoords="axes fraction",
        textcoords="offset points", size=SMALL, color=GREY, ha="left", va="baseline",
    )  # fmt: skip


def key(ax: Axes, signs: Iterable[Sign], *, left: float = 0.0, above: float = 0.08) -> float:
    """Explain the signs in one row between the headline and the axes; give back where it ends, in inches."""
    x = -left
    width, height = size_of(ax)
    for sign in signs:
        ax.plot(
            (x + 0.06) / width, 1 + (above + 0.06) / height, transform=ax.transAxes, clip_on=False, **look(sign, 7)
        )  # fmt: skip
        ax.annotate(
            sign.words, (0, 1), ((x + 0.17) * 72, (above + 0.02) * 72), xycoords="axes fraction",
            textcoords="offset points", size=SMALL, color=INK, ha="left", va="baseline",
        )  # fmt: skip
        x += 0.42 + inches(sign.words, SMALL)
    return x


def nothing(ax: Axes | None, title: str, why: str) -> Axes:
    """Draw the chart that has nothing to show, and say why."""
    ax = axes_of(ax, 0.15, left=0.25, top=0.85, bottom=0.15)
    ax.set_axis_off()
    headline(ax, title, why)
    return describe(ax, f"{title}. {why}")


def describe(ax: Axes, words: str) -> Axes:
    """Attach the text that stands for the picture where it can't be seen."""
    ax.set_label(words)
    return ax


def alt_text(ax: Axes) -> str:
    """Say in words what a chart of this bundle shows, for readers who can't see it.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        What one of the `plot_...` functions gave back.

    Returns
    -------
    str
        One or two sentences: what is drawn, how many items, the largest or latest ones.
    """
    return str(ax.get_label())


def count(n: int, one: str, many: str = "") -> str:
    """Say a number with its noun.

    >>> count(1, "event"), count(1200, "event"), count(2, "country", "countries")
    ('1 event', '1,200 events', '2 countries')
    """
    return f"{n:,} {one if n == 1 else many or one + 's'}"
