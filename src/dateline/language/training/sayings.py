"""Training sentences put into somebody's mouth: "Prices rose." becomes "Prices rose, said analyst Ann Lee."

News tells most of what is said with the speaker behind the verb; the treebank has some thirty such sentences.
"""

from __future__ import annotations

import random
from dataclasses import replace

from dateline.language.training.material import Document, Labels, Sentence

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

    def _can_be_said(self, s: Sentence) -> bool:
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

    def _said(self, s: Sentence) -> tuple[Sentence, int]:
        """Build the sentence, and tell how many words stand before its old ones."""
        draw, root = self.draw, s.heads.index(0)
        quoted = draw.random() < 0.4
        opened, closed = draw.choice(MARKS)
        before = int(quoted)
        body = len(s.words) - 1
        words = [opened] * before + s.words[:-1] + [","] + [closed] * before
        top = root + 1 + before  # the head of what is said, counted from 1
        heads = [top] * before + [h + before if h else 0 for h in s.heads[:-1]] + [top] * (1 + before)
        punct = self.relation["punct"]
        relations = [punct] * before + s.relations[:-1] + [punct] * (1 + before)
        tags = [self.tag["``"]] * before + s.tags[:-1] + [self.tag[","]] + [self.tag["''"]] * before
        names = [0] * before + s.names[:-1] + [0] * (1 + before)
        speaker = draw.choice(self.speakers)
        behind = draw.random() < 0.8
        verb_at = len(words) + 1 + (0 if behind else len(speaker.words))
        heads[root + before], relations[root + before] = verb_at, self.relation["ccomp"]
        verb, tag = draw.choice(VERBS)
        told = Sentence([verb], [self.tag[tag]], [0], [self.relation["root"]], [0])
        for part in (told, speaker) if behind else (speaker, told):
            at = len(words)
            words += part.words
            tags += part.tags
            names += part.names
            if part is told:
                heads, relations = [*heads, 0], [*relations, self.relation["root"]]
            else:
                heads += [h + at if h else verb_at for h in part.heads]
                relations += [
                    r if h else self.relation["nsubj"]
                    for h, r in zip(part.heads, part.relations, strict=True)
                ]
        self._when(words, tags, heads, relations, names, verb_at)
        words, tags, names = [*words, "."], [*tags, self.tag["."]], [*names, 0]
        heads, relations = [*heads, verb_at], [*relations, punct]
        happened = [(w + before, yes, weight) for w, yes, weight in s.happened if w < body]
        return replace(
            s, words=words, tags=tags, heads=heads, relations=relations, names=names, happened=happened
        ), before

    def _when(self, words, tags, heads, relations, names, verb_at) -> None:
        when, at = self.draw.choice(WHEN), len(words)
        if not when:
            return
        last = at + len(when)
        words += when
        names += [0] * len(when)
        for word in when[:-1]:
            heads.append(last)
            tags.append(self.tag["IN" if word in ("on", "in") else "DT"])
            relations.append(self.relation["case" if word in ("on", "in") else "det"])
        tags.append(self.tag["NNP" if when[0] == "on" else "NN"])
        heads.append(verb_at)
        relations.append(self.relation["obl" if len(when) > 1 else "obl:unmarked"])

    def _phrases(self, s: Sentence) -> list[Sentence]:
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
                Sentence(words, [s.tags[i] for i in kept], heads, [s.relations[i] for i in kept], names)
            )
        return out

    def _subtree(self, s: Sentence, head: int) -> list[int]:
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
