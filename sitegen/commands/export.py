"""`sitegen export`: print the library in a format."""

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.options import examples, folder_of, moment, nearest, site_option
from sitegen.problems import SitegenError, excerpt

if TYPE_CHECKING:
    from sitegen.draft import Draft
    from sitegen.model.entry import Entry
    from sitegen.model.library import Library
    from sitegen.site import Site


def _formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001 -- click's shape
    """The formats there are, for a shell to complete."""
    import sitegen.formats
    from sitegen.formats import Format
    from sitegen.shelf import load

    return [name for name in load(sitegen.formats, Format) if name.startswith(incomplete)]


@click.command(
    short_help="Print the library in a format of exchange, or as a reference list.",
    epilog=examples(
        ("sitegen export bibtex > library.bib", "the whole library"),
        ("sitegen export ris knuth84 lamport94", "two entries, by their keys"),
        ("sitegen export --style apa --as html", "a reference list"),
    ),
)
@site_option
@click.option(
    "--ascii", "in_ascii", is_flag=True, help="With bibtex: write letters as LaTeX commands, for old programs."
)
@click.option("--style", "style_name", default="", metavar="STYLE", help="Print a reference list in a citation style.")
@click.option(
    "--as",
    "shape",
    type=click.Choice(("text", "markdown", "html")),
    default="text",
    show_default=True,
    help="With --style: what to print the list as.",
)
@click.argument("format_name", metavar="[FORMAT]", default="", shell_complete=_formats)
@click.argument("ids", nargs=-1)
@click.pass_obj
def export(
    above: Path | None,
    site: Path | None,
    format_name: str,
    ids: tuple[str, ...],
    in_ascii: bool,
    style_name: str,
    shape: str,
) -> None:
    """Print the library, or the entries of these ids, as BibTeX, RIS, CSL-JSON, JATS, ... on standard output.

    With --style there is no FORMAT: a reference list is printed in any style of the CSL project, or in a .csl file of
    content/.
    """
    from sitegen.draft import draft

    made = draft(folder_of(site, above), pictures=False)
    if style_name:
        if in_ascii:
            raise SitegenError("a reference list has no form in ASCII", "Leave out --ascii.")
        named = (format_name, *ids) if format_name else ids
        click.echo(_reference_list(made, style_name, shape, named).encode("utf-8", "replace"), nl=False)
        return
    if not format_name:
        raise SitegenError("no format is named", "Name one, such as bibtex, or a citation style with --style.")
    _print_format(made.site, format_name, ids, in_ascii=in_ascii)


def _reference_list(made: "Draft", style_name: str, shape: str, ids: Sequence[str]) -> str:
    """The reference list of the library or of some entries."""
    from sitegen.citing import styles_of
    from sitegen.citing.listing import reference_list

    config, library = made.site.config, made.site.library
    (chosen,) = styles_of([style_name], config.language, made.style_file).values()
    return reference_list(_chosen(ids, library), chosen, shape)


def _chosen(ids: Sequence[str], library: "Library") -> Sequence["Entry"]:
    """The entries of these ids; all of them where there are none."""
    return library.works(tuple(_id(each, library) for each in ids)) if ids else tuple(library.entries.values())


def _print_format(made: "Site", format_name: str, ids: Sequence[str], *, in_ascii: bool) -> None:
    """Print entries in a format of exchange."""
    from sitegen import report
    from sitegen.export import export as write

    format_name = format_name.lower()
    if format_name not in made.formats:
        raise SitegenError(f"there is no format {excerpt(format_name)!r}", nearest(format_name, list(made.formats)))
    format_ = made.formats[format_name]
    if in_ascii and format_.write_ascii is None:
        able = [each.name for each in made.formats.values() if each.write_ascii]
        raise SitegenError(f"{format_.title} has no form in ASCII", f"Leave out --ascii, or use {', '.join(able)}.")
    chosen = _chosen(ids, made.library)
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
