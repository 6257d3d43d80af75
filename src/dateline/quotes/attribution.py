"""The record that all finders of attributions make and all later steps read."""

from __future__ import annotations

from typing import NamedTuple

Span = tuple[int, int]


class Attribution(NamedTuple):
    """What is said, by whom, in which words: spans of tokens [first, last), and the grammar behind them."""

    verb: int  # the cue's head word
    cue: Span
    source: Span | None
    speaker: int  # the word to ask who the source is, -1 when there is none
    contents: list[Span]
    group: str
    stance: str
    frame: str
    rule: str = ""  # what found it, as the quotes table names it

    @property
    def told(self) -> Span:
        """The words of its source, or its cue where none is named."""
        return self.source or self.cue

    @property
    def place(self) -> int:
        """The first word of its source or its cue, whichever stands later."""
        return max(self.told[0], self.cue[0])
