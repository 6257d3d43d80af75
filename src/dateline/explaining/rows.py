"""Why a mention, a date, a quotation, a tone, an entity or a sentence is there: statements on one row."""

from __future__ import annotations

from functools import cache

import pandas as pd

from dateline.corrections.rows import CORRECTED
from dateline.explaining.shelf import Lookup
from dateline.explaining.terms import (
    BY_HAND,
    DATE_RULES,
    FORMS,
    KINDS,
    MENTION_RULES,
    QUOTE_RULES,
    quoted,
    say_day,
    say_days,
)


def of_mention(row: pd.Series, shelf: Lookup | None) -> list[str]:
    who = (shelf.name(row["entity"]) if shelf else row["entity"]) or "nobody we know"
    lines = [f"{quoted(row['text'])} means {who}", f"It is {FORMS.get(row['form'], row['form'])}."]
    if row.get("rule") == CORRECTED:
        return [*lines, BY_HAND]
    if row.get("rule"):
        lines.append(f"Rule {row['rule']}: {_mention_rules().get(row['rule'], 'see the page on mentions')}.")
    if shelf is None or not row["entity"] or row["form"] == "name":
        return lines
    named = [
        m
        for m in shelf.rows("mentions", row["article"])
        if m.entity == row["entity"] and m.form in ("name", "short")
    ]
    before = [m for m in named if m.start < row["start"]]
    if near := (before[-1] if before else next((m for m in named if m.start > row["start"]), None)):
        place = "last named before it" if before else "named after it"
        lines.append(f"{who} is {place} in: {quoted(shelf.sentence(row['article'], near.start))}")
    role = shelf.roles.get(row["entity"], "")
    if row["form"] in ("title", "nominal") and role:
        lines.append(f"The article calls {who} {quoted(role)}.")
    return lines


@cache
def _mention_rules() -> dict[str, str]:
    """What each rule of the mentions says, by its name."""
    from dateline.proper_names.kinds import KINDS

    return MENTION_RULES | {rule.name: rule.says.rstrip(".") for rule in KINDS.rules}


def of_date(row: pd.Series, shelf: Lookup | None) -> list[str]:
    days = say_days(row["first"], row["last"])
    lines = [
        f"{quoted(row['text'])} means {days}"
        if days
        else f"{quoted(row['text'])} has no day that can be known"
    ]
    if row["rule"] == CORRECTED:
        return [*lines, BY_HAND]
    lines.append(f"Rule {row['rule']}: {DATE_RULES.get(row['rule'], 'see the page on dates')}.")
    if row["anchor"] == "published":
        day = _published(shelf, row["article"])
        lines.append(f"It is counted from the day of publication{day}.")
    elif row["anchor"]:
        lines.append(f"It is counted from {row['anchor']}{_told(shelf, row)}.")
    return lines


def _published(shelf: Lookup | None, article: str) -> str:
    if shelf is None or article not in shelf.articles:
        return ""
    told = shelf.articles[article]
    how = {
        "given": "given with the article",
        "text": "told in the text",
        "inferred": "inferred from the text",
    }
    by = how.get(told.published_by, "")
    return f", {say_day(told.published)}" + (f" ({by})" if by else "") if not pd.isna(told.published) else ""


def _told(shelf: Lookup | None, row: pd.Series) -> str:
    """Where the anchor of a date was told."""
    if shelf is None:
        return ""
    before = [
        one
        for one in shelf.rows("dates", row["article"])
        if one.start < row["start"] and one.value == row["anchor"]
    ]
    return f", told before as {quoted(before[-1].text)}" if before else ""


def of_quote(row: pd.Series, shelf: Lookup | None) -> list[str]:
    speaker = (
        shelf.name(row["speaker"]) if shelf else row["speaker"]
    ) or "somebody who is not named, or not known"
    style = {
        "direct": "in quotation marks",
        "indirect": "reported without marks",
        "mixed": "reported, partly in marks",
    }
    lines = [f"Said by {speaker}", f"It is {style.get(row['style'], row['style'])}: {quoted(row['text'])}"]
    rule = row.get("rule")
    if rule == CORRECTED:
        return [*lines, BY_HAND]
    if rule:
        lines.append(f"Rule {rule}: {QUOTE_RULES.get(rule, 'see the page on quotes')}.")
    if row.get("inside"):
        lines.append("It lies within another statement, and is not counted twice.")
    if shelf is None:
        return lines
    cue, words = (
        shelf.words(row["article"], int(row[f"{part}_start"]), int(row[f"{part}_end"]))
        if not pd.isna(row[f"{part}_start"])
        else ""
        for part in ("cue", "speaker")
    )
    lines.append(
        f"The word that says so is {quoted(cue)}."
        if cue
        else "No word of saying belongs to it; it goes on from its neighbours."
    )
    if words:
        same = words == speaker
        lines.append(f"The speaker stands there as {quoted(words)}." if not same else "")
    return lines


def of_sentiment(row: pd.Series, shelf: Lookup | None) -> list[str]:
    whose = {"sentence": "The sentence", "quote": "The quotation", "mention": "What is said of the name"}
    lines = [f"{whose.get(row['unit'], 'It')} sounds {row['label']}, {row['score']:+.2f} between -1 and 1"]
    lines.append(
        f"The words that made it: {row['words']}." if row["words"] else "No word in it carries tone."
    )
    if row["entity"]:
        lines.append(f"It is the tone toward {shelf.name(row['entity']) if shelf else row['entity']}.")
    if row["speaker"]:
        lines.append(f"The tone is that of {shelf.name(row['speaker']) if shelf else row['speaker']}.")
    return lines


def of_entity(row: pd.Series, shelf: Lookup | None) -> list[str]:
    lines = [f"{row['name']}, {KINDS.get(row['kind'], row['kind'])}"]
    times = "once" if row["mentions"] == 1 else f"{row['mentions']} times"
    where = "one article" if row["articles"] == 1 else f"{row['articles']} articles"
    lines.append(f"Named {times} in {where}{', also as ' + row['aliases'] if row['aliases'] else ''}.")
    lines.append(f"The articles say what it is: {quoted(row['role'])}." if row["role"] else "")
    lines.append(
        f"Country {row['country']}, by the role, the place or a list of offices and bodies."
        if row["country"]
        else ""
    )
    if shelf is not None:
        places = (
            m for article in shelf.texts for m in shelf.rows("mentions", article) if m.entity == row["entity"]
        )
        if first := next(places, None):
            lines.append(f"First named in: {quoted(shelf.sentence(first.article, first.start))}")
    return lines


def of_article(row: pd.Series, shelf: Lookup | None) -> list[str]:
    how = {
        "given": "It was given with the article.",
        "text": "A line of the text tells it.",
        "inferred": "Its own words leave only this day.",
    }
    day = say_day(row["published"])
    unknown = "The day of publication is not known; dates that need it stay open."
    title = row["title"] or row["article"]
    return [title, f"Published {day}." if day else unknown, how.get(row["published_by"], "")]


def of_sentence(row: pd.Series, shelf: Lookup | None) -> list[str]:
    return [f"Sentence {row['sentence']} of the article, in its {row['part']}", quoted(row["text"])]


def of_token(row: pd.Series, shelf: Lookup | None) -> list[str]:
    return [
        f"{quoted(row['text'])}, dictionary form {quoted(row['lemma'])}",
        f"Tag {row['tag']} (Penn Treebank), relation {row['relation']} (Universal Dependencies), by the model.",
    ]
