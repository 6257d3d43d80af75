"""The rows of a chronology: which events earn one, in what words, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from dateline.events.limits import Dated
from dateline.events.records import Event
from dateline.events.rows.choice import weighed
from dateline.events.rows.days import Found
from dateline.events.rows.encoded import Scores
from dateline.events.rows.encoded import scores as known_scores
from dateline.events.rows.filling import called_by
from dateline.events.rows.fitness import fitness_weights
from dateline.events.rows.fittest import in_fittest_words
from dateline.events.rows.reaching import with_days
from dateline.events.rows.setting import setting_of
from dateline.events.rows.syntax import parse_from
from dateline.events.rows.weights import Weights, weights
from dateline.events.rows.words import names_of, worded_event
from dateline.grammar.tree import Tree

__all__ = ["with_rows"]


def with_rows(
    events: list[Event],
    tree: Tree,
    mentions: Iterable,
    published: date | None,
    dates: Iterable[Dated] = (),
    models: Mapping[str, Weights] | None = None,
    scores: Scores | None = None,
    wording: Weights | None = None,
    unnamed: Iterable = (),
) -> list[Event]:
    """Give every event of an article its words (`what`), its `weight` as a row, `why`, and whose row it shares.

    An event that nothing dates in its own clause gets the day that reaches it from elsewhere, where one is likely.

    Parameters
    ----------
    events : list of Event
    tree : Tree
        The parse that they stand in.
    mentions : iterable of Mention
        They give the names of those who take part.
    published : datetime.date, optional
    dates : iterable of Dated
        The date phrases of the article.
    models : mapping of str to Weights, optional
        Other weights than the package's.
    scores : Scores, optional
        Other scores of what the encoder takes a word for than the package's.
    wording : Weights, optional
        Other weights of how fit to print a wording is than the package's.
    unnamed : iterable of Antecedent
        Whom pronouns mean that no name names: "A driver fled. He was held".

    Returns
    -------
    list of Event
        `event` is where the leading trigger of its row begins, as text.
    """
    models, scores = models or weights(), scores or known_scores()
    mentions = list(mentions)
    parse, names = parse_from(tree), names_of(tree.tokens.text, mentions)
    called = called_by(parse, mentions, names, unnamed)
    words = [worded_event(parse, event, names, called) for event in events]
    setting = setting_of(parse, events, published)
    found = weighed(setting, words, models, scores)
    rows = [
        event._replace(weight=one.weight, why=one.why, event=str(events[one.leader].start))
        for event, one in zip(events, found, strict=True)
    ]
    tellings = {
        number: Found(one.telling, one.alike) for number, one in enumerate(found) if one.telling is not None
    }
    rows = with_days(rows, tree, setting, tellings, dates, models, scores.day)
    return in_fittest_words(parse, rows, words, called, wording or fitness_weights())
