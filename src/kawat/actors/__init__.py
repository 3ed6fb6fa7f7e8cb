"""Who: the who's-who as data, mentions in a text, and which of them are the same actor."""

from kawat.actors.lookup import ActorMap
from kawat.actors.stage import ActorStage

__all__ = ["ActorMap", "ActorStage"]
