"""What several test files share: the analysed articles of the bundle."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    return ROOT / "data" / "articles"


@pytest.fixture(scope="session")
def sample_tables(sample_folder):
    """Every table of the articles that the bundle brings."""
    from dateline.analysis import analyze

    return analyze(sample_folder)
