"""Walking the parse: dependents by relation, coordinated words, verb groups."""

from __future__ import annotations

from typing import NamedTuple

from dateline.events.repairs import mended
from dateline.language import Tokens

_DEPENDENTS = 100  # of one word; more is no sentence, and reading all of them for each would take for ever


class Tree(NamedTuple):
    """A parse with the dependents of each token at hand."""

    tokens: Tokens
    children: list[list[int]]

    def kids(self, token: int, *relations: str) -> list[int]:
        """List the dependents of a token that stand in one of these relations."""
        relation = self.tokens.relation
        return [child for child in self.children[token] if relation[child] in relations]

    def lemma(self, token: int) -> str:
        """Give the lemma in lower case."""
        return self.tokens.lemma[token].lower()

    def case(self, token: int) -> str:
        """Give the preposition of a noun, lower case ("" when it has none); "because of" is "because"."""
        relation, word = self.tokens.relation, self.tokens.word
        for child in self.children[token]:
            if relation[child] == "case" and self.tokens.tag[child] != "POS":
                return word[child].lower()
        return ""

    def conjuncts(self, token: int) -> list[int]:
        """List a word and the words coordinated with it: "Biden, Putin and Scholz"."""
        listed = (word for word in self.kids(token, "appos") if self.kids(word, "cc"))  # a slip of parsers
        return [token, *self.kids(token, "conj"), *listed]

    def is_verb(self, token: int) -> bool:
        """Tell whether a token is a verb by its tag."""
        return self.tokens.tag[token].startswith("VB")

    def is_past_participle(self, token: int) -> bool:
        """Tell whether a word is a past participle; after a noun, taggers often take it for the past tense."""
        tag = self.tokens.tag[token]
        reduced = tag == "VBD" and self.tokens.relation[token] == "acl" and not self.kids(token, "nsubj")
        return tag == "VBN" or reduced

    def is_infinitive_of(self, token: int, governors: frozenset[str]) -> bool:
        """Tell "threatened on Monday to leave": an infinitive read as adverbial that completes one of these words."""
        tokens = self.tokens
        if tokens.relation[token] != "advcl" or self.lemma(tokens.head[token]) not in governors:
            return False
        return self.has_to(token)

    def has_to(self, token: int) -> bool:
        """Tell whether "to" hangs on a word: "to leave"."""
        return any(self.tokens.tag[child] == "TO" for child in self.children[token])

    def is_noun(self, token: int) -> bool:
        """Tell whether a token is a common or proper noun by its tag."""
        return self.tokens.tag[token].startswith("NN")

    def heads(self, token: int, limit: int = 40):
        """Walk up from a token to the root of its sentence, without the token itself."""
        head = self.tokens.head
        token = head[token]
        while token >= 0 and limit:
            yield token
            token, limit = head[token], limit - 1


def tree_of(tokens: Tokens) -> Tree:
    """Make the tree of a parse, with heads mended that no English sentence can have."""
    tokens = mended(tokens)
    children = tokens.children()
    for token, kids in enumerate(children):
        if len(kids) > _DEPENDENTS:
            children[token] = kids[:_DEPENDENTS]
    return Tree(tokens, children)


class VerbGroup(NamedTuple):
    """The grammar of a verb or noun that names an event, in the terms of TimeML."""

    tense: str  # PAST, PRESENT, FUTURE, INFINITIVE, PRESPART, PASTPART or NONE
    aspect: str  # PROGRESSIVE, PERFECTIVE, PERFECTIVE_PROGRESSIVE or NONE
    modal: str  # could, may, must ... or ""
    negated: bool
    passive: bool
    auxiliaries: tuple[str, ...]


NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no", "nobody", "nothing", "neither", "nor", "hardly"))
_FUTURE = frozenset(("will", "'ll", "’ll", "shall", "wo", "sha"))
_BARE = {
    "VB": "INFINITIVE",
    "VBG": "PRESPART",
    "VBN": "PASTPART",
    "VBD": "PAST",
    "VBP": "PRESENT",
    "VBZ": "PRESENT",
}


def verb_group(tree: Tree, token: int) -> VerbGroup:
    """Read tense, aspect, modality, polarity and voice of an event word from the words that hang on it."""
    tokens = tree.tokens
    tag = "VBN" if tree.is_past_participle(token) else tokens.tag[token]
    helpers, negated, passive, infinitive, finite = [], False, False, False, ""
    for child in tree.children[token]:
        relation, word = tokens.relation[child], tokens.word[child].lower()
        if relation in ("aux", "aux:pass", "cop"):
            helpers.append(word)
            passive |= relation == "aux:pass"
            infinitive |= tokens.tag[child] == "TO"
            finite = finite or (tokens.tag[child] if tokens.tag[child] in ("MD", "VBD", "VBP", "VBZ") else "")
        elif relation == "mark" and tokens.tag[child] == "TO":
            infinitive = True
        elif relation in ("nsubj:pass", "obl:agent"):
            passive = True
        if word in NEGATIONS and relation in ("advmod", "det", "cc", "cc:preconj", "neg"):
            negated = True
    negated = negated or any(_is_nobody(tree, word) for word in tree.kids(token, *_SIDES))
    modal = next((w for w in helpers if _is_modal(w)), "")
    future = any(w in _FUTURE for w in helpers)
    lemmas = {_HELPER.get(w, w) for w in helpers}
    perfect = "have" in lemmas and not infinitive
    progressive = (tag == "VBG" and "be" in lemmas) or (passive and "being" in helpers)
    aspect = "_".join(("PERFECTIVE",) * perfect + ("PROGRESSIVE",) * progressive) or "NONE"
    if future:
        tense = "FUTURE"
    elif finite == "VBD":
        tense = "PAST"
    elif finite in ("VBP", "VBZ", "MD"):
        tense = "PRESENT" if finite != "MD" else "NONE"
    elif infinitive:
        tense = "INFINITIVE"
    else:
        tense = _BARE.get(tag, "NONE")
    return VerbGroup(tense, aspect, modal, negated, passive, tuple(helpers))


_SIDES = ("nsubj", "nsubj:pass", "obj")
_NOBODY = frozenset(("nobody", "none", "nothing", "no-one"))
_COUNTS = frozenset("few fewer less more doubt matter surprise wonder question secret".split())


def _is_nobody(tree: Tree, word: int) -> bool:
    """Tell "nobody", "no one", "no soldiers", not "no fewer than forty people"."""
    if tree.tokens.word[word].lower() in _NOBODY:
        return True
    no = [child for child in tree.kids(word, "det") if tree.tokens.word[child].lower() in ("no", "neither")]
    return bool(no) and not any(tree.tokens.word[at + 1].lower() in _COUNTS for at in no)


_HELPER = dict.fromkeys(
    ("am", "is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re", "'m"), "be"
)
_HELPER |= dict.fromkeys(("has", "have", "had", "having", "'ve", "’ve", "'d"), "have")
_MODALS = frozenset("would could may might can must should ought ca 'd ’d need".split())


def _is_modal(word: str) -> bool:
    return word in _MODALS
