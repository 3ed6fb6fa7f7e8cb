"""Where an event was: the place that its own words name after a preposition of place, else the dateline,
marked.
"""

from __future__ import annotations

from collections.abc import Sequence

from kawat.actors.scene import is_headline
from kawat.events.draft import Draft
from kawat.events.gazetteer import Place, find
from kawat.events.markers import Markers
from kawat.events.predicates import SPOKEN
from kawat.events.view import View
from kawat.records import Article, EventPlace, Part, Span

LONGEST = 4
"""Most words of a place's name that are compared."""

FAR = 12
"""Most words between a trigger and the place that is its own."""

Found = tuple[int, int, Place]
"""First token, token after the last, and the place."""


def places_in(view: View, known: Markers) -> list[Found]:
    """Places of the sentence that stand after a preposition of place, or behind such a place and a comma."""
    found: list[Found] = []
    for token, word in enumerate(view.words):
        if word in known.places or (found and word == "," and found[-1][1] == token):
            named = place_at(view, token + 1) or place_at(view, after_regions(view, token + 1, known))
            if named is not None:
                found.append(named)
    return found


def after_regions(view: View, start: int, known: Markers) -> int:
    """The first token from ``start`` that is no word for a kind of place."""
    while start < len(view) and view.words[start] in known.regions:
        start += 1
    return start


def place_at(view: View, start: int) -> Found | None:
    """The longest name of a place that begins at the token."""
    if start >= len(view) or not view.texts[start][:1].isupper():
        return None
    if view.sentence.tokens[start].upos == "NOUN" and is_headline(view.sentence):
        return None
    for end in range(min(len(view), start + LONGEST), start, -1):
        place = find(" ".join(view.texts[start:end]))
        if place is not None:
            return start, end, place
    return None


def place_of(view: View, draft: Draft, found: Sequence[Found], article: Article) -> EventPlace | None:
    """The place nearest to the trigger in the same words, those after it first; else the dateline's."""
    zone = view.zones[draft.trigger.first]
    near = [place for place in found if view.zones[place[0]] == zone and distance(draft, place)[0] <= FAR]
    if near and draft.type not in SPOKEN:
        best = min(near, key=lambda place: distance(draft, place))
        return event_place(best[2], span_of(view, best, article))
    return from_dateline(article)


def place_near(view: View, draft: Draft, known: Markers) -> Place | None:
    """The place in some country nearest to the trigger in its own words."""
    zone = view.zones[draft.trigger.first]
    near = [p for p in places_in(view, known) if p[2].country and view.zones[p[0]] == zone]
    return min(near, key=lambda place: distance(draft, place))[2] if near else None


def distance(draft: Draft, place: Found) -> tuple[int, int]:
    """Tokens between trigger and place; of two at a like distance the finer goes first."""
    gap = (
        place[0] - draft.trigger.last
        if place[0] >= draft.trigger.last
        else draft.trigger.first - place[1] + 3
    )
    return gap, place[2].population


def span_of(view: View, place: Found, article: Article) -> Span:
    """The words that name the place."""
    tokens = view.sentence.tokens
    part: Part = view.sentence.part
    return article.span(tokens[place[0]].start, tokens[place[1] - 1].end, part)


def from_dateline(article: Article) -> EventPlace | None:
    """The place where the article was filed, marked as no more than that."""
    if not article.dateline.place:
        return None
    named = find(article.dateline.place) or Place(article.dateline.place)
    return EventPlace(named.name, named.country, named.lat, named.lon, fallback=True)


def event_place(place: Place, span: Span) -> EventPlace:
    """A place of the gazetteer as an event's."""
    return EventPlace(place.name, place.country, place.lat, place.lon, span)
