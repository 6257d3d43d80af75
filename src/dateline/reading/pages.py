"""The article of a saved or fetched page: its main text by trafilatura, its facts from its own metadata.

Our own reader of markup (`markup.from_html`) stands in where trafilatura finds less than a headline and a
paragraph, and gives back what it left out between the paragraphs it kept. Where little was found, a note says so.
"""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Iterator

from dateline.problems import UnreadableError
from dateline.reading.markup import Marked, Paragraph, from_html, page_paragraphs
from dateline.reading.page_facts import Facts, page_facts

LARGEST_PAGE = 20_000_000  # characters
LITTLE = 200  # characters; less is hardly a headline and a paragraph
MOST_TAGS = 40_000  # twice the largest of 900 saved pages
_LONG = 60  # characters of a paragraph that is no label
_ENDED = re.compile(r"[.!?…:][\"”’')\]]*$")
_NEAR = 3  # paragraphs
_HEADS = ("h1", "h2", "h3", "h4")
_BELOW = 8  # paragraphs below a headline among which a lead stands
_LITTLE_FOUND = (
    "little text was found on the page",
    "The story may be loaded by a script or lie behind a login: open the page and save its text.",
)


_MANY_TAGS = (
    f"is a page of more than {MOST_TAGS:,} tags, of which menus and the like could not be told apart",
    "Look whether the text is the story; else save the story alone.",
)


def from_page(page: str, url: str = "") -> tuple[Marked, tuple[str, str] | None]:
    """Take the article out of a page.

    Parameters
    ----------
    page : str
        The markup.
    url : str, optional
        Where it was found; the page's own address otherwise.

    Returns
    -------
    tuple of (Marked, tuple of (str, str) or None)
        The article (paragraphs parted by blank lines, the title in front), and what to note (reason and
        advice), None for nothing.

    Raises
    ------
    UnreadableError
        Where the page is larger than any page of news.

    Examples
    --------
    >>> story = "The council met on Tuesday and put off its vote on the new bridge until the end of May."
    >>> marked, note = from_page(f"<title>Vote put off</title><nav>Home</nav><p>{story}</p>")
    >>> marked.text == f"Vote put off\\n\\n{story}", marked.title, note
    (True, 'Vote put off', None)
    >>> from_page("<title>Vote put off</title><script src='story.js'></script>")[1][0]
    'little text was found on the page'
    """
    if len(page) > LARGEST_PAGE:
        raise UnreadableError(
            f"is a page of {len(page):,} characters, more than any page of news", "Save the story alone."
        )
    note = None
    if page.count("<") > MOST_TAGS:  # trafilatura's time grows with the square of them
        note = _MANY_TAGS
        marked = from_html(page)
        facts = Facts(
            marked.title, marked.published, "markup", marked.section, marked.source, url or marked.url
        )
        lines, paragraphs = marked.text.split("\n\n"), []
    else:
        with _quiet():
            facts = _facts(page, url)
            lines = _main_text(page, url)
        paragraphs = page_paragraphs(page)[:2000]
    if sum(map(len, lines)) < LITTLE:
        lines = max((lines, facts.body.split("\n\n"), _ours(page)), key=lambda found: sum(map(len, found)))
    lines = _parted(lines, paragraphs)
    lines = with_left_out([line for line in lines if line], paragraphs)
    lines = _with_deck(lines, facts, paragraphs)
    if sum(map(len, lines)) < LITTLE and (len(page) > 3000 or "<script" in page.lower()):
        note = _LITTLE_FOUND
    if facts.title and not _begins_with(lines, facts.title):
        lines.insert(0, facts.title)
    marked = Marked("\n\n".join(lines), facts.title, facts.published, facts.section, facts.source, facts.url)
    return marked, note


def _facts(page: str, url: str) -> Facts:
    try:
        return page_facts(page, url)
    except (
        ValueError,
        TypeError,
        AttributeError,
        KeyError,
        RecursionError,
    ):  # odd markup costs its facts only
        marked = from_html(page)
        return Facts(
            marked.title, marked.published, "markup", marked.section, marked.source, url or marked.url
        )


def _main_text(page: str, url: str) -> list[str]:
    import trafilatura

    try:
        found = trafilatura.bare_extraction(page, url=url or None, include_comments=False)
    except Exception:  # whatever it stumbles over, our own reader has its turn
        return []
    text = getattr(found, "text", None) or ""
    return [" ".join(line.split()) for line in text.splitlines()]


def _ours(page: str) -> list[str]:
    return from_html(page).text.split("\n\n")


def _parted(lines: list[str], paragraphs: list[Paragraph]) -> list[str]:
    """Part a story that came as one line at the page's own paragraphs, without captions."""
    if len(lines) != 1:
        return lines
    inside = [one for one in paragraphs if one.words in lines[0]]
    if sum(len(one.words) for one in inside) < 0.8 * len(lines[0]):
        return lines
    return list(dict.fromkeys(one.words for one in inside if one.tag != "figcaption"))


def with_left_out(lines: list[str], paragraphs: list[Paragraph]) -> list[str]:
    """Put back what was left out of a story: paragraphs and points between kept ones, its lead, its second half."""
    joined = " ".join(lines)
    kept = [len(one.words) >= 25 and one.words[:60] in joined for one in paragraphs]
    headed = {one.article for one in paragraphs if one.tag in ("h1", "h2", "h3")}
    halves = {one.article for one, known in zip(paragraphs, kept, strict=True) if known and one.article}
    at = 0
    for number, one in enumerate(paragraphs):
        if kept[number]:
            at = next((row + 1 for row in range(len(lines)) if one.words[:60] in lines[row]), at)
            continue
        if len(one.words) < _LONG or one.tag not in ("p", "", "li") or not _ENDED.search(one.words):
            continue
        after = any(kept[number + 1 : number + 1 + _NEAR])
        between = after and any(kept[max(0, number - _NEAR) : number])
        between |= after and _is_headed(paragraphs[max(0, number - _BELOW) : number])
        second = bool(halves) and one.article > min(halves) and one.article not in headed | halves
        if (between or second) and one.words not in joined:
            lines.insert(at, one.words)
            at += 1
    return lines


def _is_headed(above: list[Paragraph]) -> bool:
    """Say whether a headline stands above, and nothing below it but other heads, bylines and labels."""
    last = max((place for place, one in enumerate(above) if one.tag == "h1"), default=None)
    return last is not None and all(len(o.words) < _LONG or o.tag in _HEADS for o in above[last + 1 :])


def _with_deck(lines: list[str], facts: Facts, paragraphs: list[Paragraph]) -> list[str]:
    """Put the deck in front where the page shows it and the main text lacks it."""
    deck = facts.deck
    shown = any(one.words == deck for one in paragraphs[:200])
    if len(deck) < 40 or deck == facts.title or not shown or deck in " ".join(lines):
        return lines
    at = 1 if _begins_with(lines[:1], facts.title) else 0
    return [*lines[:at], deck, *lines[at:]]


def _begins_with(lines: list[str], title: str) -> bool:
    plain = _letters(title)
    return any(
        _letters(line) == plain or (plain and _letters(line[: len(title) + 20]) == plain)
        for line in lines[:3]
    )


def _letters(words: str) -> str:
    return re.sub(r"\W+", "", words).lower()


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what trafilatura and htmldate log from the reader's screen."""
    loggers = [logging.getLogger(name) for name in ("trafilatura", "htmldate", "courlan", "justext")]
    before = [logger.disabled for logger in loggers]
    children = [
        logger
        for name, logger in logging.root.manager.loggerDict.items()
        if name.startswith(("trafilatura.", "htmldate.", "courlan.")) and isinstance(logger, logging.Logger)
    ]
    levels = [logger.level for logger in children]
    for logger in loggers:
        logger.disabled = True
    for logger in children:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, disabled in zip(loggers, before, strict=True):
            logger.disabled = disabled
        for logger, level in zip(children, levels, strict=True):
            logger.setLevel(level)
