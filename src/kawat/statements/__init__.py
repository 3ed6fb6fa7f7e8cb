"""Who said what: quotations and reported words, with speaker, addressee and media chain."""

from kawat.statements.stage import StatementStage

__all__ = ["StatementStage"]
