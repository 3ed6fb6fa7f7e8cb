"""Quotations whose speaker is named only after them: in a sentence of its own, or with the next words."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.statements.making import Frame
from kawat.statements.passive import reference
from kawat.statements.proposals import Proposal, Scene, place_of

AHEAD = 3
"""Sentences after a quotation in which its speaker may still be named."""


def told_later(scene: Scene, quoted: Sequence[Proposal]) -> list[Proposal]:
    """The quotations, those without a cue given to who is named in a reference right behind them.

    "…" Hal itu disampaikan X: the next sentence, or a later one when nothing between them reports.
    """
    found, frame, before = list(quoted), None, -1
    for i in range(len(found) - 1, -1, -1):
        one = found[i]
        if one.cue is not None or one.source is not None:
            frame = None
            continue
        until = found[i + 1].sentence if i + 1 < len(found) else len(scene.views)
        later = _reference_after(scene, one, until)
        if later is not None:
            frame, before = later, i
        elif frame is None or found[i + 1].sentence - one.sentence > AHEAD:
            frame = None
            continue
        cue = place_of(frame.cue) if frame.cue is not None and i == before else None
        found[i] = one._replace(rule=frame.rule, cue=cue, source=frame.source, frame=frame.words)
    return found


def _reference_after(scene: Scene, quoted: Proposal, until: int) -> Frame | None:
    """The reference in the next sentences, before the quotation of sentence ``until``."""
    last = next((v.number for v in scene.views[quoted.sentence :] if v.sentence.end >= quoted.end), -1)
    for view in scene.views[last + 1 : last + 1 + AHEAD] if last >= 0 else ():
        if view.number >= until or view.sentence.part != quoted.part:
            return None
        found = reference(scene, view)
        if found is not None or view.cues:
            return found
    return None


def first_words(found: Sequence[Proposal]) -> list[Proposal]:
    """The proposals; a quotation before which nobody spoke goes to who speaks next, if that is soon."""
    done = list(found)
    for i, one in enumerate(done):
        if one.source is not None:
            break
        following = next((p for p in done[i + 1 :] if p.source is not None), None)
        soon = following is not None and following.sentence - one.sentence <= AHEAD
        if one.cue is None and soon and following is not None and following.part == one.part:
            done[i] = one._replace(source=following.source)
    return done
