"""Events told once or many times become one row each, over one article or many."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from dateline.tables import conform
from dateline.timeline.copies import copied
from dateline.timeline.folding import fold, same_act
from dateline.timeline.plans import DONE, disputed, planned_note, was_planned
from dateline.timeline.tellings import Group, closest, told_of

KEPT = 0.1  # events of less weight have no row; they stand in the events table
LINE = 16  # words; of several tellings a longer one words the row only where there is no other


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
) -> tuple[pd.DataFrame, list[str]]:
    """Build the timeline, and give for each row of the events table the key of the row that it went into, or ""."""
    groups = _groups(events, articles)
    if len(articles) > 1:
        groups = fold(groups, dict(zip(entities["entity"], entities["country"], strict=True)))
    spans, copies, newest = _spans(sentences), copied(articles), _newest(articles)
    rows = sorted((_row(group, spans, copies, newest) for group in groups), key=_order)
    places = {mention.where: row["event"] for row in rows for mention in row.pop("group")}
    for row in rows:
        del row["order"]
    where = zip(events["article"], events["start"], events["end"], strict=True) if len(events) else ()
    return conform(rows, "timeline"), [places.get(place, "") for place in where]


def _groups(events: pd.DataFrame, articles: pd.DataFrame) -> list[Group]:
    """Put the events of one key together, in order of publication and text; those of no weight are left out."""
    if events.empty:
        return []
    published = dict(zip(articles["article"], articles["published"], strict=True))
    order = sorted(
        published, key=lambda a: (pd.isna(published[a]), published[a] if not pd.isna(published[a]) else 0, a)
    )
    numbers = {article: number for number, article in enumerate(order)}
    events = events[events["event"] != ""]
    heaviest = events.groupby("event", sort=False)["weight"].transform("max")
    groups: dict[str, Group] = {}
    for row in events[heaviest >= KEPT].to_dict("records"):
        mention = told_of(row, numbers[row["article"]], published[row["article"]])
        groups.setdefault(mention.key, []).append(mention)
    found = [sorted(group, key=lambda m: (m.start, m.end)) for group in groups.values()]
    return sorted(found, key=lambda group: (group[0].number, group[0].start, group[0].end))


def _spans(sentences: pd.DataFrame | None) -> dict[tuple[str, int], tuple[int, int]]:
    if sentences is None:
        return {}
    columns = (sentences[name] for name in ("article", "sentence", "start", "end"))
    return {(a, s): (start, end) for a, s, start, end in zip(*columns, strict=True)}


def _newest(articles: pd.DataFrame) -> pd.Timestamp | None:
    """Give the day of the newest article, None where no day is known."""
    day = articles["published"].max()
    return None if pd.isna(day) else day


def _row(
    group: Group, spans: dict[tuple[str, int], tuple[int, int]], copies: set[str], newest: pd.Timestamp | None
) -> dict:
    """Make the row of one event from all its mentions."""
    best = max(group, key=lambda m: (len(m.what.split()) <= LINE, m.weight, -m.number, -m.start))
    surest = max(group, key=lambda m: (m.weight, -m.number, -m.start))
    dated = closest(group)
    latest = max(m.number for m in group)
    status = max((m for m in group if m.number == latest), key=lambda m: (m.weight, -m.start)).status
    mentions = sorted(group, key=lambda m: (m is not best, -m.weight, m.number, m.start))
    actors, targets = parties(mentions)
    start, end = spans.get((best.article, best.sentence), (best.start, best.end))
    scores = [m.score for m in group if m.score == m.score]
    return {
        "event": group[0].key, "first": dated.first if dated else pd.NaT, "last": dated.last if dated else pd.NaT,
        "grain": dated.grain if dated else "", "what": best.what,
        "type": best.type or next((m.type for m in group if m.type), ""), "status": status,
        "was_planned": was_planned(group) if status in DONE else "",
        "planned_note": planned_note(group, status, newest), "disputed": disputed([group]),
        "actors": "; ".join(actors),
        "targets": "; ".join(e for e in targets if e not in actors),
        "place": "; ".join(_union(m.place for m in group)),
        "said_by": "; ".join(_union(m.said_by for m in group)),
        "articles": "; ".join(_union((m.article,) for m in group)),
        "mentions": sum(m.article not in copies for m in group) or len(group),
        "score": best.score if best.score == best.score else (scores[0] if scores else float("nan")),
        "weight": surest.weight, "why": surest.why, "article": best.article, "start": start, "end": end,
        "order": (best.number, best.start), "group": group,
    }  # fmt: skip


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


def _union(lists: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(entity for entities in lists for entity in entities))


def _order(row: dict) -> tuple:
    undated = pd.isna(row["first"])
    first, last = (pd.Timestamp(0), pd.Timestamp(0)) if undated else (row["first"], row["last"])
    return undated, first, last, *row["order"]
