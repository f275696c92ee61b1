"""The proof of fidelity: every page and export read back by independent readers and compared with the source."""

from collections.abc import Iterable, Mapping

from selectolax.lexbor import LexborHTMLParser

from sitegen.disk.built import Built
from sitegen.fidelity.addresses import target
from sitegen.fidelity.article import Exports, article_differences
from sitegen.fidelity.codes import HINT, OWN_ADDRESS
from sitegen.fidelity.compare import Difference
from sitegen.fidelity.left_tex import left_in_page
from sitegen.fidelity.lists import Record, first_lost, first_unnamed, list_paths
from sitegen.fidelity.proof import Proof
from sitegen.fidelity.reported import codes_by_entry
from sitegen.fidelity.said import Said
from sitegen.fidelity.sources import said_by_sources
from sitegen.fidelity.wanted import RECORD_CODES, wanted
from sitegen.model.entry import Entry
from sitegen.problems import Place, Problem, excerpt
from sitegen.progress import Announce, silent
from sitegen.site import Site

READABLE = (".bib", ".ris", ".json")
"""Formats that are read back; those of plugins are not known."""
OF_WORKS = ("articles/", "authors/", "venues/", "topics/", "years/", "types/")
"""Folders whose pages hold nothing but what the bibliography says."""
TEX_CODES = frozenset({"unknown-command", "bad-maths", "unbalanced-value"}) | RECORD_CODES
"""Problems after which TeX may well be left."""


def prove(
    site: Site, reported: Iterable[Problem], files: Mapping[str, bytes], built: Built, announce: Announce = silent
) -> Proof:
    """Compare a built site with its sources.

    reported: what reading and checking said already, also what nobody wants to hear.
    files: the bibliography files of the site by their paths as entries name them (`content/refs.bib`).
    """
    prover = _Prover(site, reported, files, built)
    pages = sorted(
        (path for path in built.paths if path.endswith(".html")),
        key=lambda path: (not path.startswith("articles/"), path),
    )
    for number, path in enumerate(pages):
        if not number % 32:
            announce("check", number, len(pages))
        prover.page(path)
    prover.missing_pages()
    prover.lists()
    return prover.proof(len(pages))


class _Prover:
    """Walks through the files of one site and collects what differs."""

    def __init__(self, site: Site, reported: Iterable[Problem], files: Mapping[str, bytes], built: Built) -> None:
        self.site = site
        self.built = built
        self.said: Mapping[str, Said] = said_by_sources(files, site.library.entries)
        self.codes = codes_by_entry(site.library.entries, reported)
        self.unsaid = site.config.check.ignored_codes
        # Of a site in several languages the pages of the first are read; the records beside them have no language.
        self.language = f"{site.languages[0]}/" if site.languages else ""
        self.works = {f"{self.language}articles/{id_}/index.html": each for id_, each in site.library.entries.items()}
        self.records: dict[str, dict[str, Record]] = {
            format_.suffix: {} for format_ in site.export_formats if format_.suffix in READABLE
        }
        self.left: set[str] = set()
        self.problems: list[Problem] = []
        self.articles = self.raw = self.exports = self.formulas = self.links = 0

    def page(self, path: str) -> None:
        """One HTML file: its links, the TeX that is left on it, and the work it stands for.

        What the owner wrote as pages of his own is no bibliography: there only the links are followed.
        """
        if path in self.site.static:
            return
        tree = LexborHTMLParser(self.built.read(path))
        entry = self.works.pop(path, None)
        self._links(path, tree, entry)
        if entry:
            self._article(path, tree, entry)
        if path.startswith(OF_WORKS):
            self._left(path, tree, entry or self._of_names(path))

    def _of_names(self, path: str) -> Entry | None:
        """The work whose names a page lists because they are too many for its own."""
        parts = path.split("/")
        is_list = len(parts) == 4 and parts[0] == "articles" and parts[2] == "authors"
        return self.site.library.entries.get(parts[1]) if is_list else None

    def _left(self, path: str, tree: LexborHTMLParser, entry: Entry | None) -> None:
        """TeX on a page. What stands on the page of a work is said there, and not again for every list."""
        for other in tree.css("ul.related, nav.turn") if entry else ():
            other.decompose()
        for word in dict.fromkeys(left_in_page(tree)):
            if word in self.left:
                continue
            if entry:
                self.left.add(word)
                said = self.said.get(entry.id)
                if self._reported(entry) & TEX_CODES or (said and any(map(word.count, said.literal))):
                    continue
            self._add(Difference("raw-tex", f"{excerpt(word)!r} is left in {path}"), entry, path)

    def _links(self, path: str, tree: LexborHTMLParser, entry: Entry | None) -> None:
        """Links to files of the site, and into them."""
        for href in dict.fromkeys(
            node.attributes.get("href") or node.attributes.get("src") or "" for node in tree.css("[href], [src]")
        ):
            led = target(path, href, self.site.base_path, self.site.base_url)
            if led is None:
                continue
            self.links += 1
            file, fragment = led
            if "://" in href and f"{file}/index.html" in self.built.paths:
                continue  # the source's own address, which a host leads on to the folder
            if file not in self.built.paths:
                hint = OWN_ADDRESS if "://" in href else HINT
                self._add(Difference("dead-link", f"{excerpt(href)!r} in {path} leads to no file"), entry, path, hint)
            elif fragment and file == path and not tree.css_first(f'[id="{_quoted(fragment)}"]'):
                self._add(Difference("dead-link", f"{excerpt(href)!r} in {path} leads to no part of it"), entry, path)

    def _article(self, path: str, tree: LexborHTMLParser, entry: Entry) -> None:
        """The page and the exports of one work."""
        self.articles += 1
        said = self.said.get(entry.id)
        self.raw += said is not None
        venue = self.site.library.venue(entry)
        want = wanted(entry, said, self._reported(entry), venue.name if venue else "")
        self.formulas += want.formulas
        self.links += sum(map(len, want.urls.values()))
        folder = path.removesuffix("index.html")
        texts: dict[str, str] = {}
        for suffix, records in self.records.items():
            file = f"{folder.removeprefix(self.language)}{entry.id}{suffix}"
            if file not in self.built.paths:
                self._add(Difference("export-missing", f"there is no {file}"), entry, file)
                continue
            data = self.built.read(file)
            records[entry.id] = Record.of(data)
            texts[suffix] = data.decode("utf-8", "replace")
            self.exports += 1
        names = f"{folder}authors/index.html"
        more = LexborHTMLParser(self.built.read(names)) if names in self.built.paths else None
        for difference in article_differences(want, tree, more, Exports(folder, texts)):
            self._add(difference, entry, path)

    def _reported(self, entry: Entry) -> frozenset[str]:
        """Codes of the problems that speak of an entry, or may: those that the owner does not want to hear."""
        return self.codes.get(entry.id, frozenset()) | self.unsaid

    def _add(self, difference: Difference, entry: Entry | None, path: str, hint: str = HINT) -> None:
        """A difference as a problem: at the entry's line, or in the file where no entry is concerned."""
        if difference.code in self.unsaid:
            return
        place = entry.place if entry else Place(f"{self.built.name}/{path}")
        self.problems.append(
            Problem(difference.code, difference.message, place, hint, "error", id=entry.id if entry else "")
        )

    def missing_pages(self) -> None:
        """Works that have no page."""
        for path, entry in self.works.items():
            self._add(Difference("page-missing", f"there is no {path}"), entry, path)

    def lists(self) -> None:
        """Exports of several works; a large site shortens the records of all but the library's."""
        formats = {format_.suffix: format_ for format_ in self.site.export_formats}
        entries = self.site.library.entries
        for suffix, records in self.records.items():
            unlisted = formats[suffix].unlisted
            for path, every in list_paths(self.site.library, suffix):
                works = [work for work in every if entries[work].type not in unlisted] or every
                if path not in self.built.paths:
                    self._add(Difference("export-missing", f"there is no {path}"), None, path)
                    continue
                self.exports += 1
                held = first_unnamed if self.site.large and "/" in path else first_lost
                lost = held(self.built.read(path), works, records)
                if lost is not None:
                    what = (
                        f"the record of {excerpt(lost)!r} is not where" if lost else "something follows the last where"
                    )
                    self._add(Difference("record-differs", f"{what} it should be in {path}"), None, path)

    def proof(self, pages: int) -> Proof:
        """What was counted and found."""
        return Proof(
            articles=self.articles,
            raw=self.raw,
            pages=pages,
            exports=self.exports,
            formulas=self.formulas,
            links=self.links,
            problems=tuple(sorted(self.problems, key=lambda problem: (problem.place, problem.code, problem.message))),
        )


def _quoted(text: str) -> str:
    """A value for a selector (CSS Syntax 3, "Serialization")."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "")
