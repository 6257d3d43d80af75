"""Names and entities predicted for gold data: the lines that a scorer of named entities reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from dateline.grammar import parse
from dateline.knowledge.countries import demonym
from dateline.language import Tokens
from dateline.mentions import Mention, mentions_in
from dateline.proper_names import names_in_credits


def mentions_of(line: dict, tokens: Tokens) -> list[Mention]:
    """Find the mentions in one parsed gold line, dated by its `published`."""
    published = line.get("published")
    return mentions_in(tokens, dt.date.fromisoformat(published) if published else None)


def predict(gold: Iterable[dict], parser: Callable[[str], Tokens] = parse) -> list[dict]:
    """Predict named entities as {"id", "entities": [{"start", "end", "type"}]}.

    Only names count: full and short names, and nationality words as MISC, as the CoNLL guidelines have it.
    Names in credits and bylines, which the mentions table leaves out, are added, since the gold sets count them.
    """
    lines = []
    for line in gold:
        tokens = parser(line["text"])
        found = [(name.start, name.end, name.kind) for name in names_in_credits(tokens)]
        for mention in mentions_of(line, tokens):
            nationality = mention.form == "nominal" and mention.kind == "PLACE" and demonym(mention.text)
            if mention.form in {"name", "short"} or nationality:
                found.append((mention.start, mention.end, "MISC" if nationality else mention.kind))
        entities = [{"start": start, "end": end, "type": kind} for start, end, kind in found]
        lines.append({"id": line["id"], "entities": entities})
    return lines
