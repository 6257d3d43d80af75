"""Direct speech: words in quotation marks and the cue that attributes them.

The cue stands after the quotation ("...," he said), before it (He said: "..."), in the paragraph before
(The group responded:) or is no more than a colon or a dash ("..." - Name).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from dateline.grammar import relations as rel
from dateline.grammar.phrases import Phrases, head_word, trim
from dateline.language import Tokens
from dateline.quotes.attribution import Attribution
from dateline.quotes.contents import participle_end
from dateline.quotes.marks import MarkedWords
from dateline.quotes.nounphrases import FINITE
from dateline.quotes.sources import can_speak
from dateline.quotes.subjects import SUBJECTS, cue_span, is_passive, source_of
from dateline.quotes.turns import REACH, Turn, turn_after
from dateline.quotes.verbs import verb_entry

COLONS = frozenset((":", "—", "―", "–", "--", "-"))
DASHES = COLONS - {":"}
_NAMING = frozenset("brand call christen dub entitle know label name nickname style term title".split())
_LEADS = COLONS | {",", "that", "as", "like"}
_MARKS = "\"“”'‘’«»„`‹› \t"


class Speech(NamedTuple):
    """Words in marks with their tokens [first, last): `utterance` if they read like a sentence of speech."""

    marked: MarkedWords
    first: int
    last: int
    utterance: bool


def speeches_of(tokens: Tokens, marked: list[MarkedWords]) -> list[Speech]:
    """Place the marked stretches on the tokens."""
    speeches = []
    for span in marked:
        first = bisect_left(tokens.end, span.start + 1)
        last = bisect_left(tokens.start, span.end)
        if first < last:
            speeches.append(Speech(span, first, last, _is_utterance(tokens, span, first, last)))
    return speeches


def _is_utterance(tokens: Tokens, span: MarkedWords, first: int, last: int) -> bool:
    """Tell speech from a quoted phrase: it begins like a sentence and ends like one."""
    text = tokens.text[span.start : span.end].strip(_MARKS)
    if not text or not span.closed:
        return bool(text)
    if text.endswith(",") and is_title(text[:-1]):
        return False
    ends = text[-1] in ".,!?…—-–:;" or tokens.text[span.end : span.end + 1] in (",", ".", "", "\n")
    begins = text[0].isupper() or not text[0].isalpha()
    if begins and text[-1] in ".!?…" and _stands_alone(tokens, first, last):
        return True
    return ends and (begins or last - first > 6) and any(tag[:1] in "VM" for tag in tokens.tag[first:last])


def is_name(tokens: Tokens, speech: Speech) -> bool:
    """Tell the name of a storm, a film or a gang in marks ("dubbed “Big Ida,”") from words somebody said."""
    words = tokens.text[speech.marked.start : speech.marked.end].strip(_MARKS + ".,")
    led = speech.first > 0 and tokens.word[speech.first - 1].lower() in _LEADS
    return not speech.utterance and not led and bool(words) and is_title(words) and words[0].isupper()


def _stands_alone(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether words in marks are sentences of their own ("Clark shook her head. “Not today.”")."""
    opens = tokens.sentences[tokens.sentence[first]].first == first
    return opens and tokens.sentences[tokens.sentence[last - 1]].last == last


def is_title(words: str) -> bool:
    """Tell a title or a nickname ("Game of Thrones") from words somebody said."""
    long = [word for word in words.split() if len(word) > 3]
    return not long or all(not word[0].islower() for word in long)


def direct(tokens: Tokens, phrases: Phrases, speeches: list[Speech]) -> dict[int, Attribution]:
    """Find the attribution of each speech that has a cue of its own: number of the speech to attribution."""
    inside = bytearray(len(tokens))
    for speech in speeches:
        inside[speech.first : speech.last] = b"\x01" * (speech.last - speech.first)
    found = {}
    for number, speech in enumerate(speeches):
        attribution = (
            _after(tokens, phrases, inside, speech)
            or _before(tokens, phrases, inside, speech)
            or _introduced(tokens, phrases, inside, speech)
            or _signed(tokens, phrases, speech)
        )
        if attribution is not None:
            found[number] = attribution
    return found


def _said(tokens: Tokens, phrases: Phrases, verb: int, speech: Speech, rule: str) -> Attribution:
    """Attribute a speech to a verb of saying."""
    entry = verb_entry(tokens, phrases, verb)
    source, speaker = source_of(tokens, phrases, verb, is_passive(tokens, phrases, verb))
    if source and ((source[0] < speech.last and source[1] > speech.first) or tokens.tag[source[0]] == "``"):
        source, speaker = _beside(tokens, verb)
    cue = cue_span(tokens, phrases, verb)
    clause = min([cue[0], *(source[:1] if source else ())])
    last = speech.last
    if clause > last and tokens.text[speech.marked.start : speech.marked.end].rstrip(_MARKS)[-1:] != ",":
        last = max(last, trim(tokens, last, clause)[1])  # words out of the marks before "he said"
    contents = [(speech.first, last)]
    group, stance = (entry.group, entry.stance) if entry else ("say", "neutral")
    return Attribution(verb, cue, source, speaker, contents, group, stance, "quote", rule)


def _beside(tokens: Tokens, verb: int) -> tuple[tuple[int, int] | None, int]:
    """Take the name or pronoun next to a verb when the heads give no sensible subject."""
    sentence = tokens.sentences[tokens.sentence[verb]]
    for step, stop in ((1, sentence.last), (-1, sentence.first - 1)):
        place = verb + step
        while place != stop and tokens.tag[place][:2] in ("NN", "PR", "DT", "JJ"):
            place += step
        if place != verb + step:
            first, last = (verb + 1, place) if step > 0 else (place + 1, verb)
            return (first, last), last - 1
    return None, -1


def speaks(tokens: Tokens, phrases: Phrases, word: int) -> bool:
    """Tell whether a word can introduce direct speech."""
    if tokens.tag[word][:1] != "V" or phrases.stands_as(
        word, rel.AUXILIARY, rel.PASSIVE_AUXILIARY, rel.COPULA, rel.ADJECTIVE, rel.COMPOUND
    ):
        return False
    entry = verb_entry(tokens, phrases, word)
    return entry is not None and "quote" in entry.frames


def _is_work(tokens: Tokens, phrases: Phrases, verb: int, speech: Speech) -> bool:
    """Tell the title of a book or song that somebody reads, writes or sings."""
    words = tokens.text[speech.marked.start : speech.marked.end].strip(_MARKS + ".,")
    entry = verb_entry(tokens, phrases, verb)
    return is_title(words) and entry is not None and "work" in entry.frames


def _after(tokens: Tokens, phrases: Phrases, inside: bytearray, speech: Speech) -> Attribution | None:
    """Look for the cue right of a quotation, in the rest of its sentence."""
    text, end = tokens.text, speech.marked.end
    tail = text[speech.marked.start : end].rstrip(_MARKS)[-1:]
    free = speech.first == 0 or tokens.sentence[speech.first - 1] != tokens.sentence[speech.first]
    begin = speech.first if free else _clause_start(tokens, phrases, inside, speech)
    if not free and is_name(tokens, speech):
        return None
    words = text[speech.marked.start : end].strip(_MARKS)
    phrase = not speech.utterance or words[:1].islower()
    loose = phrase and not free and tokens.word[speech.first - 1].lower() not in _LEADS
    if loose and begin == speech.first:
        return None
    joined = tail in (",", "!", "?", "-", "—", "–", "…") or text[end : end + 1] == ","
    if not joined:
        return None
    turn = turn_after(tokens, phrases, inside, speech.last, speech.utterance)
    if turn is not None:
        return _from(_turned(tokens, phrases, turn, speech), begin)
    described = None  # a cue in a relative clause, as in "X, who wrote the book, said"
    for word in range(speech.last, min(len(tokens), speech.last + REACH)):
        if inside[word] or "\n" in text[tokens.end[word - 1] : tokens.start[word]]:
            break
        if speaks(tokens, phrases, word):
            if not phrases.stands_as(word, rel.RELATIVE_CLAUSE):
                return _from(_said(tokens, phrases, word, speech, "cue_after"), begin)
            described = described or word
        if tokens.word[word] in (".", "!", "?", ";"):
            break
    return _from(_said(tokens, phrases, described, speech, "cue_after"), begin) if described else None


def _turned(tokens: Tokens, phrases: Phrases, turn: Turn, speech: Speech) -> Attribution:
    """Attribute a speech to whoever takes the turn behind it."""
    entry = verb_entry(tokens, phrases, turn.verb)
    group, stance = (entry.group, entry.stance) if entry else ("say", "neutral")
    cue = (min(turn.cue[0], cue_span(tokens, phrases, turn.verb)[0]), turn.cue[1])
    if turn.source[0] < cue[1] and cue[0] < turn.source[1]:
        cue = turn.cue
    contents = [(speech.first, speech.last)]
    return Attribution(
        turn.verb, cue, turn.source, turn.speaker, contents, group, stance, "quote", "cue_after"
    )


def _from(attribution: Attribution, begin: int) -> Attribution:
    """Begin the content earlier, unless the speaker stands there."""
    if attribution.source and attribution.source[0] < attribution.contents[0][0]:
        return attribution
    return attribution._replace(contents=[(begin, attribution.contents[0][1])])


def _clause_start(tokens: Tokens, phrases: Phrases, inside: bytearray, speech: Speech) -> int:
    """Find where a statement begins that ends in marks ("The deal “is dead,” she said")."""
    first = tokens.sentences[tokens.sentence[speech.first]].first
    before = range(first, speech.first)
    if len(before) > REACH or tokens.word[speech.first - 1] in COLONS:
        return speech.first
    if any(inside[word] or speaks(tokens, phrases, word) for word in before):
        return speech.first
    finite = speech.utterance or any(tokens.tag[word] in FINITE for word in before)
    return first if finite else speech.first


def _before(tokens: Tokens, phrases: Phrases, inside: bytearray, speech: Speech) -> Attribution | None:
    """Look for the cue left of a quotation in its sentence, after a comma or colon."""
    sentence = tokens.sentences[tokens.sentence[speech.first]]
    stop = max(sentence.first, speech.first - REACH)
    if stop >= speech.first:
        return None
    lead = speech.first - 1
    led = tokens.word[lead].lower() in _LEADS
    if not led and (not speaks(tokens, phrases, lead) or _is_work(tokens, phrases, lead, speech)):
        return None
    for word in range(lead, stop - 1, -1):
        if inside[word]:
            return None
        if tokens.lemma[word].lower() in _NAMING and is_name(tokens, speech):
            return None
        if speaks(tokens, phrases, word) and (
            not phrases.stands_as(word, rel.RELATIVE_CLAUSE) or lead - word < 3
        ):
            attribution = _said(tokens, phrases, word, speech, "cue_before")
            first = lead if tokens.word[lead].lower() == "that" else speech.first
            return attribution._replace(contents=[(first, _clause_end(tokens, speech, lead))])
    return _colon(tokens, phrases, lead, speech) if tokens.word[lead] == ":" else None


def _clause_end(tokens: Tokens, speech: Speech, lead: int) -> int:
    """Let a clause that only begins in marks go on to its end ("said that “a bomb” had gone off")."""
    stop = tokens.sentences[tokens.sentence[speech.last - 1]].last
    closed = speech.utterance or speech.last >= stop or tokens.word[lead] in (",", *COLONS)
    if closed or tokens.word[speech.last][0] in ".,;:!?)—–-" or tokens.word[speech.last - 2][-1] in ".,!?":
        return speech.last
    return trim(tokens, speech.last, participle_end(tokens, speech.last, stop))[1]


def _introduced(tokens: Tokens, phrases: Phrases, inside: bytearray, speech: Speech) -> Attribution | None:
    """Look for a lead that ends the paragraph before with a colon ("The group responded:")."""
    lead = speech.first - 1
    if (
        lead < 0
        or tokens.word[lead] != ":"
        or "\n" not in tokens.text[tokens.end[lead] : speech.marked.start]
    ):
        return None
    sentence = tokens.sentences[tokens.sentence[lead]]
    for word in range(lead, max(sentence.first, lead - REACH) - 1, -1):
        if inside[word]:
            return None
        if speaks(tokens, phrases, word) and not phrases.stands_as(word, rel.RELATIVE_CLAUSE):
            return _said(tokens, phrases, word, speech, "lead_in")
    return _colon(tokens, phrases, lead, speech)


def _colon(tokens: Tokens, phrases: Phrases, colon: int, speech: Speech) -> Attribution | None:
    """Attribute what follows a colon to the subject of the words before it, or to the name that they are."""
    sentence = tokens.sentences[tokens.sentence[colon]]
    contents = [(speech.first, speech.last)]
    for word in range(sentence.first, colon):
        if phrases.stands_as(word, *SUBJECTS) and phrases.governor(word) < colon:
            verb = phrases.governor(word)
            source, speaker = source_of(tokens, phrases, verb, False)
            cue = cue_span(tokens, phrases, verb)
            return Attribution(verb, cue, source, speaker, contents, "say", "neutral", "quote", "colon")
    if colon - sentence.first > 8 or any(tag[:1] == "V" for tag in tokens.tag[sentence.first : colon]):
        return None
    source = trim(tokens, sentence.first, colon)
    speaker = head_word(tokens, *source)
    if speaker < 0 or not can_speak(tokens, speaker):
        return None
    cue = (colon, colon + 1)
    return Attribution(colon, cue, source, speaker, contents, "say", "neutral", "quote", "colon")


def _signed(tokens: Tokens, phrases: Phrases, speech: Speech) -> Attribution | None:
    """Read the name after a dash that signs a quotation: "...." - Name, to the end of the line."""
    dash = speech.last
    if dash + 1 >= len(tokens) or tokens.word[dash] not in DASHES:
        return None
    last = dash + 1
    while (
        last < min(len(tokens), dash + 12)
        and "\n" not in tokens.text[tokens.end[last - 1] : tokens.start[last]]
    ):
        last += 1
    first, last = trim(tokens, dash + 1, last)
    if (
        first >= last
        or not tokens.tag[first].startswith("NNP")
        or any(t[:1] == "V" for t in tokens.tag[first:last])
    ):
        return None
    contents = [(speech.first, speech.last)]
    cue = (dash, dash + 1)
    return Attribution(dash, cue, (first, last), first, contents, "say", "neutral", "quote", "signature")
