"""`sitegen add`: fetch the record of a work and put it into a .bib file."""

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen import __version__
from sitegen.options import examples, folder_of, site_option
from sitegen.problems import SitegenError, excerpt

if TYPE_CHECKING:
    from sitegen.fetching.client import Client
    from sitegen.model.entry import Entry


@click.command(
    short_help="Fetch the record of a work into a .bib file.",
    epilog=examples(
        ("sitegen add 10.1038/171737a0", "a DOI, bare or as an address"),
        ("sitegen add arXiv:1706.03762", "a preprint"),
        ("sitegen add 978-0-201-89683-1", "a book by its ISBN"),
        ("sitegen add https://journal.example/7/12", "a page that names its work"),
        ("sitegen add --dry-run 10.1038/171737a0", "only print the entry"),
    ),
)
@site_option
@click.argument("names", nargs=-1, required=True, metavar="DOI|ARXIV|ISBN|URL...")
@click.option("--file", "named", default="", metavar="FILE", help="The .bib file to use, where there are several.")
@click.option("--key", default="", help="The key of the entry, instead of one in the style of the file.")
@click.option("--dry-run", is_flag=True, help="Print the entry on standard output, and change no file.")
@click.pass_obj
def add(above: Path | None, site: Path | None, names: tuple[str, ...], named: str, key: str, dry_run: bool) -> None:
    """Fetch the record of a work and put it into a .bib file, in the file's order and style.

    The network is asked by https only: doi.org for a DOI or a preprint, Open Library for an ISBN, else the page itself.
    A work that is in the library already is refused.
    """
    root = folder_of(site, above)
    if key and len(names) > 1:
        raise click.UsageError("--key goes with one work.")
    client = _client()
    try:
        for name in names:
            _add(root, name, client, named=named, key=key, dry_run=dry_run)
    finally:
        client.close()


def _client() -> "Client":
    """The way to the network. Raises SitegenError where httpx is not installed."""
    try:
        from sitegen.fetching.client import Client, transport
    except ModuleNotFoundError as error:
        if error.name != "httpx":
            raise
        raise SitegenError("`sitegen add` needs httpx", "Install it: pip install httpx.") from None
    proxy = os.environ.get("HTTPS_PROXY") or os.environ.get("https_proxy") or ""
    return Client(transport(proxy), time.monotonic, f"sitegen/{__version__}")


def _add(root: Path, name: str, client: "Client", *, named: str, key: str, dry_run: bool) -> None:
    """Add one work."""
    from dataclasses import replace

    import sitegen.formats
    from sitegen.fetching.file import chosen_file, put_file, read_file
    from sitegen.fetching.insert import inserted
    from sitegen.fetching.keys import fitting_key
    from sitegen.fetching.known import asked_twin, namesake, twin
    from sitegen.fetching.records import fetched
    from sitegen.fetching.wanted import wanted
    from sitegen.formats import Format
    from sitegen.read import read_content
    from sitegen.report import safe, say
    from sitegen.shelf import load

    asked = wanted(name)
    content = read_content(root, load(sitegen.formats, Format))
    _refuse(asked_twin(asked, content.entries), name)
    path = chosen_file(root, named, content.files)
    entry = fetched(asked, client)
    _refuse(twin(entry, content.entries), name)
    others = [each for each in content.entries if each.place.file == path] or list(content.entries)
    taken = [each.id for each in content.entries]
    if key and key.casefold() in {each.casefold() for each in taken}:
        raise SitegenError(f"the key {excerpt(key)!r} is taken", "Choose another with --key.")
    entry = replace(entry, id=key or fitting_key(entry, others, taken))
    before = read_file(root / path)
    made = inserted(before, entry)
    if alike := namesake(entry, content.entries):
        say(safe(f"warning: {alike.place} has a work of this title and year: {alike.id!r}"))
    if dry_run:
        click.echo(made.record, nl=False)
        return
    put_file(root / path, before, made.data)
    say(safe(f"added {entry.id} to {path}: {excerpt(entry.title.to_plain(), 80)}"))


def _refuse(old: "Entry | None", name: str) -> None:
    """Raise FetchError for a work that is there already."""
    from sitegen.fetching.wanted import FetchError

    if old:
        raise FetchError(f"{excerpt(name)} is there already, as {excerpt(old.id)!r} at {old.place}")
