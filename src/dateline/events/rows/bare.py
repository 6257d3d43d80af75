"""Subjects with nothing that tells which: "the bank", "this treaty"; and what says more of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from dateline.events.rows.syntax import Parse
from dateline.events.rows.wording import joined, names_in_brief
from dateline.grammar import relations as rel
from dateline.grammar.clauses import SUBJECTS
from dateline.grammar.words import WordClass
from dateline.knowledge.nouns import noun_kind

_PHRASES = ("nominal", "title")
_LONGEST = 6  # words that tell which one it is
_TELLING = (rel.ADJECTIVE, rel.COMPOUND, rel.POSSESSOR)
_WHICH = (
    *_TELLING,
    rel.NUMBER,
    rel.NOUN_MODIFIER,
    rel.ADNOMINAL_CLAUSE,
    rel.RELATIVE_CLAUSE,
    rel.FLAT,
    rel.COPULA,
)
_UNTOLD = "-"  # a phrase that other words tell apart
_NEAR = 8  # sentences from the fuller words
_MAY_BE = {
    "group": ("ORG", "PLACE", "MISC"),
    "place": ("PLACE", "ORG"),
    "person": ("PERSON",),
}  # noun -> kinds of names
_POINTING = frozenset(("the", "this", "that", "these", "those"))
# words before a noun that part it from others of its kind at one moment only, or not at all
_NOT_WHICH = frozenset(
    "former latest new previous recent upcoming first second third last next further final own great main major whole "
    "entire current big good bad long short late early old only pending few many more most several much".split()
)
_NOT_ONE = frozenset(
    "all another any both each either every neither no none other others same some such".split()
)
_LEADING = ("DT", "PDT", "RB", "IN", "VBN", "VBG", "JJR", "JJS")
_ONE = frozenset(("a", "an"))
_LEFT_OPEN = WordClass("passing state") | _NOT_WHICH
# bodies whose names say what they are
_SAYS_ITSELF = frozenset(
    "board commission committee council court department foundation government institute ministry parliament senate "
    "university".split()
)
_OF_A_LAND = frozenset(("government", "administration", "parliament", "army", "police"))
_DAYS = WordClass("weekday", "month", "relative day", "season")
_OPEN = frozenset(("WP", "WDT", "WP$", "PRP$", "PRP"))


def as_begun(words: str, like: str) -> str:
    """Begin words with a capital where what they stand for does: "The driver" for "He"."""
    return words[:1].upper() + words[1:] if like[:1].isupper() else words


def with_article(parse: Parse, mentions: Iterable) -> frozenset[str]:
    """List the bodies that the text names with an article: "the Supreme Court", not "Acme" of "the Acme plant"."""
    t = parse.tokens
    found = set()
    for mention in mentions:
        token = parse.at.get(mention.start, -1)
        named = mention.entity.startswith(("org:", "misc:")) and getattr(mention, "form", "") == "name"
        if named and token > 0 and t.word[token - 1].lower() == "the" and " " in mention.text:
            head = next((word for word in range(token, len(t)) if t.end[word] >= mention.end), token)
            if head + 1 >= len(t) or not t.tag[head + 1].startswith("NN"):
                found.add(mention.entity)
    return frozenset(found)


def called_in_full(entity: str, names: Mapping[str, str], articled: Collection[str]) -> str:
    """Name an entity in brief, with the article that belongs to it."""
    name = names_in_brief([entity], names)[0].strip()
    common = name[:1].isupper() and name.split()[-1].lower() in _OF_A_LAND  # "Indian government"
    return f"the {name}" if name and (entity in articled or common) else name


class _Naming(NamedTuple):
    """Where somebody is told of, and in which words: his name, the mention and the word before it."""

    token: int
    entity: str
    words: frozenset[str]


def names_of_phrases(
    parse: Parse, mentions: Iterable, names: Mapping[str, str], articled: Collection[str]
) -> dict[int, str]:
    """Name whom "the bank" or "the governor" means, by the head of the phrase; "the court" is "the Supreme Court"."""
    t = parse.tokens
    found = {}
    mentions = list(mentions)
    namings: list[_Naming] = []
    for mention in mentions:
        head = parse.at.get(mention.start, -1)
        phrase = getattr(mention, "form", "") in _PHRASES and mention.kind != "PLACE"
        if not mention.entity or not phrase or head < 0:
            continue
        head += t.word[head].lower() in _POINTING
        whole = head < len(t) and t.end[head] == mention.end
        name = called_in_full(mention.entity, names, articled)
        if not whole or name.islower() or not is_bare_subject(parse, head):
            continue
        namings = namings or _namings(parse, mentions, names)
        if not _rivals(parse, namings, mention.entity, head):
            found[head] = as_begun(name, t.word[head - 1])
    return found


def _namings(parse: Parse, mentions: Iterable, names: Mapping[str, str]) -> list[_Naming]:
    """Read once in which words everybody is told of."""
    word = parse.tokens.word
    placed = ((parse.at.get(mention.start, -1), mention) for mention in mentions)
    return [
        _Naming(
            token,
            one.entity,
            frozenset(
                f"{names.get(one.entity, '')} {one.text} {word[token - 1] if token else ''}".lower().split()
            ),
        )
        for token, one in placed
        if token >= 0
    ]


def _rivals(parse: Parse, namings: Iterable[_Naming], entity: str, noun: int) -> bool:
    """Tell whether another one told of before may be "the bank" or "the governor" as well.

    Of bodies whose names say what they are, "the commission", only those do; "the bank" may be any body near.
    """
    t = parse.tokens
    word, kind = t.word[noun].lower(), entity.partition(":")[0]
    any_near = kind != "person" and word not in _SAYS_ITSELF
    return any(
        word in one.words or (any_near and t.sentence[noun] - t.sentence[one.token] <= _NEAR)
        for one in namings
        if one.token < noun and one.entity != entity and one.entity.startswith(f"{kind}:")
    )


def fuller_words(parse: Parse, mentions: Iterable) -> dict[int, str]:
    """Give the fuller words for "the treaty" where only one treaty was told of before: "the fishing treaty".

    Not for a body or place that may be one named since: "the state", "the company".

    Returns
    -------
    dict of int to str
        The noun of a bare subject -> the words that told which one it is, with an article.
    """
    t = parse.tokens
    found: dict[int, str] = {}
    told: dict[tuple[str, str], dict[str, int]] = {}  # noun -> its fuller words, and where they stand
    named = {group: sorted(_starts(parse, mentions, kinds)) for group, kinds in _MAY_BE.items()}
    for noun, tag in enumerate(t.tag):
        if tag not in ("NN", "NNS"):
            continue
        known = told.setdefault((parse.lemma(noun), tag), {})
        if not is_bare_subject(parse, noun):
            text = _telling_text(parse, noun)
            known.update({} if text in ("", *known) else {text: noun})
            continue
        text, at = next(iter(known.items()), ("", -1))
        near = at >= 0 and t.sentence[noun] - t.sentence[at] <= _NEAR
        since = named.get(noun_kind(parse.lemma(noun)), [])
        if (
            len(known) == 1
            and near
            and text != _UNTOLD
            and bisect_left(since, at) == bisect_left(since, noun)
        ):
            found[noun] = as_begun(text, t.word[noun - 1])
    return found


def _starts(parse: Parse, mentions: Iterable, kinds: tuple[str, ...]) -> list[int]:
    """List where names of some kinds begin."""
    return [
        parse.at[mention.start]
        for mention in mentions
        if mention.start in parse.at
        and getattr(mention, "kind", "") in kinds
        and getattr(mention, "form", "") in ("name", "short")
    ]


def _telling_text(parse: Parse, noun: int) -> str:
    """Write a phrase that tells which one it is, with an article; "" if nothing does, `_UNTOLD` if other words do."""
    t = parse.tokens
    parts = parse.kids(noun, *_WHICH)
    low = {t.word[child].lower() for child in parse.dependents(noun)}
    of_a_headline = parse.stands_as(noun, rel.ROOT) and not parse.kids(noun, rel.COPULA)
    if of_a_headline or (not parts and not low & (_NOT_ONE | _ONE)):
        return ""
    words = _telling_words(parse, noun)
    if not words:
        same = low & _POINTING and all(child > noun for child in parts)  # "the treaty of 1990" goes on
        return "" if same else _UNTOLD
    of_a_name = t.tag[words[0]].startswith("NNP") and "POS" in [t.tag[word] for word in words]
    text = joined(parse, words, {})
    return text if of_a_name else f"the {text}"


def _telling_words(parse: Parse, noun: int) -> list[int]:
    """List the words right before a noun that tell which one it is, and the noun; none where other words do."""
    t = parse.tokens
    parts = [child for child in parse.kids(noun, *_WHICH) if child < noun]
    low = {t.word[child].lower() for child in parse.dependents(noun)}
    if not parts or parse.stands_as(noun, rel.COMPOUND, rel.ROOT) or low & _NOT_ONE:
        return []
    if any(not parse.stands_as(child, *_TELLING) for child in parts):
        return []
    words = sorted({word for part in parts for word in parse.under(part)})
    first = words[0]
    while words and (t.tag[words[0]] in _LEADING or t.word[words[0]].lower() in _LEFT_OPEN):
        first = words.pop(0) + 1
    telling = [word for word in words if t.word[word].lower() not in _LEFT_OPEN]
    whole = words == list(range(first, noun)) and len(words) < _LONGEST
    low = {t.word[word].lower() for word in words}
    open_ = any(t.tag[word] in _OPEN for word in words) or low & _NOT_ONE or not _DAYS.isdisjoint(low)
    return [*words, noun] if telling and whole and not open_ else []


def is_bare_subject(parse: Parse, noun: int) -> bool:
    """Tell "the treaty" or "this treaty" as a subject, with nothing that tells which."""
    t = parse.tokens
    parts = parse.dependents(noun)
    return (
        parse.stands_as(noun, *SUBJECTS)
        and t.tag[noun] in ("NN", "NNS")
        and t.word[noun].islower()
        and len(parts) == 1
        and parts[0] == noun - 1
        and not (noun + 1 < len(t) and t.tag[noun + 1].startswith(("NN", "JJ")))
        and t.word[noun - 1].lower() in _POINTING
    )
