"""When an event is: the date phrase that governs it, else what its sentence and its tense say.

Method: each date phrase hangs on a word; it dates that word if it is an event, else the nearest event above, and
is handed on to what that verb only carries ("talks are planned two days later", "plan to meet on 10 January").
Verbs of speech keep their date to themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from dateline.events.attachment import attached, phrase_head
from dateline.events.limits import Dated
from dateline.events.participants import Cast
from dateline.events.records import Trigger
from dateline.events.told_times import told_time
from dateline.grammar import relations as rel
from dateline.grammar.frames import REPORTING_VERBS
from dateline.grammar.tree import Tree
from dateline.grammar.verbs import verb_group
from dateline.grammar.words import WordClass

# verbs whose perfect sets a day for what is to come
_SETTING = WordClass(
    "intent",
    also=(
        "adjourn book bring call cancel delay extend fix invite move order postpone push put reschedule reserve shift "
        "summon"
    ).split(),
)

__all__ = ["UNKNOWN", "When", "date_events", "phrase_head"]


class When(NamedTuple):
    """The days of an event (an open side is None), the phrase that told them, and the rule used."""

    first: date | None
    last: date | None
    grain: str
    phrase: Dated | None
    rule: str


UNKNOWN = When(None, None, "", None, "")


def date_events(
    tree: Tree,
    triggers: list[Trigger],
    dates: Iterable[Dated],
    published: date | None,
    cast: Cast | None = None,
) -> dict[int, When]:
    """Give each trigger token its time; tokens without any are left out.

    A past tense or a perfect ("has been recalled for the match on 31 August") with a day after publication is left
    out too, unless it says what was set for then ("has been moved to 31 August"), and a future with days before it
    ("will wipe out the past 15 years of gains"): the day belongs to something else in the sentence.
    With the cast of mentions, what somebody goes on to say is told on the day of what the same speaker said before.
    """
    events = {trigger.token: trigger for trigger in triggers}
    direct = attached(tree, events, dates, published)
    times: dict[int, When] = {}
    for token in events:
        phrase, rule = told_time(tree, token, events, direct)
        ahead = phrase is not None and published and phrase.first and phrase.first > published
        if (
            phrase is not None
            and not (ahead and (_is_past(tree, token) or _is_done(tree, token)))
            and not _is_behind(tree, token, phrase, published)
        ):
            times[token] = When(phrase.first, phrase.last, phrase.grain, phrase, rule)
    _carry_on(tree, triggers, times)
    if cast is not None:
        _go_on_saying(tree, triggers, times, cast)
    return times


def _go_on_saying(tree: Tree, triggers: list[Trigger], times: dict[int, When], cast: Cast) -> None:
    """Give speech the day on which the same speaker spoke last, when its own sentence tells no day.

    Only past to past, and only of named speakers: "officials" may be others the second time.
    """
    tokens = tree.tokens
    dated = {tokens.sentence[token] for token in times}
    spoke: dict[str, When] = {}
    for trigger in triggers:
        token = trigger.token
        speaker = _speaker(tree, token, cast) if trigger.class_ == "REPORTING" else ""
        if not speaker or not _is_past(tree, token):
            continue
        if token in times:
            spoke[speaker] = times[token]
        elif tokens.sentence[token] not in dated and speaker in spoke and spoke[speaker].grain == "day":
            times[token] = spoke[speaker]._replace(rule="day the speaker spoke before")


def _speaker(tree: Tree, token: int, cast: Cast) -> str:
    """Name who speaks: the entity of the subject, "" where it has none."""
    subjects = tree.kids(token, rel.SUBJECT)
    mention = cast.by_token.get(subjects[0]) if subjects else None
    return mention.entity if mention is not None and mention.kind in ("PERSON", "ORG") else ""


def _carry_on(tree: Tree, triggers: list[Trigger], times: dict[int, When]) -> None:
    """Give the main verb of a sentence that goes on with "he" or "they" the day told in the sentence before.

    Only within a paragraph, only past to past, and only when its own sentence tells no day.
    """
    tokens = tree.tokens
    roots: dict[int, int] = {}
    for trigger in triggers:
        if tree.is_root(trigger.token) and tree.is_verb(trigger.token):
            roots[tokens.sentence[trigger.token]] = trigger.token
    dated = {tokens.sentence[token] for token in times}
    for sentence, root in sorted(roots.items()):
        before = roots.get(sentence - 1)
        if before not in times or sentence in dated or not (_is_past(tree, root) and _is_past(tree, before)):
            continue
        gap = tokens.text[tokens.sentences[sentence - 1].end : tokens.sentences[sentence].start]
        subject = tree.kids(root, rel.SUBJECT)
        if "\n" not in gap and subject and tokens.word[subject[0]].lower() in ("he", "she", "they", "it"):
            told = times[before]
            if told.grain == "day" and tree.lemma(before) not in REPORTING_VERBS:
                times[root] = told._replace(rule="day told in the sentence before")


def _is_behind(tree: Tree, token: int, phrase: Dated, published: date | None) -> bool:
    """Tell days gone by from what a future tense tells: "will wipe out the past 15 years of gains"."""
    if published is None or phrase.first is None or phrase.last is None or phrase.first >= published:
        return False
    return phrase.last <= published and tree.is_verb(token) and verb_group(tree, token).tense == "FUTURE"


def _is_past(tree: Tree, token: int) -> bool:
    return tree.tokens.tag[token] == "VBD" and not tree.kids(token, rel.AUXILIARY)


def _is_done(tree: Tree, token: int) -> bool:
    """Tell a perfect or passive of what is done: "has been recalled", "was freed", not "was set", "will have left"."""
    if not tree.is_verb(token) or tree.lemma(token) in _SETTING:
        return False
    group = verb_group(tree, token)
    past = group.tense == "PAST" and tree.tokens.tag[token] == "VBN"
    perfect = group.tense == "PRESENT" and group.aspect.startswith("PERFECTIVE")
    return (past or perfect) and not group.modal
