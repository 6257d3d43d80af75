"""Make the shipped language models again: sentences.json, lemmas.tsv, lists.tsv, network.npz.

The same data gives the same bytes on the same kind of processor with the versions in constraints.txt; another
processor may round otherwise in the last digit, which moves no figure of the model card by more than 0.2.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from dateline.language.lemmas import LEMMAS
from dateline.language.network import MODEL
from dateline.language.sentences import PARAMETERS
from dateline.language.training.batches import SOURCES
from dateline.language.training.lemmas import train_lemmas
from dateline.language.training.prepare import prepare
from dateline.language.training.punkt import train_punkt

LISTS = MODEL.with_name("lists.tsv")
MEASURED = ["meantime_apple_dev"]  # names that the model is never shown, so that it can be measured on them


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m dateline.language.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the training data (treebank, names, text)")
    parser.add_argument(
        "--out", type=Path, default=MODEL.parent, help="where to write the models (default: in place)"
    )
    parser.add_argument(
        "--leave-out", nargs="*", default=MEASURED, metavar="SOURCE", help="name data kept to measure on"
    )
    parser.add_argument("--new-lists", action="store_true", help="compile lists.tsv again from lexicons/")
    parser.add_argument("--epochs", type=int, default=None)
    arguments = parser.parse_args()
    unknown = sorted(set(arguments.leave_out) - set(SOURCES))
    if unknown:
        parser.error(
            f"--leave-out {' '.join(unknown)}: not a source of names; choose from {', '.join(SOURCES[1:])}"
        )
    from dateline.language.training.fit import Settings, fit  # torch is needed from here on

    start = time.time()
    arguments.out.mkdir(parents=True, exist_ok=True)
    train_punkt(arguments.data, arguments.out / PARAMETERS.name)
    train_lemmas(arguments.data, arguments.out / LEMMAS.name)
    sources = tuple(s for s in SOURCES[1:] if s not in arguments.leave_out)
    prepared = Path("output/training/prepared.npz")
    lists = arguments.out / LISTS.name
    if arguments.new_lists:
        lists.unlink(missing_ok=True)
    elif not lists.exists():
        lists.write_bytes(LISTS.read_bytes())
    prepare(arguments.data, prepared, lists, sources)
    settings = Settings() if arguments.epochs is None else Settings(epochs=arguments.epochs)
    fit(prepared, settings).export(arguments.out / MODEL.name)
    print(
        f"wrote {PARAMETERS.name}, {LEMMAS.name}, {MODEL.name} to {arguments.out} in {time.time() - start:.0f} s"
    )


if __name__ == "__main__":
    main()
