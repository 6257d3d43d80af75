"""Which events earn a row: what speaks for and against is read as named signals, and learned weights add it up."""

from functools import cache, reduce
from operator import add

import pytest

from dateline.events import events_in
from dateline.events.rows import logistic
from dateline.events.rows.choice import REPEATING, compared, summed, weighed
from dateline.events.rows.choice import cases_of as read_cases
from dateline.events.rows.encoded import scores
from dateline.events.rows.setting import setting_of
from dateline.events.rows.signals import signals_of
from dateline.events.rows.syntax import parse_from
from dateline.events.rows.weights import Weights, weights
from dateline.events.rows.words import worded_event
from dateline.grammar import parse
from dateline.grammar.tree import tree_of
from dateline.mentions import mentions_in
from dateline.tables import ROW

LEAD = "Kari Dahl opened the new port of Oslo in Norway on Monday. "


@cache
def article(text):
    tokens = parse(text)
    tree = tree_of(tokens)
    read = parse_from(tree)
    return read, events_in(tokens, mentions_in(tokens))


def signals(text, word):
    """Read the signals of the last event on a word."""
    read, events = article(text)
    setting = setting_of(read, events, None)
    return signals_of(setting, [n for n, event in enumerate(events) if event.text == word][-1])


SIGNALS = [
    ("wish", "All European states should attack Chad together.", "attack", "should, must or would"),
    ("duty", "Norway must reject this trader of death.", "reject", "must"),
    ("possible", "Norway could attack Chad, experts fear.", "attack", "could, may or would"),
    ("speaker", "“We met with Chad and I urged Kari Dahl to go,” a rower said.", "met", "spoken of I, we or you"),
    ("marks", "“We met with Chad and I urged Kari Dahl to go,” a rower said.", "met", "in quotation marks"),
    ("question", "Did Norway attack Chad?", "attack", "question"),
    ("view", "Kari Dahl argued that Norway changed Chad.", "changed", "only thought"),
    ("habit", "Norway rejects the demands of Chad.", "rejects", "simple present"),
    ("bare plural", "Critics blame Norway.", "blame", "many at all times"),
    ("picture", "Fans of Chad Getty 6/19 Kari Dahl arrested Ola Lie in Oslo AP 7/19 A bay", "arrested",
     "picture or page furniture"),
    ("name given", "Kari Dahl called the treaty of Chad a gift.", "called", "names something"),
    ("before", "Norway had been attacking Chad.", "attacking", "background"),
    ("purpose", "Norway sent Kari Dahl to Chad to halt the war with Sudan.", "halt", "purpose"),
    ("press office", "The following statement was released by the Government of Norway.", "released",
     "paper of a press office"),
    ("negated", "Norway did not confirm the price of oil.", "confirm", "negated"),
    ("lead", LEAD, "opened", "what the opening is about"),
    ("family", LEAD + "A sailor drowned.", "drowned", "verb: disaster"),
    ("toll", LEAD + "A storm killed nine sailors.", "killed", "told with a number"),
    ("participle", LEAD + "Norway freed the arrested rower.", "arrested", "participle before its noun"),
    ("told twice", "Rebels attacked Bol. They attacked Doba.", "attacked", "word used before"),
]  # fmt: skip


@pytest.mark.parametrize(("construction", "text", "word", "signal"), SIGNALS)
def test_what_speaks_for_or_against_a_row_is_read(construction, text, word, signal):
    assert signal in signals(text, word), construction


NO_SIGNALS = [
    ("done", "Norway attacked Chad.", "attacked", "should, must or would"),
    ("told of others", "“They met with Chad,” a rower said.", "met", "spoken of I, we or you"),
    ("said, not thought", "Kari Dahl said that Norway changed Chad.", "changed", "only thought"),
    ("credit in brackets", "(Photo: Getty Images) Kari Dahl arrested Ola Lie in Oslo.", "arrested",
     "picture or page furniture"),
    ("telephoned", "Kari Dahl called the president of Chad.", "called", "names something"),
    ("told once", "Rebels attacked Bol. They left Doba.", "attacked", "word used again"),
]  # fmt: skip


@pytest.mark.parametrize(("construction", "text", "word", "signal"), NO_SIGNALS)
def test_look_alikes_do_not_have_the_signal(construction, text, word, signal):
    assert signal not in signals(text, word), construction


def models(**of):
    """Make models that know these signals only."""
    none = Weights(0.0, {})
    return {"tells": none, "best": none, "alike": Weights(-9.0, {}), "row": none, **of}


def weigh(text, known):
    read, events = article(text)
    words = [worded_event(read, event, {}) for event in events]
    return dict(
        zip(
            (event.text for event in events),
            weighed(setting_of(read, events, None), words, known),
            strict=True,
        )
    )


def test_a_row_says_which_signals_made_it_and_a_weight_below_says_what_spoke_against():
    told = Weights(0.0, {"position main": 3.0, "question": -4.0})
    known = models(best=told, row=Weights(0.0, {"tells it best": 1.0}))
    assert weigh("Norway attacked Chad.", known)["attacked"].why == "position main"
    text = LEAD + "Norway sold a ship. It left. Did Norway attack Chad?"
    assert weigh(text, known)["attack"].why.startswith("not question")


def test_a_second_telling_shares_the_row_of_the_first_unless_the_tolls_differ():
    known = models(best=Weights(0.0, {"first sentence": 1.0}), alike=Weights(-5.0, {"same word apart": 9.0}))
    read, events = article("Rebels attacked the town of Bol. The rebels attacked Bol at dawn.")
    words = [worded_event(read, event, {}) for event in events]
    leaders = [one.leader for one in weighed(setting_of(read, events, None), words, known)]
    first, again = (n for n, event in enumerate(events) if event.text == "attacked")
    assert leaders[again] == first
    found = weigh("A storm killed nine men. A storm killed forty women.", known)
    assert (
        found["killed"].leader == len(article("A storm killed nine men. A storm killed forty women.")[1]) - 1
    )


def test_the_opening_always_has_a_row():
    never = models(row=Weights(-20.0, {}))
    found = weigh(LEAD + "Norway sold a ship.", never)
    assert (found["opened"].weight, found["opened"].why) == (ROW, "lead of the article")
    assert found["sold"].weight < 0.01


def test_no_whole_sentence_is_printed_beside_a_line_of_it():
    text = "Norway sold the old quay to Chad, and rage there was. Rage there was."
    always = models(row=Weights(9.0, {}))
    read, events = article(text)
    words = [worded_event(read, event, {}) for event in events]
    found = weighed(setting_of(read, events, None), words, always)
    first = {
        e.text.lower(): (w.tells, f.weight)
        for e, w, f in zip(events, words, found, strict=True)
        if not e.sentence
    }
    assert first["sold"][0] > 0
    assert first["sold"][1] > ROW
    assert [weight for tells, weight in first.values() if tells == 0] == [REPEATING]


def test_surer_events_come_first_and_are_what_others_are_compared_with():
    text = LEAD + "The port of Oslo was opened by Kari Dahl."
    read, events = article(text)
    words = [worded_event(read, event, {}) for event in events]
    cases = summed(read_cases(setting_of(read, events, None), words), weights())
    assert [case.best for case in cases] == sorted((case.best for case in cases), reverse=True)
    order = [case.number for case, _, _ in compared(cases, words, weights(), scores().pair)]
    assert order == [case.number for case in cases]
    (_, row, others), *_ = [
        one for one in compared(cases, words, weights(), scores().pair) if one[0] is cases[0]
    ]
    assert others == {}
    assert row["surest of its sentence"] == 1.0


def test_a_prior_decides_where_nothing_was_seen():
    cases = logistic.cases_of([{"rain": 1.0}, {"rain": 1.0}, {}, {}], seen=1)
    learned = logistic.fit(cases, [True, True, False, False], ridge=0.1, prior={"snow": -2.0})
    assert learned.of["snow"] == -2.0
    assert learned.of["rain"] > 1


def test_every_model_of_the_package_has_weights():
    assert {name: bool(model.of) for name, model in weights().items()} == {
        "tells": True,
        "best": True,
        "alike": True,
        "row": True,
        "day": True,
        "held": True,
    }


def test_the_order_of_signals_does_not_change_a_weight():
    of = {"a": 0.1, "b": 0.2, "c": 0.3, "d": -0.7}
    model = Weights(0.01, of)
    forth, back = dict.fromkeys(of, 1.0), dict.fromkeys(reversed(of), 1.0)
    assert model.logit(forth) == model.logit(back)
    one_by_one = [
        reduce(add, (of[name] for name in order)) for order in (forth, back)
    ]  # sum() is exact from 3.12 on
    assert one_by_one[0] != one_by_one[1], "these weights would show it"


@pytest.mark.parametrize(
    "text", ["Kari Dahl had a video call with Ola Lie on Monday.", "Norway held talks with Chad."]
)
def test_a_light_verb_and_its_noun_share_a_row(text):
    _, events = article(text)
    told = [event for event in events if event.text in ("had", "call", "held", "talks")]
    assert len(told) == 2
    assert len({event.event for event in told}) == 1
    assert sum(event.what == told[0].what for event in events) == 2


def test_a_verb_that_only_says_that_an_event_comes_shares_its_row(sample_tables):
    """Of "consultations between ... are to follow on January 13" no short line can be made but that of the noun."""
    rows = sample_tables.events.set_index("text")["event"]
    assert rows["follow"] == rows["consultations"]
