"""Every rule of the registry says what it says: its example, replayed, carries it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from trees import events_of, reading_of, spoken, told

import kawat.events
from kawat.events.rules import Rule, explained, family, rules
from kawat.records import Event

RULES = rules("id")
CODE = Path(kawat.events.__file__).parent
STATED = re.compile(r"\"((?:aux|adjust|merge|sides|actor|recipient|under)\.[a-z-]+)\"")


def replayed(rule: Rule) -> tuple[Event, ...]:
    """The events of the rule's example."""
    reading = reading_of(rule.rows, rule.names)
    if rule.said:
        end = reading.article.text.index(rule.said)
        reading = spoken(reading, rule.said, 0, reading.article.text.rindex(",", 0, end))
    return events_of(reading)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_example_of_a_rule_is_coded_by_it(rule: Rule):
    found = [
        event for event in replayed(rule) if rule.id in event.rules or rule.id in map(family, event.rules)
    ]

    assert rule.code in [told(event) for event in found], [told(event) for event in replayed(rule)]


def test_every_rule_that_the_code_names_is_in_the_registry():
    slots = {
        f"{role}.{slot}" for role in ("actor", "recipient") for slot in ("subject", "object", "possessor")
    }
    named = {id for path in CODE.glob("*.py") for id in STATED.findall(path.read_text(encoding="utf-8"))}

    assert named - slots <= {rule.id for rule in RULES}


def test_ids_are_unique():
    ids = [rule.id for rule in RULES]

    assert len(set(ids)) == len(ids)


def test_an_event_is_explained_rule_by_rule():
    event = replayed(RULES[0])[0]

    assert all(about for _, about in explained(event.rules, "id"))
