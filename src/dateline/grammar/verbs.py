"""Verb groups: tense, aspect, modal, polarity and voice of a word, from the words that hang on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.grammar.contractions import helper_lemma, is_past_form, plain
from dateline.grammar.words import WordClass

if TYPE_CHECKING:
    from dateline.grammar.tree import Tree

NEGATIONS = frozenset(
    ("not", "n't", "n’t", "nt", "never", "no", "nobody", "nothing", "neither", "nor", "hardly", "scarcely")
)
_MODALS = WordClass("modal", "half modal")
_SIDES = ("nsubj", "nsubj:pass", "obj")
_NOBODY = frozenset(("nobody", "none", "nothing", "no-one"))
_BUT = frozenset(("but", "except"))
_SHORT_OF = frozenset((("short", "of"), ("less", "than"), ("other", "than"), ("more", "than")))
_COUNTS = frozenset("few fewer less more doubt matter surprise wonder question secret".split())
_BARE = {
    "VB": "INFINITIVE",
    "VBG": "PRESPART",
    "VBN": "PASTPART",
    "VBD": "PAST",
    "VBP": "PRESENT",
    "VBZ": "PRESENT",
}


class VerbGroup(NamedTuple):
    """The grammar of a verb or noun that names an event, in the terms of TimeML."""

    tense: str  # PAST, PRESENT, FUTURE, INFINITIVE, PRESPART, PASTPART or NONE
    aspect: str  # PROGRESSIVE, PERFECTIVE, PERFECTIVE_PROGRESSIVE or NONE
    modal: str  # could, may, must ... or ""
    negated: bool
    passive: bool
    auxiliaries: tuple[str, ...]  # their lemmas, contracted forms written out


def is_negation(word: str) -> bool:
    """Tell "not", "never", "no", also contracted and with curly marks."""
    return plain(word) in NEGATIONS


def negations(tree: Tree) -> frozenset[int]:
    """List the words of a text that deny: its "not", "never" and "no"."""
    return tree.once(_negations)


def _negations(tree: Tree, _: int) -> frozenset[int]:
    return frozenset(token for token, word in enumerate(tree.tokens.word) if is_negation(word))


def verb_group(tree: Tree, token: int) -> VerbGroup:
    """Read tense, aspect, modality, polarity and voice of an event word from the words that hang on it.

    Parameters
    ----------
    tree : Tree
        The parse with the dependents of each word at hand.
    token : int
        Number of the word.

    Returns
    -------
    VerbGroup
        In the terms of TimeML; contracted forms are read by the verb that follows ("she'd resigned": had).
    """
    return tree.once(_verb_group, token)


def _verb_group(tree: Tree, token: int) -> VerbGroup:
    tokens = tree.tokens
    tag = "VBN" if tree.is_past_participle(token) else tokens.tag[token]
    helpers, negated, passive, infinitive, finite = [], False, False, False, ""
    for child in tree.children[token]:
        relation = tokens.relation[child]
        if relation in ("aux", "aux:pass", "cop"):
            helper = helper_lemma(tokens, child, token)
            helpers.append(helper)
            passive |= relation == "aux:pass" and helper != "have"
            infinitive |= tokens.tag[child] == "TO"
            finite = finite or _finite_tag(tokens.tag[child], tokens.word[child], helper)
        elif relation == "mark" and tokens.tag[child] == "TO":
            infinitive = True
        elif relation in ("nsubj:pass", "obl:agent"):
            passive = True
        if relation in ("advmod", "det", "cc", "cc:preconj", "neg") and is_negation(tokens.word[child]):
            negated = True
    if passive and "be" not in helpers and "have" in helpers and not tree.kids(token, "obl:agent"):
        passive = False  # "he's met the king": the parser took "'s" for "is"
    negated = negated or any(_is_nobody(tree, word) for word in tree.kids(token, *_SIDES))
    if tag == "VB" and "have" in helpers and not infinitive and is_past_form(tokens, token):
        tag = "VBN"  # "he'd bombed"
    perfect = "have" in helpers and not infinitive
    being = any(plain(tokens.word[child]) == "being" for child in tree.kids(token, "aux", "aux:pass"))
    progressive = (tag == "VBG" and "be" in helpers) or (passive and being)
    aspect = "_".join(("PERFECTIVE",) * perfect + ("PROGRESSIVE",) * progressive) or "NONE"
    modal = next((word for word in helpers if word in _MODALS), "")
    return VerbGroup(
        _tense(tag, finite, helpers, infinitive), aspect, modal, negated, passive, tuple(helpers)
    )


def _finite_tag(tag: str, word: str, helper: str) -> str:
    """Give the tag of a finite helper; "'d" is a modal or the past of "have"."""
    if plain(word) == "'d":
        return "VBD" if helper == "have" else "MD"
    return tag if tag in ("MD", "VBD", "VBP", "VBZ") else ""


def _tense(tag: str, finite: str, helpers: list[str], infinitive: bool) -> str:
    if "will" in helpers or "shall" in helpers:
        return "FUTURE"
    if finite == "VBD":
        return "PAST"
    if finite in ("VBP", "VBZ", "MD"):
        return "PRESENT" if finite != "MD" else "NONE"
    return "INFINITIVE" if infinitive else _BARE.get(tag, "NONE")


def _is_nobody(tree: Tree, word: int) -> bool:
    """Tell "nobody", "no one", "no soldiers", not "no fewer than forty people", "nobody but Ann"."""
    behind = [plain(near) for near in tree.tokens.word[word + 1 : word + 3]]
    if plain(tree.tokens.word[word]) in _NOBODY:
        return not behind or (behind[0] not in _BUT and tuple(behind) not in _SHORT_OF)
    no = [child for child in tree.kids(word, "det") if plain(tree.tokens.word[child]) in ("no", "neither")]
    words = tree.tokens.word
    return bool(no) and not any(plain(words[at + 1]) in _COUNTS for at in no if at + 1 < len(words))


def denies_in_front(tree: Tree, verb: int, child: int) -> bool:
    """Tell "at no time did Lee", "under no circumstances will Lee", "nowhere did Lee"; not "in no time Lee had"."""
    tokens = tree.tokens
    if plain(tokens.word[child]) != "nowhere":
        if tokens.relation[child] not in ("obl", "obl:unmarked", "advmod") or not tree.children[child]:
            return False
        if "no" not in (plain(tokens.word[one]) for one in tree.kids(child, "det")):
            return False
    helpers = tree.kids(verb, "aux", "aux:pass", "cop")
    subjects = tree.kids(verb, "nsubj", "nsubj:pass", "expl", "csubj")
    return bool(helpers and subjects) and child < helpers[0] < subjects[0]
