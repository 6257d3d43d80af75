"""What a wording is by itself, whichever event it tells: its head, its ends, its subject, its marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dateline.events.rows.fitness_subject import of_known_things, of_subject
from dateline.events.rows.noted import noted
from dateline.events.rows.standalone import leans, tells_of_all
from dateline.events.rows.syntax import Parse
from dateline.events.rows.written import Wording
from dateline.grammar import relations as rel
from dateline.grammar.clauses import has_tense, is_clausal, tensed_word
from dateline.grammar.frames import REPORTING_VERBS

_OPEN_ENDS = ("IN", "TO", "CC", "DT", "PRP$", "POS", "WDT", "WP", "WRB", "MD")


class Line(NamedTuple):
    """The words of a wording, the one that it hangs on (-1: none), and the signals that are its own."""

    words: frozenset[int]
    top: int
    names: tuple[str, ...]
    numbers: dict[str, float]


def line_of(parse: Parse, wording: Wording) -> Line:
    """Read what a wording is by itself; once for all events that it tells."""
    return parse.once(_line_of, (wording.words, wording.filled))


def _line_of(parse: Parse, written: tuple[tuple[int, ...], int]) -> Line:
    order, filled = written
    words, tops = frozenset(order), parse.tops(order)
    top = _top(parse, tops, words)
    names = (
        *_of_head(parse, top, words),
        *of_subject(parse, top, order, words, filled),
        *_of_ends(parse, order),
        *_of_speech(parse, top, words),
    )
    gaps = [b > a + 1 for a, b in pairwise(order)]
    numbers = {
        "pieces": min(4.0, sum(gaps) / 2),
        "tops": min(3.0, max(0.0, len(tops) - 1.0)),
        "a thing known from before": min(3.0, float(of_known_things(parse, top, words))),
    }
    return Line(words, top, names, numbers)


def _top(parse: Parse, tops: Sequence[int], words: frozenset[int]) -> int:
    """Find the word that the wording hangs on: a finite verb before others, then the one with most under it."""
    if not tops:
        return -1
    verbs = [word for word in tops if is_clausal(parse, word)]
    finite_ones = [word for word in verbs if has_tense(parse, word)]
    likely = finite_ones or verbs or tops
    return max(likely, key=lambda word: (len(parse.under(word) & words), -word)) if likely[1:] else likely[0]


def _of_head(parse: Parse, top: int, words: frozenset[int]) -> Iterator[str]:
    """Say what the wording hangs on, and what that hangs on in turn."""
    if top < 0:
        return
    t = parse.tokens
    if not is_clausal(parse, top):
        yield f"{'a noun' if t.tag[top].startswith('NN') else 'no verb'} at its head"
    elif has_tense(parse, top) and tensed_word(parse, top) in words:
        yield "a finite verb at its head"
        yield f"finite, under {parse.relation(top).partition(':')[0]}"
    else:
        yield f"{t.tag[top]} at its head, not finite"
    if is_clausal(parse, top) and leans(parse, top):
        yield "its clause leans on another"
        opening = {t.word[c].lower() for c in parse.kids(top, rel.MARKER) if c in words}
        yield "its clause leans, told so" if opening else "its clause leans, not told so"
    if parse.stands_as(top, rel.RELATIVE_CLAUSE):
        yield "told of a noun"
        if tells_of_all(parse, top):
            yield "told of all of a kind"


def _of_ends(parse: Parse, words: Sequence[int]) -> Iterator[str]:
    """Say how the wording begins and ends."""
    if not words:
        return
    t = parse.tokens
    last, first = words[-1], words[0]
    if t.tag[last] in _OPEN_ENDS:
        yield f"ends in {t.tag[last]}"
    yield f"ends in {_form(t.tag[last])}"
    yield f"begins with {_form(t.tag[first])}"
    if last + 1 < len(t.word) and t.sentence[last + 1] == t.sentence[last]:
        mark = t.word[last + 1]
        yield f"cut before {mark if mark in (',', ';', ':', '–', '—', '-') else _form(t.tag[last + 1])}"
        if parse.governor(last + 1, *rel.CLAUSES_OF_A_NOUN) == last:
            yield "cut before a clause of its last word"
    marks = noted(parse)
    if not marks.dashes.isdisjoint(words):
        yield "a dash or semicolon in it"
    if not marks.colons.isdisjoint(words):
        yield "a colon in it"


def _form(tag: str) -> str:
    return tag if tag in ("IN", "TO", "CC", "DT", "RB", "MD", "CD", "JJ", "PRP", "WRB") else tag[:2]


def _of_speech(parse: Parse, top: int, words: frozenset[int]) -> Iterator[str]:
    """Say whether its head tells what somebody says, and whose voice it has."""
    marks = not noted(parse).quotation.isdisjoint(words)
    if marks:
        yield "marks of quotation"
    if not noted(parse).speakers.isdisjoint(words):
        yield "I, we or you in marks" if marks else "I, we or you without marks"
    yield from of_saying(parse, "head", top, words)


def of_saying(parse: Parse, name: str, verb: int, words: frozenset[int]) -> Iterator[str]:
    """Say of a verb of saying whether what is said is there."""
    if verb >= 0 and parse.lemma(verb) in REPORTING_VERBS and parse.is_verb(verb):
        said = parse.kids(verb, rel.COMPLEMENT, rel.OBJECT, rel.CONTROLLED, rel.ASIDE)
        yield f"speech, {name}: {'what is said' if any(one in words for one in said) else 'nothing said'}"
