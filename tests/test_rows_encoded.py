"""What the encoder takes a word for: vectors of word, clause and sentence, learned weights, three scores."""

from dataclasses import replace

import numpy as np

from dateline.corrections.knowledge import knowledge_of
from dateline.events import events_in
from dateline.events.rows.choice import cases_of, taken
from dateline.events.rows.encoded import (
    TAKEN,
    DayReading,
    PairReading,
    Reading,
    Scores,
    vectors_of,
    write_scores,
)
from dateline.events.rows.encoded import scores as known_scores
from dateline.events.rows.setting import setting_of
from dateline.events.rows.syntax import parse_from
from dateline.events.rows.vector_fit import fit_pairs, fit_reading, pairs_of_cases, sums_of, turned
from dateline.events.rows.words import worded_event
from dateline.grammar import parse
from dateline.grammar.tree import tree_of
from dateline.mentions import mentions_in
from dateline.reading import read_articles
from dateline.steps import Article, analyze_article

STORY = (
    "Fire destroyed a school in Oslo on Monday. Nine pupils were hurt. "
    "Parents have feared that the old wiring looks unsafe."
)


def scores(text, tokens=None):
    """Score the events of a text, by their words."""
    tokens = tokens or parse(text)
    events, read = events_in(tokens, mentions_in(tokens)), parse_from(tree_of(tokens))
    words = [worded_event(read, event, {}) for event in events]
    cases = taken(cases_of(setting_of(read, events, None), words), known_scores().single)
    return {events[case.number].text: {name: case.signals.get(name) for name in TAKEN} for case in cases}


def test_a_deed_is_taken_for_an_event_and_a_view_is_not():
    found = {word: of[TAKEN[0]] for word, of in scores(STORY).items()}
    assert found["destroyed"] > 0.5
    assert found["hurt"] > 0.45
    assert found["looks"] < 0


def test_the_first_deed_is_news_before_all_others():
    found = {word: of[TAKEN[2]] for word, of in scores(STORY).items()}
    assert max(found, key=found.__getitem__) == "destroyed"


def test_a_parse_without_vectors_has_its_events_weighed_without_scores():
    found = scores(STORY, replace(parse(STORY), vectors=None))
    assert found.keys() == scores(STORY).keys()
    assert [of for of in found.values() if any(of.values())] == []


def test_a_text_without_events_has_no_vectors_to_score():
    assert vectors_of(parse("Ann Lee."), [], []) is None


def test_vectors_are_of_the_word_its_clause_and_its_sentence():
    tokens = parse("Ann Lee sang. Bob Ray left at noon.")
    found = vectors_of(tokens, [2, 6], [[2], [4, 5, 6]])
    middle, last = tokens.vectors[:, 0].astype(np.float32), tokens.vectors[:, 1].astype(np.float32)
    expected = np.hstack([middle[6], last[[4, 5, 6]].mean(0), last[4:10].mean(0)])
    assert np.array_equal(found[1], expected)
    assert found.shape == (2, 3 * middle.shape[1])


def test_what_an_article_told_is_let_go_of_vectors():
    (row,) = read_articles(STORY).itertuples(index=False)
    found, problems = analyze_article(Article(*row), knowledge_of(None, None))
    assert problems == []
    assert (found.tokens.vectors, found.tokens.word[:2]) == (None, ["Fire", "destroyed"])


def test_least_squares_find_what_tells_cases_apart_whoever_listed_them():
    generator = np.random.default_rng(5)
    vectors = generator.normal(size=(400, 6)).astype(np.float32) * [1, 1, 5, 1, 1, 1] + 3
    other = generator.random(400) < 0.5
    right = np.stack([vectors[:, 2] > 3 + 4 * other, vectors[:, 0] > 3, vectors[:, 1] < 3], 1)
    found = fit_reading(turned(vectors), right, other[:, None].astype(float), np.ones(400, bool), 1.0)
    told = found.scores(vectors)
    assert np.abs(told.mean(0)).max() < 0.01
    assert np.abs(told.std(0) - 1).max() < 0.01
    assert [np.corrcoef(told[:, n], vectors[:, k])[0, 1] > 0.9 for n, k in ((0, 2), (1, 0))] == [True, True]
    assert np.corrcoef(told[:, 2], vectors[:, 1])[0, 1] < -0.9


def test_least_squares_find_which_pairs_are_one_event():
    generator = np.random.default_rng(7)
    vectors = generator.normal(size=(300, 6)).astype(
        np.float32
    )  # of which two numbers are the middle layer's
    ends = [(one, other) for one in range(300) for other in range(one + 1, min(one + 6, 300))]
    one, other = np.array(ends).T
    same = vectors[one, 0] * vectors[other, 0] - vectors[other, 1] > 0.5
    pairs = pairs_of_cases(vectors, ends, np.zeros(len(ends), bool), same, np.arange(len(ends)) % 2)
    learned = [sums_of(pairs, pairs.article == 0)]
    found = pairs.scores(fit_pairs(pairs, learned, pairs.article == 0, 1.0), pairs.article == 1)
    right = same[pairs.article == 1]
    assert ((found > 0.5) == right).mean() > 0.85
    assert ((found > 0.5) == right).mean() > max(right.mean(), 1 - right.mean())


def test_weights_are_read_as_they_were_written(tmp_path, monkeypatch):
    from dateline import lexicons

    single = Reading(np.arange(18, dtype=np.float32).reshape(6, 3) / 8, np.array([1, 2, 3], np.float32))
    pair = PairReading(*np.arange(6, dtype=np.float32).reshape(3, 2), 0.5)
    own, other = (PairReading(*np.arange(6, dtype=np.float32).reshape(3, 2) + 1, n) for n in (0.25, 0.75))
    write_scores(Scores(single, pair, DayReading(own, other)), tmp_path)
    monkeypatch.setattr(lexicons, "FOLDER", tmp_path)
    known = known_scores.__wrapped__()
    assert [part.tolist() for part in known.single] == [part.tolist() for part in single]
    assert [part.tolist() for part in known.pair[:3]] == [part.tolist() for part in pair[:3]]
    assert known.pair.base == 0.5
    assert [part.tolist() for part in known.day.own[:3]] == [part.tolist() for part in own[:3]]
    assert (known.day.own.base, known.day.other.base) == (0.25, 0.75)


def test_the_weights_of_the_bundle_fit_the_vectors_of_its_encoder():
    tokens = parse("It sank.")
    numbers = vectors_of(tokens, [1], [[1]]).shape[1]
    assert (len(known_scores().single.weight), len(known_scores().pair.both)) == (numbers, numbers // 3)


def test_the_vectors_come_out_of_the_one_run_that_gives_the_trees():
    tokens = parse("Ann Lee sang.")
    assert (tokens.vectors.shape, str(tokens.vectors.dtype)) == ((len(tokens), 2, 384), "float16")
