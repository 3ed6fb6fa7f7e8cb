"""Matching names over words."""

from __future__ import annotations

import pytest

from kawat.actors.trie import atoms_of, build, matches

TRIE = build(
    [
        ("AS", "name", "usa"),
        ("NATO", "name", "nato"),
        ("Kamboja", "name", "khm"),
        ("Korea", "name", "korea"),
        ("Korea Utara", "name", "prk"),
        ("Al-Qaeda", "name", "qaeda"),
        ("Elysée", "name", "fra"),
        ("menteri luar negeri", "role", "minister"),
    ]
)


def found(text: str) -> list[str]:
    return [match.terms[0].ref for match in matches(TRIE, atoms_of(text.split()))]


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("AS mendesak", ["usa"]),
        ("as roda", []),
        ("As roda", []),
        ("Nato dan NATO", ["nato", "nato"]),
        ("nato", []),
        ("bunga kamboja", []),
        ("KAMBOJA menang", ["khm"]),
        ("Korea Utara", ["prk"]),
        ("Korea , Utara", ["korea"]),
        ("Al Qaeda", ["qaeda"]),
        ("al-Qaeda", []),
        ("Elysee", ["fra"]),
        ("Menteri Luar Negeri", ["minister"]),
        ("menteri luar", []),
    ],
)
def test_capitals_longest_match_and_accents(text, refs):
    assert found(text) == refs


def test_places_are_those_of_the_tokens():
    atoms = atoms_of(["anti-Israel", "Korea", "Utara"])
    assert [(match.first, match.last) for match in matches(TRIE, atoms)] == [(2, 4)]
    assert atoms[2].place == 1
