"""Headlines: verbs without subject after a comma go on with the first one's, and a coding that leaves somebody
over is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

import msgspec
from msgspec.structs import replace

from kawat.actors.scene import is_headline
from kawat.events.adjust import met
from kawat.events.draft import Draft
from kawat.events.markers import Markers
from kawat.events.predicates import SPOKEN, EventType, Need
from kawat.events.sides import apart, countries, direct, located
from kawat.events.triggers import Trigger
from kawat.events.view import LIGHT, Named, View
from kawat.lexicon import read_toml
from kawat.records import Actor

OPENING = frozenset({*LIGHT, "SCONJ", "ADP"})
"""Parts of speech that may stand before the verb that a headline begins with."""
ALONE = frozenset({"PROTEST", "MOBILIZE"})
"""Types of acts that need nobody against whom they are done."""
LEFT_OVER = "side left over"
"""Why a draft of a headline is left out that finds no place for somebody named there."""
ONE_SIDED = "one side in a headline"
"""Why a draft of a headline is left out that names too few sides."""


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The sides without which an act of a type is not coded from a headline."""

    type: EventType
    needs: tuple[Need, ...]


class AskedFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/headlines.toml``."""

    headline: tuple[Asked, ...]


@cache
def asked() -> dict[str, tuple[Need, ...]]:
    """What a headline has to name, by type, read once.

    Raises:
        LexiconError: the file breaks its form.
    """
    read: AskedFile = read_toml(resources.files("kawat.events") / "data" / "headlines.toml", AskedFile)
    return {entry.type: entry.needs for entry in read.headline}


def led(view: View, draft: Draft) -> Draft:
    """A verb that a headline adds after a comma without a subject, done by whom the headline begins with."""
    trigger = draft.trigger
    judged = "speaker" in trigger.entry.frame.actor
    if draft.actor or trigger.noun or trigger.passive or judged or not is_headline(view.sentence):
        return draft
    token = trigger.first - 1
    while token > 0 and view.sentence.tokens[token].upos in LIGHT:
        token -= 1
    if token <= 0 or view.texts[token] != ",":
        return draft
    actor = tuple(apart(beginning(view, token), draft.recipient))
    if not actor or view.zones[0] != view.zones[trigger.first]:
        return draft
    return replace(draft, actor=actor, rules=(*draft.rules, "actor.headline"))


def addressed(view: View, draft: Draft, drafts: Sequence[Draft], known: Markers) -> Draft:
    """Words of a headline as aimed at the power that stands behind them and a word for *to*; what is done or
    said in between (``drafts``) has its own goal.
    """
    trigger = draft.trigger
    if not draft.actor or draft.recipient or draft.type not in SPOKEN or trigger.entry.frame.mutual:
        return draft
    slots = {*trigger.entry.frame.recipient, *trigger.entry.frame.noun_recipient}
    if not is_headline(view.sentence) or slots.isdisjoint(known.toward):
        return draft
    own = countries(draft.actor)
    for mention in view.named:
        before = view.words[mention.first - 1] if mention.first else ""
        if mention.first <= trigger.last or before not in known.toward or apart_from(view, trigger, mention):
            continue
        if any(trigger.last <= other.trigger.first < mention.first for other in drafts):
            return draft
        goal = tuple(a for a in direct(view, mention.head) if power(a) or draft.type == "AGREE")
        if goal and not countries(goal) & own:
            return replace(draft, recipient=goal, rules=(*draft.rules, "recipient.toward"))
    return draft


def power(actor: Actor) -> bool:
    """Whether words can be aimed at the actor: no place, no court that they are only brought before."""
    return located(actor) and actor.kind != "place" and actor.sector != "JUD"


def apart_from(view: View, trigger: Trigger, mention: Named) -> bool:
    """Whether a mark of punctuation or other reported words stand between a trigger and a mention."""
    between = range(trigger.last, mention.first)
    marks = any(view.sentence.tokens[t].upos == "PUNCT" for t in between)
    return marks or view.zones[trigger.first] != view.zones[mention.first]


def fronted(view: View, draft: Draft, known: Markers) -> Draft:
    """A verb that a headline begins with, done by whom the clause behind the comma begins with (*Hit by strikes,
    A turns to B*)."""
    trigger = draft.trigger
    judged = "speaker" in trigger.entry.frame.actor
    mutual = trigger.entry.frame.mutual
    if (draft.actor and not mutual) or trigger.noun or trigger.passive or judged:
        return draft
    opening = (view.sentence.tokens[t].upos for t in range(trigger.first))
    if not is_headline(view.sentence) or any(view.at[t] >= 0 for t in range(trigger.first)):
        return draft
    if not all(upos in OPENING for upos in opening):
        return draft
    comma = next((t for t in range(trigger.last, len(view)) if view.texts[t] == ","), len(view))
    mention = next((m for m in view.named if m.first == comma + 1), None)
    if mention is None or mention.last >= len(view) or view.zones[trigger.first] != view.zones[mention.first]:
        return draft
    actor = tuple(apart((a for a in direct(view, mention.head) if located(a)), draft.recipient))
    if mutual:
        others = (m for m in view.named if trigger.last <= m.first < comma)
        met = next((m for m in others if view.words[m.first - 1] not in known.places), None)
        actor = (*actor, *apart(direct(view, met.head), actor)) if met else ()
    return replace(draft, actor=actor, rules=(*draft.rules, "actor.headline")) if actor else draft


def parted(view: View, holder: Trigger, trigger: Trigger) -> bool:
    """Whether a comma parts a verb of a headline from one before it, and somebody else does it (*A agrees, B
    refuses*): neither holds the other.
    """
    if trigger.noun or not is_headline(view.sentence):
        return False
    comma = next((t for t in range(holder.last, trigger.first) if view.texts[t] == ","), -1)
    return comma >= 0 and any(comma < m.first and m.last <= trigger.first for m in view.named)


def beginning(view: View, end: int) -> list[Actor]:
    """Whom the words before a token begin with; nobody where a preposition opens them."""
    first = next((m for m in view.named if m.last <= end), None)
    if first is None or any(
        view.sentence.tokens[t].upos in ("ADP", "SCONJ", "VERB") for t in range(first.first)
    ):
        return []
    return [actor for actor in direct(view, first.head) if located(actor)]


def sure(view: View, drafts: Sequence[Draft], known: Markers) -> list[Draft]:
    """The drafts of a headline without those too unsure: they lack a side that their type asks for, or any where
    the headline names somebody whom none of its drafts has found a place for.
    """
    if not is_headline(view.sentence):
        return list(drafts)
    placed = {side.country for draft in drafts if not draft.silent for side in draft.sides}
    acting = {country for country, place in named(view, known) if not place} - placed
    return [replace(d, silent=d.silent or unsure(d, bool(acting))) for d in drafts]


def unsure(draft: Draft, left_over: bool) -> str:
    """Why a headline's act is too unsure to be told; ``left_over`` where somebody named has no place in any."""
    if (left_over and lacks(draft)) or halved(draft):
        return LEFT_OVER
    return "" if all(met(draft, need) for need in asked().get(draft.type, ())) else ONE_SIDED


def named(view: View, known: Markers) -> Iterator[tuple[str, bool]]:
    """The countries that a headline names, and whether only as the place of what happens."""
    for mention in view.named:
        before = view.words[mention.first - 1] if mention.first else ""
        placed = before in known.places and before not in known.toward
        for actor in direct(view, mention.head):
            if located(actor):
                yield actor.country, placed or actor.kind == "place"


def halved(draft: Draft) -> bool:
    """Whether an act has no side, or is one of two sides of which only one is named."""
    both = draft.trigger.entry.frame.mutual and draft.type in ("ASSAULT", "RETREAT", "CONSULT")
    return len(countries(draft.sides)) < (2 if both else 1)


def lacks(draft: Draft) -> bool:
    """Whether an act of one side on another names only one of them."""
    if draft.type in ALONE:
        return False
    if draft.trigger.entry.frame.mutual:
        return len(countries(draft.sides)) < 2
    return not (draft.actor and draft.recipient)


def powers_alone(draft: Draft) -> Draft:
    """Words aimed at a power and at a place, without the place, which only says where."""
    places = [actor for actor in draft.recipient if actor.kind == "place"]
    if draft.type not in SPOKEN or not places or len(places) == len(draft.recipient):
        return draft
    return replace(draft, recipient=tuple(a for a in draft.recipient if a.kind != "place"))
