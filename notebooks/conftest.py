"""Under pytest-xdist the cells of one notebook stay together, as each needs those before it."""

import pytest


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Give whole files to the workers."""
    from xdist.scheduler import LoadFileScheduling

    return LoadFileScheduling(config, log)
