"""One pass over a text: sentences, words, tags, lemmas, heads, relations and names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from dateline.language.labels import best_labels
from dateline.language.labels import spans as spans_of
from dateline.language.lemmas import lemma
from dateline.language.network import Network, Words, load
from dateline.language.sentences import ends, paragraphs, split_sentences
from dateline.language.splitting import split_words
from dateline.language.tokens import Name, Same, Sentence, Tokens

LONGEST = 200  # words that one tree may hold; longer sentences are read in pieces
_PAUSES = frozenset(';:,.!?)—–-"”')


def read_text(text: str, blocks: Sequence | None = None) -> Tokens:
    """Read a text into tokens with tags, heads and names, as the network tells them.

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
    """
    if blocks is None:
        from dateline.layout import blocks as find_blocks

        blocks = find_blocks(text)
    network = load()
    spans, limits = _cut(text, blocks)
    words = [text[a:b] for a, b in spans]
    if not words:
        return _assembled(text, [], [], [], [], [], [], [])
    with _blas().limit(limits=1, user_api="blas"):
        told = network.words(words, [(p.first, p.last, p.opens) for p in limits])
        sentences = _sentences(words, spans, limits, told.ends)
        heads, relations = _trees(network, words, told, [(s.first, s.last) for s in sentences])
        names = _names(network, words, told, [(s.first, s.last) for s in sentences])
    tags = [network.tags[i] for i in told.tags]
    return _assembled(text, words, spans, sentences, tags, heads, relations, names, told)


def read_words(words: Sequence[str], sentences: Sequence[tuple[int, int]]) -> Tokens:
    """Read words already cut, in sentences of words [first, last); the text is the words with blanks between."""
    words, spans, at = list(words), [], 0
    for word in words:
        spans.append((at, at + len(word)))
        at += len(word) + 1
    cut = [Sentence(spans[a][0], spans[b - 1][1], a, b, "body") for a, b in sentences]
    if not words:
        return _assembled("", [], [], [], [], [], [], [])
    network = load()
    with _blas().limit(limits=1, user_api="blas"):
        told = network.words(words, [(a, b, False) for a, b in sentences])
        heads, relations = _trees(network, words, told, list(sentences))
        names = _names(network, words, told, list(sentences))
    tags = [network.tags[i] for i in told.tags]
    return _assembled(" ".join(words), words, spans, cut, tags, heads, relations, names, told)


def _assembled(
    text: str,
    words: list[str],
    spans: list[tuple[int, int]],
    sentences: list[Sentence],
    tags: list[str],
    heads: list[int],
    relations: list[str],
    names: list[tuple[int, int, str]],
    told: Words | None = None,
) -> Tokens:
    return Tokens(
        text=text,
        sentences=sentences,
        names=[Name(spans[a][0], spans[b - 1][1], a, b, kind) for a, b, kind in names],
        start=[a for a, _ in spans],
        end=[b for _, b in spans],
        word=words,
        lemma=[lemma(w, t) for w, t in zip(words, tags, strict=True)],
        tag=tags,
        head=heads,
        relation=relations,
        sentence=[i for i, s in enumerate(sentences) for _ in range(s.first, s.last)],
        happened=told.happened.tolist() if told else [],
        same=_same(told) if told else None,
        vectors=told.vectors if told else None,
    )


def _same(told: Words) -> Same:
    """Keep who is the same in half the digits: enough for what is read of it."""
    return Same(told.same_later.astype(np.float16), told.same_earlier.astype(np.float16), told.new)


@cache
def _blas():
    """Find the libraries whose threads are to be held; looking for them takes long."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


class _Limit(NamedTuple):
    """A stretch between two of Punkt's cuts: its words [first, last), its paragraph and the part of the article."""

    first: int
    last: int
    opens: bool  # a paragraph opens here
    part: str


def _cut(text: str, blocks) -> tuple[list[tuple[int, int]], list[_Limit]]:
    """Cut the blocks of a text into words, and note where Punkt would end sentences."""
    spans: list[tuple[int, int]] = []
    limits: list[_Limit] = []
    for start, end, part in blocks:
        for a, b in paragraphs(text, start, end):
            found = split_words(text, a, b)
            known = {x for x, _ in found}
            begins = [x for x, _ in split_sentences(text, a, b) if x in known][1:]
            opens, at, first = True, 0, len(spans)
            for i, (x, _) in enumerate(found):
                if at < len(begins) and x >= begins[at]:
                    at = bisect_right(begins, x)
                    limits.append(_Limit(first, len(spans) + i, opens, part))
                    first, opens = len(spans) + i, False
            spans += found
            if len(spans) > first:
                limits.append(_Limit(first, len(spans), opens, part))
    return spans, limits


def _sentences(
    words: list[str], spans: list[tuple[int, int]], limits: list[_Limit], told: np.ndarray
) -> list[Sentence]:
    """Choose the sentences of each paragraph."""
    sentences: list[Sentence] = []
    openings = [i for i, one in enumerate(limits) if one.opens]
    for a, b in pairwise([*openings, len(limits)]):
        first, last = limits[a].first, limits[b - 1].last
        cuts = {one.last - 1 - first for one in limits[a:b]}
        for stop in ends(words[first:last], cuts, told[first:last].__getitem__):
            begin = sentences[-1].last if sentences and sentences[-1].last > first else first
            after = first + stop + 1
            sentences.append(Sentence(spans[begin][0], spans[after - 1][1], begin, after, limits[a].part))
    return sentences


def _trees(
    network: Network, words: list[str], told: Words, sentences: list[tuple[int, int]]
) -> tuple[list[int], list[str]]:
    """Find one tree a sentence, with the relation root at its root and nowhere else."""
    pieces = [piece for first, last in sentences for piece in _pieces(words, first, last)]
    heads, numbers = network.trees(told, pieces)
    for first, last in sentences:  # the pieces of a long sentence hang on its first root
        if last - first > LONGEST:
            roots = np.flatnonzero(heads[first:last] == -1) + first
            heads[roots[1:]] = roots[0]
    relations = [network.relations[i] for i in numbers]
    for i, head in enumerate(heads.tolist()):
        if head == -1:
            relations[i] = "root"
        elif relations[i] == "root":
            relations[i] = "parataxis"
    return heads.tolist(), relations


def _names(
    network: Network, words: list[str], told: Words, sentences: list[tuple[int, int]]
) -> list[tuple[int, int, str]]:
    """Find the names, half-open spans of words with their kind; none runs over the end of a sentence."""
    scores, labels = network.names(told, words), tuple(network.labels)
    return [
        (a + x, a + y, kind)
        for a, b in sentences
        for x, y, kind in spans_of(best_labels(scores[a:b], labels), labels)
    ]


def _pieces(words: list[str], first: int, last: int) -> list[tuple[int, int]]:
    """Cut a very long sentence into pieces that get a tree each, after a mark where there is one."""
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
