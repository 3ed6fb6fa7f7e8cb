"""PETRARCH dictionaries (actors and agents, ``.txt`` with dated codes) as a file of actors of ours.

The format: a name in capitals with underscores and ``[CODE]`` or ``[CODE FROM-UNTIL]`` behind it or on
lines below; ``+NAME`` another name of the same; ``[~CODE]`` an agent (a role without a country);
``!SET! = …`` words that stand for each other; ``#`` a comment. Dates are YYMMDD or YYYYMMDD.
(Open Event Data Alliance, PETRARCH2.)
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from itertools import chain, count
from typing import NamedTuple

from kawat.actors.entries import ActorFile, Agent, Dated, Entry, slug

CODE = re.compile(r"\[\s*(~?)([A-Za-z]{2,}|-+)\s*([<>]?)\s*(\d+)?\s*(?:-\s*(\d+))?\s*\]")
SET = re.compile(r"^!(\w+)!\s*=\s*(.*)$")
CENTURY_TURN = 30
"""Two-digit years below it are of this century: the dictionaries reach from the 1930s to 2014."""
SECTORS = {
    "GOV": "GOV", "LEG": "LEG", "JUD": "JUD", "MIL": "MIL", "COP": "COP", "SPY": "SPY", "PTY": "PTY",
    "OPP": "OPP", "REB": "REB", "UAF": "REB", "INS": "REB", "SEP": "REB", "BUS": "BUS", "MNC": "BUS",
    "AGR": "BUS", "CVL": "CVL", "CRM": "CRM", "EDU": "EDU", "ELI": "ELI", "MED": "JRN", "JRN": "JRN",
    "LAB": "LAB", "HLH": "MED", "REF": "REF", "REL": "REL", "MUS": "REL", "CHR": "REL", "JEW": "REL",
    "HIN": "REL", "BUD": "REL", "SOC": "SOC", "HRI": "SOC", "ENV": "SOC", "NGO": "SOC", "NGM": "SOC",
    "DEV": "SOC", "IGO": "IGO", "SET": "CVL",
}  # fmt: skip
"""CAMEO's roles as sectors of PLOVER (CAMEO's MED is the media, its HLH health)."""
BODIES = {"UNO": "UNO", "EUR": "EUR", "EEC": "EUR", "NAT": "NAT", "NATO": "NAT", "ASN": "ASE", "APE": "APE"}
WIDE = {
    "IGO": "IGO:IGO",
    "NGO": "NGO:SOC",
    "NGM": "NGO:SOC",
    "MNC": "MNC:BUS",
    "IMG": "ZZZ:REB",
    "INT": "ZZZ:IGO",
}
"""First parts of a code that name no country."""


class Imported(NamedTuple):
    """The actors and agents of a dictionary, and the lines that could not be understood."""

    file: ActorFile
    problems: tuple[str, ...]


class _Block(NamedTuple):
    names: list[str]
    codes: list[Dated]
    agents: list[str]
    state: list[str]
    """The country, where the code is nothing but a country's."""
    line: int


def read_dictionary(lines: Iterable[str], source: str) -> Imported:
    """A dictionary as a file of actors; a line that breaks the format is left out and named.

    Args:
        lines: the dictionary's lines.
        source: its name, for the messages.
    """
    problems: list[str] = []
    actors: dict[str, Entry] = {}
    agents: dict[str, list[str]] = {}
    for block in _blocks(lines, source, problems):
        for sector in block.agents:
            agents.setdefault(sector, []).extend(name.lower() for name in block.names)
        if block.codes:
            entry = _entry(block, actors)
            actors[entry.id] = entry
        elif not block.agents:
            problems.append(f"{source}:{block.line}: {block.names[0]!r} has no code that is known; left out")
    made = tuple(
        Agent(sector, tuple(dict.fromkeys(word.lower() for word in words)))
        for sector, words in agents.items()
    )
    return Imported(ActorFile(actor=tuple(actors.values()), agent=made), tuple(problems))


def _blocks(lines: Iterable[str], source: str, problems: list[str]) -> Iterator[_Block]:
    """A name with its other names and codes."""
    sets: dict[str, list[str]] = {}
    block: _Block | None = None
    for number, raw in enumerate(lines, 1):
        line = "".join(sign for sign in raw.split("#", 1)[0] if sign.isprintable() or sign == "\t").rstrip()
        if not line.strip():
            continue
        if found := SET.match(line.strip()):
            sets[found[1]] = [word.strip() for word in found[2].split(",")]
            continue
        name = line.split("[", 1)[0].strip()
        starts = bool(name) and not line[0].isspace() and not name.startswith("+")
        if starts or block is None:
            if block is not None:
                yield block
            block = _Block([], [], [], [], number)
        block.names.extend(_names(name.lstrip("+"), sets))
        _add_codes(line, block, f"{source}:{number}", problems)
    if block is not None and block.names:
        yield block


def _add_codes(line: str, block: _Block, where: str, problems: list[str]) -> None:
    found = list(CODE.finditer(line))
    if line.count("[") != len(found):
        problems.append(f"{where}: a code that is not understood: {line.strip()!r}")
    for agent, code, sign, start, end in (match.groups() for match in found):
        if code.startswith("-"):
            continue
        if agent:
            block.agents.append(_sector(code) or "UNK")
        elif coded := plover(code):
            first, last = (_day(start), _day(end)) if not sign else _open(sign, start)
            block.codes.append(Dated(coded, first, last))
            block.state.extend([code] if len(code) == 3 and code not in SECTORS and code not in WIDE else [])
        else:
            problems.append(f"{where}: no sector for code {code!r}; left out")


def _open(sign: str, day: str | None) -> tuple[str | None, str | None]:
    return (_day(day), None) if sign == ">" else (None, _day(day))


def _day(digits: str | None) -> str | None:
    """YYMMDD or YYYYMMDD as an ISO date, as far as the digits make sense."""
    if digits is None or len(digits) < 6:
        return None
    if len(digits) < 8:
        year, rest = int(digits[:2]), digits[2:6]
        full = f"{2000 + year if year < CENTURY_TURN else 1900 + year}"
    else:
        full, rest = digits[:4], digits[4:8]
    month, day = int(rest[:2]), int(rest[2:4])
    if not 1 <= month <= 12:
        return full
    return f"{full}-{month:02}-{day:02}" if 1 <= day <= 31 else f"{full}-{month:02}"


def plover(code: str) -> str:
    """A CAMEO code (``IDNGOVMIL``) as ``ISO3:SECTOR``; empty when it is none.

    >>> plover("USAGOV"), plover("PSEREBHAM"), plover("IGOUNO"), plover("IDN")
    ('USA:GOV', 'PSE:REB', 'UNO:IGO', 'IDN:GOV')
    """
    code = code.upper()
    head, parts = code[:3], [code[at : at + 3] for at in range(3, len(code), 3)]
    if head == "IGO":
        body = next((BODIES[part] for part in parts if part in BODIES), "")
        return f"{body}:IGO" if body else WIDE[head]
    if head == "IMG":
        return WIDE[head]
    if head in WIDE:
        sector = _sector("".join(parts))
        return f"{WIDE[head][:3]}:{sector}" if sector else WIDE[head]
    if head in SECTORS and not parts:
        return f"ZZZ:{SECTORS[head]}"
    if len(head) < 3:
        return ""
    return f"{head}:{_sector(''.join(parts)) or 'GOV'}"


def _sector(code: str) -> str:
    """The first known sector of a code's parts of three letters."""
    parts = (code[at : at + 3] for at in range(0, len(code), 3))
    return next((SECTORS[part] for part in parts if part in SECTORS), "")


def _names(text: str, sets: dict[str, list[str]]) -> Iterator[str]:
    """Names as news writes them; ``{…}`` holds plurals, ``!SET!`` each word of a set."""
    for part in re.split(r"[{}]", text):
        for one in _expanded(part.strip(), sets):
            words = [word for word in re.split(r"[_\s]+", one.strip(" _")) if word]
            if words:
                yield " ".join(_cased(word, len(words) == 1) for word in words)


def _expanded(text: str, sets: dict[str, list[str]]) -> list[str]:
    found = re.search(r"!(\w+)!", text)
    if not found:
        return [text]
    return [text.replace(found[0], f"_{word}") for word in sets.get(found[1], [])]


def _cased(word: str, alone: bool) -> str:
    """``OBAMA`` → ``Obama``; a short word alone is taken for an acronym."""
    return (
        word.upper() if alone and len(word) <= 4 else "-".join(part.capitalize() for part in word.split("-"))
    )


def _entry(block: _Block, taken: Container[str]) -> Entry:
    """The block as an entry with an id that is not taken yet; the first of a country is the country."""
    plain = [dated for dated in block.codes if not dated.from_ and not dated.until]
    dated = tuple(dated for dated in block.codes if dated.from_ or dated.until)
    code = plain[-1].code if plain else block.codes[-1].code
    name = f"imported.{slug(block.names[0])}"
    kind = "group" if code.endswith("REB") else "organisation"
    if dated:
        name, kind = f"person.{slug(block.names[0])}", "person"
    elif block.state and block.state[0] not in taken:
        name, kind = block.state[0], "country"
    ids = chain([name], (f"{name}-{number}" for number in count(2)))
    free = next(id for id in ids if id not in taken)
    return Entry(free, code, tuple(dict.fromkeys(block.names)), kind, dated=dated)


# --- writing -------------------------------------------------------------------------------------


def to_toml(file: ActorFile, heading: str = "") -> str:
    """A file of actors as TOML, which ``--actors`` reads."""
    lines = [f"# {heading}", ""] if heading else []
    for entry in file.actor:
        lines += ["[[actor]]", f"id = {_quoted(entry.id)}", f"code = {_quoted(entry.code)}"]
        lines += [f"names = [{', '.join(map(_quoted, entry.names))}]", f"kind = {_quoted(entry.kind)}"]
        if entry.dated:
            lines.append(f"dated = [{', '.join(map(_dated, entry.dated))}]")
        lines.append("")
    for agent in file.agent:
        lines += ["[[agent]]", f"sector = {_quoted(agent.sector)}"]
        lines += [f"words = [{', '.join(_quoted(word) for word in agent.words)}]", ""]
    return "\n".join(lines)


def _dated(dated: Dated) -> str:
    limits = (("code", dated.code), ("from", dated.from_), ("until", dated.until))
    return "{ " + ", ".join(f"{name} = {_quoted(value)}" for name, value in limits if value) + " }"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
