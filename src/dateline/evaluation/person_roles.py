"""How well the roles of persons are read: rows of (article, person's span, role's span) against the text.

Gold rows are those of tests/gold/roles.csv: offsets into the articles of the PolNeAR gold (quotes.jsonl.gz),
labelled by hand for this project; an empty role means that the sentence gives the person none. A role is right
when it overlaps the gold role and exact when it is the same span.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from dateline.grammar import parse
from dateline.language import Name, Tokens
from dateline.roles import roles_of


def score(
    gold: Iterable[Mapping[str, str]], texts: Mapping[str, str], parser: Callable[[str], Tokens] = parse
) -> dict[str, float]:
    """Score roles; returns precision, recall, f1, the share of right ones that are exact, and counts.

    Parameters
    ----------
    gold
        Rows with article, start, end, role_start, role_end (text; the last two empty where there is no role).
    texts
        The articles' texts by id.
    """
    counts: Counter[str] = Counter()
    for row in gold:
        found = roles_at(parser(texts[row["article"]]), int(row["start"]), int(row["end"]))
        wanted = (int(row["role_start"]), int(row["role_end"])) if row["role_start"] else None
        counts["gold"] += wanted is not None
        counts["found"] += bool(found)
        if wanted and found:
            best = min(found, key=lambda span: (span != wanted, abs(span[0] - wanted[0])))
            counts["right"] += min(best[1], wanted[1]) > max(best[0], wanted[0])
            counts["exact"] += best == wanted
    precision = counts["right"] / counts["found"] if counts["found"] else 0.0
    recall = counts["right"] / counts["gold"] if counts["gold"] else 0.0
    f1 = 2 * precision * recall / (precision + recall) if counts["right"] else 0.0
    exact = counts["exact"] / counts["right"] if counts["right"] else 0.0
    return {"precision": precision, "recall": recall, "f1": f1, "exact": exact, **counts}


def roles_at(tokens: Tokens, start: int, end: int) -> list[tuple[int, int]]:
    """Give the spans of the roles told of the person named at [start, end)."""
    inside = [t for t in range(len(tokens)) if tokens.start[t] < end and tokens.end[t] > start]
    if not inside:
        return []
    name = Name(tokens.start[inside[0]], tokens.end[inside[-1]], inside[0], inside[-1] + 1, "PERSON")
    return [(tokens.start[role.first], tokens.end[role.last - 1]) for role in roles_of(tokens, name)]
