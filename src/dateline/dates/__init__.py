"""Phrases of time in news text as intervals of days, and the day of publication from a text's own words."""

from dateline.dates.find import dates_in
from dateline.dates.phrase import DatePhrase
from dateline.dates.published import PublishedCandidate, infer_published, inferred_day
from dateline.dates.table import find_dates

__all__ = ["DatePhrase", "PublishedCandidate", "dates_in", "find_dates", "infer_published", "inferred_day"]
