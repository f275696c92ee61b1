"""`sitegen init`: begin a site."""

import json
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.options import examples

if TYPE_CHECKING:
    from sitegen.origins import Brought

_SHOWN = 12
"""So many files that were left alone are named."""


@click.command(
    short_help="Begin a site: an example, a README, a workflow.",
    epilog=examples(
        ("sitegen init my-papers", "begin a site in the folder my-papers"),
        ("sitegen init --from refs.bib my-papers", "begin with what you have"),
        ("sitegen init --from ~/al-folio my-papers", "move from al-folio, academicpages or Hugo Blox"),
    ),
)
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Begin with a .bib file, a folder of them, or a checkout of al-folio, academicpages or Hugo Blox.",
)
def init(folder: Path, source: Path | None) -> None:
    """Begin a site in DIR: an example, a README, and the workflow that publishes it on GitHub Pages.

    Nothing that is there already is changed.
    """
    from sitegen.content import FOLDER
    from sitegen.report import counted, safe, say
    from sitegen.starting.lay import lay
    from sitegen.starting.new_site import new_site
    from sitegen.starting.requirement import requirement
    from sitegen.starting.source import brought_over, holds_works

    brought = None
    if source is not None:
        origin, brought = brought_over(source.resolve())
        say(f"from the {origin.title} {safe(str(source))}:")
        for line in _remarks(brought):
            say(f"    {safe(line)}")
    needs = requirement(_origin())
    files = new_site(
        brought,
        branch=_branch(folder),
        requirement=needs,
        with_example=not holds_works(folder.resolve() / FOLDER),
    )
    laid = lay(folder.resolve(), files)
    for path in laid.kept[:_SHOWN]:
        say(f"left alone: {safe(path)}")
    if len(laid.kept) > _SHOWN:
        say(f"left alone: {len(laid.kept) - _SHOWN:,} more")
    say(f"{counted(len(laid.made), 'new file')} in {safe(_shown(folder))}")
    if "requirements.txt" in laid.made and not needs.is_known:
        say("before you publish: write into requirements.txt where GitHub can install sitegen from")
    above = next((each for each in folder.resolve().parents if (each / ".git").exists()), None)
    if above and not (folder / ".git").exists():
        say(safe(f"the git repository begins at {above}: move .github/ there, or GitHub will not see it"))
    if source is None and (waiting := sorted(each.name for each in folder.glob("*.bib"))):
        say(f"{safe(waiting[0])} lies beside content/: move it there, or begin anew with `sitegen init --from`")
    say("next:")
    if folder.resolve() != Path.cwd():
        say(f"    cd {safe(str(folder))}")
    say("    sitegen serve --open    # look at it while you edit content/")
    say("    sitegen check           # what is wrong in the content")


def _remarks(brought: "Brought") -> list[str]:
    """What came over, and what did not."""
    from sitegen.report import counted

    own = [path for path in brought.files if not path.startswith("content/static/")]
    counts = (
        (sum(path.endswith((".bib", ".bibtex", ".ris", ".json")) for path in own), "bibliography file", ""),
        (sum(path.startswith("content/pdf/") for path in own), "PDF", ""),
        (len(brought.people), "person", "people"),
        (len(brought.venues), "venue", ""),
        (len(brought.redirects), "old address", "old addresses"),
    )
    told = ", ".join(counted(number, one, many) for number, one, many in counts if number)
    return [f"brought over: {told}", *brought.remarks]


def _shown(folder: Path) -> str:
    """A folder as people name it."""
    return "this folder" if folder.resolve() == Path.cwd() else f"{folder}/"


def _branch(folder: Path) -> str:
    """The branch that is checked out there; "main" where that is not known."""
    with suppress(OSError, UnicodeDecodeError):
        head = (folder / ".git" / "HEAD").read_text("utf-8")[:300].strip()
        name = head.removeprefix("ref: refs/heads/")
        if name != head and name.isprintable() and not set(name) & set("\"'\\*?[!"):
            return name
    return "main"


def _origin() -> object:
    """Where the running sitegen was installed from, as pip noted it (PEP 610); None where it did not."""
    with suppress(metadata.PackageNotFoundError, ValueError):
        return json.loads(metadata.distribution("sitegen").read_text("direct_url.json") or "null")
    return None
