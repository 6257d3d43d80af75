"""Classes of English words: one CSV row a word (lexicons/word_classes.csv), read when first asked."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache

from dateline.lexicons import read_facts


class Words(Set[str]):
    """The words of one or more classes, as a set that is read from the CSV when first asked.

    Parameters
    ----------
    classes : str
        Names of classes, as in the column `class`.

    Raises
    ------
    KeyError
        When first asked, if the CSV has no such class.

    Examples
    --------
    >>> days = Words("weekday")
    >>> "monday" in days, "today" in days, "today" in Words("weekday", "relative day")
    (True, False, True)
    """

    __slots__ = ("classes",)

    def __init__(self, *classes: str) -> None:
        self.classes = classes

    @classmethod
    def _from_iterable(cls, words) -> frozenset[str]:  # what "&" and "|" give
        return frozenset(words)

    def __contains__(self, word: object) -> bool:
        return word in words_of(*self.classes)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(words_of(*self.classes)))

    def __len__(self) -> int:
        return len(words_of(*self.classes))

    def __hash__(self) -> int:
        return hash(self.classes)

    def __repr__(self) -> str:
        return f"Words({', '.join(map(repr, self.classes))})"


@cache
def words_of(*classes: str) -> frozenset[str]:
    """Give the words of some classes together.

    Examples
    --------
    >>> sorted(words_of("relative day"))
    ['today', 'tomorrow', 'yesterday']
    """
    return frozenset().union(*(_classes()[name] for name in classes))


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_facts("word_classes.csv"):
        found.setdefault(row["class"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in found.items()}
