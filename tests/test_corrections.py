"""A user's corrections hold in every table of every later run, and a line that fits nothing is named."""

import warnings

import pandas as pd
import pytest

from dateline.__main__ import main
from dateline.analysis import analyze, analyze_articles
from dateline.contract import check_tables
from dateline.corrections import correct, read_corrections
from dateline.corrections.places import find_words
from dateline.corrections.rows import grain_of
from dateline.problems import ProblemWarning, UnreadableError
from dateline.reading import read_articles
from dateline.storage import read_tables

TEXT = (
    "Mayor Ann Lie opened the new bridge in Molde on Monday, the council said. Lie met Bo Dahl in June.\n\n"
    "“We need more time,” said Dahl, the chairman of Nordic Ferries. He will resign on 3 May. "
    "Police arrested Carl Moe on Tuesday."
)
COLUMNS = ["article", "text", "near", "table", "column", "value", "note"]


@pytest.fixture(scope="module")
def articles():
    rows = {"article": ["one"], "text": [TEXT], "published": ["2022-04-20"]}
    return read_articles(pd.DataFrame(rows))


@pytest.fixture(scope="module")
def before(articles):
    return analyze(articles)


def corrected(articles, *lines, aliases=None):
    frame = pd.DataFrame([dict(zip(COLUMNS, line, strict=False)) for line in lines], columns=COLUMNS)
    tables, problems = analyze_articles(articles, corrections=frame, aliases=aliases)
    check_tables(tables)
    assert problems["reason"].tolist() == []
    return tables


def row_of(frame, **cells):
    for column, value in cells.items():
        frame = frame[frame[column] == value]
    assert len(frame) == 1
    return frame.iloc[0]


def test_a_mention_that_means_somebody_else_moves_what_he_did(articles, before):
    assert row_of(before.events, text="resign")["actor"] == "person:bo-dahl"
    after = corrected(articles, ("one", "He", "He will resign", "mentions", "entity", "Ann Lie"))
    assert row_of(after.mentions, text="He")["entity"] == "person:ann-lie"
    assert row_of(after.events, text="resign")["actor"] == "person:ann-lie"
    assert row_of(after.timeline, type="RETREAT")["actors"] == "person:ann-lie"
    assert row_of(after.timeline, type="RETREAT")["what"].startswith("Lie will resign")
    was, now = (row_of(t.entities, entity="person:ann-lie")["mentions"] for t in (before, after))
    assert now == was + 1


def test_a_dropped_mention_does_nothing_anywhere(articles):
    after = corrected(articles, ("", "Carl Moe", "", "mentions", "drop", ""))
    assert "person:carl-moe" not in set(after.entities["entity"])
    assert row_of(after.events, text="arrested")["target"] == ""


def test_a_missed_name_can_be_added(articles):
    after = corrected(articles, ("", "council", "", "mentions", "add", "org:molde-council"))
    assert row_of(after.mentions, text="council")["entity"] == "org:molde-council"
    assert row_of(after.entities, entity="org:molde-council")["kind"] == "ORG"
    assert row_of(after.events, text="said", sentence=0)["actor"] == "org:molde-council"


def test_an_entity_merged_is_one_in_every_table(articles):
    after = corrected(articles, ("", "Carl Moe", "", "entities", "merge", "Bo Dahl"))
    assert row_of(after.events, text="arrested")["target"] == "person:bo-dahl"
    tables = (after.mentions, after.entities, after.events, after.quotes, after.sentiment, after.timeline)
    assert not any("carl-moe" in table.to_csv() for table in tables)


def test_name_role_country_and_kind_of_an_entity(articles):
    after = corrected(
        articles,
        ("", "Ann Lie", "", "entities", "role", "Deputy Mayor of Molde"),
        ("", "person:ann-lie", "", "entities", "country", "Norway"),
        ("", "Ann Lie", "", "entities", "name", "Ann Berit Lie"),
        ("", "Nordic Ferries", "", "entities", "kind", "MISC"),
    )
    lie = row_of(after.entities, entity="person:ann-lie")
    assert lie[["name", "role", "country"]].tolist() == ["Ann Berit Lie", "Deputy Mayor of Molde", "NOR"]
    assert row_of(after.entities, entity="misc:nordic-ferries")["kind"] == "MISC"


def test_a_date_corrected_dates_the_event(articles):
    after = corrected(articles, ("one", "June", "", "dates", "value", "2020-06"))
    june = row_of(after.dates, text="June")
    assert [f"{day:%F}" for day in june[["first", "last"]]] == ["2020-06-01", "2020-06-30"]
    assert june["rule"] == "corrected"
    assert row_of(after.events, text="met")["first"] == pd.Timestamp("2020-06-01")
    assert row_of(after.timeline, type="CONSULT")["last"] == pd.Timestamp("2020-06-30")


def test_one_end_of_an_interval_takes_the_other_with_it(articles):
    after = corrected(articles, ("", "June", "", "dates", "first", "2021-08-02"))
    june = row_of(after.dates, text="June")
    assert [f"{june['first']:%F}", f"{june['last']:%F}", june["grain"]] == ["2021-08-02", "2021-08-02", "day"]


def test_a_speaker_corrected_says_it_in_every_table(articles):
    after = corrected(articles, ("", "“We need more time,”", "", "quotes", "speaker", "Ann Lie"))
    quote = row_of(after.quotes, style="direct")
    assert quote["speaker"] == "person:ann-lie"
    assert quote[["speaker_start", "speaker_end"]].isna().all(), "those words name somebody else"
    assert row_of(after.events, text="need")["said_by"] == "person:ann-lie"
    assert row_of(after.sentiment, unit="quote", text=quote["text"])["speaker"] == "person:ann-lie"


def test_an_event_corrected_is_so_on_the_timeline(articles):
    after = corrected(
        articles,
        ("", "arrested", "", "events", "status", "denied"),
        ("", "arrested", "", "events", "actor", "org:molde-police"),
        ("", "resign", "", "events", "drop", ""),
    )
    arrest = row_of(after.timeline, type="COERCE")
    assert arrest[["status", "actors"]].tolist() == ["denied", "org:molde-police"]
    assert row_of(after.entities, entity="org:molde-police")["name"] == "Molde Police"
    assert "RETREAT" not in set(after.timeline["type"])


def test_a_row_of_the_timeline_takes_its_events_with_it(articles, before):
    what = row_of(before.timeline, type="COERCE")["what"]
    after = corrected(
        articles,
        ("one", what, "", "timeline", "status", "planned"),
        ("one", what, "", "timeline", "first", "2022-04-18"),
        ("one", "resign", "", "timeline", "drop", ""),
        ("one", "opened the new bridge", "", "timeline", "what", "Ann Lie opened a bridge"),
    )
    arrest = row_of(after.timeline, type="COERCE")
    assert arrest["status"] == row_of(after.events, text="arrested")["status"] == "planned"
    assert arrest["first"] == row_of(after.events, text="arrested")["first"] == pd.Timestamp("2022-04-18")
    assert "RETREAT" not in set(after.timeline["type"])
    assert "Ann Lie opened a bridge" in set(after.timeline["what"])


def test_the_day_of_an_article_moves_its_dates(articles):
    after = corrected(articles, ("one", "", "", "articles", "published", "2022-05-25"))
    assert row_of(after.dates, text="Monday")["first"] == pd.Timestamp("2022-05-23")
    assert row_of(after.articles, article="one")["published_by"] == "given"


def test_tone_and_label_agree_when_one_is_corrected(articles):
    after = corrected(articles, ("", "Police arrested Carl Moe on Tuesday.", "", "sentiment", "score", "0.4"))
    row = row_of(after.sentiment, unit="sentence", text="Police arrested Carl Moe on Tuesday.")
    assert (round(float(row["score"]), 3), row["label"]) == (0.4, "positive")


def test_corrections_win_over_aliases_and_aliases_over_what_was_found(articles):
    aliases = pd.DataFrame(
        {
            "entity": ["person:bo-dahl", "person:ann-lie"],
            "same_as": ["person:bo-ferryman-dahl", ""],
            "role": ["shipowner", "Lady Mayor"],
        }
    )
    after = corrected(
        articles,
        ("one", "He", "He will resign", "mentions", "entity", "person:carl-moe"),
        ("", "Ann Lie", "", "entities", "role", "Mayor of Molde"),
        aliases=aliases,
    )
    assert row_of(after.entities, entity="person:ann-lie")["role"] == "Mayor of Molde"
    assert row_of(after.entities, entity="person:bo-ferryman-dahl")["role"] == "shipowner"
    assert row_of(after.events, text="resign")["actor"] == "person:carl-moe"
    assert row_of(after.quotes, style="direct")["speaker"] == "person:bo-ferryman-dahl"
    assert "person:bo-dahl" not in set(after.entities["entity"])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (("", "Bergen", "", "mentions", "drop", ""), "don't stand in any article"),
        (("", "Lie", "met Nobody", "mentions", "drop", ""), "does not stand near"),
        (("", "bridge", "", "dates", "drop", ""), "no row of dates stands on 'bridge'"),
        (("", "will resign on 3 May. Police arrested", "", "events", "drop", ""), "holds several rows"),
        (("two", "Molde", "", "mentions", "drop", ""), "there is no article 'two'"),
        (("", "arrested", "", "events", "actor", "Eva Ek"), "'Eva Ek' is nobody"),
        (("", "Eva Ek", "", "entities", "role", "poet"), "no entity has that name or id"),
        (("", "Nothing of this", "", "timeline", "drop", ""), "don't stand in any article"),
    ],
)
def test_a_line_that_fits_nothing_is_named_and_changes_nothing(articles, before, line, reason):
    frame = pd.DataFrame([dict(zip(COLUMNS, line, strict=False))], columns=COLUMNS)
    tables, problems = analyze_articles(articles, corrections=frame)
    assert problems[["source", "line", "kind"]].values.tolist() == [["corrections", 2, "noted"]]
    assert reason in problems["reason"].iloc[0]
    for name in tables._fields:
        pd.testing.assert_frame_equal(getattr(tables, name), getattr(before, name))


def test_aliases_that_fit_nobody_are_named(articles, tmp_path):
    path = tmp_path / "aliases.csv"
    path.write_text(
        "entity,same_as,role\nperson:bo-dahl,person:b-dahl,\nperson:eva-ek,,poet\n", encoding="utf-8"
    )
    with pytest.warns(ProblemWarning, match=r"aliases\.csv, row 3: person:eva-ek"):
        tables = analyze(articles, aliases=path)
    assert "person:b-dahl" in set(tables.entities["entity"])


def test_one_line_holds_for_the_articles_it_names(articles):
    two = pd.concat([articles, articles.assign(article="two")], ignore_index=True)
    after = corrected(two, ("two", "Carl Moe", "", "mentions", "drop", ""))
    there = after.mentions.loc[after.mentions["entity"] == "person:carl-moe", "article"]
    assert there.tolist() == ["one"]


def test_correct_writes_a_line_that_the_next_run_keeps(articles, before, tmp_path):
    path = tmp_path / "corrections.csv"
    arrested = row_of(before.events, text="arrested")
    correct(arrested, before, "status", "denied", note="see the court, page 3", file=path)
    told = correct(row_of(before.entities, entity="person:bo-dahl"), before, "role", "captain", file=path)
    assert told[["table", "column", "value"]].values.tolist() == [
        ["events", "status", "denied"],
        ["entities", "role", "captain"],
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        after = analyze(articles, corrections=path)
    assert row_of(after.events, text="arrested")["status"] == "denied"
    assert row_of(after.entities, entity="person:bo-dahl")["role"] == "captain"


def test_correct_tells_one_of_several_equal_words_apart(articles, before, tmp_path):
    path = tmp_path / "corrections.csv"
    said = before.events[before.events["text"] == "said"]
    for row in range(len(said)):
        path.unlink(missing_ok=True)
        correct(said.iloc[row], before, "drop", file=path)
        left = analyze(articles, corrections=path).events
        gone = set(said["start"]) - set(left.loc[left["text"] == "said", "start"])
        assert gone == {said["start"].iloc[row]}


def test_correct_leaves_a_file_it_cannot_read_and_writes_no_nonsense(before, tmp_path):
    path = tmp_path / "corrections.csv"
    path.write_text("not,a,sheet\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match="no column text, table, column"):
        correct(before.events.iloc[0], before, "status", "planned", file=path)
    assert path.read_text(encoding="utf-8") == "not,a,sheet\n"
    with pytest.raises(UnreadableError, match="status is 'maybe'"):
        correct(before.events.iloc[0], before, "status", "maybe", file=tmp_path / "new.csv")
    assert not (tmp_path / "new.csv").exists()


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("a,Lie,,tokens,lemma,x,", "line 2: no table 'tokens' can be corrected"),
        ("a,Lie,,events,text,x,", "no column 'text' of events"),
        ("a,Lie,,events,status,perhaps,", "status is 'perhaps'; it must be one of happened"),
        ("a,Lie,,events,type,HUG,", "type is 'HUG'"),
        ("a,Lie,,dates,first,soon,", "write a day like 2021-12-29"),
        ("a,Lie,,sentiment,score,12,", "a number from -1 to 1"),
        ("a,,,events,status,planned,", "text is empty"),
        ("a,Ann Lie,the mayor,entities,role,x,", "near means nothing"),
        ("a,Ann Lie,,entities,country,Atlantis,", "write it in three letters"),
    ],
)
def test_lines_that_make_no_sense_are_refused_before_the_work(tmp_path, row, message):
    path = tmp_path / "corrections.csv"
    path.write_text(",".join(COLUMNS) + "\n" + row + "\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match=message):
        read_corrections(path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"text,table\nLie,events\n", "no column column"),
        (b"text,table,column,colour\nLie,events,drop,red\n", "column 'colour' that means nothing"),
        (b'text,table,column\n"Lie,events,drop\n', "is no CSV"),
        (b"text,table,column\nL\xf8e,events,drop\n", "is not UTF-8"),
        (b"", "no column text, table, column"),
        (
            b"text,table,column\nyes, we can,events,drop\n",
            "line 2: 4 cells under a heading of 3: put words that hold a ",
        ),
    ],
)
def test_files_that_are_no_sheet_are_refused(tmp_path, content, message):
    path = tmp_path / "corrections.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableError, match=message):
        read_corrections(path)


def test_sheets_of_spreadsheets_are_read(tmp_path):
    path = tmp_path / "corrections.csv"
    path.write_bytes("﻿Text;Table;Column;Value\r\n\r\n“We need”;Events; drop ;\r\n".encode())
    sheet = read_corrections(path)
    assert sheet[["text", "column", "line"]].values.tolist() == [["“We need”", "drop", 3]]


def test_words_are_found_whole_and_nearest():
    text = "He met her. They met in Oslo,\nthen methods changed; and met in Rome."
    assert find_words(text, "met", "in Rome") == [(56, 59)]
    assert find_words(text, "met in Oslo, then") == [(17, 34)]
    assert len(find_words(text, "met")) == 3


def test_a_grain_is_told_only_of_a_whole_piece():
    assert grain_of(pd.Timestamp("2021-01-01").date(), pd.Timestamp("2021-12-31").date()) == "year"
    assert grain_of(None, None) == ""


def test_the_command_line_takes_both_files(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "aliases.csv").write_text("entity,role\nperson:ann-lie,Lady Mayor\n", encoding="utf-8")
    sheet = "text,table,column,value\narrested,events,status,denied\nBergen,mentions,drop,\n"
    (tmp_path / "corrections.csv").write_text(sheet, encoding="utf-8")
    given = ["--aliases", "aliases.csv", "--corrections", "corrections.csv", "--quiet"]
    assert main(["tables", "one.txt", "--out", "out", *given]) == 0
    tables = read_tables("out")
    assert row_of(tables.entities, entity="person:ann-lie")["role"] == "Lady Mayor"
    assert row_of(tables.events, text="arrested")["status"] == "denied"
    assert "noted: corrections.csv, row 3: mentions.drop of 'Bergen'" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--aliases", "--corrections"])
@pytest.mark.parametrize("content", [None, "colour\nred\n"])
def test_a_file_that_makes_no_sense_stops_the_command_before_the_work(tmp_path, capsys, option, content):
    sheet, out = tmp_path / "sheet.csv", tmp_path / "out"
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    if content is not None:
        sheet.write_text(content, encoding="utf-8")
    assert main(["tables", str(tmp_path / "one.txt"), "--out", str(out), option, str(sheet)]) == 2
    said = capsys.readouterr().err
    assert "sheet.csv" in said and "Traceback" not in said
    assert not out.exists()
