"""The paste box: an article in, what was read in it out; nothing is stored unless asked."""

from __future__ import annotations

from html import escape
from urllib.parse import parse_qs

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kawat.article import Given, read_html, read_plain
from kawat.errors import EmptySource, KawatError, QueryError, SourceTooLarge
from kawat.page import look
from kawat.page.cards import marked, title_of
from kawat.page.route import endpoint
from kawat.page.site import Site
from kawat.page.visit import Visit, visit_of
from kawat.records import Article, Reading

Form = dict[str, str]
FIELDS = 40


async def form_of(request: Request) -> Form:
    """The fields of a form, the first value of each.

    Raises:
        QueryError: no form.
    """
    try:
        fields = parse_qs((await request.body()).decode(), keep_blank_values=True, max_num_fields=FIELDS)
    except ValueError as error:
        raise QueryError("no form that can be read") from error
    return {name: values[0].replace("\r\n", "\n").replace("\x00", "") for name, values in fields.items()}


def article_of(form: Form, site: Site) -> Article:
    """The pasted article; HTML is taken for what it is.

    Raises:
        SourceError: nothing in it, or too much.
    """
    text, most = form.get("text", ""), site.limits.characters
    if len(text) > most:
        raise SourceTooLarge(f"{len(text)} characters; at most {most} here, more with: kawat read FILE")
    if not text.strip():
        raise EmptySource("nothing was pasted")
    head = text.lstrip()[:200].lower()
    if head.startswith(("<!doctype html", "<html")):
        return read_html(text, language=site.language)
    title, outlet, published = (form.get(name, "").strip()[:300] for name in ("title", "outlet", "published"))
    return read_plain(text, Given(title=title, outlet=outlet, published=published), language=site.language)


def box(visit: Visit) -> Response:
    """The empty box."""
    return boxed(visit, "", "", 200)


def boxed(visit: Visit, text: str, notice: str, status: int) -> Response:
    """The box with what was pasted and what is wrong with it."""
    limit = visit.site.limits.characters
    return look.page(visit, "read.html", status, text=text[:limit], notice=notice, limit=limit)


async def paste(request: Request) -> Response:
    """The article, read; or stored as well, for who has the token and asks."""
    visit = visit_of(request)
    form = await form_of(request)
    site: Site = visit.site
    try:
        article = await site.ask(article_of, form, site)
        reading = await site.read(article)
    except KawatError as error:
        return boxed(visit, form.get("text", ""), str(error), 422)
    if form.get("store") and visit.editor:
        await site.change(lambda record: record.add([reading], site.reader.version))
        return RedirectResponse(f"/articles/{article.id}", 303)
    return await site.ask(shown, visit, reading, form)


def shown(visit: Visit, reading: Reading, form: Form) -> Response:
    """The page of a reading that is not stored."""
    return look.page(
        visit,
        "article.html",
        marked=marked(reading),
        title=title_of(reading),
        ids={},
        identities={},
        safe_url="",
        notice=visit.words["read.not_stored"],
        store=store_form(visit, form) if visit.editor and visit.site.opened else "",
    )


def store_form(visit: Visit, form: Form) -> Markup:
    """A button that sends the same article again, to be kept."""
    kept = "".join(
        f'<input type="hidden" name="{name}" value="{escape(form.get(name, ""))}">'
        for name in ("text", "title", "outlet", "published")
    )
    button = f'<button name="store" value="1">{escape(visit.words["read.store"])}</button>'
    return Markup(f'<form method="post" action="/read">{kept}{button}</form>')


ROUTES = [Route("/read", endpoint(box), methods=["GET"]), Route("/read", paste, methods=["POST"])]
