"""Count the lists that the trigger judge reads, on annotated news: facts about words, no texts.

The counts are of our own tags and heads, so make them again when the language model changes:
`python -m dateline.events.trigger_training EVENTS.jsonl`. `left_out` finds the events of each article with counts
made without it, for figures that do not flatter.
"""

from __future__ import annotations

import csv
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from dateline.evaluation.run import read_gold
from dateline.events.counts import Count, Seen, TriggerCounts, coarse, seen_of
from dateline.events.surroundings import views
from dateline.events.triggers import NEVER, TAGS, complement, find_triggers, form, word_odds
from dateline.grammar import parse
from dateline.grammar.tree import Tree, tree_of
from dateline.language import Tokens
from dateline.lexicons import FOLDER

_FIELDS = {"triggers": ["lemma", "tag", "use", "tokens", "events", "class"],
           "trigger_contexts": ["view", "value", "tokens", "events", "expected"]}  # fmt: skip
FOLDS = 5
PARTS = 4  # parts of the articles whose words are judged by the counts of the others
LEAST = 3  # tokens seen in a surrounding before it counts
Annotated = tuple[Tokens, dict[int, str]]
Read = tuple[Tree, dict[int, str]]


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


def count_triggers(articles: list[Annotated]) -> TriggerCounts:
    """Count words, forms, surroundings and classes over parsed articles with their annotated event tokens.

    Parameters
    ----------
    articles : list of (Tokens, dict)
        Each article's parse, and the class of each token that names an event.
    """
    read = [(tree_of(tokens), gold) for tokens, gold in articles]
    return count_words(read)._replace(surroundings=count_surroundings(read), classes=count_classes(read))


def count_words(articles: list[Read]) -> TriggerCounts:
    """Count how often words and forms name an event."""
    words: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for tree, gold in articles:
        for token, tag in _judged(tree):
            class_ = gold.get(token, "")
            words[tree.lemma(token), tag][class_] += 1
            forms[form(tree.lemma(token), tag)][class_] += 1
    return TriggerCounts(
        {key: _count(seen) for key, seen in words.items()},
        {key: _count(seen) for key, seen in forms.items()},
        {},
        {},
    )


def count_surroundings(articles: list[Read]) -> dict[str, dict[str, Seen]]:
    """Count events seen and expected in each surrounding; expected by the words' counts in other articles."""
    totals: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0, 0, 0.0])
    for part in range(PARTS):
        others = count_words([article for i, article in enumerate(articles) if i % PARTS != part])
        for tree, gold in articles[part::PARTS]:
            for token, _ in _judged(tree):
                odds = word_odds(tree, token, others)
                if odds <= NEVER:
                    continue
                expected = 1 / (1 + math.exp(-odds))
                for view, values in views(tree, token):
                    for value in values:
                        total = totals[view, value]
                        total[0] += 1
                        total[1] += token in gold
                        total[2] += expected
    found: dict[str, dict[str, Seen]] = defaultdict(dict)
    for (view, value), (n, events, expected) in totals.items():
        if n >= LEAST:
            found[view][value] = seen_of(int(n), int(events), round(expected, 2))
    return dict(found)


def count_classes(articles: list[Read]) -> dict[tuple[str, str, str], str]:
    """Find the class that each event word has most, by what completes it."""
    classes: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for tree, gold in articles:
        for token, class_ in gold.items():
            tag = tree.tokens.tag[token]
            if tag in TAGS:
                lemma, use = tree.lemma(token), complement(tree, token)
                for key in ((lemma, use), (lemma, "any"), ("", use)):
                    classes[key[0], coarse(tag), key[1]][class_] += 1
    return {key: _most(seen, classes, key) for key, seen in classes.items()}


def write_counts(counts: TriggerCounts, folder: Path) -> None:
    """Write triggers.csv and trigger_contexts.csv; words never seen as events only when seen three times."""
    rows = [(lemma, tag, "", *count) for (lemma, tag), count in counts.words.items()]
    rows = [row for row in rows if row[4] or (row[3] >= 3 and row[1][:2] in ("VB", "NN", "JJ"))]
    rows += [(lemma, kind, use, 0, 0, class_) for (lemma, kind, use), class_ in counts.classes.items()]
    contexts: list[tuple[str, str, int, int, float | str]] = [
        ("form", kind, count.tokens, count.events, "") for kind, count in counts.forms.items()
    ]
    for view, values in counts.surroundings.items():
        contexts += [(view, value, seen.tokens, seen.events, seen.expected) for value, seen in values.items()]
    for name, lines in (("triggers", rows), ("trigger_contexts", contexts)):
        with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(_FIELDS[name])
            writer.writerows(sorted(lines))


def _judged(tree: Tree) -> Iterator[tuple[int, str]]:
    """List the tokens that may name events, with their tags."""
    return ((token, tag) for token, tag in enumerate(tree.tokens.tag) if tag in TAGS)


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


def read_annotated(gold: list[dict]) -> list[Annotated]:
    """Parse annotated articles."""
    parses = [parse(line["text"]) for line in gold]
    return [(p, gold_classes(p, line["events"])) for p, line in zip(parses, gold, strict=True)]


def left_out(gold: Path) -> list[dict]:
    """Find the events of each article of a gold set with counts made on the other folds.

    Parameters
    ----------
    gold : Path
        Annotated articles in JSON Lines, whose events have a class.

    Returns
    -------
    list of dict
        With `id` and `events` (`start`, `end`, `class`), for the scorer.
    """
    lines = read_gold(gold)
    articles = read_annotated(lines)
    folds = [
        count_triggers([article for i, article in enumerate(articles) if i % FOLDS != fold])
        for fold in range(FOLDS)
    ]
    return [
        {"id": line["id"], "events": spans_of(tokens, folds[i % FOLDS])}
        for i, (line, (tokens, _)) in enumerate(zip(lines, articles, strict=True))
    ]


def spans_of(tokens: Tokens, counts: TriggerCounts) -> list[dict]:
    """List the event words of a text by these counts, with their class."""
    return [
        {"start": tokens.start[trigger.token], "end": tokens.end[trigger.token], "class": trigger.class_}
        for trigger in find_triggers(tree_of(tokens), counts)
    ]


if __name__ == "__main__":
    write_counts(count_triggers(read_annotated(read_gold(Path(sys.argv[1])))), FOLDER)
