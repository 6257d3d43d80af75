"""Predictions for the attribution scorer: the quotes table in the shape of the PolNeAR gold."""

from __future__ import annotations

from dateline.quotes import Quote, quotes_in


def attributions_of(quotes: list[Quote]) -> list[dict]:
    """Gather the rows of each cue into one attribution: {"source", "cue", "content"}, lists of [start, end].

    The gold has no attribution within an attribution, so those are left out; and a content leaves out the
    cue and the source that stand in the middle of it.
    """
    grouped: dict[tuple, list[Quote]] = {}
    for quote in quotes:
        key = (
            (quote.cue_start, quote.cue_end) if quote.cue_start is not None else (quote.start, quote.end, "")
        )
        grouped.setdefault(key, []).append(quote)
    found = []
    for rows in grouped.values():
        row = rows[0]
        cue = _spans(row.cue_start, row.cue_end)
        source = _spans(row.speaker_start, row.speaker_end)
        content = _without(_merged([(r.start, r.end) for r in rows]), cue + source)
        if content:
            found.append({"source": source, "cue": cue, "content": content})
    return [one for one in found if not any(_within(one, other) for other in found if other is not one)]


def _spans(start: int | None, end: int | None) -> list[list[int]]:
    return [] if start is None else [[start, end]]


def _merged(spans: list[tuple[int, int]]) -> list[list[int]]:
    """Unite overlapping spans."""
    merged: list[list[int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged


def _without(spans: list[list[int]], holes: list[list[int]]) -> list[list[int]]:
    """Cut holes out of spans."""
    for start, end in holes:
        spans = (
            [
                piece
                for a, b in spans
                for piece in ([a, min(b, start)], [max(a, end), b])
                if piece[0] < piece[1]
            ]
            if any(a < end and start < b for a, b in spans)
            else spans
        )
    return spans


def _within(inner: dict, outer: dict) -> bool:
    """Say whether an attribution's cue lies in the content of another."""
    at = (inner["cue"] or inner["content"])[0][0]
    return any(start <= at < end for start, end in outer["content"])


def predict(gold: list[dict]) -> list[dict]:
    """Predict the attributions of gold lines ({"id", "text"}), one line each."""
    from dateline.language import parse
    from dateline.mentions import mentions_in

    lines = []
    for line in gold:
        tokens = parse(line["text"])
        quotes = quotes_in(tokens, mentions_in(tokens))
        lines.append({"id": line["id"], "attributions": attributions_of(quotes)})
    return lines
