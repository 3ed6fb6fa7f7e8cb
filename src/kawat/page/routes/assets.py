"""Style, scripts and the world's outlines, from memory: no path of a request reaches the file system."""

from __future__ import annotations

from functools import cache
from importlib import resources
from threading import Lock

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kawat.page.look import tagged, unless_seen

KINDS = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
}
VEGA = "vega.js"
HOUR = "max-age=3600"
MAKING = Lock()


@cache
def files() -> dict[str, bytes]:
    """All static files by name."""
    folder = resources.files("kawat.page") / "static"
    return {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.is_file()}


@cache
def made_bundle() -> bytes:
    """Vega, Vega-Lite and vega-embed as one script; vl-convert makes it in some seconds, offline."""
    import vl_convert

    return str(vl_convert.javascript_bundle()).encode()  # type: ignore[call-arg]


def bundle() -> bytes:
    """The charts' library, made once however many ask at the same time."""
    with MAKING:
        return made_bundle()


def static(name: str, seen: str) -> Response:
    """One file by its name."""
    content = bundle() if name == VEGA else files().get(name)
    if content is None:
        return PlainTextResponse("not found", 404)
    kind = KINDS.get(name.rpartition(".")[2], "application/octet-stream")
    answer = Response(content, 200, {"cache-control": HOUR}, kind)
    return unless_seen(tagged(answer), seen)


async def asset(request: Request) -> Response:
    """Serve one of the files."""
    site = request.app.state.site
    seen = request.headers.get("if-none-match", "")
    return await site.ask(static, request.path_params["name"], seen)  # type: ignore[no-any-return]


ROUTES = [Route("/static/{name}", asset, methods=["GET"])]
