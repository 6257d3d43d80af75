"""Events told once or many times become one row each, over one article or many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple

import pandas as pd

from dateline.clauses import Parse, clause_of, governors, names_in_brief, parse_of, sentence_span
from dateline.events import TIMELINE, importance
from dateline.tables import conform

# Speech that is news in itself, though the ontology gives it no type of its own.
TELLING = frozenset(
    ("accuse", "admit", "apologize", "confess", "confirm", "deny", "pledge", "promise", "refuse", "resign",
     "threaten", "vow", "warn")
)  # fmt: skip
SOON = timedelta(days=7)  # articles further apart seldom tell the same event when neither dates it
# Verbs and nouns that only lead to the event that they govern: "plans to meet" is told by "meet".
CARRIERS = frozenset(
    ("aim", "attempt", "begin", "continue", "expect", "fear", "hope", "intend", "intention", "keep", "need", "plan",
     "prepare", "schedule", "seek", "start", "try", "want", "wish")
)  # fmt: skip
SAYING = frozenset(
    ("according", "add", "comment", "explain", "note", "quote", "remark", "report", "say", "state", "tell", "write")
)  # fmt: skip
# What somebody says or signs is told by the verb that it is the object of: "submitted drafts", "rejected demands".
_VERBAL = frozenset(("", "ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))
NEARBY = 60  # a mention is compared with so many events told last; keeps long runs linear
_REAL = {"happened": "real", "ongoing": "real"}
_RANK = {"happened": 0, "ongoing": 1, "planned": 2, "denied": 3, "hypothetical": 4}


class Told(NamedTuple):
    """One mention of an event, as far as folding needs it."""

    article: str
    start: int
    end: int
    action: str
    type: str
    status: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: tuple[str, ...]
    first: pd.Timestamp | None
    last: pd.Timestamp | None
    grain: str
    date: tuple[int, int] | None
    said_by: tuple[str, ...]
    score: float
    weight: float
    number: int  # of the article, in order of publication
    published: pd.Timestamp | None

    @property
    def members(self) -> frozenset[str]:
        """Who takes part, in whatever role."""
        return frozenset((*self.actors, *self.targets))


def build_timeline(
    events: pd.DataFrame, entities: pd.DataFrame, articles: pd.DataFrame, tokens: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Tell what happened and what is planned, each event once, however often and wherever it is told.

    Two mentions are one event when their kind agrees (the same action, or the same PLOVER type), nobody is
    in one who can't be in the other, their dates don't contradict each other, and what happened is not mixed
    with what is denied or only possible. Between articles a date or both parties must agree as well; there,
    what one article plans and a later one reports is one event that happened. Plain reporting ("said") and
    events of little weight (see `dateline.events.importance`) are left out.

    Parameters
    ----------
    events, entities, articles : DataFrame
        The tables of the steps before.
    tokens : DataFrame, optional
        The tokens table; with it `what` is the clause of the text, and start and end are its sentence.
        Without it `what` is made of names and the trigger word.

    Returns
    -------
    DataFrame
        The timeline table: `first` and `last` (closed interval, NaT where no mention is dated), `grain`,
        `what`, `type`, `status`, `actors`, `targets`, `place`, `said_by` and `articles` (joined by "; "),
        `mentions` (how often told), `score` in [-10, 10], and `article`, `start`, `end` of the best sentence.
        In order of dates, those without one last.
    """
    told = _told(events, articles)
    countries = dict(zip(entities["entity"], entities["country"], strict=True))
    by_article: dict[int, list[Told]] = {}
    for mention in told:
        by_article.setdefault(mention.number, []).append(mention)
    groups = [
        group for mentions in by_article.values() for group in _fold([[m] for m in mentions], countries)
    ]
    if len(by_article) > 1:
        groups = _fold(groups, countries, across=True)
    groups = [group for group in groups if any(m.members or m.first is not None for m in group)]
    words = _Words(articles, tokens, entities)
    told_at = {(m.article, m.start) for group in groups for m in group}
    groups = [group for group in groups if not _is_object(group, words, told_at)]
    rows = sorted((_row(group, words) for group in groups), key=_order)
    for row in rows:
        del row["order"]
    return conform(rows, "timeline")


def _told(events: pd.DataFrame, articles: pd.DataFrame) -> list[Told]:
    """Take the events worth a row, in order of publication and text."""
    if events.empty:
        return []
    weight = importance(events)
    worth = events.assign(weight=weight)
    worth = worth[(weight >= TIMELINE) | (events["action"].isin(TELLING) & events["actor"].ne(""))]
    plain = worth["action"].isin(SAYING) & (
        worth["class"].eq("REPORTING") | worth["action"].isin(["say", "tell"])
    )
    worth = worth[~plain]
    beside = worth.groupby(["article", "sentence"])["action"].transform("size") > 1
    worth = worth[~(worth["action"].isin(CARRIERS) & beside)]
    published = dict(zip(articles["article"], articles["published"], strict=True))
    order = sorted(
        published, key=lambda a: (pd.isna(published[a]), published[a] if not pd.isna(published[a]) else 0, a)
    )
    numbers = {article: number for number, article in enumerate(order)}
    told = []
    for row in worth.to_dict("records"):
        dated = not pd.isna(row["first"])
        told.append(
            Told(
                row["article"], row["start"], row["end"], row["action"].lower(), row["type"], row["status"],
                _split(row["actor"]), _split(row["target"]), _split(row["place"]),
                row["first"] if dated else None, row["last"] if dated else None, row["grain"],
                None if pd.isna(row["date_start"]) else (int(row["date_start"]), int(row["date_end"])),
                _split(row["said_by"]), float(row["score"]), float(row["weight"]), numbers[row["article"]],
                None if pd.isna(published[row["article"]]) else published[row["article"]],
            )
        )  # fmt: skip
    return sorted(told, key=lambda m: (m.number, m.start, m.end))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("; ") if part)


Group = list[Told]


def _fold(groups: Iterable[Group], countries: dict[str, str], *, across: bool = False) -> list[Group]:
    """Put each group to the event it tells again, else let it begin one of its own."""
    out: list[Group] = []
    briefs: list[_Brief] = []
    recent: dict[tuple, list[int]] = {}
    for group in groups:
        brief, best, most = _brief(group, across), -1, 0.0
        kinds = sorted(_kinds(brief))
        for at in sorted({at for kind in kinds for at in recent.get(kind, [])[-NEARBY:]}):
            likeness = _likeness(briefs[at], brief, countries)
            if likeness >= most and likeness > 0:
                best, most = at, likeness
        if best < 0:
            best = len(out)
            out.append(group)
            briefs.append(brief)
        else:
            out[best] = out[best] + group
            briefs[best] = _brief(out[best], across)
        for kind in kinds:
            known = recent.setdefault(kind, [])
            if best in known[-NEARBY:]:
                known.remove(best)
            known.append(best)
    return out


def _kinds(brief: _Brief) -> Iterator[tuple]:
    """List the keys under which an event is found again; between articles only the same dates can be one."""
    when = (brief.first, brief.last) if brief.folded else ()
    for kind in (*brief.actions, *brief.types):
        yield (kind, *map(str, when))


def _likeness(one: _Brief, other: _Brief, countries: dict[str, str]) -> float:
    """Measure how surely two groups tell one event; 0 where something speaks against it."""
    within = one.newest == other.oldest
    same_type = bool(one.types & other.types)
    same_action = any(_same_word(a, b, same_type) for a in one.actions for b in other.actions)
    if not (same_action or same_type) or (one.types and other.types and not same_type):
        return 0.0
    dated = one.first is not None and other.first is not None
    if dated and not _dates_agree(one, other, same_action):
        return 0.0
    if one.status != other.status and not (
        dated and not within and {one.status, other.status} == {"real", "planned"}
    ):
        return 0.0
    same_date = dated and (one.first, one.last) == (other.first, other.last)
    parties = _parties(one.members, other.members, countries, closely=not same_date)
    if dated and not same_date and parties < 2:
        return 0.0
    if parties < 0 or (one.place and other.place and not one.place & other.place and not same_date):
        return 0.0
    if within:
        alike = same_action or same_date or (parties == 2 and len(one.members | other.members) > 1)
        return 1.0 + same_action + same_date + parties if alike else 0.0
    undated = one.first is None and other.first is None and same_action and parties == 2
    undated = undated and len(one.members) > 1 and _soon(one.published, other.published)
    return 1.0 + same_action + parties if (same_date and parties >= 1) or undated else 0.0


def _soon(one: pd.Timestamp | None, other: pd.Timestamp | None) -> bool:
    return one is not None and other is not None and abs(other - one) <= SOON


def _same_word(one: str, other: str, same_type: bool) -> bool:
    """Same action; with the same type also a verb and its noun ("deploy", "deployment")."""
    few, many = sorted((one, other), key=len)
    return one == other or (
        same_type and len(few) > 4 and many[: max(5, len(few) - 1)] == few[: max(5, len(few) - 1)]
    )


class _Brief(NamedTuple):
    """What a group of mentions says together."""

    actions: frozenset[str]
    types: frozenset[str]
    status: str
    members: frozenset[str]
    place: frozenset[str]
    first: pd.Timestamp | None
    last: pd.Timestamp | None
    oldest: int
    newest: int
    published: pd.Timestamp | None  # the newest of its articles
    folded: bool  # within its article already


def _brief(group: Group, folded: bool) -> _Brief:
    dated = _closest(group)
    status = min((m.status for m in group), key=lambda s: _RANK.get(s, 9))
    return _Brief(
        frozenset(m.action for m in group), frozenset(m.type for m in group if m.type), _REAL.get(status, status),
        frozenset().union(*(m.members for m in group)), frozenset(p for m in group for p in m.place),
        dated.first if dated else None, dated.last if dated else None,
        min(m.number for m in group), max(m.number for m in group),
        max((m.published for m in group if m.published is not None), default=None), folded,
    )  # fmt: skip


def _closest(group: Group) -> Told | None:
    """Find the mention that dates the event most closely."""
    dated = [m for m in group if m.first is not None]
    return min(dated, key=lambda m: (m.last - m.first, m.number, m.start)) if dated else None


def _dates_agree(one: _Brief, other: _Brief, same_action: bool) -> bool:
    """Same interval; or one within the other, where the action is the same too."""
    if (one.first, one.last) == (other.first, other.last):
        return True
    overlap = one.first <= other.last and other.first <= one.last
    inside = (one.first <= other.first and other.last <= one.last) or (
        other.first <= one.first and one.last <= other.last
    )
    return (
        same_action
        and overlap
        and inside
        and max(one.last - one.first, other.last - other.first) < timedelta(days=32)
    )


def _parties(one: frozenset[str], other: frozenset[str], countries: dict[str, str], *, closely: bool) -> int:
    """Compare those who take part: 2 the same, 1 one side says less, 0 one side says nothing, -1 they differ."""
    if not one or not other:
        return 0
    few, many = sorted((one, other), key=lambda members: (len(members), sorted(members)))
    if not all(any(_same_party(a, b, countries, closely) for b in many) for a in few):
        return -1
    return 2 if all(any(_same_party(a, b, countries, closely) for a in few) for b in many) else 1


def _same_party(one: str, other: str, countries: dict[str, str], closely: bool) -> bool:
    """Same entity; or a country and its government; where the date agrees too, also its president."""
    if one == other:
        return True
    country = countries.get(one, "")
    if not country or country != countries.get(other, ""):
        return False
    persons = one.startswith("person:") + other.startswith("person:")
    return persons == 0 or (persons == 1 and not closely)


class _Words:
    """Word events by the parse of their article, each article's parse made once."""

    def __init__(self, articles: pd.DataFrame, tokens: pd.DataFrame | None, entities: pd.DataFrame) -> None:
        self.names = dict(zip(entities["entity"], entities["name"], strict=True))
        self.texts = dict(zip(articles["article"], articles["text"], strict=True))
        self.tokens = {} if tokens is None else dict(iter(tokens.groupby("article", sort=False)))
        self.parses: dict[str, Parse] = {}

    def parse(self, article: str) -> Parse | None:
        if article not in self.parses and article in self.tokens:
            self.parses[article] = parse_of(self.texts[article], self.tokens[article])
        return self.parses.get(article)

    def what(self, mention: Told) -> tuple[str, int]:
        """Word a mention; give back how many words it took."""
        actors = names_in_brief(list(mention.actors), self.names)
        parse = self.parse(mention.article)
        if parse is not None:
            clause = clause_of(parse, mention.start, mention.end, mention.date, actors)
            if clause.text:
                return clause.text, clause.length
        targets = names_in_brief(list(mention.targets), self.names)
        trigger = " ".join(self.texts[mention.article][mention.start : mention.end].split())
        text = " ".join(filter(None, [" and ".join(actors), trigger, " and ".join(targets)]))
        return text, len(text.split())

    def sentence(self, mention: Told) -> tuple[int, int]:
        parse = self.parse(mention.article)
        span = sentence_span(parse, mention.start) if parse else None
        return span or (mention.start, mention.end)


def _is_object(group: Group, words: _Words, told_at: set[tuple[str, int]]) -> bool:
    """Tell whether an event is only what another event of its sentence says, signs or rejects."""
    mention, parse = group[0], words.parse(group[0].article)
    verbal = (
        mention.type in _VERBAL or mention.status == "denied"
    )  # "denies plans to attack" tells the denial
    if len(group) > 1 or mention.first is not None or not verbal or parse is None:
        return False
    return any((mention.article, start) in told_at for start in governors(parse, mention.start))


def _row(group: Group, words: _Words) -> dict:
    """Make the row of one event from all its mentions."""
    worded = [(*words.what(mention), mention) for mention in group]
    what, _, best = max(
        worded, key=lambda w: (_tells(w[1]), w[2].weight, w[2].date is not None, -w[2].number, -w[2].start)
    )
    dated, start = _closest(group), words.sentence(best)
    latest = max(m.number for m in group)
    status = min((m.status for m in group if m.number == latest), key=lambda s: _RANK.get(s, 9))
    actors = _union(m.actors for m in group)
    scores = [m.score for m in group if m.score == m.score]
    return {
        "first": dated.first if dated else pd.NaT, "last": dated.last if dated else pd.NaT,
        "grain": dated.grain if dated else "", "what": what,
        "type": best.type or next((m.type for m in group if m.type), ""), "status": status,
        "actors": "; ".join(actors),
        "targets": "; ".join(e for e in _union(m.targets for m in group) if e not in actors),
        "place": "; ".join(_union(m.place for m in group)),
        "said_by": "; ".join(_union(m.said_by for m in group)),
        "articles": "; ".join(_union((m.article,) for m in group)), "mentions": len(group),
        "score": best.score if best.score == best.score else (scores[0] if scores else float("nan")),
        "article": best.article, "start": start[0], "end": start[1], "order": (best.number, best.start),
    }  # fmt: skip


def _tells(length: int) -> int:
    """Prefer wordings of a handful of words over single words and whole sentences."""
    return 0 if length < 2 else 2 if 3 <= length <= 16 else 1


def _union(lists: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(entity for entities in lists for entity in entities))


def _order(row: dict) -> tuple:
    undated = pd.isna(row["first"])
    first, last = (pd.Timestamp(0), pd.Timestamp(0)) if undated else (row["first"], row["last"])
    return undated, first, last, *row["order"]
