"""Who did, will do, refuses to do or is asked to do what to whom."""

from kawat.events.stage import EventStage

__all__ = ["EventStage"]
