"""Phrases of time in news text, as intervals of days."""

from dateline.dates.find import dates_in
from dateline.dates.phrase import DatePhrase
from dateline.dates.table import find_dates

__all__ = ["DatePhrase", "dates_in", "find_dates"]
