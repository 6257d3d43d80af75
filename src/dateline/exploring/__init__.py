"""Look round in the tables of an analysis with the mouse: choose, search, click, read."""

from dateline.exploring.choice import Selection, choose
from dateline.exploring.widgets import Explorer, explore

__all__ = ["Explorer", "Selection", "choose", "explore"]
