"""JupyterLab, started as `make lab` does, in a headless Chromium: what a newcomer sees, looked at and measured.

python tests/browser/lab.py [FOLDER]   pictures go to FOLDER (default: output/browser)

Opens 01 untrusted and reads it, then runs 01 and 05 from first cell to last and uses the explorer. Ends with a list of
what was found, and with 1 if anything is wrong.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, TimeoutError, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
SIZE = {"width": 1400, "height": 1000}
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
TOKEN = "look"


def main(pictures: Path) -> int:
    """Look at every page; give back 1 if anything is wrong."""
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if chromium is None:
        print("no Chromium here; on Debian or Ubuntu: sudo apt-get install chromium. Nothing was looked at.")
        return 0
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        bundle = copy_of_bundle(Path(place) / "bundle")
        with lab(bundle, Path(place)) as address, sync_playwright() as playwright:
            context = playwright.chromium.launch_persistent_context(
                f"{place}/browser", executable_path=chromium, headless=True, args=FLAGS, viewport=SIZE
            )
            page = context.new_page()
            errors: list[str] = []
            outside: list[str] = []
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.on(
                "request", lambda request: outside.append(request.url) if address not in request.url else None
            )
            checks = [
                *untrusted(page, address, pictures),
                *run(page, address, "01_read_an_article", pictures, 1),
            ]
            checks += run(page, address, "05_your_own_articles", pictures, 5)
            checks += explored(page, pictures)
            away = [url for url in outside if url.startswith(("http:", "https:", "ws:"))]
            checks.append(("no request leaves the machine", [url for url in away if "127.0.0.1" not in url]))
            checks.append(("no error of the page", errors))
            context.close()
    for what, wrong in checks:
        print(f"{'WRONG' if wrong else 'right'}  {what}" + (f": {wrong}" if wrong else ""))
    print(f"{sum(not wrong for _, wrong in checks)} of {len(checks)} right; pictures in {pictures}")
    return 1 if any(wrong for _, wrong in checks) else 0


def copy_of_bundle(folder: Path) -> Path:
    """Copy what a newcomer has, so that nothing here is changed."""
    for part in ("notebooks", "data", "charts", "docs"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    (folder / "my-articles").mkdir()
    return folder


@contextlib.contextmanager
def lab(bundle: Path, place: Path) -> Iterator[str]:
    """Start JupyterLab with the settings of `make lab` and a home of its own, where no notebook is trusted yet."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {name: str(place / name.lower()) for name in ("HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR")}
    settings = {
        "JUPYTER_CONFIG_PATH": str(bundle / "notebooks" / ".lab"), "JUPYTER_PLATFORM_DIRS": "1", "TZ": "UTC",
        "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": "0",
    }  # fmt: skip
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", f"--port={port}", "--allow-root",
        f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={bundle}",
    ]  # fmt: skip
    log = (place / "lab.log").open("wb")
    process = subprocess.Popen(command, env=os.environ | own | settings, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"{address}/api?token={TOKEN}", timeout=2)
                break
            time.sleep(0.1)
        else:
            raise RuntimeError((place / "lab.log").read_text())
        yield address
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
        log.close()


Checks = list[tuple[str, object]]


def opened(page: Page, address: str, notebook: str) -> None:
    page.goto(f"{address}/lab/tree/notebooks/{notebook}.ipynb?token={TOKEN}&reset", timeout=180_000)
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=180_000)
    quiet(page)


def quiet(page: Page) -> None:
    """Wait until the kernel is there and nothing runs."""
    page.wait_for_selector(".jp-StatusBar-Widget >> text=/\\| Idle/", timeout=300_000)
    page.wait_for_selector(
        ".jp-Notebook-ExecutionIndicator[data-status=idle]", state="attached", timeout=300_000
    )
    page.wait_for_function(
        "() => ![...document.querySelectorAll('.jp-InputPrompt')].some(p => p.innerText.includes('*'))",
        timeout=300_000,
    )


def untrusted(page: Page, address: str, pictures: Path) -> Checks:
    """Read notebook 01 as it comes, before anything has been run."""
    page.goto(f"{address}/lab?token={TOKEN}", timeout=300_000)
    page.wait_for_selector(".jp-DirListing-itemText", timeout=300_000)
    page.wait_for_timeout(3000)
    page.screenshot(path=pictures / "lab.png")
    files = page.locator(".jp-DirListing-itemText").all_inner_texts()
    opened(page, address, "01_read_an_article")
    page.wait_for_timeout(3000)
    page.screenshot(path=pictures / "01-opened.png")
    popups = page.locator(".jp-Dialog, .Toastify__toast").all_inner_texts()
    dirty = page.locator(".jp-mod-dirty").count()
    marked = page.locator(".dateline-article").first
    marked.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    page.screenshot(path=pictures / "01-untrusted.png")
    words = marked.inner_text()
    told = ["Thursday [2021-12-30]", "[planned]", "[Joe Biden]", "[US government]"]
    style = "e => getComputedStyle(e).getPropertyValue"
    mark = marked.locator("mark").first
    tint = mark.evaluate(f"{style}('background-color')")
    line = marked.locator("span.event").first.evaluate(f"{style}('border-bottom-style')")
    return [
        ("01 opens without a popup", popups),
        ("01 is not unsaved when it is opened", ["dirty"] * dirty),
        (
            "the folder my-articles is in sight",
            [] if "my-articles" in files or "notebooks" in files else files,
        ),
        ("untrusted: labels stand in brackets, apart", [label for label in told if label not in words]),
        ("untrusted: the tint of names survives", [] if tint in TINTS else tint),
        ("untrusted: the line of events survives", [] if line in ("solid", "dashed", "dotted") else line),
        ("untrusted: paragraphs are kept", [] if words.count("\n") > 10 else words.count("\n")),
        *legible(page, "untrusted 01"),
    ]


TINTS = ("rgb(207, 228, 243)", "rgb(251, 230, 184)", "rgb(201, 236, 224)", "rgb(242, 220, 234)")


def legible(page: Page, what: str) -> Checks:
    """Measure the tables that are on the page."""
    found = page.locator(".jp-OutputArea-output table")
    aligned, broken, wide = [], [], []
    for number in range(found.count()):
        table = found.nth(number)
        table.scroll_into_view_if_needed()
        aligned += table.evaluate(
            "t => [...t.querySelectorAll('td')].filter(c => /[a-z]{3}/.test(c.innerText) && "
            "!['left', 'start', '-webkit-left'].includes(getComputedStyle(c).textAlign)).map(c => c.innerText)"
        )[:3]
        broken += table.evaluate(
            "t => [...t.querySelectorAll('td')].filter(c => /^\\d{4}-\\d\\d-\\d\\d$/.test(c.innerText) && "
            "c.clientHeight > 60 && c.getClientRects().length && (() => {const r = document.createRange(); "
            "r.selectNodeContents(c); return r.getClientRects().length > 1})()).map(c => c.innerText)"
        )[:3]
        width = table.evaluate("t => t.getBoundingClientRect().width")
        if width > SIZE["width"]:
            wide.append(f"table {number}: {width:.0f} px")
    return [
        (f"{what}: there are tables", [] if found.count() else "none"),
        (f"{what}: texts stand on the left", aligned),
        (f"{what}: no day is broken", broken),
        (f"{what}: no table is wider than the window", wide),
    ]


def run(page: Page, address: str, notebook: str, pictures: Path, charts: int) -> Checks:
    """Run a notebook by the menu, from the first cell to the last, and scroll through it."""
    opened(page, address, notebook)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.wait_for_timeout(3000)
    quiet(page)
    prompts, wrong, seen = [], [], 0
    cells = page.locator(".jp-Notebook .jp-Cell")
    for number in range(cells.count()):
        cells.nth(number).scroll_into_view_if_needed()
        page.wait_for_timeout(150)
        page.screenshot(path=pictures / f"{notebook[:2]}-{number:02}.png")
    page.wait_for_timeout(500)
    for number in range(cells.count()):
        cell = cells.nth(number)
        cell.scroll_into_view_if_needed()
        wrong += cell.locator("[data-mime-type='application/vnd.jupyter.stderr']").all_inner_texts()
        wrong += cell.locator("[data-mime-type='application/vnd.jupyter.error']").all_inner_texts()
        seen += cell.locator(".jp-OutputArea-output img").count()
        prompts += cell.locator(".jp-InputArea-prompt").all_inner_texts()
    ran = [prompt for prompt in prompts if prompt.strip() and any(c.isdigit() for c in prompt)]
    return [
        (f"{notebook}: every cell was run", [] if len(ran) > 5 and "[*]:" not in prompts else prompts),
        (f"{notebook}: no error, no warning", wrong),
        (f"{notebook}: {charts} pictures", [] if seen == charts else seen),
        *legible(page, notebook),
    ]


def explored(page: Page, pictures: Path) -> Checks:
    """Choose, search and click in the explorer of 05, as a reader does with the mouse."""
    box = page.locator(".jp-OutputArea-output:has(.widget-select-multiple)").first
    cells = page.locator(".jp-Notebook .jp-Cell")
    for number in range(cells.count()):  # JupyterLab makes a cell only when it comes into sight
        cells.nth(number).scroll_into_view_if_needed()
        page.wait_for_timeout(300)
        if box.count():
            break
    else:
        return [("explorer: its fields are there", "none")]
    box.scroll_into_view_if_needed()
    events = box.locator(".widget-select:not(.widget-select-multiple) select")
    sentence, rows = box.locator("mark").first, events.locator("option")
    all_of_them, wrong = rows.all_inner_texts(), []
    page.screenshot(path=pictures / "05-explorer.png")

    def after(what: str, left: str) -> None:
        """Wait until the page shows what a choice must leave; note it where that never comes."""
        try:
            page.wait_for_function(left, timeout=20_000)
        except TimeoutError:
            wrong.append(what)
        page.screenshot(path=pictures / f"05-explorer-{what.replace(' ', '-')}.png")

    select = ".widget-select:not(.widget-select-multiple) option"
    listed = f"[...document.querySelectorAll('{select}')].map(o => o.text.replaceAll('\\u00a0', ' '))"
    before = sentence.inner_text()
    events.select_option(index=4)
    after("a click", f"() => document.querySelector('mark').innerText !== {json.dumps(before)}")
    shown = sentence.inner_text()
    box.locator(".widget-dropdown select").select_option(label="NATO")
    after("a name", f"() => {{const n = {listed}.length; return n > 0 && n < {len(all_of_them)}}}")
    box.locator(".widget-dropdown select").select_option(label="everybody")
    after("everybody", f"() => {listed}.length === {len(all_of_them)}")
    first, last = (box.locator(".widget-datepicker input").nth(number) for number in (0, 1))
    first.fill("2022-01-10")
    after("a first day", f"() => {listed}.length && {listed}.every(o => /^([0-9]+ )?January 2022 /.test(o))")
    last.fill("2022-01-11")
    after("a last day", f"() => {listed}.length === 2 && {listed}[1].startsWith('10 January 2022')")
    first.fill("")
    last.fill("2021-06-30")
    after("only a last day", f"() => {listed}.length && {listed}.every(o => /^(April|June) 2021 /.test(o))")
    last.fill("")
    after("no days", f"() => {listed}.length === {len(all_of_them)}")
    box.locator(".widget-select-multiple select").select_option(label="planned")
    after("a status", f"() => {listed}.length && {listed}.every(o => o.includes('· planned ·'))")
    box.locator(".widget-text input").fill("geneva")
    box.locator(".widget-text input").press("Enter")
    after("a search", f"() => {listed}.length && {listed}.every(o => o.includes('planned'))")
    after("its sentence", "() => document.querySelector('mark').innerText.toLowerCase().includes('geneva')")
    return [
        ("explorer: there are events", [] if len(all_of_them) > 10 else all_of_them),
        (
            "explorer: a click shows the sentence in its place",
            [] if len(shown) > 20 and shown != before else shown,
        ),
        ("explorer: name, days, status and search are followed", wrong),
    ]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "output/browser")))
