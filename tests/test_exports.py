"""Each export is held against the published definition of its format, or read by a tool of that world."""

import csv
import io
import json
import re
import sqlite3
from xml.etree import ElementTree

import openpyxl
import pandas as pd
import pytest

from dateline.__main__ import main
from dateline.exports import gkg
from dateline.exports.spreadsheets import export_csv, export_xlsx, harmless
from dateline.exports.sqlite import export_sqlite
from dateline.exports.timelinejs import export_timelinejs
from dateline.exports.timeml import export_timeml
from dateline.exports.vector import export_svg
from dateline.storage import write_tables
from dateline.tables import COLUMNS, Tables, conform

TEXT = (
    "OSLO (AP) — Ann Lie, the mayor of Molde, met Joe Biden in Oslo on Monday.\n\n“We need <more> time & money,” said "
    "Ann Lie. Norway will send aid to Ukraine in March 2022. The talks did not fail in 2020."
)


@pytest.fixture(scope="module")
def tables():
    from dateline.analysis import analyze

    return analyze(
        [
            {"id": "lie/biden", "text": TEXT, "published": "2021-12-29", "title": "Lie & Biden", "source": "A|B",
             "url": "https://example.org/a?b=1&c=2"},
            {"id": "undated", "text": "Bo Ek resigned. =SUM(A1) is no formula."},
        ]
    )  # fmt: skip


# https://timeline.knightlab.com/docs/json-format: name -> type, whether it must be there
SLIDE = {"start_date": (dict, True), "end_date": (dict, False), "text": (dict, False), "media": (dict, False),
         "group": (str, False), "display_date": (str, False), "background": (dict, False), "autolink": (bool, False),
         "unique_id": (str, False)}  # fmt: skip
DATE = {
    name: (int, name == "year")
    for name in ("year", "month", "day", "hour", "minute", "second", "millisecond")
}
WORDS = {"headline": (str, False), "text": (str, False)}


def fits(given, definition):
    assert set(given) <= set(definition)
    for name, (kind, needed) in definition.items():
        assert not needed or name in given, name
        assert name not in given or type(given[name]) is kind, name


def test_timelinejs_is_as_its_documentation_says(tables, tmp_path):
    path = export_timelinejs(tables, tmp_path / "t.json", title="Lie & <Biden>")
    told = json.loads(path.read_text(encoding="utf-8"))
    assert set(told) == {"title", "events"}
    assert told["title"]["text"]["headline"] == "Lie &amp; &lt;Biden&gt;"
    shown = tables.timeline.query("weight >= 0.5")  # by default, as in the charts
    assert len(told["events"]) == shown["first"].notna().sum() > 0
    for slide in told["events"]:
        fits(slide, SLIDE)
        fits(slide["text"], WORDS)
        for day in (slide["start_date"], slide.get("end_date", {"year": 1})):
            fits(day, DATE)
    ids = [slide["unique_id"] for slide in told["events"]]
    assert len(set(ids)) == len(ids)
    march = next(slide for slide in told["events"] if slide["start_date"].get("month") == 3)
    assert march["start_date"] == {"year": 2022, "month": 3}, "no day is made up"
    assert (march["display_date"], march["group"]) == ("March 2022", "planned")
    assert 'href="https://example.org/a?b=1&amp;c=2"' in march["text"]["text"]


def test_timelinejs_escapes_whatever_an_article_says(tables, tmp_path):
    evil = tables._replace(
        timeline=tables.timeline.assign(what="<script>alert(1)</script>"),
        articles=tables.articles.assign(title="<img src=x onerror=alert(1)>", url="javascript:alert(1)"),
    )
    written = export_timelinejs(evil, tmp_path / "t.json").read_text()
    assert "<script" not in written and "<img" not in written and "javascript:" not in written


def test_gkg_has_the_columns_and_blocks_of_the_codebook(tables, tmp_path):
    path = gkg.export_gkg(tables, tmp_path / "news.gkg.csv")
    lines = path.read_text(encoding="utf-8").split("\n")[:-1]
    assert len(lines) == 2
    rows = [dict(zip(gkg.COLUMNS, line.split("\t"), strict=True)) for line in lines]  # 27 columns in each
    first, second = rows
    text = tables.articles.text[0]
    assert re.fullmatch(r"\d{14}-\d+", first["GKGRECORDID"])
    assert (first["V2.1DATE"], second["V2.1DATE"]) == ("20211229000000", "")
    assert (first["V2SOURCECOLLECTIONIDENTIFIER"], second["V2SOURCECOLLECTIONIDENTIFIER"]) == ("1", "2")
    assert first["V2SOURCECOMMONNAME"] == "A B"
    assert set(first["V1PERSONS"].split(";")) == {"Ann Lie", "Joe Biden"}
    for block in first["V2ENHANCEDPERSONS"].split(";"):
        name, at = block.split(",")
        assert name.split()[-1] in text[int(at) :][: len(name)]
    places = [block.split("#") for block in first["V2ENHANCEDLOCATIONS"].split(";")]
    assert all(len(place) == 9 for place in places)
    assert {(place[0], place[1], place[2]) for place in places} >= {
        ("1", "Norway", "NOR"),
        ("4", "Oslo", "NOR"),
    }
    assert all(len(block.split("#")) == 7 for block in first["V1LOCATIONS"].split(";"))
    tone = first["V1.5TONE"].split(",")
    assert len(tone) == 7 and int(tone[6]) == len(text.split())
    assert float(tone[0]) == pytest.approx(float(tone[1]) - float(tone[2]), abs=1e-4)
    assert "2#3#0#2022#" in first["V2.1ENHANCEDDATES"] and "1#0#0#2020#" in first["V2.1ENHANCEDDATES"]
    offset, length, verb, words = first["V2.1QUOTATIONS"].split("#")[0].split("|")
    assert text[int(offset) : int(offset) + int(length)].strip("“”, ") in words or "more" in words
    assert verb == "said"
    assert first["V2EXTRASXML"] == "<PAGE_TITLE>Lie &amp; Biden</PAGE_TITLE>"
    assert "PLOVER_" in first["V1THEMES"] and first["V2GCAM"] == f"wc:{len(text.split())}"


# PLOVER manual, table "PLOVER JSON": fields and whether they must be there; beside them status and main are ours
PLOVER = {"id": True, "date": True, "enddate": False, "actor": True, "recipient": False, "event": True, "mode": False,
          "quad_code": False, "event_scale": False, "event_text": False, "text_info": False, "cite_info": False,
          "comment": False}  # fmt: skip


def test_plover_records_have_the_fields_of_the_manual(tables, tmp_path):
    pytest.importorskip("dateline.events.coded")
    from dateline.exports.plover import export_plover

    lines = export_plover(tables, tmp_path / "p.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    assert records and len({record["id"] for record in records}) == len(records)
    for record in records:
        assert (
            {name for name, needed in PLOVER.items() if needed} <= set(record) <= {*PLOVER, "status", "main"}
        )
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", record["date"])
        assert record["quad_code"] in (1, 2, 3, 4) and len(record["event"]) == 1
        assert all(set(one) <= {"code", "entity_text", "identifier_text"} for one in record["actor"])
        text = tables.articles.set_index("article")["text"][record["id"].partition(":")[0]]
        assert [text[record["text_info"]["start"] : record["text_info"]["end"]]] == record["event_text"]


# TimeML 1.2.1: element -> attribute -> what it may hold ("": anything), and which must be there
TIMEML = {
    "TIMEX3": ({"tid": "", "type": {"DATE", "TIME", "DURATION", "SET"}, "value": "",
                "temporalFunction": {"true", "false"},
                "functionInDocument": {"CREATION_TIME", "PUBLICATION_TIME", "NONE"}, "anchorTimeID": ""},
               {"tid", "type", "value"}),
    "EVENT": ({"eid": "",
               "class": {"OCCURRENCE", "PERCEPTION", "REPORTING", "ASPECTUAL", "STATE", "I_STATE", "I_ACTION"}},
              {"eid", "class"}),
    "MAKEINSTANCE": ({"eiid": "", "eventID": "", "pos": {"ADJECTIVE", "NOUN", "VERB", "PREPOSITION", "OTHER"},
                      "tense": {"FUTURE", "INFINITIVE", "PAST", "PASTPART", "PRESENT", "PRESPART", "NONE"},
                      "aspect": {"PROGRESSIVE", "PERFECTIVE", "PERFECTIVE_PROGRESSIVE", "NONE"},
                      "polarity": {"NEG", "POS"}, "modality": ""},
                     {"eiid", "eventID", "pos", "tense", "aspect", "polarity"}),
    "TLINK": ({"lid": "", "eventInstanceID": "", "relatedToTime": "", "relType": {"IS_INCLUDED"}},
              {"lid", "eventInstanceID", "relatedToTime", "relType"}),
}  # fmt: skip
IDS = {"TIMEX3": "tid", "EVENT": "eid", "MAKEINSTANCE": "eiid", "TLINK": "lid"}
REFERENCES = {
    "anchorTimeID": "TIMEX3",
    "eventID": "EVENT",
    "eventInstanceID": "MAKEINSTANCE",
    "relatedToTime": "TIMEX3",
}


def test_timeml_is_as_its_definition_says_and_holds_the_very_text(tables, tmp_path):
    paths = export_timeml(tables, tmp_path / "timeml")
    assert [path.name for path in paths] == ["lie-biden.tml", "undated.tml"]
    for path, text in zip(paths, tables.articles["text"], strict=True):
        root = ElementTree.parse(path).getroot()
        assert root.tag == "TimeML"
        assert "".join(root.find("TEXT").itertext()) == text
        assert {one.tag for one in root.iter()} <= {*TIMEML, "TimeML", "DOCID", "DCT", "TITLE", "TEXT"}
        ids = {name: [one.get(IDS[name]) for one in root.iter(name)] for name in TIMEML}
        every = [one for some in ids.values() for one in some]
        assert len(set(every)) == len(every) and all(re.fullmatch(r"[A-Za-z_][\w.-]*", one) for one in every)
        for name, (attributes, needed) in TIMEML.items():
            assert len(set(ids[name])) == len(ids[name])
            for one in root.iter(name):
                assert needed <= set(one.keys()) <= set(attributes)
                assert not len(one) and bool(one.text) == (name in ("TIMEX3", "EVENT")), (
                    "text alone, or nothing"
                )
                assert re.fullmatch(r"[\w.:-]+", one.get("value", "none")), "a name token"
                for attribute, value in one.items():
                    assert not attributes[attribute] or value in attributes[attribute], (
                        name,
                        attribute,
                        value,
                    )
                    if attribute in REFERENCES:
                        assert value in ids[REFERENCES[attribute]]
        assert len(ids["MAKEINSTANCE"]) == len(ids["EVENT"])
    root = ElementTree.parse(paths[0]).getroot()
    assert root.find("DCT/TIMEX3").get("value") == "2021-12-29"
    assert [t.text for t in root.find("TEXT").iter("TIMEX3")] == tables.dates["text"].tolist()
    met = next(event for event in root.iter("EVENT") if event.text == "met")
    instance = next(one for one in root.iter("MAKEINSTANCE") if one.get("eventID") == met.get("eid"))
    assert (instance.get("pos"), instance.get("tense")) == ("VERB", "PAST")
    link = next(one for one in root.iter("TLINK") if one.get("eventInstanceID") == instance.get("eiid"))
    monday = next(t for t in root.iter("TIMEX3") if t.get("tid") == link.get("relatedToTime"))
    assert (monday.text, monday.get("value"), monday.get("anchorTimeID")) == ("Monday", "2021-12-27", "t0")


def test_timeml_keeps_offsets_where_xml_has_no_such_character(tables, tmp_path):
    text = "\x01 Bo \r\n met & \ufffe"
    odd = Tables(*(frame.head(0) for frame in tables))._replace(
        articles=tables.articles.head(1).assign(text=text)
    )
    (path,) = export_timeml(odd, tmp_path / "t")
    assert "".join(ElementTree.parse(path).getroot().find("TEXT").itertext()) == "\ufffd Bo \r\n met & \ufffd"


def test_sqlite_holds_every_row_with_keys_and_search(tables, tmp_path):
    path = export_sqlite(tables, tmp_path / "news.db")
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    for table, columns in COLUMNS.items():
        found = pd.read_sql_query(f'SELECT * FROM "{table}"', database)
        assert list(found.columns) == list(columns)
        back = conform(found.astype(object).where(found.notna(), None), table)
        pd.testing.assert_frame_equal(back, getattr(tables, table))
    found = database.execute("SELECT title FROM articles_fts WHERE articles_fts MATCH 'ukraine'").fetchall()
    assert found == [("Lie & Biden",)]
    database.close()
    assert export_sqlite(tables, tmp_path / "again.db").read_bytes() == path.read_bytes()


def test_sqlite_opens_in_datasette(tables, tmp_path):
    app = pytest.importorskip("datasette.app")
    import asyncio

    path = export_sqlite(tables, tmp_path / "news.db")

    async def look():
        site = app.Datasette([str(path)])
        await site.invoke_startup()
        found = await site.client.get("/news/articles.json?_search=ukraine&_shape=array")
        page = await site.client.get("/news/mentions")
        return found.json(), page.text

    found, page = asyncio.run(look())
    assert [row["article"] for row in found] == ["lie/biden"]
    assert "/news/entities/person~3Aann-lie" in page, "mentions link to their entities"


def test_sqlite_of_a_corpus_is_that_of_its_tables(tmp_path):
    from dateline.corpus.run import analyze_corpus
    from dateline.storage import read_tables

    records = [{"id": f"a{n}", "text": f"Bo Ek met Ann Lie in Oslo on {n + 1} March 2021."} for n in range(3)]
    analyze_corpus(records, tmp_path / "corpus", workers=1, articles_a_part=2)
    one = export_sqlite(tmp_path / "corpus", tmp_path / "one.db")
    other = export_sqlite(read_tables(tmp_path / "corpus"), tmp_path / "other.db")
    rows = [sqlite3.connect(path).execute("SELECT * FROM events").fetchall() for path in (one, other)]
    assert rows[0] == rows[1] != []


def test_xlsx_opens_with_a_sheet_a_table_and_no_formula(tables, tmp_path):
    long = tables._replace(
        articles=tables.articles.assign(text=["x" * 40_000, "=1+1"], title="+cmd|' /C calc'!A0")
    )
    path = export_xlsx(long, tmp_path / "news.xlsx")
    book = openpyxl.load_workbook(path)
    assert set(book.sheetnames) == set(COLUMNS) and book.sheetnames[0] == "timeline"
    for table, columns in COLUMNS.items():
        sheet = book[table]
        assert [cell.value for cell in sheet[1]] == list(columns)
        assert sheet.max_row == 1 + len(getattr(tables, table))
        assert all(cell.data_type in "nsd" for row in sheet.iter_rows() for cell in row)
    texts = [book["articles"].cell(row, list(COLUMNS["articles"]).index("text") + 1) for row in (2, 3)]
    assert len(texts[0].value) == 32_767 and texts[0].value.endswith("(cut: 40,000 characters in all)")
    assert (texts[1].value, texts[1].data_type) == ("=1+1", "s")
    day = book["articles"].cell(2, list(COLUMNS["articles"]).index("published") + 1)
    assert (f"{day.value:%Y-%m-%d}", day.number_format) == ("2021-12-29", "yyyy-mm-dd")
    assert export_xlsx(long, tmp_path / "again.xlsx").read_bytes() == path.read_bytes()


def test_csv_for_spreadsheets_has_a_mark_and_no_formula(tables, tmp_path):
    risky = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1+1", "＠x", "a=b", "", "’s"]
    frame = harmless(pd.DataFrame({"text": pd.Series(risky, dtype="str"), "number": [-1.5] * 12}))
    assert frame["text"].tolist() == [*("'" + text for text in risky[:9]), *risky[9:]]
    assert frame["number"].tolist() == [-1.5] * 12
    paths = export_csv(tables, tmp_path / "csv")
    assert [path.stem for path in paths] == list(COLUMNS)
    for path in paths:
        data = path.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        assert rows[0] == list(COLUMNS[path.stem])
        texts = [place for place, dtype in enumerate(COLUMNS[path.stem].values()) if dtype == "str"]
        assert not [row for row in rows[1:] for place in texts if row[place][:1] in tuple("=+-@\t\r")]
        assert len(rows) == 1 + len(getattr(tables, path.stem))


def test_svg_lies_beside_png_the_same_each_time(tables, tmp_path):
    paths = export_svg(tables, tmp_path / "one")
    export_svg(tables, tmp_path / "two")
    assert len(paths) >= 7
    for path in paths:
        assert path.with_suffix(".png").is_file()
        assert ElementTree.parse(path).getroot().tag == "{http://www.w3.org/2000/svg}svg"
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
    assert "<dc:description>" in paths[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("format", ["timelinejs", "gkg", "plover", "timeml", "sqlite", "xlsx", "csv", "svg"])
def test_export_from_the_command_line(tables, tmp_path, capsys, format):
    write_tables(tables, tmp_path / "tables")
    out = tmp_path / "out"
    assert main(["export", format, str(tmp_path / "tables"), "--out", str(out), "--published", "2021"]) == 0
    assert capsys.readouterr().out.startswith(f"{tmp_path / 'tables'} -> {out} (")
    assert out.exists()


def test_charts_are_drawn_as_svg_where_asked_for(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(TEXT)
    assert (
        main(["charts", str(tmp_path / "a.txt"), "--out", str(tmp_path / "charts"), "--svg", "--quiet"]) == 0
    )
    found = {kind: {path.stem for path in (tmp_path / "charts").glob(f"*.{kind}")} for kind in ("png", "svg")}
    assert found["svg"] == found["png"] != set()


def test_export_says_what_is_wrong(tables, tmp_path, capsys):
    write_tables(tables, tmp_path / "tables")
    wrong = [
        (["gkg", str(tmp_path / "none"), "--out", "x"], "no tables in"),
        (["gkg", str(tmp_path / "tables"), "--out", str(tmp_path)], "is a folder; name a file"),
        (["gkg", str(tmp_path / "tables"), "--out", "x", "--published", "soon"], "is no day, month or year"),
        (
            ["csv", str(tmp_path / "tables"), "--out", str(tmp_path / "tables")],
            "Give spreadsheets a folder of their own",
        ),
    ]
    for arguments, words in wrong:
        assert main(["export", *arguments]) == 2
        assert words in capsys.readouterr().err
