"""The report is one page that asks nobody for anything, keeps every text text, and fits into a mail."""

import base64
import hashlib
import re
import sys
from html.parser import HTMLParser

import pandas as pd
import pytest

from conftest import ROOT
from dateline.__main__ import main
from dateline.analysis import analyze
from dateline.outputs import OutputError
from dateline.reading import read_articles
from dateline.report import write_report
from dateline.report.answers import scores
from dateline.report.markup import element, said
from dateline.tables import COLUMNS, Tables, empty

HOSTILE = (
    "<script>alert(1)</script> Mayor Ann Lie</title><img src=x onerror=alert(2)> met Bo \"Dahl' on Monday.\n\n"
    "“</blockquote><svg onload=alert(3)> We need time,” said Ann Lie in Oslo. &lt;b&gt; \u202egnorw\u202c ]]> --> {{x}}"
)
VOID = {"meta", "img", "input", "br", "link"}


class Page(HTMLParser):
    """Every element with its attributes; elements must be closed in order."""

    def __init__(self, text):
        super().__init__()
        self.found, self.open = [], []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def all(self, tag):
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture(scope="module")
def page(sample_tables, tmp_path_factory):
    path = write_report(sample_tables, tmp_path_factory.mktemp("report") / "report.html")
    return path.read_text(encoding="utf-8")


def articles_of(*texts, title="", **columns):
    rows = {
        "article": [f"a{n}" for n in range(len(texts))],
        "text": texts,
        "title": title,
        "published": "2022-04-20",
    }
    return read_articles(pd.DataFrame(rows | columns))


def test_it_asks_nobody_for_anything(page):
    found = Page(page)
    for tag, attributes in found.found:
        for name in ("src", "href", "srcset", "action", "data", "poster"):
            if name in attributes:
                assert attributes[name].startswith(("#", "data:image/png;base64,")), (tag, attributes)
    assert not {"link", "iframe", "object", "embed", "base"} & {tag for tag, _ in found.found}
    assert "url(" not in page and "@import" not in page and "fetch(" not in page


def test_the_policy_allows_its_own_style_and_script_and_nothing_else(page):
    policy = next(a["content"] for a in Page(page).all("meta") if a.get("http-equiv"))
    assert policy.startswith("default-src 'none'; img-src data:;")
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.S)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not re.search(r"<[a-z][^>]* (?:style|on[a-z]+)=", page)


def test_it_tells_what_the_tables_tell(page, sample_tables):
    for what in sample_tables.timeline.query("weight >= 0.5")["what"]:
        assert said(what[:1].upper() + what[1:]) in page
    for name in sample_tables.entities["name"]:
        assert said(name) in page
    for heading in (
        "five Ws",
        "What happened",
        "Who is in it",
        "Who says what",
        "what tone",
        "Where",
        "How right",
        "can't do",
    ):
        assert heading in page.replace("&#x27;", "'")


def test_every_row_leads_to_its_sentence(page):
    found = Page(page)
    ids = [attributes["id"] for _, attributes in found.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    for attributes in found.all("a"):
        assert attributes["href"][1:] in ids
    for attributes in found.all("button"):
        assert attributes.get("aria-controls", ids[0]) in ids


def test_every_picture_and_control_has_a_name(page):
    found = Page(page)
    assert all(len(attributes["alt"]) > 40 for attributes in found.all("img")) and found.all("img")
    assert found.all("html")[0]["lang"] == "en"
    for tag in ("table", "nav", "form", "ol"):
        assert found.all(tag)


def test_hostile_titles_and_texts_stay_text(tmp_path):
    rows = articles_of(
        HOSTILE, title=HOSTILE.partition("\n")[0], source="<b>src</b>", url="javascript:alert(4)"
    )
    page = write_report(
        analyze(rows), tmp_path / "r.html", title="</title><script>alert(5)</script>"
    ).read_text("utf-8")
    found = Page(page)
    assert len(found.all("script")) == len(found.all("style")) == 1
    assert not [a for _, a in found.found for name in a if name.startswith("on")]
    assert len(found.all("img")) == 1 and not [a for a in found.all("a") if not a["href"].startswith("#")]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "\u202e" not in page


def test_the_same_tables_give_the_same_bytes(sample_tables, tmp_path):
    one, two = (
        write_report(sample_tables, tmp_path / name).read_bytes() for name in ("one.html", "two.html")
    )
    assert one == two


def test_it_stays_small_enough_to_send_and_says_what_it_leaves_out(sample_tables, tmp_path):
    t, n = sample_tables, 400

    def often(rows):
        return pd.concat([rows.assign(article=f"{i}") for i in range(n)], ignore_index=True)

    frames = {
        name: often(getattr(t, name)) if "article" in getattr(t, name) else getattr(t, name)
        for name in t._fields
    }
    path = write_report(Tables(**frames), tmp_path / "r.html")
    assert path.stat().st_size < 2_000_000
    page = path.read_text("utf-8")
    assert "further rows of less weight" in page
    left = re.search(r"(\d+) articles are left out here", page)
    assert 0 < int(left[1]) < n and page.count('<details class="item article"') == n - int(left[1])


def test_nothing_found_makes_a_page_too(tmp_path):
    rows = articles_of("Well.")
    tables = Tables(*(rows if name == "articles" else empty(name) for name in COLUMNS))
    page = write_report(tables, tmp_path / "r.html").read_text("utf-8")
    assert "Nobody is quoted." in page and "No place is named" in page
    Page(page)


def test_articles_without_a_day_are_counted(tmp_path):
    rows = articles_of("Ann Lie met Bo Dahl.", "Bo Dahl met Ann Lie.").assign(
        published=pd.NaT, published_by="none"
    )
    assert (
        "2 not dated: the day of publication is unknown"
        in write_report(analyze(rows), tmp_path / "r.html").read_text()
    )


def test_the_command_makes_it_of_a_folder(tmp_path, capsys):
    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.txt").write_text(
            f"Ann Lie met Bo Dahl in Oslo on 3 May 2021, {name} says.", encoding="utf-8"
        )
    out = tmp_path / "report.html"
    assert main(["report", str(folder), "--out", str(out), "--title", "Two & two", "--quiet"]) == 0
    assert "2 articles -> " in capsys.readouterr().out
    assert "<h1>Two &amp; two</h1>" in out.read_text("utf-8")
    assert main(["report", str(folder), "--out", str(tmp_path / "folder"), "--quiet"]) == 2
    assert "name a file such as report.html" in capsys.readouterr().err


def test_a_page_of_somebody_else_is_not_replaced(sample_tables, tmp_path):
    path = tmp_path / "mine.html"
    path.write_text("<h1>Mine</h1>")
    with pytest.raises(OutputError, match="was not written by dateline"):
        write_report(sample_tables, path)
    assert path.read_text() == "<h1>Mine</h1>"


def test_a_correction_is_in_the_report(tmp_path):
    rows = articles_of("Police arrested Carl Moe on Tuesday.")
    lines = pd.DataFrame(
        {"text": ["Carl Moe"], "table": ["entities"], "column": ["name"], "value": ["Karl Moe"]}
    )
    page = write_report(analyze(rows, corrections=lines), tmp_path / "r.html").read_text("utf-8")
    assert ">Karl Moe</button>" in page


def test_figures_on_the_page_are_those_measured(page):
    told = scores()
    told = told[told["question"] != ""]
    assert len(told) >= 10
    for row in told.itertuples():
        assert f"<td>{row.dateline}</td>" in page


def test_the_sheets_of_figures_agree_with_the_page_of_figures():
    sys.path.insert(0, str(ROOT / "tests" / "benchmarks"))
    from scores import SHEETS, sheet_of

    sheet = sheet_of((ROOT / "tests" / "benchmarks" / "scores.md").read_text(encoding="utf-8"))
    for path in SHEETS:
        assert path.read_text(encoding="utf-8") == sheet, f"{path.name}: made by `make scores`"


def test_element_escapes_what_it_is_given():
    assert element("p", said("<i>"), title='"', hidden=False) == '<p title="&quot;">&lt;i&gt;</p>'
