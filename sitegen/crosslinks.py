"""Links that a Markdown page makes to other files of the content: `[the guide](../guide.md)`, `![](static/map.png)`."""

import posixpath
from collections.abc import Collection, Sequence
from urllib.parse import quote, unquote

from sitegen.problems import Code, Example, Place, Problem, excerpt
from sitegen.text.slugs import slug

_BOOK = "@book{a,\n  author = {Cole, Ann},\n  title = {On Light},\n  year = 1901,\n  publisher = {Optical Press},\n}\n"
CODES: dict[str, Code] = {
    "unknown-page": Code(
        "error",
        "A page links to a Markdown file that is not in content/.",
        "Correct the path; it begins at the folder of the page that links.",
        Example(_BOOK, {"index.md": "See [our guide](guides/start.md).\n"}),
        Example(_BOOK, {"index.md": "See [our guide](guides/start.md).\n", "guides/start.md": "# Start\n"}),
    ),
}
"""What can be wrong with links between pages, by code."""
_STATIC = "static/"


def page_key(path: str) -> str:
    """The address below the site's root of a Markdown file below content/, without slashes at its ends.

    >>> page_key("guides/First Steps.md"), page_key("guides/index.md"), page_key("index.md")
    ('guides/first-steps', 'guides', '')
    """
    *above, last = path.rsplit(".", 1)[0].split("/")
    return "/".join(slug(part) for part in (above if last.lower() == "index" else (*above, last)))


class Follower:
    """Leads the links of one page. problems: what was found wrong.

    path: of the page below content/. lines: of its file, for the place of a dead link. files: paths below content/.
    """

    def __init__(self, path: str, place: Place, lines: Sequence[str], files: Collection[str]) -> None:
        self._folder, self._place, self._lines, self._files = posixpath.dirname(path), place, lines, files
        self._root = "../" * len(page_key(path).split("/")) if page_key(path) else ""
        self.problems: list[Problem] = []

    def __call__(self, written: str) -> str:
        """The address of a file that a link names, as seen from the page; "" for links of another kind."""
        if ":" in written or written.startswith("/") or len(written) > 1000:
            return ""
        path = posixpath.normpath(posixpath.join(self._folder, unquote(written)))
        if path.startswith(_STATIC) and path in self._files:
            return self._root + quote(path.removeprefix(_STATIC), safe="/-._~")
        if not path.lower().endswith(".md"):
            return ""
        if path not in self._files:
            self._miss(written)
            return ""
        key = page_key(path)
        return (self._root + (quote(key, safe="/-._~") + "/" if key else "")) or "./"

    def _miss(self, written: str) -> None:
        """Say that a link leads nowhere."""
        line = next((number for number, line in enumerate(self._lines, 1) if written in line), 1)
        self.problems.append(
            Problem(
                "unknown-page",
                f"the page links to {excerpt(written)}, which is not in content/",
                Place(self._place.file, line),
                CODES["unknown-page"].hint,
                "error",
            )
        )
