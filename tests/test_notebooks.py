"""Notebooks stay thin, plain and reproducible; `make test` runs them under nbval, this looks at their make."""

import ast
import re
from pathlib import Path

import nbformat
import pytest

FOLDER = Path(__file__).resolve().parents[1] / "notebooks"
PATHS = sorted(FOLDER.glob("[0-9]*.ipynb"))
NAMES = ["01_read_an_article", "02_who", "03_when", "04_what_is_said", "05_your_own_articles"]
MANY = ["06_one_story", "07_many_articles"]
LAST = ["08_how_right_is_it"]
TOO_MUCH = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.While, ast.If, ast.Try, ast.With,
    ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp,
)  # fmt: skip


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def python(cell):
    return "\n".join(line for line in cell.source.splitlines() if not line.startswith("%"))


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def test_the_notebooks_are_there():
    assert [path.stem for path in PATHS] == NAMES + MANY + LAST


def test_cells_only_import_call_filter_and_plot(notebook):
    for cell in code(notebook):
        tree = ast.parse(python(cell))
        assert not [node for node in ast.walk(tree) if isinstance(node, TOO_MUCH)], cell.id
        imported = re.findall(r"^(?:import|from) (\w+)", cell.source, re.M)
        assert set(imported) <= {"dateline", "duckdb", "matplotlib", "pandas"}, cell.id
        assert len(cell.source.splitlines()) <= 12, cell.id


def test_chart_cells_end_with_show_and_show_one_picture(notebook):
    for cell in code(notebook):
        if re.search(r"^(?:dateline\.)?plot_", cell.source, re.M):
            assert cell.source.rstrip().endswith("plt.show()"), cell.id
            assert ["image/png" in output.get("data", {}) for output in cell.outputs] == [True], cell.id


def test_headings_are_plain_questions(notebook):
    headings = [
        line
        for cell in notebook.cells
        if cell.cell_type == "markdown"
        for line in cell.source.splitlines()
        if line.startswith("#")
    ]
    assert len(headings) >= 5
    assert [line for line in headings if not line.endswith("?")] == []


def test_outputs_are_committed_and_hold_no_error_no_warning_no_address(notebook):
    cells = code(notebook)
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    for cell in cells:
        for output in cell.outputs:
            assert output.output_type != "error" and output.get("name") != "stderr", cell.id
            words = str(output.get("data", {}).get("text/plain", "")) + str(output.get("text", ""))
            assert not re.search(r"0x[0-9a-f]{6}|dtype:|/(?:home|root|tmp)/", words), cell.id


def test_nothing_that_changes_from_run_to_run_is_kept(notebook):
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert dict(notebook.metadata.language_info) == {"name": "python"}
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9-]{3,64}", one) for one in ids)  # names, not random digits
    assert all(set(cell.metadata) <= {"tags"} for cell in notebook.cells)


def test_only_the_one_on_own_articles_takes_parameters():
    tagged = {
        path.stem: [
            cell.source
            for cell in nbformat.read(path, as_version=4).cells
            if "parameters" in cell.metadata.get("tags", [])
        ]
        for path in PATHS
    }
    own = "05_your_own_articles"
    assert [name for name, cells in tagged.items() if cells] == [own]
    assert len(tagged[own]) == 1 and "source =" in tagged[own][0]


@pytest.mark.parametrize("name", NAMES + MANY + LAST)
def test_a_notebook_shows_a_picture_first_and_ends_with_a_try(name):
    notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
    assert notebook.cells[0].source.startswith("# ") and notebook.cells[0].source.splitlines()[0].endswith(
        "?"
    )
    shown = [
        kind
        for cell in code(notebook)
        for output in cell.outputs
        for kind in output.get("data", {})
        if kind in ("image/png", "text/html")
    ]
    setup = 1 if name.startswith(("05", "06", "07")) else 0  # these list first what was read
    assert shown[setup] == "image/png"
    tries = [cell for cell in notebook.cells[-3:] if cell.source.startswith("## Want to try it on your own?")]
    assert len(tries) == 1


def test_tables_are_legible_in_every_notebook(notebook):
    """`%load_ext dateline` puts texts left and keeps days whole; no slug is shown where a name can be."""
    cells = code(notebook)
    assert any("%load_ext dateline" in cell.source for cell in cells[:2])
    for cell in cells:
        for output in cell.outputs:
            assert not re.search(
                r"<td[^>]*>(?:person|org|place):", output.get("data", {}).get("text/html", "")
            ), cell.id
