"""Run the tests with exactly the lower bounds of pyproject.toml: python tests/reliability/bounds.py FOLDER

An environment is made in FOLDER for the Python that runs this file; then pytest runs in it.
"""

import os
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def lowest() -> list[str]:
    """List every requirement of users and tests with its lower bound as the version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    lines = project["dependencies"] + [line for name in ("notebooks", "test") for line in extras[name]]
    return [line.replace(">=", "==") for line in lines]


def main(folder: Path) -> int:
    """Make the environment and run pytest in it."""
    print(f"Python {sys.version.split()[0]} with {', '.join(lowest())}", flush=True)
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, *lowest(), "-e", ROOT], check=True)
    return subprocess.run([python, "-m", "pytest", *sys.argv[2:]], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
