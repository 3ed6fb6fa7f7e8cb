"""People of an article who only share the name of somebody in the who's-who: their role tells them apart."""

from __future__ import annotations

from collections.abc import Iterable

from kawat.actors.find import Near
from kawat.actors.found import Found
from kawat.actors.persons import Famous, fold_name
from kawat.actors.roles import roles

OFFICES = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
"""Sectors whose roles the who's-who lists so fully that a role it lacks is somebody else's."""
LOOSE = frozenset(
    {"leader", "member", "family", "side", "envoy", "aide", "minister", "monarch", "crown-prince"}
)
"""Roles that a person can have beside any office."""


def namesakes(found: Iterable[Found], day: str, near: Near, famous: Famous) -> dict[str, str]:
    """By entry of the who's-who: the full name of the one who bears its name in this article.

    Args:
        found: the article's mentions.
        day: the article's day, for who is in office.
        near: how often the article names each country.
        famous: the who's-who, with the call names that mean one person in any article.
    """
    strangers: dict[str, str] = {}
    meant: set[str] = set()
    for mention in found:
        if mention.kind != "person" or len(mention.refs) != 1 or not mention.name:
            continue
        ref = mention.refs[0]
        if _is_another(mention, ref, day, near, famous):
            strangers.setdefault(ref, mention.name)
        elif mention.role or len(mention.name) > len(strangers.get(ref, mention.name)):
            meant.add(ref)
    return {ref: name for ref, name in strangers.items() if ref not in meant}


def bears(name: str, longer: str) -> bool:
    """Whether every word of a name is a word of the longer one."""
    return set(fold_name(name).split()) <= set(fold_name(longer).split())


def _is_another(mention: Found, ref: str, day: str, near: Near, famous: Famous) -> bool:
    """Whether the role beside the name cannot be that of the person whom the who's-who knows."""
    known = famous.known
    held = known.held.get(ref, ())
    words = mention.name.split()
    sector = mention.code[4:] or mention.sector
    told = mention.role and mention.role not in LOOSE and sector in OFFICES
    if not held or not told or known.has_held(ref, mention.role) or words[0] in famous.calls:
        return False
    countries = {office.country for office, _ in held} | {known.country_of(ref)}
    named = [country for country in mention.countries if _is_country(country, famous)]
    if named:
        abroad = not countries & set(named)
        return abroad or (len(words) == 1 and _left_for_long(mention, ref, day, sector, famous))
    home = roles(known.language).home
    return not mention.former and home not in countries and not any(near.get(c) for c in countries)


def _left_for_long(mention: Found, ref: str, day: str, sector: str, famous: Famous) -> bool:
    """Whether the person holds no office of that branch on the day, and is not called a former anything."""
    office = famous.known.office_on(ref, day)
    return not mention.former and (office is None or office.sector != sector)


def _is_country(id: str, famous: Famous) -> bool:
    entry = famous.known.entries.get(id)
    return entry is not None and entry.kind == "country"
