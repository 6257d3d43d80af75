"""One chart a function: rows (and Axes, if you like) in, Axes out."""

from dateline.charts.course import course_of, plot_course
from dateline.charts.deeds import deeds_and_words, plot_deeds
from dateline.charts.draw import charts_of, draw_charts, save_chart
from dateline.charts.mentions import mention_marks, plot_mentions
from dateline.charts.plans import plans_of, plot_plans
from dateline.charts.quoted import plot_quoted, quoted_over_time
from dateline.charts.scores import plot_scores
from dateline.charts.sentiment import plot_sentiment, tone_along
from dateline.charts.sources import plot_sources, source_cells
from dateline.charts.speakers import plot_speakers, tone_by_speaker
from dateline.charts.style import alt_text
from dateline.charts.swimlanes import lane_marks, plot_swimlanes
from dateline.charts.ties import plot_network, ties
from dateline.charts.timeline import plot_timeline
from dateline.charts.timeline_marks import timeline_marks
from dateline.charts.tone_between import plot_tone_between, tone_between

__all__ = [
    "alt_text", "charts_of", "course_of", "deeds_and_words", "draw_charts", "lane_marks", "mention_marks", "plans_of",
    "plot_course", "plot_deeds", "plot_mentions", "plot_network", "plot_plans", "plot_quoted", "plot_scores",
    "plot_sentiment", "plot_sources", "plot_speakers", "plot_swimlanes", "plot_timeline", "plot_tone_between",
    "quoted_over_time", "save_chart", "source_cells", "ties", "timeline_marks", "tone_along", "tone_between",
    "tone_by_speaker",
]  # fmt: skip
