"""JSON and JSON Lines: one record a line, a list of records, or a service's answer with records inside."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from dateline.problems import FAILED, NOTED, Problem, UnreadableError
from dateline.reading.decode import decode
from dateline.reading.drafts import Draft, Record, from_record
from dateline.reading.lines import LONGEST_LINE, TOO_LONG, Lines
from dateline.reading.sources import Source

ENVELOPES = (
    "articles",
    "results",
    "docs",
    "items",
    "data",
    "response",
    "hits",
    "stories",
    "value",
    "entries",
)
ENCODING = "Check accents and quotation marks, or save it as UTF-8."
_LARGEST = 512_000_000  # bytes of a .json, which has to be held whole
_DEEPEST = 4  # envelopes


def from_json_lines(source: Source) -> Iterator[Draft | Problem]:
    """Read JSON Lines; a broken line is named, the others are read.

    Examples
    --------
    >>> from dateline.reading.sources import source_of_bytes
    >>> source = source_of_bytes("a.jsonl", "a.jsonl", b'{"id": "a", "text": "Rain fell."}\\n{"id":\\n')
    >>> [type(found).__name__ for found in from_json_lines(source)]
    ['Draft', 'Problem']
    """
    for found in records_in_lines(source):
        if isinstance(found, Record):
            yield from_record(*found, source.wished, follow=source.follow)
        else:
            yield found


def records_in_lines(source: Source) -> Iterator[Record | Problem]:
    """Give the records of JSON Lines as they stand, one after the other.

    Raises
    ------
    UnreadableError
        Where there is none.
    """
    advice = 'Each line is one object such as {"id": "a1", "text": "...", "published": "2021-12-29"}.'
    found = False
    lines = Lines(source)
    for number, line in enumerate(lines, 1):
        if line is None:
            yield Problem(FAILED, TOO_LONG, "Write one article a line.", source.origin, number)
            found = True
            continue
        line = line.strip(" \t\r\n\ufeff")
        if not line:
            continue
        found = True
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Problem(FAILED, f"is no JSON{_place(error)}", advice, source.origin, number)
            continue
        yield Record(record, source.origin, number)
    if not found:
        raise UnreadableError("holds no text", "Leave it out or put the articles in, one JSON object a line.")
    if lines.note:
        yield Problem(NOTED, lines.note, ENCODING, source.origin)


def from_json(source: Source) -> Iterator[Draft | Problem]:
    """Read a JSON file: a record, a list of them, or an object with a list under "articles", "results", ..."""
    text, note = decode(source.data(_LARGEST), source.charset)
    try:
        records = json.loads(text)
    except (ValueError, RecursionError) as error:
        if len(text.splitlines()) > 1 and text.lstrip()[:1] == "{" and _first_line_is_json(text):
            yield from from_json_lines(source)
            return
        raise UnreadableError(f"is no JSON{_place(error)}", "Use .jsonl with one object a line.") from None
    if note:
        yield Problem(NOTED, note, ENCODING, source.origin)
    records = in_envelope(records)
    for number, record in enumerate(records if isinstance(records, list) else [records], 1):
        yield from_record(_json_feed_item(record), source.origin, number, source.wished, follow=source.follow)


def in_envelope(answer: object) -> object:
    """Give the records inside a service's answer.

    Examples
    --------
    >>> in_envelope({"status": "ok", "response": {"results": [{"id": 1}]}})
    [{'id': 1}]
    """
    for _ in range(_DEEPEST):
        if not isinstance(answer, Mapping):
            break
        inner = next(
            (
                answer[key]
                for key in answer
                if isinstance(key, str)
                and key.lower() in ENVELOPES
                and (isinstance(answer[key], Mapping) or _holds_records(answer[key]))
            ),
            None,
        )
        if inner is None:
            break
        answer = inner
    return answer


def _holds_records(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _json_feed_item(record: object) -> object:
    """Take the markup out of an item of JSON Feed; trafilatura's JSON says "text" and needs nothing."""
    if isinstance(record, Mapping) and isinstance(record.get("content_html"), str) and "text" not in record:
        from dateline.reading.markup import from_html

        record = {**record, "text": from_html(record["content_html"]).text}
    return record


def _first_line_is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text.lstrip().split("\n", 1)[0][:LONGEST_LINE]), Mapping)
    except (ValueError, RecursionError):
        return False


def _place(error: Exception) -> str:
    return f" ({error.msg} at character {error.pos + 1})" if isinstance(error, json.JSONDecodeError) else ""
