"""Grammar is the one room that spells the labels of relations; the others ask for subjects, objects, agents."""

import io
import tokenize
from pathlib import Path

import dateline
from dateline.grammar import relations as rel

SOURCE = Path(dateline.__file__).parent
# words that mean other things as well: a tag of a page, a style, a score of another tool
ELSEWHERE = {"mark", "case", "root", "list", "flat", "fixed", "compound", "neg", "dep", "orphan", "discourse"}
LABELS = {value for name, value in vars(rel).items() if name.isupper() and isinstance(value, str)} - ELSEWHERE
# rooms that still spell them; take one out when it is moved, put none in
STILL = {
    "coreference/discourse",
    "coreference/ranking",
    "coreference/referents",
    "coreference/signals",
    "coreference/speech",
    "coreference/suiting",
    "events/arguments",
    "events/attachment",
    "events/limits",
    "events/participants",
    "events/rows/clauses",
    "events/rows/told_signals",
    "events/rows/word_signals",
    "events/told_times",
}


def spelled(path: Path) -> set[str]:
    """Gather the labels that stand as strings in a module."""
    with path.open(encoding="utf-8") as file:
        tokens = tokenize.generate_tokens(io.StringIO(file.read()).readline)
        return {token.string.strip("\"'") for token in tokens if token.type == tokenize.STRING} & LABELS


def test_no_room_but_grammar_spells_the_labels_of_relations():
    rooms = {
        str(path.relative_to(SOURCE).with_suffix("")).replace("\\", "/")
        for path in SOURCE.rglob("*.py")
        if path.relative_to(SOURCE).parts[0] not in ("grammar", "language") and spelled(path)
    }
    assert rooms == STILL


def test_every_relation_has_one_name():
    names = [value for name, value in vars(rel).items() if name.isupper() and isinstance(value, str)]
    assert len(names) == len(set(names))
