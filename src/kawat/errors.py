"""Everything that Kawat raises on purpose.

    KawatError
    ├── SourceError              a source that cannot be read; the rest of the batch goes on
    │   ├── MissingSource        no such file
    │   ├── EmptySource          nothing in it
    │   ├── BinarySource         not text
    │   ├── UnknownEncoding      text in none of the encodings that are recognised
    │   ├── BadRecord            a line or row that is no article
    │   └── SourceTooLarge       larger than an article can be
    ├── UnsupportedLanguage      no folder under language/ for it
    ├── PipelineError            a language pipeline that is missing or lacks a component
    ├── LexiconError             a data file of ours, or of the user's, that breaks its form
    ├── StageOrderError          a reader whose stages need what no earlier stage adds
    ├── RecordError              a record file that cannot be opened, read or written
    └── QueryError               a question whose words are not understood

Each message says what was found, where, and what to do. Library code raises; only ``cli/`` prints and exits.
"""

from __future__ import annotations


class KawatError(Exception):
    """Base of all errors that are raised on purpose."""


class SourceError(KawatError):
    """A source that cannot be read.

    Args:
        what: what was found and what to do, one line.
        path: file, address or name of the source; empty for text given in memory.
        line: number of the line, from 1, where there is one.
    """

    def __init__(self, what: str, path: str = "", line: int | None = None) -> None:
        self.what, self.path, self.line = what, path, line
        where = f"{path}:{line}" if line is not None else path
        super().__init__(f"{where}: {what}" if where else what)


class MissingSource(SourceError):
    """No such file."""


class EmptySource(SourceError):
    """A source with no text in it."""


class BinarySource(SourceError):
    """A file that is not text."""


class UnknownEncoding(SourceError):
    """Text in none of UTF-8, UTF-16 and Windows-1252."""


class BadRecord(SourceError):
    """A line or row that is no article: no object, or no text in it."""


class SourceTooLarge(SourceError):
    """A source larger than an article can be."""


class UnsupportedLanguage(KawatError):
    """A language for which there is no folder under ``language/``."""


class PipelineError(KawatError):
    """A language pipeline that is missing or lacks a component."""


class LexiconError(KawatError):
    """A TOML file that breaks its form; the message names file and line."""


class StageOrderError(KawatError):
    """A stage that needs what no earlier stage adds."""


class RecordError(KawatError):
    """A record file that cannot be opened, read or written."""


class QueryError(KawatError):
    """A question whose words are not understood."""
