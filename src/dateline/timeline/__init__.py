"""Events to one row for each distinct event, over one or many articles."""

from dateline.timeline.asking import timeline_of
from dateline.timeline.build import build_timeline

__all__ = ["build_timeline", "timeline_of"]
