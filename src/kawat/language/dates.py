"""Dates in running text, absolute and relative, as ISO values as precise as the text.

    >>> find_dates("Kim bertemu Putin pada 13 September.", "id", date(2023, 10, 3))[0].value
    '2023-09-13'

The words and forms of each language are data (``dates_grammar``); the reckoning here knows no language.
"""

from __future__ import annotations

import calendar as months_of
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from kawat.language.dates_grammar import Form, Grammar, grammar
from kawat.records import Precision, Value


class DateMention(Value, frozen=True):
    """Where a text says when, and which day, week, month or year that is."""

    start: int
    end: int
    value: str
    """ISO, as precise as the text: ``2023-10-02``, ``2023-10``, ``2023``. A week is given by its Monday,
    a decade or century by its first year."""
    precision: Precision = "day"
    relative: bool = False
    """Reckoned from the anchor or an earlier mention, wholly or in part (a day without its year)."""
    until: str = ""
    """The last day, month or year of a stretch (``2-5 Oktober 2025``); empty for a single date."""
    rule: str = ""
    """Id of the form in ``dates.toml`` that read it."""


class Reckoned(NamedTuple):
    """A date before it is tied to characters."""

    value: str
    precision: Precision
    relative: bool = True
    until: str = ""


class Scene(NamedTuple):
    """What a form is reckoned from."""

    slots: dict[str, str]
    grammar: Grammar
    anchor: date | None
    previous: date | None
    since: bool
    """The words before it say that something has lasted from then on."""

    def word(self, slot: str, table: str = "") -> int | str | None:
        """What the word in ``slot`` means; None when the slot is empty."""
        found = self.slots.get(slot)
        return (
            None
            if found is None
            else self.grammar.lookup[table or slot].get(re.sub(r"\s+", " ", found.lower()))
        )

    def number(self, slot: str) -> int | None:
        """The figure in ``slot``."""
        found = self.slots.get(slot)
        return int(found) if found is not None else None

    @property
    def direction(self) -> str:
        """``back``, ``ahead``, ``now`` or empty."""
        return str(self.word("direction") or ("back" if self.since else ""))


def find_dates(text: str, language: str, anchor: date | None) -> tuple[DateMention, ...]:
    """The dates that a text tells, in order, never overlapping.

    Args:
        text: any text; a paragraph or sentence as a rule.
        language: code of a folder under ``language/``.
        anchor: the day from which "yesterday" is reckoned, the day of publication; without it only full
            dates are found.

    Raises:
        UnsupportedLanguage: no such language.
    """
    reader = grammar(language)
    found: list[DateMention] = []
    for match in reader.scan.finditer(text):
        mention = read_match(match, reader, anchor, last_day(found))
        if mention is not None:
            found.append(mention)
    return tuple(day_of_speech(text, found, number, anchor) for number in range(len(found)))


SPOKEN_WITHIN = 10
"""Days: a quotation dated further back than this is no news, and its date is of something else."""


SPOKEN_AMONG = 4
"""Dates after the quotation among which its own may stand."""
LONGEST_LINE = 2000
"""Characters before a place in which its line and quotation begin; more than any paragraph of news."""


def day_of_speech(text: str, found: list[DateMention], number: int, anchor: date | None) -> DateMention:
    """A "today" inside a quotation reckoned from the day of speaking, when the paragraph gives that."""
    mention = found[number]
    if anchor is None or mention.rule != "offset" or not quoted(text, mention.start):
        return mention
    for said in found[number + 1 : number + 1 + SPOKEN_AMONG]:
        if "\n" in text[mention.end : said.start]:
            break
        if said.precision == "day" and said.rule == "weekday-numeric" and not quoted(text, said.start):
            day = date.fromisoformat(said.value)
            if timedelta(0) <= anchor - day <= timedelta(SPOKEN_WITHIN):
                moved = date.fromisoformat(mention.value) - (anchor - day)
                return replace(mention, value=moved.isoformat())
            break
    return mention


def quoted(text: str, place: int) -> bool:
    """Whether a place stands inside quotation marks that were opened in its line."""
    line = text[max(0, place - LONGEST_LINE) : place].rpartition("\n")[2]
    return line.count('"') % 2 == 1 or line.rfind("“") > line.rfind("”")


def last_day(found: list[DateMention]) -> date | None:
    """The day told last, from which "the day after" is reckoned."""
    days = (date.fromisoformat(mention.value) for mention in reversed(found) if mention.precision == "day")
    return next(days, None)


def read_match(
    match: re.Match[str], reader: Grammar, anchor: date | None, previous: date | None
) -> DateMention | None:
    """The mention in a match, None when it tells no date (31 February, or relative to nothing)."""
    form, slots = reader.slots(match)
    before = match.string[max(0, match.start() - 16) : match.start()].lower().split()
    since = bool(before) and before[-1] in reader.since
    try:
        reckoned = MEANINGS[form.meaning](Scene(slots, reader, anchor, previous, since))
    except (ValueError, OverflowError):
        return None
    return mention_of(match, form, reckoned) if reckoned is not None else None


def mention_of(match: re.Match[str], form: Form, reckoned: Reckoned) -> DateMention:
    """The reckoned date at the characters of the match."""
    value, precision, relative, until = reckoned
    return DateMention(match.start(), match.end(), value, precision, relative, until, form.id)


# --- days and months of the calendar -------------------------------------------------------------


def read_calendar(scene: Scene) -> Reckoned | None:
    """A day or month by its name or number, with or without its year."""
    month = scene.number("monthnumber") or scene.word("month") or scene.word("monthname", "month")
    day, last = scene.number("day"), scene.number("today")
    if not isinstance(month, int):
        return None
    year = told_year(scene)
    relative = year is None or "yearshift" in scene.slots
    last_month = scene.word("tomonth", "month")
    year = likely_year(scene, month, day) if year is None else begin_year(year, month, last_month)
    if year is None:
        return None
    until = end_of_range(year, month, last, last_month)
    return Reckoned(iso(year, month, day), "day" if day else "month", relative, until)


def told_year(scene: Scene) -> int | None:
    """The year that the words give, in full, in two figures or as a step from the anchor's."""
    shift = scene.word("yearshift", "direction")
    if shift is not None and scene.anchor is not None:
        return scene.anchor.year + STEP[str(shift)]
    short = scene.number("shortyear")
    return scene.number("year") or scene.number("anyyear") if short is None else 2000 + short


def begin_year(year: int, month: int, last_month: int | str | None) -> int:
    """The year of a range's begin: the year stands at its end ("December to January 2025")."""
    return year - 1 if isinstance(last_month, int) and last_month < month else year


def end_of_range(year: int, month: int, last: int | None, last_month: int | str | None) -> str:
    """ISO end of a range of days or months; empty for a single date."""
    if last is None and last_month is None:
        return ""
    ending = last_month if isinstance(last_month, int) else month
    return iso(year + (ending < month), ending, last)


def iso(year: int, month: int, day: int | None) -> str:
    """The ISO form.

    Raises:
        ValueError: no such day.
    """
    return date(year, month, day).isoformat() if day else f"{year:04}-{month:02}"


def likely_year(scene: Scene, month: int, day: int | None) -> int | None:
    """The year of a day or month told without one."""
    if scene.anchor is None:
        return None
    if scene.direction == "now":
        return scene.anchor.year
    candidates = [scene.anchor.year + step for step in (-1, 0, 1)]
    fitting = [year for year in candidates if weekday_fits(scene, year, month, day)] or candidates
    distances = {distance(scene.anchor, year, month, day): year for year in fitting}
    return distances[best_distance(list(distances), scene, day is not None)]


def weekday_fits(scene: Scene, year: int, month: int, day: int | None) -> bool:
    """Whether the weekday beside it belongs to the day in that year."""
    told = scene.word("weekday")
    if told is None or day is None or day > months_of.monthrange(year, month)[1]:
        return told is None
    return date(year, month, day).isoweekday() == told


def distance(anchor: date, year: int, month: int, day: int | None) -> int:
    """Days (months, for a month) from the anchor, negative for the past."""
    if day is None:
        return (year - anchor.year) * 12 + month - anchor.month
    day = min(day, months_of.monthrange(year, month)[1])
    return (date(year, month, day) - anchor).days


def best_distance(distances: list[int], scene: Scene, of_day: bool) -> int:
    """The past or coming one, as the words or else the nearness decides."""
    past = [step for step in distances if step <= 0]
    coming = [step for step in distances if step > 0]
    if scene.direction == "ahead" and coming:
        return min(coming)
    nearness = scene.grammar.words.nearness
    limit = nearness.days_ahead if of_day else nearness.months_ahead
    near = [step for step in coming if step <= limit and (not past or step < -max(past))]
    if near and scene.direction != "back":
        return min(near)
    return max(past) if past else min(coming)


# --- reckoned from the anchor ---------------------------------------------------------------------

STEP = {"back": -1, "ahead": 1, "now": 0}


def read_weekday(scene: Scene) -> Reckoned | None:
    """A weekday: in the week told, else the nearest one looking back, or forward when the words say so."""
    target, anchor = scene.word("weekday"), scene.anchor
    if anchor is None or not isinstance(target, int):
        return None
    week = scene.word("weekshift", "direction") or ("now" if scene.direction == "now" else None)
    if week is not None:
        return Reckoned((monday(anchor) + timedelta(7 * STEP[str(week)] + target - 1)).isoformat(), "day")
    back = (anchor.isoweekday() - target) % 7
    if scene.direction == "ahead":
        return Reckoned((anchor + timedelta(7 - back)).isoformat(), "day")
    if scene.direction == "back" and back == 0 and not scene.since:
        back = 7
    return Reckoned((anchor - timedelta(back)).isoformat(), "day")


def monday(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(day.isoweekday() - 1)


def read_offset(scene: Scene) -> Reckoned | None:
    """A word for a day near the anchor."""
    days = scene.word("offset")
    if scene.anchor is None or not isinstance(days, int):
        return None
    return Reckoned((scene.anchor + timedelta(days)).isoformat(), "day")


def read_unit(scene: Scene) -> Reckoned | None:
    """This, last or next week, month, year."""
    unit = scene.word("shiftunit", "unit")
    if scene.anchor is None or unit is None:
        return None
    return shifted(scene.anchor, str(unit), STEP[scene.direction or "now"])


def read_count(scene: Scene) -> Reckoned | None:
    """So many days, weeks … ago, or from now."""
    if scene.anchor is None:
        return None
    step = 1 if "again" in scene.slots else STEP[scene.direction or "now"]
    return shifted(scene.anchor, unit_of(scene), step * count_of(scene)) if step else None


def read_stretch(scene: Scene) -> Reckoned | None:
    """The past or coming so many days, weeks …"""
    if scene.anchor is None:
        return None
    step = STEP[str(scene.word("stretch"))] * count_of(scene)
    ends = sorted((shifted(scene.anchor, unit_of(scene), 0), shifted(scene.anchor, unit_of(scene), step)))
    return ends[0]._replace(until=ends[1].value)


def read_step(scene: Scene) -> Reckoned | None:
    """So many days, weeks … before or after the day told last."""
    if scene.previous is None:
        return None
    return shifted(scene.previous, unit_of(scene), STEP[str(scene.word("step"))] * count_of(scene))


def read_next_day(scene: Scene) -> Reckoned | None:
    """The day after the day told last."""
    return shifted(scene.previous, "day", 1) if scene.previous else None


def read_same_day(scene: Scene) -> Reckoned | None:
    """The day told last."""
    return shifted(scene.previous, "day", 0) if scene.previous else None


def unit_of(scene: Scene) -> str:
    """The unit that is counted."""
    return str(scene.word("unit") or scene.word("one", "unit"))


def count_of(scene: Scene) -> int:
    """How many, in figures or words; 1 where the unit carries its one."""
    spoken = scene.slots.get("count")
    if spoken is None:
        return 1
    return int(spoken) if spoken.isdigit() else spoken_number(spoken.lower().split(), scene.grammar)


def spoken_number(spoken: list[str], reader: Grammar) -> int:
    """The value of number words: two ten five is 25."""
    total = current = 0
    for word in spoken:
        if word in reader.words.tens:
            total, current = total + current * reader.words.tens[word], 0
        elif word in reader.words.teens:
            current += reader.words.teens[word]
        else:
            total, current = total + current, reader.words.numbers.get(word, 0)
    return total + current


def shifted(origin: date, unit: str, steps: int) -> Reckoned:
    """The day, week, month, year … so many steps from ``origin``.

    Raises:
        ValueError, OverflowError: before the year 1 or after 9999.
    """
    if unit == "day":
        return Reckoned((origin + timedelta(steps)).isoformat(), "day")
    if unit == "week":
        return Reckoned(monday(origin + timedelta(7 * steps)).isoformat(), "week")
    if unit == "month":
        years, month = divmod(origin.year * 12 + origin.month - 1 + steps, 12)
        return Reckoned(iso(years, month + 1, None), "month")
    year = origin.year + steps * {"year": 1, "decade": 10, "century": 100}[unit]
    return Reckoned(date(year, 1, 1).isoformat()[:4], "year")


# --- years and longer -----------------------------------------------------------------------------


def read_year(scene: Scene) -> Reckoned | None:
    """A year, or a stretch of years."""
    year, last = scene.number("year") or scene.number("anyyear"), scene.number("toyear")
    if year is None or (last is not None and last <= year):
        return None
    return Reckoned(str(year), "year", False, str(last) if last else "")


def read_decade(scene: Scene) -> Reckoned | None:
    """The nineteen-nineties: first and last year."""
    year = scene.number("year")
    return None if year is None else Reckoned(str(year), "year", False, str(year + 9))


def read_century(scene: Scene) -> Reckoned | None:
    """The twentieth century: 1901 to 2000."""
    roman = scene.slots.get("century")
    number = roman_number(roman) if roman else count_of(scene)
    return (
        Reckoned(f"{number * 100 - 99:04}", "year", False, f"{number * 100:04}") if 0 < number <= 30 else None
    )


def roman_number(roman: str) -> int:
    """The value of a Roman numeral up to XXX."""
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in roman]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


MEANINGS: dict[str, Callable[[Scene], Reckoned | None]] = {
    "calendar": read_calendar,
    "weekday": read_weekday,
    "stretch": read_stretch,
    "count": read_count,
    "step": read_step,
    "next_day": read_next_day,
    "same_day": read_same_day,
    "offset": read_offset,
    "unit": read_unit,
    "year": read_year,
    "decade": read_decade,
    "century": read_century,
}
"""How each ``meaning`` of a form is reckoned."""
