"""The who's-who as data: complete, consistent, and every name with an entry."""

from __future__ import annotations

from collections import Counter

import pytest

from kawat.actors.entries import all_entries, check, countries, shipped, unique_ids
from kawat.actors.roles import all_roles, pronouns, role_terms, roles
from kawat.errors import LexiconError


def test_every_name_belongs_to_an_entry():
    assert list(check("id")) == []


def test_no_id_stands_twice():
    unique_ids(shipped())


def test_two_entries_with_one_id_are_refused():
    file = shipped()[0]
    with pytest.raises(LexiconError, match="stands twice"):
        unique_ids((file, file))


def test_all_countries_and_territories_are_there():
    found = countries("id")
    assert len(found) >= 250
    assert all(entry.code == f"{entry.id}:GOV" and len(entry.iso2) == 2 for entry in found)


def test_wikidata_ids_are_not_given_twice():
    ids = Counter(entry.wikidata for entry in all_entries("id", ()).values() if entry.wikidata)
    assert [id for id, count in ids.items() if count > 1] == []


def test_at_least_150_bodies_have_codes_of_the_codebook():
    bodies = [entry for entry in all_entries("id", ()).values() if entry.kind == "body"]
    assert len(bodies) >= 150
    assert {entry.country for entry in bodies} <= {
        "UNO", "EUR", "NAT", "ASE", "APE", "G7X", "G20", "IGO", "NGO", "PSE", "GBR", "SAU", "USA",
    }  # fmt: skip


def test_media_are_never_governments():
    media = [entry for entry in all_entries("id", ()).values() if entry.kind == "media"]
    assert len(media) > 200
    assert {entry.code[4:] for entry in media} == {"JRN"}


def test_one_word_has_one_role():
    words = Counter(word for word, _, _ in role_terms("id"))
    assert [word for word, count in words.items() if count > 1] == []


def test_lists_of_role_ids_name_roles():
    data, known = roles("id"), all_roles("id")
    assert set(data.short) <= set(known)
    assert set(data.fallback) <= set(known)


def test_pronouns_stand_for_kinds_that_exist():
    kinds = {entry.kind for entry in all_entries("id", ()).values()} | {"person", "people", "allies"}
    data = pronouns("id")
    named = {
        kind for group in (data.pronoun, data.pair, data.definite) for item in group for kind in item.kinds
    }
    assert named <= kinds
