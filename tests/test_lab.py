"""`make lab`: a notebook that is only opened is not changed, and no news are fetched."""

import asyncio
import json
import shutil
from pathlib import Path

import pytest
from traitlets.config import PyFileConfigLoader

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
SETTINGS = NOTEBOOKS / ".lab"


@pytest.fixture
def config():
    return PyFileConfigLoader("jupyter_server_config.py", path=str(SETTINGS)).load_config()


def test_a_notebook_comes_with_this_kernel_and_is_saved_as_it_was(config, tmp_path):
    from ipykernel.ipkernel import IPythonKernel

    path = NOTEBOOKS / "01_read_an_article.ipynb"
    shutil.copy(path, tmp_path)
    manager = config.ServerApp.contents_manager_class(root_dir=str(tmp_path))
    model = asyncio.run(manager.get(path.name))
    assert model["content"]["metadata"]["language_info"] == IPythonKernel.language_info
    config.FileContentsManager.pre_save_hook(model=model, path=path.name, contents_manager=manager)
    assert model["content"]["metadata"] == json.loads(path.read_text(encoding="utf-8"))["metadata"]


def test_no_news_and_no_updates_are_asked_for():
    names = ("page_config.json", "default_setting_overrides.json")
    pages, settings = (json.loads((SETTINGS / "labconfig" / name).read_text()) for name in names)
    assert pages == {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}
    assert settings["@jupyterlab/apputils-extension:notification"] == {
        "fetchNews": "false",
        "checkForUpdates": False,
    }
