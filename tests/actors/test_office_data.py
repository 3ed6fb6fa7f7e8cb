"""The shipped office holders as facts: enough of them, known codes, one spelling and one time each."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import kawat.actors

DATA = Path(kawat.actors.__file__).parent / "data"
FILES = sorted((DATA / "offices").glob("*.toml"))
BODIES = {"UNO", "EUR", "NAT", "ASE", "IGO", "NGO", "ZZZ"}
SECTORS = {"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "OPP", "REB", "REL", "SOC", "IGO"}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def read(path: Path) -> list[dict[str, Any]]:
    return tomllib.loads(path.read_text(encoding="utf-8"))["office"]


OFFICES = [office for path in FILES for office in read(path)]
HOLDINGS = [(office["id"], holder) for office in OFFICES for holder in office["holders"]]


def touching(end: str, start: str) -> bool:
    """Whether a time that ends with ``end`` is over by ``start``, as far as the coarser of the two tells."""
    shorter = min(len(end), len(start))
    return end[:shorter] <= start[:shorter]


def test_at_least_1200_dated_holdings():
    assert len(HOLDINGS) >= 1200


def test_ids_are_unique_and_formed_alike():
    ids = [office["id"] for office in OFFICES]
    assert sorted(set(ids)) == sorted(ids)
    assert [id for id in ids if not re.fullmatch(r"[a-z]{3}\.[a-z0-9-]+", id)] == []


def test_countries_and_sectors_are_known():
    rows = tomllib.loads((DATA / "countries.toml").read_text(encoding="utf-8"))["country"]
    known = BODIES | {row["id"] for row in rows}
    assert {office["country"] for office in OFFICES} - known == set()
    assert {office["to"] for office in OFFICES if "to" in office} - known == set()
    assert {office["sector"] for office in OFFICES} - SECTORS == set()


def test_every_office_says_where_its_facts_are_from():
    assert [office["id"] for office in OFFICES if not office.get("source")] == []


def test_dates_are_dates_and_run_forwards():
    wrong = [
        (id, holder["name"])
        for id, holder in HOLDINGS
        for end in [holder.get("until", "9999")]
        if not DATE.fullmatch(holder["from"]) or not DATE.fullmatch(end) or not touching(holder["from"], end)
    ]
    assert wrong == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_two_hold_one_office_at_once_unless_shared(path):
    wrong = [
        (office["id"], one["name"], other["name"])
        for office in read(path)
        if not office.get("shared")
        for one, other in pairwise(sorted(office["holders"], key=lambda holder: holder["from"]))
        if not touching(one.get("until", "9999"), other["from"])
    ]
    assert wrong == []


def test_one_person_has_one_wikidata_id_and_the_reverse():
    ids, names = defaultdict(set), defaultdict(set)
    for _, holder in HOLDINGS:
        if "wikidata" in holder:
            ids[holder["name"]].add(holder["wikidata"])
            names[holder["wikidata"]].add(holder["name"])
    assert [who for who in (*ids.values(), *names.values()) if len(who) > 1] == []


def test_another_spelling_is_never_somebody_elses():
    owners = defaultdict(set)
    for _, holder in HOLDINGS:
        for name in (holder["name"], *holder.get("also", [])):
            owners[name.casefold()].add(holder["name"])
    assert {name: who for name, who in owners.items() if len(who) > 1} == {}


def test_known_days_have_the_holders_that_the_record_names():
    days = {
        ("usa.president", "2023-10-02"): "Joe Biden",
        ("usa.president", "2025-02-01"): "Donald Trump",
        ("idn.president", "2012-05-05"): "Susilo Bambang Yudhoyono",
        ("idn.finance-minister", "2025-09-30"): "Purbaya Yudhi Sadewa",
        ("gbr.prime-minister", "2022-10-01"): "Liz Truss",
        ("isr.defence-minister", "2024-11-20"): "Israel Katz",
        ("uno.secretary-general", "2005-01-01"): "Kofi Annan",
        ("kor.president", "2025-01-10"): "Yoon Suk Yeol",
    }
    held = {office["id"]: office["holders"] for office in OFFICES}
    found = {
        (id, day): next(h["name"] for h in held[id] if h["from"] <= day <= h.get("until", "9999"))
        for id, day in days
    }
    assert found == days
