"""Whose people or police are meant in a lone headline, which names nobody before and has no story to ask."""

from __future__ import annotations

from collections.abc import Iterator

from kawat.actors.cast import Cast, Member
from kawat.actors.found import Found, is_headline
from kawat.actors.roles import pronouns, roles
from kawat.actors.whoswho import TOP_ROLES
from kawat.records import NOWHERE

CAPTIVES = "captives"
"""Role of people who are not of the country of whoever holds them."""
EMBASSY = "embassy"
"""Role of a body before whose house crowds of another country stand."""
BEFORE = 2
"""How many words may stand between a word for a cause and the country that it is about."""
SENT_OR_HEIR = frozenset({"crown-prince", "envoy"})
"""Roles of who is to be a monarch, and of those who are sent by nobody knows whom."""
EMPLOYERS = frozenset({"company", "body", "organisation"})
"""Kinds of bodies that have people of their own."""
STANDING = frozenset({"place", "people", "agency"})
"""Kinds of mention that tell where police are; a country named there only acts or is spoken of."""


def in_lone_headline(cast: Cast, found: Found) -> bool:
    """Whether the mention stands in a headline without an article."""
    return len(cast.sentences) == 1 and is_headline(cast.sentences[found.sentence])


def titled_country(cast: Cast, found: Found) -> str:
    """Whose a bare crowd, or a bare police, of a lone headline is; empty when the headline does not tell.

    Where it stands decides, then who was named last before it and is no cause of the crowd, then for marchers
    the home country, whose news it is.
    """
    words = roles(cast.known.language)
    named = found.where or next(_named(cast, found), "")
    if found.role == CAPTIVES:
        return words.across.get(named, named)
    if named or found.kind != "people":
        return named
    tokens = cast.sentences[found.sentence].tokens
    leads = found.subject or not cast.log or tokens[found.first - 1].upos == "PUNCT"
    return words.home if found.word in words.marchers and leads else NOWHERE


def _named(cast: Cast, found: Found) -> Iterator[str]:
    """Countries named before the mention, the nearest first, that can be whose it is."""
    crowd = found.kind == "people"
    march = found.word in roles(cast.known.language).marchers
    for earlier, member in cast.back():
        own = _state(cast, member)
        apart = march and not _marching(cast, earlier, found)
        there = crowd or earlier.kind in STANDING or earlier.subject or _placed(cast, earlier)
        if own and there and earlier.role != EMBASSY and not apart and not _cause(cast, earlier):
            yield own


def _state(cast: Cast, member: Member) -> str:
    entry = cast.known.entries.get(member.country)
    return member.country if entry is not None and entry.kind == "country" and member.kind != "media" else ""


def _placed(cast: Cast, earlier: Found) -> bool:
    """Whether a word of being there stands before the mention."""
    before = cast.sentences[earlier.sentence].tokens[: earlier.first][-1:]
    return any(token.text.lower() in roles(cast.known.language).stations for token in before)


def foreign_title(cast: Cast, found: Found) -> bool:
    """Whether a bare title in a lone headline is one that the home country does not have (king, prime minister)."""
    home = roles(cast.known.language).home
    high = found.role in TOP_ROLES or found.role in SENT_OR_HEIR
    return high and (home, found.role) not in cast.known.posts and in_lone_headline(cast, found)


def employer(cast: Cast, found: Found) -> str:
    """Country of the body or firm that acts before an official of nobody in a lone headline; empty when none does."""
    if found.kind != "person" or found.code or not in_lone_headline(cast, found):
        return ""
    acting = (m for earlier, m in cast.back() if earlier.subject)
    first = next(acting, None)
    return first.code[:3] if first is not None and first.kind in EMPLOYERS else ""


def _marching(cast: Cast, earlier: Found, crowd: Found) -> bool:
    """Whether a mention stands in the clause of the crowd, or in one that tells where crowds march."""
    tokens = cast.sentences[earlier.sentence].tokens
    if all(tokens[t].upos != "PUNCT" or tokens[t].text == "-" for t in range(earlier.last, crowd.first)):
        return True
    start = next((t for t in range(earlier.first - 1, -1, -1) if tokens[t].upos == "PUNCT"), -1)
    end = next((t for t in range(earlier.last, len(tokens)) if tokens[t].upos == "PUNCT"), len(tokens))
    clause = {tokens[t].text.lower() for t in range(start + 1, end)}
    return not clause.isdisjoint(roles(cast.known.language).marches)


def _cause(cast: Cast, earlier: Found) -> bool:
    """Whether a word before the mention makes it what a crowd is for or against."""
    causes = pronouns(cast.known.language).causes
    tokens = cast.sentences[earlier.sentence].tokens
    for token in range(earlier.first - 1, max(-1, earlier.first - 2 - BEFORE), -1):
        if tokens[token].text.lower() in causes:
            return True
        if tokens[token].upos in ("PUNCT", "ADP"):
            return False
    return False
