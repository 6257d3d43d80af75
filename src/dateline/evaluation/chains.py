"""Chains of mentions against chains of mentions: MUC, B-cubed, CEAF-e, and who is right by form.

MUC after Vilain et al. (1995), B-cubed after Bagga and Baldwin (1998), CEAF-e after Luo (2005); their mean is the
figure of the CoNLL-2012 task. Chains are sets of hashable mentions; a mention stands in one chain of a side at most.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping

Chains = Mapping[Hashable, set]

_PRONOUNS = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves i me my mine myself "
    "we us our ours ourselves you your yours yourself yourselves who whom whose which that this these those".split()
)


def chains_of(labels: Mapping[Hashable, Hashable]) -> dict[Hashable, set]:
    """Gather mentions by the thing that each is labelled with."""
    chains: dict[Hashable, set] = defaultdict(set)
    for mention, thing in labels.items():
        chains[thing].add(mention)
    return dict(chains)


def longer(chains: Chains) -> dict[Hashable, set]:
    """Keep the chains of two mentions and more, as the CoNLL-2012 task counts them."""
    return {thing: chain for thing, chain in chains.items() if len(chain) > 1}


def chain_counts(gold: Chains, found: Chains) -> dict[str, float]:
    """Count what the three measures are made of in one text; counts of several texts add up.

    Examples
    --------
    >>> counts = chain_counts({"a": {1, 2, 3}}, {"x": {1, 2}, "y": {3}})
    >>> counts["muc_p_right"], counts["muc_p_all"], counts["muc_r_right"], counts["muc_r_all"]
    (1.0, 1.0, 1.0, 2.0)
    >>> round(means(counts)["b3_r"], 3), means(counts)["ceafe_p"]
    (0.556, 0.4)
    """
    counts: dict[str, float] = defaultdict(float)
    for side, ours, theirs in (("r", gold, found), ("p", found, gold)):
        place = {mention: thing for thing, chain in theirs.items() for mention in chain}
        for chain in ours.values():
            parts = Counter(place.get(mention, ("alone", mention)) for mention in chain)
            counts[f"muc_{side}_right"] += len(chain) - len(parts)
            counts[f"muc_{side}_all"] += len(chain) - 1
            shared = sum(n * n for thing, n in parts.items() if thing in theirs)
            counts[f"b3_{side}_right"] += shared / len(chain)
            counts[f"b3_{side}_all"] += len(chain)
        counts[f"ceafe_{side}_all"] += len(ours)
    alike = [[2 * len(g & f) / (len(g) + len(f)) for f in found.values()] for g in gold.values()]
    best = assignment(alike)
    counts["ceafe_r_right"] += best
    counts["ceafe_p_right"] += best
    return counts


def add(total: dict[str, float], more: Mapping[str, float]) -> None:
    """Add the counts of a text to those of the texts before it."""
    for name, count in more.items():
        total[name] = total.get(name, 0) + count


def means(counts: Mapping[str, float]) -> dict[str, float]:
    """Turn counts into precision, recall and F1 of each measure, and the mean of the three F1."""
    out: dict[str, float] = {}
    for measure in ("muc", "b3", "ceafe"):
        p, r = (
            counts[f"{measure}_{side}_right"] / counts[f"{measure}_{side}_all"]
            if counts[f"{measure}_{side}_all"]
            else 0.0
            for side in "pr"
        )
        out |= {f"{measure}_p": p, f"{measure}_r": r, f"{measure}_f1": 2 * p * r / (p + r) if p + r else 0.0}
    return out | {"mean_f1": sum(out[f"{measure}_f1"] for measure in ("muc", "b3", "ceafe")) / 3}


def assignment(gain: list[list[float]]) -> float:
    """Find the largest total gain of pairing rows with columns, one to one (the Hungarian method).

    Examples
    --------
    >>> assignment([[0.5, 1.0], [0.2, 0.9]])
    1.4
    """
    if not gain or not gain[0]:
        return 0.0
    if len(gain) > len(gain[0]):
        gain = [list(column) for column in zip(*gain, strict=True)]
    rows, columns = len(gain), len(gain[0])
    up, down = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0], at = row, 0
        least, seen = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while owner[at]:
            seen[at] = True
            step, nearest = float("inf"), 0
            for column in range(1, columns + 1):
                if seen[column]:
                    continue
                rest = -gain[owner[at] - 1][column - 1] - up[owner[at]] - down[column]
                if rest < least[column]:
                    least[column], way[column] = rest, at
                if least[column] < step:
                    step, nearest = least[column], column
            for column in range(columns + 1):
                if seen[column]:
                    up[owner[column]] += step
                    down[column] -= step
                else:
                    least[column] -= step
            at = nearest
        while at:
            owner[at], at = owner[way[at]], way[at]
    return sum(gain[owner[column] - 1][column - 1] for column in range(1, columns + 1) if owner[column])


def form_of(text: str, named: bool, form: str = "") -> str:
    """Tell pronoun, short name, name and nominal apart: by the form of a prediction, else by the gold's words."""
    if form == "pronoun" or (text.lower() in _PRONOUNS and text != "US"):
        return "pronoun"
    if form in {"name", "short"}:
        return form
    return "name" if named and not form else "nominal"
