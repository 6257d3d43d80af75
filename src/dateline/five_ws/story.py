"""What an article tells first: its sentences in order of weight, their main verbs, the words of its headline."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from dateline.grammar import relations as rel
from dateline.grammar.tree import Tree, tree_of
from dateline.language import Tokens
from dateline.lexicons import read_facts

_READ = 20  # sentences in which answers are looked for
_LONGEST = 200  # tokens of a sentence that are read; more is no sentence
_LEAD = 3  # sentences of the body in which the main event is told
REPORTING = frozenset(("say", "report", "announce", "reveal", "tell"))
_ASKED = frozenset(
    tuple(two.split())
    for two in (
        "sign up", "click to", "click here", "subscribe to", "subscribe now", "share on", "share this", "follow us",
        "read more", "scroll down", "opens in", "download our", "register for", "join our", "thanks for",
    )
)  # fmt: skip
_FINITE = ("VBZ", "VBP", "VBD")


class StorySentence(NamedTuple):
    """A sentence of the story: its rank (0 told first), tokens [first, last), part and main verb (-1 when none)."""

    rank: int
    first: int
    last: int
    part: str
    verb: int


class NewsStory(NamedTuple):
    """The parse of an article, its first sentences, and the lemmas that carry the headline's meaning."""

    tree: Tree
    told: list[StorySentence]
    topic: frozenset[str]

    @property
    def main(self) -> list[int]:
        """List the main verbs of the headline and of the first sentences of the body."""
        body = [told for told in self.told if told.part == "body"][:_LEAD]
        lead = [told for told in self.told if told.part == "headline"] + body
        return [told.verb for told in lead if told.verb >= 0]

    def words(self, told: StorySentence) -> frozenset[str]:
        """Collect the lemmas of a sentence."""
        return frozenset(self.tree.lemma(token) for token in range(told.first, told.last))

    def near(self, mentions: Iterable) -> list:
        """List the mentions that stand before the end of the sentences read."""
        end = self.tree.tokens.end[self.told[-1].last - 1] if self.told else 0
        return [mention for mention in mentions if mention.end <= end]


def story_of(tokens: Tokens) -> NewsStory:
    """Read the first sentences of headline and body; one that repeats another is passed over."""
    tree = tree_of(tokens)
    told: list[StorySentence] = []
    seen: set[tuple[str, ...]] = set()
    for number, sentence in enumerate(tokens.sentences):
        words = tuple(tokens.word[sentence.first : sentence.last])
        if sentence.part not in ("headline", "body") or words in seen or _asks_reader(tokens, sentence.first):
            continue
        seen.add(words)
        verb = _sentence_verb(tree, number)
        last = min(sentence.last, sentence.first + _LONGEST)
        told.append(
            StorySentence(len(told), sentence.first, last, sentence.part, verb if verb < last else -1)
        )
        if len(told) == _READ:
            break
    told = _retold(tree, told)
    return NewsStory(tree, told, frozenset(topic_words(tree, told[:2])))


def _retold(tree: Tree, told: list[StorySentence]) -> list[StorySentence]:
    """Correct the main verb of the headline by the lead, which tells it again in full sentences.

    Parsers take the verbs of headlines for nouns ("Judges free sailors"); the lead's verb ("have freed") shows which.
    """
    body = [sentence for sentence in told if sentence.part == "body"][:2]
    lead = {tree.lemma(sentence.verb) for sentence in body if sentence.verb >= 0} - {"be", "have", "say"}
    if not told or told[0].part != "headline" or (told[0].verb >= 0 and tree.lemma(told[0].verb) in lead):
        return told
    first, last = label_end(tree, told[0]), told[0].verb if told[0].verb >= 0 else told[0].last
    again = [token for token in range(first + 1, last) if _reads_as_verb(tree, token, lead)]
    return [told[0]._replace(verb=again[0]), *told[1:]] if again else told


def _reads_as_verb(tree: Tree, token: int, lemmas: set[str]) -> bool:
    """Tell whether a word can be one of these verbs, and does not stand in a compound ("ferry fire")."""
    tokens = tree.tokens
    if tree.lemma(token) not in lemmas and tokens.word[token].lower() not in lemmas:
        return False
    if token + 1 < len(tokens) and tree.is_verb(token + 1):  # a subject: "tariff change hits exporters"
        return False
    return tree.is_verb(token) or not tree.stands_as(token, rel.COMPOUND) or tokens.tag[token] == "NNS"


def _asks_reader(tokens: Tokens, first: int) -> bool:
    """Tell "Sign up for our letter", "Click to share", which the page says, from what the article tells."""
    return tuple(word.lower() for word in tokens.word[first : first + 2]) in _ASKED


def topic_words(tree: Tree, told: list[StorySentence]) -> list[str]:
    """List the lemmas of the nouns, verbs and adjectives of some sentences."""
    tags = tree.tokens.tag
    return [
        tree.lemma(token)
        for sentence in told
        for token in range(sentence.first, sentence.last)
        if tags[token][:2] in ("NN", "VB", "JJ") and tree.lemma(token) not in ("be", "have", "do")
    ]


def _sentence_verb(tree: Tree, number: int) -> int:
    """Find the main verb of a sentence: its root, the clause that a verb of speech reports, or the verb that tells."""
    tokens = tree.tokens
    sentence = tokens.sentences[number]
    inside = range(sentence.first, sentence.last)
    root = next((token for token in inside if tree.is_root(token)), -1)
    # what has an object is a verb, however it is tagged: "Tariff change hits exporters"
    if root >= 0 and (tree.is_verb(root) or tree.kids(root, rel.COPULA, rel.OBJECT)):
        return _reported(tree, root)
    verbs = [token for token in inside if tree.is_verb(token) and not _subordinate(tree, token)]
    with_subject = [token for token in verbs if tree.kids(token, rel.SUBJECT, rel.PASSIVE_SUBJECT)]
    # in the clipped language of headlines parsers take verbs for nouns, their tags are right more often
    finite = [token for token in verbs if tokens.tag[token] in _FINITE and token > sentence.first]
    return next(iter([*with_subject, *(finite if sentence.part == "headline" else ())]), -1)


def _subordinate(tree: Tree, verb: int) -> bool:
    """Tell a verb of a relative clause, or of one that "as" or "after" opens."""
    return tree.stands_as(verb, rel.RELATIVE_CLAUSE) or bool(tree.kids(verb, rel.MARKER))


def _reported(tree: Tree, verb: int) -> int:
    clauses = tree.kids(verb, rel.COMPLEMENT)
    if tree.lemma(verb) in REPORTING and clauses:
        return clauses[0]
    return verb


def label_end(tree: Tree, told: StorySentence) -> int:
    """Find the first token after the label of a headline: "Harbour fire: two boats lost"."""
    colons = [token for token in range(told.first, told.last - 2) if tree.tokens.word[token] == ":"]
    return colons[0] + 1 if colons else told.first


def kind_of(tree: Tree, verb: int) -> str:
    """Give what a verb tells: manner, change, assault, result, reaction, speech, state, "" when it isn't listed."""
    if tree.kids(verb, rel.COPULA):
        return "state"
    return _kinds().get(tree.lemma(verb), "")


@cache
def _kinds() -> dict[str, str]:
    """Load the kinds of verbs."""
    return {row["verb"]: row["kind"] for row in read_facts("verb_kinds.csv")}
