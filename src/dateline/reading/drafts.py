"""One record to one draft: what stands there, before ids are made unique and dates are read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from dateline.problems import FAILED, Problem
from dateline.reading.clean import keep
from dateline.reading.columns import paths_of, taken_for, teaser_of, value_at
from dateline.reading.decode import garbled

LONGEST_TEXT = 5_000_000  # characters; no article is longer, and what is costs hours
_FIELDS = ("title", "section", "source", "url")
_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|figure|article|section)\b[^<>]{0,500}>", re.IGNORECASE)
_ADDRESS = re.compile(r"^https?://(?:www\.)?")
_CUT = re.compile(r"\[\+\d+ chars\]\s*$")
NO_TEXT = ("has no text", 'Put the article into \'text\', or name its column: columns={"text": "..."}.')


ONLY_ADDRESSES = (
    'Read the pages there with follow=True (--follow), or name the column of the text: columns={"text": ...}.'
)


class Record(NamedTuple):
    """A record as it stands in its source: what it holds, and where."""

    value: object
    origin: str
    line: int | None = None


class Draft(NamedTuple):
    """An article as its source gives it; `published` may still be anything."""

    name: str
    text: str
    title: str = ""
    published: object = ""
    section: str = ""
    source: str = ""
    url: str = ""
    origin: str = ""  # file, address or frame it comes from
    line: int | None = None
    taken: str = ""  # which columns were taken for what
    notes: tuple[tuple[str, str], ...] = ()  # what to look at: reason and advice
    follow: bool = False  # the story itself stands at `url`


def from_record(
    record: object,
    origin: str,
    line: int | None,
    wished: tuple[tuple[str, str], ...] = (),
    *,
    follow: bool = False,
) -> Draft | Problem:
    """Take one record {"id", "text", "published"?, "title"?, "url"?, ...}; its text stays as it stands.

    Parameters
    ----------
    record : mapping
        Keys in any case, also one level down, as `columns.NAMES` lists them.
    origin, line
        Where it comes from.
    wished : tuple of (field, column)
        From `columns.checked`: what the user says.
    follow : bool
        Keep a record that has an address and no text, as its page is read later.

    Examples
    --------
    >>> draft = from_record({"Headline": {"main": "Rain"}, "content": "It rained."}, "a.json", 1)
    >>> draft.title, draft.text, draft.taken
    ('Rain', 'It rained.', "'content' for text, 'Headline.main' for title")
    """
    if not isinstance(record, Mapping):
        reason = f"is a {type(record).__name__} and no object"
        return Problem(FAILED, reason, 'Use objects such as {"id": "a1", "text": "..."}.', origin, line)
    columns = taken_for(paths_of(record), wished)
    used = {field: _first(record, paths) for field, paths in columns.items()}
    story = _story_of(record, used, origin, line, follow=follow)
    if isinstance(story, Problem):
        return story
    fields = {field: words(value_at(record, used[field])) if used[field] else "" for field in _FIELDS}
    if _ADDRESS.match(fields["source"]):  # trafilatura puts the address there, newspaper4k the site's
        named = [words(value_at(record, path)) for path in columns["source"]]
        if "/" in _ADDRESS.sub("", fields["source"]).rstrip("/"):
            fields["url"] = fields["url"] or fields["source"]
        fields["source"] = next((name for name in named if name and not _ADDRESS.match(name)), "") or _host(
            fields["source"]
        )
    name = words(value_at(record, used["id"])) if used["id"] else ""
    published = value_at(record, used["published"]) if used["published"] else ""
    if isinstance(published, Mapping):
        published = next(iter(published.values()), "")  # MongoDB's {"$date": ...}
    if story.elsewhere and story.text:  # a teaser is told of in the notes
        used["text"] = ""
    told = ", ".join(
        f"{path!r} for {field}"
        for field, path in used.items()
        if path and field not in dict(wished) and _renamed(field, path)
    )
    return Draft(
        name=name.strip(),
        text=keep(story.text),
        published="" if missing(published) else published,
        origin=origin,
        line=line,
        taken=told,
        notes=(*story.notes, *note_garbled(story.text)),
        follow=story.elsewhere,
        **fields,
    )


class _Story(NamedTuple):
    """The text of a record, or its teaser or nothing where the story itself stands at the address."""

    text: str
    elsewhere: bool
    notes: list[tuple[str, str]]


def _story_of(
    record: Mapping, used: Mapping[str, str], origin: str, line: int | None, *, follow: bool
) -> _Story | Problem:
    """Find the text of a record, without markup where its column is no plain text."""
    text = value_at(record, used["text"]) if used["text"] else None
    if isinstance(text, str):
        story: _Story | None = _Story(text, False, [])
        if not text.strip("\0 \t\r\n\xa0\ufeff\u200b"):
            return Problem(FAILED, "holds no text", "Leave it out or put the article in.", origin, line)
    else:
        story = _told_elsewhere(record, text, used, follow=follow)
    if story is None:
        return _no_text(record, text, used, origin, line)
    if len(story.text) > LONGEST_TEXT:
        return too_long(len(story.text), origin, line)
    return _plain(story, "" if story.elsewhere else used["text"])


def _told_elsewhere(record: Mapping, text: object, used: Mapping[str, str], *, follow: bool) -> _Story | None:
    """Take the teaser, or nothing where the page will be read, for a text that is missing."""
    if not missing(text):
        return None
    teaser, path = teaser_of(record)
    if teaser:
        return _Story(teaser, True, [_only_a_teaser(path)])
    wanted = follow and used["url"] and _ADDRESS.match(words(value_at(record, used["url"])))
    return _Story("", True, []) if wanted else None


def _plain(story: _Story, column: str) -> _Story:
    """Take markup out, unless the column is called text, and note what is cut off."""
    text, notes = story.text, list(story.notes)
    if _CUT.search(text[-40:]):
        notes.append(("'content' is cut off, as NewsAPI does", "Read the address of each article instead."))
    if _MARKUP.search(text[:2000]):
        if column != "text":
            text = _without_markup(text)
        else:
            notes.append(
                ("'text' holds markup, which was taken as words", "Take the markup out, or pass .html.")
            )
    return _Story(text, story.elsewhere, notes)


def published_of(record: object, wished: tuple[tuple[str, str], ...] = ()) -> object:
    """Give what a record says of its day, as it stands there."""
    if not isinstance(record, Mapping):
        return ""
    path = _first(record, taken_for(paths_of(record), wished)["published"])
    return value_at(record, path) if path else ""


def _host(url: str) -> str:
    return _ADDRESS.sub("", url).partition("/")[0]


def _first(record: Mapping, paths: tuple[str, ...]) -> str:
    """Give the first path at which something stands."""
    for path in paths:
        value = value_at(record, path)
        if missing(value) or isinstance(value, Mapping | list) or value == "":
            continue
        return path
    return next((path for path in paths if not isinstance(value_at(record, path), Mapping)), "")


def _renamed(field: str, path: str) -> bool:
    return path.lower() != field and not (field == "id" and path.lower() == "article")


def _no_text(record: Mapping, text: object, used: Mapping, origin: str, line: int | None) -> Problem:
    if used["url"] and missing(text):
        reason = "has no text, only an address, as lists of Media Cloud and GDELT do"
        return Problem(FAILED, reason, ONLY_ADDRESSES, origin, line)
    if missing(text):
        return Problem(FAILED, "has no 'text'", NO_TEXT[1], origin, line)
    reason = f"has a 'text' that is {type(text).__name__}, not words"
    return Problem(FAILED, reason, "Put the article into 'text'.", origin, line)


def too_long(length: int, origin: str, line: int | None = None) -> Problem:
    """Refuse a text that is longer than any article."""
    reason = f"holds {length:,} characters in one text, more than any article"
    return Problem(FAILED, reason, "Split it into articles, one a file or a record.", origin, line)


def note_garbled(text: str) -> tuple[tuple[str, str], ...]:
    """Note characters that were decoded wrongly before they got here."""
    if first := garbled(text):
        reason = f"has garbled characters (first: {first!r})"
        return ((reason, "Its text was decoded wrongly before it got here: save it again as UTF-8."),)
    return ()


def _only_a_teaser(path: str) -> tuple[str, str]:
    reason = f"has no whole text; {path!r} was taken for it"
    return reason, "Expect little, or follow the addresses (follow=True)."


def _without_markup(text: str) -> str:
    from dateline.reading.markup import from_html

    return from_html(text).text or text


def words(value: object) -> str:
    """Give a value as words that a file can hold; "" where nothing stands."""
    if missing(value):
        return ""
    if isinstance(value, Mapping):
        value = next((value[key] for key in ("name", "main", "title", "rendered") if key in value), "")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return keep(str(value).replace("\0", ""))


def missing(value: object) -> bool:
    """Say whether nothing stands there: None, NaN, NaT."""
    if value is None:
        return True
    if isinstance(value, str | int | Mapping | list):
        return False
    try:
        return bool(value != value) or type(value).__name__ in ("NAType", "NaTType")
    except (TypeError, ValueError):
        return type(value).__name__ in ("NAType", "NaTType")
