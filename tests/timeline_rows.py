"""The timeline of a short text about made-up people, for tests that read it as a chronology."""

from functools import cache

import pandas as pd

from dateline import analyze
from dateline.tables import conform

NEWS = pd.Timestamp("2021-12-29")


@cache
def rows(text):
    """Analyse one article published on the day of NEWS and give its timeline."""
    articles = conform([{"article": "a", "published": NEWS, "text": text}], "articles")
    return analyze(articles).timeline


def told(text):
    """List what the timeline tells."""
    return rows(text)["what"].tolist()


def printed(text):
    """List what an editor would print of it."""
    return rows(text).query("weight >= 0.5")["what"].tolist()
