"""Correcting in place: for who has the token."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kawat.errors import QueryError
from kawat.page import look
from kawat.page.routes.reading import Form, form_of
from kawat.page.visit import visit_of
from kawat.record.corrections import Correction

AUTHOR = "page"


async def correct(request: Request) -> Response:
    """Keep a correction and go back to the article."""
    visit, form = visit_of(request), await form_of(request)
    if not visit.editor:
        return look.page(visit, "edit.html", 403, wrong=False)
    correction = correction_of(form)
    await visit.site.change(lambda record: record.correct(correction))
    return RedirectResponse(f"/articles/{quote(correction.key)}", 303)


def correction_of(form: Form) -> Correction:
    """The form as a correction.

    Raises:
        QueryError: a field that is missing or has another form.
    """
    kind, verdict = form.get("kind"), form.get("verdict")
    if kind not in ("event", "statement") or verdict not in ("changed", "right", "wrong"):
        raise QueryError("a correction needs kind and verdict")
    changes = (event_changes if kind == "event" else statement_changes)(form) if verdict == "changed" else {}
    if form.get("part") not in ("text", "title", "deck"):
        raise QueryError("part must be text, title or deck")
    fields = {
        "key": form.get("key", "")[:500],
        "kind": kind,
        "part": form["part"],
        "start": offset(form, "start"),
        "end": offset(form, "end"),
        "type": form.get("was", "")[:20],
        "verdict": verdict,
        "changes": changes,
        "author": AUTHOR,
        "note": form.get("note", "")[:300],
    }
    return msgspec.convert(fields, Correction)


def offset(form: Form, name: str) -> int:
    """A number of characters. Raises QueryError for anything else."""
    value = form.get(name, "")
    if not value.isascii() or not value.isdigit() or len(value) > 9:
        raise QueryError(f"{name} must be a number of characters")
    return int(value)


def event_changes(form: Form) -> dict[str, Any]:
    """Type, aux, sides and date as the editor wrote them."""
    return {
        "type": form.get("type", ""),
        "aux": form.get("aux") or None,
        "actor": codes(form.get("actor", "")),
        "recipient": codes(form.get("recipient", "")),
        "date": form.get("date", "").strip()[:40] or None,
    }


def statement_changes(form: Form) -> dict[str, Any]:
    """Speaker and code."""
    speaker = form.get("speaker", "").strip()[:120]
    if not speaker:
        raise QueryError("a statement needs a speaker")
    return {"speaker": speaker, "speaker_code": codes(form.get("speaker_code", "") or "ZZZ:UNK")[0]}


def codes(text: str) -> list[str]:
    """What stands between commas, in capitals; the record refuses what is no code."""
    return [part.strip().upper()[:40] for part in text.split(",") if part.strip()]


ROUTES = [Route("/corrections", correct, methods=["POST"])]
