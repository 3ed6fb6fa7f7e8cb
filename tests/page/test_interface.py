"""The interface says the same things in each language."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest

from kawat.events.ontology import ontology
from kawat.page.interface import LANGUAGES, interface, preferred

PAGE = Path(str(resources.files("kawat.page")))


def test_every_language_has_the_same_names() -> None:
    first, *others = (set(interface(language)) for language in LANGUAGES)
    assert all(names == first for names in others)


def test_nothing_is_left_unsaid_and_blanks_agree() -> None:
    for name, said in interface("id").items():
        other = interface("en")[name]
        assert said.strip()
        assert other.strip()
        assert set(re.findall(r"\{\w+\}", said)) == set(re.findall(r"\{\w+\}", other)), name


def test_templates_ask_only_for_words_that_exist() -> None:
    asked = {
        name
        for path in (PAGE / "templates").glob("*.html")
        for name in re.findall(r"""say\(["']([\w.]+)["'](?:\)|,)""", path.read_text(encoding="utf-8"))
    }
    assert len(asked) > 60
    assert asked <= set(interface("id"))


def test_every_type_mode_and_quad_has_a_name() -> None:
    words = interface("en")
    wanted = {f"type.{type}" for type in ontology().quads} | {f"quad.{q}" for q in ontology().quads.values()}
    wanted |= {f"mode.{mode}" for _, mode in ontology().kinds if mode}
    assert wanted <= set(words)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("en-GB,en;q=0.9", "en"),
        ("fr, en;q=0.4, id;q=0.8", "id"),
        ("", "id"),
        ("de", "id"),
        ("*;q=x,,;", "id"),
    ],
)
def test_the_browser_is_heard(header: str, language: str) -> None:
    assert preferred(header) == language
