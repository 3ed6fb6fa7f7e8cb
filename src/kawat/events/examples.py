"""A group without a name (some states, its partners) as those of its members that the sentence names."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kawat.events.draft import Draft
from kawat.events.markers import Markers
from kawat.events.sides import NAMELESS, Actors, direct, located, unique
from kawat.events.view import Named, View

FAR = 8
"""How many words behind a group its members may begin to be named."""
CLOSE = 3
"""How many words after the word that announces them the first may stand."""


def named_members(view: View, drafts: Sequence[Draft], known: Markers) -> list[Draft]:
    """The drafts, groups of unnamed states with the members that stand behind them as examples."""
    groups = {
        actor.id: members
        for mention in view.named
        for actor in mention.actors
        if actor.code == NAMELESS and (members := members_of(view, mention, known))
    }
    return [with_members(draft, groups) for draft in drafts] if groups else list(drafts)


def members_of(view: View, group: Named, known: Markers) -> Actors:
    """The located actors that a word for *such as* announces behind a group, inside its sentence."""
    for token in range(group.last, min(len(view) - 1, group.last + FAR)):
        if view.words[token] in known.ends:
            return ()
        if view.words[token] in known.examples and view.texts[token - 1] == ",":
            return next(
                (
                    tuple(a for a in found if located(a))
                    for t in range(token + 1, min(len(view), token + 1 + CLOSE))
                    if (found := direct(view, t))
                ),
                (),
            )
    return ()


def with_members(draft: Draft, groups: dict[str, Actors]) -> Draft:
    """The draft with the members of a group in its place."""
    actor, recipient = (spelled_out(side, groups) for side in (draft.actor, draft.recipient))
    if (actor, recipient) == (draft.actor, draft.recipient):
        return draft
    return replace(draft, actor=actor, recipient=recipient, rules=(*draft.rules, "sides.members"))


def spelled_out(side: Actors, groups: dict[str, Actors]) -> Actors:
    """A side with each group as its members."""
    return unique(a for actor in side for a in groups.get(actor.id, (actor,)))
