"""Events told once or many times become one row each, over one article or many."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from dateline.events import TIMELINE, importance
from dateline.events.ranking import NEWS
from dateline.tables import conform
from dateline.timeline.clauses import COMING_ABOUT, LIGHT, clause_of, words_of_weight
from dateline.timeline.folding import RANK, Group, Told, closest, fold
from dateline.timeline.syntax import (
    Parse,
    counted,
    deed_of_subject,
    governors,
    is_definite,
    is_state,
    occasion_of,
    parse_of,
    parts,
    sentence_span,
)
from dateline.timeline.wording import names_in_brief
from dateline.timeline.worth import CARRIERS, COMPLETE, SAYING, TELLING, earns_a_row, heads_opening

# What somebody says or signs is told by the verb that it is the object of: "submitted drafts", "rejected demands".
_SUFFERED = ("ASSAULT", "COERCE", "CONCEDE", "SANCTION")  # done to somebody, who must be told
_FOUGHT = COMPLETE | {"attack", "bomb", "clash", "fight", "strike"}
_NEWSWORTHY = ("OCCURRENCE", "I_ACTION")
_VERBAL = frozenset(("", "ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))


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
    words = _Words(articles, tokens, entities)
    told = _told(events, articles, words)
    countries = dict(zip(entities["entity"], entities["country"], strict=True))
    by_article: dict[int, list[Told]] = {}
    for mention in told:
        by_article.setdefault(mention.number, []).append(mention)
    groups = [group for mentions in by_article.values() for group in fold([[m] for m in mentions], countries)]
    if len(by_article) > 1:
        groups = fold(groups, countries, across=True)
    groups = [
        group for group in groups if any(m.members or m.first is not None or m.action in NEWS for m in group)
    ]
    groups = [group for group in groups if words.worthy(group)]
    known = _by_place(groups)
    groups = [group for group in groups if not _is_carrier(group, words, known)]
    known = _by_place(groups)
    groups = [group for group in groups if not _is_minor(group, words, known)]
    rows = sorted(filter(None, (_row(group, words) for group in groups)), key=_order)
    for row in rows:
        del row["order"]
    return conform(rows, "timeline")


def _told(events: pd.DataFrame, articles: pd.DataFrame, words: _Words) -> list[Told]:
    """Take the events worth a row, in order of publication and text."""
    if events.empty:
        return []
    weight = importance(events)
    worth = events.assign(weight=weight)
    known = events["actor"].ne("") | (events["action"].eq("announce") & events["first"].notna())
    worth = worth[
        (weight >= TIMELINE) | (events["action"].isin(TELLING) & known) | _of_opening(events, words)
    ]
    plain = worth["action"].isin(SAYING) & (
        worth["class"].eq("REPORTING") | worth["type"].eq("") | worth["action"].isin(["say", "tell"])
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
        dated, parse = not pd.isna(row["first"]), words.parse(row["article"])
        named = dated or row["actor"] or row["target"]
        told.append(
            Told(
                row["article"], row["start"], row["end"], row["action"].lower(), row["type"], row["status"],
                _split(row["actor"]), _split(row["target"]), _split(row["place"]),
                row["first"] if dated else None, row["last"] if dated else None, row["grain"],
                _phrase(row) if dated else None,
                _split(row["said_by"]), float(row["score"]), float(row["weight"]), numbers[row["article"]],
                None if pd.isna(published[row["article"]]) else published[row["article"]],
                counted(parse, row["start"]) if parse else frozenset(),
                bool(parse and not named and is_definite(parse, row["start"])),
                words_of_weight(parse, row["start"], row["end"]) if parse and len(published) > 1 else frozenset(),
                int(row["sentence"]) if parse else -1,
            )
        )  # fmt: skip
    return sorted(told, key=lambda m: (m.number, m.start, m.end))


def _of_opening(events: pd.DataFrame, words: _Words) -> pd.Series:
    """Mark what a headline or the first sentences are about, as far as somebody is named in it or a day."""
    told = events["class"].isin(_NEWSWORTHY) | events["type"].ne("")
    told &= events["actor"].ne("") | events["target"].ne("") | events["first"].notna()
    told &= events["status"].isin(("happened", "ongoing", "planned"))
    places = zip(events["article"], events["start"], told, strict=True)
    found = [bool(t and (parse := words.parse(a)) and heads_opening(parse, s)) for a, s, t in places]
    return pd.Series(found, index=events.index, dtype=bool)


def _phrase(row: dict) -> tuple[int, int] | None:
    return None if pd.isna(row["date_start"]) else (int(row["date_start"]), int(row["date_end"]))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("; ") if part)


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
        """Word a mention; give back how well that tells it, 0 to 2."""
        actors = names_in_brief(list(mention.actors), self.names)
        parse = self.parse(mention.article)
        if parse is not None:
            targets = names_in_brief(list(mention.targets), self.names)
            clause = clause_of(parse, mention.start, mention.end, mention.date, actors, targets)
            if clause.length == 1 and mention.place:
                places = names_in_brief(list(mention.place), self.names)
                return f"{clause.text} in {' and '.join(places)}", 1
            wanting = clause.bare and mention.type in _VERBAL and mention.action not in COMPLETE
            wanting = wanting or (clause.bare and mention.type in _SUFFERED and mention.action not in _FOUGHT)
            alone = " " not in clause.text or (clause.plain and not actors and not mention.counted)
            if wanting or alone:  # "The minister called": for what? "died": who?
                return "", 0
            if clause.text:
                return clause.text, clause.tells if 2 < clause.length <= 16 else min(clause.tells, 1)
        targets = names_in_brief(list(mention.targets), self.names)
        trigger = " ".join(self.texts[mention.article][mention.start : mention.end].split())
        text = " ".join(filter(None, [" and ".join(actors), trigger, " and ".join(targets)]))
        return text, int(len(text.split()) > 1)

    def worthy(self, group: Group) -> Group:
        """List the mentions of an event that earn it a row."""
        often = len(group) > 1
        return [m for m in group if earns_a_row(self.parse(m.article), m, often)]

    def sentence(self, mention: Told) -> tuple[int, int]:
        parse = self.parse(mention.article)
        span = sentence_span(parse, mention.start) if parse else None
        return span or (mention.start, mention.end)


def _by_place(groups: list[Group]) -> dict[tuple[str, int], Told]:
    return {(m.article, m.start): m for group in groups for m in group}


def _is_carrier(group: Group, words: _Words, known: dict[tuple[str, int], Told]) -> bool:
    """Tell a verb or an occasion whose event another mention tells."""
    parses = [(words.parse(m.article), m) for m in group]
    return all(
        parse is not None and (_carries(parse, m, known) or _is_occasion(parse, m, known))
        for parse, m in parses
    )


def _is_minor(group: Group, words: _Words, known: dict[tuple[str, int], Told]) -> bool:
    """Tell a state, and what is only the object or purpose of another event, from an event of its own."""
    mention, parse = group[0], words.parse(group[0].article)
    if parse is None:
        return False
    plain = len(group) == 1 and not mention.type and mention.first is None
    if plain and is_state(parse, mention.start):
        return True
    return all(_is_governed(words.parse(m.article), m, known) for m in group)


def _is_governed(parse: Parse | None, mention: Told, known: dict[tuple[str, int], Told]) -> bool:
    """Tell what the row of another tells: "denies plans to attack"; not what has another day than its verb."""
    if parse is None:
        return False
    starts = governors(parse, mention.start) or (
        [] if mention.date else [deed_of_subject(parse, mention.start)]
    )
    above = [known.get((mention.article, start)) for start in starts]
    return any(one is not None and mention.date in (None, one.date) for one in above)


def _is_occasion(parse: Parse, mention: Told, known: dict[tuple[str, int], Told]) -> bool:
    """Tell the noun in "joined the union at a ceremony on Monday", which its verb tells with its day."""
    above = known.get((mention.article, occasion_of(parse, mention.start)))
    return above is not None and mention.date is not None and above.date == mention.date


def _carries(parse: Parse, mention: Told, known: dict[tuple[str, int], Told]) -> bool:
    """Tell a verb that only carries an event noun, which has the row: "held talks", "a dispute broke out"."""
    verb, carried = mention.action.split()[0], []
    if not mention.type and verb in LIGHT:
        carried = parts(parse, mention.start, "obj", "nsubj:pass")
    elif not mention.type and verb in COMING_ABOUT:
        carried = parts(parse, mention.start, "nsubj")
    return any((mention.article, start) in known for start in carried)


def _row(group: Group, words: _Words) -> dict | None:
    """Make the row of one event from all its mentions; none where no mention tells enough to be understood."""
    worded = [(*words.what(mention), mention) for mention in words.worthy(group)]
    what, tells, best = max(
        worded, key=lambda w: (w[1], w[2].date is not None, w[2].weight, -w[2].number, -w[2].start)
    )
    if not what or (not tells and len(group) == 1):
        return None
    dated, start = closest(group), words.sentence(best)
    latest = max(m.number for m in group)
    status = min((m.status for m in group if m.number == latest), key=lambda s: RANK.get(s, 9))
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


def _union(lists: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(entity for entities in lists for entity in entities))


def _order(row: dict) -> tuple:
    undated = pd.isna(row["first"])
    first, last = (pd.Timestamp(0), pd.Timestamp(0)) if undated else (row["first"], row["last"])
    return undated, first, last, *row["order"]
