"""The ranker: of all that was spoken of, what a pronoun or phrase most likely means; nothing is better than wrong.

A listwise logistic model: each option's signals add up to a score, and the scores of all options, "nothing" among
them, to probabilities. Weights stand in lexicons/coreference_weights.csv, a row a group of words and signal.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from dateline.coreference.choice import Choice, Option
from dateline.coreference.discourse import Discourse, Thing
from dateline.coreference.naming import Entry, Linked
from dateline.coreference.referents import Referent, referents
from dateline.coreference.rivals import SOMEBODY, another_speaks, only_within_marks, rival
from dateline.coreference.sameness import told_new, told_same
from dateline.coreference.settled import is_blamed, speaks_on, spoken_for
from dateline.coreference.signals import (
    GENDERS,
    GROUPS,
    Place,
    can_mean,
    none_signals,
    place_of,
    salience,
    signals,
)
from dateline.coreference.speech import says, speeches
from dateline.grammar import relations as rel
from dateline.grammar.clauses import SUBJECTS
from dateline.grammar.hanging import governor, stands_as
from dateline.knowledge.names import fold
from dateline.language import Tokens
from dateline.lexicons import read_facts

SPEAKS_ON, BLAMED, SPOKEN_FOR = "speaks on", "blamed", "spoken for"
SO_CALLED, LIKELIEST = "so called", "likeliest"
_SETTLED = (SPEAKS_ON, BLAMED, SPOKEN_FOR)
_BACK = {"he": 4, "it": 2, "they": 2}  # sentences that are looked back over; phrases look further
_FAR = 30
_MOST = 40  # things that are looked back at
_NEXT = 4  # pronouns that are looked ahead over
_OPTIONS = 12  # things that are weighed
_NEW = 0.8  # how likely a phrase must bring in something new to be taken so, whatever suits it
_WEATHER = frozenset(("rain", "snow", "drizzle"))
_SPOKESMEN = frozenset(("spokesman", "spokeswoman", "spokesperson"))
_ELSE = "somebody without a name is near"
_CLEAR = 0.75  # how sure a tie must be to one who never spoke, where another did
_SURE = 0.8  # how sure a "he" must be to settle a gender

Weights = dict[str, dict[str, float]]


class Told(NamedTuple):
    """The direct speech of a text."""

    number: list[int]  # of the speech that each token stands in, -1 for none
    speaker: dict[int, str]  # the entity that speaks in each; whom a pronoun names is added when it is tied
    behind: dict[int, list[int]]  # by the token of who is named behind his words: their speeches
    begins: dict[int, int]  # where the first of these begins


class Unnamed(NamedTuple):
    """A pronoun that means somebody or something without a name, the noun that told of it, and how likely that is."""

    pronoun: int  # token
    noun: int  # token
    share: float


Decide = Callable[[Choice], tuple[Thing | None, float]]


@cache
def weights() -> Weights:
    """Read the learned weights: group of words, then signal."""
    found: Weights = {}
    for row in read_facts("coreference_weights.csv"):
        found.setdefault(row["group"], {})[row["signal"]] = float(row["weight"])
    return found


def probabilities(choice: Choice, weights: Weights) -> list[float]:
    """Give each option its probability."""
    return shares_of(choice.place.group, [option.signals for option in choice.options], weights)


def shares_of(group: str, options: Sequence[Sequence[str]], weights: Weights) -> list[float]:
    """Give options of a group of words, by their signals, their probabilities."""
    known = weights.get(group, {})
    scores = [sum(known.get(signal, 0.0) for signal in signals) for signals in options]
    top = max(scores)
    odds = [math.exp(score - top) for score in scores]
    total = sum(odds)
    return [odd / total for odd in odds]


def likeliest(choice: Choice, weights: Weights) -> tuple[Thing | None, float]:
    """Give the likeliest option and its probability."""
    shares = probabilities(choice, weights)
    best = max(range(len(shares)), key=lambda k: (shares[k], -k))
    return choice.options[best].thing, shares[best]


def so_called(choice: Choice, weights: Weights) -> tuple[Thing, float] | None:
    """Give who is called by the very sort of thing it is ("the carmaker" after Toyota), if one is by far the likeliest.

    With no word to say which one is meant, such a phrase hardly ever brings in something new.
    """
    if not choice.place.sort:
        return None
    shares = probabilities(choice, weights)
    rest = sum(shares[:-1])
    best = max(range(len(shares) - 1), key=lambda k: (shares[k], -k), default=-1)
    if best < 0 or shares[-1] > _NEW or "sort fits bare" not in choice.options[best].signals:
        return None
    if choice.place.sort == "person" and _ELSE in choice.options[-1].signals:
        return None  # "A man was held, Inspector Brown said. The 54-year-old ..." is not Brown
    thing = choice.options[best].thing
    return None if thing is None else (thing, shares[best] / rest)


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
        rule, (thing, share) = _decided(choice, tokens, told.number, told.speaker, learned)
        referent = choice.referent
        if thing is None or not thing.entity:
            if thing is not None and not choice.place.sort:
                unnamed.extend(_without_a_name(tokens, referent.head, thing, share))
            return thing, share
        if not choice.place.sort:  # "the court" is the Supreme Court, whatever "it" meant in between
            share *= thing.sure
        unsure = share < least.get(choice.place.group, 0.5)
        if not unsure and rule not in _SETTLED:
            unsure = rival(tokens, choice, thing, probabilities(choice, learned))
            unsure = unsure or (share < _CLEAR and another_speaks(choice, thing))
            unsure = unsure or only_within_marks(choice, thing)
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


def _without_a_name(tokens: Tokens, pronoun: int, thing: Thing, share: float) -> list[Unnamed]:
    """Note whom without a name a pronoun means, by the first phrase that told of it whole, in no headline.

    Not "he" of "a spokesman said he had left", who is mostly another.
    """
    told = [one for one in thing.mentions if one.form != "pronoun" and one.head < pronoun]
    if not told:
        return []
    latest, whole = told[-1].head, [one for one in told if one.number == "p" or one.definite != "bare"]
    same_sentence = tokens.sentence[latest] == tokens.sentence[pronoun]
    if same_sentence and tokens.lemma[latest].lower() in _SPOKESMEN and says(tokens, latest):
        return []
    return [Unnamed(pronoun, (whole or told)[0].head, share * thing.sure)]


def _decided(
    choice: Choice, tokens: Tokens, speech: list[int], speaker: dict[int, str], learned: Weights
) -> tuple[str, tuple[Thing | None, float]]:
    """Give the first rule that knows who is meant, and whom with which probability."""
    if meant := speaks_on(speech, speaker, tokens, choice):
        return SPEAKS_ON, meant
    if meant := is_blamed(tokens, choice):
        return BLAMED, meant
    if meant := spoken_for(tokens, choice):
        return SPOKEN_FOR, meant
    if meant := so_called(choice, learned):
        return SO_CALLED, meant
    return LIKELIEST, likeliest(choice, learned)


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
                discourse.add(discourse.named(referent), referent)
                continue
            thing = discourse.plain(referent)
            sort = _phrase_sort(referent, fold(tokens.lemma[referent.head]) in discourse.sorts)
            if sort:
                choice = _choice(discourse, referent, place_of(tokens, token, "phrase", sort, *spoken), [])
                meant = decide(choice)[0] if len(choice.options) > 1 else None
                thing = meant or thing
                thing.heads.add(fold(tokens.lemma[referent.head]))
            discourse.add(thing, referent)
            continue
        if _is_idiom(tokens, token):
            continue
        referent = Referent(token, token + 1, token, "", "", "pronoun", "s", "", "pronoun")
        place = place_of(tokens, token, GROUPS[tokens.word[token].lower()], "", *spoken)
        later = _names_after(tokens, place, names, heads)
        choice = _choice(discourse, referent, place, later)
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


def _names_after(tokens: Tokens, place: Place, names: list[Referent], heads: list[int]) -> list[Referent]:
    """List the names later in the sentence that a pronoun may run ahead of: subjects of a verb above it."""
    end = tokens.sentences[place.sentence].last
    found = []
    for referent in names[bisect_left(heads, place.token) :][:6]:
        if referent.head >= end:
            break
        head = referent.head
        while stands_as(tokens, head, *rel.IN_A_NAME) and governor(tokens, head) >= 0:
            head = governor(tokens, head)
        if stands_as(tokens, head, *SUBJECTS) and governor(tokens, head) in place.above[1:]:
            found.append(referent)
    return found


def _choice(discourse: Discourse, referent: Referent, place: Place, later: list[Referent]) -> Choice:
    """Gather what a pronoun or phrase may mean, the nearest first, nothing last."""
    tokens = discourse.tokens
    back = _BACK.get(place.group, _FAR)
    things: list[Thing] = []
    options: list[Option] = []
    seen = set()
    for referent_after in later:
        thing = discourse.named(referent_after)
        before = bool(thing.mentions) and place.sentence - tokens.sentence[thing.latest.head] <= back
        if id(thing) in seen or before or not can_mean(discourse, place, thing, referent_after):
            continue
        seen.add(id(thing))
        shown = Thing(thing.entity, thing.kind, thing.gender, thing.number, [*thing.mentions, referent_after])
        things.append(thing)
        options.append(Option(thing, signals(discourse, place, shown, referent_after, 0)))
    rank = 0
    for thing in reversed(discourse.recent[-_MOST:]):
        mention = thing.latest
        if place.sentence - tokens.sentence[mention.head] > back or len(options) >= _OPTIONS:
            break
        if id(thing) in seen or not can_mean(discourse, place, thing, mention):
            continue
        things.append(thing)
        options.append(Option(thing, signals(discourse, place, thing, mention, rank)))
        rank += 1
    order = sorted(range(len(options)), key=lambda k: (-salience(tokens, place, things[k]), k))
    for rank, k in enumerate(order):
        options[k].signals.append(f"salience {min(rank, 3)}")
    gender = GENDERS.get(tokens.word[place.token].lower(), "")
    if gender and any(thing.told_gender for thing in things):
        for option, thing in zip(options, things, strict=True):
            if not thing.told_gender:
                option.signals.append("gender of another known")
    named = sum(thing.entity != "" for thing in things)
    for option, told in zip(options, told_same(tokens, place.token, things), strict=True):
        option.signals.extend(told)
    options.append(Option(None, none_signals(discourse, place, len(options), named)))
    options[-1].signals.extend(told_new(tokens, place.token))
    if place.sort == "person" and any(
        thing.kind in SOMEBODY
        and not thing.entity
        and place.sentence - tokens.sentence[thing.latest.head] <= 4
        for thing in discourse.recent[-_MOST:]
    ):
        options[-1].signals.append(_ELSE)
    return Choice(referent, place, options)
