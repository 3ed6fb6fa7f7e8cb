"""The contract's JSON: complete, exact, and read back as it was."""

from __future__ import annotations

import json

import pytest
from handmade import TEXT, handmade

from kawat.errors import BadRecord
from kawat.export.json import from_json, from_object, json_document, reading_object, to_json, to_jsonl


def test_every_span_holds_the_words_at_its_offsets() -> None:
    found: list[dict[str, object]] = []

    def collect(value: object) -> None:
        if isinstance(value, dict):
            if {"start", "end", "text"} <= set(value) and "title" not in value:
                found.append(value)
            for inner in value.values():
                collect(inner)
        elif isinstance(value, list):
            for inner in value:
                collect(inner)

    collect(reading_object(handmade()))

    assert len(found) >= 8
    assert all(TEXT[span["start"] : span["end"]] == span["text"] for span in found)  # type: ignore[misc]


def test_the_contract_s_keys_are_there_even_when_unknown() -> None:
    event = reading_object(handmade())["events"][1]

    assert (event["date"], event["place"], event["mode"], event["said_by"]) == (None, None, None, None)
    assert event["recipient"] == []


def test_a_reading_reads_back_to_the_same_json() -> None:
    once = to_json(handmade())

    assert to_json(from_json(once)) == once
    assert from_json(once).article == handmade().article
    assert from_json(once).events == handmade().events


def test_a_line_is_one_line() -> None:
    assert "\n" not in to_jsonl(handmade())
    assert json.loads(to_jsonl(handmade())) == reading_object(handmade())


def test_several_readings_make_a_list_and_one_an_object() -> None:
    assert json.loads("".join(json_document([handmade()])))["id"] == handmade().id
    assert len(json.loads("".join(json_document([handmade()] * 3)))) == 3
    assert "".join(json_document([])) == ""


@pytest.mark.parametrize(
    "value", [7, {}, {"id": "x", "article": 5}, {"article": {}}, {"schema": 99, "article": {}}]
)
def test_what_is_no_reading_is_refused(value: object) -> None:
    with pytest.raises(BadRecord):
        from_object(value)


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(BadRecord):
        from_json("{")
