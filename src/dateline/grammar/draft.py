"""A parse that is being mended: what it was, and what it becomes."""

from __future__ import annotations

from dataclasses import replace

from dateline.grammar import relations as rel
from dateline.language.lemmas import lemma
from dateline.language.tokens import Tokens

LOOKED_AT = 100  # dependents of one verb
ACTING = (rel.SUBJECT, rel.PASSIVE_SUBJECT)
SUBJECTS = (
    *rel.SUBJECTS,
    rel.CLAUSE_AS_SUBJECT,
    rel.CLAUSE_AS_PASSIVE_SUBJECT,
    rel.CLAUSE_AS_OUTER_SUBJECT,
)


class ParseDraft:
    """Columns of a parse that may be changed, beside the parse as it was."""

    def __init__(self, tokens: Tokens) -> None:
        self.was = tokens
        self.head, self.relation, self.tag = list(tokens.head), list(tokens.relation), list(tokens.tag)

    def hang(self, word: int, head: int, relation: str) -> None:
        self.head[word], self.relation[word] = head, relation

    def heads_with(self, *relations: str) -> set[int]:
        """Collect the words on which, in the parse as it was, something hangs by one of these relations."""
        return {
            head for head, known in zip(self.was.head, self.was.relation, strict=True) if known in relations
        }

    def lemma(self, word: int) -> str:
        return self.was.lemma[word].lower()

    def word(self, word: int) -> str:
        return self.was.word[word].lower()

    def done(self) -> Tokens:
        new = (self.head, self.relation, self.tag)
        if new == (self.was.head, self.was.relation, self.was.tag):
            return self.was
        words = zip(self.was.word, self.was.lemma, self.was.tag, self.tag, strict=True)
        lemmas = [known if tag == old else lemma(word, tag) for word, known, old, tag in words]
        return replace(self.was, head=self.head, relation=self.relation, tag=self.tag, lemma=lemmas)
