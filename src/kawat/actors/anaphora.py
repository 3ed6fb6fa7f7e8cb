"""Back references: pronouns, "negara itu", "kedua negara", and whose police "polisi" is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import msgspec

from kawat.actors.cast import Cast, Member
from kawat.actors.crowds import employer, foreign_title, in_lone_headline, titled_country
from kawat.actors.found import Found
from kawat.actors.pointed import has_role, same_role
from kawat.actors.roles import roles
from kawat.actors.whoswho import TOP_ROLES
from kawat.records import NOWHERE

REACH = 4
"""How many sentences back a pronoun looks."""
SUBJECT = 1.5
"""What being a subject is worth, in sentences of distance."""
HOME_SHARE = 0.25
"""From this share of mentions on an article is about the home country as well."""
JOINING_SIGNS = ("-", "–")
TELLING = frozenset({"BUS", "SOC", "EDU", "JRN", "JUD", "LEG", "MIL", "REL"})
"""Sectors by which a noun for persons tells them from others: "taipan itu", "hakim itu"."""
ARMED = frozenset({"MIL", "COP"})
"""Sectors of arms that no plain word for a body means."""
ARM = "agency"
"""Kind of those whose names say what they are: "kementerian itu" is one called so."""
SPEAKING_FOR = "side"
"""Role of whoever somebody else speaks for (from *the side of A*, the envoy B)."""
OWNERS = ("person", "country", "group", "agency", "party", "people")
BYSTANDERS = frozenset({"media", "company", "organisation"})
"""Whose country says nothing of the police or the crowds that are named after them."""
ABROAD = frozenset({"embassy"})
"""Roles of bodies that stand in another country than their own: a crowd before one is not of it."""
NAMELESS = f"{NOWHERE}:GOV"
"""Code of states that are not named."""
AT_HOME = frozenset({"GOV", "COP"})
"""Sectors of whom a headline speaks without a country when it means the reader's own."""
ONE_STATE = 0.3
"""What being one state counts against it."""
FAR_OFTENER = 2
"""How many times as often the main two are named as two compared in passing."""
PLURAL = 1.0
"""What being many is worth to a word for many."""


def back_reference(cast: Cast, found: Found) -> tuple[Member, ...]:
    """The members that the words point back to; none when nobody fits."""
    if found.kind == "pair":
        return _pair(cast, found)
    if found.kind == "pronoun":
        meant = _best(cast, found)
        return tuple(_country_of(cast, member) for member in meant) if found.as_country else meant
    return _definite(cast, found)


def _candidates(cast: Cast, found: Found) -> Iterator[tuple[float, Found, Member]]:
    """Earlier mentions of fitting members with their distance in sentences, a subject being nearer."""
    for order, (earlier, member) in enumerate(cast.back()):
        distance = found.sentence - earlier.sentence
        if distance > REACH:
            return
        if member.kind in found.kinds and earlier.last <= _limit(found, earlier):
            subject = SUBJECT * (earlier.subject and not _out_of_reach(found, earlier))
            yield distance - subject + order * 0.01, earlier, member


def _out_of_reach(found: Found, earlier: Found) -> bool:
    """For a clitic, the subject of an earlier sentence is no likelier than what stands in its own."""
    return found.how == "clitic" and earlier.sentence != found.sentence


def _limit(found: Found, earlier: Found) -> int:
    return found.first if earlier.sentence == found.sentence else earlier.last


def _best(cast: Cast, found: Found) -> tuple[Member, ...]:
    best: tuple[float, Member] | None = None
    for distance, _, member in _candidates(cast, found):
        if not _number_fits(found, member):
            continue
        weighed = distance - PLURAL * (found.number == "many" and _is_many(member))
        weighed += ONE_STATE * (found.number == "many" and member.kind == "country")
        if best is None or weighed < best[0]:
            best = (weighed, member)
    return (best[1],) if best else ()


def _country_of(cast: Cast, member: Member) -> Member:
    state = _state(cast, member)
    return cast.entry_member(state) if state else member


def _number_fits(found: Found, member: Member) -> bool:
    if found.number == "one":
        return not member.many
    return found.number != "many" or member.kind != "person" or member.many


def _is_many(member: Member) -> bool:
    return member.many or member.kind in ("people", "group")


def _definite(cast: Cast, found: Found) -> tuple[Member, ...]:
    """The last fitting member; of persons and forces one with the same role, if the noun names a role."""
    kinds = found.kinds or (found.kind, "group")
    fitting = [member for member in _named_or_owner(cast) if member.kind in kinds]
    if found.role and not found.kinds:
        owner = _best(cast, _its_clitic(found)) if found.owned else ()
        fitting = same_role(cast, found, [member for member in fitting if member not in owner])
    elif "person" in kinds:
        one = [m for m in fitting if not m.many] or fitting
        fitting = [m for m in one if found.sector in TELLING and m.code.endswith(found.sector)] or one
    elif ARM in kinds:
        called = [m for m in fitting if found.word in m.name.lower().split()]
        fitting = called or [m for m in fitting if m.code[4:] not in ARMED]
    if found.kinds == ("country",):
        fitting = [m for m in fitting if not _in_clause(cast, found, m)] or fitting
    return (fitting[0],) if fitting else ()


def _named_or_owner(cast: Cast) -> Iterator[Member]:
    """Members from the latest on, and the bodies that persons were named with ("juru bicara Hamas")."""
    for earlier, member in cast.back():
        yield member
        if earlier.of in cast.known.entries and member.kind == "person":
            yield cast.entry_member(earlier.of)


def last_agency(cast: Cast, found: Found) -> Member | None:
    """The arm of a state named last, not too far back."""
    return _last_of(cast, found, ARM)


def last_firm(cast: Cast, found: Found) -> Member | None:
    """The firm named last, not too far back."""
    return _last_of(cast, found, "company")


def _last_of(cast: Cast, found: Found, kind: str) -> Member | None:
    for earlier, member in cast.back():
        if found.sentence - earlier.sentence > REACH:
            return None
        if member.kind == kind:
            return member
    return None


def _in_clause(cast: Cast, found: Found, member: Member) -> bool:
    """Named as the subject of the same sentence: then "that country" is usually another."""
    return any(
        earlier.sentence == found.sentence and earlier.subject and meant is member
        for earlier, meant in cast.back()
    )


def _pair(cast: Cast, found: Found) -> tuple[Member, ...]:
    """Two members: the last that were joined, an earlier pair's, or the nearest sentence's two."""
    heads = _two_heads(cast) if found.top else ()
    if heads:
        return heads
    joined = _joined(cast, found)
    if joined and not _besides(cast, found, joined):
        return tuple(_as_sector(cast, side, found.sector) for side in joined)
    before = next((members for earlier, members in reversed(cast.log) if earlier.kind == "pair"), ())
    if before:
        sides = [_side(cast, member, found) for member in before]
        return tuple(_as_sector(cast, side, found.sector) for side in sides) if all(sides) else ()
    counts = Counter(_side(cast, member, found) for _, member in cast.back())
    last: list[str] = []
    number = found.sentence
    for earlier, member in cast.back():
        if earlier.sentence != number and len(last) < 2:
            last = []
        elif earlier.sentence != number:
            break
        number = earlier.sentence
        side = _side(cast, member, found)
        if side and side not in last:
            last.append(side)
    top = sorted(last, key=lambda side: -counts[side])[:2]
    if len(top) < 2:
        top = [side for side, _ in counts.most_common() if side][:2]
    return tuple(_as_sector(cast, side, found.sector) for side in top) if len(top) == 2 else ()


def _besides(cast: Cast, found: Found, joined: tuple[str, ...]) -> bool:
    """Whether the article is about two others: each named far oftener than both who stood side by side."""
    counts = Counter(side for _, member in cast.back() if (side := _side(cast, member, found)))
    main = [side for side, _ in counts.most_common(2)]
    least = min((counts[side] for side in main), default=0)
    return not set(main) & set(joined) and least > FAR_OFTENER * max(counts[side] for side in joined)


def _two_heads(cast: Cast) -> tuple[Member, ...]:
    """The two heads of states or governments whom the article has named last; none when it has not named two."""
    heads: dict[str, Member] = {}
    for _, member in cast.back():
        if member.kind == "person" and any(has_role(cast, member, role) for role in TOP_ROLES):
            heads.setdefault(member.key, member)
    found = tuple(heads.values())[:2]
    return found if len(found) == 2 else ()


def _joined(cast: Cast, found: Found) -> tuple[str, ...]:
    """The last two sides that stood side by side, in one mention or joined by a word; no longer list."""
    later: tuple[Found, str] | None = None
    for earlier, members in reversed(cast.log):
        sides = tuple(dict.fromkeys(side for member in members if (side := _side(cast, member, found))))
        if len(sides) == 2:
            return sides
        if later and len(sides) == 1 and sides[0] != later[1] and _side_by_side(cast, earlier, later[0]):
            return sides[0], later[1]
        later = (earlier, sides[0]) if len(sides) == 1 else None
    return ()


def _side_by_side(cast: Cast, one: Found, other: Found) -> bool:
    """Whether only a joining word or a hyphen stands between, and no comma before."""
    if one.sentence != other.sentence or other.first - one.last != 1:
        return False
    tokens = cast.sentences[one.sentence].tokens
    joins = (*roles(cast.known.language).joins, *JOINING_SIGNS)
    listed = one.first > 0 and tokens[one.first - 1].text == ","
    return tokens[one.last].text.lower() in joins and not listed


def _side(cast: Cast, member: Member, found: Found) -> str:
    """Key of what a mention counts for in a pair: itself, or its country where countries are asked."""
    if member.kind in found.kinds and not (member.kind == "person" and member.many):
        return member.key
    if "country" in found.kinds and member.kind != "place" and member.country in cast.known.entries:
        return member.country
    return ""


def _as_sector(cast: Cast, side: str, sector: str) -> Member:
    member = cast.members.get(side) or cast.entry_member(side)
    if not sector:
        return member
    code = f"{member.code[:3]}:{sector}"
    return cast.member(f"role:{code}:pair", "agency", member.name, code)


def nearest_country(cast: Cast, found: Found) -> str:
    """Whose a bare role is ("polisi"); empty when the article has named no country yet.

    A crowd belongs to the country named before it in the sentence, a force to the like one named last.
    """
    crowd = found.kind == "people"
    lone = in_lone_headline(cast, found)
    if lone and (crowd or found.sector == "COP") and (told := titled_country(cast, found)):
        return told
    if own := employer(cast, found):
        return own
    if foreign_title(cast, found):
        return _acting(cast, found) or NOWHERE
    there = () if found.kind == "person" else (_beside, _said_to_be)
    steps = (*there, _in_sentence, _alike) if crowd else (*there, _alike, _acting)
    asked: tuple[Callable[[Cast, Found], str], ...] = (*steps, _home_too, _last_subject)
    told = next((country for step in asked if (country := step(cast, found))), "")
    return told or ("" if lone and found.sector in AT_HOME else cast.main_country())


def alike_country(cast: Cast, found: Found, by_word: bool = False) -> str:
    """Country of one with the same role, or called by the same words, that the article names with its country."""
    if not by_word:
        return _alike(cast, found)
    alike = (m for earlier, m in cast.back() if earlier.word == found.word and _state(cast, m))
    return next((member.country for member in alike), "")


def local_country(cast: Cast, found: Found) -> str:
    """Country of the place spoken of last; empty when none was, not too far back."""
    for earlier, member in cast.back():
        if found.sentence - earlier.sentence > REACH:
            break
        if member.kind in ("place", "country") and not earlier.subject and _state(cast, member):
            return member.country
    return ""


def owner_country(cast: Cast, found: Found) -> str:
    """Country of whoever "-nya" behind the role points back to ("pasukannya")."""
    owners = _best(cast, _its_clitic(found))
    return next((country for member in owners if (country := _state(cast, member))), "")


def _its_clitic(found: Found) -> Found:
    """The clitic behind the role as a mention of its own."""
    return msgspec.structs.replace(
        found, kind="pronoun", how="clitic", kinds=OWNERS, number="any", first=found.last - 1
    )


def _home_too(cast: Cast, _: Found) -> str:
    """The country the article was filed from, else home where it has much to do with it."""
    if cast.filed:
        return cast.filed
    home = roles(cast.known.language).home
    countries = [member.country for _, member in cast.back() if member.country]
    return home if countries.count(home) >= HOME_SHARE * max(1, len(countries)) else ""


def _state(cast: Cast, member: Member) -> str:
    """The member's country; empty for bodies of many countries, and for media, who only report."""
    entry = cast.known.entries.get(member.country)
    own = entry is not None and entry.kind == "country" and member.kind not in BYSTANDERS
    return member.country if own else ""


def _alike(cast: Cast, found: Found) -> str:
    """Country of the last one called by the same word, else of the last one with the same role."""
    same_role = ""
    for earlier, member in cast.back():
        if _state(cast, member) and earlier.role == found.role and _as_many(found, earlier):
            if earlier.word == found.word:
                return member.country
            same_role = same_role or member.country
    later = cast.ahead.get(found.role)
    fits = later is not None and later.countries and _as_many(found, later)
    return same_role or (later.countries[0] if later is not None and fits else "")


def _as_many(found: Found, other: Found) -> bool:
    """Whether both are one or both many: "para pemimpin" are not "pemimpin X". Matters for persons only."""
    return found.kind != "person" or found.many == other.many


def _in_sentence(cast: Cast, found: Found) -> str:
    """Country of the subject before it in the sentence, else of the one named last before it."""
    nearest = ""
    for earlier, member in cast.back():
        if earlier.sentence != found.sentence:
            break
        if earlier.role in ABROAD:
            continue
        if _state(cast, member) and earlier.subject:
            return member.country
        nearest = nearest or _state(cast, member)
    return nearest


def _beside(cast: Cast, found: Found) -> str:
    """Country of the arm of a state that stands before it, joined: "parlemen X bersama [pemerintah]"."""
    tokens = cast.sentences[found.sentence].tokens
    words = roles(cast.known.language)
    joint = found.first > 0 and tokens[found.first - 1].text.lower() in (*words.joins, *words.together)
    for earlier, member in cast.back() if joint else ():
        if earlier.sentence == found.sentence and earlier.last == found.first - 1:
            return _state(cast, member) if member.kind == "agency" else ""
    return ""


def _said_to_be(cast: Cast, found: Found) -> str:
    """Country of the place with which the sentence opens ("Di New York, pihak berwenang ...")."""
    tokens = cast.sentences[found.sentence].tokens
    if tokens[0].text.lower() not in roles(cast.known.language).stations:
        return ""
    opening = (m for earlier, m in cast.back() if earlier.sentence == found.sentence and earlier.first == 1)
    place = next(opening, None)
    return _state(cast, place) if place is not None else ""


def _acting(cast: Cast, found: Found) -> str:
    """Country of who acts before it in the sentence."""
    for earlier, member in cast.back():
        if earlier.sentence != found.sentence:
            break
        if earlier.subject and member.code == NAMELESS:
            return NOWHERE
        if _state(cast, member) and (earlier.subject or earlier.role == SPEAKING_FOR):
            return member.country
    return ""


def _last_subject(cast: Cast, found: Found) -> str:
    for earlier, member in cast.back():
        if found.sentence - earlier.sentence > REACH:
            break
        bystander = member.kind == "place" or (member.kind == "people" and found.kind != "people")
        if _state(cast, member) and not bystander and earlier.subject:
            return member.country
    return ""
