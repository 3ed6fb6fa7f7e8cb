"""The registry of rules: what each rule id in an event means, with an example of ours that a test replays.

Ids of predicates (``assault.serang``) and of constructions are explained by their entry; ids of the coder
(``aux.purpose``) stand in ``rules.toml``. One that ends in ``.*`` stands for all slots of its family.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from kawat.events.constructions import constructions
from kawat.events.predicates import predicates
from kawat.events.turns import turned
from kawat.lexicon import words


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule of the coder."""

    id: str
    about: str
    """What it says, in one English line."""
    rows: tuple[str, ...]
    """Sentences of the example as ``word/UPOS/head/relation`` items, heads counted from 1, 0 the root."""
    names: dict[str, str]
    """Codes of the actors by their names in the example."""
    code: str
    """The event, as ``TYPE USA:GOV+GBR:GOV -> CHN:GOV aux``."""
    said: str = ""
    """The actor whose words the example is."""


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``rules.toml``."""

    rule: tuple[Rule, ...]


def rules(language: str) -> tuple[Rule, ...]:
    """The rules of the coder, with examples in the language.

    Raises:
        LexiconError: the file breaks its form.
    """
    listed: tuple[Rule, ...] = words(language, "rules", RuleFile).rule
    return listed


def explained(ids: Iterable[str], language: str) -> list[tuple[str, str]]:
    """Each rule id of an event with what it says; empty for one that no registry knows."""
    own = {rule.id: rule.about for rule in rules(language)}
    found = {
        f"{p.type.lower()}.{p.id}": forms_of(p.active + p.nouns + p.phrases)
        for p in (*predicates(language), *turned(language))
    }
    found |= {f"{c.type.lower()}.{c.id}": forms_of(c.openers) for c in constructions(language)}
    return [(id, found.get(id) or own.get(id) or own.get(family(id), "")) for id in ids]


def family(id: str) -> str:
    """The id that stands for all slots of a rule (``actor.*`` for ``actor.oleh``)."""
    return id.partition(".")[0] + ".*"


def forms_of(forms: Iterable[str]) -> str:
    """The first few forms of a predicate."""
    return ", ".join(list(forms)[:4])
