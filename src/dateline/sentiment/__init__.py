"""Tone: of sentences, of speakers, and toward whom."""

from dateline.sentiment.baseline import add_baseline, score_vader
from dateline.sentiment.summaries import bootstrap_interval, deeds_against_words, summarize_tone, tone_matrix
from dateline.sentiment.table import score_sentiment
from dateline.sentiment.targets import score_targets
from dateline.sentiment.tones import Tone, tone_in

__all__ = [
    "Tone",
    "add_baseline",
    "bootstrap_interval",
    "deeds_against_words",
    "score_sentiment",
    "score_targets",
    "score_vader",
    "summarize_tone",
    "tone_in",
    "tone_matrix",
]
