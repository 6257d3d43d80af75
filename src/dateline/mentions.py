"""Who and where: every mention of a person, organisation or place, tied to one entity each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from dateline.coreference import Linked, link_inner, link_names, link_nominals, link_pronouns
from dateline.language import Tokens
from dateline.parses import parse_article
from dateline.proper_names import names_in
from dateline.tables import conform


class Mention(NamedTuple):
    """A mention: characters [start, end), text, kind, form, the slug of the entity ("" if unknown), the rule."""

    start: int
    end: int
    text: str
    kind: str  # PERSON, ORG, PLACE or MISC
    form: str  # name, short, title, nominal or pronoun
    entity: str
    rule: str = ""  # what gave the name its kind, or tied the phrase or pronoun to its entity


class Antecedent(NamedTuple):
    """Whom a pronoun means that no name names: where the pronoun and the noun that told of it begin, how likely it is.

    "A driver fled. He was held": "He" means "driver".
    """

    pronoun: int
    noun: int
    share: float


class Spoken(NamedTuple):
    """The mentions of one article, and the pronouns of those who have no name."""

    mentions: list[Mention]
    unnamed: list[Antecedent]


def mentions_in(tokens: Tokens, published: dt.date | None = None) -> list[Mention]:
    """Find the mentions of one article.

    Parameters
    ----------
    tokens : Tokens
        The parsed article.
    published : datetime.date, optional
        Day of the article; helps to name "the Russian president" and a bare surname by the facts.

    Returns
    -------
    list of Mention
        In order of the text, a longer one before those inside it ("the government in Moscow" holds "Moscow").
        Forms: "name" (full name), "short" (part of a name that the article gives in full), "title" ("the
        president" for a person), "nominal" (other phrases and nationality words), "pronoun". Pronouns and
        phrases without a safe antecedent are left out.
    """
    return spoken_of(tokens, published).mentions


def spoken_of(tokens: Tokens, published: dt.date | None = None) -> Spoken:
    """Find the mentions of one article, as `mentions_in`, and whom pronouns mean that no name names."""
    links, entries = link_names(tokens, names_in(tokens), published)
    links = sorted(links + link_nominals(tokens, links, entries, published))
    pronouns, unnamed = link_pronouns(tokens, links, entries)
    links += pronouns
    links += link_inner(tokens, links)
    mentions = [_mention(tokens, link) for link in sorted(links, key=lambda k: (k.first, -k.last, k))]
    apart = [Antecedent(tokens.start[one.pronoun], tokens.start[one.noun], one.share) for one in unnamed]
    return Spoken(mentions, apart)


def _mention(tokens: Tokens, link: Linked) -> Mention:
    start, end = tokens.start[link.first], tokens.end[link.last - 1]
    return Mention(start, end, tokens.text[start:end], link.kind, link.form, link.entity, link.rule)


def find_mentions(articles: pd.DataFrame, *, parses: Mapping[str, Tokens] | None = None) -> pd.DataFrame:
    """Find who and where in every article.

    Parameters
    ----------
    articles : DataFrame
        The articles table; `article` and `text` are read, and `published` where given.
    parses : mapping of str to Tokens, optional
        Parses that exist already, by article id; the others are made here.

    Returns
    -------
    DataFrame
        The mentions table: article, start, end (code points, end exclusive), text, kind (PERSON, ORG, PLACE,
        MISC), form (name, short, title, nominal, pronoun), entity (slug such as "person:joe-biden", "" if
        unknown), rule (what gave the name its kind, or tied the phrase or pronoun to its entity).
    """
    rows = []
    for article, tokens, published in parsed(articles, parses):
        rows += [{"article": article, **mention._asdict()} for mention in mentions_in(tokens, published)]
    return conform(rows, "mentions")


def parsed(articles: pd.DataFrame, parses: Mapping[str, Tokens] | None = None):
    """Yield (article id, Tokens, publication day or None) of every article, parsing where needed."""
    for row in articles.to_dict("records"):
        tokens = (parses or {}).get(row["article"])
        if tokens is None:
            tokens = parse_article(row["text"], row.get("text_start", 0))
        published = row.get("published")
        day = published.date() if published is not None and not pd.isna(published) else None
        yield row["article"], tokens, day
