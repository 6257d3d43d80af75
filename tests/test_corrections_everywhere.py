"""Every kind of correction, one by one: what follows from it in every table, by equality, and nothing else."""

import csv

import nbformat
import pandas as pd
import pytest

from conftest import ROOT
from dateline.__main__ import main
from dateline.analysis import analyze, analyze_articles
from dateline.contract import check_tables
from dateline.corrections.lines import CORRECTABLE
from dateline.problems import ProblemWarning
from dateline.reading import read_articles
from dateline.storage import read_tables

TEXT = (
    "Mayor Ann Lie opened the new bridge in Molde on Monday, the council said. Lie met Bo Dahl in June.\n\n"
    "“The ferry needs more time,” said Dahl, the chairman of Nordic Ferries. He will resign on 3 May. "
    "Police arrested Carl Moe on Tuesday."
)
LEARNED = {"weight", "why"}  # of the choice of rows: moves a little with everything, and has cases of its own
ARREST = "Police arrested Carl Moe"
HERS = "Lie met Bo Dahl"
FERRY = "“The ferry needs more time,”"

# table, words of the row, column, value; then all that follows, "table: row: column=value", "-" for a row that goes
CASES = [
    ("articles", "", "title", "A bridge", ["articles: one: title=A bridge"]),
    ("articles", "", "dateline", "Molde", ["articles: one: dateline=Molde"]),
    ("articles", "", "section", "Local", ["articles: one: section=Local"]),
    ("articles", "", "source", "The Post", ["articles: one: source=The Post"]),
    ("articles", "", "url", "https://example.org/1", ["articles: one: url=https://example.org/1"]),
    ("articles", "", "published", "2022-05-25", [
        "articles: one: published=2022-05-25",
        "dates: Monday: first=2022-05-23, last=2022-05-23, value=2022-05-23",
        "dates: Tuesday: first=2022-05-24, last=2022-05-24, value=2022-05-24",
        "entities: org:nordic-ferries: first_seen=2022-05-25, last_seen=2022-05-25",
        "entities: person:ann-lie: first_seen=2022-05-25, last_seen=2022-05-25",
        "entities: person:bo-dahl: first_seen=2022-05-25, last_seen=2022-05-25",
        "entities: person:carl-moe: first_seen=2022-05-25, last_seen=2022-05-25",
        "entities: place:molde: first_seen=2022-05-25, last_seen=2022-05-25",
        "events: arrested: first=2022-05-24, last=2022-05-24",
        "events: opened: first=2022-05-23, last=2022-05-23",
        # a plan is not dated to a day gone by
        "events: resign: date_end=, date_start=, first=, grain=, last=, what=Dahl will resign on 3 May",
        "timeline: Dahl will resign on 3 May: first=, grain=, last=, what=Dahl will resign on 3 May",
        # what is said is said on the day of what it is about
        "events: said 68: first=2022-05-23, last=2022-05-23",
        "events: said 129: first=2022-05-23, last=2022-05-23",
        "timeline: Dahl said: “The ferry needs more time”: first=2022-05-23, last=2022-05-23",
        f"timeline: {ARREST}: first=2022-05-24, last=2022-05-24",
        "timeline: Mayor Ann Lie opened the new bridge in Molde: first=2022-05-23, last=2022-05-23",
    ]),
    ("sentences", "Lie met Bo Dahl in June.", "part", "headline", [
        # a saying without a row is dated by what is told round it
        "events: said 68: date_end=, date_start=, first=, grain=, last=, "
        "what=Mayor Ann Lie opened the new bridge in Molde on Monday, the council said",
        "articles: one: title=Lie met Bo Dahl in June.",
        "sentences: Lie met Bo Dahl in June.: part=headline",
    ]),
    ("mentions", "He", "entity", "Ann Lie", [
        "entities: person:ann-lie: mentions=3", "entities: person:bo-dahl: mentions=3",
        "events: resign: actor=person:ann-lie, what=Lie will resign",
        "mentions: He: entity=person:ann-lie, rule=corrected",
        "sentiment: mention He: entity=person:ann-lie",
        "timeline: Lie will resign: actors=person:ann-lie, what=Lie will resign",
    ]),
    ("mentions", "Molde", "kind", "ORG", [
        "entities: org:molde: entity=org:molde, first_seen=2022-04-20, kind=ORG, last_seen=2022-04-20, "
        "mentions=1, name=Molde",
        "entities: place:molde: -",
        "events: opened: target=org:molde",
        "mentions: Molde: entity=org:molde, kind=ORG, rule=corrected",
        "sentiment: mention Molde: entity=org:molde",
        "timeline: Mayor Ann Lie opened the new bridge in Molde: targets=org:molde",
    ]),
    ("mentions", "He", "form", "name",
     ["entities: person:bo-dahl: aliases=Dahl; He", "mentions: He: form=name, rule=corrected"]),
    ("mentions", "Carl Moe", "drop", "", [
        "entities: person:carl-moe: -", "events: arrested: target=", "mentions: Carl Moe: -",
        "sentiment: mention Carl Moe: -", f"timeline: {ARREST}: targets=",
    ]),
    ("mentions", "council", "add", "org:molde-council", [
        "entities: org:molde-council: entity=org:molde-council, first_seen=2022-04-20, kind=ORG, "
        "last_seen=2022-04-20, mentions=1, name=council",
        "events: opened: said_by=org:molde-council",
        "events: said 68: actor=org:molde-council, event=one:68",
        "mentions: council: entity=org:molde-council, form=name, kind=ORG, rule=corrected, text=council",
        "quotes: Mayor Ann Lie opened the new bridge in Molde on Monday: speaker=org:molde-council",
        "sentiment: mention Ann Lie: speaker=org:molde-council",
        "sentiment: mention Molde: speaker=org:molde-council",
        "sentiment: mention council: entity=org:molde-council, label=neutral, text=council, unit=mention",
        "sentiment: quote Mayor Ann Lie opened the new bridge in Molde on Monday: speaker=org:molde-council",
        "sentiment: sentence Mayor Ann Lie opened the new bridge in Molde on Monday, the council said.: "
        "speaker=org:molde-council",
        # with a speaker the saying weighs enough for a row
        "timeline: Mayor Ann Lie opened the new bridge in Molde, the council said: actors=org:molde-council, "
        "event=one:68, first=2022-04-18, grain=day, last=2022-04-18, mentions=1, status=happened, "
        "what=Mayor Ann Lie opened the new bridge in Molde, the council said",
        "timeline: Mayor Ann Lie opened the new bridge in Molde: said_by=org:molde-council",
    ]),
    ("entities", "Ann Lie", "name", "Ann Berit Lie",
     ["entities: person:ann-lie: aliases=Ann Lie; Lie, name=Ann Berit Lie"]),
    ("entities", "Nordic Ferries", "kind", "MISC", [
        "entities: misc:nordic-ferries: entity=misc:nordic-ferries, first_seen=2022-04-20, kind=MISC, "
        "last_seen=2022-04-20, mentions=1, name=Nordic Ferries",
        "entities: org:nordic-ferries: -",
        "mentions: Nordic Ferries: entity=misc:nordic-ferries, kind=MISC, rule=corrected",
        "sentiment: mention Nordic Ferries: entity=misc:nordic-ferries",
    ]),
    ("entities", "Bo Dahl", "role", "captain", ["entities: person:bo-dahl: role=captain"]),
    ("entities", "person:carl-moe", "country", "Sweden", ["entities: person:carl-moe: country=SWE"]),
    ("entities", "Carl Moe", "merge", "Bo Dahl", [
        "entities: person:bo-dahl: aliases=Carl Moe; Dahl, mentions=5", "entities: person:carl-moe: -",
        "events: arrested: target=person:bo-dahl", "mentions: Carl Moe: entity=person:bo-dahl, rule=corrected",
        "sentiment: mention Carl Moe: entity=person:bo-dahl", f"timeline: {ARREST}: targets=person:bo-dahl",
    ]),
    ("entities", "Carl Moe", "drop", "", [
        "entities: person:carl-moe: -", "events: arrested: target=", "mentions: Carl Moe: -",
        "sentiment: mention Carl Moe: -", f"timeline: {ARREST}: targets=",
    ]),
    ("dates", "June", "value", "2020-06", [
        "dates: June: first=2020-06-01, last=2020-06-30, rule=corrected, value=2020-06",
        "events: met: first=2020-06-01, last=2020-06-30", f"timeline: {HERS}: first=2020-06-01, last=2020-06-30",
    ]),
    ("dates", "June", "first", "2021-06-10", [
        "dates: June: first=2021-06-10, grain=, rule=corrected", "events: met: first=2021-06-10, grain=",
        f"timeline: {HERS}: first=2021-06-10, grain=",
    ]),
    ("dates", "June", "last", "2021-06-10", [
        "dates: June: grain=, last=2021-06-10, rule=corrected", "events: met: grain=, last=2021-06-10",
        f"timeline: {HERS}: grain=, last=2021-06-10",
    ]),
    ("dates", "June", "grain", "", [
        "dates: June: grain=, rule=corrected", "events: met: grain=", f"timeline: {HERS}: grain=",
    ]),
    ("dates", "June", "type", "DURATION", ["dates: June: rule=corrected, type=DURATION"]),
    ("quotes", FERRY, "speaker", "Ann Lie", [
        "events: needs: said_by=person:ann-lie",
        f"quotes: {FERRY}: rule=corrected, speaker=person:ann-lie, speaker_end=, speaker_start=",
        f"sentiment: quote {FERRY}: speaker=person:ann-lie",
        "timeline: Dahl said: “The ferry needs more time”: said_by=person:ann-lie",
    ]),
    ("quotes", FERRY, "style", "mixed", [f"quotes: {FERRY}: rule=corrected, style=mixed"]),
    ("quotes", FERRY, "drop", "", [
        "events: needs: said_by=", f"quotes: {FERRY}: -", f"sentiment: quote {FERRY}: -",
        "timeline: Dahl said: “The ferry needs more time”: said_by=",
    ]),
    ("events", "arrested", "status", "denied",
     ["events: arrested: status=denied, status_rule=corrected", f"timeline: {ARREST}: status=denied"]),
    ("events", "arrested", "first", "2022-04-18", [
        "events: arrested: date_end=, date_start=, first=2022-04-18, grain=",
        f"timeline: {ARREST}: first=2022-04-18, grain=",
    ]),
    ("events", "arrested", "last", "", [
        "events: arrested: date_end=, date_start=, first=, grain=, last=", f"timeline: {ARREST}: first=, grain=, last=",
    ]),
    ("events", "arrested", "grain", "week", ["events: arrested: grain=week", f"timeline: {ARREST}: grain=week"]),
    ("events", "arrested", "actor", "org:molde-police", [
        "entities: org:molde-police: entity=org:molde-police, kind=ORG, mentions=0, name=Molde Police",
        "events: arrested: actor=org:molde-police", f"timeline: {ARREST}: actors=org:molde-police",
    ]),
    ("events", "arrested", "target", "Bo Dahl; Ann Lie", [
        "events: arrested: target=person:bo-dahl; person:ann-lie",
        f"timeline: {ARREST}: targets=person:bo-dahl; person:ann-lie",
    ]),
    ("events", "arrested", "place", "Molde",
     ["events: arrested: place=place:molde", f"timeline: {ARREST}: place=place:molde"]),
    ("events", "arrested", "said_by", "Bo Dahl",
     ["events: arrested: said_by=person:bo-dahl", f"timeline: {ARREST}: said_by=person:bo-dahl"]),
    ("events", "arrested", "type", "ASSAULT", [
        "events: arrested: score=-10.0, type=ASSAULT, type_rule=corrected",
        f"timeline: {ARREST}: score=-10.0, type=ASSAULT",
    ]),
    ("events", "arrested", "score", "3", ["events: arrested: score=3.0", f"timeline: {ARREST}: score=3.0"]),
    ("events", "arrested", "class", "I_ACTION", ["events: arrested: class=I_ACTION"]),
    ("events", "arrested", "what", "Moe was held", [
        "events: arrested: what=Moe was held", "timeline: Moe was held: what=Moe was held",
    ]),
    ("events", "arrested", "weight", "0.25", ["events: arrested: weight=0.25", f"timeline: {ARREST}: weight=0.25"]),
    ("events", "arrested", "drop", "", ["events: arrested: -", f"timeline: {ARREST}: -"]),
    ("sentiment", "Carl Moe", "score", "0.4", ["sentiment: mention Carl Moe: label=positive, score=0.4"]),
    ("sentiment", "Carl Moe", "label", "neutral", ["sentiment: mention Carl Moe: label=neutral, score=0.0"]),
    ("sentiment", "Carl Moe", "entity", "Bo Dahl", ["sentiment: mention Carl Moe: entity=person:bo-dahl"]),
    ("sentiment", FERRY, "speaker", "Ann Lie", [f"sentiment: quote {FERRY}: speaker=person:ann-lie"]),
    ("sentiment", "Carl Moe", "drop", "", ["sentiment: mention Carl Moe: -"]),
    ("timeline", ARREST, "what", "Moe was held", [
        "events: arrested: what=Moe was held", "timeline: Moe was held: what=Moe was held",
    ]),
    ("timeline", ARREST, "status", "planned",
     ["events: arrested: status=planned, status_rule=corrected", f"timeline: {ARREST}: status=planned"]),
    ("timeline", ARREST, "first", "2022-04-18", [
        "events: arrested: date_end=, date_start=, first=2022-04-18, grain=",
        f"timeline: {ARREST}: first=2022-04-18, grain=",
    ]),
    ("timeline", ARREST, "last", "2022-04-21", [
        "events: arrested: date_end=, date_start=, grain=, last=2022-04-21",
        f"timeline: {ARREST}: grain=, last=2022-04-21",
    ]),
    ("timeline", HERS, "actors", "Carl Moe",
     ["events: met: actor=person:carl-moe", f"timeline: {HERS}: actors=person:carl-moe"]),
    ("timeline", HERS, "targets", "", ["events: met: target=", f"timeline: {HERS}: targets="]),
    ("timeline", HERS, "place", "Molde", ["events: met: place=place:molde", f"timeline: {HERS}: place=place:molde"]),
    ("timeline", HERS, "said_by", "Carl Moe",
     ["events: met: said_by=person:carl-moe", f"timeline: {HERS}: said_by=person:carl-moe"]),
    ("timeline", HERS, "type", "AID", [
        "events: met: score=7.5, type=AID, type_rule=corrected", f"timeline: {HERS}: score=7.5, type=AID",
    ]),
    ("timeline", HERS, "score", "-3", ["events: met: score=-3.0", f"timeline: {HERS}: score=-3.0"]),
    ("timeline", HERS, "weight", "0.25", ["events: met: weight=0.25", f"timeline: {HERS}: weight=0.25"]),
    ("timeline", HERS, "drop", "", ["events: met: event=", f"timeline: {HERS}: -"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def articles():
    return read_articles(pd.DataFrame({"article": ["one"], "text": [TEXT], "published": ["2022-04-20"]}))


@pytest.fixture(scope="module")
def before(articles):
    return analyze(articles)


def test_every_column_that_can_be_corrected_has_a_case():
    told = [(table, column) for table, _, column, *_ in CASES]
    told.append(("dates", "drop"))  # below
    assert sorted(told) == sorted(
        (table, column) for table, columns in CORRECTABLE.items() for column in columns
    )


@pytest.mark.parametrize(
    ("table", "text", "column", "value", "follows"), CASES, ids=[f"{case[0]}-{case[2]}" for case in CASES]
)
def test_all_that_follows_from_a_correction_and_nothing_else(
    articles, before, table, text, column, value, follows
):
    line = {"article": "one", "text": text, "table": table, "column": column, "value": value}
    if text == "He":
        line["near"] = "He will resign"
    after, problems = analyze_articles(articles, corrections=pd.DataFrame([line]))
    check_tables(after)
    assert problems["reason"].tolist() == []
    passed_over = LEARNED - {column} | (
        {"score"} if column == "add" else set()
    )  # the tone of a new row is no matter here
    assert changes(before, after, passed_over) == sorted(follows)
    if column != "part":  # a headline is parsed as one
        pd.testing.assert_frame_equal(before.tokens, after.tokens)


def test_what_is_no_date_dates_nothing(articles, before):
    june = pd.Timestamp("2021-06-01")
    assert [(getattr(before, table)["first"] == june).sum() for table in ("dates", "events", "timeline")] == [
        1,
        1,
        1,
    ]
    line = pd.DataFrame([{"text": "June", "table": "dates", "column": "drop"}])
    after = analyze(articles, corrections=line)
    assert not any(
        (getattr(after, table)["first"] == june).any() for table in ("dates", "events", "timeline")
    )
    assert after.dates["text"].tolist() == ["Monday", "3 May", "Tuesday"]


def changes(before, after, passed_over):
    """Say every cell that differs, row by row."""
    found = []
    for table in after._fields:
        if table == "tokens":
            continue
        was, now = (rows_of(table, getattr(tables, table), passed_over) for tables in (before, after))
        for key in was.keys() | now.keys():
            name, cells = now.get(key) or was[key]
            old = was.get(key, ("", dict.fromkeys(cells, "")))[1]
            new = sorted(f"{column}={cell}" for column, cell in cells.items() if cell != old[column])
            if key not in now:
                new = ["-"]
            if new:
                found.append(f"{table}: {name}: {', '.join(new)}")
    return sorted(found)


def rows_of(table, frame, passed_over):
    """Every row by its place (or id), with how it is called here and its cells as text."""
    places = {
        "articles": ["article"],
        "entities": ["entity"],
        "timeline": ["event"],
        "sentiment": ["unit", "start"],
    }
    rows = {}
    for row in frame.to_dict("records"):
        key = tuple(row[column] for column in places.get(table, ["start"]))
        key = (*key, row["end"]) if table == "mentions" else key
        name = {"articles": "article", "entities": "entity", "timeline": "what"}.get(table, "text")
        name = f"{row['unit']} {row[name]}" if table == "sentiment" else row[name]
        name = f"{name} {row['start']}" if name == "said" else name
        left_out = passed_over | {"article", "articles", "start", "end", "sentence"}
        rows[key] = name, {column: cell_of(cell) for column, cell in row.items() if column not in left_out}
    return rows


def cell_of(cell):
    if pd.isna(cell):
        return ""
    return (
        f"{cell:%F}"
        if isinstance(cell, pd.Timestamp)
        else str(round(cell, 3))
        if isinstance(cell, float)
        else str(cell)
    )


SHEET = (
    "text,near,table,column,value\n"
    "He,He will resign,mentions,entity,Ann Lie\n"
    "Carl Moe,,entities,name,Karl Moe\n"
    "Carl Moe,,entities,role,driver\n"
    "Carl Moe,,entities,country,Sweden\n"
    "Molde,,entities,kind,ORG\n"
    "arrested,,events,status,denied\n"
    "arrested,,events,actor,Nordic Ferries\n"
    "June,,dates,value,2020-06\n"
    '"“The ferry needs more time,”",,quotes,speaker,Carl Moe\n'
    '"“The ferry needs more time,”",,sentiment,score,0.9\n'
    "Mayor Ann Lie opened the new bridge in Molde,,timeline,what,Ann Lie opened a bridge\n"
    "Bergen,,mentions,drop,\n"
)
ALIASES = "entity,same_as,role\nperson:bo-dahl,person:b-dahl,shipowner\nperson:ann-lie,,Lady Mayor\n"
NOTED = "mentions.drop of 'Bergen': its words don't stand in any article"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two articles of a user, and what the user knows better."""
    folder = tmp_path_factory.mktemp("user")
    news = folder / "news"
    news.mkdir()
    (news / "one.txt").write_text(TEXT, encoding="utf-8")
    (news / "two.txt").write_text("It rained in Oslo on Friday.", encoding="utf-8")
    (news / "articles.csv").write_text(
        "article,published\none,2022-04-20\ntwo,2022-04-21\n", encoding="utf-8"
    )
    (folder / "corrections.csv").write_text(SHEET, encoding="utf-8")
    (folder / "aliases.csv").write_text(ALIASES, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def told(folder):
    """What analyze makes of them."""
    with pytest.warns(ProblemWarning, match="Bergen"):
        return analyze(
            folder / "news", aliases=folder / "aliases.csv", corrections=folder / "corrections.csv"
        )


def sheets(folder):
    return [
        "--aliases",
        str(folder / "aliases.csv"),
        "--corrections",
        str(folder / "corrections.csv"),
        "--quiet",
    ]


def test_many_corrections_at_once_are_each_in_every_table(told):
    rows = told.timeline.set_index("what")
    resigns, arrest, met = rows.loc["Lie will resign"], rows.loc[ARREST], rows.loc[HERS]
    assert [resigns["actors"], arrest["actors"], arrest["targets"], met["targets"]] == [
        "person:ann-lie", "org:nordic-ferries", "person:carl-moe", "person:b-dahl",
    ]  # fmt: skip
    assert (arrest["status"], f"{met['first']:%F}") == ("denied", "2020-06-01")
    assert rows.loc["Ann Lie opened a bridge", "targets"] == "org:molde"
    quote = told.quotes[told.quotes["style"] == "direct"].iloc[0]
    sound = told.sentiment[
        (told.sentiment["unit"] == "quote") & (told.sentiment["start"] == quote["start"])
    ].iloc[0]
    assert [quote["speaker"], sound["speaker"], sound["label"]] == [
        "person:carl-moe",
        "person:carl-moe",
        "positive",
    ]
    known = told.entities.set_index("entity")[["name", "role", "country"]].T.to_dict("list")
    assert known["person:carl-moe"] == ["Karl Moe", "driver", "SWE"]
    assert (
        known["person:b-dahl"] == ["Bo Dahl", "shipowner", ""] and known["person:ann-lie"][1] == "Lady Mayor"
    )
    assert not {"place:molde", "person:bo-dahl"} & set(known)


def test_every_chart_draws_the_corrected_rows(folder, told):
    given = [str(folder / "news"), "--out", str(folder / "charts"), "--tables", str(folder / "tables")]
    assert main(["charts", *given, *sheets(folder)]) == 0
    same(read_tables(folder / "tables"), told)
    drawn = {
        path.stem: list(csv.DictReader(path.open(encoding="utf-8")))
        for path in (folder / "charts").glob("*.csv")
    }
    lines = {row["what"]: row for row in drawn["timeline"]}
    assert lines[ARREST]["status"] == "denied" and lines[ARREST]["actors"] == "org:nordic-ferries"
    assert lines[HERS]["first"] == "2020-06-01" and "Ann Lie opened a bridge" in lines
    lanes = {(row["lane"], row["what"]) for row in drawn["swimlanes"]}
    assert {("Ann Lie", "Lie will resign"), ("Karl Moe", ARREST), ("Nordic Ferries", ARREST)} <= lanes
    assert ("Bo Dahl", "Lie will resign") not in lanes
    assert {frozenset((row["one_name"], row["other_name"])) for row in drawn["network"]} == {
        frozenset(("Ann Lie", "Bo Dahl")), frozenset(("Ann Lie", "Molde")), frozenset(("Karl Moe", "Nordic Ferries")),
    }  # fmt: skip
    assert [(row["name"], row["n"], row["mean"]) for row in drawn["speakers"]] == [("Karl Moe", "1", "0.9")]
    assert {row["entity"] for row in drawn["mentions-one"] if row["text"] == "He"} <= {"person:ann-lie"}
    between = {(row["speaker_name"], row["target_name"]) for row in drawn["tone_between"]}
    assert ("(the article itself)", "Karl Moe") in between
    words = "".join(path.read_text(encoding="utf-8") for path in (folder / "charts").glob("*.csv"))
    assert "bo-dahl" not in words and "place:molde" not in words


def test_the_report_shows_the_corrected_rows(folder, capsys):
    page = folder / "report.html"
    assert main(["report", str(folder / "news"), "--out", str(page), *sheets(folder)]) == 0
    assert NOTED in capsys.readouterr().err
    html = page.read_text(encoding="utf-8")
    assert ">Karl Moe</button>" in html and ">Carl Moe</button>" not in html
    for words in ("Ann Lie opened a bridge", "Lie will resign", "shipowner", "Lady Mayor", "driver"):
        assert words in html
    (event,) = (part for part in html.split('<li class="item event"') if f"{ARREST}<small>" in part)
    assert 'data-status="denied"' in event and "A line of your corrections says so" in event


def test_a_later_run_with_more_articles_keeps_them_and_notebook_05_does_too(folder, told):
    (folder / "more").mkdir()
    for path in (folder / "news").iterdir():
        (folder / "more" / path.name).write_bytes(path.read_bytes())
    (folder / "more" / "three.txt").write_text(
        "Police said on 2 May 2022: Carl Moe is free.", encoding="utf-8"
    )
    cells = [
        c
        for c in nbformat.read(ROOT / "notebooks" / "05_your_own_articles.ipynb", 4).cells
        if c.cell_type == "code"
    ]
    given = {
        '"../data/articles"': repr(str(folder / "more")),
        "aliases = None": f"aliases = {str(folder / 'aliases.csv')!r}",
        "corrections = None": f"corrections = {str(folder / 'corrections.csv')!r}",
    }  # fmt: skip
    first = cells[0].source
    for old, new in given.items():
        assert old in first
        first = first.replace(old, new)
    names = {}
    exec(first, names)
    with pytest.warns(ProblemWarning, match=r"row 13: mentions\.drop of 'Bergen'"):
        exec("\n".join(line for line in cells[1].source.splitlines() if not line.startswith("%")), names)
    later = names["tables"]
    moe = later.entities.set_index("entity").loc["person:carl-moe"]
    assert moe[["name", "role", "country", "articles"]].tolist() == ["Karl Moe", "driver", "SWE", 2]
    for table in ("mentions", "dates", "quotes", "events", "sentiment"):
        rows, was = getattr(later, table), getattr(told, table)
        rows = rows[rows["article"] != "three"].reset_index(drop=True)
        pd.testing.assert_frame_equal(
            rows.drop(columns="event", errors="ignore"), was.drop(columns="event", errors="ignore")
        )
    assert set(told.timeline["what"]) <= set(later.timeline["what"])


def test_a_corpus_keeps_them_too(folder, told, capsys):
    out = folder / "corpus"
    assert main(["corpus", str(folder / "news"), "--out", str(out), "--workers", "1", *sheets(folder)]) == 0
    assert NOTED in capsys.readouterr().err
    whole = read_tables(out)
    rows = whole.timeline.set_index("what")[["status", "actors", "targets"]]
    pd.testing.assert_frame_equal(rows, told.timeline.set_index("what")[["status", "actors", "targets"]])
    known = ["entity", "name", "kind", "role", "country", "aliases"]
    pd.testing.assert_frame_equal(whole.entities[known], told.entities[known])


def same(one, other):
    for table in one._fields:
        pd.testing.assert_frame_equal(getattr(one, table), getattr(other, table))
