"""Measure one task: predictions by our own modules, figures by the scorers that lie beside the gold set."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import dateline.evaluation
from dateline.problems import UnreadableError

_MODULES = {"ner": "names"}  # task as the scorers call it -> our module, where the two differ
ARTICLES = "timeline_docs.jsonl"  # the articles that lines of timelines name, beside their gold
EVENTS = "events.jsonl"  # the texts of lines of order
_SCORERS = {module: task for task, module in _MODULES.items()}


def evaluate(task: str, gold: Path, out: Path | None = None, options: Sequence[str] = ()) -> int:
    """Write the predictions of a task on a gold set, and score them where scorers are at hand.

    Parameters
    ----------
    task : str
        A module of this package with a function `predict`; names may be called ner, as the scorers do.
    gold : path
        JSON Lines, also gzipped, as the scorers of the task read them.
    out : path, optional
        File for the predictions; output/predictions/TASK-GOLD.jsonl when left out.
    options : list of "name=value"
        Passed on to the scorer.

    Returns
    -------
    int
        0, or the exit status of the scorer. Coreference is scored by this package; other scorers are not part
        of this bundle: if the gold's folder has
        a folder `scorers` with a score.py, that is run; if not, only the predictions are written.

    Raises
    ------
    UnreadableError
        For an unknown task or a gold set that can't be read.
    """
    predict = predictor(task)
    lines = read_gold(gold)
    out = out or Path("output/predictions") / f"{task}-{gold.name.split('.')[0]}.jsonl"
    out.parent.mkdir(parents=True, exist_ok=True)
    predicted = predict(lines)
    write_lines(predicted, out)
    print(f"{len(lines)} gold lines -> predictions in {out}", flush=True)
    own = getattr(import_module(predict.__module__), "score", None)
    if own:  # measured here: the gold set's scorers know no such task
        for name, value in own(lines, predicted).items():
            print(f"{name:44s} {value:.4f}" if isinstance(value, float) else f"{name:44s} {value}")
        return 0
    status = scored(task, gold, out, *options)
    if status is None:
        print(f"No figures: the scorers are not part of dateline, and {gold.parent / 'scorers'} has none.")
    return status or 0


def write_lines(predicted: Iterable[dict], out: Path) -> None:
    """Write predictions as JSON Lines, as the scorers read them."""
    lines = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in predicted)
    out.write_text(lines, encoding="utf-8")


def scored(task: str, gold: Path, out: Path, *options: str) -> int | None:
    """Run the scorer beside the gold set on predictions: its exit status, None where there is no scorer."""
    scorer = gold.resolve().parent / "scorers" / "score.py"
    if not scorer.is_file():
        return None
    given = [_SCORERS.get(task, task), str(gold), str(out), *options]
    return subprocess.run([sys.executable, str(scorer), *given], check=False).returncode


def tasks() -> list[str]:
    """List the tasks that can be measured."""
    names = [module.name for module in iter_modules(dateline.evaluation.__path__) if module.name != "run"]
    return [name for name in names if hasattr(import_module(f"dateline.evaluation.{name}"), "predict")]


def predictor(task: str) -> Callable[[list[dict]], list[dict]]:
    """Give the function that predicts a task's lines."""
    task = _MODULES.get(task, task)
    module = None
    if any(found.name == task for found in iter_modules(dateline.evaluation.__path__)):
        module = import_module(f"dateline.evaluation.{task}")
    if module is None or not hasattr(module, "predict"):
        raise UnreadableError(f"no task {task!r}", f"Tasks are {', '.join(tasks())}.")
    return module.predict


def read_gold(path: Path) -> list[dict]:
    """Read gold lines from JSON Lines, also gzipped; lines that only name articles get their texts from beside."""
    lines = _read_lines(path)
    if any(
        "spans" in line and "text" not in line for line in lines
    ):  # order of events, on the texts of another set
        texts = {article["id"]: article for article in _read_lines(path.with_name(EVENTS))}
        return [{**texts[line["id"]], **line} for line in lines]
    if not any("docs" in line for line in lines):
        return lines
    articles = {article["doc_id"]: article for article in _read_lines(path.with_name(ARTICLES))}
    return [{**line, "texts": {name: articles[name] for name in line["docs"]}} for line in lines]


def _read_lines(path: Path) -> list[dict]:
    try:
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    except (OSError, EOFError, UnicodeDecodeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error).splitlines()[0]
        raise UnreadableError(
            f"{path}: {reason}", "Name a gold set in JSON Lines (.jsonl or .jsonl.gz)."
        ) from None
