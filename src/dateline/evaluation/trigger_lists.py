"""Count the lists that the trigger judge reads, on annotated news: facts about words, no texts.

The counts are of our own tags and heads, so make them again when the language model changes:
`python -m dateline.evaluation.trigger_lists EVENTS.jsonl`.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from dateline.events.counts import Count, TriggerCounts, coarse, group
from dateline.events.tree import Tree, tree_of
from dateline.events.triggers import TAGS, complement, form
from dateline.language import Tokens, parse
from dateline.lexicons import FOLDER

_FIELDS = {"triggers": ["lemma", "tag", "use", "tokens", "events", "class"],
           "trigger_contexts": ["group", "view", "value", "tokens", "events"]}  # fmt: skip


def gold_classes(tokens: Tokens, events: list[dict]) -> dict[int, str]:
    """Map each token that overlaps an annotated event to its class."""
    spans = sorted((event["start"], event["end"], event["class"]) for event in events)
    found, first = {}, 0
    for token, (start, end) in enumerate(zip(tokens.start, tokens.end, strict=True)):
        while first < len(spans) and spans[first][1] <= start:
            first += 1
        if first < len(spans) and spans[first][0] < end:
            found[token] = spans[first][2]
    return found


def count_triggers(articles: list[tuple[Tokens, dict[int, str]]]) -> TriggerCounts:
    """Count words, uses, contexts and classes over parsed articles with their annotated event tokens."""
    words, uses, contexts = defaultdict(Counter), defaultdict(Counter), defaultdict(Counter)
    classes = defaultdict(Counter)
    for tokens, gold in articles:
        tree = tree_of(tokens)
        for token, tag in enumerate(tokens.tag):
            if tag not in TAGS:
                continue
            lemma, relation, class_ = tree.lemma(token), tokens.relation[token], gold.get(token, "")
            words[lemma, tag][class_] += 1
            uses[lemma, tag, relation][class_] += 1
            for key in _contexts(tree, token, lemma, tag):
                contexts[key][bool(class_)] += 1
            if class_:
                use = complement(tree, token)
                for key in ((lemma, use), (lemma, "any"), ("", use)):
                    classes[key[0], coarse(tag), key[1]][class_] += 1
    return TriggerCounts(
        {key: _count(seen) for key, seen in words.items()},
        {key: _count(seen) for key, seen in uses.items() if seen.total() >= 3},
        {key: Count(seen.total(), seen[True]) for key, seen in contexts.items() if seen.total() >= 5},
        {key: _most(seen, classes, key) for key, seen in classes.items()},
    )


def write_counts(counts: TriggerCounts, folder: Path) -> None:
    """Write triggers.csv and trigger_contexts.csv; words never seen as events only when seen three times."""
    rows = [(lemma, tag, "", *count) for (lemma, tag), count in counts.words.items()]
    rows += [(lemma, tag, use, *count) for (lemma, tag, use), count in counts.uses.items()]
    rows = [row for row in rows if row[4] or (row[3] >= 3 and row[1][:2] in ("VB", "NN", "JJ"))]
    rows += [(lemma, kind, use, 0, 0, class_) for (lemma, kind, use), class_ in counts.classes.items()]
    contexts = [(*key, count.tokens, count.events) for key, count in counts.contexts.items()]
    for name, lines in (("triggers", rows), ("trigger_contexts", contexts)):
        with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(_FIELDS[name])
            writer.writerows(sorted(lines))


def _contexts(tree: Tree, token: int, lemma: str, tag: str):
    name = group(lemma, tag)
    yield name, "", ""
    yield form(lemma, tag), "form", ""
    yield name, "relation", tree.tokens.relation[token]
    for child in {tree.tokens.relation[child] for child in tree.children[token]}:
        yield name, "child", child


def _count(seen: Counter) -> Count:
    best = max(((n, c) for c, n in seen.items() if c), default=(0, ""))
    return Count(seen.total(), seen.total() - seen[""], best[1])


def _most(seen: Counter, classes: dict, key: tuple) -> str:
    """Take the commonest class; few uses borrow from the lemma's other uses and from other lemmas so used."""
    lemma, kind, use = key
    whole, usual = classes.get((lemma, kind, "any"), Counter()), classes.get(("", kind, use), Counter())
    if not lemma:
        return max(sorted(seen), key=lambda name: seen[name])
    share = 2 / max(usual.total(), 1)
    pooled = {name: seen[name] + 0.5 * whole[name] + share * usual[name] for name in (*whole, *usual)}
    return max(sorted(pooled), key=lambda name: pooled[name])


def count_file(gold: Path) -> TriggerCounts:
    """Parse and count annotated articles in JSON Lines."""
    lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    parses = [parse(line["text"]) for line in lines]
    return count_triggers(
        [(p, gold_classes(p, line["events"])) for p, line in zip(parses, lines, strict=True)]
    )


if __name__ == "__main__":
    write_counts(count_file(Path(sys.argv[1])), FOLDER)
