"""What the page's tests share: a reader that needs no parser, a site, a server on a free port."""

from __future__ import annotations

import importlib.util
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from kawat.page import Limits, Site, make_app
from kawat.records import Article, Reading

BASE = "http://127.0.0.1:8000"
TOKEN = "token-of-the-tests"


def load_samples() -> ModuleType:
    """The record room's readings made by hand."""
    path = Path(__file__).parents[1] / "record" / "invented.py"
    spec = importlib.util.spec_from_file_location("record_samples", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["record_samples"] = module
    spec.loader.exec_module(module)
    return module


SAMPLES = load_samples()
build = SAMPLES.build


class HandReader:
    """Reads what we know: a demand within a demand; of anything else only the article."""

    version = "hand"

    def read(self, article: Article) -> Reading:
        if "mendesak" not in article.text:
            return Reading(article)
        return demand(article.text, article.id)


def demand(text: str = "", id: str = "desak") -> Reading:
    """The USA asks China to press North Korea."""
    text = text or "Amerika Serikat mendesak China menekan Korea Utara, kata Matthew Miller."
    made = build(text, id, title="AS desak China", outlet="Kabar Uji", published="2025-03-07")
    miller = made.person("Matthew Miller", "USA:GOV", "Juru bicara")
    made.said("Amerika Serikat mendesak China menekan Korea Utara", miller, "kata", via=("Yonhap",))
    made.event("mendesak", "REQUEST", "USA:GOV", "CHN:GOV", said_by="s1")
    made.event("menekan", "REQUEST", "CHN:GOV", "PRK:GOV", aux="hypothetical", said_by="s1", parent="e1")
    return made.done()


def open_site(path: Path | None, limits: Limits | None = None) -> Site:
    return Site(path, HandReader, token=TOKEN, limits=limits)


@contextmanager
def served(site: Site) -> Iterator[str]:
    """The site on a free port; its address."""
    import uvicorn

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = uvicorn.Config(make_app(site), "127.0.0.1", port, log_level="error", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    end = time.monotonic() + 20
    while not server.started and time.monotonic() < end:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
