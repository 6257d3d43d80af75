"""Run the notebooks again, in order, and keep their outputs; nothing that changes from run to run is kept.

python notebooks/execute.py              every notebook beside this file
python notebooks/execute.py 03_when.ipynb   only this one
"""

import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

HERE = Path(__file__).resolve().parent
SECONDS = 600  # for one cell


def main(names: list[str]) -> int:
    """Execute the named notebooks, or all; give back 1 if one fails or warns."""
    os.environ.pop("MPLBACKEND", None)  # a kernel shows charts only with its own backend
    paths = [HERE / Path(name).name for name in names] or sorted(HERE.glob("[0-9]*.ipynb"))
    failed = 0
    for path in paths:
        trouble = execute(path)
        print(f"{path.name}: {trouble or 'done'}", flush=True)
        failed += bool(trouble)
    print(f"{len(paths) - failed} of {len(paths)} notebooks executed")
    return 1 if failed else 0


def execute(path: Path) -> str:
    """Execute one notebook in place; say what went wrong, "" if nothing did."""
    notebook = nbformat.read(path, as_version=4)
    where = {"metadata": {"path": str(HERE)}}
    client = NotebookClient(
        notebook, timeout=SECONDS, kernel_name="python3", record_timing=False, resources=where
    )
    try:
        client.execute()
    except CellExecutionError as error:
        return f"stopped, file left as it was. {error}"
    tidy(notebook)
    nbformat.write(notebook, path)
    return next((f"cell {cell.id} wrote a warning: {words[:200]}" for cell, words in warnings(notebook)), "")


def tidy(notebook: nbformat.NotebookNode) -> None:
    """Keep source, outputs, ids and tags; drop versions and times, which differ between machines."""
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook.metadata = nbformat.from_dict({"kernelspec": kernel, "language_info": {"name": "python"}})
    for cell in notebook.cells:
        tags = cell.metadata.get("tags")
        cell.metadata = nbformat.from_dict({"tags": tags} if tags else {})
        for output in cell.get("outputs", []):  # a widget lives in its kernel only; its plain form is kept
            output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)


def warnings(notebook: nbformat.NotebookNode):
    """List the cells that wrote to stderr, with what they wrote."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.get("name") == "stderr":
                yield cell, output["text"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
