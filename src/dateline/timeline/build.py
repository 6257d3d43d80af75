"""Events told once or many times become one row each, over one article or many."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from dateline.cells import joined
from dateline.events.rows.weights import Weights
from dateline.tables import KEPT, ROW, conform
from dateline.timeline.copies import copied
from dateline.timeline.folding import Folded, Story, fold
from dateline.timeline.plans import PLANNED, disputed, planned_note, was_planned
from dateline.timeline.sure import same_act
from dateline.timeline.tellings import DONE, Group, Told, closest, told_of

LINE = 36  # words; a telling of no more is rather printed


def build_timeline(
    events: pd.DataFrame,
    entities: pd.DataFrame,
    articles: pd.DataFrame,
    sentences: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Tell what happened and what is planned, each event once, however often and wherever it is told.

    Within an article, events of one key (`events.event`) are one: the learned choice of rows has put them together.
    Between articles two are one when their kind agrees (the same action or PLOVER type), nobody is in one who can't
    be in the other, what happened is not mixed with what is denied or only possible, and a date or both parties
    agree as well; what one article plans and a later one reports is one event that happened.

    Parameters
    ----------
    events, entities, articles : DataFrame
        The tables of the steps before.
    sentences : DataFrame, optional
        The sentences table; with it `start` and `end` are those of the sentence that tells the row, else of its
        trigger.

    Returns
    -------
    DataFrame
        The timeline table: `event` (a stable key), `first` and `last` (closed interval, NaT where no mention is
        dated), `grain`, `what`, `type`, `status`, `actors`, `targets`, `place`, `said_by` and `articles` (joined by
        "; "), `mentions` (how often told), `score` in [-10, 10], `weight` in [0, 1] (how likely an editor prints
        it), `why` (the signals that speak most for it, or against it below 0.5), and `article`, `start`, `end` of the
        best sentence. In order of dates, those without one last.
    """
    return timeline_with_keys(events, entities, articles, sentences)[0]


def timeline_with_keys(
    events: pd.DataFrame,
    entities: pd.DataFrame,
    articles: pd.DataFrame,
    sentences: pd.DataFrame | None = None,
    model: Weights | None = None,
) -> tuple[pd.DataFrame, list[str]]:
    """Build the timeline, and give for each row of the events table the key of the row that it went into, or ""."""
    mentions = mentions_of(events, articles, sentences)
    texts = dict(zip(articles["article"], articles["text"], strict=True))
    numbers = _numbers(articles)
    countries = dict(zip(entities["entity"], entities["country"], strict=True))
    found = fold(mentions, {number: texts[name] for name, number in numbers.items()}, countries, model)
    context = _contexts(mentions, found.events)
    material = _Material(copied(articles), _newest(articles), _keys(found.events), context)
    beside = _beside(found)
    rows = [
        _row(number, event, material, beside.get(number, []))
        for number, event in enumerate(found.events)
        if max(m.weight for m in event.mentions) >= KEPT
    ]
    rows = sorted(rows, key=_order)
    places = {mention.where: row["event"] for row in rows for mention in row.pop("group")}
    for row in rows:
        del row["order"]
    where = zip(events["article"], events["start"], events["end"], strict=True) if len(events) else ()
    return conform(rows, "timeline"), [places.get(place, "") for place in where]


def mentions_of(events: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame | None) -> list[Told]:
    """Read the events as mentions, in order of publication and text; those of rows of no weight are left out."""
    if events.empty:
        return []
    published = dict(zip(articles["article"], articles["published"], strict=True))
    numbers = _numbers(articles)
    lines = {} if sentences is None else _lines(sentences)
    events = events[events["event"] != ""]
    heaviest = events.groupby("event", sort=False)["weight"].transform("max")
    found = [
        told_of(
            row,
            numbers[row["article"]],
            published[row["article"]],
            *lines.get((row["article"], row["sentence"]), ("", None)),
        )
        for row in events[heaviest >= KEPT].to_dict("records")
    ]
    return sorted(found, key=lambda m: (m.number, m.start, m.end))


def _numbers(articles: pd.DataFrame) -> dict[str, int]:
    """Number the articles in order of publication, those of no known day last."""
    published = dict(zip(articles["article"], articles["published"], strict=True))
    order = sorted(
        published, key=lambda a: (pd.isna(published[a]), published[a] if not pd.isna(published[a]) else 0, a)
    )
    return {article: number for number, article in enumerate(order)}


def _lines(sentences: pd.DataFrame) -> dict[tuple[str, int], tuple[str, tuple[int, int]]]:
    """Give the text and the span of each sentence."""
    columns = (sentences[name] for name in ("article", "sentence", "text", "start", "end"))
    return {(a, number): (text, (start, end)) for a, number, text, start, end in zip(*columns, strict=True)}


def _keys(events: list[Folded]) -> list[str]:
    """Give each event a key of its own: that of its first mention, or, where another has taken it, its place."""
    keys: dict[str, None] = {}
    for event in events:
        first = event.mentions[0]
        wanted = [
            first.key,
            *(f"{m.article}:{m.start}" for m in event.mentions),
            f"{first.article}:{first.start}-{first.end}",
        ]
        keys[next(key for key in wanted if key not in keys)] = None
    return list(keys)


def _beside(found: Story) -> dict[int, list[Group]]:
    """Give for each event those that tell the contrary of it."""
    out: dict[int, list[Group]] = {}
    for one, other in found.contrary:
        out.setdefault(one, []).append(found.events[other].mentions)
        out.setdefault(other, []).append(found.events[one].mentions)
    return out


class _Material(NamedTuple):
    """What rows are made with beside their mentions."""

    copies: set[str]
    newest: pd.Timestamp | None
    keys: list[str]
    contexts: list[Group]


def _contexts(mentions: list[Told], events: list[Folded]) -> list[Group]:
    """Give each event the mentions that its rows within articles hold beside its own: they date it and name parties."""
    rows: dict[str, Group] = {}
    for mention in mentions:
        rows.setdefault(mention.key, []).append(mention)
    leading = {max(row, key=lambda m: (m.weight, -m.start)).where: key for key, row in rows.items()}
    out = []
    for event in events:
        own = {m.where for m in event.mentions}
        led = [leading[where] for where in (m.where for m in event.mentions) if where in leading]
        out.append([m for key in led for m in rows[key] if m.where not in own])
    return out


def _newest(articles: pd.DataFrame) -> pd.Timestamp | None:
    """Give the day of the newest article, None where no day is known."""
    day = articles["published"].max()
    return None if pd.isna(day) else day


def _row(number: int, event: Folded, material: _Material, contrary: list[Group]) -> dict:
    """Make the row of one event from all its mentions."""
    own = event.mentions
    group = own + material.contexts[number]
    dated, status = closest(group), _status(group)
    best = max(group, key=lambda m: _worth(m, status))
    surest = max(group, key=lambda m: (m.weight, -m.number, -m.start))
    mentions = sorted(group, key=lambda m: (m is not best, -m.weight, m.number, m.start))
    actors, targets = parties(mentions)
    start, end = best.span or (best.start, best.end)
    scores = [m.score for m in group if m.score == m.score]
    return {
        "event": material.keys[number],
        "first": dated.first if dated else pd.NaT, "last": dated.last if dated else pd.NaT,
        "grain": dated.grain if dated else "", "what": best.what,
        "type": best.type or next((m.type for m in group if m.type), ""), "status": status,
        "was_planned": was_planned(own) if status in DONE else "",
        "planned_note": planned_note(own, status, material.newest),
        "disputed": disputed([own, *contrary]), "folded": _folded(event),
        "actors": joined(actors),
        "targets": joined(e for e in targets if e not in actors),
        "place": joined(e for m in group for e in m.place),
        "said_by": joined(e for m in group for e in m.said_by),
        "articles": joined(m.article for m in own),
        "mentions": sum(m.article not in material.copies for m in own) or len(own),
        "score": best.score if best.score == best.score else (scores[0] if scores else float("nan")),
        "weight": surest.weight, "why": surest.why, "article": best.article, "start": start, "end": end,
        "order": (best.number, best.start), "group": own,
    }  # fmt: skip


def _worth(told: Told, status: str) -> tuple:
    """Rank the tellings whose words a row may have: short, not as of a plan what has happened, then the weightiest."""
    fits = told.weight >= ROW and (told.status in DONE) == (status in DONE)
    return len(told.what.split()) <= LINE, fits, told.weight, -told.number, -told.start


def _status(group: Group) -> str:
    """Take the status of the newest article whose telling earns a row.

    What has happened is neither a plan nor a possibility any more, whoever repeats it as one ("to reaffirm").
    """
    group = [m for m in group if m.weight >= ROW] or group
    latest = max(m.number for m in group)
    status = max((m for m in group if m.number == latest), key=lambda m: (m.weight, -m.start)).status
    done = [m for m in group if m.status in DONE and m.number < latest]
    if status not in (PLANNED, "hypothetical") or not done:
        return status
    return max(done, key=lambda m: (m.number, m.weight, -m.start)).status


def _folded(event: Folded) -> str:
    """Say of each article that joined the event why, once."""
    return "; ".join(f"{article}: {why}" for article, why in dict(reversed(event.reasons)).items())


def parties(mentions: Group) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Say who acts in a row and on whom, its best mention first.

    Where the best does not say, a mention of the very same act does, or one that tells what somebody in it did then
    ("forced King to wait": King waits). Who only says that a suspect fled does not flee.
    """
    best = mentions[0]
    same = [best, *(m for m in mentions[1:] if same_act(best, m))]
    here = [m for m in mentions if (m.article, m.sentence) == (best.article, best.sentence)]
    own = [m for m in here if m.start > best.start and set(m.actors) <= set(best.targets)]
    actors = next((m.actors for m in (*same, *own) if m.actors), ())
    return actors, next((m.targets for m in same if set(m.targets) - set(actors)), ())


def _order(row: dict) -> tuple:
    undated = pd.isna(row["first"])
    first, last = (pd.Timestamp(0), pd.Timestamp(0)) if undated else (row["first"], row["last"])
    return undated, first, last, *row["order"]
