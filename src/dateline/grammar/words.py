"""Classes of English words: one CSV row a word (lexicons/word_classes.csv), read when first asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import cache

from dateline.lexicons import read_facts, read_groups


class WordClass(Set[str]):
    """The words of some classes, as a set that is read from the CSV when first asked.

    Parameters
    ----------
    classes : str
        Names of classes, as in the column `class`.
    also : iterable of str, optional
        Further words that no other room asks for.

    Raises
    ------
    KeyError
        When first asked, if the CSV has no such class.

    Examples
    --------
    >>> days = WordClass("weekday")
    >>> "monday" in days, "today" in days, "today" in WordClass("weekday", "relative day")
    (True, False, True)
    >>> days | {"payday"}
    WordClass('weekday', also=('payday',))
    """

    __slots__ = ("_words", "also", "classes")

    def __init__(self, *classes: str, also: Iterable[str] = ()) -> None:
        self.classes, self.also = classes, frozenset(also)
        self._words: frozenset[str] | None = None

    @classmethod
    def _from_iterable(cls, words: Iterable[str]) -> frozenset[str]:  # type: ignore[override]  # of "&" and "-"
        return frozenset(words)

    def __or__(self, other: Iterable[str]) -> WordClass:  # type: ignore[override]
        """Put sets together without reading them."""
        if isinstance(other, WordClass):
            return WordClass(*self.classes, *other.classes, also=self.also | other.also)
        return WordClass(*self.classes, also=self.also.union(other))

    __ror__ = __or__

    def __contains__(self, word: object) -> bool:
        return word in self.also or word in self._listed()

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.also | self._listed()))

    def __len__(self) -> int:
        return len(self.also | self._listed())

    def _listed(self) -> frozenset[str]:
        if self._words is None:
            self._words = words_of(*self.classes)
        return self._words

    def __hash__(self) -> int:
        return hash((self.classes, self.also))

    def __repr__(self) -> str:
        also = f", also={tuple(sorted(self.also))}" if self.also else ""
        return f"WordClass({', '.join(map(repr, self.classes))}{also})"


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
    found = read_groups("word_classes.csv", "class", "word")
    return {name: frozenset(words) for name, words in found.items()}


@cache
def event_nouns() -> frozenset[str]:
    """Load the nouns that name events by their meaning (coup, funeral, withdrawal)."""
    return frozenset(row["noun"] for row in read_facts("event_nouns.csv"))


@cache
def phrasal_verbs() -> frozenset[str]:
    """Load the verbs that tell an act with their particle (seal off, take in)."""
    rows = read_facts("plover_words.csv")
    return frozenset(row["word"] for row in rows if row["pos"] == "v" and " " in row["word"])
