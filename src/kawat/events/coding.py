"""From the triggers of a sentence to drafts of its events: sides, nesting, aux, one plain step after the
other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec
from msgspec.structs import replace

from kawat.actors.scene import is_headline
from kawat.events.adjust import HOSTILE
from kawat.events.asked import UNNAMED, asked
from kawat.events.bothways import way_back
from kawat.events.condemned import DOER, behind_words, spared, unpromised, without_inner
from kawat.events.constructions import Openers, openers, with_constructions
from kawat.events.contexts import Signs, signs
from kawat.events.crowds import on_own_ground, suffering
from kawat.events.draft import Draft
from kawat.events.examples import named_members
from kawat.events.foes import named_war
from kawat.events.halts import halted
from kawat.events.headlines import addressed, fronted, led, parted, powers_alone
from kawat.events.inside import inside
from kawat.events.markers import Markers, markers
from kawat.events.merge import merged, talks_about
from kawat.events.modality import Modals, aux_of, ceased, modals
from kawat.events.nesting import parents, resumed
from kawat.events.parts import without_turned
from kawat.events.predicates import SPOKEN
from kawat.events.series import listed
from kawat.events.sides import Actors, Sides, apart, countries, direct, is_power, located, sides_of
from kawat.events.silence import Silence, silence
from kawat.events.slots import Slots, slots_of
from kawat.events.table import Table, table
from kawat.events.triggers import Trigger, find
from kawat.events.view import LIGHT, View
from kawat.events.wars import foes
from kawat.records import Aux

STRUCK = frozenset({"AID", "ASSAULT", "COERCE"})
"""Types of acts of force or help, felt by the land where they are done."""
FACING = frozenset({"AGREE", "COERCE", "CONCEDE", "SANCTION", "SUPPORT", "THREATEN"})
"""Types whose recipient may stand anywhere behind the trigger."""
WARRING = 5
"""How many words after the name of a war the other side may stand (the war of A *in B*)."""
NEARBY = 12
"""How many words away a side outside the slots may stand."""


class Knowledge(msgspec.Struct, frozen=True):
    """What the coder knows of a language."""

    language: str
    table: Table
    markers: Markers
    modals: Modals
    silence: Silence
    signs: Signs
    openers: Openers


@cache
def knowledge(language: str) -> Knowledge:
    """The coder's knowledge of a language, read once.

    Raises:
        LexiconError: a lexicon file breaks its form.
    """
    return Knowledge(
        language,
        table(language),
        markers(language),
        modals(language),
        silence(language),
        signs(language),
        openers(language),
    )


def code_sentence(view: View, known: Knowledge, speakers: Mapping[int, Actors]) -> list[Draft]:
    """Drafts of the sentence from left to right, sides as far as the sentence itself names them.

    Args:
        speakers: who says it, by the number of the statement (`View.zones`).
    """
    triggers = without_turned(view, find(view, known.table))
    triggers = with_constructions(view, triggers, known.openers, speakers, known.markers)
    if not triggers:
        return []
    holder = [
        -1 if parent >= 0 and own_clause(view, triggers[parent], triggers[number]) else parent
        for number, parent in enumerate(
            behind_words(triggers, number, parent)
            for number, parent in enumerate(parents(view, triggers, known.markers))
        )
    ]
    drafts: list[Draft] = []
    for number, trigger in enumerate(triggers):
        slots = without_inner(triggers, trigger, slots_of(view, trigger, known.markers))
        sides = own_sides(view, trigger, slots, speakers, known.markers)
        sides = asked(view, trigger, sides, triggers, known.markers)
        parent = -1 if struck(drafts, holder[number]) else holder[number]
        judged = "speaker" in trigger.entry.frame.actor
        aux, rule = (None, "") if judged else aux_of(view, trigger, known.modals)
        if aux == "negated" and trigger.noun and trigger.entry.predicate.type in SPOKEN:
            aux, rule = None, "aux.refused"
        rules = (
            f"{trigger.entry.predicate.type.lower()}.{trigger.entry.predicate.id}",
            trigger.entry.usage,
            rule,
        )
        draft = draft_of(trigger, sides, aux, parent, view.zones[trigger.first], tuple(r for r in rules if r))
        if ceased(view, trigger, known.modals):
            draft = ended(draft)
        if drafts and not draft.actor:
            draft = shared(view, draft, drafts[-1])
        draft = powers_alone(
            fronted(view, led(view, suffering(view, on_own_ground(draft), known.markers)), known.markers)
        )
        if parent >= 0:
            aimed = aimed_at(view, drafts[parent].trigger, trigger, known.markers)
            brief = is_headline(view.sentence)
            draft = under(draft, drafts[parent], explicit_subject(view, trigger, slots), aimed, brief)
        drafts.append(draft)
    about = unpromised(spared(view, listed(view, drafts), holder), holder)
    whole = [halted(view, draft, known.markers) for draft in merged(view, upwards(about, holder))]
    whole = named_members(view, whole, known.markers)
    aimed_by = [addressed(view, draft, whole, known.markers) for draft in whole]
    told = [beside(view, draft, known.markers) for draft in inside(view, aimed_by, known.markers)]
    return told + [back for draft in told for back in way_back(view, draft, known.markers)]


def own_clause(view: View, holder: Trigger, trigger: Trigger) -> bool:
    """Whether a headline begins a clause of its own with a verb: behind a comma nobody holds it."""
    return parted(view, holder, trigger) or resumed(view, trigger)


def struck(drafts: Sequence[Draft], holder: int) -> bool:
    """Whether the holder is an attack, which another act only follows (A shells B, *takes C*; A burns *aid*)."""
    return holder >= 0 and drafts[holder].type == "ASSAULT"


def beside(view: View, draft: Draft, known: Markers) -> Draft:
    """The draft with a side of another country that its own clause names outside the slots."""
    if draft.trigger.entry.frame.mutual:
        about = talks_about(draft) and not draft.trigger.passive
        if len(draft.sides) != 1 or draft.type == "SUPPORT" or about:
            return draft
        if (war := named_war(draft, countries(draft.sides))) is not draft:
            return war
        behind = range(draft.trigger.last, draft.trigger.last + WARRING if draft.type == "ASSAULT" else 0)
        body = draft.trigger.noun and all(actor.sector == "IGO" for actor in draft.actor)
        ahead = range(draft.trigger.first - 1, -1, -1) if draft.type != "RETREAT" and not body else range(0)
        named = until_verb(view, behind, known) if draft.trigger.noun else behind
        near = foreign(view, draft, named, known) or foreign(view, draft, ahead, known)
        return (
            replace(draft, actor=(*draft.actor, *near), rules=(*draft.rules, "sides.near")) if near else draft
        )
    draft = suffered(view, draft, known)
    judged = "speaker" in draft.trigger.entry.frame.actor
    aimed = judged or (facing(view, draft) and DOER not in draft.rules)
    if draft.actor and not draft.recipient and aimed:
        near = foreign(view, draft, range(draft.trigger.last, len(view)), known)
        if judged and not near:
            near = foreign(view, draft, range(draft.trigger.first - 1, -1, -1), known)
        if near:
            return replace(draft, recipient=near, rules=(*draft.rules, "recipient.near"))
    return draft


def until_verb(view: View, tokens: range, known: Markers) -> range:
    """The tokens as far as the first verb, which tells something else; some taggers take *against* for one."""
    inside = (t for t in tokens if t < len(view) and view.words[t] not in known.versus)
    verbs = (t for t in inside if view.sentence.tokens[t].upos == "VERB")
    return range(tokens.start, next(verbs, tokens.stop))


def facing(view: View, draft: Draft) -> bool:
    """Whether the recipient may stand anywhere behind the trigger: not of praise in headlines, nor of two who meet."""
    frame = draft.trigger.entry.frame
    if (draft.type == "SUPPORT" and is_headline(view.sentence)) or len(countries(draft.actor)) > 1:
        return False
    return draft.type in FACING and bool(frame.recipient or frame.noun_recipient)


def on_land(view: View, draft: Draft, known: Markers) -> Draft:
    """An act of force that names no victim, with the land that the sentence names as where it is felt."""
    if draft.type not in STRUCK or not draft.actor or draft.recipient or draft.trigger.entry.frame.mutual:
        return draft
    own = countries(draft.actor)
    for token, word in enumerate(view.words):
        if word in known.lands and same_clause(view, draft.trigger, token):
            near = tuple(a for a in direct(view, token) if a.country not in own and located(a))
            if near:
                return replace(draft, recipient=near, rules=(*draft.rules, "recipient.land"))
    return draft


def same_clause(view: View, trigger: Trigger, token: int) -> bool:
    """Whether a token stands in the words of the same speaker as a trigger; in a headline no comma parts them."""
    if view.zones[token] != view.zones[trigger.first]:
        return False
    between = range(min(token, trigger.last), max(token, trigger.first))
    return not is_headline(view.sentence) or all(view.texts[t] != "," for t in between)


def suffered(view: View, draft: Draft, known: Markers) -> Draft:
    """An act of force named by a land without a power of its own (the genocide of *Kota*) as done to it."""
    behind = draft.trigger.last
    if draft.type not in STRUCK or not draft.trigger.noun or draft.recipient or behind >= len(view):
        return draft
    if view.words[behind] not in known.lands or draft.actor != tuple(direct(view, behind)):
        return draft
    rules = (*(r for r in draft.rules if r.partition(".")[0] != "actor"), "recipient.land")
    return replace(draft, actor=(), recipient=draft.actor, rules=rules)


def foreign(view: View, draft: Draft, tokens: range, known: Markers) -> Actors:
    """The first power of another country among the tokens, as far as the clause and the words reported go."""
    own = countries(draft.sides)
    zone = view.zones[draft.trigger.first]
    spoken = draft.type in SPOKEN and not draft.trigger.entry.frame.places
    for steps, token in enumerate(tokens):
        if (
            token >= len(view)
            or steps > NEARBY
            or view.zones[token] != zone
            or view.words[token] in known.ends
        ):
            return ()
        near = (a for a in direct(view, token) if a.kind != "place" or draft.type in STRUCK)
        found = tuple(a for a in near if a.country not in own and is_power(a) and located(a))
        if found and not (spoken and only_place(view, token, known)):
            return found
    return ()


def only_place(view: View, token: int, known: Markers) -> bool:
    """Whether the mention at the token stands behind a preposition of place."""
    mention = view.who(token)
    return mention is not None and mention.first > 0 and view.words[mention.first - 1] in known.places


def draft_of(
    trigger: Trigger, sides: Sides, aux: Aux | None, parent: int, zone: int, rules: tuple[str, ...]
) -> Draft:
    """The draft of one trigger."""
    predicate = trigger.entry.predicate
    return Draft(
        trigger,
        predicate.type,
        predicate.mode,
        sides.actor,
        sides.recipient,
        aux,
        parent,
        zone,
        (*rules, *sides.rules),
    )


def shared(view: View, draft: Draft, before: Draft) -> Draft:
    """A verb that a comma or conjunction adds to the one before it, with the same actor."""
    trigger, last = draft.trigger, before.trigger
    if (
        trigger.noun
        or trigger.passive
        or before.zone != draft.zone
        or last.noun
        or "speaker" in trigger.entry.frame.actor
    ):
        return draft
    token = trigger.first - 1
    while token > last.last and view.sentence.tokens[token].upos in LIGHT:
        token -= 1
    if token < last.last or not (view.texts[token] == "," or view.sentence.tokens[token].upos == "CCONJ"):
        return draft
    actor = tuple(apart(before.actor, draft.recipient))
    return replace(draft, actor=actor, rules=(*draft.rules, "actor.shared")) if actor else draft


def ended(draft: Draft) -> Draft:
    """An attack that is ended is a retreat, help that is ended a sanction."""
    if draft.type == "AID":
        return replace(
            draft, type="SANCTION", mode="discontinue", aux=None, rules=(*draft.rules, "adjust.cut")
        )
    if draft.type != "ASSAULT":
        return draft
    return replace(draft, type="RETREAT", mode="ceasefire", aux=None, rules=(*draft.rules, "adjust.ended"))


def own_sides(
    view: View, trigger: Trigger, slots: Slots, speakers: Mapping[int, Actors], known: Markers
) -> Sides:
    """The sides that slots name, and for judgements the speaker."""
    sides = sides_of(view, trigger, slots, known)
    frame = trigger.entry.frame
    asked = frame.noun_actor if trigger.noun else frame.actor
    speaker = speakers.get(view.zones[trigger.first], ())
    if "speaker" in asked and speaker and not sides.actor:
        recipient = tuple(apart(sides.recipient, speaker))
        return Sides(speaker, recipient, (*sides.rules, "actor.speaker"))
    return sides


def explicit_subject(view: View, trigger: Trigger, slots: Slots) -> bool:
    """Whether a subject of its own stands beside the trigger."""
    if trigger.noun:
        return trigger.carrier < 0 and bool(slots.get("possessor"))
    return any(view.deps[c].startswith("nsubj") and view.at[c] >= 0 for c in view.children[trigger.head])


def aimed_at(view: View, holder: Trigger, child: Trigger, known: Markers) -> bool:
    """Whether a word of purpose stands between a holder and what it holds."""
    return any(view.words[t] in known.aims for t in range(holder.last, child.first))


def under(draft: Draft, holder: Draft, explicit: bool, aimed: bool, brief: bool) -> Draft:
    """The draft as the child of its holder: who does it by control, and the aux it gets from it."""
    frame = holder.trigger.entry.frame
    own = holder.trigger.entry.predicate.complement
    complement = frame.complement if own is None else own
    controlled, other = control(draft, holder, complement, aimed)
    named = draft.trigger.noun and not holder.trigger.noun
    controlled = tuple(apart(controlled, draft.recipient if named or suffers(draft) else ()))
    told = brief and told_to(holder)
    other = () if told else other
    doers = draft.actor if explicit or not told else tuple(apart(draft.actor, holder.actor))
    actor = doers if explicit and doers else controlled or doers
    if draft.trigger.entry.frame.mutual:
        peace = holder.type == "REQUEST" and draft.type in ("ASSAULT", "RETREAT")
        doers = tuple(apart(draft.actor, holder.actor)) if peace else draft.actor
        actor, other = (doers if len(countries(doers)) > 1 else both(doers, controlled)), ()
    recipient = tuple(apart(draft.recipient or other, actor))
    aux, parent = complement_aux(draft, actor, holder, complement)
    rules = (*draft.rules, f"under.{complement}")
    return replace(draft, actor=actor, recipient=recipient, aux=aux, parent=parent, rules=rules)


def told_to(holder: Draft) -> bool:
    """Whether words tell somebody else what to do: who orders without saying whom, orders his own."""
    frame = holder.trigger.entry.frame
    return (
        holder.type == "REQUEST"
        and frame.control == "recipient"
        and (not frame.own or bool(holder.recipient))
    )


def suffers(draft: Draft) -> bool:
    """Whether the draft's words name first of all to whom it is done: help, a passive, or a noun with its victim."""
    if draft.type == "AID":
        return True
    slots = draft.trigger.entry.frame.noun_recipient if draft.trigger.noun else ()
    return draft.trigger.passive or slots[:1] == ("possessor",)


def control(draft: Draft, holder: Draft, complement: str, aimed: bool) -> tuple[Actors, Actors]:
    """Who does what the complement says, and to whom it is done where its own words do not say."""
    frame = holder.trigger.entry.frame
    done_to = draft.trigger.noun or draft.trigger.entry.usage == "adjective"
    if complement == "negated" and done_to and draft.type in HOSTILE:
        return (), ()
    if ((aimed and frame.purpose_control) or frame.control) == "actor":
        return holder.actor, holder.recipient
    back = (
        draft.type == "ASSAULT" and not draft.trigger.noun and enemies(holder.actor, holder.recipient)
        if complement == "asserted"
        else draft.type not in HOSTILE and draft.type != "RETREAT"
    )
    return holder.recipient, holder.actor if back else ()


def enemies(accusers: Actors, accused: Actors) -> bool:
    """Whether those who accuse are at war with those they accuse."""
    hostile = {country for actor in accused for country in foes(actor.country)}
    return any(actor.country in hostile for actor in accusers)


def both(first: Actors, second: Actors) -> Actors:
    """The actors of both, each once."""
    return (*first, *apart(second, first))


def complement_aux(draft: Draft, actor: Actors, holder: Draft, complement: str) -> tuple[Aux | None, int]:
    """The aux of a child, and its parent (none where the holder only reports it)."""
    if complement == "asserted":
        return draft.aux, -1
    if complement == "negated":
        same = {a.code for a in actor} & {a.code for a in holder.actor}
        return ("negated" if same else "hypothetical"), draft.parent
    if complement in ("future", "hypothetical"):
        return ("future" if complement == "future" else "hypothetical"), draft.parent
    return draft.aux, -1


def upwards(drafts: Sequence[Draft], holder: Sequence[int]) -> list[Draft]:
    """Give a holder that names nobody else the other side of what it holds (to threaten to burn *Kota*, to say
    that *Kota* burnt it).

    Args:
        holder: the number of the draft that each hangs on, or -1.
    """
    filled = list(drafts)
    for number in range(len(drafts) - 1, -1, -1):
        if holder[number] < 0 or (drafts[number].parent < 0 and not clause(drafts[number])):
            continue
        above, draft = filled[holder[number]], filled[number]
        told = draft.parent >= 0 or not above.trigger.noun
        if above.recipient or above.trigger.entry.frame.mutual or not told or UNNAMED in above.rules:
            continue
        doer = above.trigger.entry.frame.control == "recipient"
        recipient = tuple(apart(draft.actor if doer else draft.recipient, above.actor))
        if recipient:
            rules = (*above.rules, "recipient.complement")
            filled[holder[number]] = replace(above, recipient=recipient, rules=rules)
    return filled


def clause(draft: Draft) -> bool:
    """Whether an act is told by a verb, its own or a light one."""
    return not draft.trigger.noun or draft.trigger.carrier >= 0
