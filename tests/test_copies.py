"""The same agency text in many papers is one telling; two reports of one event are two."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline
from dateline.sentiment.summaries import summarize_tone
from dateline.tables import conform
from dateline.timeline.copies import _bands, _met, bands_of, copies_of, print_of, without_copies

BRIDGE = """The old bridge over the Arno was closed on Monday after divers found cracks in two of its piers. The
mayor, Carla Neri, said that lorries would be sent round by the motorway until repairs were done, which may take
until spring. Traders on both banks fear for their Christmas business and want the town to pay for it. Engineers had
warned of the state of the piers in a report three years ago, but money for repairs was never set aside."""
ANOTHER = """Cracks in two piers have closed the old bridge in Pisa. Divers saw them at the weekend, the town hall
says, and nobody knows when lorries will cross again. Shops nearby count on losses. A report had told of weak piers
years before, and the council had put it off. Mayor Carla Neri wants help from Rome for what she calls a bill that no
town of this size can pay, while the opposition asks why the money went into a new square instead of the bridge."""


def table(**texts):
    rows = [{"article": name, "text": text, "published": "2023-11-06"} for name, text in texts.items()]
    return conform(rows, "articles")


def test_the_same_text_with_another_opening_and_end_is_a_copy_another_report_is_none():
    rows = table(
        agency=BRIDGE, paper=f"PISA (Agency) - {BRIDGE} Read more.", late=BRIDGE.upper(), other=ANOTHER
    )
    assert copies_of(rows).tolist() == ["", "agency", "agency", ""]


def test_a_text_cut_behind_its_last_paragraph_is_a_copy_half_of_it_is_none():
    words = BRIDGE.split()
    rows = table(agency=BRIDGE, cut=" ".join(words[:60]), half=" ".join(words[:30]))
    assert copies_of(rows).tolist() == ["", "agency", ""]


def test_days_at_the_end_of_the_calendar_are_compared():
    rows = table(agency=BRIDGE, paper=BRIDGE).assign(
        published=pd.array(["9999-12-31", "0900-01-01"], dtype="datetime64[ms]")
    )
    assert copies_of(rows).tolist() == ["paper", ""]


def test_the_original_is_the_one_published_first_whatever_its_place():
    rows = table(a=BRIDGE, b=BRIDGE, c=BRIDGE)
    rows["published"] = pd.to_datetime(["2023-11-08", None, "2023-11-07"]).astype("datetime64[ms]")
    assert copies_of(rows).tolist() == ["c", "c", ""]


def test_short_texts_are_copies_only_word_for_word():
    rows = table(
        a="Rain in Oslo today.", b="rain in Oslo, today", c="Rain in Oslo today and on Sunday.", d="", e=""
    )
    assert copies_of(rows).tolist() == ["", "a", "", "", "d"]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([BRIDGE, ANOTHER, BRIDGE + " More.", "Rain.", ""]), max_size=6), st.randoms())
def test_originals_are_no_copies_and_order_of_rows_does_not_matter(texts, shuffle):
    rows = table(**{f"n{number}": text for number, text in enumerate(texts)})
    once = dict(zip(rows["article"], copies_of(rows), strict=True))
    assert all(once[original] == "" for original in once.values() if original)
    order = list(rows.index)
    shuffle.shuffle(order)
    mixed = rows.loc[order]
    assert dict(zip(mixed["article"], copies_of(mixed), strict=True)) == once


@given(
    st.lists(st.sampled_from([*"abcd"]).map(lambda c: f"{c} " * 40 + "and more"), min_size=1, max_size=6),
    st.data(),
)
@settings(deadline=None, max_examples=20)
def test_every_key_that_two_texts_share_is_kept(texts, data):
    ends = [
        data.draw(st.sampled_from(["", " today", " " + "other words of another story " * 9])) for _ in texts
    ]
    prints = [print_of(text + end) for text, end in zip(texts, ends, strict=True)]
    keys = [list(_bands(one)) for one in prints]
    for mine, met in zip(keys, _met(bands_of(prints)), strict=True):
        shared = [sum(key in others for others in keys) > 1 for key in mine]
        assert [bool(one) for one, _ in zip(met, mine, strict=False)] == shared


def test_what_is_told_in_copies_counts_once_and_can_be_counted_each():
    rows = table(agency=BRIDGE, paper=BRIDGE + " Read more.", other=ANOTHER)
    once, each = dateline.analyze(rows), dateline.analyze(rows, count_copies=True)
    assert once.articles["copy_of"].tolist() == ["", "agency", ""]
    assert each.articles["copy_of"].tolist() == ["", "", ""]
    closed = [t.timeline[t.timeline["what"].str.contains("closed")].iloc[0] for t in (once, each)]
    assert closed[0]["mentions"] < closed[1]["mentions"]
    assert {"agency", "paper"} <= set(closed[0]["articles"].split("; "))


def test_tones_of_copies_count_once():
    rows = table(agency=BRIDGE, paper=BRIDGE)
    rows["copy_of"] = ["", "agency"]
    tones = conform(
        [{"article": a, "start": 0, "end": 3, "unit": "mention", "text": "The", "entity": "person:carla-neri",
          "score": -0.5, "label": "negative"} for a in ("agency", "paper")],
        "sentiment",
    )  # fmt: skip
    assert summarize_tone(tones)["n"].tolist() == [2]
    assert summarize_tone(tones, articles=rows)["n"].tolist() == [1]
    assert without_copies(tones, rows)["article"].tolist() == ["agency"]
    assert without_copies(tones, rows.drop(columns="copy_of"))["article"].tolist() == ["agency", "paper"]
