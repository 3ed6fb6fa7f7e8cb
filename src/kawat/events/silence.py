"""What is left out though it looks like an event: bare back-references, neutral heads, sport and markets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Literal

import msgspec
from msgspec.structs import replace

from kawat.events.adjust import STATE
from kawat.events.draft import Draft
from kawat.events.sides import countries, located
from kawat.events.view import View, lowered
from kawat.lexicon import words
from kawat.records import NOWHERE, Actor, Sentence

POLITICAL = STATE | {"PTY", "OPP"}
"""Sectors of political actors."""
FORMER = "ELI"
"""Sector of those who once held office: what police and courts do to them is politics."""
LEAD = 2
"""Sentences that lead an article: its headline and the first."""
RETOLD = frozenset({"ASSAULT"})
"""Types that are told anew where a word points back: the attack that is condemned, answered or survived."""
RESUMED = frozenset({"AID", "COERCE", "CONSULT", "PROTEST", "SANCTION"})
"""Types of deeds that are told anew where a clause is about them (*this visit* is his second)."""
KIND = frozenset({"AGREE", "SUPPORT", "RETREAT", "CONCEDE"})
"""Types of acts that private people do for each other; what they blame and demand they want of the state."""
SUFFERED = frozenset({"ASSAULT", "AID", "RETREAT", "COERCE"})
"""Types of which people alone can be told, where there is a war."""


class Domain(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of news in which the words of politics mean something else."""

    id: str
    words: tuple[str, ...]
    least: int = 2
    """How many different words of it must stand there."""
    scope: Literal["paragraph", "article"] = "paragraph"
    """Where they are counted, and what is then left out."""
    lead: int = 0
    """How many in headline and first sentence alone are enough for a whole article; 0 for never."""
    foreign: bool = False
    """Whether what two countries, or two powers of a foreign one, do to each other is told all the same."""
    politics: tuple[str, ...] = ()
    """Words that in its news speak of politics (a ban on a country's athletes)."""
    outweighed: int = 0
    """How many different words of politics make a whole article politics all the same; 0 for none."""


class SilenceFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``silence.toml``; lower case."""

    back: tuple[str, ...]
    """Words after an event noun that point back to an event told before."""
    heads: tuple[str, ...]
    """Nouns before an event noun that make it a place, a time, a title or a topic (conflict *zone*)."""
    bodies: tuple[str, ...] = ()
    """Nouns before an event noun that make it the purpose of a body or thing, whosever it is (aid *agency* of A)."""
    home: tuple[str, ...] = ()
    """Countries (ISO3) in which people and firms alone make no politics."""
    domain: tuple[Domain, ...] = ()


class Silence(msgspec.Struct, frozen=True):
    """``silence.toml`` as sets."""

    back: frozenset[str]
    heads: frozenset[str]
    bodies: frozenset[str]
    home: frozenset[str]
    domains: tuple[tuple[Domain, frozenset[str]], ...]


@cache
def silence(language: str) -> Silence:
    """What silences in a language, read once.

    Raises:
        LexiconError: the file breaks its form.
    """
    read = words(language, "silence", SilenceFile)
    domains = tuple((domain, frozenset(domain.words)) for domain in read.domain)
    return Silence(
        frozenset(read.back), frozenset(read.heads), frozenset(read.bodies), frozenset(read.home), domains
    )


def silent(view: View, draft: Draft, known: Silence) -> str:
    """Why the words around the trigger make it no event; empty when they do not."""
    trigger = draft.trigger
    if not trigger.noun:
        return ""
    before = view.words[trigger.first - 1] if trigger.first else ""
    if before in known.bodies or (before in known.heads and not names_side(draft)):
        return "neutral head"
    after = view.words[trigger.last] if trigger.last < len(view) else ""
    resumed = draft.type in RESUMED and view.deps[trigger.head].startswith("nsubj")
    points_back = after in known.back and trigger.carrier < 0 and draft.type not in RETOLD and not resumed
    if points_back and not names_side(draft):
        return "back-reference"
    return ""


def unpolitical(draft: Draft, at_war: bool, known: Silence) -> str:
    """Why the sides make it no politics: people and firms at home, and no state, army, party or body.

    People protest without one, and in an article that tells of war (``at_war``) they are struck and helped.
    """
    if draft.type == "PROTEST" or not draft.sides or any(political(side) for side in own_sides(draft)):
        return ""
    if countries_of(draft) - known.home:
        return ""
    if draft.trigger.entry.predicate.by and any(side.sector == FORMER for side in draft.sides):
        return ""
    return "" if at_war and draft.type in SUFFERED else "no political side"


def own_sides(draft: Draft) -> tuple[Actor, ...]:
    """The sides that make it politics: kind words of somebody private for nobody named are not for the state."""
    supplied = draft.type in KIND and "recipient.home" in draft.rules
    return draft.actor if supplied else draft.sides


def political(actor: Actor) -> bool:
    """Whether the actor is one of politics."""
    return actor.sector in POLITICAL


def tells_of_war(drafts: Iterable[Draft]) -> bool:
    """Whether one of the drafts is an attack by or on a state, an army or an armed group."""
    return any(d.type == "ASSAULT" and any(political(side) for side in d.sides) for d in drafts)


def names_side(draft: Draft) -> bool:
    """Whether the words around the trigger name a side, not only the rest of the article."""
    carried = ("recent", "again", "topic")
    named = (rule for rule in draft.rules if rule.startswith(("actor.", "recipient.")))
    return any(not rule.endswith(carried) for rule in named)


def domains(sentences: Sequence[Sentence], known: Silence) -> Mapping[int, Domain]:
    """The domain of each block that belongs to one, by the block's position."""
    blocks: dict[int, set[str]] = {}
    for sentence in sentences:
        blocks.setdefault(sentence.block, set()).update(lowered(sentence))
    lead = {word for sentence in sentences[:LEAD] for word in lowered(sentence)}
    said = set().union(*blocks.values())
    whole = domain_led(lead, known) or domain_of(said, known, "article")
    if whole and not outweighed(whole, said):
        return dict.fromkeys(blocks, whole)
    return {block: own for block, said in blocks.items() if (own := domain_of(said, known, "paragraph"))}


def outweighed(domain: Domain, said: set[str]) -> bool:
    """Whether enough words of politics stand in an article of the domain."""
    return 0 < domain.outweighed <= len(said.intersection(domain.politics))


def domain_led(lead: set[str], known: Silence) -> Domain | None:
    """The first domain of which headline and first sentence say enough; what it retells from abroad is then
    the cause of prices, not its news.
    """
    own = (d for d, listed in known.domains if d.lead and len(listed & lead) >= d.lead)
    led = next(own, None)
    return replace(led, foreign=False) if led else None


def domain_of(said: set[str], known: Silence, scope: str) -> Domain | None:
    """The first domain with enough words among those said."""
    own = (d for d, listed in known.domains if d.scope == scope and len(listed & said) >= d.least)
    return next(own, None)


def out_of_place(draft: Draft, domain: Domain | None, known: Silence) -> str:
    """Why a draft in a domain is no politics; empty when it is."""
    if domain is None or (domain.foreign and between_powers(draft, known)):
        return ""
    return domain.id


def between_powers(draft: Draft, known: Silence) -> bool:
    """Whether two countries, or two powers of one that is not home, do it to each other."""
    powers = {s.code for s in draft.sides if political(s) and located(s)}
    there = countries_of(draft)
    return len(there) > 1 or (len(there) == 1 and len(powers) > 1 and not there & known.home)


def countries_of(draft: Draft) -> frozenset[str]:
    """The countries of the draft's sides that are known."""
    return countries(draft.sides) - {NOWHERE}
