"""A reading made by hand, for renderers."""

from __future__ import annotations

from kawat.article import read_plain
from kawat.records import (
    Actor,
    Event,
    EventDate,
    EventPlace,
    Mention,
    Party,
    Reading,
    Skip,
    Span,
    Statement,
)

TEXT = """Chili Minta Peru <Buka> Perbatasan

Jakarta, Kabar Warga - Menteri Luar Negeri Chili meminta Peru membuka perbatasan, Senin (3/3/2025).

"Kami menunggu & berharap," kata menteri itu, dikutip AFP.

Baca juga: Sejarah Perbatasan"""
CHILE = Party("a1", "Chili", "CHL:GOV")
PERU = Party("a2", "Peru", "PER:GOV")


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words), words)


def mention(words: str, after: int = 40) -> Mention:
    found = span(words, after)
    return Mention(found.start, found.end, words, sentence=1, first=0, last=1, head=0)


def handmade() -> Reading:
    """Two actors, a statement, an event that it does not hold, and its child."""
    content = span('"Kami menunggu & berharap,"')
    sentence = span("Menteri Luar Negeri Chili meminta Peru membuka perbatasan, Senin (3/3/2025).")
    asks = Event(
        "e1",
        span("meminta"),
        "REQUEST",
        sentence,
        mode="change",
        contexts=("diplomatic",),
        quad="verbal conflict",
        score=-1.5,
        actor=(CHILE,),
        recipient=(PERU,),
        date=EventDate("2025-03-03", "day", span("Senin (3/3/2025)")),
        place=EventPlace("Jakarta", "IDN", -6.2, 106.8, fallback=True),
        rules=("verb.ask", "side.subject"),
    )
    opens = Event(
        "e2",
        span("membuka"),
        "RETREAT",
        sentence,
        actor=(PERU,),
        aux="hypothetical",
        parent="e1",
        rules=("verb.open",),
    )
    return Reading(
        read_plain(TEXT),
        actors=(
            Actor("a1", "Chili", "CHL:GOV", wikidata="Q298", kind="country", mentions=(mention("Chili"),)),
            Actor("a2", "Peru", "PER:GOV", mentions=(mention("Peru"),)),
        ),
        statements=(
            Statement(
                "s1", "direct", CHILE, content, cue=span("kata"), via=("AFP",), date="2025-03-03", sentence=2
            ),
        ),
        events=(asks, opens),
        skipped=(Skip("sport", span("Kami")),),
    )
