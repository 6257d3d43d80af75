"""The timeline of a short text about made-up people, for tests that read it as a chronology."""

from functools import cache

import pandas as pd

from dateline import analyze
from dateline.events.rows.filling import called_by
from dateline.events.rows.reading import read_line
from dateline.events.rows.syntax import parse_from
from dateline.events.rows.words import names_of
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


def read(text):
    """Read a text below a headline: its events, parse, names, and whom its pronouns mean."""
    found = read_line({"text": f"Storm hits coast\n\n{text}", "published": "2024-05-08"})
    parse, names = parse_from(found.tree), names_of(found.tree.tokens.text, found.mentions)
    return found.events, parse, names, called_by(parse, found.mentions, names, found.unnamed)
