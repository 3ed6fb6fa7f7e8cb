"""A site over the record room's sample readings."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the page's extra is not installed")

from paged import BASE, SAMPLES, TOKEN, demand, open_site
from starlette.testclient import TestClient

from kawat.page import make_app
from kawat.record import Record


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that tests copy or only look at."""
    path = tmp_path_factory.mktemp("page") / "contoh.sqlite"
    with Record(path) as record:
        record.add([*SAMPLES.sample_readings(), demand()], "1")
        record.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture(scope="session")
def client(filled: Path) -> Iterator[TestClient]:
    """A visitor without a token; the record does not change."""
    with TestClient(make_app(open_site(filled)), base_url=BASE, follow_redirects=False) as made:
        yield made


@pytest.fixture
def editor(filled: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A visitor with the token, over a copy of the record."""
    path = Path(shutil.copy(filled, tmp_path / "salinan.sqlite"))
    with TestClient(make_app(open_site(path)), base_url=BASE, follow_redirects=False) as made:
        made.cookies.set("kawat_token", TOKEN)
        yield made


@pytest.fixture(scope="session")
def bare() -> Iterator[TestClient]:
    """The paste box alone."""
    with TestClient(make_app(open_site(None)), base_url=BASE, follow_redirects=False) as made:
        yield made
