"""What hosts of static sites refuse: sites and files that are too large, builds that take too long."""

from collections.abc import Iterator

from sitegen.outcome import Written
from sitegen.problems import Code, Place, Problem, excerpt

SITE_BYTES = 1_000_000_000
"""The largest site that GitHub Pages publishes (GitHub Docs, "GitHub Pages limits")."""
FILE_BYTES = 100_000_000
"""The largest file that a GitHub repository takes (GitHub Docs, "About large files on GitHub")."""
BUILD_SECONDS = 600
"""After which GitHub Pages gives up a deployment (GitHub Docs, "GitHub Pages limits")."""
SHARE = 0.8
"""Of a limit, from which on one hears of it."""

CODES: dict[str, Code] = {
    "site-large": Code(
        "warning",
        "The site has 80 % of the size that GitHub Pages publishes, 1 GB.",
        "Host the PDFs elsewhere and link to them, or choose a host without that limit.",
    ),
    "file-large": Code(
        "warning",
        "A file of the site has 80 % of the size that GitHub takes, 100 MB.",
        "Make it smaller, or host it elsewhere and link to it.",
    ),
    "build-slow": Code(
        "warning",
        "The build took 80 % of the time that GitHub Pages gives, 10 minutes.",
        "Keep the folder .sitegen/ and the output folder between builds.",
    ),
}
"""By code, the word that people put in `[check] ignore`."""


def too_large(files: Written) -> Iterator[Problem]:
    """Warnings for a site, and for files of it, that a host may refuse."""
    if files.bytes >= SHARE * SITE_BYTES:
        said = f"the site has {files.bytes / 1e6:,.0f} MB; GitHub Pages publishes up to {SITE_BYTES / 1e6:,.0f} MB"
        yield Problem("site-large", said, Place("content/site.toml"), CODES["site-large"].hint)
    for path, size in files.heavy:
        if size >= SHARE * FILE_BYTES:
            said = f"{excerpt(path, 120)} has {size / 1e6:,.0f} MB; GitHub takes files up to {FILE_BYTES / 1e6:,.0f} MB"
            yield Problem("file-large", said, Place("content/site.toml"), CODES["file-large"].hint)


def too_slow(seconds: float) -> Iterator[Problem]:
    """A warning for a build that a host may break off. seconds: how long it took."""
    if seconds >= SHARE * BUILD_SECONDS:
        said = f"the build took {seconds / 60:.0f} minutes; GitHub Pages gives up after {BUILD_SECONDS / 60:.0f}"
        yield Problem("build-slow", said, Place("content/site.toml"), CODES["build-slow"].hint)
