"""The address a site is published under: the one that is given, or the one its git remote tells."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from sitegen.problems import Code, Place, Problem, SitegenError, excerpt

CODES: dict[str, Code] = {
    "address-from-git": Code(
        "info", "Nothing says the site's address; it was taken from the git remote.", "Write url into site.toml."
    ),
    "address-vanished": Code(
        "warning",
        "The page of a work that the last build wrote is gone, and nothing answers at its address.",
        "Give the entry that took its place the field aliases, or lead the address on under [redirects] in site.toml.",
    ),
}
"""By code, the word that people put in `[check] ignore`."""
_ROOT = re.compile(r"https?://[^\s/?#@\\]+(?:/[^\s?#\\]*)?")
_GITHUB = re.compile(
    r"(?:git@github\.com:|(?:https|ssh|git)://(?:[^@/\s]*@)?github\.com(?::\d+)?/)"
    r"(?P<owner>[A-Za-z0-9-]+)/(?P<repository>[A-Za-z0-9._-]+)/?"
)


def site_address(text: str) -> str:
    """An address given for a whole site, ending in a slash. Raises SitegenError for what is no web address.

    >>> site_address("https://ada.github.io/papers")
    'https://ada.github.io/papers/'
    """
    if not _ROOT.fullmatch(text):
        raise SitegenError(
            f"the base URL {excerpt(text)!r} is not a web address", "Give one like https://example.org/papers/."
        )
    return text if text.endswith("/") else text + "/"


def path_of(address: str) -> str:
    """The path part of a site's address, "/" when there is no address.

    >>> path_of("https://ada.github.io/papers/"), path_of("")
    ('/papers/', '/')
    """
    return urlsplit(address).path or "/"


def address_from_git(folder: Path) -> str:
    """Where GitHub Pages would publish the repository in this folder; "" when its remote `origin` is not on GitHub."""
    with suppress(OSError, UnicodeDecodeError):
        return pages_address((folder / ".git" / "config").read_text("utf-8"))
    return ""


def pages_address(git_config: str) -> str:
    r"""The address of GitHub Pages for the remote `origin` of a git configuration, "" when it is elsewhere.

    The repository that is named after its owner's domain is published at its root, any other below it (GitHub's
    documentation, "Types of GitHub Pages sites").

    >>> pages_address('[remote "origin"]\n\turl = git@github.com:Ada/papers.git')
    'https://ada.github.io/papers/'
    """
    for url in _urls_of_origin(git_config):
        if found := _GITHUB.fullmatch(url):
            domain = f"{found['owner']}.github.io".lower()
            repository = found["repository"].removesuffix(".git")
            return f"https://{domain}/" if repository.lower() == domain else f"https://{domain}/{repository}/"
    return ""


def _urls_of_origin(git_config: str) -> Iterator[str]:
    """The values of `url` in the section of the remote `origin`."""
    section = ""
    for line in git_config.splitlines():
        text = line.strip()
        if text.startswith("["):
            section = text
        name, equals, value = text.partition("=")
        if section == '[remote "origin"]' and equals and name.strip() == "url":
            yield value.strip()


def settled(folder: Path, *given: str) -> tuple[str, tuple[Problem, ...]]:
    """The site's address, "" when nothing tells it, and a remark when it was not said but found.

    folder: the site's. given: what may say it, the first that is not empty wins. Raises SitegenError.
    """
    if said := next(filter(None, given), ""):
        return site_address(said), ()
    found = address_from_git(folder)
    return found, (_remark(found),) if found else ()


def _remark(address: str) -> Problem:
    """What the owner should know about an address that was found."""
    return Problem(
        "address-from-git",
        f"the site's address is taken from the git remote: {address}",
        Place("content/site.toml"),
        f'Write url = "{address}" into site.toml to settle it.',
        "info",
    )


def vanished(paths: Iterable[str], most: int = 20) -> Iterator[Problem]:
    """Warnings for pages of works that are gone, at most so many and one for the rest.

    paths: of the pages, below the output folder.
    """
    gone = [path.removesuffix("index.html") for path in paths]
    hint = CODES["address-vanished"].hint
    for address in gone[:most]:
        said = f"nothing is at the address {excerpt(address)} any more, where the last build had a work"
        yield Problem("address-vanished", said, Place("content/site.toml"), hint)
    if gone[most:]:
        said = f"nothing is at {len(gone) - most:,} more addresses of works any more"
        yield Problem("address-vanished", said, Place("content/site.toml"), hint)
