"""The report in a real browser: filters, evidence, keyboard, print, phone, hostile texts; `make browser-test`.

Needs Chromium (CHROMIUM names it) and the package playwright; axe-core is looked for where AXE says.
"""

import os
import shutil
from pathlib import Path

import pandas as pd
import pytest

from dateline.analysis import analyze
from dateline.reading import read_articles
from dateline.report import write_report

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(os.environ.get("AXE", "output/browser/package/axe.min.js"))
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium here")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
HOSTILE = (
    "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> Ann Lie met Bo Dahl on "
    "Monday.\n\n“<svg onload=document.title='owned'> We need time,” said Ann Lie in Oslo. Bo Dahl will resign on 3 May."
)


@pytest.fixture(scope="module")
def playwright():
    with sync_api.sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(playwright, tmp_path_factory):
    profile = tmp_path_factory.mktemp("profile")
    context = playwright.chromium.launch_persistent_context(profile, executable_path=CHROMIUM, args=FLAGS)
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture(scope="module")
def report(sample_tables, tmp_path_factory):
    return write_report(sample_tables, tmp_path_factory.mktemp("report") / "report.html")


@pytest.fixture
def page(browser, report):
    yield from opened(browser, report)


def opened(browser, path, width=1280):
    """Open a page; at the end nothing may have been asked of anybody, and nothing may have gone wrong."""
    page = browser.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    wrong = []
    page.on(
        "console",
        lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append("a dialog") or dialog.dismiss())
    page.on("request", lambda request: asked.append(request.url))
    asked = []
    page.goto(path.as_uri())
    yield page
    page.close()
    assert wrong == []
    assert [url for url in asked if not url.startswith("data:") and url != path.as_uri()] == []


def shown(page):
    return page.locator(".event:visible .what").all_inner_texts()


def test_filters_leave_what_they_ask_for(page, sample_tables):
    timeline = sample_tables.timeline.query("weight >= 0.5")
    assert len(shown(page)) == len(timeline)
    page.select_option("#who", label="NATO")
    with_nato = timeline[
        [
            ("org:nato" in f"{r.actors}; {r.targets}; {r.place}; {r.said_by}".split("; "))
            for r in timeline.itertuples()
        ]
    ]
    assert len(shown(page)) == len(with_nato) > 0
    assert page.inner_text("#count") == f"{len(with_nato)} of {len(timeline)} events"
    page.click("#everything")
    for status in ("happened", "ongoing", "hypothetical", "denied"):
        page.uncheck(f"[name=status][value={status}]")
    assert len(shown(page)) == (timeline["status"] == "planned").sum()
    page.click("#everything")
    page.fill("#from", "2022-01-01")
    page.fill("#to", "2022-01-11")
    inside = timeline[(timeline["last"] >= "2022-01-01") & (timeline["first"] <= "2022-01-11")]
    assert len(shown(page)) == len(inside)
    page.click("#everything")
    page.fill("#search", "geneva")
    assert len(shown(page)) > 0
    assert all(
        "geneva" in text.lower()
        for text in page.locator(".event:visible").evaluate_all("all => all.map(e => e.textContent)")
    )
    page.fill("#search", "no such words")
    assert shown(page) == [] and "No event fits" in page.inner_text(".nothing")


def test_a_click_opens_the_evidence_and_leads_to_its_place(page, sample_tables):
    row = sample_tables.timeline.iloc[0]
    text = sample_tables.articles["text"].iloc[0]
    button = page.locator(".event > button").first
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    evidence = page.locator(".event .evidence").first
    assert evidence.locator("blockquote").inner_text() == text[row["start"] : row["end"]]
    evidence.locator("a").click()
    here = "".join(page.locator(".here").evaluate_all("all => all.map(e => e.textContent)"))
    assert here.split() == text[row["start"] : row["end"]].split()
    assert page.locator(".here").first.evaluate(
        "e => { const b = e.getBoundingClientRect(); return b.top > 0 && b.bottom < innerHeight }"
    )


def test_the_keyboard_reaches_every_row(page):
    rows = page.locator(".event > button")
    rows.first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert rows.nth(1).get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert rows.nth(1).get_attribute("aria-expanded") == "false"
    page.keyboard.press("End")
    assert rows.last.evaluate("e => e === document.activeElement")
    assert page.locator(".event > button[tabindex='0']").count() == 1


def test_a_name_chosen_filters_and_a_second_time_shows_all(page):
    all_of_them = len(shown(page))
    page.click(".choose >> text=Antony Blinken")
    assert 0 < len(shown(page)) < all_of_them
    page.click(".choose >> text=Antony Blinken")
    assert len(shown(page)) == all_of_them
    page.locator(".place[data-choose]").first.focus()
    page.keyboard.press("Enter")
    assert len(shown(page)) < all_of_them


def test_marks_stand_where_their_days_are(page):
    """Earlier is further left, a month is wider than a day."""
    boxes = page.locator(".event:visible .bar:visible").evaluate_all(
        "all => all.map(e => [e.closest('.event').dataset.first, e.getBoundingClientRect().left])"
    )
    assert boxes == sorted(boxes) and len(boxes) >= 8
    assert page.locator(".axis span").count() >= 3


def test_hostile_titles_and_texts_stay_text(browser, tmp_path):
    frame = pd.DataFrame(
        {"article": ["a"], "title": [HOSTILE[:80]], "text": [HOSTILE], "published": ["2022-04-20"]}
    )
    path = write_report(analyze(read_articles(frame)), tmp_path / "report.html")
    for page in opened(browser, path):
        title = page.title()
        assert title.startswith("<script>")
        assert page.locator("img").count() == 1 and page.locator("script").count() == 1
        page.fill("#search", "<img src=x onerror=alert(1)>")
        page.click("#everything")
        page.locator(".event > button").first.click()
        assert page.title() == title != "owned"


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here; AXE names its axe.min.js")
@pytest.mark.parametrize("width", [1280, 375])
def test_axe_finds_nothing_serious(browser, report, width):
    for page in opened(browser, report, width):
        page.locator(".event > button").first.click()
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        bad = [
            (one["id"], one["impact"], [node["html"][:120] for node in one["nodes"][:3]])
            for one in found["violations"]
            if one["impact"] in ("serious", "critical", "moderate")
        ]
        assert bad == []


def test_it_fits_a_phone(browser, report):
    for page in opened(browser, report, width=375):
        assert page.evaluate("document.documentElement.scrollWidth") == 375
        page.locator(".event > button").nth(3).click()
        assert page.locator(".evidence:visible").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") == 375


def test_paper_gets_the_still_picture(page):
    page.emulate_media(media="print")
    assert page.locator(".still").is_visible() and not page.locator(".chart").is_visible()
    assert page.locator(".still").evaluate("e => e.naturalWidth") > 500
    assert not page.locator("#filters").is_visible()
    assert page.pdf().startswith(b"%PDF")


def test_without_a_script_everything_can_be_read(playwright, report, tmp_path):
    context = playwright.chromium.launch_persistent_context(
        tmp_path / "profile", executable_path=CHROMIUM, args=FLAGS, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(report.as_uri())
    assert page.locator(".evidence:visible").count() == page.locator(".event").count() > 0
    assert not page.locator("#filters").is_visible()
    context.close()
