"""The map of the report: places by their coordinates over outlines that lie in the page."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

import pandas as pd

from dateline.entities import locate_entities
from dateline.lexicons import read_facts
from dateline.report.markup import element, said
from dateline.report.material import ReportMaterial
from dateline.tables import Row

# Outlines and circles share a plane: five units a degree, from 180 degrees west and 90 north.
SCALE, TOP, BOTTOM, WIDTH = 5, 30, 735, 1800
_SHAPE = 2.4  # width to height
_NARROWEST = 500  # a hundred degrees
_LABELS = 16
_SHOWN = 200
_BORDERS = "Outlines: Natural Earth (public domain). Positions: GeoNames (CC BY 4.0). Borders are no statement of ours."


class _View(NamedTuple):
    """The piece of the plane that is shown; `unit` is a thousandth of its width."""

    x: float
    y: float
    width: float
    height: float

    @property
    def unit(self) -> float:
        return self.width / 1000


def map_section(material: ReportMaterial) -> str:
    """Circles as large as a place is often named, on a world without tiles."""
    head = element("h2", "Where?", id="map-h")
    entities = material.tables.entities
    found = locate_entities(entities)
    if found.empty:
        return head + element("p", "No place is named whose position is known.")
    unplaced = int((entities["kind"] == "PLACE").sum()) - len(found)
    places = found.sort_values(["mentions", "entity"], ascending=[False, True], kind="stable").head(_SHOWN)
    places = places.assign(x=(places["longitude"] + 180) * SCALE, y=(90 - places["latitude"]) * SCALE)
    named = set(entities.loc[entities["kind"] == "PLACE", "country"]) - {""}
    land = "".join(
        f'<path d="{said(row["path"])}"{" class=named" if row["country"] in named else ""}></path>'
        for row in read_facts("outlines.csv")
    )
    view = _view(places)
    circles = element("g", *_circles(material, places, view), font_size=f"{17 * view.unit:.1f}")
    svg = element(
        "svg",
        element("g", land, class_="land", aria_hidden="true"),
        circles,
        class_="map",
        role="group",
        aria_labelledby="map-h",
        viewBox=" ".join(f"{one:.0f}" for one in view),
    )
    listed = ", ".join(f"{row.name} ({row.mentions})" for row in places.head(60).itertuples(index=False))
    note = f"A circle is as large as a place is often named; countries stand at their capitals: {listed}."
    more = f" Places without a known position: {unplaced}." if unplaced else ""
    return head + svg + element("p", said(note + more), class_="help") + element("p", _BORDERS, class_="help")


def _view(places: pd.DataFrame) -> _View:
    """The piece of the world in which the places lie, with room round them."""
    left, right, top, bottom = places["x"].min(), places["x"].max(), places["y"].min(), places["y"].max()
    width = min(WIDTH, max(_NARROWEST, 1.25 * (right - left), 1.4 * _SHAPE * (bottom - top)))
    height = min(width / _SHAPE, BOTTOM - TOP)
    x = min(max(0, (left + right - width) / 2), WIDTH - width)
    y = min(max(TOP, (top + bottom - height) / 2), BOTTOM - height)
    return _View(x, y, width, height)


def _circles(material: ReportMaterial, places: pd.DataFrame, view: _View) -> list[str]:
    most, out = max(places["mentions"].max(), 1), []
    boxes = [_around(row, _radius(row, most, view)) for row in places.head(_LABELS).itertuples(index=False)]
    for row in places.itertuples(index=False):
        radius = _radius(row, most, view)
        words = f"{row.name}: named {row.mentions} times"
        number = material.chosen.get(row.entity)
        label = _label(row, radius, view, boxes) if len(boxes) < 2 * _LABELS else ""
        circle = f'<circle cx="{row.x:.1f}" cy="{row.y:.1f}" r="{radius:.1f}"></circle>'
        out.append(
            element(
                "g",
                element("title", said(words)),
                circle,
                label,
                class_="item place",
                role="img" if number is None else "button",
                tabindex=None if number is None else "0",
                aria_label=words,
                data_choose=number,
                data_who=material.numbers(row.entity),
            )
        )
    return out


def _radius(row: Row, most: int, view: _View) -> float:
    return max(4, 16 * sqrt(row.mentions / most)) * view.unit


def _around(row: Row, radius: float) -> tuple[float, float, float, float]:
    return row.x - radius, row.y - radius, row.x + radius, row.y + radius


def _label(row: Row, radius: float, view: _View, boxes: list[tuple]) -> str:
    """The name beside a circle, right or left of it, where it meets no other name and no edge."""
    size = 17 * view.unit
    long, gap = 0.62 * size * len(row.name), radius + 0.3 * size
    for side, left in (("start", row.x + gap), ("end", row.x - gap - long)):
        box = (left, row.y - size * 0.6, left + long, row.y + size * 0.6)
        inside = view.x <= box[0] and box[2] <= view.x + view.width
        if inside and not any(_meet(box, other) for other in boxes):
            boxes.append(box)
            x = row.x + gap if side == "start" else row.x - gap
            place = {"x": f"{x:.1f}", "y": f"{row.y + 0.35 * size:.1f}", "text_anchor": side}
            return element("text", said(row.name), **place, aria_hidden="true")
    return ""


def _meet(one: tuple, other: tuple) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
