"""How many labelled mentions of tests/cases/actors.toml are resolved to the right actors.

    python evaluation/mentions.py            one line per phenomenon, then the misses
    python evaluation/mentions.py --gold     also gold speakers: does our actor of that name bear their code

A label is right when the actors at its head are exactly those coded (and named, where it names one).
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from kawat.actors import ActorMap, ActorStage
from kawat.article import Given, read_plain
from kawat.lexicon import read_toml
from kawat.reader import Reader
from kawat.records import Actor, Reading

HERE = Path(__file__).parent
CASES = HERE.parent / "tests" / "cases" / "actors.toml"
GOLD = HERE.parent.parent / "shared" / "gold"
LABEL = re.compile(r"\{([^{}|]+)\|([^{}|]+)(?:\|([^{}|]+))?\}")
NOBODY = "-"


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An invented article with its labels in the text."""

    id: str
    phenomena: tuple[str, ...]
    date: str
    text: str
    failing: tuple[str, ...] = ()


class CaseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    article: tuple[Case, ...]


class Label(NamedTuple):
    """Labelled characters with their codes (all of one mention, or any of several that are right)."""

    id: str
    start: int
    end: int
    words: str
    codes: tuple[str, ...]
    name: str


def cases() -> tuple[Case, ...]:
    return read_toml(CASES, CaseFile).article


def unmarked(case: Case) -> tuple[str, tuple[Label, ...]]:
    """The article without its marks, and the labels with offsets into it."""
    text, labels, last = "", [], 0
    seen: Counter[str] = Counter()
    source = case.text.strip()
    for match in LABEL.finditer(source):
        text += source[last : match.start()]
        words, codes, name = match[1], tuple(match[2].split(",")), match[3] or ""
        seen[words] += 1
        id = words if seen[words] == 1 else f"{words}#{seen[words]}"
        labels.append(Label(id, len(text), len(text) + len(words), words, codes, name))
        text += words
        last = match.end()
    return text + source[last:], tuple(labels)


def read_all(texts: list[tuple[str, str, str]]) -> list[Reading]:
    """Readings with actors of ``(id, date, text)`` triples."""
    reader = Reader("id", stages=(ActorStage("id"),))
    return list(reader.read_many([read_plain(text, Given(id=id, published=day)) for id, day, text in texts]))


def actors_at(reading: Reading, label: Label) -> tuple[Actor, ...]:
    """The actors at the head of the labelled words."""
    there = ActorMap(reading)
    for sentence in reading.sentences:
        inside = [n for n, t in enumerate(sentence.tokens) if label.start <= t.start and t.end <= label.end]
        if inside:
            heads = [n for n in inside if sentence.tokens[n].head not in inside] or inside
            found = (there.at(sentence.index, n) for n in [*heads, *inside])
            return next((actors for actors in found if actors), ())
    return ()


def right(actors: tuple[Actor, ...], label: Label) -> bool:
    """Whether these are the actors that the label means."""
    codes = {actor.code for actor in actors}
    named = not label.name or any(actor.name == label.name for actor in actors)
    if not codes or NOBODY in label.codes:
        return (not codes or bool(codes & set(label.codes))) if NOBODY in label.codes else False
    plural = len(actors) > 1
    return named and (codes == set(label.codes) if plural else codes <= set(label.codes))


class Outcome(NamedTuple):
    case: Case
    label: Label
    actors: tuple[Actor, ...]

    @property
    def right(self) -> bool:
        return right(self.actors, self.label)


def outcomes() -> Iterator[Outcome]:
    """Every label with what was found at it."""
    marked = [(case, *unmarked(case)) for case in cases()]
    readings = read_all([(case.id, case.date, text) for case, text, _ in marked])
    for (case, _, labels), reading in zip(marked, readings, strict=True):
        for label in labels:
            yield Outcome(case, label, actors_at(reading, label))


def speakers() -> Iterator[tuple[str, str, str]]:
    """Gold speakers with their code and the code of our actor of that name (empty: none)."""
    gold = json.loads((GOLD / "dev.json").read_text(encoding="utf-8"))
    rows = [json.loads(line) for line in (GOLD / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    for reading in read_all([(row["id"], row["date"], row["text"]) for row in rows]):
        statements = gold[reading.article.id]["statements"]
        for speaker, code in sorted({(s["speaker"], s["speaker_code"]) for s in statements}):
            actors = [actor for actor in reading.actors if _bears(actor, speaker)]
            yield (
                speaker,
                code,
                next((a.code for a in actors if a.code == code), actors[0].code if actors else ""),
            )


def _bears(actor: Actor, name: str) -> bool:
    words = name.lower()
    return words in actor.name.lower() or any(words in mention.text.lower() for mention in actor.mentions)


def main(arguments: list[str]) -> None:
    done = list(outcomes())
    per: defaultdict[str, list[bool]] = defaultdict(list)
    for outcome in done:
        for phenomenon in outcome.case.phenomena:
            per[phenomenon].append(outcome.right)
    good = sum(outcome.right for outcome in done)
    print(f"mentions right: {good} of {len(done)} ({good / len(done):.1%})")
    for phenomenon, hits in sorted(per.items()):
        print(f"  {phenomenon:28} {sum(hits):3} of {len(hits):3}")
    for case, label, actors in (outcome for outcome in done if not outcome.right):
        got = ", ".join(f"{actor.code} {actor.name}" for actor in actors) or "nobody"
        print(f"  miss  {case.id}: {label.id!r} is {','.join(label.codes)} {label.name}; got {got}")
    if "--gold" in arguments:
        found = list(speakers())
        hits_gold = sum(code == ours for _, code, ours in found)
        print(f"gold speakers with their code: {hits_gold} of {len(found)} ({hits_gold / len(found):.1%})")


if __name__ == "__main__":
    main(sys.argv[1:])
