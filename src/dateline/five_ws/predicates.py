"""What: the predicate of the headline, else of the lead; a headline without verb as it stands, after its label."""

from __future__ import annotations

from dateline.five_ws.spans import whole_phrases
from dateline.five_ws.story import NewsStory, label_end
from dateline.grammar import relations as rel

_WORDS = 6  # that carry meaning, in an answer
_PHRASES = 1  # with a preposition


def what_span(story: NewsStory) -> tuple[int, int] | None:
    """Find what happened."""
    headlines = [told for told in story.told if told.part == "headline"]
    spoken = [told for told in headlines if told.verb >= 0] or [] if headlines else story.told
    if headlines and not spoken:
        return whole_phrases(story.tree, label_end(story.tree, headlines[0]), _WORDS, _PHRASES + 1)
    verbs = [told.verb for told in spoken if told.verb >= 0]
    return whole_phrases(story.tree, _begin(story, verbs[0]), _WORDS, _PHRASES) if verbs else None


def _begin(story: NewsStory, verb: int) -> int:
    """Find the first word of a predicate: its auxiliary or "to", or an adverb just before it."""
    tree = story.tree
    helpers = tree.kids(verb, *rel.HELPERS)
    adverbs = [word for word in tree.kids(verb, rel.ADVERB) if word == verb - 1]
    if verb and tree.tokens.tag[verb - 1] == "TO":  # "Council to close pool"
        adverbs.append(verb - 1)
    first = min([verb, *(word for word in (*helpers, *adverbs) if word < verb)])
    return first - (first > 0 and tree.tokens.word[first][0] in "'’")  # "It's over"
