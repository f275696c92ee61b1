"""Which files of the content a site may copy."""

import hashlib
import re
from pathlib import Path

from sitegen.config import SiteConfig
from sitegen.content import FOLDER
from sitegen.problems import Code, Example, Place, Problem, excerpt
from sitegen.site import LocalFile
from sitegen.text.first_bytes import LENGTH, misfit

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
"""Endings of files that may be published as they are: none of them can run script on the site's origin.

SVG is not among them, because a drawing that is opened by itself is a page with script.
"""
_LIVE = frozenset(
    ".html .htm .xhtml .xht .shtml .xml .xsl .xslt .svg .svgz .mht .mhtml .js .mjs .wasm .css .swf .jar .hta"  # noqa: SIM905 -- a table of words reads best without quotes
    " .php .phtml .cgi .pl .asp .aspx .jsp .rss .atom .rdf .mathml".split()
)
"""Endings that some hosts obey in the middle of a name too: Apache sends `a.html.gz` as a compressed page."""
_HOST_NAME = re.compile(rb"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?\s{0,4}")
CODES: dict[str, Code] = {
    "file-not-published": Code(
        "error",
        "A file is not published: an ending that a browser would run, bytes that are not of its kind, a size above the"
        " limit.",
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

    Endings that a browser would run are refused (they would run on the site's origin), and so are files whose first
    bytes are not what their ending promises; not so endings that the owner of the site allows.
    """
    try:
        refused = _refused(path, file, config)
        if not refused:
            return local_file(file)
        why, hint = refused
    except OSError as error:
        why, hint = f"{excerpt(path)} cannot be read: {error.strerror}", "Make the file readable."
    place = place or Place(f"{FOLDER}/{path}")
    problems.append(Problem("file-not-published", why, place, hint, "error", left_out=True))
    return None


def _refused(path: str, file: Path, config: SiteConfig) -> tuple[str, str] | None:
    """Why a file may not be published, and the way out; None when it may. Raises OSError where it cannot be read."""
    suffix, limit = file.suffix.lower(), config.limits.attachment_bytes
    if suffix not in PUBLISHED and suffix not in config.publish and file.name != "CNAME":
        hint = f'Allow them with publish = ["{excerpt(suffix)}"] in site.toml.'
        return f"files ending in {excerpt(suffix)!r} are not published", hint
    inner = [each.lower() for each in file.suffixes[:-1]] if path.startswith("static/") else []
    if live := next((each for each in inner if each in _LIVE and each not in config.publish), ""):
        return (
            f"{excerpt(path)} has {live} in its name, by which some hosts would send it as a page",
            "Rename the file.",
        )
    if file.stat().st_size > limit:
        why = f"{excerpt(path)} has {file.stat().st_size:,} bytes, more than the {limit:,} hosts accept"
        return why, "Make the file smaller, or raise attachment_bytes under [limits] in site.toml."
    if suffix in config.publish:
        return None
    head = _head(file)
    if file.name == "CNAME" and not _HOST_NAME.fullmatch(head):
        return f"{excerpt(path)} holds no host name", "Write the site's host name into it, and nothing else."
    why = misfit(suffix, head)
    return (f"{excerpt(path)} is not published because {why}", "Put the file itself there.") if why else None


def _head(file: Path) -> bytes:
    """The first bytes of a file."""
    with file.open("rb") as stream:
        return stream.read(LENGTH)


def local_file(file: Path) -> LocalFile:
    """A file's size and digest; OSError when it cannot be read."""
    digest = hashlib.sha256()
    size = 0
    with file.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
            size += len(block)
    return LocalFile(str(file), size, digest.hexdigest())
