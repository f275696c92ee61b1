"""Which files of the content a site may copy."""

import hashlib
from pathlib import Path

from sitegen.config import SiteConfig
from sitegen.content import FOLDER
from sitegen.problems import Code, Example, Place, Problem, excerpt
from sitegen.site import LocalFile

# fmt: off
PUBLISHED = frozenset({
    ".pdf", ".epub", ".txt", ".tex", ".docx", ".odt", ".pptx", ".odp",
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico",
    ".mp3", ".ogg", ".mp4", ".webm",
    ".csv", ".tsv", ".json", ".xlsx", ".ods", ".dat", ".xyz", ".cif", ".nc", ".h5", ".parquet",
    ".bib", ".ris",
    ".zip", ".gz", ".tar", ".xz", ".7z",
    ".r", ".py", ".ipynb", ".nb", ".m", ".woff2",
})
# fmt: on
"""Endings of files that may be published as they are: none of them can run script on the site's origin."""
CODES: dict[str, Code] = {
    "file-not-published": Code(
        "error",
        "A file is not published: a .pdf that is no PDF, an ending that a browser would run, a file above the limit.",
        'Put the file itself there, or allow its ending with publish = ["..."] in site.toml.',
        Example("@misc{a, title = {On Light}}\n", {"pdf/a.pdf": "<!doctype html><title>Log in to read on</title>"}),
        Example("@misc{a, title = {On Light}}\n", {"pdf/a.pdf": "%PDF-1.7\n"}),
    ),
}
"""By code, the word that people put in `[check] ignore`."""


def publishable(
    path: str, file: Path, config: SiteConfig, problems: list[Problem], place: Place | None = None
) -> LocalFile | None:
    """A file of the content as the site may copy it; None with a problem where it may not.

    Endings that a browser would run are refused (they would run on the site's origin), and so is a .pdf that is none.
    """
    place = place or Place(f"{FOLDER}/{path}")
    suffix = file.suffix.lower()
    try:
        if suffix not in PUBLISHED and suffix not in config.publish and file.name != "CNAME":
            why, hint = (
                f"files ending in {excerpt(suffix)!r} are not published",
                f'Allow them with publish = ["{excerpt(suffix)}"] in site.toml.',
            )
        elif file.stat().st_size > config.limits.attachment_bytes:
            why = f"{file.stat().st_size:,} bytes are more than the {config.limits.attachment_bytes:,} hosts accept"
            hint = "Make the file smaller, or raise attachment_bytes under [limits]."
        elif suffix == ".pdf" and not _is_pdf(file):
            why, hint = f"{excerpt(path)} is no PDF: it does not begin with %PDF-", "Put the PDF itself there."
        else:
            return local_file(file)
    except OSError as error:
        why, hint = f"{excerpt(path)} cannot be read: {error.strerror}", "Make the file readable."
    problems.append(Problem("file-not-published", why, place, hint, "error", left_out=True))
    return None


def _is_pdf(file: Path) -> bool:
    """Whether a file begins as PDF files do, within the first kilobyte as readers allow (ISO 32000-1, annex H.3)."""
    with file.open("rb") as stream:
        return b"%PDF-" in stream.read(1024)


def local_file(file: Path) -> LocalFile:
    """A file's size and digest; OSError when it cannot be read."""
    digest = hashlib.sha256()
    size = 0
    with file.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
            size += len(block)
    return LocalFile(str(file), size, digest.hexdigest())
