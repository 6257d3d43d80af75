"""Tone: of sentences, of speakers, and toward whom."""

from dateline.sentiment.baseline import add_baseline, score_vader
from dateline.sentiment.table import score_sentiment
from dateline.sentiment.tones import Tone, tone_in

__all__ = ["Tone", "add_baseline", "score_sentiment", "score_vader", "tone_in"]
