"""Reported speech from the order of words, where the heads give no content or no speaker.

Three patterns cover nearly all reporting sentences: "X said (on Monday) (that) ...", "..., X said" and
"..., X said, ...". They look only at tags and commas, so a wrong head does not lose the statement.
"""

from __future__ import annotations

from dateline.grammar.phrases import Phrases, head_word, trim
from dateline.language import Sentence, Tokens
from dateline.quotes.attribution import Attribution
from dateline.quotes.contents import clause_start
from dateline.quotes.cues import UNSPOKEN
from dateline.quotes.nounphrases import FINITE, subject_beside
from dateline.quotes.subjects import cue_span, is_passive
from dateline.quotes.verbs import verb_entry

Span = tuple[int, int]
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_OPENERS = frozenset(("that", "whether", "if", "how", "why", "what"))
_REACH = 25  # words between the cue and "that"


def from_surface(tokens: Tokens, phrases: Phrases, known: set[int]) -> list[Attribution]:
    """Find what speech verbs report that are not among the known cues."""
    found = []
    for verb, tag in enumerate(tokens.tag):
        if (tag not in _FINITE and tag != "VBN") or verb in known:
            continue
        entry = verb_entry(tokens, phrases, verb)
        if entry is None or entry.group in UNSPOKEN or not {"quote", "that"} <= entry.frames:
            continue
        if tag == "VBN" and is_passive(tokens, phrases, verb):
            continue
        cue = cue_span(tokens, phrases, verb)
        source, inverted = subject_beside(tokens, cue)
        if source is None:
            continue
        if tag == "VBN" and not (_perfect(tokens, verb) or (inverted and _closes(tokens, verb, source))):
            continue
        contents = _contents(tokens, verb, cue, source, inverted)
        contents = [_without_it(tokens, *trim(tokens, *span)) for span in contents]
        contents = [span for span in contents if span[1] - span[0] > 1]
        if contents:
            speaker = head_word(tokens, *source)
            spoken = Attribution(verb, cue, source, speaker, contents, entry.group, entry.stance, "that")
            found.append(spoken._replace(rule="word_order"))
    return found


def _without_it(tokens: Tokens, first: int, last: int) -> Span:
    """Leave out the "it" of "as she put it, ..."."""
    put = last - first > 2 and tokens.word[first].lower() == "it" and tokens.word[first + 1] in (",", ":")
    return trim(tokens, first + 1, last) if put else (first, last)


def _perfect(tokens: Tokens, verb: int) -> bool:
    """Tell "has said" from a bare participle."""
    return any(tokens.lemma[word].lower() == "have" for word in range(max(0, verb - 3), verb))


def _closes(tokens: Tokens, verb: int, source: Span) -> bool:
    """Tell the end of "Prices will rise, said analyst Peter Walsh.", taken for a participle, by what stands before it.

    A sentence with a verb of its own, a comma, and nothing behind whoever speaks.
    """
    sentence = tokens.sentences[tokens.sentence[verb]]
    ended = all(tokens.word[word] in (".", "!", "?") for word in range(source[1], sentence.last))
    told = any(tokens.tag[word] in FINITE for word in range(sentence.first, verb))
    return ended and told and verb > sentence.first and tokens.word[verb - 1] == ","


def _contents(tokens: Tokens, verb: int, cue: Span, source: Span, inverted: bool) -> list[Span]:
    """Take what stands before ", X said", round ", X said," or after "X said"."""
    sentence = tokens.sentences[tokens.sentence[verb]]
    first, last = min(source[0], cue[0]), max(source[1], cue[1])
    before = first - 1
    if before - sentence.first >= 2 and tokens.word[before] == ",":
        if inverted or last >= sentence.last - 1 or tokens.word[last] in (".", "?", "!"):
            return [(sentence.first, before)]
        if tokens.word[last] == "," and last + 2 < sentence.last:
            return [(sentence.first, before), (last + 1, sentence.last)]
    if inverted:
        return []
    return _after(tokens, sentence, cue[1])


def _after(tokens: Tokens, sentence: Sentence, start: int) -> list[Span]:
    """Take the clause after the cue: from "that" on, or at once when a clause with a verb follows."""
    adverbial = tokens.tag[start] in ("IN", "TO") if start < sentence.last else True
    opened = 0
    for word in range(start, min(sentence.last, start + _REACH)):
        opened += (tokens.tag[word] == "``") - (tokens.tag[word] == "''")
        if opened < 0:  # the marks round the cue close: "They never warned us,” Lee told reporters
            return []
        if tokens.word[word].lower() in _OPENERS and tokens.tag[word] in ("IN", "WRB", "WP"):
            return [(word, sentence.last)]
        if tokens.tag[word] in _FINITE or tokens.tag[word] == "MD":
            return (
                [(clause_start(tokens, start, sentence.last), sentence.last)]
                if word > start and not adverbial
                else []
            )
    return []
