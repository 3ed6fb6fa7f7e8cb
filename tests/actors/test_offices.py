"""The offices as data, and who held them when."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat.actors.offices import holders_on, load_offices, problems
from kawat.errors import LexiconError

ONE = """
[[office]]
id = "atl.president"
country = "ATL"
sector = "GOV"
role = "head-of-state"
holders = [
  { name = "Ana Bahari", from = "2001-02-03", until = "2005-06-07" },
  { name = "Budi Curah", from = "2005-06-07" },
]
"""


def offices_of(folder: Path, text: str):
    path = folder / "atl.toml"
    path.write_text(text, encoding="utf-8")
    return load_offices([path])


def test_shipped_offices_have_no_overlap():
    assert list(problems(load_offices())) == []


def test_the_holder_depends_on_the_day(tmp_path):
    (office,) = offices_of(tmp_path, ONE)
    assert [h.name for h in holders_on(office, "2003-01-01")] == ["Ana Bahari"]
    assert [h.name for h in holders_on(office, "2020")] == ["Budi Curah"]
    assert holders_on(office, "1999-12-31") == ()


def test_on_the_day_of_change_the_newcomer_comes_first(tmp_path):
    (office,) = offices_of(tmp_path, ONE)
    assert holders_on(office, "2005-06-07")[0].name == "Budi Curah"


def test_two_at_once_are_named_as_a_problem(tmp_path):
    offices = offices_of(tmp_path, ONE.replace('until = "2005-06-07"', 'until = "2007-06-07"'))
    assert "both from" in next(problems(offices))


def test_years_that_only_touch_are_no_overlap(tmp_path):
    text = ONE.replace('"2005-06-07"', '"2005"')
    assert list(problems(offices_of(tmp_path, text))) == []


def test_an_unknown_key_names_file_and_line(tmp_path):
    with pytest.raises(LexiconError, match=r"atl\.toml:\d+: .*whom"):
        offices_of(tmp_path, ONE.replace("role =", 'whom = "x"\nrole ='))
