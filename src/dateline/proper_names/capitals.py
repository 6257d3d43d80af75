"""People in a headline all in capitals, cut to what the article calls them: "LUNDE PENALTY SINKS BRANN"."""

from __future__ import annotations

from dateline.knowledge.names import fold
from dateline.language import Name, Tokens
from dateline.proper_names.spans import make


def cut_in_capitals(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Cut a person's name in capitals, of which only the beginning is named below, to what is named there.

    Where nothing is written small, a tagger can't tell where a name ends.

    Examples
    --------
    >>> from dateline.grammar import parse
    >>> text = "LUNDE PENALTY SINKS BRANN\\n\\nLunde scored as Brann lost."
    >>> tokens = parse(text)
    >>> names = [Name(0, 13, 0, 2, "PERSON"), Name(27, 32, 4, 5, "PERSON")]
    >>> [text[name.start : name.end] for name in cut_in_capitals(tokens, names)]
    ['LUNDE', 'Lunde']
    """
    small = [name for name in names if not tokens.text[name.start : name.end].isupper()]
    known = {fold(tokens.text[name.start : name.end]) for name in small}
    return [_cut(tokens, name, known) for name in names]


def _cut(tokens: Tokens, name: Name, known: set[str]) -> Name:
    written = tokens.text[name.start : name.end]
    if name.kind != "PERSON" or not written.isupper() or fold(written) in known:
        return name
    for last in range(name.last - 1, name.first, -1):
        if fold(tokens.text[name.start : tokens.end[last - 1]]) in known:
            return make(tokens, name.first, last, name.kind, name.rule)
    return name
