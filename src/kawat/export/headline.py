"""What stands over an article, and the rows of its two tables, the same for every renderer."""

from __future__ import annotations

from kawat.records import Article, Event, EventDate, Party, Statement

UNTITLED = "Untitled"
"""Stands where an article has no headline."""
CONTENT_SHOWN = 110
"""Characters of a statement in its table."""
STATEMENT_COLUMNS = ("", "who", "said", "cue", "via", "when")
EVENT_COLUMNS = ("", "who", "did what", "to whom", "when", "aux", "words")


def byline(article: Article) -> str:
    """Outlet, place and date, author, editor in one line."""
    when = f"{article.published} (inferred)" if article.published_inferred else article.published
    people = ", ".join(article.authors)
    edited = f"ed. {', '.join(article.editors)}" if article.editors else ""
    return " · ".join(filter(None, (article.outlet, article.dateline.place, when, people, edited)))


def statement_row(statement: Statement) -> tuple[str, ...]:
    """Who said what via whom."""
    return (
        statement.id,
        side((statement.speaker,)),
        shortened(statement.content.text),
        statement.cue.text if statement.cue else "",
        " ← ".join(statement.via),
        statement.date or "",
    )


def event_row(event: Event) -> tuple[str, ...]:
    """Who did what to whom, when, with aux."""
    kind = f"{event.type} {event.mode}" if event.mode else event.type
    return (
        event.id if event.parent is None else f"{event.id} ↳{event.parent}",
        side(event.actor),
        kind,
        side(event.recipient),
        when(event.date) if event.date else "",
        event.aux or "",
        shortened(event.trigger.text),
    )


def when(told: EventDate) -> str:
    """The date as precise as the text; a week says so, since its Monday would look like a day."""
    return f"{told.value} (week)" if told.precision == "week" else told.value


def why_row(event: Event) -> tuple[str, ...]:
    """An event's way from words to code."""
    sides = " → ".join(side or "?" for side in (codes(event.actor), codes(event.recipient)))
    return (event.id, " ".join(event.trigger.text.split()), " › ".join(event.rules), f"{event.type} {sides}")


def side(parties: tuple[Party, ...]) -> str:
    """Names and codes of one side, a party a line."""
    return "\n".join(f"{party.name} {party.code}" if party.name else party.code for party in parties)


def codes(parties: tuple[Party, ...]) -> str:
    """Codes of one side."""
    return "+".join(party.code for party in parties)


def shortened(words: str) -> str:
    """The words on one line, cut where they grow long."""
    line = " ".join(words.split())
    return line if len(line) <= CONTENT_SHOWN else line[: CONTENT_SHOWN - 1].rstrip() + "…"
