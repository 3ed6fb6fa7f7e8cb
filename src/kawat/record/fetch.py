"""Fetching politely: robots.txt, conditional requests, one name for ourselves, limits on size and time."""

from __future__ import annotations

import urllib.error
import urllib.request
import urllib.robotparser
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPResponse
from urllib.parse import urlsplit

from kawat.errors import SourceError
from kawat.records import Value

AGENT = "Kawat"
"""The name under which we ask, in robots.txt and in requests."""

TIMEOUT_SECONDS = 20.0
LARGEST_BYTES = 8_000_000
SCHEMES = ("http", "https")


class Answer(Value, frozen=True):
    """What a server said: ``body`` is empty for 304 (not modified)."""

    status: int
    body: bytes = b""
    etag: str = ""
    modified: str = ""
    retry_seconds: float = 0.0
    """How long the server asks us to stay away."""
    charset: str = ""


class Fetcher:
    """Fetches pages; remembers the robots.txt of each site for as long as it lives."""

    def __init__(self, agent: str = AGENT) -> None:
        self.agent = agent
        self._robots: dict[str, urllib.robotparser.RobotFileParser] = {}

    def get(self, address: str, etag: str = "", modified: str = "") -> Answer:
        """Ask for a page, or whether it has changed.

        Args:
            etag, modified: from the last answer, so that an unchanged page is not sent again.

        Raises:
            SourceError: robots.txt forbids it, the address is none of http or https, or nobody answers.
        """
        if urlsplit(address).scheme not in SCHEMES:
            raise SourceError("no http address", address)
        if not self.allowed(address):
            raise SourceError(f"robots.txt of the site does not allow {self.agent} here", address)
        given = {"User-Agent": self.agent, "If-None-Match": etag, "If-Modified-Since": modified}
        request = urllib.request.Request(address, headers={k: v for k, v in given.items() if v})
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as response:
                return read_answer(response, address)
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, retry_seconds=retry_after(error.headers.get("Retry-After", "")))
        except (OSError, HTTPException, ValueError) as error:
            raise no_answer(error, address) from error

    def allowed(self, address: str) -> bool:
        """Whether the site's robots.txt lets us have a page; a site without one lets everybody.

        Raises:
            SourceError: the site does not answer.
        """
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = read_robots(f"{site}/robots.txt", self.agent)
        return self._robots[site].can_fetch(self.agent, address)


def read_answer(response: HTTPResponse, address: str) -> Answer:
    """A successful answer.

    Raises:
        SourceError: larger than a page can be.
    """
    body = response.read(LARGEST_BYTES + 1)
    if len(body) > LARGEST_BYTES:
        raise SourceError(f"more than {LARGEST_BYTES // 1_000_000} MB, too large for a page", address)
    return Answer(
        response.status,
        body,
        response.headers.get("ETag", ""),
        response.headers.get("Last-Modified", ""),
        charset=response.headers.get_content_charset() or "",
    )


def read_robots(address: str, agent: str) -> urllib.robotparser.RobotFileParser:
    """A site's rules (RFC 9309): none where the file is missing, all closed where the server is broken.

    Raises:
        SourceError: nobody answers.
    """
    rules = urllib.robotparser.RobotFileParser(address)
    request = urllib.request.Request(address, headers={"User-Agent": agent})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as response:
            text = response.read(500_000).decode("utf-8", "replace")
        rules.parse(text.splitlines())
    except urllib.error.HTTPError as error:
        with error:
            rules.parse(["User-agent: *", "Disallow: /"] if error.code >= 500 else [])
    except (OSError, HTTPException) as error:
        raise no_answer(error, address) from error
    return rules


def no_answer(error: Exception, address: str) -> SourceError:
    """What is told of a site that does not answer."""
    return SourceError(f"no answer ({getattr(error, 'reason', error)})", address)


def retry_after(value: str) -> float:
    """Seconds in a Retry-After header, given as a number or as a date; 0 when there is none."""
    from datetime import UTC, datetime

    if value.isdigit():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return 0.0
