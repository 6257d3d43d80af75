"""explore(tables): fields to choose with, and what the choice leaves, in a notebook."""

from __future__ import annotations

import pandas as pd

from dateline.explaining.terms import in_brief
from dateline.exploring.choice import Selection, TimelineIndex
from dateline.exploring.pictures import chart_of, place_of, sentences_of, table_of
from dateline.report.markup import element, said
from dateline.tables import Tables

LEAST = 0.5  # weight of an event that charts show too
STATUSES = ("happened", "ongoing", "planned", "hypothetical", "denied")
_NAMES = 300  # that can be chosen, the most important
_LISTED = 300  # events in the list
_VIEW = "application/vnd.jupyter.widget-view+json"


class Explorer:
    """What `explore` gives: fields and views in JupyterLab, a plain table where there are no widgets.

    Setting its fields works from code too: `explorer.who.value = "person:joe-biden"`.
    """

    def __init__(self, tables: Tables) -> None:
        import ipywidgets as w

        self.index = TimelineIndex(tables)
        names = tables.entities.head(_NAMES)
        options = sorted(zip(names["name"], names["entity"], strict=True), key=lambda one: one[0].casefold())
        self.who = w.Dropdown(options=[("everybody", ""), *options], description="Who")
        self.first = w.DatePicker(description="From")
        self.last = w.DatePicker(description="To")
        self.status = w.SelectMultiple(options=STATUSES, value=(), description="Status", rows=5)
        self.words = w.Text(description="Search", placeholder="words", continuous_update=False)
        self.minor = w.Checkbox(description="minor events too", indent=True)
        self.events = w.Select(
            rows=12, layout=w.Layout(width="98%"), description="Events", style={"description_width": "60px"}
        )
        self.chart, self.table, self.place, self.sentences = (w.HTML() for _ in range(4))
        for field in (self.who, self.first, self.last, self.status, self.words, self.minor):
            field.observe(self._follow, "value")
        self.events.observe(self._open, "value")
        fields = w.HBox(
            [w.VBox([self.who, self.words]), w.VBox([self.first, self.last, self.minor]), self.status]
        )
        below = w.Tab([self.table, self.sentences], titles=("Table", "Sentences"))
        self.box = w.VBox([fields, self.chart, self.events, self.place, below])
        self._follow()

    @property
    def choice(self) -> Selection:
        """What is asked for now."""
        return Selection(
            self.who.value,
            self.first.value,
            self.last.value,
            tuple(self.status.value),
            self.words.value,
            0.0 if self.minor.value else LEAST,
        )

    def _follow(self, change: object = None) -> None:
        """Show what the choice leaves."""
        self.rows = self.index.events(self.choice)
        listed = self.rows.head(_LISTED)
        options = [
            (f"{in_brief(row.first, row.last) or 'no day told'} · {row.status} · {row.what}", row.Index)
            for row in listed.itertuples()
        ]
        self.table.value = table_of(self.rows, self.index.shelf)
        self.sentences.value = sentences_of(self.index.sentences(self.choice))
        if list(self.events.options) != options:
            self.events.options = options
        self.events.index = 0 if options else None
        self._open()

    def _open(self, change: object = None) -> None:
        """Show the sentence of the event that was clicked, in its place."""
        chosen = self.events.value
        self.chart.value = chart_of(self.rows, chosen)
        there = chosen is not None and chosen in self.rows.index
        nothing = element("p", "No event fits. Ask for less: another name, more days, fewer words.")
        self.place.value = place_of(self.rows.loc[chosen], self.index.shelf) if there else nothing

    def __repr__(self) -> str:
        return f"Explorer of {len(self._major)} events; it opens in JupyterLab"

    def _repr_html_(self) -> str:
        """What a viewer without widgets shows: the first events as they stand."""
        note = "In JupyterLab there are fields here to choose a name, days and a status, and to search."
        return element("p", said(note)) + table_of(self._major, self.index.shelf, 10)

    @property
    def _major(self) -> pd.DataFrame:
        return self.index.events(Selection(least=LEAST))

    def _repr_mimebundle_(self, **given: object) -> dict:
        view = self.box._repr_mimebundle_(**given) or {}
        widget = {_VIEW: view[_VIEW]} if _VIEW in view else {}
        return {"text/plain": repr(self), "text/html": self._repr_html_(), **widget}


def explore(tables: Tables) -> Explorer:
    """Look round in what was found: choose a name, days, a status, search words; click on an event.

    Parameters
    ----------
    tables : Tables
        What `analyze` gave back.

    Returns
    -------
    Explorer
        In JupyterLab fields, a timeline, the events, the sentence of the event that is chosen in its place with
        why it is there, a table and the sentences; elsewhere a plain table.

    Raises
    ------
    ImportError
        ipywidgets is not installed (`pip install ipywidgets`).
    """
    return Explorer(tables)
