"""The gate before every request: who asks under which name, how much comes in, what may go out."""

from __future__ import annotations

import asyncio
import json
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kawat.page.site import Site

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
METHODS = frozenset({"GET", "HEAD", "POST"})


class Guard:
    """ASGI middleware; whatever it refuses never reaches a route.

    Refused: a foreign Host (DNS rebinding), another site's POST (CSRF), other methods, long addresses, large
    or slow bodies. Every answer carries the security headers.
    """

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self.app, self.site = app, site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self.refusal(scope)
        if refused is None and scope["method"] == "POST":
            receive, refused = await self.whole_body(receive)
        await (refused or self.app)(scope, receive, guarded)

    def refusal(self, scope: Scope) -> Response | None:
        """What is wrong with a request before its body is looked at."""
        headers, limits = Headers(scope=scope), self.site.limits
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > limits.address:
            return refuse(414, "the address is too long")
        hosts = headers.getlist("host")
        if len(hosts) != 1 or host_name(hosts[0]) not in self.site.hosts:
            return refuse(421, "not served under this name; start kawat serve with --allow-host NAME")
        if scope["method"] not in METHODS:
            return refuse(405, "only GET, HEAD and POST")
        if scope["method"] == "POST" and not from_here(headers, hosts[0]):
            return refuse(403, "refused: the request comes from another site")
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > limits.body:
            return refuse(413, f"too large: at most {limits.body} bytes")
        return None

    async def whole_body(self, receive: Receive) -> tuple[Receive, Response | None]:
        """The body, read within the limits and handed on in one piece."""
        try:
            body = await asyncio.wait_for(self.gather(receive), self.site.limits.body_seconds)
        except TimeoutError:
            return receive, refuse(408, "the body came too slowly")
        if body is None:
            return receive, refuse(413, f"too large: at most {self.site.limits.body} bytes")
        pieces = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def replay() -> Message:
            piece = next(pieces, None)
            return piece if piece is not None else await receive()

        return replay, None

    async def gather(self, receive: Receive) -> bytes | None:
        """All of a body; ``None`` as soon as it is too large."""
        body, more = bytearray(), True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return bytes(body)
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > self.site.limits.body:
                return None
        return bytes(body)


def host_name(host: str) -> str:
    """The name in a Host header, without the port; empty for what is no name."""
    try:
        parts = urlsplit(f"//{host}")
        plain = not (parts.path or parts.query or parts.fragment or "@" in host)
        _ = parts.port  # raises for what is no number
    except ValueError:
        return ""
    name = parts.hostname or ""
    return (f"[{name}]" if ":" in name else name) if plain else ""


def from_here(headers: Headers, host: str) -> bool:
    """Whether a request that changes something comes from our own page, or from no page at all.

    Browsers send Origin with every POST; programs send neither header.
    """
    origin = headers.get("origin")
    if origin is not None:
        parts = urlsplit(origin)
        return parts.scheme in ("http", "https") and parts.netloc.lower() == host.lower()
    return headers.get("sec-fetch-site", "none") in ("same-origin", "none")


def refuse(status: int, why: str) -> Response:
    """A refusal as JSON, in the form of the API's errors; the connection ends with it."""
    body = json.dumps({"error": {"status": status, "message": why}})
    return Response(body, status, {"connection": "close"}, "application/json")
