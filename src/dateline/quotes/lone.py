"""Words in quotation marks without a cue: whose are they?

A phrase belongs to the subject of its own clause ("The government is “deeply concerned”"), a sentence to the
person that the sentence beside it is about, else both to the last speaker of this or the paragraph before; in a
headline they belong to whoever says them in the text. A sentence that nobody is found for keeps its row
without a speaker; titles and nicknames have none.
"""

from __future__ import annotations

from bisect import bisect_left

from dateline.grammar.phrases import Phrases, head_word
from dateline.language import Tokens
from dateline.quotes.attribution import Attribution, Span
from dateline.quotes.carrying import MARKS, Holders
from dateline.quotes.cues import UNSPOKEN
from dateline.quotes.neighbours import person_of
from dateline.quotes.sources import can_speak
from dateline.quotes.speech import Speech, is_title, speaks
from dateline.quotes.subjects import SUBJECTS, cue_span, is_passive, source_of
from dateline.quotes.verbs import verb_entry

NO_CUE = -1
_REACH = 25  # words between a cue and a quoted phrase
_FAR = 1500  # characters between a quotation and the speaker before it


def attribute_lone(
    tokens: Tokens,
    phrases: Phrases,
    attributions: list[Attribution],
    speeches: list[Speech],
    holders: Holders,
) -> list[Attribution]:
    """Add the speeches that no attribution holds, as far as the words around them tell whose they are."""
    spoken = sorted(
        (one for one in attributions if one.source and one.group not in UNSPOKEN and one.verb >= 0),
        key=lambda one: one.place,
    )
    places = [one.place for one in spoken]
    found: dict[int, Attribution] = {}
    known = {one.verb: one for one in attributions}
    lone = [number for number, held in enumerate(holders) if held is None]
    quoted = _quoted(tokens, speeches)
    for number in sorted(lone, key=lambda number: (_in_headline(tokens, speeches[number]), number)):
        speech, before = speeches[number], found.get(number - 1)
        words = tokens.text[speech.marked.start : speech.marked.end].strip(MARKS)
        if not speech.utterance and is_title(words):
            continue
        if before and tokens.sentence[before.contents[0][0]] == tokens.sentence[speech.first]:
            one: Attribution | None = before._replace(contents=[(speech.first, speech.last)])
        else:
            one = None if speech.utterance else _cue_left(tokens, phrases, speech, known)
        if one is None and _in_headline(tokens, speech):
            echoed = _echoed(tokens, attributions, speeches, holders, found, number)
            one = _after_model(echoed, speech, "echo")
        elif one is None and " " in words:  # a single word is rather meant ironically than said
            verb = None if speech.utterance else _clause(tokens, phrases, speech)
            if verb is not None:
                one = _by_subject(tokens, phrases, verb, speech)
            else:
                at = bisect_left(places, speech.first)
                last = spoken[at - 1] if at else None
                if before and before.source and (last is None or before.contents[0][0] > places[at - 1]):
                    last = before
                one = _by_neighbour(tokens, last, speech, quoted) if speech.utterance else None
                one = one or _after_model(_last_speaker(tokens, last, speech), speech, "last_speaker")
        if one is None and speech.utterance and " " in words:
            contents = [(speech.first, speech.last)]
            one = Attribution(NO_CUE, (0, 0), None, -1, contents, "say", "neutral", "carried", "unread")
        if one is not None:
            found[number] = one
    return _united([*attributions, *(found[number] for number in sorted(found))])


def _quoted(tokens: Tokens, speeches: list[Speech]) -> bytearray:
    """Mark the words in quotation marks."""
    quoted = bytearray(len(tokens))
    for speech in speeches:
        quoted[speech.first : speech.last] = b"\x01" * (speech.last - speech.first)
    return quoted


def _by_neighbour(
    tokens: Tokens, last: Attribution | None, speech: Speech, quoted: bytearray
) -> Attribution | None:
    """Give a sentence in marks to the person that the sentence before is about, or in its paragraph the one after.

    Not where somebody speaks in the sentence before: then the speech goes on.
    """
    for number, gap in _beside(tokens, speech):
        sentence = tokens.sentences[number]
        before = sentence.last <= speech.first
        spoken = last is not None and sentence.first <= last.place
        if gap.count("\n\n") > before or sentence.part == "headline" or (before and spoken):
            continue
        person = person_of(tokens, number, quoted)
        if person is not None:
            contents = [(speech.first, speech.last)]
            return Attribution(NO_CUE, (0, 0), *person, contents, "say", "neutral", "carried", "neighbour")
    return None


def _beside(tokens: Tokens, speech: Speech) -> list[tuple[int, str]]:
    """List the sentences before and after a speech, each with the text between."""
    found = []
    text, number = tokens.text, tokens.sentence[speech.first]
    if number and tokens.sentences[number].first >= speech.first:
        found.append((number - 1, text[tokens.sentences[number - 1].end : speech.marked.start]))
    number = tokens.sentence[speech.last - 1] + 1
    if number < len(tokens.sentences) and (not found or "\n" in found[0][1]):
        gap = text[speech.marked.end : tokens.sentences[number].start]
        if "\n" not in gap:
            found.append((number, gap))
    return found


def _after_model(model: Attribution | None, speech: Speech, rule: str) -> Attribution | None:
    """Give a speech the speaker of another attribution; quoted sentences after quoted ones keep its cue."""
    if model is None:
        return None
    contents = [(speech.first, speech.last)]
    if model.frame == "quote" and speech.utterance:
        return model._replace(contents=contents)
    return Attribution(
        NO_CUE, (0, 0), model.source, model.speaker, contents, "say", "neutral", "carried", rule
    )


def _united(attributions: list[Attribution]) -> list[Attribution]:
    """Bring the contents of one cue into one attribution, overlapping ones into one stretch."""
    first_of: dict[tuple, Attribution] = {}
    contents: dict[tuple, list[Span]] = {}
    for place, one in enumerate(attributions):
        key = (one.verb, 0) if one.verb != NO_CUE else (NO_CUE, place)
        first_of.setdefault(key, one)
        contents.setdefault(key, []).extend(one.contents)
    return [one._replace(contents=_merged(contents[key])) for key, one in first_of.items()]


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for first, last in sorted(spans):
        if merged and first < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _cue_left(
    tokens: Tokens, phrases: Phrases, speech: Speech, known: dict[int, Attribution]
) -> Attribution | None:
    """Find a verb of saying left in the sentence, for when no head leads from it to the quoted phrase."""
    floor = max(tokens.sentences[tokens.sentence[speech.first]].first, speech.first - _REACH)
    for word in range(speech.first - 1, floor - 1, -1):
        if tokens.tag[word] in ("''", "``") or tokens.word[word] in (";", ":", "(", ")"):
            return None
        if speaks(tokens, phrases, word):
            entry = verb_entry(tokens, phrases, word)
            cue = cue_span(tokens, phrases, word)
            if (
                entry is None
                or entry.group in UNSPOKEN
                or is_passive(tokens, phrases, word)
                or cue[1] >= speech.first
            ):
                return None
            one = known.get(word)
            if one is not None:
                near = [first for first, last in one.contents if word < first <= speech.first]
                return one._replace(contents=[(min(near), speech.last)]) if near else None
            source, speaker = source_of(tokens, phrases, word, False)
            first = next((w for w in range(cue[1], speech.first) if tokens.word[w].lower() == "that"), cue[1])
            contents = [(first, speech.last)]
            return Attribution(
                word, cue, source, speaker, contents, entry.group, entry.stance, "that", "phrase"
            )
    return None


def _in_headline(tokens: Tokens, speech: Speech) -> bool:
    return tokens.sentences[tokens.sentence[speech.first]].part == "headline"


def _echoed(
    tokens: Tokens,
    attributions: list[Attribution],
    speeches: list[Speech],
    holders: Holders,
    found: dict[int, Attribution],
    number: int,
) -> Attribution | None:
    """Find who says the words of a headline in the text below."""
    marked = speeches[number].marked
    words = tokens.text[marked.start : marked.end].strip(MARKS).casefold()
    for later in range(number + 1, len(speeches)):
        marked = speeches[later].marked
        if tokens.text[marked.start : marked.end].strip(MARKS).casefold() == words:
            held = holders[later]
            model = found.get(later) if held is None else attributions[held]
            if model is not None and model.source:
                return model
    return None


def _last_speaker(tokens: Tokens, last: Attribution | None, speech: Speech) -> Attribution | None:
    """Take the speaker of the last thing said: for a phrase in its paragraph, for a sentence also before."""
    if last is None:
        return None
    gap = tokens.text[tokens.start[last.told[0]] : speech.marked.start]
    return last if len(gap) < _FAR and gap.count("\n\n") <= (1 if speech.utterance else 0) else None


def _by_subject(tokens: Tokens, phrases: Phrases, verb: int, speech: Speech) -> Attribution:
    """Give a quoted phrase to the subject of its clause; the clause's verb is the cue."""
    source, speaker = source_of(tokens, phrases, verb, False)
    cue = cue_span(tokens, phrases, verb)
    if speech.first < cue[1] and cue[0] < speech.last:
        cue = (cue[0], speech.first)
    contents = [(speech.first, speech.last)]
    if cue[0] >= cue[1]:
        verb, cue = NO_CUE, (0, 0)
    return Attribution(verb, cue, source, speaker, contents, "say", "neutral", "subject", "subject")


def _clause(tokens: Tokens, phrases: Phrases, speech: Speech) -> int | None:
    """Find the clause round a quoted phrase whose subject is one that can speak; give its verb.

    What others are called is not their own word: in "he is “a fool”" and "he “lied”" the subject does not
    speak; in "he is “deeply concerned”" he does.
    """
    word = head_word(tokens, speech.first, speech.last)
    for _ in range(20):
        if word < 0:
            break
        about = speech.first <= word < speech.last and tokens.tag[word] not in ("JJ", "VBN", "VBG")
        for child in phrases.dependents(word):
            outside = not speech.first <= child < speech.last
            if phrases.stands_as(child, *SUBJECTS) and outside and not about and can_speak(tokens, child):
                return word
        word = phrases.governor(word)
    return None
