"""`make fuzz` runs as it is: damaged files of every kind and made-up texts, and a run goes on where it was."""

import importlib.util
import json
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent / "reliability" / "fuzz.py"


@pytest.fixture
def fuzz(tmp_path):
    spec = importlib.util.spec_from_file_location("fuzz", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.OUT = tmp_path
    return module


def test_every_known_kind_of_file_is_damaged(fuzz):
    kinds = {kind for kind, _ in fuzz.seeds()}
    assert {".txt", ".html", ".docx", ".xlsx", ".csv", ".jsonl", ".parquet", ".eml", ".warc", ".pdf"} <= kinds


def test_all_damaged_inputs_are_caught_and_counted(fuzz, tmp_path):
    assert fuzz.main(60, 7) == 0
    assert fuzz.main(100, 7) == 0
    assert json.loads((tmp_path / "seed-7.json").read_text()) == {"done": 100, "uncaught": []}
