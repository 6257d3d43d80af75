"""Predictions for the events scorer (TimeBank's terms), and how well status and days agree with its time links."""

from __future__ import annotations

from dateline.evaluation.trigger_lists import count_triggers, gold_classes
from dateline.events import Event
from dateline.events.counts import TriggerCounts
from dateline.events.triggers import find_triggers
from dateline.grammar import parse
from dateline.grammar.tree import tree_of
from dateline.grammar.verbs import verb_group
from dateline.language import Tokens

FOLDS = 5
# what is planned or only possible lies after; what is denied lies nowhere
_SIDES = {"happened": "BEFORE", "planned": "AFTER", "hypothetical": "AFTER", "ongoing": "INCLUDES"}
_POS = {"NN": "NOUN", "VB": "VERB", "JJ": "ADJECTIVE", "IN": "PREPOSITION"}


def predict(gold: list[dict]) -> list[dict]:
    """Predict each article with counts made without the fold it is in, as `events` with class, tense and aspect.

    Gold without classes (MEANTIME) is predicted with the counts of the package.
    """
    parses = [parse(line["text"]) for line in gold]
    if not all(event.get("class") for line in gold for event in line["events"]):
        return [{"id": g["id"], "events": described(p)} for g, p in zip(gold, parses, strict=True)]
    return cross_validated(gold, parses)


def cross_validated(gold: list[dict], parses: list[Tokens]) -> list[dict]:
    """Predict each fold of the articles with counts made on the others."""
    classes = [gold_classes(p, line["events"]) for line, p in zip(gold, parses, strict=True)]
    pairs = list(zip(parses, classes, strict=True))
    folds = [
        count_triggers([pair for i, pair in enumerate(pairs) if i % FOLDS != fold]) for fold in range(FOLDS)
    ]
    return [
        {"id": line["id"], "events": described(p, folds[i % FOLDS])}
        for i, (line, p) in enumerate(zip(gold, parses, strict=True))
    ]


def described(tokens: Tokens, counts: TriggerCounts | None = None) -> list[dict]:
    """Describe the triggers of one text in TimeML's terms."""
    tree = tree_of(tokens)
    rows = []
    for token, class_, _ in find_triggers(tree, counts):
        group = verb_group(tree, token)
        verbal = tree.is_verb(token)
        rows.append(
            {
                "start": tokens.start[token],
                "end": tokens.end[token],
                "class": class_,
                "tense": group.tense if verbal else "NONE",
                "aspect": group.aspect if verbal else "NONE",
                "polarity": "NEG" if group.negated else "POS",
                "pos": _POS.get(tokens.tag[token][:2], "OTHER"),
            }
        )
    return rows


def time_scores(gold: list[dict], found: dict[str, list[Event]]) -> dict[str, float]:
    """Compare status and days with the gold's links of events to the publication day and to dates.

    Returns
    -------
    dict
        `side`: share of events linked BEFORE, AFTER or INCLUDES publication whose status says the same (with the
        number judged); `dated`: share of events linked to a date by IS_INCLUDED for which the same date phrase was
        chosen; `dated_wrong`: share for which another was.
    """
    side = [0, 0]
    dated, missed, wrong = 0, 0, 0
    for line in gold:
        at = {event.start: event for event in found.get(line["id"], [])}
        for number, other, relation in line["event_times"]:
            event = at.get(line["events"][number]["start"])
            if event is None:
                continue
            if other == "DCT" and relation in ("BEFORE", "AFTER", "INCLUDES") and event.status in _SIDES:
                side[0] += _SIDES.get(event.status) == relation
                side[1] += 1
            elif other != "DCT" and relation == "IS_INCLUDED":
                phrase = line["dates"][other]
                if event.date_start is None:
                    missed += 1
                elif event.date_start < phrase["end"] and event.date_end > phrase["start"]:
                    dated += 1
                else:
                    wrong += 1
    total = max(dated + missed + wrong, 1)
    return {"side": side[0] / max(side[1], 1), "judged": side[1], "dated": dated / total, "dated_wrong": wrong / total,
            "links": total}  # fmt: skip


def status_scores(gold: list[dict], found: dict[str, list[Event]]) -> dict[str, float]:
    """Compare statuses with MEANTIME's attributes: certainty, time and polarity of events at the document level.

    Certain events of past or present are happened or ongoing; certain future ones planned; possible, probable and
    undecided ones hypothetical, or planned when future; negated ones denied. Events that were not found don't count.

    Returns
    -------
    dict
        `agreement`: share of judged events whose status is one of those expected; `judged`: their number.
    """
    right = judged = 0
    for line in gold:
        for annotated in line["events"]:
            expected = _expected_statuses(annotated)
            event = next((e for e in found[line["id"]] if _overlaps(e, annotated)), None)
            if expected and event:
                right += event.status in expected
                judged += 1
    return {"agreement": right / max(judged, 1), "judged": judged}


def _overlaps(event: Event, annotated: dict) -> bool:
    return event.start < annotated["end"] and event.end > annotated["start"]


def _expected_statuses(annotated: dict) -> tuple[str, ...]:
    """Map MEANTIME's attributes to statuses, () where they are missing."""
    certainty, time, polarity = (annotated.get(name) for name in ("certainty", "time", "polarity"))
    if certainty is None or annotated.get("layer", "doc") != "doc":
        return ()
    if polarity == "NEG":
        return ("denied",)
    if certainty != "CERTAIN":
        return ("hypothetical", "planned") if time == "FUTURE" else ("hypothetical",)
    return ("planned",) if time == "FUTURE" else ("happened", "ongoing")
