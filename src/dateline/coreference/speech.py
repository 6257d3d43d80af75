"""Stretches of direct speech and who speaks in them, as far as pronouns need it ("I", and whom "he" cannot mean)."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from dateline.coreference.naming import Linked
from dateline.grammar import relations as rel
from dateline.grammar.clauses import SUBJECTS
from dateline.grammar.hanging import governor, hanging_on, outermost, stands_as
from dateline.grammar.marks import CLOSING, OPENING
from dateline.language import Tokens

SAY = {
    "say", "tell", "add", "explain", "state", "note", "ask", "reply", "write", "claim", "argue", "warn", "insist",
    "admit", "declare", "announce", "comment", "remark", "observe", "continue", "conclude", "recall", "respond",
    "answer", "stress", "emphasize", "emphasise", "suggest", "report", "joke", "shout", "call", "describe", "think",
    "agree", "acknowledge", "tweet", "point", "confirm", "deny", "believe", "assert", "complain", "vow", "pledge",
}  # fmt: skip
FIRST = frozenset(("i", "me", "my", "mine", "myself"))
_REACH = 15  # tokens between a mark and the verb of saying
_LEAD = 25  # tokens before a mark in which who is quoted stands


class SpeechSpan(NamedTuple):
    """Direct speech: its tokens [first, last) without the marks, the speaker's entity, the speaker's token."""

    first: int
    last: int
    speaker: str
    subject: int  # token of the subject of saying, -1 if none was found


def speeches(tokens: Tokens, links: list[Linked]) -> list[SpeechSpan]:
    """List the stretches of direct speech in order; a speaker is known when a linked person is the subject."""
    spans = _quoted(tokens)
    inside = _covered(spans, len(tokens))
    paragraph = _paragraphs(tokens)
    subjects = _subjects_of_saying(tokens, inside)
    by_token = {
        token: link.entity
        for link in links
        if link.kind == "PERSON"
        for token in range(link.first, link.last)
    }
    found: list[SpeechSpan] = []
    for first, last in spans:
        subject = _nearest(tokens, paragraph, first, last, _beside(tokens, first, last, subjects))
        if subject < 0:
            subject = _leading_up(tokens, first, by_token)
        if (
            subject < 0
            and found
            and paragraph[found[-1].first] == paragraph[first]
            and first - found[-1].last < 40
        ):
            subject = found[-1].subject
        found.append(SpeechSpan(first, last, by_token.get(subject, ""), subject))
    return found


def _leading_up(tokens: Tokens, first: int, by_token: dict[int, str]) -> int:
    """Find who is quoted after a comma or colon without a verb of saying: "Lee left this farewell: “I ...”"."""
    mark = first - 2 if tokens.word[first - 1] in OPENING | {'"'} else first - 1
    if mark < 2 or tokens.word[mark] not in (",", ":"):
        return -1
    begin = max(tokens.sentences[tokens.sentence[mark]].first, mark - _LEAD)
    subjects = [
        t for t in range(begin, mark) if stands_as(tokens, t, rel.SUBJECT) and governor(tokens, t) < mark
    ]
    if not subjects:
        return -1
    last = subjects[-1]
    if tokens.tag[last] != "WDT":
        return last if last in by_token else -1
    written = governor(tokens, governor(tokens, last))  # "Lee's letter, which reads: ..."
    owners = hanging_on(tokens, written, range(begin, mark), rel.POSSESSOR)
    return next((t for t in owners if t in by_token), -1)


def _quoted(tokens: Tokens) -> list[tuple[int, int]]:
    """Pair quotation marks within each paragraph; speech left open ends with its paragraph.

    So does what stands behind "which reads:" without marks, if someone speaks in the first person there.
    """
    spans: list[tuple[int, int]] = []
    begin = -1
    for i, word in enumerate(tokens.word):
        if begin >= 0 and i and "\n" in tokens.text[tokens.end[i - 1] : tokens.start[i]]:
            spans.append((begin, i))
            begin = -1
        if word in OPENING or (word == '"' and begin < 0) or (word == "''" and tokens.tag[i] == "``"):
            begin = i + 1
        elif word == ":" and begin < 0 and i and tokens.word[i - 1].lower() in ("read", "reads"):
            begin = i + 1 if _tells_of_itself(tokens, i + 1) else begin
        elif (word in CLOSING or word == '"') and begin >= 0:
            spans.append((begin, i))
            begin = -1
    if begin >= 0:
        spans.append((begin, len(tokens)))
    return [(first, last) for first, last in spans if first < last]


def _tells_of_itself(tokens: Tokens, first: int) -> bool:
    near = range(first, min(len(tokens), first + _LEAD))
    return tokens.word[first : first + 1] != ['"'] and any(tokens.word[t].lower() in FIRST for t in near)


def _covered(spans: list[tuple[int, int]], count: int) -> list[bool]:
    inside = [False] * count
    for first, last in spans:
        inside[first:last] = [True] * (last - first)
    return inside


def _subjects_of_saying(tokens: Tokens, inside: list[bool]) -> list[tuple[int, int]]:
    """List (verb of saying, its subject) outside of speech, by verb."""
    found = []
    for i in range(len(tokens)):
        verb = governor(tokens, i, rel.SUBJECT)
        if verb >= 0 and tokens.lemma[verb].lower() in SAY and not inside[verb] and not inside[i]:
            found.append((verb, i))
    return sorted(found)


def _beside(tokens: Tokens, first: int, last: int, subjects: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep to what leads up to a colon: "Graham said on Monday: “... .” He added ..." has its speaker before it."""
    if first < 2 or tokens.word[first - 2] != ":" or tokens.word[last - 1] not in (".", "?", "!"):
        return subjects
    at = bisect_left(subjects, (first, -1))
    leading = at and first - subjects[at - 1][0] <= _REACH
    return subjects[:at] if leading else subjects


def _nearest(
    tokens: Tokens, paragraph: list[int], first: int, last: int, subjects: list[tuple[int, int]]
) -> int:
    """The subject whose verb of saying is closest to either mark, in the same paragraph or led up to by a colon."""
    led = first > 1 and tokens.word[first - 2] == ":"
    best, chosen = _REACH + 1, -1
    at = bisect_left(subjects, (first, -1))
    for verb, subject in subjects[max(0, at - 3) : at + 4]:
        distance = first - verb if verb < first else verb - last
        near = paragraph[verb] == paragraph[first]
        if 0 <= distance < best and (
            near or (led and verb < first and paragraph[verb] + 1 == paragraph[first])
        ):
            best, chosen = distance, subject
    return chosen


def _paragraphs(tokens: Tokens) -> list[int]:
    """Number the paragraph of each token; a line break begins a new one."""
    numbers, number, end = [], 0, 0
    for start, next_end in zip(tokens.start, tokens.end, strict=True):
        number += "\n" in tokens.text[end:start]
        numbers.append(number)
        end = next_end
    return numbers


def says(tokens: Tokens, token: int) -> bool:
    """Is it the subject of a verb of saying?"""
    verb = governor(tokens, token)
    return verb >= 0 and stands_as(tokens, token, *SUBJECTS) and tokens.lemma[verb].lower() in SAY


def head_of_name(tokens: Tokens, head: int) -> int:
    """Climb from a name beside a noun ("the mayor, Ann Lie,") to the word that stands in the clause."""
    return outermost(tokens, head, *rel.IN_A_NAME, rel.APPOSITION)
