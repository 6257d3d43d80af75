"""Several processes give the same tables as one, in the same order, whatever fails."""

import pandas as pd
import pytest

from dateline.__main__ import main
from dateline.analysis import analyze, analyze_part
from dateline.entity_sums import Described, Merged
from dateline.reading import read_articles
from dateline.storage import write_tables

STORY = "The council met on Tuesday and put off its vote. “We need more time,” said {}, the mayor of {}."
WHO = [
    ("Ann Lie", "Molde"),
    ("Bo Ek", "Bergen"),
    ("Ann Lie", "Oslo"),
    ("Kari Dahl", "Bergen"),
    ("Bo Ek", "Vik"),
]


@pytest.fixture(scope="module")
def articles():
    return read_articles(
        [
            {"id": f"a{number}", "text": STORY.format(*who), "published": f"2021-12-{20 - number}"}
            for number, who in enumerate(WHO)
        ]
    )


def test_the_same_bytes_whatever_the_number_of_workers(articles, tmp_path):
    for workers in (1, 3):
        write_tables(analyze(articles, workers=workers), tmp_path / str(workers))
    for path in sorted((tmp_path / "1").iterdir()):
        assert path.read_bytes() == (tmp_path / "3" / path.name).read_bytes(), path.name


def test_no_workers_is_wrong_use(articles, capsys):
    with pytest.raises(ValueError, match="workers=0: at least one must do the work"):
        analyze(articles, workers=0)
    with pytest.raises(SystemExit) as stop:
        main(["tables", "x.txt", "--out", "out", "--workers", "none"])
    assert stop.value.code == 2
    assert "'none' is no number from 1 up" in capsys.readouterr().err


def test_described_is_what_each_article_tells(articles):
    described = analyze_part(articles).described
    bo = described[described["entity"] == "person:bo-ek"]
    assert bo["article"].tolist() == ["a1", "a4"]
    assert set(bo["name"]) == {"Bo Ek"}
    shares = described.groupby("article")["share"].sum()
    assert shares.round(12).tolist() == [1.0] * len(WHO)


def test_sums_of_parts_are_the_sum_of_the_whole():
    """Shares that floats can't add up exactly decide the order, so no bit may be lost on the way."""
    merged = Merged()
    for number in range(1000):
        merged.add(Described("org:a", "A", "ORG", "", "", "", 1, 0.1), None)
        merged.add(Described("org:b", "B", "ORG", "", "", "", 1, 0.1), None)
        merged.add(Described("org:b", "B", "ORG", "", "", "", 1, 1e-17 if number else 0.0), None)
    table, weights = merged.table()
    assert table["entity"].tolist() == ["org:b", "org:a"]
    assert weights[1] == 100.00000000000000555  # a thousand times the float nearest to 0.1, rounded once
    assert table["mentions"].tolist() == [2000, 1000]
    assert pd.isna(table["first_seen"][0])
