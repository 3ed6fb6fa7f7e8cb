"""Score readings against a gold of events and statements.

    python -m evaluation.gold GOLD.json DOCS.jsonl            figures, per type, and the commonest misses
    python -m evaluation.gold GOLD.json DOCS.jsonl --misses   also every missed and every extra event

GOLD.json is ``{id: {"sentences": [[start, end], ...], "events": [...], "statements": [...]}}``; DOCS.jsonl
has one
``{"id", "text", "title", "date", ...}`` a line. The lines detect, dyad, full, statement and speaker are those
of the
codebook's scorer: matches are one to one inside one sentence. Events found in another part than the text are
left out.
"""

from __future__ import annotations

import argparse
import json
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from kawat.article import read_record
from kawat.reader import Reader

Item = dict[str, Any]
Key = Callable[[Item], Hashable]
MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})
"""Types in which who acts and who receives is a matter of wording: both sides count as one set."""


def sides(event: Item) -> tuple[frozenset[str], frozenset[str]]:
    """The codes of the two sides, joined into the first where the act is mutual."""
    actor, recipient = frozenset(event["actor"]), frozenset(event["recipient"])
    if event["type"] in MUTUAL or actor == recipient:
        return actor | recipient, frozenset()
    return actor, recipient


def countries(codes: Iterable[str]) -> frozenset[str]:
    """The country part of codes ``ISO3:SECTOR``."""
    return frozenset(code.partition(":")[0] for code in codes)


def detect(event: Item) -> Hashable:
    """Sentence and type."""
    return event["sent"], event["type"]


def dyad(event: Item) -> Hashable:
    """Sentence, type and the countries of both sides."""
    actor, recipient = sides(event)
    return event["sent"], event["type"], countries(actor), countries(recipient)


def sectors(event: Item) -> Hashable:
    """Sentence, type and full codes of both sides."""
    return event["sent"], event["type"], *sides(event)


def full(event: Item) -> Hashable:
    """Sentence, type, full codes of both sides and aux."""
    return event["sent"], event["type"], *sides(event), event.get("aux")


MEASURES: dict[str, Key] = {"detect": detect, "dyad": dyad, "full": full}


def paired(
    gold: list[Item], found: list[Item], key: Key
) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:
    """Pairs of equal keys, one to one, and what is left of gold (missed) and of what was found (extra)."""
    left: dict[Hashable, list[Item]] = defaultdict(list)
    for item in found:
        left[key(item)].append(item)
    pairs, missed = [], []
    for item in gold:
        if left[key(item)]:
            pairs.append((item, left[key(item)].pop()))
        else:
            missed.append(item)
    return pairs, missed, [item for rest in left.values() for item in rest]


def rates(right: int, gold: int, found: int) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def line(name: str, right: int, gold: int, found: int) -> str:
    """One printed line of rates."""
    precision, recall, f1 = rates(right, gold, found)
    counts = f"({right} of {gold} gold, {found} found)"
    return f"{name:10} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}   {counts}"


def events_of(reading: Item, starts: list[int]) -> list[Item]:
    """The events of a reading in the form of gold."""
    return [
        {
            "sent": bisect_right(starts, event["trigger"]["start"]),
            "trigger": event["trigger"]["text"],
            "type": event["type"],
            "mode": event.get("mode"),
            "actor": [side["code"] for side in event.get("actor", ())],
            "recipient": [side["code"] for side in event.get("recipient", ())],
            "aux": event.get("aux"),
            "nested": event.get("parent") is not None,
            "date": (event.get("date") or {}).get("value"),
            "rules": event.get("rules", ()),
        }
        for event in reading.get("events", ())
        if event["trigger"].get("part", "text") == "text"
    ]


def statements_of(reading: Item, starts: list[int]) -> list[Item]:
    """The statements of a reading in the form of gold."""
    return [
        {
            "sent": bisect_right(starts, statement["content"]["start"]),
            "speaker": statement["speaker"]["name"],
            "speaker_code": statement["speaker"]["code"],
            "kind": statement["kind"],
            "via": (statement.get("via") or [None])[-1],
        }
        for statement in reading.get("statements", ())
        if statement["content"].get("part", "text") == "text"
    ]


def same_speaker(gold: Item, found: Item) -> bool:
    """Whether both name the same last word, or the same code."""
    if last_word(gold["speaker"]) and last_word(gold["speaker"]) == last_word(found["speaker"]):
        return True
    return bool(gold["speaker_code"]) and gold["speaker_code"] == found["speaker_code"]


def last_word(name: str | None) -> str:
    """The last word of a name in lower case, without punctuation."""
    cleaned = "".join(c if c.isalnum() or c == "_" else " " for c in (name or "").lower()).split()
    return cleaned[-1] if cleaned else ""


class Tally:
    """Counts over documents."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.shares: dict[str, list[bool]] = defaultdict(list)
        self.misses: Counter[tuple[str, str]] = Counter()
        self.listed: list[str] = []

    def add(self, name: str, right: int, gold: int, found: int) -> None:
        """Count one document's matches under a name."""
        self.right[name] += right
        self.gold[name] += gold
        self.found[name] += found

    def rows(self, names: Iterable[str]) -> Iterator[str]:
        """A printed line for each name."""
        for name in names:
            yield line(name, self.right[name], self.gold[name], self.found[name])

    def share(self, name: str) -> str:
        """A printed share of right answers."""
        votes = self.shares[name]
        return f"{name:10} {sum(votes) / len(votes) if votes else 0:.3f}   ({sum(votes)} of {len(votes)})"

    def ratio(self, name: str, of: str) -> str:
        """A printed ratio of two measures: of the matches right by ``of``, how many by ``name`` too."""
        right, base = self.right[name], self.right[of]
        return f"{name}/{of} {right / base if base else 0:.3f}   ({right} of {base})"


def count_events(tally: Tally, document: str, gold: list[Item], found: list[Item]) -> None:
    """Add one document's events to the tally."""
    for name, key in MEASURES.items():
        tally.add(name, len(paired(gold, found, key)[0]), len(gold), len(found))
    pairs, missed, extra = paired(gold, found, detect)
    for kind, items in (("right", [g for g, _ in pairs]), ("gold", gold), ("found", found)):
        for item in items:
            getattr(tally, kind)[item["type"]] += 1
    dyads, unlike, spare = paired(gold, found, dyad)
    tally.shares["aux"].extend(g.get("aux") == f["aux"] for g, f in dyads)
    tally.shares["sectors"].extend(sectors(g)[2:] == sectors(f)[2:] for g, f in dyads)  # type: ignore[index]
    tally.shares["mode"].extend(g.get("mode") == f["mode"] for g, f in pairs)
    tally.shares["nested"].extend((g.get("parent") is not None) == f["nested"] for g, f in pairs)
    tally.shares["date"].extend(g["date"] == f["date"] for g, f in dyads if g.get("date"))
    for name, item in phenomena(missed, extra, gold, found):
        tally.misses[name, item["type"]] += 1
    tally.listed.extend(f"MISSED {document[-40:]} {told(item)}" for item in unlike)
    tally.listed.extend(f"EXTRA  {document[-40:]} {told(item)}" for item in spare)


def phenomena(
    missed: list[Item], extra: list[Item], gold: list[Item], found: list[Item]
) -> Iterator[tuple[str, Item]]:
    """Name what went wrong with each event that is not right: type, sides, sector or aux."""
    there = {e["sent"] for e in extra}
    for item in missed:
        yield ("missed, another type instead" if item["sent"] in there else "missed, nothing found"), item
    asked = {g["sent"] for g in gold}
    for item in extra:
        yield (
            (
                "extra, in a sentence with gold events"
                if item["sent"] in asked
                else "extra, in a sentence without"
            ),
            item,
        )
    for one, other in paired(gold, found, detect)[0]:
        if dyad(one) != dyad(other):
            yield wrong_side(one, other), one
        elif sectors(one) != sectors(other):
            yield "sector", one
        elif one.get("aux") != other["aux"]:
            yield f"aux {one.get('aux')} read as {other['aux']}", one


def wrong_side(gold: Item, found: Item) -> str:
    """Which side is wrong, and whether it is absent, needless or another."""
    for role, one, other in zip(("actor", "recipient"), sides(gold), sides(found), strict=True):
        want, got = countries(one), countries(other)
        if want != got:
            return f"{role} {'not found' if not got else 'needless' if not want else 'another'}"
    return "sides"


def told(event: Item) -> str:
    """One event on one line."""
    sides_told = ">".join("+".join(event[role]) for role in ("actor", "recipient"))
    rest = " ".join(str(event[key]) for key in ("aux", "rules") if event.get(key))
    return f"[{event['sent']}] {event['type']} {event['trigger']!r} {sides_told} {rest}"


def count_statements(tally: Tally, gold: list[Item], found: list[Item]) -> None:
    """Add one document's statements to the tally."""
    rest, right = list(found), 0
    for statement in gold:
        here = [other for other in rest if other["sent"] == statement["sent"]]
        good = [other for other in here if same_speaker(statement, other)]
        if here:
            tally.shares["speaker"].append(bool(good))
        if good:
            right += 1
            rest.remove(good[0])
            tally.shares["kind"].append(good[0]["kind"] == statement["kind"])
            if statement.get("via"):
                tally.shares["via"].append(good[0]["via"] == statement["via"])
    tally.add("statement", right, len(gold), len(found))


def score(gold: dict[str, Item], readings: Iterable[Item]) -> Tally:
    """The tally of readings (as JSON values, one a document) against gold."""
    tally = Tally()
    by_id = {reading["id"]: reading for reading in readings}
    for document, item in gold.items():
        starts = [start for start, _ in item["sentences"]]
        reading = by_id.get(document, {})
        count_events(tally, document, item["events"], events_of(reading, starts))
        count_statements(tally, item["statements"], statements_of(reading, starts))
    return tally


def report(tally: Tally, types: Iterable[str]) -> Iterator[str]:
    """The lines that are printed."""
    yield from tally.rows([*MEASURES, "statement"])
    yield from map(tally.share, ("speaker", "kind", "via", "aux", "sectors", "mode", "nested", "date"))
    yield tally.ratio("dyad", "detect")
    yield tally.ratio("full", "dyad")
    yield ""
    yield from tally.rows(types)
    yield ""
    yield from (f"{count:4}  {name}: {type}" for (name, type), count in tally.misses.most_common(40))


def read_documents(path: Path) -> list[Item]:
    """Readings of the documents as JSON values."""
    lines = path.read_text(encoding="utf-8").splitlines()
    articles = [read_record(json.loads(text)) for text in lines if text.strip()]
    return [msgspec.to_builtins(reading) for reading in Reader().read_many(articles)]


def main(arguments: list[str]) -> None:
    """Print the figures of the gold and documents named in ``arguments``."""
    options = argparse.ArgumentParser(prog="python -m evaluation.gold", description=__doc__.splitlines()[0])
    options.add_argument("gold", type=Path, help="GOLD.json")
    options.add_argument("documents", type=Path, help="DOCS.jsonl")
    options.add_argument("--misses", action="store_true", help="also every missed and every extra event")
    given = options.parse_args(arguments)
    gold = json.loads(given.gold.read_text(encoding="utf-8"))
    tally = score(gold, map(flat, read_documents(given.documents)))
    types = sorted({event["type"] for item in gold.values() for event in item["events"]})
    print("\n".join(report(tally, types)))
    if given.misses:
        print("\n".join(tally.listed))


def flat(reading: Item) -> Item:
    """The reading with its article's id at the top, as the JSON contract has it."""
    return {**reading, "id": reading["article"]["id"]}


if __name__ == "__main__":
    main(sys.argv[1:])
