"""What several test files share: the analysed articles of the bundle."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# the same examples on every run; HYPOTHESIS_PROFILE=search looks for new ones
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=500, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    return ROOT / "data" / "articles"


@pytest.fixture(scope="session")
def sample_tables(sample_folder):
    """Every table of the articles that the bundle brings."""
    from dateline.analysis import analyze

    return analyze(sample_folder)
