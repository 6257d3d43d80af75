"""Events to one row for each distinct event, over one or many articles."""

from dateline.timeline.build import build_timeline

__all__ = ["build_timeline"]
