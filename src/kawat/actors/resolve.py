"""Who is meant: each found mention to the members of the cast, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from kawat.actors.anaphora import (
    alike_country,
    back_reference,
    last_agency,
    last_firm,
    local_country,
    nearest_country,
    owner_country,
)
from kawat.actors.cast import Cast, Member
from kawat.actors.crowds import CAPTIVES
from kawat.actors.entries import slug
from kawat.actors.found import Found
from kawat.actors.namesakes import bears
from kawat.actors.persons import Persons, fold_name
from kawat.actors.pointed import has_role
from kawat.actors.roles import roles
from kawat.actors.whoswho import FORMER, STATE, TOP_ROLES, UNTOLD, Post
from kawat.records import NOWHERE, UNKNOWN

ACCUSED = "CRM"
"""Sector of prisoners and suspects, who stay of the country that the article once gives them."""
NOT_STATE = frozenset({"BUS", "SOC", "EDU", "JRN", "LAB", "MED", "CVL", "CRM"})
"""Sectors of bodies that are not the state's: whoever has left their head is no former official."""
SHORTEST = 4
"""Letters of a name cut short."""
RANKS = frozenset({"officer", "police-officer"})
"""Roles that people keep when they have left the service."""
FIRM = "company"
"""Role of a firm that the word alone means again."""
TITLE = "title"
KIN = frozenset({"family"})
"""Roles that say nothing of what a known person does."""
BACKWARD = ("pronoun", "definite", "pair")


def resolve(cast: Cast, found: Found, persons: Persons) -> None:
    """Add the mention to the cast; one that points back to nobody is dropped."""
    if found.kind in BACKWARD:
        members = back_reference(cast, found)
    elif found.pointer:
        members = back_reference(cast, found) or _named(cast, found, persons)
    else:
        members = _named(cast, found, persons)
    if found.pointer and found.role and len(members) == 1 and members[0].code == UNKNOWN:
        _learn_role(cast, members[0], found)
    if members:
        cast.mention(msgspec.structs.replace(found, how=_how(cast, found, members)), members)


def _how(cast: Cast, found: Found, members: tuple[Member, ...]) -> str:
    """Id of the rule by which the mention was resolved."""
    if found.pointer:
        return "title"
    if len(members) > 1 and found.how == "role":
        return "list"
    member = members[0]
    if found.how == "role" and not found.name and not found.refs and member.kind == "person":
        return "office" if member.entry in cast.known.held else "role"
    if found.how == "name" and found.kind == "person" and found.name != member.name and not found.role:
        return "surname"
    return found.how


def _named(cast: Cast, found: Found, persons: Persons) -> tuple[Member, ...]:
    called = _called(cast, found.name) if not found.refs and not found.role else None
    called = cast.short.get(found.name, called)
    if called is not None:
        return (called,)
    if found.kind == "person":
        members = _persons(cast, found, persons)
        if found.alias.isupper() and len(members) == 1 and found.name:
            cast.short[found.alias] = members[0]
        return members
    if found.kind == "place":
        return (_place(cast, found),)
    if found.refs:
        made = tuple(cast.entry_member(ref) for ref in found.refs)
        _shorten(cast, found, made)
        return made
    if found.echo and not found.countries and (echoed := last_agency(cast, found)):
        return (echoed,)
    if (
        found.role == FIRM
        and not (found.countries or found.many or found.name)
        and (firm := last_firm(cast, found))
    ):
        return (firm,)
    return _bodies(cast, found)


def _place(cast: Cast, found: Found) -> Member:
    key = f"place:{slug(found.name)}"
    return cast.member(key, "place", found.name, found.code)


# --- persons -------------------------------------------------------------------------------------


def _persons(cast: Cast, found: Found, persons: Persons) -> tuple[Member, ...]:
    if not found.refs and not found.name:
        return _unnamed(cast, found)
    if not found.refs and (met := _met_before(cast, found.name)):
        _learn_role(cast, met, found)
        return (met,)
    key = found.refs[0] if found.refs else persons.key(found.name) or _by_role(cast, found)
    stranger = cast.instead.get(key, "")
    if stranger and bears(found.name, stranger):
        key = f"person:{slug(stranger)}"
    known = key in cast.known.entries
    member = cast.entry_member(key) if known else _met(cast, key, found)
    if not known and len(found.name) > len(member.name):
        member.name = found.name
    _learn_role(cast, member, found)
    return (member,)


def _met_before(cast: Cast, name: str) -> Member | None:
    """The person met last whose longer name holds every word of this one."""
    words = set(fold_name(name).split())
    for _, member in cast.back():
        if member.kind != "person" or member.many or member.name == member.role:
            continue
        longer = set(fold_name(member.name).split())
        if words < longer or (len(words) == 1 and _shortens(fold_name(name), longer)):
            return member
    return None


def _shortens(name: str, longer: Iterable[str]) -> bool:
    """Whether a name is the beginning of a longer one, cut short ("Rifqi" for Rifqinizamy)."""
    return len(name) >= SHORTEST and any(word.startswith(name) and word != name for word in longer)


def _by_role(cast: Cast, found: Found) -> str:
    """The one person in office on the day whom a single name and the country of the role can mean."""
    country = next(iter(_countries(cast, found)), "") if found.role else ""
    meant = [
        id
        for id in cast.known.persons_by_word.get(found.name, ())
        if country and (office := cast.known.office_on(id, cast.day)) and office.country == country
        if office.sector == (found.code[4:] or found.sector)
        if office.sector != STATE or cast.known.has_held(id, found.role)
    ]
    return meant[0] if len(meant) == 1 else ""


def _met(cast: Cast, key: str, found: Found) -> Member:
    return cast.member(key or f"person:{slug(found.name)}", "person", found.name, UNKNOWN)


def _learn_role(cast: Cast, member: Member, found: Found) -> None:
    """Take role and code from the words beside the name, unless a better source is known.

    The who's-who is better while it has the person in office; the first role with a country is kept.
    """
    if not found.role:
        return
    office = cast.known.office_on(member.entry, cast.day) if member.entry else None
    plain = office is None and not member.role and member.entry and not cast.known.held.get(member.entry)
    if not member.role:
        member.role, member.role_id, member.of = found.role_text, found.role, found.of
        member.word, member.former = found.word, found.former and office is None
    counted = any(sign.isdigit() for sign in found.role_text)
    bare = found.role in RANKS and not (found.countries or found.code) and member.code.endswith(FORMER)
    if (member.entry and (counted or bare or found.role in KIN)) or (member.former and not found.former):
        return
    in_office = (
        office if office is None or office.role in TOP_ROLES or not _says_where(found, member) else None
    )
    if office is not None and in_office is None and member.role_id == found.role:
        member.code = _code(cast, found)
        return
    says = found.sector != UNTOLD and bool(found.countries or found.code or found.name)
    again, member.titled = member.titled, cast.sentences[found.sentence].part == TITLE
    fuller = again and not member.titled and not member.entry and bool(found.name)
    if (plain or fuller) and not found.former and says:
        member.code = _code(cast, found)
        return
    first = member.role_id == found.role and not found.former
    former = member.code.endswith(FORMER) and (first or found.countries) and found.sector != UNTOLD
    settled = in_office is not None or (member.country and not former)
    if not settled or member.code == UNKNOWN:
        code = _code(cast, found, "" if found.countries else member.country)
        told = code != UNKNOWN if member.entry else member.code == UNKNOWN or not code.startswith(NOWHERE)
        member.code = code if told else member.code


def _says_where(found: Found, member: Member) -> bool:
    """Whether the role of the text itself names the member's country, so that the text decides."""
    return member.country in found.countries and not found.former


def _unnamed(cast: Cast, found: Found) -> tuple[Member, ...]:
    """A role without a name: the holder of the office on the day, one of the article, or somebody new."""
    made = []
    last = _last_holder(cast, found) if not found.countries and not found.homely else None
    if last is not None:
        return (last,)
    for country in _countries(cast, found) or ("",):
        holder = "" if found.many or found.former or found.body else _holder(cast, found, country)
        member = cast.entry_member(holder) if holder else None
        made.append(member or _same_role(cast, found, country) or _nobody(cast, found, country))
    return tuple(made)


def _last_holder(cast: Cast, found: Found) -> Member | None:
    """The last person of the article who holds such an office ("Presiden" after "Presiden Anu")."""
    words = roles(cast.known.language)
    if found.many or found.former or found.role in words.generic or not found.local:
        return None
    for _, member in cast.back():
        if member.kind == "person" and not member.many and has_role(cast, member, found.role):
            return member
    later = cast.ahead.get(found.role)
    return cast.entry_member(later.refs[0]) if later is not None and later.refs and later.name else None


def _holder(cast: Cast, found: Found, country: str) -> str:
    return cast.known.holder(Post(country, found.role, found.of, found.to), cast.day) if country else ""


def _same_role(cast: Cast, found: Found, country: str) -> Member | None:
    """Somebody named in the article who has this very role."""
    if found.many or found.former:
        return None
    for _, member in cast.back():
        same = (member.word, member.of) == (found.word, found.of) and not member.many
        if member.kind == "person" and same and (member.country == country or not country):
            return member
    return None


def _nobody(cast: Cast, found: Found, country: str) -> Member:
    code = _code(cast, found, country)
    key = f"role:{country}:{found.role}:{found.of}:{found.many}:{found.former}:{code}"
    member = cast.member(key, "person", found.role_text, code)
    member.role, member.role_id, member.of, member.many = found.role_text, found.role, found.of, found.many
    member.word = found.word
    return member


# --- states, forces, crowds, organisations -------------------------------------------------------


def _bodies(cast: Cast, found: Found) -> tuple[Member, ...]:
    if found.name:
        return (_proper(cast, found),)
    arms = (found, msgspec.structs.replace(found, sector=found.second)) if found.second else (found,)
    countries = _countries(cast, found) or ("",)
    made = tuple(_body(cast, arm, country) for arm in arms for country in countries)
    _shorten(cast, found, made)
    return made


def _shorten(cast: Cast, found: Found, made: tuple[Member, ...]) -> None:
    """Learn the acronym in brackets behind a body, where the who's-who has no other for it."""
    bodily = found.kind not in ("country", "place", "person")
    if bodily and found.alias.isupper() and len(made) == 1 and cast.known.named(found.alias) is None:
        cast.short[found.alias] = made[0]


def _proper(cast: Cast, found: Found) -> Member:
    """An organisation with a name of its own; its acronym, once given, means it too.

    An acronym that the who's-who knows tells which one it is.
    """
    entry = cast.known.named(found.alias)
    if entry and entry.kind == found.kind and (not found.countries or entry.country in found.countries):
        return cast.entry_member(entry.id)
    key = f"name:{slug(found.name)}:{found.alias}"
    known = _called(cast, found.name)
    return known or cast.member(key, found.kind, found.name, _code(cast, found))


def _called(cast: Cast, name: str) -> Member | None:
    """The organisation of the article with this name or acronym of its own."""
    for key, member in cast.members.items():
        if key.startswith("name:") and name in (member.name, *_aliases(key)):
            return member
    return None


def _aliases(key: str) -> tuple[str, ...]:
    return tuple(filter(None, key.split(":")[2:]))


def _body(cast: Cast, found: Found, country: str) -> Member:
    if found.kind == "country" and country in cast.known.entries:
        return cast.entry_member(country)
    named = cast.known.named(found.alias) if not found.countries else None
    if named and named.kind == found.kind:
        return cast.entry_member(named.id)
    entry = cast.known.agencies.get((country, found.role), "")
    if entry:
        return cast.entry_member(entry)
    code = _code(cast, found, country)
    word = "" if found.kind == "agency" else found.word
    key = f"role:{code}:{found.role}:{word}"
    member = cast.member(key, found.kind, found.role_text, code)
    member.role_id, member.many = found.role, found.kind == "people"
    return member


# --- codes ---------------------------------------------------------------------------------------


def _countries(cast: Cast, found: Found) -> tuple[str, ...]:
    """Countries that the words give, else the nearest in the text for a role that is always somebody's."""
    if found.countries or not found.role:
        return found.countries
    if found.here and (place := local_country(cast, found)):
        return (place,)
    if found.owned and (owner := owner_country(cast, found)):
        return (owner,)
    if found.sector == ACCUSED and (alike := alike_country(cast, found)):
        return (alike,)
    if not found.local:
        trade = found.kind == "person" and " " in found.word
        alike = alike_country(cast, found, trade) if trade or found.kind == "organisation" else ""
        return (alike,) if alike else ()
    words = roles(cast.known.language)
    home = words.home
    if found.homely or found.role in words.lands:
        return (words.lands.get(found.role, home),)
    there = cast.known.entries.get(found.where)
    stands = found.where if there is not None and there.kind == "country" and found.role != CAPTIVES else ""
    return (stands or nearest_country(cast, found) or home,)


def _code(cast: Cast, found: Found, country: str = "") -> str:
    """``country:sector`` of a role; a body's own code where the role takes it over."""
    of = country or next(iter(_countries(cast, found)), "")
    serves = found.of in cast.known.held and found.sector in (STATE, UNTOLD)
    if serves and not found.former:
        return cast.known.code_on(found.of, cast.day)
    if found.code:
        return f"{found.code[:3]}:{FORMER}" if found.former else found.code
    if not found.role:
        return UNKNOWN
    body = cast.short.get(found.body) or _called(cast, found.body) if found.body and not country else None
    if body is not None and body.country:
        return body.code
    sector = STATE if found.sector == UNTOLD and of else found.sector
    left = found.former and not (sector in NOT_STATE and found.word in roles(cast.known.language).heads)
    return f"{of or NOWHERE}:{FORMER if left else sector}"
