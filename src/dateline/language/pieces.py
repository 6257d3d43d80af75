"""Words to what the encoder sees of them: word pieces, and the shape that the uncased pieces have lost."""

from __future__ import annotations

from pathlib import Path

from dateline.language.marks import plain_marks

VOCABULARY = Path(__file__).parent / "models" / "pieces.json"
LONGEST = 8  # pieces a word; the rest of a longer word is not seen
REMEMBERED = 50_000  # words whose pieces are kept: the news says most of its words again in the next article
SHAPES = ("none", "small", "Capital", "C", "CAPITALS", "MacCapital", "iMixed", "digits", "4th", "mark")

_PLAIN = plain_marks(double=True, hyphens=True, dashes=True)


def shape(word: str) -> int:
    """Number a word's shape in SHAPES.

    Examples
    --------
    >>> [SHAPES[shape(w)] for w in ("Macron", "US", "McDonald", "talks", "A", "2021", "iPhone", "3rd", ",")]
    ['Capital', 'CAPITALS', 'MacCapital', 'small', 'C', 'digits', 'iMixed', '4th', 'mark']
    """
    letters = [c for c in word if c.isalpha()]
    if any(c.isdigit() for c in word):
        return 8 if letters else 7
    if not letters:
        return 9
    if all(not c.isupper() for c in letters):
        return 1
    if all(c.isupper() for c in letters):
        return 3 if len(letters) == 1 else 4
    if letters[0].isupper():
        return 2 if not any(c.isupper() for c in letters[1:]) else 5
    return 6


class Pieces:
    """A word-piece vocabulary with a memory of the words it has cut."""

    def __init__(self, file: Path = VOCABULARY):
        from tokenizers import Tokenizer

        self._cutter = Tokenizer.from_file(str(file))
        self._known: dict[str, tuple[list[int], int]] = {}
        self._cutter.no_padding()
        self._cutter.no_truncation()
        self.first, self.last, self.unknown = (
            int(self._cutter.token_to_id(mark) or 0) for mark in ("[CLS]", "[SEP]", "[UNK]")
        )

    def cut(self, words: list[str]) -> list[tuple[list[int], int]]:
        """Give the pieces and the shape of each word; never none."""
        found = {word: known for word in words if (known := self._known.get(word))}
        new = [word for word in dict.fromkeys(words) if word not in found]
        if new:
            plain = [word[:60].translate(_PLAIN) for word in new]
            cut = self._cutter.encode_batch(plain, add_special_tokens=False)
            fresh = {
                word: (one.ids[:LONGEST] or [self.unknown], shape(word))
                for one, word in zip(cut, new, strict=True)
            }
            found.update(fresh)
            if len(self._known) + len(fresh) > REMEMBERED:
                self._known.clear()
            self._known.update(fresh)
        return [found[word] for word in words]
