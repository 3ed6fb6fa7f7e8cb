"""``kawat serve``: the record in a browser."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Annotated

import typer

from kawat.errors import KawatError

RecordFile = Annotated[
    Path | None, typer.Argument(metavar="[RECORD]", help="The record; without it, the paste box alone.")
]
Port = Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")]
Address = Annotated[
    str, typer.Option(help="Address to listen on; others than the loopback one let others in.")
]
AllowHost = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Another name under which the page may be asked for.")
]
Language = Annotated[str, typer.Option(metavar="CODE", help="Language of pasted articles.")]


def serve(
    record: RecordFile = None,
    port: Port = 8000,
    address: Address = "127.0.0.1",
    allow_host: AllowHost = None,
    language: Language = "id",
) -> None:
    """Open the record as a page in the browser; without a record, a box to paste an article into.

    Prints the token that opens correcting. Nothing leaves this computer.

    Example: kawat serve berita.sqlite
    """
    try:
        import uvicorn

        from kawat.page import Site, make_app
    except ImportError as error:
        raise KawatError(
            f"the page needs {error.name}; install it with: pip install 'kawat[page]'"
        ) from error
    from kawat.reader import Reader

    check_port(address, port)
    site = Site(record, lambda: Reader(language), allow_host or (), language=language)
    print(f"Kawat: http://{address}:{port}/")
    if record is not None:
        print(f"Token for correcting (enter it at http://{address}:{port}/edit): {site.token}")
    uvicorn.run(
        make_app(site),
        host=address,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=15,
        limit_concurrency=256,
    )


def check_port(address: str, port: int) -> None:
    """Look whether we can listen there, before anything is promised.

    Raises:
        KawatError: the port is taken, or the address is not ours.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        socket.create_server((address, port), family=family).close()
    except OSError as error:
        raise KawatError(
            f"cannot listen on {address} port {port} ({error.strerror}); choose another with --port"
        ) from error
