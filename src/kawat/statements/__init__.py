"""Who said what: quotations and reported words, with speaker, addressee and the chain of media behind them."""

from kawat.statements.stage import StatementStage

__all__ = ["StatementStage"]
