"""The page in a real browser: Debian's Chromium through Playwright, skipped where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from paged import TOKEN, demand, open_site, served

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; .ci/run installs it")

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update",
         "--disable-sync"]  # fmt: skip
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
NARROW = ("/", "/articles/desak", "/events", "/events/1", "/dyads", "/network", "/read")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as run:
        made = run.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield made
        made.close()


@pytest.fixture(scope="module")
def address(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    copy = shutil.copy(filled, tmp_path_factory.mktemp("browser") / "salinan.sqlite")
    with served(open_site(Path(copy))) as url:
        yield url


@pytest.fixture
def tab(browser: Any, address: str) -> Iterator[Any]:
    """A tab that must load nothing from elsewhere and complain of nothing."""
    context = browser.new_context(base_url=address, locale="en-GB", viewport={"width": 1200, "height": 800})
    made = context.new_page()
    foreign: list[str] = []
    complaints: list[str] = []
    made.on("request", lambda r: foreign.append(r.url) if not r.url.startswith((address, "data:")) else None)
    made.on("pageerror", lambda error: complaints.append(str(error)))
    made.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    yield made
    context.close()
    assert foreign == []
    assert complaints == []


@pytest.fixture
def unscripted(browser: Any, address: str) -> Iterator[Any]:
    context = browser.new_context(base_url=address, locale="en-GB", java_script_enabled=False)
    yield context.new_page()
    context.close()


def paste(tab: Any, text: str) -> None:
    tab.goto("/read")
    tab.get_by_label("Text of the article").fill(text)
    tab.get_by_role("button", name="Read", exact=True).click()


def test_a_pasted_article_is_marked_and_a_mark_leads_to_its_card(tab: Any) -> None:
    paste(tab, demand().article.text)
    tab.locator("a.m.event", has_text="menekan").click()
    card = tab.locator("#c-e2")
    assert tab.url.endswith("#c-e2")
    assert "hypothetical" in card.inner_text()
    assert tab.locator("#c-e1 .nested #c-e2").count() == 1


def test_a_dropped_file_fills_the_box(tab: Any, tmp_path: Path) -> None:
    file = tmp_path / "berita.txt"
    file.write_text(demand().article.text, encoding="utf-8")
    tab.goto("/read")
    tab.locator("input[type=file]").set_input_files(file)
    tab.wait_for_function("document.querySelector('textarea').value.includes('mendesak')")


def test_a_statement_leads_to_its_article(tab: Any) -> None:
    tab.goto("/statements")
    tab.get_by_label("Words").fill("balas")
    tab.get_by_role("button", name="Filter").click()
    tab.get_by_role("link", name="China tuduh AS menyadap").click()
    assert "/articles/satu#c-s1" in tab.url
    assert tab.locator("#c-s1").is_visible()


def test_a_dyad_is_drawn_and_filtered(tab: Any) -> None:
    tab.goto("/dyads/CHN/USA")
    tab.wait_for_selector(".plot svg [aria-roledescription]", timeout=40_000)
    assert tab.locator(".plot svg").count() == 3
    tab.get_by_label("Since").fill("2026")
    tab.get_by_role("button", name="Filter").click()
    tab.get_by_text("Nothing here.").first.wait_for()
    assert "menuduh" not in tab.locator(".lines").or_(tab.locator(".none")).first.inner_text()


def test_an_editor_corrects_an_event(tab: Any) -> None:
    tab.goto("/edit")
    tab.get_by_label("Token").fill(TOKEN)
    tab.get_by_role("button", name="Start editing").click()
    tab.goto("/articles/empat")
    tab.get_by_role("link", name="Correct").first.click()
    tab.get_by_label("Type").select_option("CONSULT")
    tab.get_by_role("button", name="Save changes").click()
    assert "consult" in tab.locator("#c-e1 h3").inner_text()
    tab.goto("/events?type=CONSULT")
    assert tab.get_by_text("corrected").count() == 1


def test_language_and_theme_change(tab: Any) -> None:
    tab.goto("/events")
    tab.get_by_label("Language").select_option("id")
    tab.wait_for_selector("html[lang=id]")
    assert tab.locator("h1").inner_text() == "Peristiwa"
    tab.get_by_label("Tampilan").select_option("dark")
    tab.wait_for_selector("html[data-theme=dark]")
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 22, 26)"


def test_paper_has_the_record_and_not_the_controls(tab: Any) -> None:
    tab.goto("/events")
    tab.emulate_media(media="print")
    assert not tab.locator("nav").is_visible()
    assert not tab.locator(".filters").is_visible()
    assert tab.locator(".event-line").first.is_visible()
    assert tab.pdf()[:5] == b"%PDF-"


def test_the_keyboard_reaches_the_content_first(tab: Any) -> None:
    tab.goto("/events")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"


def test_it_all_works_without_scripts(unscripted: Any) -> None:
    paste(unscripted, demand().article.text)
    assert unscripted.locator("#c-e1 .nested #c-e2").count() == 1
    unscripted.goto("/dyads/CHN/USA")
    unscripted.locator("summary").first.click()
    assert unscripted.get_by_role("cell", name="China → United States").first.is_visible()
    unscripted.goto("/network")
    assert unscripted.locator("svg.network").is_visible()


def test_a_telephone_needs_no_sideways_scrolling(tab: Any) -> None:
    tab.set_viewport_size({"width": 360, "height": 700})
    for path in NARROW:
        tab.goto(path)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360, path


@pytest.mark.parametrize(
    ("theme", "paths"),
    [
        ("light", ("/", "/articles/desak", "/events/1", "/dyads/CHN/USA", "/read")),
        ("dark", ("/statements", "/actors/1", "/network")),
    ],
)
def test_axe_finds_no_serious_fault(tab: Any, theme: str, paths: tuple[str, ...]) -> None:
    package = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    script = (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    tab.emulate_media(color_scheme=theme)
    assert [fault for path in paths for fault in serious_faults(tab, path, script)] == []


def serious_faults(tab: Any, path: str, script: str) -> list[tuple[str, str, str]]:
    """Page, rule and first element of what axe-core holds for serious or critical."""
    tab.goto(path)
    if tab.locator(".plot").count():
        tab.wait_for_selector(".plot svg", timeout=40_000)
    tab.evaluate(script)
    found = tab.evaluate("tags => axe.run({runOnly: tags})", AXE_TAGS)["violations"]
    grave = [fault for fault in found if fault["impact"] in ("serious", "critical")]
    return [(path, fault["id"], fault["nodes"][0]["html"][:200]) for fault in grave]
