"""Count Punkt's parameters on open text and write them as JSON.

Its sentence starters are left out: learned from briefings, they end a sentence between "U.S." and "President". Where an
abbreviation may end a sentence the encoder decides.
"""

from __future__ import annotations

import json
from pathlib import Path

from dateline.language.abbreviations import ABBREVIATIONS
from dateline.language.training.corpora import open_lines

CHARACTERS = 4_000_000  # of each text; more changes nothing that can be measured


def train_punkt(data: Path, file: Path) -> None:
    """Write abbreviations, collocations and spelling contexts to `file`."""
    from nltk.tokenize.punkt import PunktTrainer

    trainer = PunktTrainer()
    for name in ("us_state_department", "us_white_house"):
        lines, size = [], 0
        for line in open_lines(data / "text" / f"{name}.txt.gz"):
            if not line.startswith("# "):
                lines.append(line)
                size += len(line)
                if size > CHARACTERS:
                    break
        trainer.train("\n".join(lines), finalize=False)
    trainer.finalize_training()
    found = trainer.get_params()
    # what Punkt takes for an abbreviation is kept when it looks like one: initials and acronyms with stops
    kept = {
        a
        for a in found.abbrev_types
        if ("." in a and a.replace(".", "").isalpha()) or (len(a) == 1 and a.isalpha())
    }
    stored = {
        "abbreviations": sorted(kept | {a.lower() for a in ABBREVIATIONS}),
        "collocations": sorted(list(pair) for pair in found.collocations),
        "contexts": {w: n for w, n in sorted(found.ortho_context.items()) if w.isalpha()},
    }
    file.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
