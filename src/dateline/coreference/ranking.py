"""The ranker: of all that was spoken of, what a pronoun or phrase most likely means; nothing is better than wrong.

Pronouns and phrases are decided in the order of the text (`walk`); `options` gathers what each may mean, `shares` says
how likely each is, `settled` and `rivals` what the grammar or somebody near says for or against it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from dateline.coreference.choice import Choice
from dateline.coreference.discourse import Discourse, Thing
from dateline.coreference.naming import Entry, Linked
from dateline.coreference.options import choice_of, named_inside, names_after
from dateline.coreference.referents import Referent, referents
from dateline.coreference.rivals import (
    another_fits,
    another_speaks,
    fits_a_named_one,
    only_within_marks,
    rival,
    shown_by_another,
)
from dateline.coreference.settled import is_blamed, said_before, says_of_himself, speaks_on, spoken_for
from dateline.coreference.shares import likeliest, probabilities, so_called, weights
from dateline.coreference.signals import GENDERS, GROUPS, place_of
from dateline.coreference.speech import speeches
from dateline.coreference.unnamed import Unnamed, without_a_name
from dateline.grammar.clauses import SUBJECTS
from dateline.grammar.hanging import governor, stands_as
from dateline.knowledge.names import fold
from dateline.language import Tokens

SPEAKS_ON, BLAMED, SPOKEN_FOR = "speaks on", "blamed", "spoken for"
OF_HIMSELF = "says of himself"
SO_CALLED, LIKELIEST = "so called", "likeliest"
_SETTLED = (SPEAKS_ON, OF_HIMSELF, BLAMED, SPOKEN_FOR)
_NEXT = 4  # pronouns that are looked ahead over
_WEATHER = frozenset(("rain", "snow", "drizzle"))
_CLEAR = 0.75  # how sure a tie must be to one who never spoke, where another did
_SURE = 0.8  # how sure a "he" must be to settle a gender


class Told(NamedTuple):
    """The direct speech of a text."""

    number: list[int]  # of the speech that each token stands in, -1 for none
    speaker: dict[int, str]  # the entity that speaks in each; whom a pronoun names is added when it is tied
    behind: dict[int, list[int]]  # by the token of who is named behind his words: their speeches
    begins: dict[int, int]  # where the first of these begins


Decide = Callable[[Choice], tuple[Thing | None, float]]


def link_rest(
    tokens: Tokens, links: list[Linked], entries: dict[str, Entry]
) -> tuple[list[Linked], list[Unnamed]]:
    """Tie pronouns of the third person and phrases such as "the company" to entities, where it is likely enough.

    Whoever has no name is weighed as well ("the driver", "gunmen", "the 54-year-old"): where one of them is the
    likeliest, or where nothing is, the pronoun stays untied, and is listed apart with whom it likely means.
    """
    learned = weights()
    least = {group: known.get("least", 0.5) for group, known in learned.items()}
    found: list[Linked] = []
    unnamed: list[Unnamed] = []
    told = speech_of(tokens, links)

    def decide(choice: Choice) -> tuple[Thing | None, float]:
        shares = probabilities(choice, learned)
        rule, (thing, share) = _decided(choice, tokens, told, shares)
        referent = choice.referent
        if thing is None or not thing.entity:
            if thing is not None and not choice.place.sort:
                unnamed.extend(without_a_name(tokens, choice, thing, share))
            return thing, share
        if not choice.place.sort:  # "the court" is the Supreme Court, whatever "it" meant in between
            share *= thing.sure
        unsure = share < least.get(choice.place.group, 0.5)
        if not unsure and rule not in _SETTLED:
            unsure = rival(tokens, choice, thing, shares) or another_fits(tokens, choice, thing, shares)
            unsure = unsure or (share < _CLEAR and another_speaks(choice, thing))
            unsure = unsure or only_within_marks(choice, thing) or shown_by_another(tokens, choice, thing)
        if unsure:
            if choice.place.sort:
                return None, share
            thing.guessed.add(referent.head)
            thing.sure = share
            return thing, share
        form = "nominal" if choice.place.sort else "pronoun"
        found.append(Linked(referent.first, referent.last, thing.kind, form, thing.entity, rule))
        return thing, share

    walk(tokens, links, entries, decide, told)
    return found, unnamed


def _decided(
    choice: Choice, tokens: Tokens, told: Told, shares: list[float]
) -> tuple[str, tuple[Thing | None, float]]:
    """Give the first rule that knows who is meant, and whom with which probability."""
    if meant := speaks_on(told.number, told.speaker, tokens, choice):
        return SPEAKS_ON, meant
    if meant := said_before(told.number, tokens, choice):
        return SPEAKS_ON, meant
    if meant := says_of_himself(tokens, choice):
        return OF_HIMSELF, meant
    if meant := is_blamed(tokens, choice):
        return BLAMED, meant
    if meant := spoken_for(tokens, choice):
        return SPOKEN_FOR, meant
    if meant := so_called(choice, shares):
        return SO_CALLED, meant
    return LIKELIEST, likeliest(choice, shares)


def walk(
    tokens: Tokens, links: list[Linked], entries: dict[str, Entry], decide: Decide, told: Told | None = None
) -> None:
    """Go through a text and have each pronoun and phrase decided, in order; from then on it is spoken of.

    `told` is the direct speech of the text, where it has been looked for already.
    """
    everybody = referents(tokens, sorted(links))
    told = told or speech_of(tokens, links)
    discourse = Discourse(tokens, entries)
    discourse.speech = told.number
    pronouns = [
        i for i, word in enumerate(tokens.word) if tokens.tag[i].startswith("PRP") and word.lower() in GROUPS
    ]
    turns = [(r.head, 1, r.head, n) for n, r in enumerate(everybody)]
    # “It failed,” he said: who speaks is decided before his words, in which he is not "he"
    early = [(told.begins[i], -1) if i in told.begins else _turn(tokens, i, pronouns) for i in pronouns]
    turns = sorted(turns + [(*turn, i, i) for turn, i in zip(early, pronouns, strict=True)])
    names = [r for r in everybody if r.entity and r.form in {"name", "short"}]
    heads = [r.head for r in names]
    for _, order, token, number in turns:
        is_phrase = order == 1
        spoken = told.number[token], told.speaker.get(told.number[token], "")
        if is_phrase:
            referent = everybody[number]
            if referent.entity:
                named = discourse.named(referent)
                if referent.form == "nominal" and tokens.tag[token] == "NN":  # "Acme, a carmaker"
                    named.heads.add(fold(tokens.lemma[token]))
                discourse.add(named, referent)
                continue
            thing = discourse.plain(referent)
            sort = _phrase_sort(referent, fold(tokens.lemma[referent.head]) in discourse.sorts)
            if sort:
                choice = choice_of(discourse, referent, place_of(tokens, token, "phrase", sort, *spoken), [])
                meant = decide(choice)[0] if len(choice.options) > 1 else None
                if not meant and not thing.mentions and tokens.word[referent.first].lower() == "the":
                    thing.doubted = fits_a_named_one(choice)
                thing = meant or thing
                thing.heads.add(fold(tokens.lemma[referent.head]))
            discourse.add(thing, referent)
            continue
        if _is_idiom(tokens, token):
            continue
        referent = Referent(token, token + 1, token, "", "", "pronoun", "s", "", "pronoun")
        place = place_of(tokens, token, GROUPS[tokens.word[token].lower()], "", *spoken)
        later = names_after(tokens, place, names, heads)
        others = named_inside(tokens, place, names, heads)
        choice = choice_of(discourse, referent, place, later, others)
        if len(choice.options) == 1:
            continue
        meant, share = decide(choice)
        if meant is None:
            continue
        gender = GENDERS.get(tokens.word[token].lower(), "")
        if gender and not meant.gender and share >= _SURE:
            meant.gender, meant.by_pronoun = gender, True
        told.speaker.update(dict.fromkeys(told.behind.get(token, ()), meant.entity))
        discourse.add(meant, referent)


def _is_idiom(tokens: Tokens, token: int) -> bool:
    """Tell "when it comes to the pledge", in which nobody comes, and "it rained"."""
    if stands_as(tokens, token, *SUBJECTS) and tokens.lemma[governor(tokens, token)].lower() in _WEATHER:
        return tokens.word[token].lower() == "it"
    near = [word.lower() for word in tokens.word[max(0, token - 1) : token + 3]]
    return near[:2] == ["when", "it"] and near[2:] in (["comes", "to"], ["came", "to"])


def _turn(tokens: Tokens, token: int, pronouns: list[int]) -> tuple[int, int]:
    """When is a pronoun decided? Where it stands, an owner ahead of its subject ("In his speech, he ...") after it.

    Who owns what a clause opens with is whoever the clause is about, and the subject shows that better.
    """
    if tokens.tag[token] != "PRP$":
        return token, 0
    gender, sentence = GENDERS.get(tokens.word[token].lower()), tokens.sentence[token]
    above = place_of(tokens, token, "he", "", -1, "").above
    after = bisect_left(pronouns, token) + 1
    for subject in pronouns[after : after + _NEXT]:
        if tokens.sentence[subject] != sentence:
            break
        same = gender and GENDERS.get(tokens.word[subject].lower()) == gender
        if same and stands_as(tokens, subject, *SUBJECTS) and governor(tokens, subject) in above:
            return subject, 2
    return token, 0


def _phrase_sort(referent: Referent, named_so: bool = False) -> str:
    """Tell which phrases may mean somebody named before: definite ones, by their sort or as a body's name ends."""
    if referent.definite != "definite" or referent.number != "s":
        return ""
    if named_so:
        return "group"
    return {"person": "person", "likely person": "person", "group": "group", "place": "place"}.get(
        referent.kind, ""
    )


def speech_of(tokens: Tokens, links: list[Linked]) -> Told:
    """Number the direct speech that each token stands in (-1: none), and tell who speaks in it."""
    known = sorted(link for link in links if link.entity)
    told = Told([-1] * len(tokens), {}, {}, {})
    for n, one in enumerate(speeches(tokens, known)):
        told.number[one.first : one.last] = [n] * (one.last - one.first)
        told.speaker[n] = one.speaker
        if one.subject >= 0 and not one.speaker:
            told.behind.setdefault(one.subject, []).append(n)
        if one.subject >= one.last:
            told.begins.setdefault(one.subject, one.first)
    return told
