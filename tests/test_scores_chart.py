"""The chart of figures shows each question once, with the other tool where there is one."""

import matplotlib.pyplot as plt
import pandas as pd

from conftest import ROOT
from dateline import alt_text, plot_scores


def test_each_question_is_a_row_with_its_two_figures():
    scores = pd.read_csv(ROOT / "data" / "scores.csv")
    ax = plot_scores(scores)
    told = scores[scores["question"].notna() & ~scores["question"].fillna("").str.contains("less is better")]
    points = [line for line in ax.lines if line.get_marker() == "o"]
    assert sorted(float(line.get_xdata()[0]) for line in points) == sorted(
        [*told["dateline"], *told["peer_score"].dropna()]
    )
    for row in told.itertuples():
        assert f"{row.question} {row.dateline:.0f}" in alt_text(ax)
    plt.close(ax.figure)


def test_without_figures_it_says_so():
    ax = plot_scores(pd.DataFrame({"question": [""], "dateline": [""], "peer": [""], "peer_score": [""]}))
    assert "No figures." in [text.get_text() for text in ax.texts]
    plt.close(ax.figure)


def test_every_class_of_error_has_a_sentence_and_what_is_right():
    errors = pd.read_csv(ROOT / "data" / "errors.csv", keep_default_na=False)
    assert len(errors) >= 15 and (errors != "").all(axis=None)
    assert errors["a sentence made for it"].is_unique
