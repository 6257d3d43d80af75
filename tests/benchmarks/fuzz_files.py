"""Read mutated files of every kind: each ends in articles or in a message, never in a traceback.

Run as `make fuzz-files`, or `python tests/benchmarks/fuzz_files.py NUMBER SEED`.
"""

from __future__ import annotations

import collections
import random
import sys
import time
import traceback
from pathlib import Path

from dateline.problems import Problem
from dateline.reading.files import from_source
from dateline.reading.rows import rows_of
from dateline.reading.sources import source_of_bytes

FILES = Path(__file__).resolve().parent.parent / "files"
SPICE = (
    b"\0",
    b"\xff",
    b'"',
    b"<",
    b">",
    b"{",
    b"[",
    b"&#x110000;",
    b"\n",
    b"\r",
    b"%00",
    b"--",
    b"9" * 30,
    b"\xf0\x9f\x98\x80",
)


def mutated(data: bytes, dice: random.Random) -> bytes:
    """Flip, cut, double, move and spice some bytes."""
    out = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 4, 16))):
        if not out:
            break
        at = dice.randrange(len(out))
        length = min(len(out) - at, dice.choice((1, 2, 8, 64, 512)))
        match dice.randrange(6):
            case 0:
                out[at] = dice.randrange(256)
            case 1:
                del out[at : at + length]
            case 2:
                out[at:at] = out[at : at + length]
            case 3:
                out[at:at] = dice.choice(SPICE) * dice.choice((1, 1, 50))
            case 4:
                del out[at:]
            case 5:
                piece = out[at : at + length]
                del out[at : at + length]
                where = dice.randrange(len(out) + 1)
                out[where:where] = piece
    return bytes(out)


def main(number: int = 50_000, seed: int = 0) -> int:
    dice = random.Random(seed)
    files = sorted(path for path in FILES.iterdir() if path.is_file() and path.suffix != ".py")
    kinds: collections.Counter[str] = collections.Counter()
    failures = slow = 0
    for count in range(number):
        path = files[count % len(files)]
        name = path.name if dice.random() < 0.9 else dice.choice(files).name
        data = mutated(path.read_bytes(), dice)
        began = time.process_time()
        try:
            for found in rows_of(from_source(source_of_bytes(name, name, data))):
                kinds["problem" if isinstance(found, Problem) else "article"] += 1
                if isinstance(found, Problem) and found.reason.startswith("is damaged"):
                    kinds[f"damaged {name}: {found.reason[:70]}"] += 1
        except Exception:
            failures += 1
            traceback.print_exc()
        if time.process_time() - began > 10:
            slow += 1
            print(f"slow: {name}, input {count} of seed {seed}", flush=True)
    print(f"{number} mutated files: {failures} uncaught, {slow} took over 10 s of processor time")
    print(f"{kinds['article']} articles, {kinds['problem']} messages")
    for kind, times in kinds.most_common(12)[2:]:
        print(f"  {times} {kind}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
