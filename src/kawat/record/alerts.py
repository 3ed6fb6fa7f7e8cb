"""Alerts: which new events somebody wants to hear of, and how they are told."""

from __future__ import annotations

import re
import shlex
import subprocess
import urllib.request
from collections.abc import Callable, Iterable, Iterator

import msgspec

from kawat.errors import QueryError, SourceError
from kawat.events.ontology import ontology
from kawat.record.people import fold, split_code
from kawat.records import Event, Party, Reading, Value

TIMEOUT_SECONDS = 20.0

COUNTRY = re.compile(r"[A-Z][A-Z0-9]{2}(:[A-Z]{3})?")


class Wanted(Value, frozen=True):
    """What to listen for: any part left empty lets everything pass.

    ``USA>CHN THREATEN`` is a source, a target and a type; ``USA-CHN`` both ways; ``RUS`` an actor on either
    side; ``Lavrov`` a name; ``ASSAULT`` a type.
    """

    words: str
    source: str = ""
    target: str = ""
    both_ways: bool = False
    anyone: str = ""
    types: tuple[str, ...] = ()


class Alert(Value, frozen=True):
    """A new event that somebody listens for."""

    wanted: str
    article: str
    title: str
    outlet: str
    published: str
    url: str
    type: str
    aux: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    sentence: str


def parse_wanted(text: str) -> Wanted:
    """What the words of ``--alert`` mean.

    Raises:
        QueryError: nothing in them, or a dyad with words beside it that are no type.
    """
    types = tuple(word for word in text.split() if word in ontology().quads)
    rest = " ".join(word for word in text.split() if word not in types)
    if not rest and not types:
        raise QueryError("an empty alert; write for example: USA>CHN THREATEN")
    if match := re.fullmatch(r"(\S*)([>-])(\S*)", rest):
        if not (match[1] or match[3]) or (match[2] == "-" and not (COUNTRY.fullmatch(match[1]) and match[3])):
            return Wanted(text, anyone=rest, types=types)
        return Wanted(text, match[1], match[3], match[2] == "-", types=types)
    if ">" in rest:
        raise QueryError(
            f"no alert: {text!r}; beside a dyad only types, as in USA>CHN THREATEN: {', '.join(ontology().quads)}"
        )
    return Wanted(text, anyone=rest, types=types)


def find_alerts(readings: Iterable[Reading], wanted: Iterable[Wanted]) -> Iterator[Alert]:
    """The events of new readings that somebody listens for."""
    asked = tuple(wanted)
    for reading in readings:
        for event in reading.events:
            for want in asked:
                if is_wanted(event, want):
                    yield to_alert(reading, event, want)


def is_wanted(event: Event, want: Wanted) -> bool:
    """Whether an event is what somebody listens for."""
    if want.types and event.type not in want.types:
        return False
    if want.anyone:
        return is_side((*event.actor, *event.recipient), want.anyone)
    there = is_side(event.actor, want.source) and is_side(event.recipient, want.target)
    if want.both_ways or not event.recipient:
        together = is_side(event.actor, want.target) and is_side(event.actor, want.source)
        back = want.both_ways and is_side(event.actor, want.target) and is_side(event.recipient, want.source)
        return there or back or (together and not event.recipient)
    return there


def is_side(side: Iterable[Party], name: str) -> bool:
    """Whether a side has the country, code or name; every side has the empty one."""
    if not name:
        return True
    if COUNTRY.fullmatch(name):
        return any(name in (party.code, split_code(party.code)[0]) for party in side)
    return any(fold(name) in fold(party.name) for party in side)


def to_alert(reading: Reading, event: Event, want: Wanted) -> Alert:
    """What is told of an event."""
    article = reading.article
    return Alert(
        wanted=want.words,
        article=article.id,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        url=article.url,
        type=event.type,
        aux=event.aux,
        actor=tuple(f"{party.name} ({party.code})" for party in event.actor),
        recipient=tuple(f"{party.name} ({party.code})" for party in event.recipient),
        sentence=event.sentence.text,
    )


Teller = Callable[[Alert], None]
"""Tells an alert to somebody. Raises SourceError when nobody takes it."""


class Alarm(msgspec.Struct, frozen=True):
    """What somebody listens for, and all the ways to tell it."""

    wanted: tuple[Wanted, ...] = ()
    tellers: tuple[Teller, ...] = ()


SILENT = Alarm()


def webhook(address: str) -> Teller:
    """Tells by a POST of JSON to an address."""

    def tell(alert: Alert) -> None:
        given = {"Content-Type": "application/json"}
        request = urllib.request.Request(address, msgspec.json.encode(msgspec.structs.asdict(alert)), given)
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS):
                pass
        except (OSError, ValueError) as error:
            raise SourceError(f"the webhook did not take the alert ({error})", address) from error

    return tell


def command(words: str) -> Teller:
    """Tells by running a command that gets the alert as JSON on standard input; no shell is involved."""
    arguments = shlex.split(words)

    def tell(alert: Alert) -> None:
        try:
            given = msgspec.json.encode(msgspec.structs.asdict(alert))
            subprocess.run(arguments, input=given, check=True, timeout=TIMEOUT_SECONDS)
        except (OSError, subprocess.SubprocessError) as error:
            raise SourceError(f"the command did not take the alert ({error})", arguments[0]) from error

    return tell
