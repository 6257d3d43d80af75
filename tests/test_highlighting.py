"""Highlighted articles show every mark and never run what stands in the text."""

import re
from html import unescape
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.highlighting import Span, context, highlight, mark
from dateline.outputs import OutputError
from dateline.tables import Tables, conform, empty

TEXT = 'Port <script>alert("x")</script> opens\n\nMayor Ana López said on Monday: “We & you are ready.”'


def span_of(words, text=TEXT):
    return {"article": "a", "start": text.index(words), "end": text.index(words) + len(words), "text": words}


@pytest.fixture
def tables():
    day = pd.Timestamp("2023-05-08")
    person = {"kind": "PERSON", "form": "name", "entity": "person:ana-lopez"}
    rows = {
        "articles": [{"article": "a", "text": TEXT}],
        "mentions": [span_of("Ana López") | person],
        "entities": [
            {"entity": "person:ana-lopez", "name": '<b onclick="x">Ana</b>', "mentions": 1, "articles": 1}
        ],
        "dates": [span_of("Monday") | {"value": "2023-05-08", "first": day, "last": day, "rule": "weekday"}],
        "quotes": [span_of("“We & you are ready.”") | {"style": "direct", "speaker": "person:ana-lopez"}],
        "events": [span_of("opens") | {"sentence": 0, "status": "planned", "type": "CONSULT"}],
    }
    return Tables(*(conform(rows[t], t) if t in rows else empty(t) for t in Tables._fields))


class Page(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.tags, self.words, self.attributes = [], "", []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attributes]

    def handle_data(self, words):
        self.words += words


def test_markup_in_an_article_or_a_name_stays_text(tables):
    page = Page(highlight(tables))
    assert set(page.tags) == {"div", "span", "small", "mark", "i", "b", "br"}
    assert set(page.attributes) == {"class", "title", "style"}
    assert '<script>alert("x")</script>' in page.words


def test_every_layer_is_marked_and_labelled(tables):
    html = re.sub(r' style="[^"]*"', "", str(highlight(tables)))
    assert re.search(r'class="person" title="person: [^"]*"><mark>Ana López</mark><', html)
    assert (
        '<span class="date" title="date: 2023-05-08 (weekday)">Monday</span> <small>[2023-05-08]</small>'
        in html
    )
    assert re.search(r'class="quote"[^>]*><i>“We &amp; you are ready.”</i><', html)
    assert (
        '<span class="event planned" title="event: consult planned"><b>opens</b></span> <small>[planned]</small>'
        in html
    )


# What GitHub leaves of a notebook's HTML: these elements, with neither class nor style.
GITHUB = {"b", "i", "mark", "small", "br", "div", "span"}


def test_without_any_style_the_marks_are_still_told_apart(tables):
    plain = re.sub(r' (?:style|class|title)="[^"]*"', "", str(highlight(tables)))
    assert set(Page(plain).tags) <= GITHUB
    plain = re.sub(r"</?(?:span|div)>", "", plain)
    assert plain.endswith(
        "Port &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; <b>opens</b> <small>[planned]</small><br><br>"
        "Mayor <mark>Ana López</mark> said on Monday <small>[2023-05-08]</small>: "
        "<i>“We &amp; you are ready.”</i> <small>[&lt;b onclick=&quot;x&quot;&gt;Ana&lt;/b&gt;]</small>"
    )
    assert re.findall(r"\[[a-z ]+\]", plain.partition("<br>")[0]) == [
        "[its day or days]",
        "[its speaker]",
        "[going on]",
        "[planned]",
        "[possible]",
        "[denied]",
    ]


def test_every_status_is_said_and_nothing_is_struck_out(tables):
    said = {}
    for status in ("happened", "ongoing", "planned", "hypothetical", "denied"):
        html = str(highlight(tables._replace(events=tables.events.assign(status=status)), "a", ["events"]))
        assert "line-through" not in html
        assert not re.search("<(?:s|del|strike)>", html)
        said[status] = re.findall(r"\[(.*?)\]", html.partition("Port")[2])
    assert said == {
        "happened": [],
        "ongoing": ["going on"],
        "planned": ["planned"],
        "hypothetical": ["possible"],
        "denied": ["denied"],
    }


def test_it_saves_itself_as_a_page_and_replaces_no_other_file(tables, tmp_path):
    shown = highlight(tables)
    for _ in range(2):
        path = shown.save(tmp_path / "a.html")
        html = path.read_text(encoding="utf-8")
        assert html.startswith('<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">')
        assert html.count(str(shown)) == 1
        assert "http" not in html
    (tmp_path / "mine.html").write_text("<p>mine")
    with pytest.raises(OutputError, match=r"mine\.html was not written by highlight, and is not replaced"):
        shown.save(tmp_path / "mine.html")
    assert (tmp_path / "mine.html").read_text() == "<p>mine"


def test_layers_can_be_chosen_and_wrong_ones_are_named(tables):
    assert 'title="date' not in highlight(tables, "a", ["mentions"])
    with pytest.raises(ValueError, match=r"no layer 'verbs'\. Choose from mentions, dates"):
        highlight(tables, "a", ["verbs"])
    with pytest.raises(KeyError, match="no article 'b' in these tables; there are 1"):
        highlight(tables, "b")


def test_a_notebook_shows_the_page_not_the_markup(tables):
    shown = highlight(tables)
    assert shown._repr_html_().startswith('<div class="dateline-article" style="')
    assert len(repr(shown)) < 80


spans = st.lists(
    st.tuples(st.integers(-3, 60), st.integers(-3, 60), st.sampled_from(["person", "quote", 'x" y']))
)


@given(st.text(max_size=50), spans)
def test_marking_any_spans_keeps_every_character(text, marked):
    html = mark(text, [Span(start, end, look, "", 'a "title" <b>') for start, end, look in marked])
    bare = re.sub(r"</?(?:span|mark|i)\b[^<>]*>", "", html).replace("<br>", "\n")
    assert unescape(bare) == text


def test_many_marks_on_the_same_words_do_not_blow_up_the_page():
    html = mark("x" * 5000, [Span(i, 5000, "person", "", f"title {i}") for i in range(4000)])
    assert len(html) < 1_500_000


def test_context_stays_within_the_paragraph_and_keeps_the_index(tables):
    rows = pd.concat([tables.dates, tables.events]).set_axis([7, 9])
    shown = context(rows, tables.articles, width=25)
    assert shown.loc[7].tolist() == ["a", "Mayor Ana López said on", "Monday", ": “We & you are ready.”"]
    assert shown.loc[9, ["text", "after"]].tolist() == ["opens", ""]
    assert rows.join(shown[["before", "after"]]).shape[0] == 2


def test_context_of_long_words_and_missing_articles(tables):
    articles = pd.DataFrame({"article": ["a"], "text": ["x" * 1000]})
    shown = context(pd.DataFrame({"article": ["a"], "start": [500], "end": [501]}), articles, width=10)
    assert shown.loc[0].tolist() == ["a", "x" * 10, "x", "x" * 10]
    with pytest.raises(KeyError, match=r"no article 'a' \(row 0\) among the 0 articles"):
        context(tables.dates, empty("articles"))
    assert context(empty("dates"), articles).columns.tolist() == ["article", "before", "text", "after"]


def test_words_between_marks_inside_a_statement_name_the_speaker_once(tables):
    outer = tables.quotes.assign(start=TEXT.index("on Monday"), text="x", style="mixed")
    both = pd.concat(
        [outer.assign(end=len(TEXT)), tables.quotes.assign(end=len(TEXT) - 1)], ignore_index=True
    )
    html = str(highlight(tables._replace(quotes=both), "a", ["quotes"]))
    assert html.count("[&lt;b onclick=&quot;x&quot;&gt;Ana&lt;/b&gt;]</small>") == 1
