"""The pages say what the tables hold, and what the README shows is what comes out."""

import re
import tomllib
from pathlib import Path

import pytest

from dateline.tables import COLUMNS

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted((ROOT / "docs").glob("*.md"))


@pytest.mark.parametrize("table", list(COLUMNS))
def test_the_page_of_a_table_names_its_columns_and_no_others(table):
    page = (ROOT / "docs" / f"{table}.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z_, ]+) \| (?:text|date|integer|number|yes or no)", page, re.M)
    named = [column for row in rows for column in row.split(", ")]
    assert sorted(named) == sorted(COLUMNS[table])


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md"], ids=lambda path: path.name)
def test_links_and_pictures_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target


def test_the_readme_shows_what_its_lines_give(monkeypatch, capsys):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    monkeypatch.chdir(ROOT)
    examples = re.findall(r"```python\n(.*?)```\n+```text\n(.*?)```", readme, re.S)
    assert examples
    for lines, shown in examples:
        exec(compile(lines, "README.md", "exec"), {})
        printed = capsys.readouterr().out
        assert [line.rstrip() for line in printed.splitlines()] == [
            line.rstrip() for line in shown.splitlines()
        ]


def test_the_changelog_tells_each_release_in_short_lines():
    lines = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 120] == []
    releases = [line for line in lines if line.startswith("## ")]
    assert releases[0] == "## Unreleased"
    assert all(re.fullmatch(r"## \d+\.\d+\.\d+ \(\d{4}-\d\d-\d\d\)", line) for line in releases[1:])
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert releases[1].startswith(f"## {version} ")
    kinds = {line for line in lines if line.startswith("### ")}
    assert kinds <= {"### Added", "### Changed", "### Fixed"}
