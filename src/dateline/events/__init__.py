"""What happened or is planned: triggers with actor, target, place, time, status and type."""

from dateline.events.find import events_in
from dateline.events.ranking import TIMELINE, importance
from dateline.events.records import Event, Trigger
from dateline.events.table import find_events

__all__ = ["TIMELINE", "Event", "Trigger", "events_in", "find_events", "importance"]
