"""How many pairs of mentions of the same thing end in the same entity, and how many wrongly do.

Gold lines are MEANTIME's or GUM's (`entities` with `instance` or `coref`); predictions are {"id", "mentions":
[{"start", "end", "entity"}]}. Persons, organisations and places count. Gold mentions of one thing that overlap
("Apple CEO Steve Jobs", "Steve Jobs") are one mention with several spans. A prediction meets a gold mention
when the spans are equal or it covers the head word of the gold span and lies within it. Predictions that meet
no gold mention are not judged, since the gold leaves whole sorts of mentions out.

Pairwise: recall over all gold pairs, precision over all predicted pairs of met mentions. B-cubed after Bagga
and Baldwin (1998), over the met mentions for precision and over all gold mentions for recall.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from dateline.evaluation.names import mentions_of
from dateline.language import Tokens, parse

KINDS = ("PERSON", "ORG", "PLACE")
_AFTER_HEAD = re.compile(r",| (?:of|in|who|that|for|from|at|on|to|with|which|and) |\(|;")


class GoldMention(NamedTuple):
    """One gold mention: the thing it means and its spans, each with the span of its head."""

    thing: str
    spans: tuple[tuple[int, int, int, int], ...]  # start, end, head start, head end


def gold_mentions(line: dict) -> list[GoldMention]:
    """List the mentions of persons, organisations and places of one gold line that has coreference."""
    grouped: dict[str, dict[tuple[int, int, int, int], None]] = defaultdict(dict)
    for entity in line["entities"]:
        thing = entity.get("coref") or entity.get("instance")
        if thing and entity["type"] in KINDS:
            head = entity.get("head")
            if not isinstance(head, list):  # MEANTIME gives words, no place
                head = _head(line["text"], entity["start"], entity["end"])
            grouped[str(thing)][entity["start"], entity["end"], head[0], head[1]] = None
    out = []
    for thing, spans in grouped.items():
        cluster: list[tuple[int, int, int, int]] = []
        for span in sorted(spans):
            if cluster and span[0] >= max(end for _, end, *_ in cluster):
                out.append(GoldMention(thing, tuple(cluster)))
                cluster = []
            cluster.append(span)
        out.append(GoldMention(thing, tuple(cluster)))
    return out


def _head(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the last word before the first preposition or comma for the head of a phrase."""
    cut = _AFTER_HEAD.search(text, start + 1, end)
    words = list(re.finditer(r"[^\s’']+", text[start : cut.start() if cut else end]))
    return (start + words[-1].start(), start + words[-1].end()) if words else (start, end)


def met(gold: list[GoldMention], predicted: list[dict]) -> dict[int, int]:
    """Pair gold mentions with predictions one to one: number of gold mention -> number of prediction."""
    pairs = []
    for g, mention in enumerate(gold):
        for p, row in enumerate(predicted):
            for start, end, head_start, head_end in mention.spans:
                same = (start, end) == (row["start"], row["end"])
                covers = row["start"] < head_end and head_start < row["end"]
                if same or (covers and start <= row["start"] and row["end"] <= end):
                    pairs.append((not same, row["start"] - row["end"], g, p))
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, _, g, p in sorted(pairs):
        if g not in found and p not in used:
            found[g] = p
            used.add(p)
    return found


def score(gold: Iterable[dict], predicted: Iterable[dict]) -> dict[str, float]:
    """Score predictions; returns pair_p, pair_r, pair_f1, b3_p, b3_r, b3_f1 and the counts behind them."""
    rows = {line["id"]: line.get("mentions", []) for line in predicted}
    counts: Counter[str] = Counter()
    b3_precision, b3_recall = [], []
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
    }  # fmt: skip


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
