"""Words of a text written as a line: names for pronouns, marks in pairs, the spaces of the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dateline.events.rows.noted import noted
from dateline.events.rows.syntax import Parse
from dateline.events.rows.wording import definite, is_denied, owner_of, without_articles
from dateline.grammar.clauses import subject_of
from dateline.grammar.contractions import spelled_out
from dateline.grammar.marks import CLOSED_BY, CLOSING, OPENING, PAUSES

CUT, CLAUSE, TRIMMED, FRAMED, SENTENCE = "cut", "clause", "trimmed", "framed", "sentence"  # kinds of wording
_SPEAKER = frozenset("i me my we our us you your".split())
_ONE = frozenset("he her him she".split())
_JOINTS = frozenset("a an the of and in for at on his her its their".split())
_ENDS = (*PAUSES, ".")
_COMMAS = frozenset((",", ";", ":"))
_SPOKEN = 200  # words within which a quotation ends


class Wording(NamedTuple):
    """One way to word a row: its kind, its text, the words of the text in it, and how many of them are names put in."""

    kind: str
    text: str
    words: tuple[int, ...]
    filled: int = 0
    head: int = -1  # the verb of its clause


def written_as(parse: Parse, kind: str, words: list[int], head: int, called: Mapping[int, str]) -> Wording:
    """Write words with the spaces of the text, marks in pairs, and names for the pronouns of the subject."""
    words, closing = _tidied(parse, words)
    t = parse.tokens
    instead = _names_for(parse, kind, words, head, called)
    words = without_articles(parse, words, instead)
    for word in list(instead):  # "she'd resign" is "Kari Dahl would resign"
        if word + 1 in words and t.start[word + 1] == t.end[word] and (out := spelled_out(t, word + 1, head)):
            instead[word + 1] = f" {out}"
    written = _written(parse, words, {**instead, **_marked(parse, words, closing, instead)})
    text = " ".join("".join(written).split())
    if words and words[0] not in instead and _begins_late(parse, words[0]) and kind == SENTENCE:
        text = text[:1].upper() + text[1:]
    filled = sum(len(name.split()) for name in instead.values())
    own = (word for word in words if word not in instead) if instead else words
    return Wording(kind, text, tuple(own), filled, head)


def _written(parse: Parse, words: list[int], instead: Mapping[int, str]) -> list[str]:
    """Write words as they stand in the text: no space where there is none, nor before a comma."""
    text, start, end = parse.tokens.word, parse.tokens.start, parse.tokens.end
    out: list[str] = []
    before = -1
    for word in words:
        comma = text[word] in _COMMAS
        if comma and before >= 0 and text[before] in PAUSES:
            continue  # what stood between them was left out
        if before >= 0 and not comma and (word != before + 1 or start[word] != end[before]):
            out.append(" ")
        out.append(instead.get(word, text[word]))
        before = word
    return out


def _names_for(
    parse: Parse, kind: str, words: list[int], head: int, called: Mapping[int, str]
) -> dict[int, str]:
    """Give names for pronouns: of the subject, and for a "him" or "she" before which nobody is named.

    Examples: "Magistrates ordered Lee to pay" of "ordered him"; not "Roe praised him" or "Roe sold his house".
    """
    if called.keys().isdisjoint(words):
        return {}
    t = parse.tokens
    subject = subject_of(parse, head)
    front = parse.under(subject) if subject >= 0 else frozenset()
    instead: dict[int, str] = {}
    said: set[str] = set()
    denied = is_denied(parse, words)
    any_name = False  # "him" may be who is named before
    for rank, word in enumerate(words):
        low = t.word[word].lower()
        if word in called and low not in _SPEAKER and not said & _telling(called[word], low):
            phrase = word == subject and t.tag[word].startswith("NN")
            inside = word in front and t.tag[word][:2] != "NN" and kind != SENTENCE
            another = any_name and t.tag[word] == "PRP" and word != subject  # "Ann Lee, who said Roe hit her"
            if (
                rank == 0
                or phrase
                or (inside and not another)
                or (low in _ONE and t.tag[word] == "PRP" and not any_name)
            ):
                owner = t.tag[word] == "PRP$"
                name = definite(called[word]) if rank or denied else called[word]
                instead[word] = owner_of(name) if owner else name
                said |= {part.lower() for part in called[word].split()}
        said.add(low)
        any_name = any_name or t.tag[word].startswith("NNP") or word in instead
    return instead


def _telling(name: str, own: str) -> set[str]:
    """List the words of a name that tell who it is: not "the" or the noun itself of "the friendship treaty"."""
    return {part.lower() for part in name.split()} - _JOINTS - {own}


def _begins_late(parse: Parse, word: int) -> bool:
    """Tell a word that does not begin its sentence."""
    return word > 0 and parse.tokens.sentence[word - 1] == parse.tokens.sentence[word]


def _tidied(parse: Parse, words: list[int]) -> tuple[list[int], dict[int, str]]:
    """Take off commas at the ends, and brackets and marks of quotation that have lost the other half.

    Gives the words left and the marks to set behind words: a quotation that goes on behind the line ends with it.
    """
    t, marks = parse.tokens, noted(parse)
    brackets = _lone_brackets(parse, _those_of(words, marks.brackets))
    quotes = _lone_quotes(parse, _those_of(words, marks.quotation))
    closed = {word: end for word in quotes for end in [_closed(parse, words, word)] if end}
    closing = dict(closed.values())
    lone = brackets | (quotes - closed.keys())
    left = [word for word in words if word not in lone]
    while left and t.word[left[0]] in _ENDS:
        left.pop(0)
    while left and t.word[left[-1]] in _ENDS and left[-1] not in closing:
        left.pop()
    return left, closing


def _those_of(words: list[int], marks: frozenset[int]) -> list[int]:
    return [] if marks.isdisjoint(words) else [word for word in words if word in marks]


def _lone_brackets(parse: Parse, marks: list[int]) -> set[int]:
    """Find the brackets that have lost the other half."""
    open_at: list[int] = []
    lone: set[int] = set()
    for word in marks:
        if parse.tokens.word[word] in ("(", "["):
            open_at.append(word)
        else:
            lone |= set() if open_at else {word}
            open_at = open_at[:-1]
    return lone | set(open_at)


def _lone_quotes(parse: Parse, marks: list[int]) -> set[int]:
    """Find the marks of quotation that have lost the other half."""
    t = parse.tokens
    lone: set[int] = set()
    quote = -1
    for word in marks:
        mark = t.word[word]
        if mark in CLOSING or (mark == '"' and (quote >= 0 or t.tag[word] == "''")):
            lone |= set() if quote >= 0 else {word}
            quote = -1
        else:
            lone |= {quote} if quote >= 0 else set()
            quote = word
    return lone | ({quote} if quote >= 0 else set())


def _closed(parse: Parse, words: list[int], mark: int) -> tuple[int, str] | None:
    """Say behind which word a lone opening mark is closed, and by what: where who speaks is named before it.

    Examples: Lee said: “We will win” of two sentences spoken; none for “We will win of a line that is all speech, and
    none where the text itself closes it nowhere.
    """
    t = parse.tokens
    if t.word[mark] not in CLOSED_BY or (t.word[mark] == '"' and t.tag[mark] == "''"):
        return None
    rank = words.index(mark)
    spoken = words[rank + 1 :]
    whole = bool(spoken) and spoken[-1] - mark == len(spoken)
    while spoken and t.word[spoken[-1]] in _ENDS:
        spoken = spoken[:-1]
    ends = rank and whole and spoken and _closes_later(parse, words[-1])
    return (spoken[-1], CLOSED_BY[t.word[mark]]) if ends else None


def _closes_later(parse: Parse, last: int) -> bool:
    """Tell whether the next mark behind a word closes what is quoted; a mark that opens a paragraph goes on with it."""
    t = parse.tokens
    for word in range(last + 1, min(last + _SPOKEN, len(t.word))):
        mark = t.word[word]
        if mark in CLOSING or (mark == '"' and t.tag[word] != "``"):
            return True
        opens = mark in OPENING or mark == '"'
        if opens and "\n" not in t.text[t.end[word - 1] : t.start[word]]:
            return False
    return False


def _marked(
    parse: Parse, words: list[int], closing: Mapping[int, str], instead: Mapping[int, str]
) -> dict[int, str]:
    """Write the words behind which a mark closes."""
    return {
        word: instead.get(word, parse.tokens.word[word]) + closing[word] for word in words if word in closing
    }
