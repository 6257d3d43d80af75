"""Firms and papers whose names look like something else: "Macy's", "Lloyd's of London", "told the Post"."""

from __future__ import annotations

from dateline.grammar.words import WordClass
from dateline.knowledge.countries import places_named
from dateline.knowledge.organizations import known_organization
from dateline.language import Name, Tokens
from dateline.proper_names.spans import QUIET_PARTS, make

MARKED, TELLING, PAIRED = "mark in a firm's name", "paper that tells", "pair"
_MARKS = frozenset(("'s", "’s"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
# papers that the rest of the name goes before: "the Post", said of the Norland Post
_PAPERS = WordClass("paper")
_TELLING = frozenset("tell inform brief".split())
_WRITING = frozenset("write publish print quote report appear".split())
_REPORTING = frozenset("report say write add quote reveal publish".split())


def shops(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Keep the mark in the name of a firm: where a verb follows, nothing is owned ("Macy's fell", "at Kohl's walked").

    Known places and organisations stay as they are; so do names before a noun ("Macy's profit fell") and at the end of
    a clause ("the house was Miller's").
    """
    found = []
    for name in names:
        whole = _with_mark(tokens, name)
        found.append(whole or name)
    ends = {name.last for name in found if name.kind == "ORG" and tokens.word[name.last - 1] in _MARKS}
    return [name for name in found if not (name.last in ends and tokens.word[name.last - 1] not in _MARKS)]


def _with_mark(tokens: Tokens, name: Name) -> Name | None:
    mark = name.last
    if mark + 1 >= len(tokens) or tokens.word[mark] not in _MARKS or tokens.tag[mark] != "POS":
        return None
    text = tokens.text[name.start : tokens.end[mark]]
    if places_named(tokens.text[name.start : name.end]) and not known_organization(text):
        return None
    after = mark + 1
    if tokens.sentence[after] != tokens.sentence[mark]:
        return None
    verb = tokens.tag[after] in _FINITE or _is_only_verb(tokens, after)
    listed = known_organization(text) is not None and tokens.tag[after] in {".", ",", "IN", "CC"}
    if tokens.word[after] == "of" and after + 1 < len(tokens) and tokens.tag[after + 1] == "NNP":
        return make(tokens, name.first, after + 2, "ORG", MARKED)
    return make(tokens, name.first, mark + 1, "ORG", MARKED) if verb or listed else None


def _is_only_verb(tokens: Tokens, word: int) -> bool:
    """Read "Macy's raised wages." with a verb, as the sentence has no other."""
    sentence = tokens.sentences[tokens.sentence[word]]
    if tokens.tag[word] != "VBN" or sentence.part != "body" or tokens.word[sentence.last - 1] != ".":
        return False
    return not any(tokens.tag[t] in _FINITE for t in range(sentence.first, sentence.last))


def papers(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Add papers called by one word where somebody tells or writes: "told the Post", "wrote in the Chronicle".

    What the tagger read there as a name of something else is the paper.
    """
    alone = {name.first for name in names if name.kind != "ORG" and name.last - name.first == 1}
    covered = {token for name in names for token in range(name.first, name.last)} - alone
    found: dict[int, Name] = {}
    for i, word in enumerate(tokens.word):
        paper = word.istitle() and word.lower() in _PAPERS
        if not paper or i in covered or not i or tokens.word[i - 1].lower() != "the":
            continue
        last = i + 1 == len(tokens) or not tokens.word[i + 1][:1].isupper()
        if tokens.sentences[tokens.sentence[i]].part in QUIET_PARTS or not last:
            continue
        if _tells(tokens, i):
            found[i] = make(tokens, i, i + 1, "ORG", TELLING)
    return [*(name for name in names if name.first not in found), *found.values()]


def _tells(tokens: Tokens, i: int) -> bool:
    """Is somebody told it, or does it tell? The two words before "the", or the word behind it."""
    before = [tokens.lemma[t].lower() for t in range(max(0, i - 3), i - 1)]
    after = tokens.lemma[i + 1].lower() if i + 1 < len(tokens) else ""
    told = before[-1:] and before[-1] in _TELLING
    written = len(before) == 2 and before[0] in _WRITING and before[1] in {"in", "for", "to"}
    cited = [tokens.word[t].lower() for t in range(max(0, i - 3), i - 1)] == ["according", "to"]
    return bool(told or written or cited or after in _REPORTING)


def paired(tokens: Tokens, names: list[Name]) -> list[Name]:
    """Find the other of two parties tied by a hyphen before what they hold: "a Putin-Zelensky summit"."""
    covered = {token: name for name in names for token in range(name.first, name.last)}
    found = []
    for hyphen in range(1, len(tokens) - 2):
        if not tokens.ties(hyphen) or (hyphen - 1 in covered) == (hyphen + 1 in covered):
            continue
        named, other = (hyphen - 1, hyphen + 1) if hyphen - 1 in covered else (hyphen + 1, hyphen - 1)
        both = tokens.tag[other].startswith("NNP") and tokens.word[other].istitle()
        name = covered[named]
        held = tokens.lemma[hyphen + 2].lower() in _HELD
        if both and held and name.kind in {"PERSON", "PLACE"} and name.last - name.first == 1:
            found.append(make(tokens, other, other + 1, name.kind, PAIRED))
    return found


_HELD = frozenset(
    "summit talk meeting call deal pact agreement treaty border war conflict match fight ticket debate dispute "
    "alliance relationship accord phone negotiation encounter".split()
)
