"""Every chart as SVG, which can be printed at any size and edited, beside its PNG and rows."""

from __future__ import annotations

from pathlib import Path

from dateline.charts.draw import draw_charts
from dateline.tables import Tables


def export_svg(tables: Tables, folder: str | Path) -> list[Path]:
    """Draw every chart into a folder as SVG, beside PNG and CSV.

    Returns
    -------
    list of Path
        The SVG files. Text is drawn as outlines, so that it looks the same everywhere; each has its alt text as
        description. The same tables give the same bytes.
    """
    return [path.with_suffix(".svg") for path in draw_charts(tables, folder, svg=True)]
