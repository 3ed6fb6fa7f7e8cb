"""The ontology is whole: every type, mode, context, score and CAMEO code is there and fits the others."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kawat.events.ontology import cameo, goldstein, ontology, quad, score

SHARED = Path(__file__).parents[3] / "shared" / "ontology"


def test_sixteen_types_four_to_a_quad_except_material():
    """Four types speak well, three help, four speak ill and five harm."""
    quads = list(ontology().quads.values())

    assert [quads.count(q) for q in dict.fromkeys(quads)] == [4, 3, 4, 5]


def test_thirty_seven_contexts_all_different():
    """PLOVER names 37 contexts."""
    assert len(set(ontology().contexts)) == len(ontology().contexts) == 37


@pytest.mark.parametrize(("type", "mode"), list(ontology().kinds))
def test_every_kind_has_a_cameo_code_with_a_goldstein_score(type: str, mode: str | None):
    """No event is without a CAMEO code, whatever its contexts, and every code is on Goldstein's scale."""
    kind = ontology().kinds[type, mode]

    for code in (kind.cameo, *kind.cameo_by_context.values()):
        assert -10 <= goldstein(code) <= 10


def test_finer_codes_hang_on_contexts_that_exist():
    """A misspelt context would never apply."""
    used = {context for kind in ontology().kinds.values() for context in kind.cameo_by_context}

    assert used <= set(ontology().contexts)


def test_sign_of_score_follows_quad():
    """Cooperation scores above zero, conflict not above half a point (a request for help)."""
    for (type, mode), kind in ontology().kinds.items():
        assert kind.score > 0 if "cooperation" in quad(type) else kind.score <= 0.5, (type, mode)


def test_accuse_is_negative():
    """The manual prints ACCUSE as +3; its modes show that this is a slip."""
    assert score("ACCUSE") == -3


def test_context_picks_the_finer_code():
    """Help with arms is CAMEO 072, help without context 070."""
    assert cameo("AID") == "070"
    assert cameo("AID", None, ["military"]) == "072"


def test_unknown_mode_is_refused():
    """A mode of another type is an error, not a default."""
    with pytest.raises(KeyError):
        score("AGREE", "aerial")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared tables are not on this machine")
def test_scores_equal_the_published_table():
    """Scores are PLOVER's own."""
    with (SHARED / "plover-scores.tsv").open(encoding="utf-8") as table:
        published = {row["type_mode"]: float(row["score"]) for row in csv.DictReader(table, delimiter="\t")}

    ours = {":".join(filter(None, pair)): kind.score for pair, kind in ontology().kinds.items()}

    assert ours == published


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared tables are not on this machine")
def test_goldstein_equals_the_published_table():
    """Goldstein scores are the published ones, code by code."""
    with (SHARED / "cameo-goldstein.tsv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))

    assert {row["cameo"]: float(row["goldstein"]) for row in rows} == {
        row["cameo"]: goldstein(row["cameo"]) for row in rows
    }
