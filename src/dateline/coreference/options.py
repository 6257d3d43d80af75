"""What a pronoun or phrase may mean: the things spoken of that suit it, each with its signals, and nothing."""

from __future__ import annotations

from bisect import bisect_left

from dateline.coreference.choice import Choice, Option
from dateline.coreference.discourse import Discourse, Thing
from dateline.coreference.referents import Referent
from dateline.coreference.sameness import told_new, told_same
from dateline.coreference.signals import GENDERS, Place, can_mean, none_signals, salience, signals
from dateline.grammar import relations as rel
from dateline.grammar.clauses import SUBJECTS
from dateline.grammar.hanging import governor, heads_above, outermost, stands_as
from dateline.knowledge.names import fold
from dateline.knowledge.nouns import PERSONS
from dateline.language import Tokens

SOMEBODY_ELSE = "somebody without a name is near"
_BACK = {"he": 4, "it": 2, "they": 2}  # sentences that are looked back over; phrases look further
_FAR = 30
_MOST = 40  # things that are looked back at
_OPTIONS = 12  # things that are weighed


def names_after(tokens: Tokens, place: Place, names: list[Referent], heads: list[int]) -> list[Referent]:
    """List the names later in the sentence that a pronoun may run ahead of: subjects of a verb above it."""
    end = tokens.sentences[place.sentence].last
    found = []
    for referent in names[bisect_left(heads, place.token) :][:6]:
        if referent.head >= end:
            break
        head = outermost(tokens, referent.head, *rel.IN_A_NAME)
        if stands_as(tokens, head, *SUBJECTS) and governor(tokens, head) in place.above[1:]:
            found.append(referent)
    return found


def named_inside(tokens: Tokens, place: Place, names: list[Referent], heads: list[int]) -> frozenset[str]:
    """List who is named in what a subject says or does, and so is not it: "He said Brown had left" is not Brown."""
    if not stands_as(tokens, place.token, *SUBJECTS):
        return frozenset()
    end, verb = tokens.sentences[place.sentence].last, governor(tokens, place.token)
    first = bisect_left(heads, place.token)
    inside = names[first : bisect_left(heads, end, first)]
    return frozenset(one.entity for one in inside[:_OPTIONS] if verb in heads_above(tokens, one.head))


def choice_of(
    discourse: Discourse,
    referent: Referent,
    place: Place,
    later: list[Referent],
    others: frozenset[str] = frozenset(),
) -> Choice:
    """Gather what a pronoun or phrase may mean but for some others, the nearest first, nothing last."""
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
        other = thing.entity != "" and thing.entity in others
        same = thing.doubted and place.sort and fold(tokens.lemma[place.token]) in thing.heads
        if other or same or id(thing) in seen or not can_mean(discourse, place, thing, mention):
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
        thing.kind in PERSONS
        and not thing.entity
        and place.sentence - tokens.sentence[thing.latest.head] <= 4
        for thing in discourse.recent[-_MOST:]
    ):
        options[-1].signals.append(SOMEBODY_ELSE)
    return Choice(referent, place, options)
