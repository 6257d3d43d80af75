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


def spelled(path: Path) -> set[str]:
    """Gather the labels that stand in a module as strings of their own or in a string of nothing but labels."""
    found: set[str] = set()
    with path.open(encoding="utf-8") as file:
        for token in tokenize.generate_tokens(io.StringIO(file.read()).readline):
            words = set(token.string.strip("\"'").split()) if token.type == tokenize.STRING else set()
            if words <= LABELS | ELSEWHERE:
                found |= words & LABELS
    return found


def test_no_room_but_grammar_spells_the_labels_of_relations():
    rooms = {
        str(path.relative_to(SOURCE).with_suffix("")).replace("\\", "/")
        for path in SOURCE.rglob("*.py")
        if path.relative_to(SOURCE).parts[0] not in ("grammar", "language") and spelled(path)
    }
    assert rooms == set()


def test_every_relation_has_one_name():
    names = [value for name, value in vars(rel).items() if name.isupper() and isinstance(value, str)]
    assert len(names) == len(set(names))
