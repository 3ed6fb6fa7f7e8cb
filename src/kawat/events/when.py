"""When an event was or will be: the date nearest to its trigger among those that the same words give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from kawat.events.draft import Draft
from kawat.events.markers import Markers
from kawat.events.view import View
from kawat.language.dates import DateMention, find_dates
from kawat.records import Article, EventDate, Part, Reading, Sentence

LINGER = 2
"""How many sentences without a date a far past goes on."""
EPOCH = 9
"""Years from which on a stretch of time is an epoch."""
LONG_AGO = 365
"""Days before the article from which on an event is background (the codebook's year)."""
Dates = defaultdict[int, list[DateMention]]


def dates_by_sentence(reading: Reading, language: str) -> Dates:
    """The dates that each sentence tells, by the sentence's index; each part of the article is read once."""
    anchor = published(reading.article)
    found: Dates = defaultdict(list)
    for part in {sentence.part for sentence in reading.sentences}:
        told = find_dates(reading.article.part(part), language, anchor)
        spread([m for m in told if not epoch(m)], part, reading.sentences, found)
    return found


def epoch(mention: DateMention) -> bool:
    """Whether the mention is a decade, a century or longer, and so no date of an event."""
    years = [value[:4] for value in (mention.value, mention.until)]
    return all(year.isdigit() for year in years) and int(years[1]) - int(years[0]) >= EPOCH


def spread(mentions: Sequence[DateMention], part: Part, sentences: Sequence[Sentence], found: Dates) -> None:
    """Put each mention to the sentence that holds it; both come in the order of the text."""
    waiting = list(reversed(mentions))
    for sentence in sorted((s for s in sentences if s.part == part), key=lambda s: s.start):
        while waiting and waiting[-1].start < sentence.start:
            waiting.pop()
        while waiting and waiting[-1].start < sentence.end:
            found[sentence.index].append(waiting.pop())


def published(article: Article) -> date | None:
    """The day of publication, None when it is not known."""
    try:
        return date.fromisoformat(article.published[:10])
    except ValueError:
        return None


def dated(view: View, drafts: Sequence[Draft], mentions: Sequence[DateMention]) -> dict[int, DateMention]:
    """Which date is whose: each goes to the nearest trigger in the same words, a nearer date wins.

    Returns:
        dates by position among ``drafts``.
    """
    found: dict[int, DateMention] = {}
    for mention in mentions:
        place = token_at(view, mention.start)
        own = [n for n, draft in enumerate(drafts) if view.zones[draft.trigger.first] == view.zones[place]]
        if own:
            found.setdefault(min(own, key=lambda n: distance(drafts[n], place)), mention)
    return found


def past(
    view: View, draft: Draft, mentions: Sequence[DateMention], known: Markers, anchor: date | None
) -> bool:
    """Whether the date nearest to the event in its sentence lies more than a year back, and has not lasted
    since.
    """
    places = [(token_at(view, mention.start), mention) for mention in mentions]
    place, mention = min(places, key=lambda pair: distance(draft, pair[0]))
    lasting = any(view.words[token] in known.since for token in range(max(0, place - 2), place))
    return long_ago(mention, anchor) and not lasting


def lingering(reading: Reading, dates: Dates, known: Markers) -> frozenset[int]:
    """Sentences without a date of their own that stay in the far past of the one before them.

    The past is left by a later date, by a word of the present, or after `LINGER` sentences.
    """
    anchor, left = published(reading.article), 0
    found: set[int] = set()
    for sentence in reading.sentences:
        words = {token.text.lower() for token in sentence.tokens}
        own = dates[sentence.index]
        if own:
            left = (
                LINGER if all(long_ago(mention, anchor) for mention in own) and not words & known.since else 0
            )
        elif words & known.now:
            left = 0
        elif left:
            found.add(sentence.index)
            left -= 1
    return frozenset(found)


def distance(draft: Draft, place: int) -> int:
    """Tokens between the trigger and a place."""
    return max(place - draft.trigger.last, draft.trigger.first - place)


def token_at(view: View, start: int) -> int:
    """The token that holds the character."""
    tokens = view.sentence.tokens
    return next((number for number, token in enumerate(tokens) if start < token.end), len(tokens) - 1)


def event_date(mention: DateMention, article: Article, part: Part) -> EventDate:
    """The mention as an event's date."""
    return EventDate(mention.value, mention.precision, article.span(mention.start, mention.end, part))


def long_ago(mention: DateMention, anchor: date | None) -> bool:
    """Whether the middle of the time that the mention gives lies more than a year before the article."""
    if anchor is None:
        return False
    year, month, day = [*(int(part) for part in (mention.until or mention.value)[:10].split("-")), 0, 0][:3]
    middle = date(year, month or 7, day or (15 if month else 1))
    return (anchor - middle).days > LONG_AGO
