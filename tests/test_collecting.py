"""Garbage is looked for less often inside, and as before outside: also where others set it, and in a forked process."""

import gc
import os
import threading

import pytest

from dateline import analysis, collecting
from dateline.collecting import OBJECTS, seldom_collecting
from dateline.processes import process_pool


@pytest.fixture(autouse=True)
def threshold():
    before = gc.get_threshold()
    gc.set_threshold(900, 7, 5)
    yield (900, 7, 5)
    gc.set_threshold(*before)


def test_the_last_to_leave_puts_back_what_the_first_found(threshold):
    with seldom_collecting():
        with seldom_collecting():
            assert gc.get_threshold() == (OBJECTS, 7, 5)
        assert gc.get_threshold() == (OBJECTS, 7, 5)
    assert gc.get_threshold() == threshold


@pytest.mark.parametrize("chosen", [(0, 7, 5), (1234, 6, 4), (OBJECTS * 2, 7, 5)])
def test_what_is_set_meanwhile_is_kept(chosen):
    with seldom_collecting():
        gc.set_threshold(*chosen)
    assert gc.get_threshold() == chosen


@pytest.mark.parametrize("chosen", [(0, 7, 5), (OBJECTS * 2, 7, 5)])
def test_who_collects_never_or_more_seldom_keeps_that(chosen):
    gc.set_threshold(*chosen)
    with seldom_collecting():
        assert gc.get_threshold() == chosen
    assert gc.get_threshold() == chosen


def test_nothing_is_put_back_between_the_articles_of_one_analysis(monkeypatch, threshold):
    seen = []
    step = analysis.analyze_article
    monkeypatch.setattr(
        analysis,
        "analyze_article",
        lambda *given, **named: seen.append(gc.get_threshold()[0]) or step(*given, **named),
    )
    analysis.analyze([{"text": "Lee resigned."}, {"text": "Roe was freed on Monday."}])
    assert seen == [OBJECTS, OBJECTS]
    assert gc.get_threshold() == threshold


def test_worker_processes_look_for_garbage_seldom():
    with process_pool(1) as pool:
        assert pool.submit(gc.get_threshold).result()[0] == OBJECTS


def in_a_fork(ask):
    """Ask in a forked process; give the answer, or -1 where it got none in ten seconds."""
    read, write = os.pipe()
    if not (child := os.fork()):
        answer = -1
        try:
            asked = threading.Thread(target=lambda: os.write(write, str(ask()).encode()), daemon=True)
            asked.start()
            asked.join(10)
            answer = 0 if not asked.is_alive() else 1
        finally:
            os._exit(answer)
    os.close(write)
    os.waitpid(child, 0)
    with os.fdopen(read) as told:
        return int(told.read() or -1)


def inside_and_out():
    with seldom_collecting():
        inside = gc.get_threshold()[0]
    return inside * 10_000 + gc.get_threshold()[0]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_process_forked_while_another_thread_is_inside_starts_anew():
    with seldom_collecting():
        assert in_a_fork(lambda: gc.get_threshold()[0]) == 900
        assert in_a_fork(inside_and_out) == OBJECTS * 10_000 + 900
    with collecting._lock:
        assert in_a_fork(inside_and_out) == OBJECTS * 10_000 + 900


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_who_is_inside_while_forking_leaves_in_both_processes():
    def leaving():
        collecting._leave()  # as at the end of "with", in the forked process
        return gc.get_threshold()[0]

    with seldom_collecting():
        assert in_a_fork(leaving) == 900
    assert gc.get_threshold() == (900, 7, 5)
