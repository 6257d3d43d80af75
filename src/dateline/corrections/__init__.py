"""A user's own corrections: read from corrections.csv, checked, and applied to what was found, on every run."""

from dateline.corrections.lines import Correction, read_corrections
from dateline.corrections.writing import correct

__all__ = ["Correction", "correct", "read_corrections"]
