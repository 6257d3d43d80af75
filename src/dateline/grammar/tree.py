"""Walking the parse: dependents by relation, coordinated words, prepositions, what stands above a word."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Any, TypeVar

from dateline.grammar.hanging import heads_above, outermost
from dateline.language.tokens import Tokens

Answer = TypeVar("Answer")
_DEPENDENTS = 100  # of one word; more is no sentence, and reading all of them for each would take for ever


@dataclass(slots=True, eq=False)
class Tree:
    """A parse with the dependents of each token at hand, and the questions that every room asks of it.

    Examples
    --------
    >>> from dateline.grammar import parse, relations as rel
    >>> tree = tree_of(parse("Ann Lee met the king and left, aides said."))
    >>> tree.kids(2, rel.OBJECT), tree.governor(6, rel.CONJUNCT), tree.governor(6, rel.OBJECT)
    ([4], 2, -1)
    >>> tree.stands_as(4, *rel.OBJECTS), tree.words_under(4, rel.DETERMINER), tree.under(4)
    (True, {'the'}, frozenset({3, 4}))
    """

    tokens: Tokens
    children: list[list[int]]
    known: dict[tuple[Callable, Hashable], Any]  # what was read once

    def kids(self, token: int, *relations: str) -> list[int]:
        """List the dependents of a token that stand in one of these relations."""
        relation, found = self.tokens.relation, []
        for child in self.children[token]:  # setting up a comprehension takes as long as all of this
            if relation[child] in relations:
                found.append(child)
        return found

    def dependents(self, token: int) -> list[int]:
        """List all that hangs on a token itself, in order of the text."""
        return self.children[token]

    def words_under(self, token: int, *relations: str) -> set[str]:
        """Collect, in small letters, the dependents that stand in one of these relations: marks, prepositions."""
        relation, word = self.tokens.relation, self.tokens.word
        return {word[child].lower() for child in self.children[token] if relation[child] in relations}

    def relations_under(self, token: int) -> set[str]:
        """Collect what the dependents of a token are to it."""
        relation = self.tokens.relation
        return {relation[child] for child in self.children[token]}

    def relation(self, token: int) -> str:
        """Say what a token is to the word that it hangs on."""
        return self.tokens.relation[token]

    def stands_as(self, token: int, *relations: str) -> bool:
        """Tell whether a token is one of these to the word that it hangs on: its object, its subject."""
        return self.tokens.relation[token] in relations

    def governor(self, token: int, *relations: str) -> int:
        """Give the word that a token hangs on, by one of these relations where any are asked; -1 for none."""
        if relations and self.tokens.relation[token] not in relations:
            return -1
        return self.tokens.head[token]

    def among(self, words: Iterable[int], *relations: str) -> list[int]:
        """List which of some words stand in one of these relations."""
        relation = self.tokens.relation
        return [word for word in words if relation[word] in relations]

    def tops(self, words: Iterable[int]) -> list[int]:
        """List which of some words hang on none of the others: the head of a phrase, the heads of a list."""
        head, words = self.tokens.head, list(words)
        inside = set(words)
        return [word for word in words if head[word] not in inside]

    def under(self, top: int, without: Collection[int] = ()) -> frozenset[int]:
        """Collect a word and all that hangs on it, but for some words and all that hangs on them."""
        return _under(self, top, set(without)) if without else self.once(_under, top)

    def once(self, read: Callable[[Any, Any], Answer], of: Hashable = -1) -> Answer:
        """Ask something of a word, of some words or of the whole tree once: who asks again gets the same answer."""
        key = (read, of)
        if key not in self.known:
            self.known[key] = read(self, of)
        return self.known[key]

    def is_root(self, token: int) -> bool:
        """Tell the word that its sentence hangs on."""
        return self.tokens.head[token] < 0

    def outermost(self, token: int, *relations: str) -> int:
        """Walk up from a token for as long as it stands in one of these relations."""
        return outermost(self.tokens, token, *relations)

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

    def is_infinitive_of(self, token: int, governors: Set[str]) -> bool:
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

    def heads(self, token: int, limit: int = 40) -> Iterator[int]:
        """Walk up from a token to the root of its sentence, without the token itself."""
        return heads_above(self.tokens, token, limit)


def _under(tree: Tree, top: int, without: Set[int] = frozenset()) -> frozenset[int]:
    words, stack, children = set(), [top], tree.children
    while stack:
        word = stack.pop()
        if word not in words and word not in without:
            words.add(word)
            stack += children[word]
    return frozenset(words)


def tree_of(tokens: Tokens) -> Tree:
    """Make the tree of a parse, with at most a hundred dependents of each word."""
    children = tokens.children()
    for token, kids in enumerate(children):
        if len(kids) > _DEPENDENTS:
            children[token] = kids[:_DEPENDENTS]
    return Tree(tokens, children, {})
