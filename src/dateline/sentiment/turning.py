"""What turns the tone of a word besides negation: what it names fades, hardly exists, or does not come.

Hopes that fade are bad news and fears that fade are good; few who trust, little progress, aid that has not
arrived. The order of words decides, as heads in short sentences of news are often wrong.
"""

from __future__ import annotations

from functools import cache

from dateline.grammar import relations as rel
from dateline.grammar.hanging import governor, stands_as
from dateline.grammar.words import WordClass
from dateline.knowledge.nouns import role_words
from dateline.language.lemmas import lemma as lemma_of
from dateline.language.tokens import Sentence, Tokens
from dateline.lexicons import read_facts
from dateline.quotes.sources import source_nouns

FADED, SCARCE, MISSING = -0.6, -0.8, -0.5
_FURTHEST = 14  # words between a subject and its verb
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_AUXILIARIES = WordClass("auxiliary", "modal", "future auxiliary")
_STOPS = frozenset(
    (",", ";", ":", "(", ")", "–", "—", "and", "but", "that", "because", "as", "while", "when")
)
_PARTICLES = {("break", "down"), ("fall", "apart"), ("fall", "through"), ("die", "down"), ("die", "out")}
_DOWN = frozenset(("down", "gone", "over", "lower"))  # after "is"
_WANING = frozenset(("decline", "wane", "decrease", "retreat", "ebb"))  # after "is on the"
_HELD = frozenset(("hostage", "captive", "abductee", "detainee"))
_FREEING = frozenset(("free", "release", "rescue", "liberate", "save"))
_PHYSICAL = frozenset(("die", "fall", "drop", "sink", "slip", "slide", "tumble", "collapse", "pass", "crash"))
_PERSONS = frozenset(("victim", "killer", "murderer", "terrorist", "hostage", "criminal", "hero", "casualty"))
_COMING = frozenset(
    "appear arrive come follow happen help hold last materialise materialize reach return show work".split()
)
_LETTING = frozenset(("let", "allow", "permit", "release", "free"))
_SOME = frozenset(
    ("a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "my", "our")
)
_SOME |= frozenset(("quite", "every", "no", "not"))
_ENDS = frozenset(
    ("IN", "TO", "RB", "RBR", "RP", "CC", "CD", "WDT", "WRB", ",", ".", ":", "''", "-RRB-", ")", "$")
)


@cache
def _faders() -> dict[str, frozenset[str]]:
    rows = list(read_facts("tone_faders.csv"))
    return {part: frozenset(row["lemma"] for row in rows if row["part"] == part) for part in ("verb", "noun")}


@cache
def _people() -> frozenset[str]:
    people = {noun for noun, kind in source_nouns().items() if kind == "people"}
    return _PERSONS | people | role_words().keys()


def fader_of(tokens: Tokens, sentence: Sentence, word: int) -> int | None:
    """Find what makes the thing a noun names fade, fall or end: a verb behind it, a noun or participle before it.

    In "hopes of a deal faded" it is the verb, in "a drop in murders" and "dwindling hopes" the word before.
    """
    if tokens.tag[word][:2] not in ("NN", "") or tokens.tag[word].startswith("NNP"):
        return None
    lemma = tokens.lemma[word].lower()
    verbs, nouns = _faders()["verb"], _faders()["noun"]
    before = word - 1
    fading = before >= sentence.first and _participle(tokens, before) in verbs
    if fading and (before == sentence.first or tokens.lemma[before - 1].lower() not in _AUXILIARIES):
        return before
    for at in range(word - 1, max(sentence.first, word - 5), -1):
        if tokens.word[at].lower() in ("in", "of") and tokens.lemma[at - 1].lower() in nouns:
            return at - 1 if tokens.tag[at - 1][:2] == "NN" else None
        if tokens.tag[at][:1] not in ("J", "D", "N", "P", "C"):
            break
    for at in range(word + 1, min(sentence.last, word + _FURTHEST)):
        if tokens.word[at].lower() in _STOPS:
            return None
        helping = tokens.lemma[at].lower() in _AUXILIARIES
        if helping and tokens.lemma[at].lower() == "be" and _is_down(tokens, sentence, at, lemma):
            return at + 1
        going = tokens.tag[at] != "VBG" or tokens.lemma[at - 1].lower() == "be"
        if tokens.tag[at][:2] == "VB" and not helping and going:
            return at if _fades(tokens, sentence, at, lemma) else None
        if tokens.tag[at] in _FINITE and not helping:
            return None
    return None


def _is_down(tokens: Tokens, sentence: Sentence, be: int, subject: str) -> bool:
    """Tell "crime is down by a fifth", "corruption is on the decline" from "the road is down the hill"."""
    low = [word.lower() for word in tokens.word[be + 1 : min(sentence.last, be + 5)]]
    if low[:2] == ["on", "the"]:
        return low[2:3] != [] and low[2] in _WANING
    after = be + 2
    ended = after >= sentence.last or tokens.tag[after] in _ENDS or tokens.word[after].lower() == "sharply"
    return low[:1] != [] and low[0] in _DOWN and ended and subject not in _people()


def denied_by_idiom(tokens: Tokens, sentence: Sentence, word: int) -> int | None:
    """Find the "anything" of "anything but fair", the "far" of "far from safe"."""
    for at in range(word - 2, max(sentence.first, word - 4) - 1, -1):
        pair = (tokens.word[at].lower(), tokens.word[at + 1].lower())
        if pair == ("anything", "but") or (pair == ("far", "from") and tokens.tag[word][:1] in "JVR"):
            return at
        if tokens.tag[at + 1][:2] not in ("DT", "RB", "JJ"):
            return None
    return None


def freed_by(tokens: Tokens, word: int) -> int | None:
    """Find the verb of "freed forty hostages", "the hostages were released"."""
    verb = governor(tokens, word)
    held = tokens.lemma[word].lower() in _HELD and stands_as(tokens, word, rel.OBJECT, rel.PASSIVE_SUBJECT)
    return verb if held and verb >= 0 and tokens.lemma[verb].lower() in _FREEING else None


def _participle(tokens: Tokens, word: int) -> str:
    """Give the verb of "dwindling", tagged as a verb or an adjective; "" for other words."""
    if tokens.tag[word] not in ("VBG", "JJ") or not tokens.word[word].lower().endswith("ing"):
        return ""
    return lemma_of(tokens.word[word], "VBG").lower()


def _fades(tokens: Tokens, sentence: Sentence, verb: int, subject: str) -> bool:
    """Tell whether a verb says that its subject fades: a fader without an object."""
    lemma = tokens.lemma[verb].lower()
    after = verb + 1
    pair = after < sentence.last and (lemma, tokens.word[after].lower()) in _PARTICLES
    if lemma not in _faders()["verb"] and not pair:
        return False
    if lemma in _PHYSICAL and subject in _people():
        return False
    if tokens.tag[verb - 1] == "MD" or tokens.word[verb - 1].lower() == "to":
        return False
    return (
        pair
        or after >= sentence.last
        or tokens.tag[after] in _ENDS
        or tokens.word[after].lower() == "sharply"
    )


def is_scarce(tokens: Tokens, word: int) -> bool:
    """Tell "few trust him" and "little progress" from "a few friends" and "the little girl"."""
    if tokens.word[word].lower() not in ("few", "little"):
        return False
    before = tokens.word[word - 1].lower() if word else ""
    after = tokens.word[word + 1].lower() if word + 1 < len(tokens) else ""
    return before not in _SOME and after not in ("more", "over", "by", "rock")


def fails_to_come(tokens: Tokens, sentence: Sentence, word: int) -> int | None:
    """Find the negation of "aid has not arrived": the verb behind says that what is named did not come."""
    if tokens.tag[word][:2] not in ("NN", "") or tokens.tag[word].startswith("NNP"):
        return None
    negated = None
    for at in range(word + 1, min(sentence.last, word + 6)):
        low = tokens.word[at].lower()
        if low in ("not", "n't", "n’t", "never"):
            negated = at
        elif tokens.tag[at][:2] == "VB" and tokens.lemma[at].lower() in _COMING:
            return negated
        elif tokens.lemma[at].lower() not in _AUXILIARIES and tokens.tag[at] != "RB":
            return None
    return None


def outdoes(tokens: Tokens, sentence: Sentence, negator: int) -> bool:
    """Tell "no one celebrated louder than the mayor", which celebrates, from "no one celebrated"."""
    if tokens.word[negator].lower() not in ("no", "nobody", "none", "never", "nothing", "few"):
        return False
    for at in range(negator + 1, min(sentence.last - 1, negator + 8)):
        low = tokens.word[at].lower()
        if tokens.word[at + 1].lower() == "than" and (low.endswith("er") or low in ("more", "better")):
            return True
    return False


def is_let(tokens: Tokens, negator: int, word: int) -> bool:
    """Tell "can't let killers out", where only the letting is denied, from "no killers"."""
    return any(tokens.lemma[at].lower() in _LETTING for at in range(negator + 1, min(word, negator + 6)))
