"""Score statements against a corpus in the form of PFSA-ID: public figures' quotations in Indonesian news.

    python -m evaluation.pfsa FILE            token F1 of quotations, F1 of cues, share of right speakers
    python -m evaluation.pfsa FILE --misses   also every quotation missed or found in excess

FILE (plain or ``.xz``) has a token and a BILOU label a line and an empty line after each sentence; its
sentences stand in the order of the articles, whose beginnings only datelines tell. The text is rebuilt
from the tokens, read by the stages as any article is; what they find is laid over the tokens again. The
corpus annotates quotations in quotation marks whose speaker is a public figure. Only these are compared:

  statement  tokens inside such quotations, marks included
  cue        the words that report them, alone or with the clitic
  person     of the annotated quotations whose sentence names the speaker, how many have that person

The corpus is for evaluation only (CC BY-NC-SA); nothing is trained on it or copied from it.
"""

from __future__ import annotations

import argparse
import lzma
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kawat.records import Actor, Article, Block, Reading, Statement

STATEMENT, CUES, PERSONS = "STATEMENT", frozenset({"CUE", "CUECOREF"}), frozenset({"PERSON", "PERSONCOREF"})
DATELINE = re.compile(r"[A-Z][A-Z ,./-]+,? [A-Z]{4,} ?[—–-]")
"""Place and paper in capitals before a dash, as articles begin."""
PRIVATE = frozenset({"CVL", "LAB", "REF", "CRM", "REB", "ELI"})
"""Sectors whose words name trades and crowds, no offices."""
REACH = 16
"""Tokens between an office and the name of its holder."""
STOPS = frozenset({".", "?", "!", ";", ":", "”", '"', "“"})
TIGHT_LEFT = frozenset(".,;:?!)]%")
TIGHT_RIGHT = frozenset("([")


class Token(NamedTuple):
    """A token, its label without B, I, L or U, whether a span begins at it, and its sentence."""

    text: str
    label: str
    begins: bool
    sentence: int


class Rebuilt(NamedTuple):
    """A document as text, with the offsets of each token."""

    text: str
    tokens: tuple[Token, ...]
    spans: tuple[tuple[int, int], ...]


class Found(NamedTuple):
    """What was found, laid over the tokens: positions quoted, positions of cues, speaker by position."""

    quoted: frozenset[int]
    cues: frozenset[int]
    speakers: dict[int, Actor]


class Tally(NamedTuple):
    """Right, annotated, found."""

    right: int = 0
    gold: int = 0
    found: int = 0

    def plus(self, gold: frozenset[int], found: frozenset[int]) -> Tally:
        return Tally(self.right + len(gold & found), self.gold + len(gold), self.found + len(found))

    def line(self, name: str) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.gold)
        f1 = 2 * self.right / max(1, self.gold + self.found)
        counts = f"({self.right} of {self.gold}, {self.found} found)"
        return f"{name:10} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}   {counts}"


# --- reading the corpus ----------------------------------------------------------------------------


def read(path: Path) -> Iterator[tuple[Token, ...]]:
    """The documents of a corpus as tokens, cut at datelines."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        groups = file.read().replace("\r", "").strip().split("\n\n")
    document: list[Token] = []
    for number, group in enumerate(groups):
        tokens = [_token(line, number) for line in group.splitlines() if line.strip()]
        if document and DATELINE.match(" ".join(token.text for token in tokens[:12])):
            yield tuple(document)
            document = []
        document.extend(tokens)
    yield tuple(document)


def _token(line: str, sentence: int) -> Token:
    text, label = line.split("\t")[0].strip(), line.split("\t")[-1].strip()
    mark, _, kind = label.partition("-")
    return Token(text, kind, mark in ("B", "U"), sentence)


def rebuild(tokens: Sequence[Token]) -> Rebuilt:
    """The text that the tokens were cut from, as far as spaces can be told."""
    pieces: list[str] = []
    spans = []
    at = 0
    for i, token in enumerate(tokens):
        if i and not _glued(tokens[i - 1].text, token.text):
            pieces.append(" ")
            at += 1
        spans.append((at, at + len(token.text)))
        pieces.append(token.text)
        at += len(token.text)
    return Rebuilt("".join(pieces), tuple(tokens), tuple(spans))


def _glued(before: str, token: str) -> bool:
    """Whether no space stands between two tokens; a mark after a comma closes."""
    if token in TIGHT_LEFT or before in TIGHT_RIGHT or before == "-" or token == "-":
        return True
    return before in {",", "?", "!"} and token in {"”", '"', "“"}


# --- comparing -------------------------------------------------------------------------------------


def article(document: Rebuilt, number: int) -> Article:
    return Article(f"pfsa-{number}", document.text, blocks=(Block("paragraph", 0, len(document.text)),))


def laid_over(document: Rebuilt, reading: Reading, words: Standing) -> Found:
    """The quotations with a cue whose speaker is a public figure, over the tokens of the corpus."""
    quoted: set[int] = set()
    cues: set[int] = set()
    speakers: dict[int, Actor] = {}
    for statement in reading.statements:
        actor = reading.actor(statement.speaker.actor)
        if statement.kind != "direct" or statement.cue is None or actor is None:
            continue
        if not public(document, actor, words):
            continue
        inside = _with_marks(document, statement)
        quoted.update(inside)
        cues.update(_covered(document, statement.cue.start, statement.cue.end))
        speakers.update(dict.fromkeys(inside, actor))
    return Found(frozenset(quoted), frozenset(cues), speakers)


class Standing(NamedTuple):
    """Words that tell a public figure from a private person, from the lexicon of roles."""

    offices: frozenset[str]
    trades: frozenset[str]


def standing(language: str = "id") -> Standing:
    """First words of offices, and of trades and crowds."""
    from kawat.actors.roles import role_terms, roles

    terms = [(words.split()[0], role) for words, _, role in role_terms(language)]
    offices = frozenset(word for word, role in terms if role.kind == "person" and role.sector not in PRIVATE)
    trades = frozenset(word for word, role in terms if role.sector in PRIVATE)
    one = frozenset(words.split()[0] for words in roles(language).one)
    return Standing(offices, (trades | one) - offices)


def public(document: Rebuilt, actor: Actor, words: Standing) -> bool:
    """Whether the article tells an office of the speaker, or at least nothing that tells a private person."""
    if actor.kind not in ("person", "people"):
        return True
    if actor.role and actor.role.split()[0].lower() in words.offices:
        return True
    names = {word for word in actor.name.split() if word[:1].isupper()}
    texts = [token.text for token in document.tokens]
    places = [i for i, word in enumerate(texts) if word in names]
    if actor.name[:1].islower() or any(_aged(texts, i) for i in places):
        return False
    if any(_office_before(texts, i, words.offices) or _office_after(texts, i, words.offices) for i in places):
        return True
    return bool(places) and not any(_trade_beside(texts, i, words.trades) for i in places)


def _aged(texts: Sequence[str], at: int) -> bool:
    """NAMA (49): the way news names people in the street."""
    near = texts[at + 1 : at + 4]
    return len(near) == 3 and near[0] == "(" and near[2] == ")" and near[1].isdigit() and len(near[1]) == 2


def _trade_beside(texts: Sequence[str], at: int, trades: frozenset[str]) -> bool:
    """NAMA, warga …; seorang pedagang, NAMA."""
    after = texts[at + 1 : at + 3]
    return (len(after) == 2 and after[0] == "," and after[1] in trades) or any(
        word in trades for word in texts[max(0, at - 4) : at]
    )


def _office_before(texts: Sequence[str], at: int, offices: frozenset[str]) -> bool:
    """Kepala Dinas Kesehatan X NAMA; Ketua X, NAMA."""
    for i in range(at - 1, max(-1, at - 1 - REACH), -1):
        if texts[i] in STOPS or (texts[i] == "," and i != at - 1):
            return False
        if texts[i].lower() in offices:
            return True
    return False


def _office_after(texts: Sequence[str], at: int, offices: frozenset[str]) -> bool:
    """NAMA, Ketua X."""
    near = texts[at + 1 : at + 5]
    return "," in near and any(
        word.lower() in offices and word[:1].isupper() for word in near[near.index(",") + 1 :]
    )


def _with_marks(document: Rebuilt, statement: Statement) -> list[int]:
    """Token positions of the content and of the marks on either side."""
    inside = _covered(document, statement.content.start, statement.content.end)
    if not inside:
        return []
    first, last = inside[0], inside[-1]
    if first and not document.tokens[first - 1].text.isalnum():
        first -= 1
    if last + 1 < len(document.tokens) and not document.tokens[last + 1].text.isalnum():
        last += 1
    return list(range(first, last + 1))


def _covered(document: Rebuilt, start: int, end: int) -> list[int]:
    return [i for i, (a, b) in enumerate(document.spans) if a < end and b > start]


def labelled(document: Rebuilt, labels: Iterable[str]) -> frozenset[int]:
    wanted = frozenset(labels)
    return frozenset(i for i, token in enumerate(document.tokens) if token.label in wanted)


def statements(document: Rebuilt) -> Iterator[range]:
    """Token ranges of the annotated quotations; a new one begins where the label begins anew."""
    start = None
    for i, token in enumerate(document.tokens):
        if start is not None and (token.label != STATEMENT or token.begins):
            yield range(start, i)
            start = None
        if token.label == STATEMENT and start is None:
            start = i
    if start is not None:
        yield range(start, len(document.tokens))


def named_speaker(document: Rebuilt, quotation: range) -> str:
    """The person annotated in the sentence in which the quotation ends; empty when there is none."""
    sentence = document.tokens[quotation[-1]].sentence
    words: list[str] = []
    for token in document.tokens[quotation[-1] + 1 :]:
        if token.sentence != sentence or (words and (token.label not in PERSONS or token.begins)):
            break
        if token.label in PERSONS:
            words.append(token.text)
    return " ".join(words)


def is_named(actor: Actor, name: str) -> bool:
    """Whether the actor bears the name, in full, in part or by office."""
    own = {
        word
        for text in (actor.name, actor.role, *(m.text for m in actor.mentions))
        for word in text.lower().split()
    }
    return set(name.lower().split()) <= own


def main(argv: Sequence[str]) -> None:
    """Print the figures."""
    from kawat.reader import Reader

    options = argparse.ArgumentParser(prog="python -m evaluation.pfsa", description=__doc__.splitlines()[0])
    options.add_argument("files", type=Path, nargs="+", help="parts of PFSA-ID, .tsv or .tsv.xz")
    options.add_argument("--misses", action="store_true", help="also what was missed")
    given = options.parse_args(argv)
    documents = [rebuild(tokens) for path in given.files for tokens in read(path)]
    reader = Reader()
    readings = reader.read_many(article(document, i) for i, document in enumerate(documents))
    report(documents, readings, given.misses)


def report(documents: Sequence[Rebuilt], readings: Iterable[Reading], misses: bool) -> None:
    """Print the figures, and the misses when wanted."""
    quotations, cues, named, right, words = Tally(), Tally(), 0, 0, standing()
    for document, reading in zip(documents, readings, strict=True):
        found = laid_over(document, reading, words)
        gold = labelled(document, (STATEMENT,))
        quotations = quotations.plus(gold, found.quoted)
        cues = cues.plus(labelled(document, CUES), found.cues)
        for quotation in statements(document):
            name = named_speaker(document, quotation)
            speaker = next((found.speakers[i] for i in quotation if i in found.speakers), None)
            named += bool(name)
            right += bool(name and speaker and is_named(speaker, name))
            if misses and name and not (speaker and is_named(speaker, name)):
                print("PERSON", document.tokens[quotation[-1]].sentence, repr(name), speaker and speaker.name)
        if misses:
            _print_misses(document, gold, found.quoted)
    print(quotations.line("statement"))
    print(cues.line("cue"))
    print(f"{'person':10} {right / max(1, named):.3f}   ({right} of {named} whose sentence names one)")


def _print_misses(document: Rebuilt, gold: frozenset[int], found: frozenset[int]) -> None:
    for name, left, right in (("MISSED", gold, found), ("EXTRA", found, gold)):
        run: list[int] = []
        for i in [*sorted(left - right), -1]:
            if run and i != run[-1] + 1:
                text = " ".join(token.text for token in document.tokens[run[0] : run[-1] + 8])
                print(name, document.tokens[run[0]].sentence, len(run), text[:90], "…", text[-120:])
                run = []
            run.append(i)


if __name__ == "__main__":
    main(sys.argv[1:])
