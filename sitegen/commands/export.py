"""`sitegen export`: print the library in a format."""

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.options import examples, folder_of, moment, nearest, site_option
from sitegen.problems import SitegenError, excerpt

if TYPE_CHECKING:
    from sitegen.model.library import Library


def _formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001 -- click's shape
    """The formats there are, for a shell to complete."""
    import sitegen.formats
    from sitegen.formats import Format
    from sitegen.shelf import load

    return [name for name in load(sitegen.formats, Format) if name.startswith(incomplete)]


@click.command(
    short_help="Print the library in a format of exchange.",
    epilog=examples(
        ("sitegen export bibtex > library.bib", "the whole library"),
        ("sitegen export ris knuth84 lamport94", "two entries, by their keys"),
    ),
)
@site_option
@click.option(
    "--ascii", "in_ascii", is_flag=True, help="With bibtex: write letters as LaTeX commands, for old programs."
)
@click.argument("format_name", metavar="FORMAT", shell_complete=_formats)
@click.argument("ids", nargs=-1)
@click.pass_obj
def export(above: Path | None, site: Path | None, format_name: str, ids: tuple[str, ...], in_ascii: bool) -> None:
    """Print the library, or the entries of these ids, as BibTeX, RIS, CSL-JSON, JATS, ... on standard output."""
    from sitegen import report
    from sitegen.draft import draft
    from sitegen.export import export as write

    made = draft(folder_of(site, above), pictures=False).site
    format_name = format_name.lower()
    if format_name not in made.formats:
        raise SitegenError(f"there is no format {excerpt(format_name)!r}", nearest(format_name, list(made.formats)))
    format_ = made.formats[format_name]
    if in_ascii and format_.write_ascii is None:
        able = [each.name for each in made.formats.values() if each.write_ascii]
        raise SitegenError(f"{format_.title} has no form in ASCII", f"Leave out --ascii, or use {', '.join(able)}.")
    library = made.library
    chosen = library.works(tuple(_id(each, library) for each in ids)) if ids else tuple(library.entries.values())
    if in_ascii and format_.write_ascii:
        text = format_.write_ascii(chosen)
    else:
        written = write(chosen, format_, made, moment())
        report.print_problems(written.problems, limit=len(written.problems))
        text = written.text
    click.echo(text.encode("utf-8", "replace"), nl=False)


def _id(written: str, library: "Library") -> str:
    """The id of the entry that is meant by its id or its key. Raises SitegenError."""
    from sitegen.text.slugs import slug

    entries = library.entries
    for id_ in (written, slug(written)):
        if id_ in entries:
            return id_
    near = difflib.get_close_matches(slug(written), entries, 1)
    hint = f"Did you mean {near[0]!r}?" if near else "Write an id as it stands in the address of the entry's page."
    raise SitegenError(f"there is no entry {excerpt(written)!r}", hint)
