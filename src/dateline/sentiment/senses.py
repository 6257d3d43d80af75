"""Words with tone that have none where they stand: topics, places and parts of names.

A war museum is no war, hostage talks take no hostage, a village that lies in a valley tells no lie.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.knowledge.nouns import role_words
from dateline.language.tokens import Tokens
from dateline.quotes.sources import source_nouns

_LYING = frozenset(("lie", "lies", "lay", "lying"))
_WHERE = frozenset(
    """above across along alongside amid at behind below beneath beside between beyond close east halfway in
    inland inside just midway near next north off on opposite outside south under underneath west
    within""".split()
)
_SITS = {"lies": "sits", "lie": "sit", "lying": "based"}
_PLACING = "|".join(
    sorted(_WHERE - {"in", "at", "behind", "between", "beyond", "beneath", "under", "inside"})
)
_LIES = re.compile(
    rf"\b(?:lies|lie|lying)(?= (?:\d[\d,.]{{0,8}} \w{{1,12}} )?(?:{_PLACING}|in (?:the|a) (?:\w{{2,12}} )?"
    r"(?:valley|north|south|east|west|bay|plain|mountains|hills|desert|heart|centre|center|region|province))\b)",
    re.IGNORECASE,
)
# What is named after a thing, good or bad, and is neither.
_NAMED_AFTER = frozenset(
    """album archive area article beacon boat book calendar camera card case center centre charity class clinic
    conference coordinator correspondent course day debate department desk detector dog drama drug editor effort
    envoy equipment exercise exhibition expert file film fiction fund game guide helicopter history hotline
    institute insurance kit label lab laboratory lamp law lawyer legislation light magazine manual map meeting
    memoir memorial message mission monitor monument movie museum negotiation negotiator novel office page panel
    photograph photographer plane plan play poet poetry policy post procedure program programme project
    prevention registry report reporter research researcher room scene scheme school scientist screening season
    secretary section seminar series service sheet ship show sign siren song specialist squad statistic statistics
    story strategy study summit survey system table talk task team tent test theory therapy thriller training
    treatment trial truck unit vaccine van veteran vessel video ward website worker workshop writer""".split()
)
_HARM = frozenset(("victim", "suspect", "scandal", "crisis", "toll", "threat", "spree", "wave"))


@cache
def _plain() -> frozenset[str]:
    """Nouns that take no tone from the noun before them: whom and what one names after a matter."""
    return (_NAMED_AFTER | source_nouns().keys() | role_words().keys()) - _HARM


def is_topic(tokens: Tokens, first: int, last: int) -> bool:
    """Tell the first noun of "war museum", "hostage talks" and "cancer charity" from a war, a hostage, cancer.

    The last noun of the compound must be one of persons, bodies and things that are named after their matter.
    """
    if (
        tokens.tag[first][:1] not in ("N", "V", "J")
        or last >= len(tokens)
        or tokens.tag[last] not in ("NN", "NNS")
    ):
        return False
    if tokens.tag[first][:2] == "JJ" or (tokens.tag[first][:1] == "V" and tokens.tag[first] != "VBG"):
        return False
    end = last
    while (
        end + 1 < len(tokens)
        and tokens.tag[end + 1][:2] == "NN"
        and tokens.sentence[end + 1] == tokens.sentence[first]
    ):
        end += 1
    if tokens.sentence[last] != tokens.sentence[first] or tokens.end[last - 1] == tokens.start[last]:
        return False
    return any(tokens.lemma[word].lower() in _plain() for word in range(last, end + 1))


def lies_somewhere(tokens: Tokens, word: int) -> bool:
    """Tell a town that lies near a border from a witness who lies."""
    after = word + 1
    if tokens.word[word].lower() not in _LYING or after >= len(tokens):
        return False
    if tokens.tag[after] == "CD" and after + 2 < len(tokens):  # "lies 20 km north of"
        return True
    return tokens.word[after].lower() in _WHERE and tokens.tag[word][:2] in ("VB", "NN", "")


def lying_somewhere(text: str) -> str:
    """Put a word of the same length for the "lies" of a place, which a model of words takes for a falsehood.

    >>> lying_somewhere("The reef lies 20 km off Perth."), lying_somewhere("She lies in court.")
    ('The reef sits 20 km off Perth.', 'She lies in court.')
    """
    return _LIES.sub(lambda match: _SITS[match.group().lower()], text)


def in_name(tokens: Tokens, word: int) -> bool:
    """Tell the Fear of "Cape Fear" from a fear: a capital within a sentence beside a name."""
    if not tokens.word[word][:1].isupper() or tokens.sentences[tokens.sentence[word]].part == "headline":
        return False
    before = word - 1
    opens = before < 0 or tokens.sentence[before] != tokens.sentence[word]
    return (
        not opens
        and tokens.tag[before] == "NNP"
        and tokens.word[before][:1].isupper()
        and not (tokens.word[word].isupper() and len(tokens.word[word]) > 3)
    )
