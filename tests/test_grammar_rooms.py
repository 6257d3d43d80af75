"""Grammar is the one room that spells the labels of relations; the others ask for subjects, objects, agents."""

import ast
import io
import tokenize
from pathlib import Path

import dateline
from dateline.grammar import relations as rel

SOURCE = Path(dateline.__file__).parent
# words that mean other things as well: a tag of a page, a style, a score of another tool
ELSEWHERE = {"mark", "case", "root", "list", "flat", "fixed", "compound", "neg", "dep", "orphan", "discourse"}
LABELS = {value for name, value in vars(rel).items() if name.isupper() and isinstance(value, str)} - ELSEWHERE

COLUMNS = {"head", "relation", "children"}
PARSES = {"tokens", "t", "tree", "parse", "phrases"}
STEPPING = {
    "evaluation/language",  # grades the columns themselves
    "events/rows/syntax",  # makes a tree of a tree
}


def spelled(path: Path) -> set[str]:
    """Gather the labels that stand in a module as strings of their own or in a string of nothing but labels."""
    found: set[str] = set()
    with path.open(encoding="utf-8") as file:
        for token in tokenize.generate_tokens(io.StringIO(file.read()).readline):
            words = set(token.string.strip("\"'").split()) if token.type == tokenize.STRING else set()
            if words <= LABELS | ELSEWHERE:
                found |= words & LABELS
    return found


def stepping(path: Path) -> set[int]:
    """List the lines that read heads, relations or dependents from the columns of a parse."""
    lines = set()
    asked = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            asked.add(node.func)
        if isinstance(node, ast.Attribute) and node not in asked and node.attr in COLUMNS:
            of = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            if of in PARSES:
                lines.add(node.lineno)
        if isinstance(node, ast.Subscript) and getattr(node.value, "attr", "") in COLUMNS:
            lines.add(node.lineno)
    return lines


def rooms_that(find) -> set[str]:
    """Name the modules outside grammar and its language where something is found."""
    return {
        str(path.relative_to(SOURCE).with_suffix("")).replace("\\", "/")
        for path in SOURCE.rglob("*.py")
        if path.relative_to(SOURCE).parts[0] not in ("grammar", "language") and find(path)
    }


def test_no_room_but_grammar_spells_the_labels_of_relations():
    assert rooms_that(spelled) == set()


def test_no_room_but_grammar_steps_through_the_heads_of_a_parse():
    assert rooms_that(stepping) == STEPPING


def test_stepping_is_told_from_asking(tmp_path):
    path = tmp_path / "room.py"
    lines = ["tree.governor(1)", "mention.head", "tree.relation(1)", "t.head[1]", "x.tree.children"]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert stepping(path) == {4, 5}


def test_every_relation_has_one_name():
    names = [value for name, value in vars(rel).items() if name.isupper() and isinstance(value, str)]
    assert len(names) == len(set(names))
