"""Events as coders of political events write them: one record an act, both sides named, a country each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from dateline.cells import joined, listed
from dateline.grammar import relations as rel
from dateline.grammar.tree import Tree, tree_of
from dateline.grammar.verbs import verb_group
from dateline.grammar.words import WordClass
from dateline.knowledge.countries import countries_by_capital, country_of
from dateline.knowledge.organizations import kinds_by_entity
from dateline.knowledge.statespeople import side_of
from dateline.lexicons import read_facts
from dateline.ontology import COOPERATIVE, as_intention, is_forceful, score_of
from dateline.parses import tokens_of
from dateline.tables import Tables

COLUMNS = {
    "article": "str", "start": "int32", "end": "int32", "type": "str", "mode": "str", "source": "str",
    "target": "str", "source_country": "str", "target_country": "str", "first": "datetime64[ms]",
    "last": "datetime64[ms]", "status": "str", "score": "float32", "main": "bool",
}  # fmt: skip
# acts of speech: what they speak of is no act of its own to a coder
_SPOKEN = frozenset("AGREE SUPPORT REQUEST ACCUSE REJECT THREATEN".split())
# coders give former states the code of the one that took their seat
_SUCCESSORS = {"place:soviet-union": "RUS", "place:yugoslavia": "SRB", "place:czechoslovakia": "CZE"}
# codes of bodies that are of no country, by kind
_BODIES = dict.fromkeys(("international", "alliance", "court", "military", "sport"), "IGO")
_BODIES |= {"aid": "IGO", "armed group": "IMG"}
_BACKGROUND = WordClass("circumstance", "ground")
Side = tuple[tuple[str, str], ...]  # entity and its code


class CodedAct(NamedTuple):
    """A typed event with its word in the parse of its article."""

    event: Any  # a row of the events table
    token: int


class CodedArticle(NamedTuple):
    """What is looked at of one article: its parse, its acts, and the entities that its sentences name."""

    tree: Tree
    acts: list[CodedAct]
    events: list[CodedAct]
    named: dict[int, list[str]]  # sentence -> entities, in order
    countries: dict[str, str]


def code_events(tables: Tables) -> pd.DataFrame:
    """Which acts would a coder of political events write down, by whom, toward whom?

    Announced acts take PLOVER's own type of announcing (`as_intention`); what is only possible or denied is left out,
    so is what another act only speaks of or is dated by, and of the same act told twice in an article one stays.
    Coders name two sides of every act: a side that the event does not name is the other country that its sentence
    names, and where it names one country only, the act is domestic.

    Parameters
    ----------
    tables : Tables
        Read are articles, sentences, tokens, mentions, entities and events.

    Returns
    -------
    DataFrame
        A row an act, in order of the text: `article`, `start`, `end` (of its word), `type` and `mode` (PLOVER; mode
        "" where the score leaves it open), `source`, `target` (entities), `source_country`, `target_country` (ISO
        alpha-3, IGO for international bodies, IMG for armed groups of no country; several joined by "; ", "" where
        nobody is named), `first`, `last` (closed interval), `status`, `score` in [-10, 10], and `main`: the act of its
        article that a coder would write if only one.

    Examples
    --------
    >>> from dateline.tables import COLUMNS as TABLES, empty
    >>> len(code_events(Tables(*map(empty, TABLES))))
    0
    """
    rows = [row for story in _stories(tables) for row in _records(story)]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.astype(COLUMNS)


def _stories(tables: Tables) -> Iterator[CodedArticle]:
    countries = dict(zip(tables.entities["entity"], tables.entities["country"], strict=True))
    texts = dict(zip(tables.articles["article"], tables.articles["text"], strict=True))
    by = {
        name: dict(iter(getattr(tables, name).groupby("article", sort=False)))
        for name in ("sentences", "tokens", "mentions", "events")
    }
    for article, text in texts.items():
        if article not in by["events"] or article not in by["tokens"]:
            continue
        sentences = by["sentences"].get(article)
        tree = tree_of(tokens_of(text, by["tokens"][article], sentences))
        events = [
            CodedAct(event, bisect_right(tree.tokens.start, event.start) - 1)
            for event in by["events"][article].itertuples(index=False)
        ]
        named = _named(tree, by["mentions"].get(article))
        yield CodedArticle(tree, [act for act in events if act.event.type], events, named, countries)


def _named(tree: Tree, mentions: pd.DataFrame | None) -> dict[int, list[str]]:
    """List the entities that each sentence names, in order."""
    found: dict[int, list[str]] = {}
    for mention in () if mentions is None else mentions.itertuples(index=False):
        token = bisect_right(tree.tokens.start, mention.start) - 1
        if mention.entity and token >= 0:
            found.setdefault(tree.tokens.sentence[token], []).append(mention.entity)
    return found


def _records(story: CodedArticle) -> list[dict]:
    """Make the records of one article; of the same type and source one stays."""
    records: dict[tuple, dict] = {}
    for act in _main_acts(story):
        event, type_ = act.event, _type_of(story, act) or act.event.type
        source, target = _sides(story, act)
        score = event.score if type_ == event.type else score_of(type_)
        record = {
            "article": event.article, "start": event.start, "end": event.end, "type": type_,
            "mode": _mode_of(type_, score), "source": _joined(source, 0), "target": _joined(target, 0),
            "source_country": _joined(source, 1), "target_country": _joined(target, 1), "first": event.first,
            "last": event.last, "status": event.status, "score": score, "main": False, "order": _order(story, act),
        }  # fmt: skip
        records.setdefault((type_, record["source_country"]), record)
    rows = sorted(records.values(), key=lambda row: (row["start"], row["end"]))
    if rows:
        min(rows, key=lambda row: row["order"])["main"] = True
    return [{name: row[name] for name in COLUMNS} for row in rows]


def _joined(side: Side, part: int) -> str:
    return joined(one[part] for one in side)


def _order(story: CodedArticle, act: CodedAct) -> tuple:
    """Put the act that the article is about first: done, by somebody named, high in its sentence, early."""
    depth = sum(1 for _ in story.tree.heads(act.token))
    return act.event.sentence, not act.event.actor, depth, act.event.start


@cache
def _modes() -> dict[tuple[str, float], list[str]]:
    found: dict[tuple[str, float], list[str]] = {}
    for row in read_facts("plover_scores.csv"):
        found.setdefault((row["type"], float(row["score"])), []).append(row["mode"])
    return found


def _mode_of(type_: str, score: float | None) -> str:
    """Name the mode that the score of an act stands for, where only one has it."""
    modes = _modes().get((type_, round(float(score), 2)), []) if score is not None and score == score else []
    return modes[0] if len(modes) == 1 else ""


def _type_of(story: CodedArticle, act: CodedAct) -> str:
    """Name the type as coders do: an announced act is one of speech, "will not help" is a refusal."""
    event = act.event
    group = verb_group(story.tree, act.token)
    if event.status == "denied" and (event.type in COOPERATIVE or event.type == "AGREE"):
        return "REJECT" if group.modal or group.tense == "FUTURE" else ""
    if event.status == "planned" and group.negated and event.type in COOPERATIVE:
        return "REJECT"  # "will not lift it until ...": refused so far
    if event.type == "REJECT" and event.status == "denied" and not group.negated:
        return "REJECT"  # "failed to reach a deal": what they failed in is denied, the failing is told
    if event.type == "THREATEN" and event.status == "hypothetical" and is_forceful(event.action):
        return "THREATEN"  # "would attack if ...": said, whatever comes of it
    return as_intention(event.type, event.status)


def _sides(story: CodedArticle, act: CodedAct) -> tuple[Side, Side]:
    """Name both sides with their codes, those not named filled in."""
    event = act.event
    source, target = _coded(story, listed(event.actor)), _coded(story, listed(event.target))
    parties = _coded(story, story.named.get(event.sentence, ()))
    if event.type == "PROTEST" and not _codes(source) and not _codes(target):
        source = _coded(story, listed(event.place))  # people protest where they live
    if len(_codes(source)) > 1:
        target = _without(target, source)
    if not _codes(target) and len(_codes(source)) < 2:
        target = _without(_coded(story, listed(event.place)), source) or target
    if not _codes(source):
        source = _without(parties, target)[:1] or target[:1]
    if not _codes(target) and len(_codes(source)) == 1:
        target = _without(parties, source)[:1] or source
    return source, target


def _codes(side: Side) -> list[str]:
    return list(dict.fromkeys(code for _, code in side if code))


def _without(side: Side, other: Side) -> Side:
    return tuple(one for one in side if one[1] and one[1] not in _codes(other))


def _main_acts(story: CodedArticle) -> list[CodedAct]:
    """Keep the acts that a coder would code: typed and real; those without any actor only when there is no other."""
    acts = [act for act in story.acts if _type_of(story, act)]
    acts = [act for act in acts if not _is_spoken_of(story, act, acts)]
    acts = [act for act in acts if not _is_background(story, act)]
    told = [act for act in acts if act.event.actor or _is_main(story, act)]
    return told or acts[:1] or [act for act in story.acts if _is_purpose(story, act)][:1]


def _is_purpose(story: CodedArticle, act: CodedAct) -> bool:
    """Tell what somebody did something for: "took steps to free the press"; coded where nothing else is."""
    tokens, token = story.tree.tokens, act.token
    head = story.tree.governor(token)
    infinitive = any(
        tokens.tag[child] == "TO" and story.tree.governor(child) == token
        for child in range(max(token - 5, 0), token)
    )
    if not infinitive or act.event.status != "hypothetical" or head < 0 or not act.event.actor:
        return False
    while head >= 0 and not tokens.tag[head].startswith("VB"):
        head = story.tree.governor(head)
    return any(
        other.token == head and other.event.status in ("happened", "ongoing") for other in story.events
    )


def _is_background(story: CodedArticle, act: CodedAct) -> bool:
    """Tell an act that only dates or explains another: "after crowds had burnt its embassy"."""
    tree, tokens = story.tree, story.tree.tokens
    for token in (act.token, *tree.heads(act.token)):
        if tree.is_root(token):
            return False
        marks = {
            tokens.word[word].lower()
            for word in tree.kids(token, rel.MARKER, rel.PREPOSITION)
            if word < token
        }
        if tree.stands_as(token, rel.ADVERBIAL_CLAUSE) and marks & _BACKGROUND:
            return True
        if tree.stands_as(token, rel.OBLIQUE, rel.NOUN_MODIFIER) and marks & (_BACKGROUND - {"as"}):
            return True
    return False


def _is_main(story: CodedArticle, act: CodedAct) -> bool:
    """Tell whether the event is the main verb of its sentence, or of what somebody says."""
    tokens = story.tree.tokens
    head, relation = story.tree.governor(act.token), story.tree.relation(act.token)
    said = relation in (rel.COMPLEMENT, rel.ASIDE) and head >= 0 and story.tree.is_root(head)
    return tokens.tag[act.token].startswith("VB") and (head < 0 or said)


def _is_spoken_of(story: CodedArticle, act: CodedAct, acts: list[CodedAct]) -> bool:
    """Tell whether an act stands within what another says or does: "condemned the invasion", "lifted a ban"."""
    coded = {one.token: one.event.type for one in acts}
    spoken = {token for token, type_ in coded.items() if type_ in _SPOKEN}
    if act.event.type in _SPOKEN:  # "marched, calling for elections"
        spoken |= {token for token, type_ in coded.items() if type_ == "PROTEST"}
    if (
        story.tree.stands_as(act.token, rel.OBJECT, rel.PASSIVE_SUBJECT, rel.CONTROLLED)
        and story.tree.governor(act.token) in coded
    ):
        return True
    relation = story.tree.relation(act.token)
    for token in story.tree.heads(act.token):
        if relation in (rel.CONJUNCT, rel.ASIDE):
            return False
        if token in spoken:
            return True
        relation = story.tree.relation(token)
    return False


def _coded(story: CodedArticle, entities: Iterable[str]) -> Side:
    """Give entities with their codes; bodies of no country are IGO, armed groups of none IMG, unknown ones ""."""
    side = []
    for entity in entities:
        country = story.countries.get(entity, "") or country_of(entity) or _SUCCESSORS.get(entity, "")
        code = country or _BODIES.get(kinds_by_entity().get(entity, ""), "") or _of_politician(entity)
        side.append((entity, code))
    return tuple(side)


def _of_politician(entity: str) -> str:
    """Code a politician, or the administration named after one, by what they stand for; a misread place by its country.

    So "the Clinton administration" is the USA, and "Bonn warned" Germany even where the name was read as a person's.
    """
    kind, _, key = entity.partition(":")
    if kind not in ("person", "org"):
        return ""
    name = key.replace("-", " ")
    capital = countries_by_capital().get(name, "")
    side = side_of(name, titled=kind == "org")
    if capital or not side:
        return capital or (country_of(name.title()) if " " not in name else "")
    return side if len(side) == 3 else "IGO"
