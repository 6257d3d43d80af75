"""The parse that every step and table rests on: what the language engine reads, mended once."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.grammar.mending import mended
from dateline.language.parsing import read_text, read_words
from dateline.language.tokens import Tokens


def parse(text: str, blocks: Sequence | None = None) -> Tokens:
    """Read a text into tokens with tags, heads and names, mended where no English sentence can be so.

    Parameters
    ----------
    text : str
        The article, as it stands.
    blocks : sequence of (start, end, part), optional
        Its parts, in order; found by `layout.blocks` if left out.

    Returns
    -------
    Tokens
        Their offsets give back the text; every sentence's heads form one tree.

    Examples
    --------
    >>> tokens = parse("Putin met Biden in Geneva.")
    >>> list(zip(tokens.word, tokens.tag, tokens.head, tokens.relation))[:3]
    [('Putin', 'NNP', 1, 'nsubj'), ('met', 'VBD', -1, 'root'), ('Biden', 'NNP', 1, 'obj')]
    >>> [tokens.text[name.start : name.end] for name in tokens.names]
    ['Putin', 'Biden', 'Geneva']
    """
    return mended(read_text(text, blocks))


def parse_words(words: Sequence[str], sentences: Sequence[tuple[int, int]]) -> Tokens:
    """Read words that are already cut, in sentences of words [first, last); the text is the words with blanks between.

    Examples
    --------
    >>> tokens = parse_words("Oslo is cold . Bergen is wet .".split(), [(0, 4), (4, 8)])
    >>> tokens.text[tokens.sentences[1].start :], tokens.head
    ('Bergen is wet .', [2, 2, -1, 2, 6, 6, -1, 6])
    """
    return mended(read_words(words, sentences))
