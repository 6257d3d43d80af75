"""One row an event: what is told twice is one, what differs in date, parties or status is two."""

from itertools import count

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.events.rows.clauses import clause_of
from dateline.events.rows.syntax import parse_from, sentence_span
from dateline.grammar.tree import tree_of
from dateline.parses import tokens_of
from dateline.tables import conform, empty
from dateline.timeline import build_timeline

UNION, PORT, OSLO, BERGEN, NORWAY = "org:union", "org:port", "place:oslo", "place:bergen", "place:norway"
MINISTER, CABINET = "person:kari-dahl", "org:norwegian-government"
NUMBERS = count(0, 5)
ENTITIES = conform(
    [
        {"entity": UNION, "name": "Dockers' Union", "mentions": 1, "articles": 1},
        {"entity": PORT, "name": "Port Authority", "mentions": 1, "articles": 1},
        {"entity": NORWAY, "name": "Norway", "country": "NOR", "mentions": 1, "articles": 1},
        {"entity": MINISTER, "name": "Kari Dahl", "country": "NOR", "mentions": 1, "articles": 1},
        {"entity": CABINET, "name": "Norwegian government", "country": "NOR", "mentions": 1, "articles": 1},
    ],
    "entities",
)  # fmt: skip
ARTICLES = conform(
    [{"article": name, "published": pd.Timestamp(day), "text": "word " * 400}
     for name, day in (("monday", "2023-05-08"), ("friday", "2023-05-12"))],
    "articles",
)  # fmt: skip


def told(action, article="monday", first=None, last=None, **more):
    """Make one row of the events table, five characters behind the last one made."""
    start = next(NUMBERS) % 1900
    first = pd.Timestamp(first) if first else pd.NaT
    row = {
        "article": article, "start": start, "end": start + 4, "text": "word", "sentence": 0, "action": action,
        "class": "OCCURRENCE", "type": "CONSULT", "actor": f"{UNION}; {PORT}", "target": "", "place": "",
        "first": first, "last": pd.Timestamp(last) if last else first, "grain": "day", "status": "happened",
        "said_by": "", "score": 1.0, "what": action, "weight": 0.9, "why": "typed", "event": f"{article}:{start}",
    }  # fmt: skip
    return {**row, **more}


def line(*events):
    return build_timeline(conform(list(events), "events"), ENTITIES, ARTICLES)


def test_an_event_told_in_two_articles_is_one_row():
    rows = line(
        told("meet", first="2023-05-07"), told("meeting", "friday", first="2023-05-07", said_by=UNION)
    )
    assert len(rows) == 1
    assert rows.loc[0, ["articles", "mentions", "said_by"]].tolist() == ["monday; friday", 2, UNION]


def test_what_was_planned_and_then_happened_is_one_row_that_happened():
    rows = line(
        told("meet", first="2023-05-10", status="planned"), told("meet", "friday", first="2023-05-10")
    )
    assert rows[["status", "mentions"]].values.tolist() == [["happened", 2]]


def test_a_plan_does_not_come_true_without_a_date():
    rows = line(told("meet", status="planned"), told("meet", "friday"))
    assert sorted(rows["status"]) == ["happened", "planned"]


@pytest.mark.parametrize(
    "other",
    [
        {"first": "2023-05-06"},
        {"first": "2023-05-07", "actor": f"{UNION}; {NORWAY}"},
        {"first": "2023-05-07", "status": "denied"},
        {"first": "2023-05-07", "type": "ASSAULT", "action": "attack"},
    ],
    ids=["another day", "another party", "denied", "another kind"],
)
def test_what_differs_stays_apart(other):
    rows = line(told("meet", first="2023-05-07"), told(**{"action": "meet", "article": "friday", **other}))
    assert len(rows) == 2


def test_a_month_and_a_day_are_one_event_only_in_the_same_words():
    month = {"first": "2023-06-01", "last": "2023-06-30", "grain": "month", "status": "planned"}
    day = {"first": "2023-06-10", "status": "planned", "article": "friday"}
    assert len(line(told("talk", **month), told("meet", **day))) == 2
    words = {"what": "Dockers talk about wages with their employers"}
    both = line(told("talk", **month, **words), told("talk", **day, **words))
    assert both[["first", "last", "grain"]].values.tolist() == [[pd.Timestamp("2023-06-10")] * 2 + ["day"]]


def test_events_of_one_key_are_one_row_with_the_words_of_the_heaviest_and_the_closest_day():
    key = {"event": "monday:0"}
    rows = line(
        told("meeting", weight=0.3, what="the meeting", first="2023-05-07", actor=PORT, **key),
        told("meet", weight=0.8, what="Dockers met the port", why="main clause", actor="", **key),
    )
    assert rows[["event", "what", "why", "actors", "mentions"]].values.tolist() == [
        ["monday:0", "Dockers met the port", "main clause", PORT, 2]
    ]
    assert rows["first"].tolist() == [pd.Timestamp("2023-05-07")]


def test_a_row_takes_no_actor_from_another_act_told_with_it():
    key = {"event": "monday:0"}
    fled = told("flee", weight=0.8, what="the suspect fled", actor="", type="", **key)
    said = told("say", weight=0.3, what="Dahl said the suspect fled", actor=MINISTER, type="", **key)
    assert line(fled, said)["actors"].tolist()[0] == ""


def test_a_row_takes_for_actor_whom_it_made_do_something():
    key = {"event": "monday:0", "type": ""}
    forced = told(
        "force", weight=0.8, what="the strike forced Dahl to wait", actor="", target=MINISTER, **key
    )
    wait = told("wait", weight=0.3, what="Dahl to wait", actor=MINISTER, **key)
    assert line(forced, wait)["actors"].tolist()[0] == MINISTER
    claim = told("claim", weight=0.3, what="Dahl claims she was kept", actor=MINISTER, sentence=1, **key)
    assert line(forced, claim)["actors"].tolist()[0] == ""


def test_rows_of_little_weight_are_kept_and_those_of_none_are_not():
    rows = line(told("meet", weight=0.7), told("wish", weight=0.2), told("say", weight=0.02))
    assert sorted(rows["what"]) == ["meet", "wish"]


def test_events_of_one_article_are_never_folded_by_their_looks():
    assert len(line(told("meet", first="2023-05-07"), told("meet", first="2023-05-07"))) == 2


def test_who_does_it_to_whom_matters_in_a_conflict():
    strike = {"type": "ASSAULT", "first": "2023-05-07", "score": -10.0}
    there, back = ({**strike, "actor": a, "target": b} for a, b in ((NORWAY, UNION), (UNION, NORWAY)))
    assert len(line(told("attack", **there), told("attack", "friday", **back))) == 2
    assert len(line(told("attack", **there), told("attack", "friday", **there))) == 1


def test_a_country_and_its_government_are_one_party_its_minister_only_on_the_same_day():
    def rows(one, other, **more):
        return len(
            line(
                told("meet", actor=f"{one}; {PORT}", **more),
                told("meet", "friday", actor=f"{other}; {PORT}", **more),
            )
        )

    assert rows(NORWAY, CABINET) == 1
    assert rows(NORWAY, MINISTER) == 2
    assert rows(NORWAY, MINISTER, first="2023-05-07") == 1


def test_dated_events_come_in_order_and_the_others_last():
    rows = line(
        told("sign", type="AGREE"),
        told("meet", first="2023-05-07"),
        told("attack", type="ASSAULT", first="2023-05-01"),
    )
    assert rows["first"].tolist()[:2] == [pd.Timestamp("2023-05-01"), pd.Timestamp("2023-05-07")]
    assert pd.isna(rows["first"][2])


def test_no_events_make_an_empty_timeline():
    assert build_timeline(empty("events"), empty("entities"), empty("articles")).equals(empty("timeline"))


event_rows = st.builds(
    told,
    action=st.sampled_from(["meet", "talk", "attack", "visit"]),
    article=st.sampled_from(["monday", "friday"]),
    first=st.sampled_from([None, "2023-05-01", "2023-05-07"]),
    status=st.sampled_from(["happened", "planned", "denied"]),
    actor=st.sampled_from([UNION, PORT, f"{UNION}; {PORT}", NORWAY]),
    type=st.sampled_from(["CONSULT", "ASSAULT"]),
)


@given(st.lists(event_rows, max_size=12), st.randoms())
@settings(max_examples=60, deadline=None)
def test_no_mention_is_lost_or_told_twice_and_order_of_rows_does_not_matter(rows, shuffle):
    events = conform(rows, "events").drop_duplicates(["article", "start"]).reset_index(drop=True)
    once = build_timeline(events, ENTITIES, ARTICLES)
    assert once["mentions"].sum() == len(events)
    order = list(events.index)
    shuffle.shuffle(order)
    assert build_timeline(events.loc[order], ENTITIES, ARTICLES).equals(once)


def words(sentence):
    """Make the tokens table of one sentence from word/tag/head/relation, heads counted from 1."""
    rows, text = [], ""
    for number, item in enumerate(sentence.split()):
        word, tag, head, relation = item.split("/")
        rows.append({"article": "a", "start": len(text), "end": len(text) + len(word), "sentence": 0, "token": number,
                     "text": word, "lemma": {"held": "hold", "had": "have"}.get(word, word), "tag": tag,
                     "head": int(head) - 1, "relation": relation})  # fmt: skip
        text += word + " "
    return parse_from(tree_of(tokens_of(text.strip(), conform(rows, "tokens"))))


def clause(sentence, trigger, date="", actors=("Dahl",)):
    parse = words(sentence)
    start = parse.tokens.text.index(trigger)
    when = parse.tokens.text.find(date)
    return clause_of(
        parse, start, start + len(trigger), (when, when + len(date)) if date else None, list(actors)
    ).text


def test_a_clause_leaves_out_its_date_and_asides():
    told = (
        "Ministers/NNS/4/nsubj ,/,/1/punct sources/NNS/4/parataxis met/VBD/0/root in/IN/6/case Oslo/NNP/4/obl "
        "on/IN/8/case Monday/NNP/4/obl"
    )
    assert clause(told, "met", "Monday") == "Ministers met in Oslo"


def test_a_noun_on_a_light_verb_is_told_by_the_verb():
    told = "Dahl/NNP/2/nsubj held/VBD/0/root long/JJ/4/amod talks/NNS/2/obj with/IN/6/case Norway/NNP/4/nmod"
    assert clause(told, "talks") == "Dahl held long talks with Norway"


def test_a_pronoun_gives_way_to_the_name_and_a_missing_subject_is_added():
    told = "He/PRP/2/nsubj signed/VBD/0/root it/PRP/2/obj and/CC/5/cc left/VBD/2/conj Oslo/NNP/5/obj"
    assert clause(told, "signed") == "Dahl signed it"
    assert clause(told, "left") == "Dahl left Oslo"


def test_a_negation_stays():
    told = "Dahl/NNP/4/nsubj did/VBD/4/aux not/RB/4/advmod sign/VB/0/root the/DT/6/det treaty/NN/4/obj"
    assert clause(told, "sign") == "Dahl did not sign the treaty"


def test_a_noun_without_its_actor_names_it_first():
    told = "the/DT/3/det new/JJ/3/amod blockade/NN/4/nsubj worries/VBZ/0/root Oslo/NNP/4/obj"
    assert clause(told, "blockade") == "Dahl’s new blockade"


def test_the_sentence_is_the_span_of_a_row_and_a_strange_trigger_has_no_clause():
    parse = words("Dahl/NNP/2/nsubj left/VBD/0/root")
    assert sentence_span(parse, 5) == (0, 9)
    assert clause_of(parse, 3, 4, None, []).text == ""
    assert sentence_span(parse, 3) is None


def test_a_deep_parse_needs_no_recursion():
    chain = " ".join(["top/NN/0/root", *(f"w{i}/NN/{i + 1}/nmod" for i in range(3000))])
    assert len(clause(chain, "top", actors=()).split()) <= 3001


def test_the_span_of_a_row_is_its_sentence_where_sentences_are_given():
    sentences = conform(
        [{"article": "monday", "start": 0, "end": 40, "sentence": 0, "part": "body", "text": "word " * 8}],
        "sentences",
    )
    event = told("meet", start=5, end=9)
    frame = conform([event], "events")
    with_them = build_timeline(frame, ENTITIES, ARTICLES, sentences)
    assert with_them[["start", "end"]].values.tolist() == [[0, 40]]
    assert line(event)[["start", "end"]].values.tolist() == [[5, 9]]


def test_a_name_right_behind_its_office_stays_an_aside_goes():
    close = "Minister/NN/5/nsubj of/IN/3/case State/NNP/1/nmod Dahl/NNP/1/appos left/VBD/0/root"
    assert clause(close, "left") == "Minister of State Dahl left"
    aside = "Dahl/NNP/7/nsubj ,/,/5/punct the/DT/5/det new/JJ/5/amod Minister/NN/1/appos ,/,/5/punct left/VBD/0/root"
    assert clause(aside, "left") == "Dahl left"
