"""How many pairs of mentions of the same thing end in the same entity, and how many wrongly do.

Gold lines are MEANTIME's or GUM's (`entities` with `instance` or `coref`); predictions are {"id", "mentions":
[{"start", "end", "entity"}]}. Persons, organisations and places count. Gold mentions of one thing that overlap
("Apple CEO Steve Jobs", "Steve Jobs") are one mention with several spans. A prediction meets a gold mention
when the spans are equal or it covers the head word of the gold span and lies within it. Predictions that meet
no gold mention are not judged, since the gold leaves whole sorts of mentions out.

Chains: MUC, B-cubed, CEAF-e and their mean (`chains`) over the chains that hold a name, of two mentions and more;
with `all_` also those of one mention. Here whatever is said to be a person, organisation or place counts: what meets a
gold mention of something else or of somebody unnamed is wrong, and so is a pronoun that meets no gold mention.

By form: `pronoun_p` and so on is the share right of those tied, `pronoun_r` the share of all gold mentions of the form
whose chain holds a name that are tied to it. An entity means the gold thing that most of its names mean, or the nearest
name before.

Pairwise: recall over all gold pairs, precision over all predicted pairs of met mentions. B-cubed after Bagga
and Baldwin (1998), over the met mentions for precision and over all gold mentions for recall.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Hashable, Iterable
from typing import NamedTuple

from dateline.evaluation.chains import add, chain_counts, chains_of, form_of, longer, means
from dateline.evaluation.names import mentions_of
from dateline.grammar import parse
from dateline.language import Tokens

KINDS = ("PERSON", "ORG", "PLACE")
_AFTER_HEAD = re.compile(r",| (?:of|in|who|that|for|from|at|on|to|with|which|and) |\(|;")


class GoldMention(NamedTuple):
    """One gold mention: the thing it means and its spans, each with the span of its head."""

    thing: str
    spans: tuple[tuple[int, int, int, int], ...]  # start, end, head start, head end
    named: bool = True  # a proper name stands in one of the spans


def gold_mentions(line: dict, kinds: Container[str] = KINDS) -> list[GoldMention]:
    """List the mentions of the kinds of one gold line that has coreference."""
    grouped: dict[str, dict[tuple[int, int, int, int], None]] = defaultdict(dict)
    named: set[tuple[str, int]] = set()
    for entity in line["entities"]:
        thing = entity.get("coref") or entity.get("instance")
        if thing and entity["type"] in kinds:
            if entity.get("named", True):
                named.add((str(thing), entity["start"]))
            head = entity.get("head")
            if not isinstance(head, list):  # MEANTIME gives words, no place
                head = _head(line["text"], entity["start"], entity["end"])
            grouped[str(thing)][entity["start"], entity["end"], head[0], head[1]] = None
    out = []
    for thing, spans in grouped.items():
        cluster: list[tuple[int, int, int, int]] = []
        for span in sorted(spans):
            if cluster and span[0] >= max(end for _, end, *_ in cluster):
                out.append(_mention(thing, cluster, named))
                cluster = []
            cluster.append(span)
        out.append(_mention(thing, cluster, named))
    return out


def _mention(
    thing: str, cluster: list[tuple[int, int, int, int]], named: set[tuple[str, int]]
) -> GoldMention:
    return GoldMention(thing, tuple(cluster), any((thing, start) in named for start, *_ in cluster))


def _head(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the last word before the first preposition or comma for the head of a phrase."""
    cut = _AFTER_HEAD.search(text, start + 1, end)
    words = list(re.finditer(r"[^\s’']+", text[start : cut.start() if cut else end]))
    return (start + words[-1].start(), start + words[-1].end()) if words else (start, end)


def met(gold: list[GoldMention], predicted: list[dict]) -> dict[int, int]:
    """Pair gold mentions with predictions one to one: number of gold mention -> number of prediction.

    Equal spans first, then the longest prediction, each with the shortest gold span that it meets: "the United States"
    and not "visas to enter the United States", whose head takes in several words.
    """
    pairs = []
    for g, mention in enumerate(gold):
        for p, row in enumerate(predicted):
            for start, end, head_start, head_end in mention.spans:
                same = (start, end) == (row["start"], row["end"])
                covers = row["start"] < head_end and head_start < row["end"]
                if same or (covers and start <= row["start"] and row["end"] <= end):
                    pairs.append((not same, row["start"] - row["end"], end - start, g, p))
    found: dict[int, int] = {}
    used: set[int] = set()
    for *_, g, p in sorted(pairs):
        if g not in found and p not in used:
            found[g] = p
            used.add(p)
    return found


def score(gold: Iterable[dict], predicted: Iterable[dict]) -> dict[str, float]:
    """Score predictions; returns pair_p, pair_r, pair_f1, b3_p, b3_r, b3_f1 and the counts behind them."""
    rows = {line["id"]: line.get("mentions", []) for line in predicted}
    counts: Counter[str] = Counter()
    b3_precision, b3_recall = [], []
    gold = list(gold)
    for line in gold:
        mentions = gold_mentions(line)
        guesses = [row for row in rows.get(line["id"], []) if row["entity"]]
        found = met(mentions, guesses)
        entity = {g: guesses[p]["entity"] for g, p in found.items()}
        counts += _pairs(mentions, entity)
        things = Counter(mention.thing for mention in mentions)
        both = Counter((mentions[g].thing, e) for g, e in entity.items())
        sizes = Counter(entity.values())
        b3_precision += [both[mentions[g].thing, e] / sizes[e] for g, e in entity.items()]
        b3_recall += [
            both[m.thing, entity[g]] / things[m.thing] if g in entity else 0.0 for g, m in enumerate(mentions)
        ]
    pair = _prf(
        counts["right"] / counts["predicted"] if counts["predicted"] else 0.0,
        counts["right"] / counts["gold"] if counts["gold"] else 0.0,
    )
    b3 = _prf(_mean(b3_precision), _mean(b3_recall))
    return {
        **{f"pair_{k}": v for k, v in pair.items()},
        **{f"b3_{k}": v for k, v in b3.items()},
        "pairs_right": counts["right"], "pairs_gold": counts["gold"], "pairs_predicted": counts["predicted"],
        "mentions_gold": len(b3_recall), "mentions_met": len(b3_precision),
        **_chain_scores(gold, rows),
    }  # fmt: skip


class _Everything:
    """Every kind of thing."""

    def __contains__(self, kind: object) -> bool:
        return True


def _chain_scores(gold: list[dict], rows: dict[str, list[dict]]) -> dict[str, float]:
    """Score the chains that hold a name, and by form who is right."""
    chains: dict[str, float] = defaultdict(float)
    every: dict[str, float] = defaultdict(float)
    forms: Counter[tuple[str, str, str]] = Counter()
    for line in gold:
        mentions = gold_mentions(line, _Everything())
        things = _named_things(line, mentions)
        whole = _is_whole(line)
        guesses = [row for row in rows.get(line["id"], []) if row["entity"]]
        found = met(mentions, guesses)
        at = {p: g for g, p in found.items()}
        key = chains_of({g: m.thing for g, m in enumerate(mentions) if m.thing in things})
        told: dict[Hashable, Hashable] = {
            at.get(p, ("unmet", p)): row["entity"]
            for p, row in enumerate(guesses)
            if row.get("kind", "PERSON") in KINDS and (p in at or (whole and _is_pronoun(line, row)))
        }
        response = chains_of(told)
        add(chains, chain_counts(longer(key), longer(response)))
        add(every, chain_counts(key, response))
        forms += _by_form(line, mentions, things, guesses, at)
    shares = {
        f"{form}_{side}": forms[form, side, "right"] / forms[form, side, "all"]
        for form in ("pronoun", "nominal", "short")
        for side in ("p", "r")
        if forms[form, side, "all"]
    }
    return (
        {f"chains_{name}": value for name, value in means(chains).items()}
        | {f"all_{name}": value for name, value in means(every).items()}
        | shares
    )


def _is_whole(line: dict) -> bool:
    """Does the gold mark every mention, pronouns too, as GUM's does and MEANTIME's does not?"""
    return any("pronoun" in entity for entity in line["entities"])


def _is_pronoun(line: dict, row: dict) -> bool:
    return form_of(line["text"][row["start"] : row["end"]], False, row.get("form", "")) == "pronoun"


def _named_things(line: dict, mentions: list[GoldMention]) -> set[str]:
    """List the persons, organisations and places that have a name somewhere in the text."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for entity in line["entities"]:
        thing = entity.get("coref") or entity.get("instance")
        kinds[str(thing)][entity["type"]] += 1
    named = {mention.thing for mention in mentions if mention.named}
    return {thing for thing in named if kinds[thing].most_common(1)[0][0] in KINDS}


def _called(
    mentions: list[GoldMention], guesses: list[dict], at: dict[int, int]
) -> dict[str, list[tuple[int, str]]]:
    """List for each entity where it is named and which gold thing the name means there."""
    called: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for p, row in sorted(enumerate(guesses), key=lambda item: item[1].get("start", -1)):
        if (
            row
            and p in at
            and mentions[at[p]].named
            and row.get("form", "") in {"", "name", "short", "title"}
        ):
            called[row["entity"]].append((row["start"], mentions[at[p]].thing))
    return called


def _meant(called: list[tuple[int, str]], start: int) -> set[str]:
    """An entity means what most of its names mean, and what the nearest one before means."""
    if not called:
        return set()
    count = Counter(thing for _, thing in called)
    nearest = [thing for at, thing in called if at <= start][-1:]
    return {max(count, key=lambda thing: (count[thing], thing)), *nearest}


def _by_form(
    line: dict, mentions: list[GoldMention], things: set[str], guesses: list[dict], at: dict[int, int]
) -> Counter[tuple[str, str, str]]:
    """Count right and all by form: of those tied (p), and of the gold mentions of named things (r)."""
    called = _called(mentions, [{} if _is_pronoun(line, row) else row for row in guesses], at)
    counts: Counter[tuple[str, str, str]] = Counter()
    right: set[int] = set()
    whole = _is_whole(line)
    for p, row in enumerate(guesses):
        form = form_of(line["text"][row["start"] : row["end"]], False, row.get("form", ""))
        ok = p in at and mentions[at[p]].thing in _meant(called.get(row["entity"], []), row["start"])
        if ok:
            right.add(at[p])
        if p in at or (form == "pronoun" and whole):
            counts[form, "p", "all"] += 1
            counts[form, "p", "right"] += ok
    first = {m.thing: g for g, m in reversed(list(enumerate(mentions))) if m.named}
    for g, mention in enumerate(mentions):
        if mention.thing in things:
            start, end = mention.spans[0][:2]
            form = form_of(line["text"][start:end], mention.named)
            form = "short" if form == "name" and first[mention.thing] != g else form
            counts[form, "r", "all"] += 1
            counts[form, "r", "right"] += g in right
    return counts


def _pairs(mentions: list[GoldMention], entity: dict[int, str]) -> Counter[str]:
    def pairs(sizes: Iterable[int]) -> int:
        return sum(n * (n - 1) // 2 for n in sizes)

    return Counter(
        gold=pairs(Counter(mention.thing for mention in mentions).values()),
        predicted=pairs(Counter(entity.values()).values()),
        right=pairs(Counter((mentions[g].thing, e) for g, e in entity.items()).values()),
    )


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _prf(p: float, r: float) -> dict[str, float]:
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0}


def predict(gold: Iterable[dict], parser: Callable[[str], Tokens] = parse) -> list[dict]:
    """Predict the mentions of each gold line with their entities."""
    return [
        {
            "id": line["id"],
            "mentions": [mention._asdict() for mention in mentions_of(line, parser(line["text"]))],
        }
        for line in gold
    ]
