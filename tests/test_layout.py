"""What each paragraph is: gold paragraphs by class, invented for these tests, and properties of any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.layout import blocks
from dateline.layout.furniture import dateline_length, dateline_places
from dateline.layout.paragraphs import paragraphs

PARTS = ("headline", "dateline", "body", "caption", "credit")
MARKS = set("*•·▪●◦‣-–—")  # of lists
STORY = "The council met on Tuesday and put off its vote on the new bridge until the end of the month."


def parts(text):
    return [(block.part, text[block.start : block.end]) for block in blocks(text)]


DATELINES = {
    "agency, underscore": "QUITO, Ecuador (AP)_ ",
    "agency, dash": "OSLO (Reuters) - ",
    "agency, long dash": "NAIROBI, Kenya (AFP) — ",
    "agency with a space": "HAVANA (AP ) -- ",
    "date and agency": "LISBON, Sept. 3 (Reuters) - ",
    "date and agency only": "Sept. 3 (Reuters) - ",
    "no dash, known agency": "New Delhi, March 3 (PTI) ",
    "agency only": "(Reuters) - ",
    "agency without a space": "Molde, Norway (CNN)",
    "city and state": "DAYTON, Ohio -- ",
    "city alone": "BOSTON — ",
    "two words": "EL PASO, Texas, Jan. 4 - ",
    "glued dash": "PARIS —",
    "two cities": "Vienna / Bratislava – ",
    "two cities, and": "VIENNA and BRATISLAVA - ",
    "mixed case": "Rome – ",
    "colon": "NEW DELHI: ",
    "date with a year": "Oslo, 3 March 2021 – ",
}


@pytest.mark.parametrize("dateline", DATELINES.values(), ids=DATELINES)
def test_dateline_before_the_story(dateline):
    text = f"Council puts off bridge vote\n\n{dateline}{STORY}\n\nNo new day was named."
    assert parts(text)[:3] == [
        ("headline", "Council puts off bridge vote"),
        ("dateline", dateline.strip()),
        ("body", STORY),
    ]


@pytest.mark.parametrize(
    ("dateline", "places"),
    [
        ("QUITO, Ecuador (AP)_", "QUITO, Ecuador"),
        ("EL PASO, Texas, Jan. 4 -", "EL PASO, Texas"),
        ("Sept. 3 (Reuters) -", ""),
        ("Vienna / Bratislava –", "Vienna / Bratislava"),
        ("New Delhi, March 3 (PTI)", "New Delhi"),
        ("NEW DELHI:", "NEW DELHI"),
        ("MOLDE 1996-08-30", "MOLDE"),
        ("Sun Valley, Idaho --", "Sun Valley, Idaho"),
        ("Friday, July 21, 2017", ""),
        ("Published: 3 March 2020, 10:15 GMT", ""),
    ],
)
def test_places_of_a_dateline(dateline, places):
    assert dateline_places(dateline) == places


NO_DATELINES = {
    "aside": "The mayor – a former teacher – said the bridge was safe enough for all of them.",
    "item in capitals": "UPDATE - The bridge was closed again on Tuesday evening, the council said.",
    "file picture": "FILE - In this May 2, 2014 photo, Ann Lie crosses the bridge in Molde.",
    "range": "Between 2,000 - 3,000 people crossed the bridge on Sunday, the council said.",
    "sport in capitals": "SOCCER - MOLDE BEAT BERGEN IN CUP FINAL AFTER EXTRA TIME",
    "brackets later": "The union (UNB) - a group of builders - said no to the plan on Tuesday.",
    "speaker": "Lie: I have never crossed the bridge, and I will not do so now, whatever they say.",
}


@pytest.mark.parametrize("line", NO_DATELINES.values(), ids=NO_DATELINES)
def test_no_dateline(line):
    assert dateline_length(line, lead=True) == 0


HEADLINES = {
    "plain": "Council puts off bridge vote",
    "title case": "Council Puts Off Vote on the New Bridge",
    "capitals with a full stop": "COUNCIL PUTS OFF BRIDGE VOTE.",
    "title case with a full stop": "Council Puts Off Bridge Vote Again.",
    "question": "Who will pay for the new bridge?",
    "quotation": "“Not one step further”: mayor stops bridge",
    "section behind a dash": "Mayor stops bridge: “Not one step further” – regional news",
}


@pytest.mark.parametrize("line", HEADLINES.values(), ids=HEADLINES)
def test_headline(line):
    text = f"{line}\n\n{STORY}\n\nNo new day was named for the vote on the bridge."
    assert parts(text)[0] == ("headline", line)


NO_HEADLINES = {
    "first sentence": "The council of Molde said on Tuesday that it had put off its vote on the bridge.",
    "quotation": "“It was the longest night of my life,” said Ann Lie.",
    "question that goes on": "why they came is not known",
    "one paragraph": STORY,
}


@pytest.mark.parametrize("line", NO_HEADLINES.values(), ids=NO_HEADLINES)
def test_first_paragraph_that_is_no_headline(line):
    assert "headline" not in dict(parts(f"{line}\n\n{STORY}\n\n{STORY}"))


def test_one_line_is_the_story_and_no_headline():
    assert parts("Council puts off bridge vote") == [("body", "Council puts off bridge vote")]


def test_deck_belongs_to_the_headline():
    text = f"Council puts off bridge vote;\nMayor sees no hurry in the matter\n\n{STORY}"
    assert [part for part, _ in parts(text)] == ["headline", "headline", "body"]


BYLINES = [
    "By Ann Lie",
    "By Ann Lie and Bo Ek, The Molde Post",
    "By ANN LIE",
    "BYLINE: Ann Lie.",
    "Reporting by Ann Lie; Editing by Bo Ek",
    "Additional reporting by Ann Lie in Oslo",
    "Contributing: Ann Lie.",
    "© 2021 The Molde Post. All rights reserved.",
    "Follow Ann Lie on Twitter @annlie.",
    "(lie/ek)",
    "Photo: Ann Lie",
    "Image: Ann Lie / Molde Post.",
    "Photo by Ann Lie/Getty Images",
    "Ann Lie via Getty Images",
    "Ann Lie / Reuters.",
    "Ann Lie/AFP/Getty Images",
    "REUTERS/Ann Lie",
    "(Getty Images)",
    "AP Photo/Ann Lie",
    "Advertisement",
]


@pytest.mark.parametrize("line", BYLINES)
def test_credits_are_no_story(line):
    text = f"Council puts off bridge vote\n\n{line}\n\n{STORY}"
    assert parts(text)[1] == ("credit", line)


PAGE_LINES = [
    "Most read",
    "Trending now",
    "Related stories",
    "Related: Ferry to sail from June",
    "See also: How the bridge was built",
    "You may also like",
    "More from The Molde Post",
    "Sign up for our daily briefing.",
    "Subscribe to our newsletter and never miss a story.",
    "Subscribe now",
    "Share this story on Facebook",
    "Share via email",
    "Click to share on Twitter (Opens in new window)",
    "Click here to read more",
    "Comments (3)",
    "27 comments",
    "Leave a comment",
    "Comments are closed.",
    "View all comments (12)",
    "FOR IMMEDIATE RELEASE",
    "PRESS RELEASE",
    "Posted on 3 May 2020 by Ann Lie",
    "Posted by Ann Lie",
    "Tags: bridges, Molde, councils",
    "Filed under: Region",
    "Follow us on Instagram",
    "4 min read",
    "Listen to this article",
    "This article was originally published in The Molde Post.",
]


@pytest.mark.parametrize("line", PAGE_LINES)
def test_what_a_page_says_of_itself_is_no_story(line):
    text = f"Council puts off bridge vote\n\n{STORY}\n\n{line}\n\n{STORY}\n\n{line}"
    assert [block for block in parts(text) if block[1] == line] == [("credit", line)] * 2


@pytest.mark.parametrize(
    "line",
    [
        "Most read the letter as a threat.",
        "Trending down since May, the price fell again.",
        "Related charges were dropped on Tuesday.",
        "Comments by the mayor drew anger in Molde.",
        "Share prices fell by three percent on Monday.",
        "Subscribers left the paper in May.",
        "Sign up today or lose your seat, the mayor said to the men.",
        "Click here, she told them, and the door opens.",
        "Posted on the door was a letter by the mayor.",
        "Tags were found on the bridge.",
        "Register offices in Molde were shut on Monday.",
        "Ann Lie, who stood on the left, was hurt.",
    ],
)
def test_stories_that_begin_like_labels_stay_story(line):
    assert ("body", line) in parts(f"Council puts off bridge vote\n\n{STORY}\n\n{line}\n\n{STORY}")


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lie, left, with Bo Ek at the bridge in Molde on Monday",
        "Ann Lie (right) opens the bridge in Molde.",
        "Mayor Ann Lie speaks to reporters in Molde. (Bo Ek/Molde Post)",
        "Ann Lie crosses the bridge on Monday. Reuters",
        "The bridge in Molde, seen here in May. Picture: PA",
        "Ann Lie, second from left, and members of the council.",
    ],
)
def test_caption_under_the_headline_is_no_deck(line):
    text = f"Council puts off bridge vote\n\n{line}\n\n{STORY}\n\n{STORY}"
    assert "".join(words for part, words in parts(text) if part in ("caption", "credit")).replace(
        " ", ""
    ) == line.replace(" ", "")


@pytest.mark.parametrize(
    "text", ["Police shut the bridge on Monday. AP", "Ann Lie, left, opened the bridge."]
)
def test_the_only_paragraph_is_the_story(text):
    assert parts(text) == [("body", text)]


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday evening, the bridge had been closed for the third time this year, the police said.",
        "Photos of the bridge were shown to the council on Tuesday.",
        "By far the longest bridge in the country, it was opened by the king in 1971.",
        "Copyright was the reason, she said.",
        "Reporting from the bridge was hard, she said: the wind took every word from her mouth.",
    ],
)
def test_stories_that_begin_like_credits_stay_story(line):
    assert ("body", line) in parts(f"Council puts off bridge vote\n\n{STORY}\n\n{line}\n\n{STORY}")


CAPTIONS = {
    "lost space": ("The bridge at nightPhoto: BT / AP", "The bridge at night", "Photo: BT / AP"),
    "after a full stop": ("The bridge at night. Image: Ann Lie.", "The bridge at night.", "Image: Ann Lie."),
    "in brackets": (
        "The bridge at night (Ann Lie/Getty Images)",
        "The bridge at night",
        "(Ann Lie/Getty Images)",
    ),
    "agency photo": ("The bridge at night. (AP Photo/Ann Lie)", "The bridge at night.", "(AP Photo/Ann Lie)"),
    "credit": ("The bridge at night. Credit: Ann Lie", "The bridge at night.", "Credit: Ann Lie"),
}


@pytest.mark.parametrize(("line", "caption", "credit"), CAPTIONS.values(), ids=CAPTIONS)
def test_caption_and_its_credit_are_two_blocks(line, caption, credit):
    text = f"{STORY}\n\n{line}\n\n{STORY}"
    assert parts(text) == [("body", STORY), ("caption", caption), ("credit", credit), ("body", STORY)]


def test_file_photo_is_a_caption():
    line = "FILE - In this May 2, 2014 file photo, Ann Lie crosses the bridge."
    assert parts(f"{STORY}\n\n{line}")[1] == ("caption", line)


def test_captions_that_web_extraction_ran_into_the_story():
    text = (
        "Image copyright EPA Image caption The bridge was closed to all cars The council met on Tuesday. "
        "It put off its vote. Media caption Anger in Molde In a letter, the mayor asked for time."
    )
    assert parts(text) == [
        ("credit", "Image copyright EPA Image caption"),
        ("caption", "The bridge was closed to all cars"),
        ("body", "The council met on Tuesday. It put off its vote."),
        ("credit", "Media caption"),
        ("caption", "Anger in Molde In a letter, the mayor asked for time."),
    ]


@pytest.mark.parametrize(
    "line",
    ["March 6, 2008", "Friday, July 21, 2017", "MOLDE 1996-08-30", "Published: 3 March 2020, 10:15 GMT"],
)
def test_a_line_that_is_only_a_date(line):
    assert parts(f"Council puts off bridge vote\n{line}\n{STORY}")[1] == ("dateline", line)


def test_bare_name_between_headline_and_dateline_is_the_writer():
    text = f"COUNCIL PUTS OFF BRIDGE VOTE.\nAnn Lie\nMOLDE 1996-08-30\n{STORY}"
    assert [part for part, _ in parts(text)] == ["headline", "credit", "dateline", "body"]


def test_wrapped_lines_are_one_paragraph():
    text = (
        "The council of Molde met on Tuesday evening and, after a debate\n"
        "of four hours, put off its vote on the new bridge until the end\n"
        "of the month, when the report of the engineers is to be ready.\n"
        "\n"
        "Nobody in the room wanted to say what would happen if the report\n"
        "advised against it; the mayor left without a word to the press.\n"
    )
    assert [text[start:end].count("\n") for start, end in paragraphs(text)] == [2, 1]


def test_lines_that_are_paragraphs_stay_apart():
    text = f"{STORY}\n{STORY}\nShort one.\n{STORY}"
    assert len(paragraphs(text)) == 4


def test_line_broken_in_mid_sentence_goes_on():
    text = "The mayor asked the\ncouncil for time.\n\nIt was granted."
    assert [text[start:end] for start, end in paragraphs(text)] == [
        "The mayor asked the\ncouncil for time.",
        "It was granted.",
    ]


lines = st.sampled_from(
    [
        STORY,
        "Photo: AP",
        "By Ann Lie",
        "OSLO (AP) - Snow.",
        "May 3, 2020",
        "",
        " ",
        "\t",
        "“",
        "(",
        "A - B",
        "* Ann Lee left. * Bob Roe stayed.",
        "- A",
        "Image caption",
    ]
) | st.text(max_size=40)


@given(st.lists(lines, max_size=8), st.sampled_from(["\n", "\n\n", "\r\n", "\u2028", " "]))
def test_blocks_cover_every_word_in_order(pieces, between):
    text = between.join(pieces)
    at = 0
    for start, end, part in blocks(text):
        assert part in PARTS
        assert at <= start < end <= len(text)
        assert set(text[at:start].split()) <= MARKS, "only white space and marks of lists lie between blocks"
        assert text[start:end] == text[start:end].strip()
        at = end
    assert set(text[at:].split()) <= MARKS


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "(" * 100_000,
        "A" * 100_000,
        "A - " * 50_000,
        "* A. " * 40_000,
        "The paper has not yet" + " yet" * 40_000,
        "a\n" * 100_000,
        "Image caption The " * 9_000,
    ],
)
def test_hostile_texts_end(text):
    assert all(block.part in PARTS for block in blocks(text))


@pytest.mark.parametrize(
    "line", ["They meet on January 10th.", "Talks begin May 3, 2019.", "he left on 6 March 2008"]
)
def test_a_sentence_that_ends_in_a_date_is_no_dateline(line):
    assert blocks(line + "\n\nThe talks are planned for long.")[0].part != "dateline"


LISTS = {
    "stars": (
        "* Acme buys Molde Corp. * Bergen delays its plant.",
        ["Acme buys Molde Corp.", "Bergen delays its plant."],
    ),
    "dots": (
        "• Acme buys Molde Corp • Bergen delays its plant",
        ["Acme buys Molde Corp", "Bergen delays its plant"],
    ),
    "dashes": (
        "- Cabinet meets. - Minister Levy to visit Egypt.",
        ["Cabinet meets.", "Minister Levy to visit Egypt."],
    ),
    "one item": ("- Cabinet meets on Friday.", ["Cabinet meets on Friday."]),
    "behind an opening": (
        "In brief: * Acme buys. * Bergen waits.",
        ["In brief:", "Acme buys.", "Bergen waits."],
    ),
}
NO_LISTS = {
    "a dash within": "The council met on Tuesday - the mayor was away - and put off its vote.",
    "a lone star": "He paid 3 * 4 crowns for the ticket on Friday.",
    "products": "Rooms measured 3 * 4 * 5 metres, the mayor said.",
    "a minus": "-5 degrees were measured at dawn.",
}


@pytest.mark.parametrize(("line", "items"), LISTS.values(), ids=LISTS)
def test_items_of_a_list_are_parted_and_lose_their_marks(line, items):
    assert parts(f"{STORY}\n\n{line}") == [("body", STORY), *(("body", item) for item in items)]


@pytest.mark.parametrize("line", NO_LISTS.values(), ids=NO_LISTS)
def test_marks_that_list_nothing_stay(line):
    assert parts(f"{STORY}\n\n{line}") == [("body", STORY), ("body", line)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Reuters could not independently verify the report.",
        "Reuters has not verified these stories and does not vouch for their accuracy.",
        "The newspaper was unable to confirm the claim.",
        "The BBC has not been able to verify it.",
    ],
)
def test_what_an_outlet_has_not_checked_is_no_story(sentence):
    assert parts(f"{STORY} {sentence} {STORY}") == [("body", STORY), ("credit", sentence), ("body", STORY)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Reuters could not reach the mayor.",
        "Police could not confirm the toll.",
        "The paper did not appear on Monday.",
    ],
)
def test_what_others_have_not_checked_is_story(sentence):
    assert parts(f"{STORY} {sentence}") == [("body", f"{STORY} {sentence}")]


def test_a_press_digest_is_no_place():
    assert parts(f"PRESS DIGEST - Norway Herald - March 11.\n{STORY}")[0][0] == "headline"
