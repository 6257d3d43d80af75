"""From a source of any size to a folder of tables, going on where an earlier run stopped."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from dateline.corpus.crew import Crew, Lost, Task, of_this_engine
from dateline.corpus.ending import known_entities, known_story
from dateline.corpus.items import Item, chunks, count_articles, items_of, place_of, read_items
from dateline.corpus.links import write_copies, write_rows
from dateline.corpus.parts import ARTICLES, Part, nothing_read, parts_of
from dateline.corpus.progress import Progress
from dateline.corpus.shelf import CorpusShelf
from dateline.corpus.store import CorpusError, Store
from dateline.corpus.whole import count_entities, tell_story
from dateline.corpus.work import Output, analyse_part
from dateline.corrections.knowledge import Knowledge, Sheet, knowledge_of
from dateline.problems import FAILED, Problem, problem_table, warn_of
from dateline.reading.columns import checked
from dateline.reading.gather import Wishes
from dateline.reading.rows import Row, default_day

__all__ = ["Corpus", "CorpusError", "analyze_corpus"]


class Corpus(NamedTuple):
    """A corpus that is done: folder, articles, inputs that failed, articles without a day, rows of each table.

    `unfit` are lines of aliases and corrections that changed nothing, each with the reason.
    """

    folder: Path
    articles: int
    failed: int
    undated: int
    rows: dict[str, int]
    unfit: tuple[Problem, ...] = ()


def analyze_corpus(
    source: object,
    folder: str | Path,
    *,
    workers: int | None = None,
    client: object = None,
    published: object = None,
    columns: Mapping[str, str] | None = None,
    follow: bool = False,
    private: bool = False,
    aliases: Sheet = None,
    corrections: Sheet = None,
    tokens: bool = True,
    articles_a_part: int = ARTICLES,
    count_copies: bool = False,
    again: bool = False,
    progress: bool = False,
) -> Corpus:
    """Analyse any number of articles into a folder of Parquet files; a run that was stopped goes on.

    The source is read as a stream and cut into parts of whole articles. A part is on disk whole or not at all, so
    after Ctrl-C, kill -9, a lost worker or a full disk the same call goes on where it stopped: nothing is lost,
    doubled or analysed twice. The bytes are the same whatever the number of workers. An article adds a kB of memory.

    Parameters
    ----------
    source : path, pattern, frame, iterable of records or of these
        What `read_articles` reads, and read as it does; JSON Lines, CSV, TSV, Parquet and WARC files of any size,
        also packed or in a zip, are streamed.
    folder : path
        New, empty, or the one of the run to go on with. `read_tables(folder, where=...)` reads from it.
    workers : int, optional
        Processes on this machine; all cores if left out, with 1 this very process. A script that asks for several
        must call under `if __name__ == "__main__":`.
    client : dask.distributed.Client, optional
        A Dask cluster that does the work instead (`pip install "dateline[cluster]"`). Only this process writes files.
    published : date or str, optional
        Publication date of the articles that bring none.
    columns, follow, private
        As in `read_articles`: which column holds what, whether to read the pages at addresses, and inside the own
        network too.
    aliases, corrections
        As in `analyze`. Where lines change, the parts that they concern are analysed again, and no others.
    tokens : bool
        Keep the tokens table, by far the largest.
    articles_a_part : int
        How many articles a part holds at most. A run that is killed loses the parts under way.
    count_copies : bool
        Count each of several articles with the same text; left out, they count once, as in `analyze`.
    again : bool
        Start over where the folder was begun by another version or with other options; else it is refused.
    progress : bool
        Show a bar, or one line a minute where there is no terminal.

    Returns
    -------
    Corpus
        Folder, number of articles, of failures (listed in failures.csv) and of articles without a day of publication,
        rows of each table.

    Warns
    -----
    ProblemWarning
        A line of aliases or corrections fits no text.

    Raises
    ------
    UnreadableError
        A ValueError: the source holds nothing that can be read, or aliases or corrections make no sense.
    CorpusError
        A ValueError: the folder was begun by another version or with other options.
    OutputError
        A ValueError: the folder holds something else.
    OSError
        The disk is full, or a file can't be written; start again with the same call once that is mended.
    """
    if articles_a_part < 1:
        raise CorpusError(f"articles_a_part={articles_a_part}: a part holds at least one article.")
    options = {
        "published": "" if published is None else str(published),
        "tokens": tokens,
        "part": articles_a_part,
        "count_copies": count_copies,
    }
    wishes, default = Wishes(checked(columns), follow, private), default_day(published)
    knowledge = knowledge_of(aliases, corrections)
    store = Store(folder)
    store.begin(options, source if isinstance(source, list | tuple) else [source], again=again)
    bar = Progress(count_articles(source) if progress else None, shown=progress)
    try:
        with Crew(workers, client) as crew:
            parts = parts_of(_found(source, wishes, default, crew), articles_a_part, knowledge)
            _analyse(parts, store, crew, bar, tokens)
            _finish(store, crew, bar, knowledge, count_copies)
    finally:
        bar.close()
    told = store.manifest()
    unfit = [Problem(**line) for line in told["unfit"]]
    warn_of(unfit, "analyze_corpus")
    counts = (told["rows"]["articles"], told["failed"], told["undated"])
    return Corpus(store.folder, *counts, told["rows"], tuple(unfit))


def _found(source: object, wishes: Wishes, default: date | None, crew: Crew) -> Iterator[Row | Problem]:
    """Read the source in the workers, a few chunks ahead, in its own order."""
    waiting: deque[Task] = deque()
    for chunk in chunks(items_of(source, wishes)):
        waiting.append(crew.submit(read_items, chunk, wishes, default))
        if len(waiting) >= crew.limit:
            yield from _read(waiting.popleft(), crew)
    while waiting:
        yield from _read(waiting.popleft(), crew)


def _read(task: Task, crew: Crew) -> Iterator[Row | Problem]:
    try:
        yield from crew.result(task)
    except Lost:
        items, *how = task.given
        for item in items:
            yield from _read_alone(item, how, crew)


def _read_alone(item: Item, how: list, crew: Crew) -> list[Row | Problem]:
    try:
        return crew.result(crew.submit(read_items, [item], *how))
    except Lost:
        reason = "ended the process that read it, twice (memory?)"
        where, line = place_of(item)
        return [Problem(FAILED, reason, "Leave it out, or cut it into smaller files.", where, line)]


def _analyse(parts: Iterator[Part], store: Store, crew: Crew, bar: Progress, tokens: bool) -> None:
    """Give out the parts that are not done yet, as many at once as keep everybody busy, and write what comes."""
    under_way: dict[Task, Part] = {}
    count, articles, last = 0, 0, problem_table([])

    def collect() -> None:
        for task in crew.first_done(list(under_way)):
            part = under_way.pop(task)
            output = _output(task, part, crew, tokens)
            of_this_engine(output.engine)
            store.put(part, output)
            bar.add(len(part.articles))

    for part in parts:
        count, articles = count + 1, articles + len(part.articles)
        last = part.problems if len(part.problems) else last
        if store.has(part):
            bar.add(len(part.articles), before=True)
            continue
        while len(under_way) >= crew.limit:
            collect()
        under_way[_submit(part, crew, tokens)] = part
    while under_way:
        collect()
    if not articles:
        raise nothing_read(last)
    store.check_end(count)


def _submit(part: Part, crew: Crew, tokens: bool, lost: tuple[str, ...] = ()) -> Task:
    how = {"lost": lost, "tokens": tokens, "knowledge": part.knowledge}
    return crew.submit(analyse_part, part.articles, part.problems, **how)


def _output(task: Task, part: Part, crew: Crew, tokens: bool) -> Output:
    """Wait for a part; where it ended its worker twice, find the article that does and do the others."""
    try:
        return crew.result(task)
    except Lost:
        lost = tuple(name for name in part.articles["article"] if _is_lost(part, name, crew))
    try:
        return crew.result(_submit(part, crew, tokens, lost))
    except Lost:
        raise CorpusError(
            f"workers die over and over at the articles from {part.articles['article'].iloc[0]!r} on, though each "
            "alone can be done: memory is short. Take fewer workers or smaller parts; what is done is kept."
        ) from None


def _is_lost(part: Part, article: str, crew: Crew) -> bool:
    one = part.articles[part.articles["article"] == article].reset_index(drop=True)
    try:
        crew.result(crew.submit(analyse_part, one, problem_table([]), knowledge=part.knowledge))
        return False
    except Lost:
        return True


def _finish(store: Store, crew: Crew, bar: Progress, knowledge: Knowledge, count_copies: bool) -> None:
    if store.is_whole(knowledge):
        return
    store.reopen()
    with store.scratch() as scratch, CorpusShelf(scratch / "rows.sqlite") as shelf:
        bar.step("counting entities")
        count_entities(store, shelf, scratch)
        verdict = known_entities(store, shelf, knowledge)
        bar.step("building the timeline")
        if not count_copies:
            write_copies(store, scratch)
        story = tell_story(store, shelf, crew)
        rows, unfit = known_story(store, shelf, crew, story, knowledge, verdict)
        write_rows(store, rows, shelf)
        store.finish(shelf, unfit, knowledge)
