"""Bibliography files, or a folder that holds some."""

from pathlib import Path, PurePosixPath

from sitegen.disk.checkout import Checkout
from sitegen.origins import Brought, Origin

SUFFIXES = (".bib", ".bibtex", ".ris", ".json")
_SKIPPED = frozenset({"node_modules", "output", "_site", "public", "venv", "__pycache__"})


def recognises(source: Path) -> bool:
    """Whether it is a bibliography file, or a folder with one in it."""
    return source.suffix.lower() in SUFFIXES if source.is_file() else any(_bibliographies(Checkout(source)))


def bring(source: Path) -> Brought:
    """The files as they are, byte for byte, and the PDFs beside them."""
    if source.is_file():
        return Brought(files={f"content/{source.name}": source}, site={"title": "My publications"})
    checkout = Checkout(source)
    files: dict[str, bytes | Path] = {
        f"content/{path.removeprefix('content/')}": source / path for path in _bibliographies(checkout)
    }
    remarks: list[str] = []
    for path in _visible(checkout, (".pdf",)):
        target = f"content/pdf/{PurePosixPath(path).name}"
        if target in files:
            remarks.append(f"{path} stays behind, because another file has its name")
        files.setdefault(target, source / path)
    return Brought(files=files, site={"title": "My publications"}, remarks=tuple(remarks))


def _bibliographies(checkout: Checkout) -> list[str]:
    """Bibliography files; a .json file only where nothing else is, since most of them hold other data."""
    found = _visible(checkout, SUFFIXES)
    return [path for path in found if not path.lower().endswith(".json")] or [
        path for path in found if checkout.data(path).lstrip()[:1] == b"[" and b'"type"' in checkout.data(path)
    ]


def _visible(checkout: Checkout, suffixes: tuple[str, ...]) -> list[str]:
    """Files that are not below a folder which programs make for themselves."""
    return [path for path in checkout.files("", suffixes) if _SKIPPED.isdisjoint(PurePosixPath(path).parts)]


ORIGIN = Origin("bib", "bibliography files", recognises, bring, general=True)
