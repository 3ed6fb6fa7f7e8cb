"""What the finders of this room propose, before the speaker is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kawat.actors.lookup import ActorMap
from kawat.records import Part, Reading, StatementKind
from kawat.statements.forms import Lexicon
from kawat.statements.quotes import Quote
from kawat.statements.via import Credit
from kawat.statements.view import Cue, View

TAIL = 60
"""Letters (a date, say) between a credit and the end of its sentence, when it closes the sentence."""


class Place(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive) of a sentence."""

    sentence: int
    first: int
    last: int


class Source(NamedTuple):
    """Where the speaker stands: the tokens to look at, and on which side of the cue they are."""

    place: Place
    after: bool
    cue: int = -1
    """Position of the cue, to ask the parse for its subject; -1 when there is none."""


class Proposal(NamedTuple):
    """Words that somebody said, by the rule that saw them."""

    rule: str
    kind: StatementKind
    part: Part
    start: int
    end: int
    sentence: int
    cue: Place | None = None
    source: Source | None = None
    """None: carried over from the statement before."""
    frame: Place | None = None
    """The words around the cue, where addressee, date and chain stand."""
    open: bool = False
    """The quotation was never closed: the next paragraph goes on with it."""
    media: bool = False
    """The cue is one of media: who stands at it is the witness when somebody else is speaking."""


class Scene(NamedTuple):
    """All that the finders look at."""

    reading: Reading
    lexicon: Lexicon
    views: tuple[View, ...]
    blocks: dict[int, list[View]]
    """The sentences of each block."""
    quotes: dict[int, tuple[Quote, ...]]
    """Outermost quotations by block."""
    actors: ActorMap
    credits: dict[Part, tuple[Credit, ...]]

    def quotes_in(self, view: View) -> Sequence[Quote]:
        """The quotations of the sentence's block."""
        return self.quotes.get(view.sentence.block, ())

    def credits_in(self, part: Part, start: int, end: int) -> tuple[Credit, ...]:
        """The credits that begin between two offsets."""
        return tuple(c for c in self.credits.get(part, ()) if start <= c.start < end)

    def credit_after(self, view: View, offset: int) -> int | None:
        """Where, after ``offset``, the sentence stops reporting words and credits a medium in its tail."""
        sentence = view.sentence
        for credit in self.credits_in(sentence.part, offset + 1, sentence.end):
            if sentence.end - credit.end <= TAIL and not credit.loose:
                return credit.start
        return None


def place_of(cue: Cue) -> Place:
    return Place(cue.sentence, cue.first, cue.last)
