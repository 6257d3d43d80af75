"""What `make` says to somebody who has just arrived, with an interpreter that only pretends to install."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FIRST = [
    "First time: making an environment of its own in .venv (needs the network once, some minutes, about 1 GB).",
    "Nothing else on this machine is changed; make clean removes it again.",
    "The environment is ready. From now on no network is needed.",
]
PYTHON = """#!{python}
import pathlib, stat, sys
args = sys.argv[1:]
if args[0] == "-c":
    sys.version_info = {version}
    sys.argv = ["-c"]
    exec(args[1])
elif args[:2] == ["-m", "venv"]:
    copy = pathlib.Path(args[2], "bin", "python")
    copy.parent.mkdir(parents=True)
    copy.write_text(pathlib.Path(__file__).read_text())
    copy.chmod(0o755)
else:
    print("ran", *args)
"""

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make is not there")


@pytest.fixture
def make(tmp_path):
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path)

    def run(*words, version=(3, 12, 1)):
        python = tmp_path / "python"
        python.write_text(PYTHON.format(python=sys.executable, version=version))
        python.chmod(0o755)
        line = ["make", *words, f"PYTHON={python}"]
        clean = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("MAKE", "MFLAGS", "VENV"))
        }
        return subprocess.run(line, cwd=tmp_path, env=clean, capture_output=True, text=True, check=False)

    return run


def test_the_first_make_says_what_it_does_and_the_second_does_it_no_more(make):
    said = [
        line for line in make("charts").stdout.splitlines() if not line.startswith(("ran -m pip", ".venv/"))
    ]
    assert said[:3] == FIRST
    assert said[3].startswith("ran -m dateline charts data/articles --out charts")
    assert not set(FIRST) & set(make("charts").stdout.splitlines())


def test_make_alone_lists_what_can_be_made_and_installs_nothing(make, tmp_path):
    lines = make().stdout.splitlines()
    told = {line.split()[1]: " ".join(line.split()[2:]) for line in lines}
    assert told["lab"] == "open the notebooks in JupyterLab; your own articles go into my-articles/"
    assert {"charts", "test", "fuzz", "clean"} <= set(told) and all(told.values())
    assert not (tmp_path / ".venv").exists()


def test_an_old_python_is_told_so_before_anything_is_made(make, tmp_path):
    done = make("charts", version=(3, 10, 4))
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == (
        "dateline needs Python 3.11 or newer; this is 3.10. Name one: make PYTHON=python3.12"
    )
    assert not (tmp_path / ".venv").exists()
