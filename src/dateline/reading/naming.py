"""An id of its own for every article: the one given, the file's name, or the first words."""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

_SAME = "Nothing to do."


class Admitted(NamedTuple):
    """The id of an article, "" where the same one is there already, and what to note of it (reason, advice)."""

    name: str
    notes: tuple[tuple[str, str], ...] = ()


class Names:
    """Ids that are taken, with digests of their texts; some hundred bytes an article are all that stays."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}
        self._last: dict[str, int] = {}
        self._texts: dict[int, str] = {}

    def admit(self, name: str, text: str, title: str = "") -> Admitted:
        """Give an article an id that no other has: its name, and a number behind it where that is taken.

        The same text under the same id is one article, under two ids it is kept; both are noted.

        Examples
        --------
        >>> names = Names()
        >>> [names.admit(name, text).name for name, text in (("a", "x"), ("a", "y"), ("a", "x"), ("", "Rain fell."))]
        ['a', 'a-2', '', 'rain-fell']
        """
        base = own = name or _slug(title or text)
        exact, loose = _digest(text), _digest("".join(text.split()).lower())
        notes = []
        if base in self._taken:
            if self._taken[base] == exact:
                return Admitted(
                    "", ((f"is the same article as '{base}' before it, and was left out", _SAME),)
                )
            number = self._last.get(base, 1) + 1
            while (own := f"{base}-{number}") in self._taken:
                number += 1
            self._last[base] = number
            if name:
                reason = f"bears the id '{base}', which another article has; it is called '{own}' here"
                notes.append((reason, "Give each article an id of its own."))
        if loose in self._texts:
            reason = f"has the same text as '{self._texts[loose]}'"
            notes.append((reason, "Each is read and counted; leave one out if they are one article."))
        self._texts.setdefault(loose, own)
        self._taken[own] = exact
        return Admitted(own, tuple(notes))


def _digest(text: str) -> int:
    found = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(found, "little")


def _slug(text: str) -> str:
    words = re.findall(r"[a-z0-9]{1,40}", text[:300].lower())
    return "-".join(words[:6]) or "article"
