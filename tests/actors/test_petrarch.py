"""PETRARCH dictionaries as files of actors."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from kawat.actors.entries import read_actor_file
from kawat.actors.petrarch import plover, read_dictionary, to_toml

SHARED = Path(__file__).parents[3] / "shared" / "actors"
ACTORS = """# a comment
ATLANTIS_ [ATL]
+KINGDOM_OF_ATLANTIS_
ANA_BAHARI_  # who
+PRESIDENT_BAHARI_
\t[ATLELI 700101-010203]
\t[ATLGOV 010203-20050607]
\t[ATLELI]
SEA_GUARD_ [ATLGOVMIL >041020]
"""
AGENTS = """!PERSON! = MAN, WOMAN
FISHER!PERSON! {FISHERFOLK} [~AGR]
ADMIRAL [~MIL]
"""


def test_a_country_keeps_its_code_and_other_names():
    country = read_dictionary(ACTORS.splitlines(), "x").file.actor[0]
    assert (country.id, country.kind, country.names) == (
        "ATL",
        "country",
        ("Atlantis", "Kingdom Of Atlantis"),
    )


def test_codes_with_dates_make_a_person_of_two_centuries():
    person = read_dictionary(ACTORS.splitlines(), "x").file.actor[1]
    spans = [(dated.code, dated.from_, dated.until) for dated in person.dated]
    assert person.id == "person.ana-bahari"
    assert person.code == "ATL:ELI"
    assert spans == [
        ("ATL:ELI", "1970-01-01", "2001-02-03"),
        ("ATL:GOV", "2001-02-03", "2005-06-07"),
    ]


def test_an_open_date_has_no_end():
    guard = read_dictionary(ACTORS.splitlines(), "x").file.actor[2]
    assert guard.dated[0].from_ == "2004-10-20"
    assert guard.dated[0].until is None


def test_agents_become_role_words_with_every_word_of_a_set():
    agents = {agent.sector: agent.words for agent in read_dictionary(AGENTS.splitlines(), "x").file.agent}
    assert agents == {"BUS": ("fisher man", "fisher woman", "fisherfolk"), "MIL": ("admiral",)}


def test_a_broken_line_is_named_and_the_rest_goes_on():
    found = read_dictionary(["GHOST_ [~ENV}", "ADMIRAL [~MIL]"], "agents.txt")
    assert found.problems[0].startswith("agents.txt:1: a code that is not understood")
    assert [agent.sector for agent in found.file.agent] == ["MIL"]


def test_what_is_written_reads_back_the_same(tmp_path):
    file = read_dictionary([*ACTORS.splitlines(), *AGENTS.splitlines()], "x").file
    path = tmp_path / "mine.toml"
    path.write_text(to_toml(file, "Imported"), encoding="utf-8")
    assert read_actor_file(path) == file


@pytest.mark.parametrize(
    ("cameo", "ours"),
    [
        ("USAGOV", "USA:GOV"),
        ("PSEREBHAM", "PSE:REB"),
        ("IGOUNOREFHCR", "UNO:IGO"),
        ("IGOEUREEC", "EUR:IGO"),
        ("IGOOAS", "IGO:IGO"),
        ("NGOHRI", "NGO:SOC"),
        ("IDN", "IDN:GOV"),
        ("USAMED", "USA:JRN"),
        ("IDNHLH", "IDN:MED"),
    ],
)
def test_cameo_codes_become_codes_of_the_codebook(cameo, ours):
    assert plover(cameo) == ours


@pytest.mark.skipif(not SHARED.is_dir(), reason="the public dictionaries lie beside the project")
def test_the_public_agent_dictionary_is_read_nearly_whole():
    with lzma.open(SHARED / "Phoenix.agents.txt.xz", "rt", encoding="utf-8") as lines:
        found = read_dictionary(lines, "agents")
    assert sum(len(agent.words) for agent in found.file.agent) > 2000
    assert len(found.problems) < 10
