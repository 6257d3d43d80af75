"""An id of its own for every article: the one given, the file's name, or the first words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from dateline.problems import NOTED, Problem
from dateline.reading.drafts import Draft


def named(drafts: list[Draft], problems: list[Problem]) -> Iterator[tuple[Draft, str]]:
    """Give every draft an id: its name, and a number behind it where the name is taken.

    The same article under the same id is left out, the same text under two ids is kept; both are noted.
    """
    taken: dict[str, str] = {}
    last: dict[str, int] = {}
    texts: dict[bytes, str] = {}
    for draft in drafts:
        base = draft.name or _slug(draft.title or draft.text)
        name = base
        if base in taken:
            if taken[base] == draft.text:
                reason = f"is the same article as '{base}' before it, and was left out"
                problems.append(Problem(NOTED, reason, "Nothing to do.", draft.origin, draft.line, base))
                continue
            number = last.get(base, 1) + 1
            while (name := f"{base}-{number}") in taken:
                number += 1
            last[base] = number
            if draft.name:
                reason = f"bears the id '{base}', which another article has; it is called '{name}' here"
                advice = "Give each article an id of its own."
                problems.append(Problem(NOTED, reason, advice, draft.origin, draft.line, name))
        key = _fingerprint(draft.text)
        if key in texts:
            reason = f"has the same text as '{texts[key]}'"
            advice = "Each is read and counted; leave one out if they are one article."
            problems.append(Problem(NOTED, reason, advice, draft.origin, draft.line, name))
        texts.setdefault(key, name)
        taken[name] = draft.text
        yield draft, name


def _fingerprint(text: str) -> bytes:
    return hashlib.blake2b("".join(text.split()).lower().encode("utf-8", "replace"), digest_size=16).digest()


def _slug(text: str) -> str:
    words = re.findall(r"[a-z0-9]{1,40}", text[:300].lower())
    return "-".join(words[:6]) or "article"
