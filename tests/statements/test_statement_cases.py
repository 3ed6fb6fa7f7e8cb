"""The labelled cases of tests/cases/statements.toml, with the shipped model."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from model_reading import read

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "statements.toml").read_text(encoding="utf-8")
)


def marked(cases: list[dict]) -> list:
    """The cases as parameters; known failures must fail."""
    return [
        pytest.param(
            case,
            id=case["label"],
            marks=[pytest.mark.xfail(reason=case["known"], strict=True)] if "known" in case else [],
        )
        for case in cases
    ]


def summary(content: str, words: str) -> str:
    """Content as the case writes it: whole, or its first and last word."""
    plain = content.strip(' .,!?"')
    return f"{plain.split()[0]} … {plain.split()[-1]}" if " … " in words else plain


def shown(statement, wanted: dict) -> dict:
    """The statement in the terms of the case; only what the case tells."""
    name = statement.speaker.name
    told = {
        "speaker": wanted["speaker"] if wanted["speaker"].lower() in name.lower() else name,
        "kind": statement.kind,
        "words": summary(statement.content.text, wanted["words"]),
        "cue": statement.cue.text if statement.cue else None,
        "via": list(statement.via),
        "to": statement.addressee and (wanted.get("to", "") in statement.addressee.name and wanted.get("to")),
        "date": statement.date,
    }
    return {key: told[key] for key in wanted}


@pytest.mark.parametrize("case", marked(CASES["case"]))
def test_what_was_said(case):
    found = read(case["text"], case.get("kind", "paragraph")).statements
    wanted = case["said"]

    assert [shown(s, w) for s, w in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted)


@pytest.mark.parametrize("case", marked(CASES["silent"]))
def test_no_statement(case):
    assert [s.content.text for s in read(case["text"], case.get("kind", "paragraph")).statements] == []


def test_there_are_enough_cases():
    assert len(CASES["case"]) >= 40
    assert len(CASES["silent"]) >= 30
