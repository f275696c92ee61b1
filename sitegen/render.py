"""The fourth stage: a page's value becomes bytes through its template."""

import re
import traceback
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from jinja2 import Template
from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from sitegen.frame import frame
from sitegen.pages import Artifact, PageKind
from sitegen.problems import SitegenError, excerpt
from sitegen.reads import Grounds, Numbers, Read
from sitegen.site import PAGE, ROOT, TEMPLATE, Here, Links, LocalFile, Site, Twin
from sitegen.template_blocks import refuse_stray_blocks
from sitegen.template_bytecode import Compiled
from sitegen.templating import digest_of_template, environment
from sitegen.views.frame import Frame


class Renderer:
    """Renders artifacts one at a time; holds the template environment of one build and nothing of the pages."""

    def __init__(
        self,
        site: Site,
        kinds: Mapping[str, PageKind],
        links: Links,
        template_folders: Sequence[Path],
        compiled: Compiled | None = None,
    ) -> None:
        self._site, self._kinds, self._links = site, kinds, links
        self._environment = environment(site, template_folders, compiled)
        self._checked = compiled.checked if compiled else set[str]()
        self.digest_of_template = partial(digest_of_template, self._environment)
        self._templates: dict[str, Template] = {}
        self._frames: dict[tuple[str, str], tuple[Frame, frozenset[int]]] = {}
        prose = (("prose", key) for key in site.prose)
        self._in_navigation = frozenset(links.paths[page] for page in prose if page in links.paths)

    def render(self, artifact: Artifact) -> bytes | LocalFile | Twin:
        """The bytes of one file, or the file to copy or to compress.

        Raises SitegenError where a template is missing or wrong, with its name and line.
        """
        kind, reads = self._kinds[artifact.kind], self._site.reads
        if reads and kind.template:
            reads.see(TEMPLATE, kind.template)
        here = self._links.at(artifact.path, rooted=kind.rooted)
        content = kind.content(artifact.key, self._site, here)
        if not kind.template:
            if isinstance(content, str):
                return content.encode("utf-8", "replace")
            if isinstance(content, bytes | LocalFile | Twin):
                return content
            raise TypeError(f"page kind {kind.name} has no template and gives {type(content).__name__}")
        template = self._template(kind.template)
        try:
            text = template.render(site=self._frame(kind, here), page=content)
        except Exception as error:
            raise SitegenError(f"{_place(error, kind.template)}: {_said(error)}", "Mend the template.") from error
        return _at(text, here).encode("utf-8", "replace")

    def note(self, artifact: Artifact) -> tuple[bytes | LocalFile | Twin, Iterable[int]]:
        """The same, with the numbers of what was read of the site for it; nothing where the site is not watched."""
        reads = self._site.reads
        return reads.alone(lambda: self.render(artifact)) if reads else (self.render(artifact), ())

    @property
    def numbers(self) -> Numbers:
        """Those of whatever was read of the site so far; none where it is not watched."""
        return self._site.reads.numbers if self._site.reads else Numbers()

    def answered(self) -> Mapping[Read, Grounds]:
        """The answers to questions that were found since somebody last asked for them."""
        return self._site.reads.answered() if self._site.reads else {}

    def forget(self) -> None:
        """Let go of what was made for several pages: no page is made any more."""
        self._frames.clear()
        self._site.kept.clear()
        if self._site.reads:
            self._site.reads.answers.clear()

    def _frame(self, kind: PageKind, here: Here) -> Frame:
        """The frame, made once for all pages of a kind; a Markdown page may be marked in its own navigation."""
        key = (kind.name, here.path if here.path in self._in_navigation else "")
        reads = self._site.reads
        found = self._frames.get(key)
        if found is None:

            def make() -> Frame:
                return frame(self._site, kind, here.anywhere(), self._kinds)

            found = self._frames[key] = reads.apart(make) if reads else (make(), frozenset())
        elif reads:
            reads.seen |= found[1]
        return found[0]

    def _template(self, name: str) -> Template:
        """A template by its name, compiled once."""
        if name not in self._templates:
            try:
                if name not in self._checked:
                    refuse_stray_blocks(self._environment, name)
                self._templates[name] = self._environment.get_template(name)
                self._checked.add(name)
            except TemplateSyntaxError as error:
                raise SitegenError(f"{error.name}:{error.lineno}: {_said(error)}", "Mend the template.") from None
            except UnicodeDecodeError as error:
                raise SitegenError(f"{name}: byte {error.start} is not UTF-8", "Save the template as UTF-8.") from None
            except TemplateNotFound as error:
                raise SitegenError(f"template {error.name!r} is not there", "Put it into templates/.") from None
        return self._templates[name]


def _at(text: str, here: Here) -> str:
    """A page with the way to the site's root where ROOT stands; at the root itself no way is "./"."""
    if here.links.language:
        text = text.replace(PAGE, here.below)
    return text.replace(ROOT, here.root) if here.root else text.replace(f'"{ROOT}"', '"./"').replace(ROOT, "")


def _place(error: Exception, template: str) -> str:
    """The template and line where rendering failed, "article.html:12"; Jinja puts its own frames into the traceback."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name or template}:{error.lineno}"
    frames = [each for each in traceback.extract_tb(error.__traceback__) if each.filename.endswith((".html", ".xml"))]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else template


def _said(error: Exception) -> str:
    """What went wrong in a template, on one line."""
    if isinstance(error, TemplateNotFound):
        return f"there is no template {excerpt(str(error.name))!r}"
    if isinstance(error, UndefinedError):
        plain = re.sub(r"'sitegen\.[\w.]*\b(\w+) object' has no attribute", r"\1 has no", str(error.message))
        return excerpt(plain, 200)
    if isinstance(error, TemplateError) and error.message:
        return excerpt(error.message, 200)
    return f"{type(error).__name__}: {excerpt(str(error), 200)}"
