"""How many of the most frequent political predicates of a corpus the lexicon codes.

    python -m evaluation.predicates count FOLDER COUNTS.tsv    once: count in every third record
    python -m evaluation.predicates cover COUNTS.tsv [--missing N]

A political predicate is a verb, noun or adjective on which the mention of an actor hangs (country, body,
office, party, armed group …), in the form of the text without enclitics. Forms that were reviewed and name no
event stand in ``neutral.toml`` of the language; the rest is what the lexicon should code. Printed: of the
1,500 most frequent of those, how many are coded; with ``--missing`` the first N that are not. That figure is only
as good as the review, since a form called neutral is not asked for; so the 1,500 most frequent forms of all are
told apart as well. ``predicate-counts.tsv`` beside this file is the count of 23 November 2026.

How good the review is tells ``predicate-second-reading.tsv``: 300 forms drawn at random (seed 20261123) from those
counted at least three times, read a second time with their uses in the corpus and without sight of the first
reading. *political* means that with an actor of the codebook as subject or object the form names one of the 16
types in a frequent use, alone, with its usual object or as the verb that carries an event noun; in the first
reading, that the lexicon of that evening coded it. The same second reader then read every neutral form in order of
frequency and moved those that name events into the lexicon.
"""

from __future__ import annotations

import argparse
import json
import lzma
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from kawat.actors import ActorStage
from kawat.article import read_record
from kawat.events.constructions import constructions
from kawat.events.table import Table, table
from kawat.lexicon import words
from kawat.reader import Reader
from kawat.records import Article, Reading

LANGUAGE = "id"
MOST = 1_500
EVERY = 3
"""Which share of the corpus is counted."""
SECOND = Path(__file__).parent / "predicate-second-reading.tsv"
POLITICAL = "political"
CONTENT = frozenset({"VERB", "NOUN", "ADJ"})


class Neutral(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``neutral.toml``: forms that were looked at and name no event, by reason."""

    reason: dict[str, tuple[str, ...]]

    def forms(self) -> frozenset[str]:
        """Every reviewed form."""
        return frozenset(form for listed in self.reason.values() for form in listed)


def records(folder: Path) -> Iterator[Article]:
    """Articles of every corpus file; a headline is an article of one line."""
    for path in sorted(folder.glob("*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for number, line in islice(enumerate(lines), 0, None, EVERY):
                record: dict[str, Any] = json.loads(line)
                text = record.get("text") or record["title"]
                yield read_record({"id": f"{path.stem}-{number}", "text": text, "title": record["title"]})


def governors(reading: Reading, forms: Table) -> Iterator[str]:
    """The plain form of each content word on which the mention of an actor hangs."""
    seen: set[tuple[int, int]] = set()
    for mention, _ in reading.mentions():
        tokens = reading.sentences[mention.sentence].tokens
        governor = tokens[mention.head].head
        inside = mention.first <= governor < mention.last
        if inside or (mention.sentence, governor) in seen or tokens[governor].upos not in CONTENT:
            continue
        seen.add((mention.sentence, governor))
        yield forms.plains([tokens[governor].text.lower()])[0]


def count(folder: Path, target: Path) -> None:
    """Count the corpus once and write ``form<TAB>count`` lines, most frequent first."""
    forms = table(LANGUAGE)
    reader = Reader(LANGUAGE, stages=(ActorStage(LANGUAGE),))
    counts: Counter[str] = Counter()
    for reading in reader.read_many(records(folder)):
        counts.update(governors(reading, forms))
    target.write_text("".join(f"{form}\t{n}\n" for form, n in counts.most_common()), encoding="utf-8")


def coded_forms(forms: Table) -> frozenset[str]:
    """First words of all forms of the lexicon, of the openers of its constructions, and its light verbs."""
    opening = frozenset(o.split()[0] for one in constructions(LANGUAGE) for o in one.openers)
    return frozenset(forms.entries) | opening | frozenset(forms.light_active) | frozenset(forms.light_passive)


def cover(counts: Iterable[tuple[str, int]], coded: frozenset[str], neutral: frozenset[str]) -> list[str]:
    """Of the most frequent political predicates, those that the lexicon lacks; most frequent first."""
    political = [form for form, _ in counts if form not in neutral or form in coded]
    return [form for form in political[:MOST] if form not in coded]


def standing(
    counts: Iterable[tuple[str, int]], coded: frozenset[str], neutral: frozenset[str]
) -> Counter[str]:
    """How many of the most frequent forms of all are coded, neutral by review, or neither."""
    forms = [form for form, _ in islice(counts, MOST)]
    return Counter("coded" if f in coded else "neutral" if f in neutral else "neither" for f in forms)


def read_counts(path: Path) -> list[tuple[str, int]]:
    """What `count` wrote, words only."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [(form, int(n)) for form, n in rows if form.isalpha() or "-" in form.strip("-")]


class Read(NamedTuple):
    """What two readings say of a form."""

    form: str
    first: bool
    second: bool


def read_second(path: Path) -> list[Read]:
    """The forms that were read twice, from ``form<TAB>count<TAB>first<TAB>second`` lines."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [Read(form, first == POLITICAL, second == POLITICAL) for form, _, first, second in rows]


def kappa(rows: list[Read]) -> float:
    """Cohen's agreement of the two readings beyond chance."""
    agreed = share(row.first == row.second for row in rows)
    one, other = share(row.first for row in rows), share(row.second for row in rows)
    chance = one * other + (1 - one) * (1 - other)
    return (agreed - chance) / (1 - chance)


def share(votes: Iterable[bool]) -> float:
    """The share of votes that are yes."""
    listed = list(votes)
    return sum(listed) / len(listed)


def second_reading(rows: list[Read], coded: frozenset[str]) -> Iterator[str]:
    """The printed lines about the forms that were read twice."""
    political = [row for row in rows if row.second]
    yield (
        f"of {len(rows)} forms read twice: agreement {share(r.first == r.second for r in rows):.3f}, "
        f"kappa {kappa(rows):.3f}"
    )
    yield (
        f"of the {len(political)} that the second reading calls political {sum(r.first for r in political)} "
        f"were coded before it and {sum(r.form in coded for r in political)} are coded now"
    )


def main(arguments: list[str]) -> None:
    """Count, or print the coverage."""
    options = argparse.ArgumentParser(
        prog="python -m evaluation.predicates", description=__doc__.splitlines()[0]
    )
    commands = options.add_subparsers(dest="command", required=True)
    counting = commands.add_parser("count", help="count the predicates of a corpus, every third record")
    counting.add_argument("folder", type=Path, help="holds the corpora (.jsonl.xz)")
    counting.add_argument("counts", type=Path, help="the table to write")
    covering = commands.add_parser("cover", help="how many of the counted predicates are coded")
    covering.add_argument("counts", type=Path, help="a table that count wrote")
    covering.add_argument(
        "--missing", type=int, default=0, metavar="N", help="the first N that are not coded"
    )
    given = options.parse_args(arguments)
    if given.command == "count":
        count(given.folder, given.counts)
        return
    coded, neutral = coded_forms(table(LANGUAGE)), words(LANGUAGE, "neutral", Neutral).forms()
    counts = read_counts(given.counts)
    missing = cover(counts, coded, neutral)
    print(f"of the {MOST} most frequent political predicates {MOST - len(missing)} are coded")
    print(f"{len(neutral)} forms of {len(counts)} reviewed as neutral")
    told = standing(counts, coded, neutral)
    print(f"of the {MOST} most frequent forms of all: " + ", ".join(f"{told[k]} {k}" for k in sorted(told)))
    print("\n".join(second_reading(read_second(SECOND), coded)))
    if given.missing:
        print(" ".join(missing[: given.missing]))


if __name__ == "__main__":
    main(sys.argv[1:])
