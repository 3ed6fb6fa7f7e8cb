"""Who is meant by a role with a pointer ("politikus Partai X itu"), among those that the article has named."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.actors.cast import Cast, Member
from kawat.actors.found import Found
from kawat.actors.roles import roles
from kawat.actors.whoswho import STATE, TOP_ROLES, UNTOLD

PARTISAN = frozenset({"PTY", "LEG", "OPP"})
"""Sectors of those who can be called after their party."""
UNLIKELY = 3
"""What high office counts against being meant by a lesser title."""


def same_role(cast: Cast, found: Found, fitting: Sequence[Member]) -> list[Member]:
    """The members whom the role can mean, the likeliest first.

    Args:
        found: a role with a pointer.
        fitting: members of its kind, from the one mentioned last on.
    """
    office = found.role.removeprefix("deputy-")
    vague = found.kind == "person" and not found.many and office in roles(cast.known.language).generic
    if vague or found.owned:
        return _likeliest(cast, found, fitting)
    held = cast.known.has_held if found.former else None
    alike = [m for m in fitting if has_role(cast, m, found.role) or (held and held(m.entry, found.role))]
    if found.sector != STATE:
        alike = alike or [member for member in fitting if member.code.endswith(found.sector)]
        if found.countries and not found.many and not any(m.country in found.countries for m in alike):
            stateless = [m for m in fitting if m.country and not cast.known.is_state(m.country)]
            return [member for member in stateless[:1] if member.name != member.role]
    return [member for member in alike if not found.countries or member.country in found.countries]


def _likeliest(cast: Cast, found: Found, fitting: Sequence[Member]) -> list[Member]:
    """Of one person whose title says little: who has just this office, else a named one whom it can fit."""
    named = [m for m in dict.fromkeys(map(_key, fitting)) if m]
    persons = [cast.members[key] for key in named]
    exact = [m for m in persons if cast.known.holds(m.entry, found.role, cast.day, found.of)]
    if exact and found.of:
        return exact
    fits = [m for m in persons if not m.country or not found.countries or m.country in found.countries]
    alike = [m for m in fits if has_role(cast, m, found.role) and found.role != m.role]
    stateless = [m for m in persons if m.country and not cast.known.is_state(m.country)]
    meant = fits if not found.countries or found.of else alike or stateless[:1]
    order = {member.key: place for place, member in enumerate(persons)}
    return sorted(meant, key=lambda m: (-_fit(cast, found, m), order[m.key]))


def _key(member: Member) -> str:
    """Key of a person with a name; empty for a role without one and for many."""
    return "" if member.many or member.key.startswith("role:") else member.key


def _fit(cast: Cast, found: Found, member: Member) -> int:
    """How well a person fits a title: of that body, of that sector, in no higher office."""
    held = cast.known.held.get(member.entry, ())
    office = cast.known.office_on(member.entry, cast.day) if member.entry else None
    body = bool(found.of) and any(office.of == found.of for office, _ in held)
    sector, asked = member.code[4:], found.code[4:] or found.sector
    alike = sector in (asked, UNTOLD) or {sector, asked} <= PARTISAN
    high = office is not None and (office.role in TOP_ROLES or not alike)
    return 2 * body + alike - UNLIKELY * high


def has_role(cast: Cast, member: Member, role: str) -> bool:
    """Whether the text or the who's-who gives the member this role."""
    return member.role_id == role or cast.known.holds(member.entry, role, cast.day)
