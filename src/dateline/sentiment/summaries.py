"""Who speaks about whom in what tone, with counts and intervals; words held against deeds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dateline.timeline.copies import without_copies

_DRAWS, _SEED = 2000, 20211229
_FEWEST = 3  # under three items there is nothing to resample
_DONE = ("happened", "ongoing")
_COUNTS = ["n", "articles", "score", "low", "high", "negative", "neutral", "positive"]


def bootstrap_interval(values: Sequence[float], level: float = 0.95) -> tuple[float, float]:
    """Tell how far the mean of a few scores may lie off: the percentile bootstrap interval.

    Parameters
    ----------
    values : sequence of float
    level : float
        Share of resampled means inside the interval, between 0 and 1.

    Returns
    -------
    (low, high) : floats; (nan, nan) for fewer than three values

    Raises
    ------
    ValueError
        If `level` is not between 0 and 1.

    Notes
    -----
    Efron (1979); 2,000 draws with a fixed seed, so that the same values give the same interval.

    Examples
    --------
    >>> low, high = bootstrap_interval([-0.5, -0.4, -0.6, 0.1])
    >>> low < -0.35 < high
    True
    >>> bootstrap_interval([0.5, 0.7])
    (nan, nan)
    """
    if not 0 < level < 1:
        raise ValueError(f"bootstrap_interval: level is {level}; use a share between 0 and 1 such as 0.95.")
    data = np.sort(np.asarray(values, float))
    if len(data) < _FEWEST:
        return (float("nan"), float("nan"))
    rng = np.random.default_rng(_SEED)
    block = max(1, 2_000_000 // len(data))  # draws at a time, so that many values do not fill the memory
    means = [
        data[rng.integers(0, len(data), (min(block, _DRAWS - done), len(data)))].mean(axis=1)
        for done in range(0, _DRAWS, block)
    ]
    low, high = np.quantile(np.concatenate(means), [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def summarize_tone(
    sentiment: pd.DataFrame,
    by: str | Sequence[str] = "entity",
    unit: str = "mention",
    least: int = 1,
    articles: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Average the tone of one unit by speaker, entity, article or several of them, never without its n.

    Parameters
    ----------
    sentiment : DataFrame
        The sentiment table.
    by : str or sequence of str
        Columns to group by. Rows where one of them is "" are left out.
    unit : {"mention", "quote", "sentence"}
    least : int
        Groups with fewer rows are left out.
    articles : DataFrame, optional
        The articles table; with it the same text in several articles counts once.

    Returns
    -------
    DataFrame
        The `by` columns, then `n` rows, `articles` they come from, mean `score` in [-1, 1], `low` and
        `high` of its 95 % bootstrap interval (NaN under three rows), and how many rows are `negative`,
        `neutral`, `positive`. Most rows first, then in order of the `by` columns.
    """
    by = [by] if isinstance(by, str) else list(by)
    rows = _once(sentiment, articles)
    rows = rows[rows["unit"] == unit]
    for column in by:
        rows = rows[rows[column] != ""]
    return _averaged(rows, by, least)


def tone_matrix(
    sentiment: pd.DataFrame,
    entities: pd.DataFrame | None = None,
    level: str = "entity",
    least: int = 1,
    writer: str | None = None,
    articles: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Say in what tone each speaker talks about each entity, and on how many mentions that rests.

    Parameters
    ----------
    sentiment : DataFrame
        The sentiment table; its rows of unit mention are read.
    entities : DataFrame, optional
        The entities table; needed for `level="country"`.
    level : {"entity", "country"}
        "country" counts a person or organisation as its country: how do RUS and USA speak of each other.
    least : int
        Pairs with fewer mentions are left out.
    writer : str, optional
        A name for the articles' own voice, to have it as a speaker too; left out by default.
    articles : DataFrame, optional
        The articles table; with it the same text in several articles counts once.

    Returns
    -------
    DataFrame
        One row a pair: `speaker`, `entity`, n, articles, score, low, high, negative, neutral, positive as in
        `summarize_tone`. For a grid: `.pivot(index="speaker", columns="entity", values="score")`.
        What a speaker says of itself is kept (speaker == entity).

    Raises
    ------
    ValueError
        If `level` is unknown, or "country" is asked for without `entities`.

    Examples
    --------
    >>> rows = pd.DataFrame({"article": "a", "unit": "mention", "speaker": ["person:lee", "person:lee", ""],
    ...     "entity": "org:nato", "score": [-0.5, -0.7, 0.2], "label": ["negative", "negative", "positive"]})
    >>> tone_matrix(rows)[["speaker", "entity", "n", "score"]].round(2).to_dict("records")
    [{'speaker': 'person:lee', 'entity': 'org:nato', 'n': 2, 'score': -0.6}]
    """
    rows = _once(sentiment, articles)
    rows = rows[rows["unit"] == "mention"]
    own = rows["speaker"] == ""
    if level == "country":
        if entities is None:
            raise ValueError(
                'tone_matrix: level="country" needs the entities table; pass entities=tables.entities.'
            )
        country = dict(zip(entities["entity"], entities["country"], strict=True))
        rows = rows.assign(**{c: [country.get(e, "") for e in rows[c]] for c in ("speaker", "entity")})
    elif level != "entity":
        raise ValueError(f'tone_matrix: level is {level!r}; use "entity" or "country".')
    if writer is not None:
        rows = rows.assign(speaker=rows["speaker"].mask(own, writer))
    rows = rows[(rows["speaker"] != "") & (rows["entity"] != "")]
    return _averaged(rows, ["speaker", "entity"], least)


def deeds_against_words(
    events: pd.DataFrame, sentiment: pd.DataFrame, articles: pd.DataFrame, freq: str = "M"
) -> pd.DataFrame:
    """Put what is done and what is said side by side in time: mean of the events' and of the tones' scores.

    Parameters
    ----------
    events : DataFrame
        The events table: events that happened or go on, with a score and a first day, count in the period of
        that day. Filter it to follow one pair of actors.
    sentiment, articles : DataFrame
        Those tables: quotes count in the period their article was published. Filter by speaker likewise.
    freq : str
        A pandas period: "D", "W", "M", "Q", "Y".

    Returns
    -------
    DataFrame
        One row a period, in order of time: `first`, `last` (days, closed); `deeds`, `deeds_low`,
        `deeds_high`, `deeds_n` on the scale of the events' scores; `words`, `words_low`, `words_high`,
        `words_n` in [-1, 1]. Where nothing stands behind a mean it is NaN and n is 0.
    """
    done = events[events["status"].isin(_DONE) & events["score"].notna() & events["first"].notna()]
    said = _once(sentiment, articles)
    said = said[said["unit"] == "quote"]
    day = articles.set_index("article")["published"].reindex(said["article"])
    dated = day.notna().to_numpy()
    deeds = _by_period(done["first"], done["score"], freq)
    words = _by_period(day[dated], said["score"][dated], freq)
    out = pd.DataFrame(index=deeds.index.union(words.index).sort_values())
    for name, part in (("deeds", deeds), ("words", words)):
        part = part.reindex(out.index)
        out[name], out[f"{name}_low"], out[f"{name}_high"] = part["score"], part["low"], part["high"]
        out[f"{name}_n"] = part["n"].fillna(0).astype("int64")
    out.insert(0, "first", out.index.start_time.astype("datetime64[ms]"))
    out.insert(1, "last", out.index.end_time.normalize().astype("datetime64[ms]"))
    return out.reset_index(drop=True)


def _once(rows: pd.DataFrame, articles: pd.DataFrame | None) -> pd.DataFrame:
    """Leave out what stands in articles that repeat another's text, where it is known which do."""
    return rows if articles is None else without_copies(rows, articles)


def _by_period(days: pd.Series, scores: pd.Series, freq: str) -> pd.DataFrame:
    periods = pd.PeriodIndex(days.to_numpy("datetime64[ns]"), freq=freq)
    groups = scores.astype("float64").groupby(periods)
    rows = {key: (len(part), part.mean(), *bootstrap_interval(part)) for key, part in groups}
    index = pd.PeriodIndex(list(rows), freq=freq)
    return pd.DataFrame(list(rows.values()), index=index, columns=["n", "score", "low", "high"])


def _averaged(rows: pd.DataFrame, by: list[str], least: int) -> pd.DataFrame:
    out = []
    for key, group in rows.groupby(by, sort=True):
        if len(group) < least:
            continue
        counts = group["label"].value_counts()
        scores = group["score"].astype("float64")
        labels = [int(counts.get(label, 0)) for label in ("negative", "neutral", "positive")]
        out.append(
            (
                *key,
                len(group),
                group["article"].nunique(),
                scores.mean(),
                *bootstrap_interval(scores),
                *labels,
            )
        )
    table = pd.DataFrame(out, columns=[*by, *_COUNTS])
    return table.sort_values(["n", *by], ascending=[False, *[True] * len(by)], ignore_index=True)
