"""English news into tables: who, what, when, who says so, in what tone."""

from __future__ import annotations

import sys
from types import ModuleType

_PLACES = {
    "dateline.aliases": ("apply_aliases", "read_aliases"),
    "dateline.analysis": ("analyze",),
    "dateline.charts": (
        "alt_text",
        "draw_charts",
        "plot_course",
        "plot_deeds",
        "plot_mentions",
        "plot_network",
        "plot_plans",
        "plot_quoted",
        "plot_scores",
        "plot_sentiment",
        "plot_sources",
        "plot_speakers",
        "plot_swimlanes",
        "plot_timeline",
        "plot_tone_between",
    ),
    "dateline.comparing": ("compare_sources",),
    "dateline.corpus.run": ("analyze_corpus",),
    "dateline.contract": ("check_tables",),
    "dateline.corrections": ("correct", "read_corrections"),
    "dateline.dates": ("find_dates",),
    "dateline.entities": ("count_entities", "locate_entities"),
    "dateline.events": ("find_events",),
    "dateline.events.coded": ("code_events",),
    "dateline.explaining": ("explain",),
    "dateline.exports.gkg": ("export_gkg",),
    "dateline.exports.plover": ("export_plover",),
    "dateline.exports.spreadsheets": ("export_csv", "export_xlsx"),
    "dateline.exports.sqlite": ("export_sqlite",),
    "dateline.exports.timelinejs": ("export_timelinejs",),
    "dateline.exports.timeml": ("export_timeml",),
    "dateline.exports.vector": ("export_svg",),
    "dateline.exploring": ("explore",),
    "dateline.five_ws": ("five_ws",),
    "dateline.highlighting": ("context", "highlight"),
    "dateline.mentions": ("find_mentions",),
    "dateline.parses": ("split_sentences", "tag_words"),
    "dateline.quotes": ("find_quotes", "statements"),
    "dateline.reading": ("read_articles",),
    "dateline.report": ("write_report",),
    "dateline.sentiment": ("score_sentiment", "score_targets", "tone_matrix"),
    "dateline.showing": ("names",),
    "dateline.storage": ("read_tables", "write_tables"),
    "dateline.tables": ("Tables",),
    "dateline.timeline": ("build_timeline", "timeline_of"),
    "dateline.timeline.copies": ("without_copies",),
}
_MODULE_OF = {name: module for module, names in _PLACES.items() for name in names}
__all__ = sorted(_MODULE_OF)


_HOOKS = ("load_ipython_extension", "unload_ipython_extension")  # of `%load_ext dateline`, no public names


def __getattr__(name: str):
    # Names are looked up when first used, so that `import dateline` costs next to nothing.
    if name in _MODULE_OF:
        from importlib import import_module

        value = globals()[name] = getattr(import_module(_MODULE_OF[name]), name)
        return value
    if name in _HOOKS:
        from dateline import showing

        return getattr(showing, name)
    raise AttributeError(
        f"module 'dateline' has no attribute {name!r}; public names are {', '.join(__all__)}"
    )


def __dir__() -> list[str]:
    return list(__all__)


class _Package(ModuleType):
    def __setattr__(self, name: str, value: object) -> None:
        # Importing a module of the same name, such as dateline.five_ws, must not hide the function.
        if name not in _MODULE_OF or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
