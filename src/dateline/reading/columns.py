"""Which column or key holds what, whoever made the file: names in any case, also one level down.

What counts is the list of names below, in order; `columns={"text": "content"}` decides where it is given.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from dateline.problems import UnreadableError

TEXT = "text"
NAMES = {
    "id": ("id", "article", "article_id", "_id", "doc_id", "document_id", "guid", "uuid", "uid"),
    "text": (
        *("text", "content", "article", "body", "maintext", "full_text", "bodytext", "article_text"),
        *("articlebody", "main_text", "article_body", "article_content", "news_text", "cleaned_text"),
        *("plain_text", "content_text", "raw_text", "story", "full_article"),
    ),
    "title": ("title", "headline", "webtitle", "article_title", "main_headline", "heading"),
    "published": (
        *("published", "date", "pub_date", "publish_date", "date_publish", "published_at"),
        *(
            "webpublicationdate",
            "publication_date",
            "date_published",
            "published_date",
            "date_of_publication",
        ),
        *("pubtime", "datetime", "timestamp", "seendate", "created_at"),
    ),
    "source": (
        *("source", "publication", "publisher", "outlet", "media_name", "sitename", "source_name"),
        *(
            "publication_title",
            "newspaper",
            "site_name",
            "source_hostname",
            "source_domain",
            "domain",
            "hostname",
        ),
        "source_url",
    ),
    "url": ("url", "link", "weburl", "article_url", "permalink", "uri"),
    "section": ("section", "section_name", "category", "news_desk"),
}
_INNER = ("name", "main", "title", "rendered")  # of an object that stands where words are expected
TEASERS = ("leadparagraph", "abstract", "snippet", "description", "summary", "highlights", "excerpt")


def plain(name: object) -> str:
    """Give a name in lower case without marks: "webPublicationDate" and "pub_date" lose what tells them apart.

    Examples
    --------
    >>> plain("Pub_Date"), plain("webTitle")
    ('pubdate', 'webtitle')
    """
    return "".join(
        character for character in str(name)[:100].lower() if character.isalnum() or character == "."
    )


_PLAIN = {field: tuple(plain(name) for name in names) for field, names in NAMES.items()}
_FIELD_ORDER = ("text", "title", "published", "source", "url", "section", "id")


def value_at(record: Mapping, path: str) -> object:
    """Give what stands under a key, or under "outer.inner"; None where there is nothing.

    Examples
    --------
    >>> value_at({"source": {"name": "Post"}}, "source.name"), value_at({"a.b": 1}, "a.b")
    ('Post', 1)
    """
    if path in record:
        return record[path]
    outer, dot, inner = path.partition(".")
    below = record.get(outer) if dot else None
    return below.get(inner) if isinstance(below, Mapping) else None


def paths_of(record: Mapping) -> tuple[str, ...]:
    """List the keys of a record, and those one level down as "outer.inner"."""
    paths = [key for key in record if isinstance(key, str)]
    for key, value in record.items():
        if isinstance(value, Mapping) and isinstance(key, str):
            paths += [f"{key}.{inner}" for inner in list(value)[:100] if isinstance(inner, str)]
    return tuple(paths[:1000])


@lru_cache(maxsize=256)
def taken_for(paths: tuple[str, ...], wished: tuple[tuple[str, str], ...] = ()) -> dict[str, tuple[str, ...]]:
    """Say for each field which columns may hold it, best first.

    Examples
    --------
    >>> found = taken_for(("Headline", "pub_date", "content", "article"))
    >>> found["text"][0], found["title"], found["published"]
    ('content', ('Headline',), ('pub_date',))
    >>> taken_for(("fields.article",))["text"], taken_for(("fields.article",))["id"]
    (('fields.article',), ())
    >>> taken_for(("id", "article"))["text"], taken_for(("article", "text"))["id"]
    (('article',), ('article',))
    """
    by_name: dict[str, list[str]] = {}
    for path in paths:
        by_name.setdefault(plain(path), []).append(path)
        outer, dot, inner = path.partition(".")
        if dot and plain(inner) != "id":
            if plain(outer) in _OBJECTS and plain(inner) in _INNER:
                by_name.setdefault(plain(outer), []).append(path)
            else:
                by_name.setdefault("." + plain(inner), []).append(path)
    found: dict[str, tuple[str, ...]] = {}
    for field in _FIELD_ORDER:
        names = _PLAIN[field]
        if field == "id" and found["text"] and plain(found["text"][0]) == "article":
            names = tuple(name for name in names if name != "article")
        if field == "text" and any(plain(path) == TEXT for path in paths):
            names = tuple(name for name in names if name != "article")
        top = [path for name in names for path in by_name.get(name, ())]
        kept = (name for name in names if field != "id" or name != "article")
        below = [path for name in kept for path in by_name.get("." + name, ())]
        found[field] = tuple(top + below)
    for field, path in wished:
        found[field] = (path,)
    return found


_OBJECTS = tuple(name for field in ("source", "title", "section", "text") for name in _PLAIN[field])


def teaser_of(record: Mapping) -> tuple[str, str]:
    """Give the longest teaser of a record without text and the column it stands in; ("", "") for none."""
    found = [
        (value.strip(), path)
        for path in paths_of(record)
        if plain(path.rpartition(".")[2]) in TEASERS and isinstance(value := value_at(record, path), str)
    ]
    return max(found, key=lambda one: len(one[0]), default=("", ""))


def checked(columns: Mapping[str, str] | None) -> tuple[tuple[str, str], ...]:
    """Check a mapping {"text": "content"} of ours to the file's columns.

    Raises
    ------
    UnreadableError
        Where a key is none of ours.

    Examples
    --------
    >>> checked({"text": "Content"})
    (('text', 'Content'),)
    """
    if not columns:
        return ()
    if not isinstance(columns, Mapping) or not all(
        isinstance(key, str) and isinstance(value, str) for key, value in columns.items()
    ):
        raise UnreadableError(f"columns={columns!r} is no mapping of names", 'Use {"text": "content"}.')
    unknown = sorted(set(columns) - set(NAMES))
    if unknown:
        raise UnreadableError(
            f"columns has {unknown[0]!r}, which is no field", f"Fields are {', '.join(NAMES)}."
        )
    return tuple(sorted(columns.items()))
