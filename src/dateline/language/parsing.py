"""One pass over a text: sentences, words, tags, lemmas, heads, relations and names."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np

from dateline.language.labels import best_labels, spans
from dateline.language.lemmas import lemma
from dateline.language.network import Read, load
from dateline.language.sentences import split_sentences
from dateline.language.tokens import Name, Sentence, Tokens
from dateline.language.words import split_words

LONGEST = 120  # words that the network reads at once; longer sentences are read in pieces
_PAUSES = frozenset(';:,.!?)—–-"”')


def parse(text: str, blocks=None) -> Tokens:
    """Read a text into tokens with tags, heads and names.

    Parameters
    ----------
    text : the article, as it stands
    blocks : its parts as (start, end, part), in order; found by `layout.blocks` if left out

    Returns
    -------
    Tokens, whose offsets give back the text; every sentence's heads form one tree

    Notes
    -----
    Measured on each test set in language/models/MODELS.md. The network runs on one BLAS thread: it is faster so on
    short texts, and several workers do not fight for cores.

    Examples
    --------
    >>> tokens = parse("Putin met Biden in Geneva.")
    >>> list(zip(tokens.word, tokens.tag, tokens.head, tokens.relation))[:3]
    [('Putin', 'NNP', 1, 'nsubj'), ('met', 'VBD', -1, 'root'), ('Biden', 'NNP', 1, 'obj')]
    >>> [text[n.start:n.end] for text in [tokens.text] for n in tokens.names]
    ['Putin', 'Biden', 'Geneva']
    """
    if blocks is None:
        from dateline.layout import blocks as find_blocks

        blocks = find_blocks(text)
    sentences, starts, ends = _cut(text, blocks)
    words = [text[a:b] for a, b in zip(starts, ends, strict=True)]
    tags, heads, relations, names = read_words(words, [(s.first, s.last) for s in sentences])
    return Tokens(
        text=text,
        sentences=sentences,
        names=[Name(starts[a], ends[b - 1], a, b, kind) for a, b, kind in names],
        start=starts,
        end=ends,
        word=words,
        lemma=[lemma(w, t) for w, t in zip(words, tags, strict=True)],
        tag=tags,
        head=heads,
        relation=relations,
        sentence=[i for i, s in enumerate(sentences) for _ in range(s.first, s.last)],
    )


def read_words(
    words: list[str], sentences: list[tuple[int, int]]
) -> tuple[list[str], list[int], list[str], list[tuple[int, int, str]]]:
    """Read words that are already cut into sentences [first, last): tags, heads, relations, names.

    Names are half-open spans of words with their kind; heads are numbers of words, -1 at each root.
    """
    if not words:
        return [], [], [], []
    pieces = [piece for first, last in sentences for piece in _pieces(words, first, last)]
    network = load()
    with _blas().limit(limits=1, user_api="blas"):
        reads = network.read([words[a:b] for a, b in pieces])
    heads = _heads(pieces, reads, sentences)
    tags = [network.tags[i] for r in reads for i in r.tags]
    labels = tuple(network.labels)
    names = [
        (a + x, a + y, kind)
        for (a, _), read in zip(pieces, reads, strict=True)
        for x, y, kind in spans(best_labels(read.names, labels), labels)
    ]
    relation = [network.relations[i] for r in reads for i in r.relations]
    for i, head in enumerate(heads.tolist()):  # the relation is root at the root and nowhere else
        if head == -1:
            relation[i] = "root"
        elif relation[i] == "root":
            relation[i] = "parataxis"
    return tags, heads.tolist(), relation, names


@cache
def _blas():
    """Find the libraries whose threads are to be held; looking for them takes long."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _cut(text: str, blocks) -> tuple[list[Sentence], list[int], list[int]]:
    """Cut the blocks of a text into sentences and words; sentences without a word are left out."""
    sentences: list[Sentence] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, part in blocks:
        for a, b in split_sentences(text, start, end):
            first = len(starts)
            for x, y in split_words(text, a, b):
                starts.append(x)
                ends.append(y)
            if len(starts) > first:
                sentences.append(Sentence(a, b, first, len(starts), part))
    return sentences, starts, ends


def _pieces(words: list[str], first: int, last: int) -> list[tuple[int, int]]:
    """Cut a long sentence into pieces that the network can read, after a mark where there is one."""
    limits = [first]
    while last - limits[-1] > LONGEST:
        start = limits[-1]
        cut = next(
            (i for i in range(start + LONGEST, start + LONGEST // 2, -1) if words[i - 1] in _PAUSES),
            start + LONGEST,
        )
        limits.append(cut)
    limits.append(last)
    return list(pairwise(limits))


def _heads(pieces: list[tuple[int, int]], reads: list[Read], sentences: list[tuple[int, int]]) -> np.ndarray:
    """Number the heads over the text, and hang the pieces of one sentence on its first root."""
    heads = np.empty(pieces[-1][1], np.int64)
    for (a, b), read in zip(pieces, reads, strict=True):
        heads[a:b] = np.where(read.heads == 0, -1, read.heads - 1 + a)
    for first, last in sentences:
        if last - first > LONGEST:
            roots = np.flatnonzero(heads[first:last] == -1) + first
            heads[roots[1:]] = roots[0]
    return heads
