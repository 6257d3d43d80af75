"""The words of one event: the clause round its trigger, cut down to what a chart has room for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from dateline.language.tokens import Tokens

WORDS = 14  # a longer clause loses its last phrases
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
_CORE = (*SUBJECTS, "obj", "iobj", "xcomp", "ccomp", "aux", "aux:pass", "cop", "compound:prt", "obl:agent")
_LOOSE = ("obl", "obl:npmod", "obl:unmarked", "nmod", "nmod:poss")
_NEVER = (
    "punct", "discourse", "parataxis", "appos", "acl:relcl", "advcl", "advcl:relcl", "vocative", "dislocated",
    "orphan", "obl:tmod", "nmod:tmod", "mark", "cc:preconj",
)  # fmt: skip
# Verbs that only carry the noun they act on: "had a call", "held talks", "made a visit".
LIGHT = frozenset(
    (
        "conduct",
        "do",
        "give",
        "have",
        "hold",
        "launch",
        "lead",
        "make",
        "open",
        "pay",
        "stage",
        "take",
        "undertake",
    )
)
_NEGATIONS = frozenset(("not", "n't", "never", "no", "nor", "neither", "hardly", "no longer"))


class Clause(NamedTuple):
    """The words of an event, how many they are, and how well they tell it: 2 as a sentence, 1 as a noun, 0 in part."""

    text: str
    length: int
    tells: int


class Parse(NamedTuple):
    """The words of one article with the dependents of each at hand, and where each word starts."""

    tokens: Tokens
    children: list[list[int]]
    at: dict[int, int]  # first character of a word -> its number


def parse_of(text: str, words: pd.DataFrame) -> Parse:
    """Take one article's rows of the tokens table as a parse."""
    columns = {
        name: words[name].tolist()
        for name in ("start", "end", "lemma", "tag", "head", "relation", "sentence")
    }
    tokens = Tokens(text=text, sentences=[], names=[], word=words["text"].tolist(), **columns)
    return Parse(tokens, tokens.children(), {start: number for number, start in enumerate(tokens.start)})


def sentence_span(parse: Parse, start: int) -> tuple[int, int] | None:
    """Find the characters [start, end) of the sentence round a word."""
    token = parse.at.get(start)
    if token is None:
        return None
    sentence, first, last = parse.tokens.sentence, token, token
    while first > 0 and sentence[first - 1] == sentence[token]:
        first -= 1
    while last + 1 < len(sentence) and sentence[last + 1] == sentence[token]:
        last += 1
    return parse.tokens.start[first], parse.tokens.end[last]


def governors(parse: Parse, start: int) -> list[int]:
    """List where the verbs begin whose object, passive subject or purpose a word is or stands in; nearest first."""
    t = parse.tokens
    token, found = parse.at.get(start, -1), []
    for _ in range(6):
        if token < 0:
            break
        purpose = t.relation[token] in ("advcl", "xcomp") and any(
            _to(parse, child) for child in parse.children[token]
        )
        if (
            t.relation[token] not in ("obj", "nsubj:pass", "nmod", "conj", "amod", "compound", "acl")
            and not purpose
        ):
            break
        if t.relation[token] in ("obj", "nsubj:pass") or purpose:
            found.append(t.start[t.head[token]])
        token = t.head[token]
    return found


def is_state(parse: Parse, start: int) -> bool:
    """Tell an adjective ("is concerned") from what happens."""
    token = parse.at.get(start, -1)
    return token >= 0 and (
        parse.tokens.tag[token].startswith("JJ")
        or any(parse.tokens.relation[child] == "cop" for child in parse.children[token])
    )


def clause_of(parse: Parse, start: int, end: int, date: tuple[int, int] | None, actors: list[str]) -> Clause:
    """Word an event as the text does: subject, verb, object, place; not its date, asides and side clauses.

    Parameters
    ----------
    parse : Parse
    start, end : int
        The characters of the trigger.
    date : tuple of int, optional
        The characters of the date phrase, which are left out.
    actors : list of str
        Names that stand in where the clause itself has no subject, or a pronoun.

    Returns
    -------
    Clause
        Empty where the trigger is no word of the parse.
    """
    token = _trigger(parse, start, end)
    if token is None:
        return Clause("", 0, 0)
    t = parse.tokens
    head = t.head[token]
    carried = (
        t.relation[token] == "obj" and head >= 0 and t.lemma[head].lower() in LIGHT and _verbal(parse, head)
    )
    if carried:
        token = head
    phrases = _phrases(parse, token, date)
    kept = {token}.union(*(phrase for _, phrase in phrases))
    for relation, phrase in reversed(phrases):
        if len(kept) > WORDS and relation in (*_LOOSE, "ccomp", "amod", "nummod"):
            kept -= phrase
    return _worded(parse, token, kept - (_bracketed(parse, kept) - {token}), actors)


def _bracketed(parse: Parse, kept: set[int]) -> set[int]:
    """List the words that stand in brackets: "the Organization (OSCE)"."""
    inside, depth = set(), 0
    for word in range(min(kept), max(kept) + 1):
        mark = parse.tokens.word[word]
        depth = depth + 1 if mark in "([" else max(0, depth - 1) if mark in ")]" else depth
        if depth:
            inside.add(word)
    return inside


def _trigger(parse: Parse, start: int, end: int) -> int | None:
    """Find the head among the words of a trigger ("video call": call)."""
    inside = [parse.at[at] for at in range(start, min(end, start + 80)) if at in parse.at]
    for token in inside:
        if parse.tokens.head[token] not in inside:
            return token
    return inside[0] if inside else None


def _verbal(parse: Parse, token: int) -> bool:
    return parse.tokens.tag[token].startswith("VB") or any(
        parse.tokens.relation[child] in ("cop", *SUBJECTS) for child in parse.children[token]
    )


def _phrases(
    parse: Parse, token: int, date: tuple[int, int] | None, depth: int = 3
) -> list[tuple[str, set[int]]]:
    """List the dependents that belong to the clause: relation and words of each, in order of the text.

    An infinitive ("pledged to resolve the problem") comes in pieces, so that its last ones can be left out.
    """
    t = parse.tokens
    verbal = _verbal(parse, token)
    phrases: list[tuple[str, set[int]]] = []
    for child in parse.children[token]:
        relation = t.relation[child]
        core = relation in _CORE or (relation == "advmod" and t.word[child].lower() in _NEGATIONS)
        loose = relation in _LOOSE or (not verbal and relation in ("amod", "compound", "flat", "nummod"))
        inner = depth < 3 and relation in ("det", "case")
        if not core and not loose and not inner and not _to(parse, child):
            continue
        if t.tag[child] == "PRP$":  # "its talks": whose, is said by the name in front
            continue
        if relation == "obl" and child < token and depth == 3:  # "Because of the snow, ..."
            continue
        if relation == "xcomp" and depth:
            phrases += [(relation, {child}), *_phrases(parse, child, date, depth - 1)]
        elif (phrase := _subtree(parse, child, date)) and (relation in SUBJECTS or not _asks(parse, phrase)):
            phrases.append((relation, phrase))
    return phrases


def _asks(parse: Parse, phrase: set[int]) -> bool:
    """Tell a phrase of a relative clause, which leads away: "whose support", "where"."""
    return any(parse.tokens.tag[word] in ("WP$", "WDT", "WRB") for word in phrase)


def _subtree(parse: Parse, top: int, date: tuple[int, int] | None) -> set[int]:
    """Collect a phrase without asides, relative clauses and the event's date; an own stack, not recursion."""
    t = parse.tokens
    words, stack = set(), [top]
    while stack:
        token = stack.pop()
        if date and date[0] < t.end[token] and t.start[token] < date[1]:
            if token == top:
                return set()
            continue
        words.add(token)
        stack += [
            child
            for child in parse.children[token]
            if (t.relation[child] not in _NEVER or _to(parse, child) or _tight(parse, token, child))
            and not (t.relation[child] == "conj" and t.tag[child].startswith("VB"))
        ]
    return words


def _tight(parse: Parse, token: int, child: int) -> bool:
    """Tell a name right behind its title ("the former leader Saddam Hussein") from an aside after a comma."""
    t = parse.tokens
    first = child
    while first > token + 1 and t.head[first - 1] == child:
        first -= 1
    return (
        t.relation[child] == "appos" and t.tag[child].startswith("NNP") and t.word[first - 1][-1:].isalnum()
    )


def _to(parse: Parse, token: int) -> bool:
    return parse.tokens.relation[token] == "mark" and parse.tokens.word[token].lower() == "to"


def _worded(parse: Parse, token: int, kept: set[int], actors: list[str]) -> Clause:
    """Write the kept words with the spaces of the text; put names where the subject is missing or a pronoun."""
    t = parse.tokens
    subjects = [child for child in parse.children[token] if t.relation[child] in SUBJECTS and child in kept]
    verbal = _verbal(parse, token)
    stand_in = " and ".join(actors)
    pronoun = {s for s in subjects if t.tag[s] in ("PRP", "WP", "WDT", "DT", "EX")} if stand_in else set()
    words = _without_ends(parse, _with_punctuation(parse, kept), token)
    text = _joined(parse, words, dict.fromkeys(pronoun, stand_in))
    named = any(name.split()[-1] in text for name in actors)
    before_verb = verbal and any(t.tag[word].startswith(("NN", "PRP")) for word in words if word < token)
    if subjects or named or before_verb:
        return Clause(text, len(words), 1 + (verbal and bool(subjects)))
    borrowed = _borrowed_subject(parse, token) if verbal and not stand_in else set()
    before = _joined(parse, sorted(borrowed), {}) if borrowed else stand_in
    if before:
        text = text if t.tag[words[0]].startswith("NNP") else text[:1].lower() + text[1:]
        text = f"{before} {text}" if verbal else f"{before}: {text}"
    return Clause(text, len(words) + len(borrowed), int(bool(before) or not verbal))


def _joined(parse: Parse, words: list[int], instead: Mapping[int, str]) -> str:
    """Write words as they stand in the text: no space where there is none."""
    t = parse.tokens
    out, before = [], None
    for word in words:
        gap = "" if before is None or (t.start[word] == t.end[before] and word == before + 1) else " "
        out.append(gap + instead.get(word, t.word[word]))
        before = word
    return " ".join("".join(out).strip(" ,;:–-").split())


def _borrowed_subject(parse: Parse, token: int) -> set[int]:
    """Find the subject that a verb shares with the verb above it: "Biden met Putin and left"."""
    t = parse.tokens
    for _ in range(4):
        if t.relation[token] not in ("conj", "xcomp", "advcl", "ccomp", "parataxis") or t.head[token] < 0:
            return set()
        token = t.head[token]
        for child in parse.children[token]:
            if t.relation[child] in SUBJECTS:
                found = _subtree(parse, child, None)
                return (
                    found
                    if len(found) < WORDS and t.tag[child] not in ("PRP", "WP", "WDT", "DT", "EX")
                    else set()
                )
    return set()


def _with_punctuation(parse: Parse, kept: set[int]) -> set[int]:
    """Add commas and hyphens that stand between two kept words; never quotation marks or brackets."""
    t = parse.tokens
    low, high = min(kept), max(kept)
    marks = {
        i for i in range(low + 1, high) if t.word[i] in (",", "-", "–", "/", "&") and {i - 1, i + 1} <= kept
    }
    for hyphen in range(max(1, low - 2), high):
        glued = (
            t.word[hyphen] == "-"
            and t.end[hyphen - 1] == t.start[hyphen]
            and t.end[hyphen] == t.start[hyphen + 1]
        )
        if glued and hyphen + 1 in kept:
            marks |= {hyphen - 1, hyphen}
    return kept | marks


def _without_ends(parse: Parse, kept: set[int], token: int) -> list[int]:
    """Cut off prepositions and conjunctions left over at either end when what they joined was left out."""
    tag, words = parse.tokens.tag, sorted(kept)
    while len(words) > 1 and words[0] != token and tag[words[0]] in ("IN", "CC", "WDT", ","):
        words.pop(0)
    while len(words) > 1 and words[-1] != token and tag[words[-1]] in ("IN", "TO", "CC", "DT", ","):
        words.pop()
    return words


def names_in_brief(entities: list[str], names: Mapping[str, str]) -> list[str]:
    """Name entities in as few words as a headline does: the last name of a person."""
    brief = []
    for entity in entities:
        name = names.get(entity) or entity.partition(":")[2].replace("-", " ").title()
        brief.append(name.split()[-1] if entity.startswith("person:") and name.split() else name)
    return brief
