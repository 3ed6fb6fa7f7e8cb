"""The page: the record in a browser, and a paste box that reads an article in front of you.

``make_app(site)`` gives the ASGI application; ``kawat serve`` runs it on the loopback address.
Needs the extra ``kawat[page]``.
"""

from __future__ import annotations

from kawat.page.app import make_app
from kawat.page.site import Limits, Site

__all__ = ["Limits", "Site", "make_app"]
