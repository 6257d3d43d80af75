"""Make the shipped language models again: sentences.json, lemmas.tsv, and the encoder with its heads.

The same data gives the same bytes on the same kind of processor with the versions in constraints.txt and as many
workers; another processor may round otherwise in the last digit.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from dateline.language.lemmas import LEMMAS
from dateline.language.sentences import PARAMETERS
from dateline.language.training.lemmas import train_lemmas
from dateline.language.training.punkt import train_punkt

MODELS = PARAMETERS.parent
MEASURED = ["GUM_news"]  # documents that the model is never shown, so that it can be measured on them


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m dateline.language.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the training data (treebank, names, text)")
    parser.add_argument(
        "--out", type=Path, default=MODELS, help="where to write the models (default: in place)"
    )
    parser.add_argument("--work", type=Path, default=Path("output/training"), help="where checkpoints go")
    parser.add_argument("--leave-out", nargs="*", default=MEASURED, metavar="PREFIX",
                        help="documents not to be shown, such as GUM_news, to be measured on")  # fmt: skip
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--workers", type=int, default=2, help="processes that share each step")
    parser.add_argument(
        "--encoder-only", action="store_true", help="leave sentences.json and lemmas.tsv as they are"
    )
    arguments = parser.parse_args()
    import torch.multiprocessing as processes  # torch is needed from here on

    from dateline.language.training.worker import fit

    start = time.time()
    for folder in (arguments.out, arguments.work):
        folder.mkdir(parents=True, exist_ok=True)
    if not arguments.encoder_only:
        train_punkt(arguments.data, arguments.out / PARAMETERS.name)
        train_lemmas(arguments.data, arguments.out / LEMMAS.name)
    with tempfile.TemporaryDirectory() as meeting:
        processes.spawn(fit, (arguments, f"{meeting}/meet"), nprocs=arguments.workers)
    from dateline.language.training.export import export
    from dateline.language.training.fit import Settings

    export(arguments.work, sum(part.epochs for part in Settings.rounds), arguments.out)
    print(f"wrote the models to {arguments.out} in {time.time() - start:.0f} s")


if __name__ == "__main__":
    main()
