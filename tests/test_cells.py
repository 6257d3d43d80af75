"""Lists stay lists from step to step: only the shell of a table joins them, and only who reads a table parts them."""

import ast
from pathlib import Path

import pytest

import dateline
from dateline.cells import BETWEEN, all_listed, listed
from steps import run_steps

SOURCE = Path(dateline.__file__).parent
# what reads rows of a table: a mention of the timeline, the rows of one name, the acts of an analysed article
SHELLS = {"timeline/tellings.py", "timeline/asking.py", "events/coded.py"}


def calls(path):
    """Give the name of every function that a module calls, with its first argument where that is written out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            given = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else None
            yield getattr(node.func, "attr", getattr(node.func, "id", "")), given


def modules():
    return {path.relative_to(SOURCE).as_posix(): path for path in SOURCE.rglob("*.py")}


def test_one_module_knows_how_a_cell_is_parted():
    parting = {
        name
        for name, path in modules().items()
        if any(called in ("split", "rsplit") and given == BETWEEN for called, given in calls(path))
    }
    assert parting == set()


def test_events_and_timeline_part_a_cell_only_where_they_read_a_table():
    reading = {
        name
        for name, path in modules().items()
        if name.startswith(("events/", "timeline/"))
        and any(called in (listed.__name__, all_listed.__name__) for called, _ in calls(path))
    }
    assert reading == SHELLS


@pytest.mark.parametrize(
    ("field", "text", "entities"),
    [
        ("actor", "Chad and Mali met envoys of Togo on Monday.", ("place:chad", "place:mali")),
        ("target", "Chad met envoys of Togo and Niger on Monday.", ("place:togo", "place:niger")),
        ("place", "The ministers met in Oslo and Bergen on Monday.", ("place:oslo", "place:bergen")),
    ],
)
def test_an_event_lists_who_and_where(field, text, entities):
    (met,) = (event for event in run_steps(text).events if event.text == "met")
    assert getattr(met, field) == entities
