"""Importing the package costs next to nothing, and its public names are there when asked for."""

import ast
import os
import subprocess
import sys
from inspect import getdoc, isclass, isfunction
from pathlib import Path

import pytest

import dateline

HEAVY = [
    "matplotlib",
    "pandas",
    "numpy",
    "scipy",
    "nltk",
    "pyarrow",
    "simplemma",
    "vaderSentiment",
    "tqdm",
    "trafilatura",
]


def test_import_loads_nothing_heavy():
    code = "import sys, dateline; print(sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not [name for name in HEAVY if f"'{name}'" in loaded]


def test_analysing_draws_nothing():
    code = (
        "import sys, dateline; dateline.analyze, dateline.read_articles; print('matplotlib' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "False\n"
    )


@pytest.mark.parametrize("name", dateline.__all__)
def test_public_name_is_there_and_explains_itself(name):
    thing = getattr(dateline, name)
    assert isfunction(thing) or isclass(thing)
    assert getdoc(thing)
    assert name in dir(dateline)


def test_dir_lists_the_public_names_and_nothing_else():
    code = "import dateline, dateline.five_ws; print(dir(dateline) == sorted(dateline.__all__))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "True\n"


def test_editors_see_every_public_name_without_running_code():
    stub = ast.parse(Path(dateline.__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    imports = [node for node in stub.body if isinstance(node, ast.ImportFrom)]
    seen = {(node.module, alias.name, alias.asname) for node in imports for alias in node.names}
    assert seen == {(module, name, name) for name, module in dateline._MODULE_OF.items()}


def test_unknown_name_says_which_there_are():
    with pytest.raises(AttributeError, match=r"public names are .*read_articles"):
        dateline.read_article  # noqa: B018


def test_names_survive_an_import_of_their_modules():
    code = (
        "import importlib, dateline\n"
        "for module in set(dateline._MODULE_OF.values()): importlib.import_module(module)\n"
        "print([name for name in dateline.__all__ if not callable(getattr(dateline, name))])"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )


def test_analysing_leaves_nothing_in_a_home_and_tells_nobody(tmp_path):
    """onnxruntime would keep an id of the machine there and report every session over the network."""
    code = (
        "import dateline; print(len(dateline.analyze('Ann Lie met Bo Dahl in Oslo on Monday.').mentions) > 0)"
    )
    home = {name: str(tmp_path) for name in ("HOME", "USERPROFILE", "XDG_CACHE_HOME", "LOCALAPPDATA")}
    told = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=told | home
    )
    assert done.stdout == "True\n"
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == []
