"""The environment for conda users agrees with pyproject.toml and constraints.txt."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
LINE = re.compile(r"^  - ([a-z0-9_-]+)(?:=(\S+))?$", re.MULTILINE)
CONDA = {"duckdb": "python-duckdb"}  # packages that conda-forge calls otherwise
EXTRAS = ("notebooks", "test")


def conda():
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    usual = {conda: pypi for pypi, conda in CONDA.items()}
    return {usual.get(name, name): pin for name, pin in LINE.findall(text.partition("dependencies:")[2])}


def required():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = project["dependencies"] + [
        line for extra in EXTRAS for line in project["optional-dependencies"][extra]
    ]
    return project["requires-python"], [Requirement(line) for line in lines]


def test_both_ask_for_the_same_packages():
    assert set(conda()) - {"python", "pip"} == {canonicalize_name(wanted.name) for wanted in required()[1]}


@pytest.mark.parametrize("wanted", required()[1], ids=lambda wanted: wanted.name)
def test_pin_is_a_minor_version_that_pyproject_allows(wanted):
    pin = conda()[canonicalize_name(wanted.name)]
    assert re.fullmatch(r"\d+\.\d+", pin)
    assert wanted.specifier.contains(f"{pin}.99")


def test_python_is_one_that_pyproject_allows():
    assert Requirement(f"python{required()[0]}").specifier.contains(conda()["python"])


def test_onnxruntime_is_new_enough_for_the_norms_of_the_graph():
    graph = (ROOT / "src/dateline/language/models/encoder.onnx").read_bytes()
    needed = (
        "1.30" if b"LayerNormalization" in graph else "1.21"
    )  # the one step for it differs in older releases
    (bound,) = (wanted.specifier for wanted in required()[1] if wanted.name == "onnxruntime")
    assert Version(str(bound).removeprefix(">=")) >= Version(needed)


def test_pins_are_the_versions_of_constraints():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    exact = dict(line.split("==") for line in lines if re.match(r"[\w.-]+==", line))
    exact = {canonicalize_name(name): Version(version.split()[0]) for name, version in exact.items()}
    other = {
        name: f"{pin} here, {exact[name]} in constraints.txt"
        for name, pin in conda().items()
        if name in exact and pin != f"{exact[name].major}.{exact[name].minor}"
    }
    assert not other


def test_it_ends_in_the_package_itself():
    assert (
        (ROOT / "environment.yml").read_text(encoding="utf-8").endswith("  - pip\n  - pip:\n      - -e .\n")
    )
