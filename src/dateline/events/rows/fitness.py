"""How fit to print a wording is: named signals of its words, its clause and its event, and the fittest of several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from dateline.events.records import Event
from dateline.events.rows.fitness_line import line_of, of_saying
from dateline.events.rows.fitness_subject import of_pronouns
from dateline.events.rows.noted import noted
from dateline.events.rows.standing import sentence_words, whole_clause
from dateline.events.rows.syntax import Parse, position
from dateline.events.rows.weights import Weights, probability, read_weights
from dateline.events.rows.written import CLAUSE, CUT, FRAMED, TRIMMED, Wording
from dateline.grammar import relations as rel
from dateline.grammar.verbs import NEGATIONS

FILE = "row_wordings.csv"
_LENGTHS = ((4, "4 words or fewer"), (8, "5 to 8 words"), (13, "9 to 13 words"), (18, "14 to 18 words"),
            (24, "19 to 24 words"), (32, "25 to 32 words"), (44, "33 to 44 words"))  # fmt: skip


def signals_of_wording(
    parse: Parse,
    event: Event,
    token: int,
    wording: Wording,
    told: int = 2,
    called: Mapping[int, str] = MappingProxyType({}),
) -> dict[str, float]:
    """Read every signal of one wording of an event.

    Parameters
    ----------
    parse, event
    token : int
        The word that tells the event.
    wording : Wording
        Its `text` is not looked at.
    told : int
        How well a cut clause tells (see `Clause`).
    called : mapping of int to str
        Pronoun -> the name of whom it means, in brief.

    Returns
    -------
    dict of str to float
        The signals that are there, mostly 1.
    """
    line = line_of(parse, wording)
    words, top = line.words, line.top
    found = dict.fromkeys(
        (
            *line.names,
            *_of_kind(parse, wording, told, len(words)),
            *_of_own_word(parse, top, token, words),
            *_of_what_is_left_out(parse, token, top, words | _told_by_the_day(parse, event)),
            *_of_own_speech(parse, token, words),
            *_of_event(parse, event, token, words),
        ),
        1.0,
    )
    sentence = sentence_words(parse, token)
    whole = whole_clause(parse, token) if token >= 0 else frozenset()
    found["share of the clause"] = len(words & whole) / max(1, len(whole))
    found["share of the sentence"] = len(words) / max(1, len(sentence))
    found["words"] = min(60, len(words) + wording.filled) / 10
    found["words in its sentence"] = min(60, len(sentence)) / 10
    found["weight as a row"] = event.weight
    for name in of_pronouns(parse, wording, called):
        found[name] = min(3.0, found.get(name, 0.0) + 1)
    found |= line.numbers
    return {name: value for name, value in found.items() if value}


def _told_by_the_day(parse: Parse, event: Event) -> set[int]:
    """List the words of the event's date phrase, which nobody misses beside the day of the row."""
    if event.date_start is None or event.date_end is None:
        return set()
    found = (parse.at.get(at) for at in range(event.date_start, min(event.date_end, event.date_start + 80)))
    return {token for token in found if token is not None}


def _of_kind(parse: Parse, wording: Wording, told: int, count: int) -> Iterator[str]:
    kind = {TRIMMED: CLAUSE, FRAMED: CLAUSE, CUT: f"{CUT} {told}"}.get(wording.kind, wording.kind)
    yield kind
    length = next((name for most, name in _LENGTHS if count + wording.filled <= most), "45 words or more")
    yield length
    yield f"{'cut' if wording.kind == CUT else 'standing'}, {length}"


def _of_own_word(parse: Parse, top: int, token: int, words: frozenset[int]) -> Iterator[str]:
    """Say how far the event's own word is from the head of the wording."""
    if top < 0:
        return
    if top == token:
        yield "its own word at its head"
    elif token not in words:
        yield "without its own word"
    else:
        steps, at = 0, token
        while at != top and at >= 0 and steps < 6:
            at, steps = parse.governor(at), steps + 1
        yield f"{min(steps, 4)} below its head"
        yield f"its own word: {parse.relation(token).partition(':')[0]}"


def _of_what_is_left_out(parse: Parse, token: int, top: int, words: frozenset[int]) -> Iterator[str]:
    """Name by relation what hangs on a printed word and is not printed, near the deed and elsewhere."""
    missed = noted(parse).missed
    for word in missed.keys() & words:
        for one in missed[word]:
            if one.word in words:
                continue
            yield from one.names
            if one.tail:
                yield f"{one.tail} of the deed" if word in (token, top) else one.tail
    joints = parse.among(words, rel.COORDINATOR)
    if any(parse.governor(joint) not in words for joint in joints):
        yield "and without its second part"
    parts = [word for word in parse.among(words, rel.CONJUNCT) if parse.governor(word) in words]
    heads = {parse.governor(one) for one in joints}
    for part in parts:
        siblings = [one for one in parts if parse.governor(one) == parse.governor(part)]
        if not any(one in heads for one in siblings):
            yield "a list without and"


def _of_own_speech(parse: Parse, token: int, words: frozenset[int]) -> Iterator[str]:
    """Say whether the event tells what somebody says, and whether what is said is there."""
    yield from of_saying(parse, "deed", token, words)
    if not noted(parse).questions.isdisjoint(sentence_words(parse, token)):
        yield "a question"


def _of_event(parse: Parse, event: Event, token: int, words: frozenset[int]) -> Iterator[str]:
    """Say what is known of the event."""
    yield f"status {event.status}"
    yield f"place {position(parse, event.start)}"
    yield f"class {event.class_}"
    if event.type:
        yield "typed"
    if not event.actor:
        yield "nobody acts"
    if event.first is not None:
        yield "dated"
    if event.said_by:
        yield "told by somebody"
    if event.status == "denied" and not any(parse.tokens.word[word].lower() in NEGATIONS for word in words):
        yield "denied, without not"
    if parse.tokens.sentences[event.sentence].part != "body":
        yield f"in the {parse.tokens.sentences[event.sentence].part}"


@cache
def fitness_weights() -> Weights:
    """Read the weights of the package."""
    return read_weights(FILE)["fit"]


def fitness(signals: Mapping[str, float], model: Weights) -> float:
    """Say how likely an editor prints a wording as it stands."""
    return probability(model.logit(signals))
