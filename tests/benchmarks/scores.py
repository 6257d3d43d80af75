"""Every gold set at hand, scored in one go: `make scores GOLD=folder` writes scores.md beside this file.

GOLD holds gold sets in JSON Lines and, in its folder `scorers`, the scorers. Goals are the project's own; peers were
measured with the same scorers on the same texts. `--only task` scores one task.
"""

from __future__ import annotations

import csv
import io
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from dateline.evaluation.events import events_of, status_scores, time_scores
from dateline.evaluation.run import predictor, read_gold
from dateline.events import trigger_training
from dateline.events.rows.training import left_out

REPORT = Path(__file__).with_name("scores.md")
NAMES = {"types": "PERSON,ORG,PLACE"}


class Row(NamedTuple):
    """A figure: its task, gold file, scorer and options, where it stands in the scorer's result, goal and peer."""

    task: str
    file: str
    scorer: str
    options: dict
    figure: str
    goal: float | None = None
    peer: str = ""


HEIDELTIME = "HeidelTime {}"
TRACKER = "GenderGapTracker {}"
ROWS = (
    Row("dates", "dates.jsonl", "dates", {}, "strict.f1", 87, HEIDELTIME.format(84.1)),
    Row("dates", "dates.jsonl", "dates", {}, "relaxed.f1", 94, HEIDELTIME.format(92.1)),
    Row("dates", "dates.jsonl", "dates", {}, "value.f1", 84, HEIDELTIME.format(77.4)),
    Row("dates", "meantime.jsonl", "dates", {}, "strict.f1"),
    Row("dates", "meantime.jsonl", "dates", {}, "value.f1"),
    Row("dates", "gum_news.jsonl", "dates", {}, "strict.f1"),
    Row("dates", "gum_news.jsonl", "dates", {}, "value.f1"),
    Row("names", "meantime.jsonl", "ner", {"named": True, **NAMES}, "overlap.f1", 92, "spaCy small 89.2"),
    Row("names", "ner_uner_ewt_dev.jsonl", "ner", NAMES, "overlap.f1", 75, "spaCy small 65.9"),
    Row("names", "gum_news.jsonl", "ner", {"named": True, "use_name": True, **NAMES}, "overlap.f1", 78, "spaCy 69.7"),
    Row("names", "ner_conll_testa.jsonl.gz", "ner", {}, "overlap.f1", 80, "spaCy small 72.4"),
    Row("quotes", "quotes.jsonl.gz", "quotes", {}, "direct.content.exact.f1", 70, "regular expression 31.9"),
    Row("quotes", "quotes.jsonl.gz", "quotes", {}, "direct.content.partial.f1", 90, "regular expression 68.2"),
    Row("quotes", "quotes.jsonl.gz", "quotes", {}, "direct.source.partial.f1", 80),
    Row("quotes", "quotes.jsonl.gz", "quotes", {}, "content.partial.f1", 75, TRACKER.format(49)),
    Row("quotes", "quotes.jsonl.gz", "quotes", {}, "source.partial.f1", 72, TRACKER.format(48)),
    Row("quotes", "quotes.jsonl.gz", "quotes", {}, "cue.partial.f1", 65, TRACKER.format(44)),
    Row("events", "events.jsonl", "events", {}, "strict.f1", 87, "every spaCy verb 78.4"),
    Row("events", "events.jsonl", "events", {}, "class.f1", 76, "every spaCy verb 56.8"),
    Row("coded", "coded_events.jsonl", "coded", {"scheme": "2021"}, "type.f1", 65, "UniversalPetrarch 43"),
    Row("coded", "coded_events.jsonl", "coded", {"scheme": "2021"}, "triple.f1", 45, "UniversalPetrarch 22"),
    Row("rows", "timeline_rows.jsonl", "rows", {}, "rows.f1", 84, "root verbs of spaCy small 55.3"),
    Row("rows", "timeline_rows.jsonl", "rows", {}, "stands.f1", 66, "root verbs of spaCy small 34.8"),
    Row("rows", "timeline_rows.jsonl", "rows", {}, "full.f1", 54, "root verbs of spaCy small 11.8"),
    Row("rows", "timeline_rows.jsonl", "rows", {}, "lead", 82, "root verbs of spaCy small 50.0"),
    Row("plover_sentences", "plover_sentences.jsonl", "plover_sentences", {}, "accuracy", 76, "ZSP 76.0"),
    Row("order", "order.jsonl", "order", {}, "accuracy", 70, "order of the text 57.7"),
    Row("roles", "meantime.jsonl", "roles", {}, "unlabelled.f1"),
    Row("roles", "meantime.jsonl", "roles", {}, "labelled.f1"),
    Row("timelines", "timelines.jsonl", "timelines", {}, "events.f1"),
    Row("timelines", "timelines.jsonl", "timelines", {}, "event_order.f1"),
    Row("timelines", "timelines.jsonl", "timelines", {}, "order.f1"),
    Row("fivew", "fivew.jsonl", "fivew", {}, "mean.p_at_1", 60, "first name, title, first date 42"),
    Row("sentiment", "sentiment_dev_rw.jsonl", "sentiment", {}, "macro_f1", 78, "VADER 50.8"),
    Row("sentiment", "sentiment_dev_mt.jsonl", "sentiment", {}, "macro_f1", 74, "VADER 52.6"),
)  # fmt: skip


# the package's weights and counts were learned on all articles of these gold sets
PREDICTORS = {"rows": left_out, "events": trigger_training.left_out}


def looked_up(result: dict, figure: str) -> float:
    """Find a figure such as "direct.content.exact.f1" in a scorer's result."""
    for key in figure.split("."):
        result = result[key]
    return 100 * result


# measured by this package: the scorers know no such task
OWN = {
    "events.jsonl": (time_scores, ("side", "dated", "dated_wrong")),
    "meantime.jsonl": (status_scores, ("agreement",)),
}


def own_lines(folder: Path) -> Iterator[str]:
    """Hold status and days of events against the gold's links to days and its attributes (see `evaluation.events`)."""
    for file, (measure, figures) in OWN.items():
        if (folder / file).is_file():
            gold = read_gold(folder / file)
            found = {line["id"]: events_of(line) for line in gold}
            scores = measure(gold, found)
            for figure in figures:
                yield f"| event times | {file} | {len(gold)} | {figure} | {100 * scores[figure]:.1f} |  |  |"


def main(folder: Path, only: str = "") -> None:
    """Predict and score every gold set that lies in the folder."""
    if not (folder / "scorers").is_dir():
        sys.exit(
            f"{folder}: no folder `scorers` there. Name the folder of the gold sets: make scores GOLD=folder"
        )
    sys.path.insert(0, str(folder / "scorers"))
    lines = [
        "# Scores on gold sets",
        "",
        f"`make scores GOLD=folder`, {time.strftime('%Y-%m-%d')}; per cent. Events and rows: with counts "
        "and weights made without the article's fold. The texts behind dates, events, rows and quotes were looked at "
        "to find classes of errors.",
        "",
        "| task | gold set | n | figure | dateline | goal | peer on the same texts |",
        "|---|---|---|---|---|---|---|",
    ]
    predicted: dict[tuple[str, str], tuple[list, list]] = {}
    for row in ROWS:
        if not (folder / row.file).is_file() or only not in ("", row.task):
            continue
        key = row.task, row.file
        if key not in predicted:
            gold, predict = read_gold(folder / row.file), PREDICTORS.get(row.task)
            predicted[key] = gold, predict(folder / row.file) if predict else predictor(row.task)(gold)
        result = import_module(row.scorer).score(*predicted[key], **row.options)
        value = looked_up(result, row.figure)
        goal = "" if row.goal is None else f"{row.goal:.0f}"
        count = len(predicted[key][0])
        lines.append(
            f"| {row.task} | {row.file} | {count} | {row.figure} | {value:.1f} | {goal} | {row.peer} |"
        )
        print(lines[-1], flush=True)
    for line in own_lines(folder) if only in ("", "events") else ():
        lines.append(line)
        print(line, flush=True)
    if not only:
        REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for path in SHEETS:
            path.write_text(sheet_of(REPORT.read_text(encoding="utf-8")), encoding="utf-8")


# What a figure answers, in a reader's words; figures without such words stand in scores.md alone.
QUESTIONS = {
    ("dates", "dates.jsonl", "strict.f1"): "A date is found, with the right words",
    ("dates", "dates.jsonl", "value.f1"): "A date means the right day or interval",
    ("names", "meantime.jsonl", "overlap.f1"): "A name is found",
    ("quotes", "quotes.jsonl.gz", "direct.content.partial.f1"): "What is said between marks is found",
    ("quotes", "quotes.jsonl.gz", "content.partial.f1"): "What is said, with or without marks, is found",
    ("quotes", "quotes.jsonl.gz", "source.partial.f1"): "Who says it is found",
    ("events", "events.jsonl", "strict.f1"): "A word that tells an event is found",
    ("events", "events.jsonl", "class.f1"): "An event has the right class",
    ("coded", "coded_events.jsonl", "type.f1"): "A political event has the right type",
    ("coded", "coded_events.jsonl", "triple.f1"): "A political event is between the right countries",
    (
        "timelines",
        "timelines.jsonl",
        "order.f1",
    ): "The events of one person or firm over several articles are in order",
    ("fivew", "fivew.jsonl", "mean.p_at_1"): "Who, what, when, where, why, how: the first answer is right",
    ("sentiment", "sentiment_dev_rw.jsonl", "macro_f1"): "The tone toward a name is right",
    ("event times", "events.jsonl", "side"): "An event lies on the right side of publication",
    ("event times", "events.jsonl", "dated_wrong"): "An event has a wrong day (less is better)",
}
# one for readers, one inside the package for the report
SHEETS = tuple(
    Path(__file__).resolve().parents[2] / place / "scores.csv" for place in ("data", "src/dateline/report")
)


def sheet_of(report: str) -> str:
    """Turn the table of scores.md into a sheet: question, gold set, n, figure, dateline, peer and its score."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["question", "task", "gold", "n", "figure", "dateline", "peer", "peer_score"])
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in report.splitlines()
        if line.startswith("| ")
    ]
    for task, gold, n, figure, ours, _, peer in rows[1:]:
        name, _, score = peer.rpartition(" ")
        writer.writerow([QUESTIONS.get((task, gold, figure), ""), task, gold, n, figure, ours, name, score])
    return out.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[3] if sys.argv[2:3] == ["--only"] else "")
