"""Training sentences put into somebody's mouth: "Prices rose." becomes "Prices rose, said analyst Ann Lee."

News tells most of what is said with the speaker behind the verb; the treebank has some thirty such sentences.
"""

from __future__ import annotations

import random
from dataclasses import replace

from dateline.language.training.material import Document, Labels, TreebankSentence

SHARE = 0.15  # of the sentences that can be said
LONGEST, SPEAKER = 40, 12  # words
VERBS = (("said", "VBD"),) * 8 + (("says", "VBZ"),) * 2 + tuple(
    (verb, "VBD")
    for verb in "added warned explained noted announced argued insisted claimed confirmed recalled admitted told "
    "wrote concluded complained predicted declared stated reported joked acknowledged".split()
    if verb != "told"
)  # fmt: skip
SPEAKERS = frozenset(
    "police official officials spokesman spokeswoman spokesperson minister president analyst analysts source sources "
    "witness witnesses doctor doctors prosecutor prosecutors company government ministry army researcher researchers "
    "lawyer chief director manager coach mayor expert experts resident residents scientist scientists teacher owner "
    "judge neighbor neighbour farmer student critic critics economist agency department university group team "
    "author founder leader senator governor editor engineer member activist activists survivor driver professor".split()
)
WHEN = ((),) * 6 + (
    ("on", "Monday"),
    ("on", "Tuesday"),
    ("on", "Friday"),
    ("in", "a", "statement"),
    ("yesterday",),
)
MARKS = (('"', '"'), ("“", "”"))
_CLAUSE = ("VBD", "VBZ", "VBP", "MD")


class Sayings:
    """Draws sentences to be said, and speakers from the noun phrases of the treebank."""

    def __init__(self, documents: list[Document], labels: Labels, draw: random.Random):
        self.draw = draw
        self.tag = {name: i for i, name in enumerate(labels.tags)}
        self.relation = {name: i for i, name in enumerate(labels.relations)}
        self.tags, self.relations = labels.tags, labels.relations
        self.speakers = [s for d in documents for one in d.sentences if one.heads for s in self._phrases(one)]

    def __call__(self, document: Document) -> Document:
        """Let some sentences of a document be said by somebody."""
        if not document.sentences[0].heads or not self.speakers:
            return document
        sentences, moved, added = [], [], 0
        for s in document.sentences:
            new, before = (s, 0)
            if self.draw.random() < SHARE and self._can_be_said(s):
                new, before = self._said(s)
            moved += [added + before] * len(s.words)
            added += len(new.words) - len(s.words)
            sentences.append(new)
        mentions = [(word + moved[word], entity) for word, entity in document.mentions]
        return replace(document, sentences=sentences, mentions=mentions)

    def _can_be_said(self, s: TreebankSentence) -> bool:
        """Ask for a whole clause with its subject in front that ends in a stop and holds no marks."""
        if not 4 <= len(s.words) <= LONGEST or s.words[-1] != "." or not s.words[0][0].isupper():
            return False
        root = s.heads.index(0)
        held = {
            self.relations[r]: i
            for i, (h, r) in enumerate(zip(s.heads, s.relations, strict=True))
            if h == root + 1
        }
        finite = self.tags[s.tags[root]] in _CLAUSE or "aux" in held or "cop" in held or "aux:pass" in held
        subject = min(held.get("nsubj", LONGEST), held.get("nsubj:pass", LONGEST))
        marked = any(w in "\"“”''``’’" for w in s.words)
        return (
            finite and subject < root and not marked and "parataxis" not in held and s.heads[-1] == root + 1
        )

    def _said(self, s: TreebankSentence) -> tuple[TreebankSentence, int]:
        """Build the sentence, and tell how many words stand before its old ones."""
        draw = self.draw
        quoted = draw.random() < 0.4
        opened, closed = draw.choice(MARKS)
        speaker, behind = draw.choice(self.speakers), draw.random() < 0.8
        verb, when = draw.choice(VERBS), draw.choice(WHEN)
        before = int(quoted)
        body = TreebankSentence(s.words[:-1], s.tags[:-1], s.heads[:-1], s.relations[:-1], s.names[:-1])
        top = s.heads.index(0) + 1 + before  # the head of what is said, counted from 1
        verb_at = len(s.words) + 2 * before + 1 + (0 if behind else len(speaker.words))
        told = [(self._word(*verb), 0, "root"), (speaker, verb_at, "nsubj")]
        parts = [
            *([(self._word(opened, "``"), top, "punct")] if quoted else []),
            (body, verb_at, "ccomp"),
            (self._word(",", ","), top, "punct"),
            *([(self._word(closed, "''"), top, "punct")] if quoted else []),
            *(told if behind else told[::-1]),
            *([(self._when(when), verb_at, "obl" if len(when) > 1 else "obl:unmarked")] if when else []),
            (self._word(".", "."), verb_at, "punct"),
        ]
        new = self._joined(parts)
        happened = [(w + before, yes, weight) for w, yes, weight in s.happened if w < len(body.words)]
        return replace(new, happened=happened, opens=s.opens), before

    def _joined(self, parts: list[tuple[TreebankSentence, int, str]]) -> TreebankSentence:
        """Put parts one behind another; the top of each hangs on a word (counted from 1) of the whole."""
        new = TreebankSentence([])
        for part, above, relation in parts:
            at, by = len(new.words), self.relation[relation]
            new.heads += [head + at if head else above for head in part.heads]
            new.relations += [
                known if head else by for head, known in zip(part.heads, part.relations, strict=True)
            ]
            new.words, new.tags = [*new.words, *part.words], [*new.tags, *part.tags]
            new.names += part.names
        return new

    def _word(self, word: str, tag: str) -> TreebankSentence:
        return TreebankSentence([word], [self.tag[tag]], [0], [0], [0])

    def _when(self, when: tuple[str, ...]) -> TreebankSentence:
        """Give "on Monday", "in a statement" or "yesterday", whose last word the others hang on."""
        front = [("IN", "case") if word in ("on", "in") else ("DT", "det") for word in when[:-1]]
        tags = [self.tag[tag] for tag, _ in front] + [self.tag["NNP" if when[0] == "on" else "NN"]]
        relations = [self.relation[relation] for _, relation in front] + [0]
        size = len(when)
        return TreebankSentence(list(when), tags, [size] * (size - 1) + [0], relations, [0] * size)

    def _phrases(self, s: TreebankSentence) -> list[TreebankSentence]:
        """Cut out noun phrases that can speak: persons, and nouns of those who do, without what leads in to them."""
        out = []
        for head, relation in enumerate(s.relations):
            kind = self.relations[relation]
            if kind.split(":")[0] not in ("nsubj", "obj", "obl", "nmod", "root") or not self.tags[
                s.tags[head]
            ].startswith("NN"):
                continue
            person = s.names[head] in (1, 2)  # B-PERSON, I-PERSON
            if not person and s.words[head].lower() not in SPEAKERS:
                continue
            kept = self._subtree(s, head)
            if not kept or kept[-1] - kept[0] + 1 != len(kept) or len(kept) > SPEAKER:
                continue
            if any(
                self.relations[s.relations[i]] in ("cop", "nsubj") and s.heads[i] == head + 1 for i in kept
            ):
                continue
            number = {i: n + 1 for n, i in enumerate(kept)}
            names = [s.names[i] for i in kept]
            if names[0] in (2, 4, 6, 8) or any(s.words[i] in '"“”().;:' for i in kept):
                continue
            heads = [0 if i == head else number[s.heads[i] - 1] for i in kept]
            words = [s.words[i] for i in kept]
            if not names[0] and not self.tags[s.tags[kept[0]]].startswith("NNP") and words[0][1:].islower():
                words[0] = words[0].lower()
            out.append(
                TreebankSentence(
                    words, [s.tags[i] for i in kept], heads, [s.relations[i] for i in kept], names
                )
            )
        return out

    def _subtree(self, s: TreebankSentence, head: int) -> list[int]:
        """List the words under a noun, itself too, but for what ties it to the rest (case, conjunctions, marks)."""
        below: list[list[int]] = [[] for _ in s.words]
        for i, h in enumerate(s.heads):
            if h:
                below[h - 1].append(i)
        kept, todo = [head], [
            i for i in below[head]
            if self.relations[s.relations[i]] not in ("case", "cc", "mark", "conj", "advmod", "acl:relcl", "parataxis")
            and not (self.relations[s.relations[i]] == "punct" and i == (below[head][-1] if below[head] else -1))
        ]  # fmt: skip
        while todo:
            i = todo.pop()
            kept.append(i)
            todo += below[i]
        return sorted(kept)
