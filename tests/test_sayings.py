"""Sentences put into somebody's mouth for training are whole sentences with one head, and keep what was known."""

import random

import pytest

from dateline.language.training.material import NAME_LABELS, Document, Labels, TreebankSentence
from dateline.language.training.sayings import Sayings

PERSON = [NAME_LABELS.index("B-PERSON"), NAME_LABELS.index("I-PERSON")]
LABELS = Labels(
    ["NNP", "NNS", "VBD", "VBZ", "IN", "DT", "NN", ".", ",", "``", "''"],
    "root nsubj ccomp punct obl obl:unmarked case det flat obj".split(),
)


def sentence(
    text: str, tags: str, heads: list[int], relations: str, names: list[int] | None = None
) -> TreebankSentence:
    words = text.split()
    return TreebankSentence(
        words,
        [LABELS.tags.index(tag) for tag in tags.split()],
        heads,
        [LABELS.relations.index(relation) for relation in relations.split()],
        names or [0] * len(words),
    )


FELL = sentence("Prices fell on Monday .", "NNS VBD IN NNP .", [2, 0, 4, 2, 2], "nsubj root case obl punct")
HELD = sentence(
    "Police held Ann Lee .",
    "NNS VBD NNP NNP .",
    [2, 0, 2, 3, 2],
    "nsubj root obj flat punct",
    [0, 0, *PERSON, 0],
)
FELL.happened = [(1, 0.9, 1.0)]
COUNT = 200


@pytest.fixture(scope="module")
def told():
    mentions = [(5 * n, n) for n in range(COUNT)]  # "Prices" of each sentence
    document = Document("d", "any", [FELL] * COUNT, True, mentions)
    return Sayings([Document("e", "any", [HELD], True)], LABELS, random.Random(3))(document)


def said(document: Document) -> list[TreebankSentence]:
    return [s for s in document.sentences if len(s.words) > len(FELL.words)]


def test_what_is_said_hangs_on_the_saying_and_the_speaker_is_its_subject(told):
    assert len(said(told)) > COUNT // 20
    for s in said(told):
        root = s.heads.index(0)
        fell = s.words.index("fell")
        speaker = next(i for i, word in enumerate(s.words) if word in ("police", "Ann"))
        assert (s.heads.count(0), LABELS.tags[s.tags[root]][:2]) == (1, "VB")
        assert [(s.heads[i] - 1, LABELS.relations[s.relations[i]]) for i in (fell, speaker)] == [
            (root, "ccomp"),
            (root, "nsubj"),
        ]


def test_the_words_names_and_answers_of_the_sentence_stay(told):
    for s in said(told):
        at = s.words.index("Prices")
        assert s.words[at : at + 4] == FELL.words[:4]
        assert [LABELS.tags[t] for t in s.tags[at : at + 4]] == ["NNS", "VBD", "IN", "NNP"]
        assert s.happened == [(at + 1, 0.9, 1.0)]
        assert ("Ann" in s.words) == (s.names.count(PERSON[0]) == 1)


def test_mentions_follow_their_words(told):
    words = [word for s in told.sentences for word in s.words]
    assert [words[at] for at, _ in told.mentions] == ["Prices"] * COUNT


def test_documents_without_a_parse_stay_as_they_are():
    plain = Document("n", "any", [TreebankSentence(["Rain", "."], names=[0, 0])], True)
    sayings = Sayings([Document("e", "any", [HELD], True)], LABELS, random.Random(3))
    assert sayings(plain) is plain
