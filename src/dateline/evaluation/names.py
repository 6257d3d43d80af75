"""Names and entities predicted for gold data: the lines that a scorer of named entities reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from dateline.countries import demonym
from dateline.language import Tokens, parse
from dateline.mentions import Mention, mentions_in
from dateline.proper_names import names_in_credits


def mentions_of(line: dict, parser: Callable[[str], Tokens] = parse) -> list[Mention]:
    """Find the mentions in one gold line's text, dated by its `published`."""
    published = line.get("published")
    return mentions_in(parser(line["text"]), dt.date.fromisoformat(published) if published else None)


def predict(gold: Iterable[dict], parser: Callable[[str], Tokens] = parse) -> list[dict]:
    """Predict named entities as {"id", "entities": [{"start", "end", "type"}]}.

    Only names count: full and short names, and nationality words as MISC, as the CoNLL guidelines have it.
    Names in credits and bylines, which the mentions table leaves out, are added, since the gold sets count them.
    """
    lines = []
    for line in gold:
        found = [
            {"start": name.start, "end": name.end, "type": name.kind}
            for name in names_in_credits(parser(line["text"]))
        ]
        for mention in mentions_of(line, parser):
            nationality = mention.form == "nominal" and mention.kind == "PLACE" and demonym(mention.text)
            if mention.form in {"name", "short"} or nationality:
                kind = "MISC" if nationality else mention.kind
                found.append({"start": mention.start, "end": mention.end, "type": kind})
        lines.append({"id": line["id"], "entities": found})
    return lines
