"""Labelled mentions of invented articles, read with the shipped model; known failures are strict."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path

import pytest

from kawat.language import languages

PATH = Path(__file__).parents[2] / "evaluation" / "mentions.py"
SPEC = importlib.util.spec_from_file_location("mentions", PATH)
assert SPEC is not None
mentions = importlib.util.module_from_spec(SPEC)
sys.modules["mentions"] = mentions
SPEC.loader.exec_module(mentions)

KNOWN = pytest.mark.xfail(strict=True, reason="known failure")
pytestmark = pytest.mark.skipif("id" not in languages(), reason="no Indonesian model is shipped here")


@cache
def outcomes():
    return {(outcome.case.id, outcome.label.id): outcome for outcome in mentions.outcomes()}


def labelled():
    for case in mentions.cases():
        for label in mentions.unmarked(case)[1]:
            marks = [KNOWN] if label.id in case.failing else []
            yield pytest.param(case.id, label.id, id=f"{case.id}-{label.id}", marks=marks)


@pytest.mark.parametrize(("case", "label"), list(labelled()))
def test_the_labelled_actor_stands_at_its_mention(case, label):
    outcome = outcomes()[case, label]
    found = [f"{actor.code} {actor.name}" for actor in outcome.actors]
    assert outcome.right, f"labelled {outcome.label.codes} {outcome.label.name}; found {found}"


def test_every_known_failure_is_a_label():
    for case in mentions.cases():
        labels = {label.id for label in mentions.unmarked(case)[1]}
        assert set(case.failing) <= labels, case.id
