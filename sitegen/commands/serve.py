"""`sitegen serve`: show the site while it is edited."""

import gc
import multiprocessing
import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from sitegen.options import INTERRUPTED, TERMINATED, Stopped, build_options, examples, folder_of, last_update


@click.command(
    short_help="Show the site while it is edited.",
    epilog=examples(
        ("sitegen serve --open", "look at it while you edit"),
        ("sitegen serve --port 8080", "where port 8000 is taken"),
        ("sitegen serve --base-path /papers/", "as below https://ada.example/papers/"),
    ),
)
@build_options
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port to listen on.")
@click.option("--open", "opens", is_flag=True, help="Open the site in the browser.")
@click.option("--base-path", default="", metavar="PATH", help="Serve below this path only, as the host will (/repo/).")
@click.pass_obj
def serve(
    above: Path | None,
    site: Path | None,
    base_url: str,
    output: str,
    jobs: int,
    host: str,
    port: int,
    opens: bool,
    base_path: str,
) -> None:
    """Show the site while it is edited: build, serve, watch, rebuild, reload the open page."""
    gc.enable()  # a process that stays has to look for cycles
    from sitegen.build import BuildOptions
    from sitegen.serve import serve as run

    options = BuildOptions(base_url=base_url, output=output, jobs=jobs, updated=last_update())
    try:
        run(folder_of(site, above), options, host=host, port=port, base_path=base_path, opens=opens)
    except Stopped as stopped:
        interrupted = stopped.code == INTERRUPTED
        click.echo("stopped" if interrupted else "terminated", err=True)
        _leave(0 if interrupted else TERMINATED)


def _leave(code: int) -> NoReturn:
    """End at once. A build in the background is not waited for: a build may end anywhere, the next one tidies up."""
    for process in multiprocessing.active_children():
        process.terminate()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)
