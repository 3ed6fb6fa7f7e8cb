"""Parses made elsewhere (Stanza, UDPipe, Trankit, a treebank), read from CoNLL-U."""

import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from kawat.errors import BadRecord, MissingSource
from kawat.records import Sentence, Token


class Parsed(msgspec.Struct, frozen=True):
    """The columns of one sentence, word by word. `heads` count from 1; 0 is the root."""

    forms: tuple[str, ...]
    spaces: tuple[bool, ...]
    """Whether a space follows the word."""
    tags: tuple[str, ...]
    feats: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]
    lemmas: tuple[str, ...] = ()


class Document(msgspec.Struct, frozen=True):
    """A text with its sentences. The text is made of words and their spaces, so offsets are exact."""

    text: str
    spans: tuple[tuple[int, int], ...]
    """Paragraphs of the text (`# newpar`); one when none is marked."""
    sentences: tuple[Sentence, ...]
    parses: tuple[Parsed, ...]
    id: str = ""


class _Row(msgspec.Struct, frozen=True):
    """One word before its place in the text is known. `covers` characters of the text are its own."""

    form: str
    surface: str
    space: bool
    cells: tuple[str, ...]


class _Block(msgspec.Struct, frozen=True):
    rows: tuple[_Row, ...]
    newdoc: str | None
    newpar: bool


def read_conllu(path: Path) -> list[Document]:
    """The documents of a CoNLL-U file, compressed with xz or not.

    In: a path. Out: documents as `# newdoc` divides them, or a single one.

    Raises:
        MissingSource: no such file.
        BadRecord: a line that is no CoNLL-U, named with its number.
    """
    if not path.is_file():
        raise MissingSource("no such file", str(path))
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return list(parse_conllu(lines, str(path)))


def parse_conllu(lines: Iterable[str], name: str = "") -> Iterator[Document]:
    """The same from lines of text; `name` is used in errors."""
    group: list[_Block] = []
    for block in _blocks(lines, name):
        if block.newdoc is not None and group:
            yield _document(group)
            group = []
        group.append(block)
    if group:
        yield _document(group)


def _blocks(lines: Iterable[str], name: str) -> Iterator[_Block]:
    """Sentences as rows, with what their comments say."""
    cells: list[tuple[str, ...]] = []
    newdoc: str | None = None
    newpar = False
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\r\n")
        if line.startswith("# newdoc"):
            newdoc = line.partition("=")[2].strip()
        elif line.startswith("# newpar"):
            newpar = True
        elif line and not line.startswith("#"):
            cells.append(_cells(line, name, number))
        elif not line and cells:
            yield _Block(_rows(cells), newdoc, newpar)
            cells, newdoc, newpar = [], None, False
    if cells:
        yield _Block(_rows(cells), newdoc, newpar)


def _cells(line: str, name: str, number: int) -> tuple[str, ...]:
    cells = tuple(line.split("\t"))
    if len(cells) != 10:
        raise BadRecord(f"not CoNLL-U: {len(cells)} columns where 10 are due", name, number)
    if cells[0].isdigit() and not cells[6].isdigit():
        raise BadRecord(
            f"not a parse: the head of word {cells[0]} is {cells[6]!r}, not a number", name, number
        )
    return cells


def _rows(table: list[tuple[str, ...]]) -> tuple[_Row, ...]:
    """Words with the characters each of them owns; those of a multiword token share its surface."""
    rows: list[_Row] = []
    inside, rest, space = 0, "", True
    for cells in table:
        tight = "SpaceAfter=No" in cells[9].split("|")
        if "-" in cells[0]:
            inside, rest, space = int(cells[0].partition("-")[2]), cells[1], not tight
        elif cells[0].isdigit():
            at = int(cells[0])
            if at > inside:
                rows.append(_Row(cells[1], cells[1], not tight, cells))
                continue
            own = rest if at == inside else _share(rest, cells[1])
            rest = rest[len(own) :]
            rows.append(_Row(cells[1], own, at == inside and space, cells))
    return tuple(rows)


def _share(rest: str, form: str) -> str:
    """The part of a multiword token's characters that this word owns."""
    return rest[: len(form)] if rest.lower().startswith(form.lower()) else rest[: min(len(form), len(rest))]


def _document(group: list[_Block]) -> Document:
    """Text, paragraphs and sentences with offsets, from rows."""
    text: list[str] = []
    length = 0
    spans: list[tuple[int, int]] = []
    sentences: list[Sentence] = []
    parses: list[Parsed] = []
    for index, block in enumerate(group):
        if index and block.newpar:
            text.append("\n\n")
            length = len("".join(text).rstrip(" \n")) + 2
            text = ["".join(text).rstrip(" \n") + "\n\n"]
        if block.newpar or not spans:
            spans.append((length, length))
        tokens: list[Token] = []
        for row in block.rows:
            tokens.append(_token(row, length, len(tokens)))
            piece = row.surface + (" " if row.space else "")
            text.append(piece)
            length += len(piece)
        if text and not text[-1].endswith(" "):
            text.append(" ")
            length += 1
        spans[-1] = (spans[-1][0], tokens[-1].end)
        place = len(spans) - 1
        sentences.append(Sentence(index, "text", tokens[0].start, tokens[-1].end, place, tuple(tokens)))
        parses.append(_parsed(block.rows))
    return Document(
        "".join(text).rstrip(" \n"), tuple(spans), tuple(sentences), tuple(parses), group[0].newdoc or ""
    )


def _token(row: _Row, start: int, at: int) -> Token:
    cells = row.cells
    head = int(cells[6]) - 1 if cells[6] != "0" else at
    end = start + len(row.surface)
    return Token(
        row.surface, start, end, _given(cells[2]) or row.form, cells[3], head, cells[7], _given(cells[5])
    )


def _given(cell: str) -> str:
    return "" if cell == "_" else cell


def _parsed(rows: tuple[_Row, ...]) -> Parsed:
    columns = list(zip(*(row.cells for row in rows), strict=True))
    return Parsed(
        forms=tuple(row.form for row in rows),
        spaces=tuple(row.space for row in rows),
        tags=columns[3],
        feats=tuple(_given(cell) for cell in columns[5]),
        heads=tuple(int(cell) for cell in columns[6]),
        labels=columns[7],
        lemmas=columns[2],
    )
