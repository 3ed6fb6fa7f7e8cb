"""What a question is limited to, and how that becomes SQL."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from kawat.errors import QueryError
from kawat.events.ontology import ontology
from kawat.record.people import fold
from kawat.records import Value

FEW = 4_000
"""Up to so many events of a country, outlet or place, SQLite begins with that list; beyond, it walks the days
and tests each event, since so common a thing is met soon. Both take some milliseconds at this number."""

AUXES = ("future", "hypothetical", "negated", "historical")
STATUSES = ("done", "asserted", "planned", "possible", "denied")


class Filter(Value, frozen=True):
    """Limits of a question; several values of one field mean any of them, several fields all of them."""

    country: tuple[str, ...] = ()
    """On either side; for statements the speaker's. ISO 3166 alpha-3 codes of the codebook, or names."""
    source: tuple[str, ...] = ()
    """Country of the actor."""
    target: tuple[str, ...] = ()
    """Country of the recipient."""
    sector: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    quad: tuple[str, ...] = ()
    aux: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    since: str = ""
    """ISO date, or so many days, weeks, months or years back: ``7d``, ``2w``, ``3m``, ``1y``."""
    until: str = ""
    """The last day, inclusive; ``2023-10`` means all of that month."""
    outlet: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    """Name of a place, or code of its country."""
    speaker: str = ""
    addressee: str = ""
    via: tuple[str, ...] = ()
    actor: tuple[int, ...] = ()
    """Ids of actors in the record."""
    article: str = ""
    unique: bool = False
    """One report, the first, for each event."""


class Where:
    """Conditions and their values, gathered one by one."""

    def __init__(self) -> None:
        self.conditions: list[str] = []
        self.values: list[Any] = []

    def add(self, condition: str, *values: Any) -> None:
        """One more condition that must hold."""
        self.conditions.append(condition)
        self.values.extend(values)

    def any_of(self, expression: str, values: Sequence[Any]) -> None:
        """The expression must be one of the values, if there are any."""
        if values:
            self.add(f"{expression} IN ({marks(values)})", *values)

    def also(self, condition: str, *values: Any) -> Where:
        """These conditions and one more, as another gathering."""
        more = Where()
        more.conditions, more.values = [*self.conditions, condition], [*self.values, *values]
        return more

    @property
    def sql(self) -> str:
        """The WHERE clause, empty without conditions."""
        return "WHERE " + " AND ".join(self.conditions) if self.conditions else ""


def marks(values: Sequence[Any]) -> str:
    """As many question marks as values."""
    return ", ".join("?" * len(values))


def begin(text: str, today: str = "") -> str:
    """The first day that a text means: ``7d`` back from today, ``2023`` its first day.

    Raises:
        QueryError: no date, and no number of days, weeks, months or years.
    """
    found = re.fullmatch(r"(\d+)([dwmy])", text.strip())
    if found:
        days = int(found[1]) * {"d": 1, "w": 7, "m": 30, "y": 365}[found[2]]
        base = date.fromisoformat(today) if today else date.today()
        return (base - timedelta(days=days)).isoformat()
    return check_date(text)


def end(text: str) -> str:
    """What sorts after every day that a text means: ``2023-10`` holds all of October."""
    return check_date(text) + "~"


def check_date(text: str) -> str:
    """An ISO date, whole or its first parts.

    Raises:
        QueryError: something else.
    """
    if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-([0-2]\d|3[01]))?)?", text.strip()):
        raise QueryError(
            f"no date: {text!r}; write 2023-10-02, 2023-10, 2023, or 7d, 2w, 3m, 1y for back from today"
        )
    return text.strip()


def check_words(name: str, values: Sequence[str], known: Sequence[str]) -> list[str]:
    """The values as the record spells them.

    Raises:
        QueryError: one that nothing can have; lists the choices.
    """
    spelled = {value.lower(): value for value in known}
    for value in values:
        if value.lower() not in spelled:
            raise QueryError(f"no {name} {value!r}; choose from: {', '.join(known)}")
    return [spelled[value.lower()] for value in values]


def country_codes(connection: sqlite3.Connection, values: Sequence[str]) -> list[str]:
    """Codes of countries given by code or by a name that the record has met.

    Raises:
        QueryError: a code that neither ISO 3166 nor the record has, or a name that no country of the record has.
    """
    return [country_code(connection, value) for value in values]


def country_code(connection: sqlite3.Connection, value: str) -> str:
    """The code of one country; see ``country_codes``."""
    if value in iso_codes() or (re.fullmatch(r"[A-Z][A-Z0-9]{2}", value) and met(connection, value)):
        return value
    row = connection.execute(
        """SELECT a.country FROM actors a WHERE a.folded = ?1 AND a.kind <> 'person' AND a.country <> 'ZZZ'
           ORDER BY a.kind <> 'country', (SELECT sum(n) FROM actor_roles WHERE actor = a.id) DESC LIMIT 1""",
        (fold(value),),
    ).fetchone()
    if row is None:
        raise QueryError(
            f"no country {value!r} in the record; give its code (USA, CHN) or a name from the news"
        )
    return str(row[0])


@cache
def iso_codes() -> frozenset[str]:
    """ISO 3166 alpha-3 codes, from CLDR by way of Babel: a country without rows is no mistake."""
    from babel.core import get_global

    return frozenset(code for code in get_global("territory_aliases") if len(code) == 3 and code.isalpha())


def met(connection: sqlite3.Connection, code: str) -> bool:
    """Whether an actor of the record has the country's code (those of the codebook's own, or of a user's)."""
    row = connection.execute("SELECT 1 FROM actors WHERE country = ? LIMIT 1", (code,)).fetchone()
    return row is not None


def event_conditions(connection: sqlite3.Connection, where: Filter, today: str = "") -> Where:
    """The conditions on a report of an event, ``e``."""
    made = Where()
    made.any_of("e.type", check_words("type", where.type, list(ontology().quads)))
    made.any_of("e.quad", check_words("quad class", where.quad, sorted(set(ontology().quads.values()))))
    made.any_of("e.aux", check_words("aux", where.aux, AUXES))
    made.any_of("e.status", check_words("status", where.status, STATUSES))
    made.any_of("e.outlet", where.outlet)
    period(made, "e.day", where, today)
    side_conditions(connection, made, where)
    place_conditions(made, where.place)
    if where.via:
        made.add(
            f"""EXISTS (SELECT 1 FROM chain c WHERE c.article = e.article AND c.owner = 'event'
                AND c.local = e.local AND c.medium IN ({marks(where.via)}))""",
            *where.via,
        )
    if where.article:
        made.add("e.article = (SELECT id FROM articles WHERE key = ?)", where.article)
    if where.unique:
        once(made, where.status)
    return made


def once(made: Where, statuses: Sequence[str]) -> None:
    """One report for each event: its first, or its first with one of the statuses."""
    if not statuses:
        made.add("e.first = 1")
        return
    made.add(
        f"""e.id = (SELECT f.id FROM events f
                    WHERE f.identity = e.identity AND f.status IN ({marks(statuses)})
                    ORDER BY f.published, f.id LIMIT 1)""",
        *statuses,
    )


def period(made: Where, column: str, where: Filter, today: str = "") -> None:
    """From ``since`` to ``until``, both inclusive."""
    if where.since:
        made.add(f"{column} >= ?", begin(where.since, today))
    if where.until:
        made.add(f"{column} < ?", end(where.until))


def side_conditions(connection: sqlite3.Connection, made: Where, where: Filter) -> None:
    """Countries, sectors and actors on either side, or on the one that is asked for."""
    for values, side in ((where.country, ""), (where.source, "actor"), (where.target, "recipient")):
        if values:
            on_side(connection, made, "country", country_codes(connection, values), side)
    if where.sector:
        made.add(
            f"EXISTS (SELECT 1 FROM sides s WHERE s.event = e.id AND s.sector IN ({marks(where.sector)}))",
            *where.sector,
        )
    if where.actor:
        on_side(connection, made, "actor", where.actor, "")


def on_side(
    connection: sqlite3.Connection, made: Where, column: str, values: Sequence[Any], side: str
) -> None:
    """Events with one of the values in a column of their sides, looked up in the cheaper of two ways."""
    inner = f"s.{column} IN ({marks(values)})" + (" AND s.side = ?" if side else "")
    given = (*values, *((side,) if side else ()))
    rows = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM sides s WHERE {inner} LIMIT {FEW})", given
    ).fetchone()
    if rows[0] < FEW:
        made.add(f"e.id IN (SELECT s.event FROM sides s WHERE {inner})", *given)
    else:
        # the plus sign keeps SQLite from starting at sides' own index for each event
        made.add(f"EXISTS (SELECT 1 FROM sides s WHERE s.event = e.id AND +{inner})", *given)


def place_conditions(made: Where, places: Sequence[str]) -> None:
    """Names of places, or codes of countries."""
    if places:
        listed = marks(places)
        made.add(f"(e.place IN ({listed}) OR e.place_country IN ({listed}))", *places, *places)


def after(made: Where, cursor: str, columns: tuple[str, str], forward: bool = False) -> None:
    """Rows beyond the one that a cursor names.

    Raises:
        QueryError: no cursor of ours.
    """
    if not cursor:
        return
    day, mark, id = cursor.rpartition("~")
    if not mark or not id.isdigit():
        raise QueryError(f"no cursor: {cursor!r}; use the one that came with the last page")
    sign = ">" if forward else "<"
    made.add(f"({columns[0]}, {columns[1]}) {sign} (?, ?)", day, int(id))
