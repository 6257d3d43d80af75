"""Who with whom: the ties between those who take part in the same events."""

from __future__ import annotations

from itertools import combinations
from math import cos, pi, sin

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch

from dateline.cells import listed
from dateline.charts import style
from dateline.charts.naming import entity_name, entity_names, worth_printing

SIZE = 4.6  # inches
BEND = 0.12  # how much a tie bows, as a share of its length
TITLE = "Who with whom"
COOPERATION, CONFLICT, NEITHER = "cooperation", "conflict", "neither"


def ties(
    rows: pd.DataFrame, entities: pd.DataFrame | None = None, limit: int = 12, least: float = 0.5
) -> pd.DataFrame:
    """Count the events that each pair of entities takes part in.

    Parameters
    ----------
    rows : DataFrame
        The `timeline` (columns actors, targets) or the `events` table (actor, target).
    entities : DataFrame, optional
        The `entities` table, for names.
    limit : int
        Ties among at most so many entities, those in most events.
    least : float
        Rows of less weight are left out (see `timeline.weight`).

    Returns
    -------
    DataFrame
        A row a pair, most events first: `one_name`, `other_name`, `one`, `other`, `n` events and their mean
        cooperation-conflict `score` in [-10, 10] (empty where no event has one).
    """
    rows, many = worth_printing(rows, least), "actors" in rows.columns
    names = entity_names(entities)
    pairs: dict[tuple[str, str], list[float]] = {}
    times: dict[str, int] = {}
    columns = ["actors", "targets"] if many else ["actor", "target"]
    for actors, targets, score in rows[[*columns, "score"]].itertuples(index=False, name=None):
        members = sorted({*listed(actors), *listed(targets)})
        if len(members) < 2:
            continue
        for member in members:
            times[member] = times.get(member, 0) + 1
        for pair in combinations(members, 2):
            pairs.setdefault(pair, []).append(float(score) if not pd.isna(score) else float("nan"))
    kept = set(sorted(times, key=lambda entity: (-times[entity], entity))[:limit])
    out = [
        (
            entity_name(one, names),
            entity_name(other, names),
            one,
            other,
            len(scores),
            pd.Series(scores).mean(),
        )
        for (one, other), scores in pairs.items()
        if one in kept and other in kept
    ]
    frame = pd.DataFrame(out, columns=["one_name", "other_name", "one", "other", "n", "score"]).round(
        {"score": 2}
    )
    return frame.sort_values(["n", "one", "other"], ascending=[False, True, True], kind="stable").reset_index(
        drop=True
    )


@style.styled
def plot_network(
    rows: pd.DataFrame,
    ax: Axes | None = None,
    *,
    entities: pd.DataFrame | None = None,
    limit: int = 12,
    source: str = "",
    least: float = 0.5,
) -> Axes:
    """Draw those who take part in the same events in a ring, and their ties: the wider, the more events.

    Parameters
    ----------
    rows : DataFrame
        The `timeline` or the `events` table, or some of its rows.
    ax : Axes, optional
        Draw here; else on a new figure.
    entities : DataFrame, optional
        The `entities` table, for names and kinds.
    limit : int
        At most so many entities.
    source : str
        Ends the source line.
    least : float
        Rows of less weight are left out (see `timeline.weight`).

    Returns
    -------
    Axes
    """
    edges = ties(rows, entities, limit, least)
    if edges.empty:
        return style.nothing(ax, TITLE, "No events with two known participants.")
    ax = style.axes_of(ax, SIZE, left=0.25, right=0.25, top=1.25, bottom=0.5)
    width, height = style.size_of(ax)
    ax.set_xlim(-width / 2, width / 2)
    ax.set_ylim(-height / 2, height / 2)
    ax.set_axis_off()
    ring = _ring(edges)
    radius = (height - 0.75) / 2
    across = min(radius * 1.5, width / 2 - 2.0)
    spots = {
        entity: (across * sin(2 * pi * (at + 0.5) / len(ring)), radius * cos(2 * pi * (at + 0.5) / len(ring)))
        for at, entity in enumerate(ring)
    }
    for edge in edges.itertuples():
        _tie(ax, spots[edge.one], spots[edge.other], edge, int(edges["n"].max()))
    _counts(ax, edges, spots)
    names = {
        **dict(zip(edges["one"], edges["one_name"], strict=True)),
        **dict(zip(edges["other"], edges["other_name"], strict=True)),
    }
    for entity, (x, y) in spots.items():
        _node(ax, entity, names[entity], x, y, (width - 0.1) / 2 - abs(x) - 0.2)
    return _finish(ax, edges, ring, source)


def _ring(edges: pd.DataFrame) -> list[str]:
    """Order the entities round the ring so that those with strong ties stand side by side."""
    strength: dict[str, dict[str, int]] = {}
    for edge in edges.itertuples():
        strength.setdefault(edge.one, {})[edge.other] = edge.n
        strength.setdefault(edge.other, {})[edge.one] = edge.n
    left = sorted(strength, key=lambda entity: (-sum(strength[entity].values()), entity))
    ring = [left.pop(0)]
    while left:
        nearest = strength[ring[-1]]
        left.sort(key=lambda entity: (-nearest.get(entity, 0), -sum(strength[entity].values()), entity))
        ring.append(left.pop(0))
    return ring


def _nature(score: float) -> tuple[str, str, str]:
    """Give colour, line style and words of a tie."""
    if pd.isna(score) or abs(score) < 0.05:
        return style.GREY, ":", NEITHER
    return (style.BLUE, "-", COOPERATION) if score > 0 else (style.VERMILLION, "--", CONFLICT)


def _tie(ax: Axes, one: tuple[float, float], other: tuple[float, float], edge, most: int) -> None:
    colour, line, _ = _nature(edge.score)
    width = 1.2 + 4.0 * (edge.n - 1) / max(1, most - 1)
    patch = FancyArrowPatch(
        one, other, arrowstyle="-", connectionstyle=f"arc3,rad={BEND}", color=colour, linestyle=line,
        linewidth=width, alpha=0.85, zorder=2, shrinkA=0, shrinkB=0,
    )  # fmt: skip
    ax.add_patch(patch)


def _counts(ax: Axes, edges: pd.DataFrame, spots: dict[str, tuple[float, float]]) -> None:
    """Write how many events at the middle of each tie of two or more, where nothing else stands."""
    taken = list(spots.values())
    for edge in edges[edges["n"] > 1].itertuples():
        (x1, y1), (x2, y2) = spots[edge.one], spots[edge.other]
        x = (x1 + x2) / 2 + BEND / 2 * (y2 - y1)
        y = (y1 + y2) / 2 - BEND / 2 * (x2 - x1)
        if all(abs(x - a) > 0.35 or abs(y - b) > 0.22 for a, b in taken):
            taken.append((x, y))
            ax.text(
                x, y, str(edge.n), size=style.SMALL, ha="center", va="center", zorder=3,
                bbox={"facecolor": "white", "edgecolor": "none", "boxstyle": "round,pad=0.15"},
            )  # fmt: skip


def _node(ax: Axes, entity: str, name: str, x: float, y: float, room: float) -> None:
    sign = style.KIND.get(entity.partition(":")[0].upper(), style.UNKNOWN)
    ax.plot([x], [y], **{**style.look(sign, 12), "markeredgecolor": "white"})
    side = 1 if x >= 0 else -1
    ax.annotate(
        "\n".join(style.wrap(name, max(0.6, room))), (x, y), (side * 11, 0), textcoords="offset points",
        ha="left" if side > 0 else "right", va="center", zorder=5, linespacing=1.15,
    )  # fmt: skip


def _finish(ax: Axes, edges: pd.DataFrame, ring: list[str], source: str) -> Axes:
    n = int(edges["n"].sum())
    shown = f"{style.count(len(edges), 'tie')} between {len(ring)} who take part in the same events"
    style.headline(ax, TITLE, f"{shown}; the wider, the more events (their number stands on it)", above=0.62)
    kinds = {entity.partition(":")[0].upper() for entity in ring}
    x = 0.3 + style.key(ax, [sign for kind, sign in style.KIND.items() if kind in kinds], above=0.27)
    words = dict.fromkeys(sorted(_nature(score) for score in edges["score"]))
    width, height = style.size_of(ax)
    for colour, line, meaning in words:
        ax.plot(
            [x / width, (x + 0.35) / width], [1 + 0.33 / height] * 2, transform=ax.transAxes, clip_on=False,
            color=colour, linestyle=line, linewidth=2,
        )  # fmt: skip
        ax.annotate(
            meaning,
            (0, 1),
            ((x + 0.42) * 72, 0.29 * 72),
            xycoords="axes fraction",
            textcoords="offset points",
            size=style.SMALL,
        )
        x += 0.62 + style.inches(meaning, style.SMALL)
    style.footer(ax, f"n = {style.count(n, 'shared event')}, counted pair by pair", source=source, below=0.3)
    most = "; ".join(f"{e.one_name} and {e.other_name} {e.n}" for e in edges.head(5).itertuples())
    return style.describe(ax, f"Network of {shown}. Strongest: {most}.")
