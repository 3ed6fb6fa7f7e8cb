"""When two reports tell one event: weights as data, one number as the answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib import resources
from math import log

import msgspec

from kawat.lexicon import read_toml
from kawat.record.people import UNKNOWN_COUNTRY, split_code
from kawat.record.words import content_roots, roots
from kawat.records import Value

DENIED, POSSIBLE = "denied", "possible"


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What speaks for and against; explained in ``data/identity.toml``."""

    sides: float
    code: float
    person: float
    other_person: float
    mode: float
    uncertain: float
    opposed: float
    same_date: float
    other_date: float
    near_date: float
    far_date: float
    near_days: int
    same_place: float
    other_place: float
    wording: float
    names: float
    trigger: float
    copy: float
    same_article: float


class Fulfils(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A type of plan and the types of act that fulfil it."""

    plan: str
    acts: tuple[str, ...]


class Mutual(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Types whose two sides may be written either way round."""

    types: frozenset[str]


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/identity.toml``."""

    threshold: float
    candidates: int
    duplicate: float
    copy_days: int
    window: dict[str, int]
    weights: Weights
    fulfils: tuple[Fulfils, ...]
    mutual: Mutual


class Report(Value, frozen=True):
    """One coded event of one article, as far as identity looks at it."""

    article: int
    type: str
    mode: str
    status: str
    day: str
    precision: str
    """Empty when the text gives no date and ``day`` is the day of publication."""
    published: str
    place: str
    trigger: str
    sentence: str
    language: str
    actors: frozenset[str]
    recipients: frozenset[str]
    persons: frozenset[tuple[str, int]]
    """Country and id in the record of each person among the sides."""
    names: frozenset[str] = frozenset()
    """The roots in the names of the sides."""
    original: int = 0
    """The article that this one copies, or itself."""


@cache
def settings() -> Settings:
    """The weights that are shipped, read once."""
    return read_toml(resources.files("kawat.record") / "data" / "identity.toml", Settings)


Weighed = Mapping[str, float]
"""How much a root tells, 0 to 1; one that is not listed tells all."""


def rarity(reports: Sequence[Report]) -> Weighed:
    """How much each root tells among the reports that could be meant.

    In a war, both sides' names and the word for an attack stand in every report of a day: what half of the
    candidates share says little of which one it is. Inverse document frequency (Spärck Jones 1972), from 1
    for a root of one report down to log 2 / log (1 + n) for one of all n.
    """
    counted = Counter(root for report in reports for root in content_roots(report.sentence, report.language))
    n = len(reports)
    return {root: log(1 + n / count) / log(1 + n) for root, count in counted.items()}


def likeness(one: Report, other: Report, rules: Settings, weighed: Weighed | None = None) -> float:
    """How much speaks for one event behind two reports; ``rules.threshold`` and above means yes.

    Args:
        weighed: how much each root tells (``rarity``); all of them alike when not given.
    """
    if not may_meet(one, other, rules):
        return float("-inf")
    weights = rules.weights
    return (
        sides(one, other, rules)
        + persons(one, other, weights)
        + dates(one, other, weights)
        + places(one, other, weights)
        + wording(one, other, weights, weighed or {})
        + (weights.mode if one.mode and other.mode and one.mode != other.mode else 0.0)
        + (weights.opposed if (one.status == DENIED) != (other.status == DENIED) else 0.0)
        + (weights.uncertain if (one.status == POSSIBLE) != (other.status == POSSIBLE) else 0.0)
        + origin(one, other, weights)
    )


def may_meet(one: Report, other: Report, rules: Settings) -> bool:
    """The same type; or a plan and its act, when both texts date them to the same day."""
    if one.type == other.type:
        return True
    linked = any(
        one.type in (rule.plan, *rule.acts) and other.type in (rule.plan, *rule.acts)
        for rule in rules.fulfils
        if rule.plan in (one.type, other.type)
    )
    return linked and bool(one.precision and other.precision) and dates(one, other, rules.weights) > 0


def sides(one: Report, other: Report, rules: Settings) -> float:
    """Countries and sectors in common; minus infinity when a side has other countries altogether."""
    pairs = [(one.actors, other.actors), (one.recipients, other.recipients)]
    if one.type in rules.mutual.types or together(one) or together(other):
        pairs = [(one.actors | one.recipients, other.actors | other.recipients)]
    shares = [share(countries(a), countries(b)) for a, b in pairs if a or b]
    if any(found == 0 for found in shares):
        return float("-inf")
    known = [found for found in shares if found is not None]
    if not known:
        return 0.0
    same = all(a == b for a, b in pairs)
    return rules.weights.sides * sum(known) / len(shares) + (rules.weights.code if same else 0.0)


def together(report: Report) -> bool:
    """Whether several countries do it to each other, as in a war."""
    return not report.recipients and len(countries(report.actors)) > 1


def countries(codes: frozenset[str]) -> frozenset[str]:
    """The known countries among codes; ``ZZZ`` with its sector, so that two unknowns can still differ."""
    return frozenset(
        code if split_code(code)[0] == UNKNOWN_COUNTRY else split_code(code)[0] for code in codes
    )


def share(one: frozenset[str], other: frozenset[str]) -> float | None:
    """Jaccard share of two sides; ``None`` when one of them is not told."""
    return len(one & other) / len(one | other) if one and other else None


def persons(one: Report, other: Report, weights: Weights) -> float:
    """The same person on both sides speaks for one event, another person for the same country against it."""
    if one.persons & other.persons:
        return weights.person
    shared = {country for country, _ in one.persons} & {country for country, _ in other.persons}
    return weights.other_person if shared else 0.0


def dates(one: Report, other: Report, weights: Weights) -> float:
    """Dates that the texts give weigh more than days of publication."""
    if one.precision and other.precision:
        fine = len({one.precision, other.precision} | {"day"}) == 1
        reach = 1 if fine else 31
        apart = days_apart(one.day, other.day)
        return weights.same_date if apart == 0 else 0.0 if apart <= reach else weights.other_date
    near = days_apart(one.day, other.day) <= weights.near_days
    return weights.near_date if near else weights.far_date


def days_apart(one: str, other: str) -> int:
    """Days between two ISO days; a century when either is not told."""
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    except ValueError:
        return 36_500


def places(one: Report, other: Report, weights: Weights) -> float:
    """Places weigh only where both texts tell them."""
    if not one.place or not other.place:
        return 0.0
    return weights.same_place if one.place == other.place else weights.other_place


def wording(one: Report, other: Report, weights: Weights, weighed: Weighed) -> float:
    """The roots that both sentences share, each by what it tells, and the same root as trigger."""
    mine = content_roots(one.sentence, one.language)
    theirs = content_roots(other.sentence, other.language)
    names = one.names | other.names

    def weight(roots: frozenset[str]) -> float:
        return sum(weighed.get(root, 1.0) * (weights.names if root in names else 1.0) for root in roots)

    every = weight(mine | theirs)
    trigger = roots(one.trigger, one.language)
    same = (
        weights.trigger * weighed.get(trigger, 1.0)
        if trigger == roots(other.trigger, other.language)
        else 0.0
    )
    return weights.wording * (weight(mine & theirs) / every if every else 0.0) + same


def origin(one: Report, other: Report, weights: Weights) -> float:
    """Reports of one article, or of copies of one."""
    if one.article == other.article:
        return weights.same_article
    return weights.copy if one.original == other.original else 0.0
