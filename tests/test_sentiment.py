"""Tone: what a reader of the sentiment table relies on."""

import re
from types import SimpleNamespace

import pandas as pd
import pytest

from dateline.language.tokens import Name, Sentence, Tokens
from dateline.sentiment import add_baseline, score_sentiment, score_vader, tone_in
from dateline.sentiment.words import vader_lexicon, value_of
from dateline.tables import COLUMNS

WORD = re.compile(r"\w+(?=n['’]t\b)|n['’]t\b|['’]s\b|\w+|[^\w\s]")


def plain_tokens(
    text: str, names: tuple[str, ...] = (), heads: dict[int, tuple[int, str]] | None = None
) -> Tokens:
    """A parse made by hand: words, sentences at full stops, no tags, heads only where given."""
    found = list(WORD.finditer(text))
    word = [match.group() for match in found]
    start, end = [match.start() for match in found], [match.end() for match in found]
    sentences, first = [], 0
    for i, mark in enumerate(word):
        if mark in (".", "!", "?") or i + 1 == len(word):
            sentences.append(Sentence(start[first], end[i], first, i + 1, "body"))
            first = i + 1
    of = [number for number, s in enumerate(sentences) for _ in range(s.first, s.last)]
    head, relation = [-1] * len(word), ["dep"] * len(word)
    for token, (governor, name) in (heads or {}).items():
        head[token], relation[token] = governor, name
    spans = [
        Name(start[word.index(n)], end[word.index(n)], word.index(n), word.index(n) + 1, "ORG") for n in names
    ]
    lemma, tag = [w.lower() for w in word], [""] * len(word)
    return Tokens(text, sentences, spans, start, end, word, lemma, tag, head, relation, of)


def sentence_score(text: str, **parse) -> float:
    (tone,) = tone_in(plain_tokens(text, **parse))
    return tone.score


@pytest.mark.parametrize(
    "text",
    [
        "The military alliance held a security summit and talks with its allies.",
        "The defense minister met the party leader at the justice ministry.",
        "The interest rate and the share price were published on Friday.",
        "The committee will convene in the capital in March.",
        "The spokesman said the call would cover a range of issues.",
        "Delegates of both parties travel to the conference by train.",
        "The opposition leader, the vice president and the treasury secretary attended.",
        "Natural gas and crude oil pass through the terminal.",
        "As well as the budget, the parliament debates the calendar like every year.",
    ],
)
def test_institutions_and_routine_are_neutral(text):
    assert abs(sentence_score(text)) < 0.1


@pytest.mark.parametrize(
    "text",
    [
        "The invasion began at dawn.",
        "Shelling wounded three people in the port.",
        "The ministry condemned the provocations.",
        "The court indicted the banker for embezzlement.",
        "The currency plunged and the recession deepened.",
        "Tensions between the two capitals escalated.",
    ],
)
def test_news_that_vader_cannot_read_is_negative(text):
    assert sentence_score(text) <= -0.3


@pytest.mark.parametrize(
    ("plain", "negated"),
    [
        ("The envoy was honest.", "The envoy was not honest."),
        ("The talks were successful.", "The talks were never successful."),
        ("The army attacked the town.", "The army did not attack the town."),
        ("There was violence in the city.", "There was no violence in the city."),
    ],
)
def test_negation_turns_and_weakens(plain, negated):
    before, after = sentence_score(plain), sentence_score(negated)
    assert before * after < 0
    assert abs(after) < abs(before)


def test_what_a_verb_ends_or_refuses_turns():
    heads = {1: (0, "obj")}
    assert (
        sentence_score("defuse tensions", heads=heads) > 0 > sentence_score("mention tensions", heads=heads)
    )


def test_a_possible_attack_weighs_less_than_an_attack():
    assert sentence_score("They attack.") < sentence_score("They could attack.") < 0


def test_names_carry_no_tone():
    assert (
        sentence_score("Hope visited the port.", names=("Hope",))
        == 0
        < sentence_score("Hope filled the port.")
    )


def test_words_name_what_made_the_score():
    (tone,) = tone_in(plain_tokens("The deal was not honest and the war goes on."))
    assert "not … honest -1.1" in tone.words
    assert "war -1.0" in tone.words


def test_quotes_and_speakers():
    text = "“We condemn the invasion,” she said. The port opened."
    quote = SimpleNamespace(start=0, end=26, speaker="person:ann-lee")
    tones = tone_in(plain_tokens(text), quotes=[quote])
    assert [(tone.unit, tone.speaker) for tone in tones] == [
        ("sentence", "person:ann-lee"), ("quote", "person:ann-lee"), ("sentence", ""),
    ]  # fmt: skip
    assert all(text[tone.start : tone.end] == tone.text for tone in tones)


def test_mentions_know_their_entity_and_the_speaker():
    text = "“Norland betrayed us,” said Lee. Norland denied it."
    mentions = [
        SimpleNamespace(start=1, end=8, form="name", entity="place:norland"),
        SimpleNamespace(start=33, end=40, form="name", entity="place:norland"),
        SimpleNamespace(start=41, end=47, form="nominal", entity=""),
    ]
    quote = SimpleNamespace(start=0, end=22, speaker="person:lee")
    rows = [tone for tone in tone_in(plain_tokens(text), mentions, [quote]) if tone.unit == "mention"]
    assert [(row.entity, row.speaker, row.text) for row in rows] == [
        ("place:norland", "person:lee", "Norland"), ("place:norland", "", "Norland"),
    ]  # fmt: skip


def test_captions_and_credits_have_no_tone_of_their_own():
    tokens = plain_tokens("A bombing in the city.")
    caption = tokens.sentences[0]._replace(part="caption")
    assert (
        tone_in(Tokens(**{**{f: getattr(tokens, f) for f in Tokens.__slots__}, "sentences": [caption]})) == []
    )


def test_table_has_its_columns_also_when_empty():
    articles = pd.DataFrame({"article": ["a", "b"], "text": ["The war goes on.", ""]})
    parses = {"a": plain_tokens("The war goes on."), "b": plain_tokens("")}
    table = score_sentiment(articles, parses=parses)
    assert list(table.columns) == list(COLUMNS["sentiment"])
    assert table["article"].tolist() == ["a"]
    assert table["score"].between(-1, 1).all()
    assert list(score_sentiment(articles.iloc[1:], parses=parses).columns) == list(COLUMNS["sentiment"])


def test_vader_stays_as_the_baseline():
    assert score_vader(["The alliance held a security summit."])[0] > 0.3
    table = score_sentiment(
        pd.DataFrame({"article": ["a"], "text": ["The war goes on."]}),
        parses={"a": plain_tokens("The war goes on.")},
    )
    assert add_baseline(table)["vader"].iloc[0] < -0.5


def test_every_correction_differs_from_vader_or_depends_on_the_sense():
    from dateline.lexicons import read_facts

    for row in read_facts("news_tone.csv"):
        assert row["reason"] and -4 <= float(row["value"]) <= 4
        if not row["tag"] and " " not in row["word"]:
            assert vader_lexicon().get(row["word"]) != float(row["value"]), row


def test_lemma_helps_only_words_that_no_lexicon_has():
    assert value_of("bombards", lemma="bombard") == value_of("bombard")
    assert value_of("united", lemma="unite") == 0


def test_a_clause_does_not_lend_its_negation_or_denial_to_the_next():
    heads = {0: (-1, "root"), 1: (0, "obj"), 2: (3, "cc"), 3: (0, "conj"), 4: (3, "obj")}
    (tone,) = tone_in(plain_tokens("denies plans and condemns provocations", heads=heads))
    assert "provocations -2.0" in tone.words.split("; ")
    assert "condemns -1.5" in tone.words.split("; ")


def test_but_at_the_start_of_a_sentence_contrasts_with_nothing_in_it():
    assert sentence_score("But the war goes on.") == sentence_score("The war goes on.")
    assert sentence_score("It was a success, but the war goes on.") < sentence_score(
        "It was a success; the war goes on."
    )
