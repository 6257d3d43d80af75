"""Look round in the tables of an analysis with the mouse: choose, search, click, read."""

from dateline.exploring.choice import Choice, choose
from dateline.exploring.widgets import Explorer, explore

__all__ = ["Choice", "Explorer", "choose", "explore"]
