"""The fourth stage: a page's value becomes bytes through its template."""

import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, Template
from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError

from sitegen.frame import frame
from sitegen.pages import Artifact, PageKind
from sitegen.problems import SitegenError, excerpt
from sitegen.site import Links, LocalFile, Site
from sitegen.text import html
from sitegen.theme import DEFAULT
from sitegen.words import direction


class Renderer:
    """Renders artifacts one at a time; holds the template environment of one build and nothing of the pages."""

    def __init__(
        self, site: Site, kinds: Mapping[str, PageKind], links: Links, template_folders: Sequence[Path]
    ) -> None:
        self._site, self._kinds, self._links = site, kinds, links
        self._environment = environment(site, template_folders)
        self._templates: dict[str, Template] = {}

    def render(self, artifact: Artifact) -> bytes | LocalFile:
        """The bytes of one file, or the local file to copy.

        Raises SitegenError where a template is missing or wrong, with its name and line.
        """
        kind = self._kinds[artifact.kind]
        here = self._links.at(artifact.path, rooted=kind.rooted)
        content = kind.content(artifact.key, self._site, here)
        if not kind.template:
            if isinstance(content, str):
                return content.encode("utf-8", "replace")
            if isinstance(content, bytes | LocalFile):
                return content
            raise TypeError(f"page kind {kind.name} has no template and gives {type(content).__name__}")
        template = self._template(kind.template)
        try:
            text = template.render(site=frame(self._site, kind, here, self._kinds), page=content)
        except Exception as error:
            raise SitegenError(f"{_place(error, kind.template)}: {_said(error)}", "Mend the template.") from error
        return text.encode("utf-8", "replace")

    def _template(self, name: str) -> Template:
        """A template by its name, compiled once."""
        if name not in self._templates:
            try:
                self._templates[name] = self._environment.get_template(name)
            except TemplateSyntaxError as error:
                raise SitegenError(f"{error.name}:{error.lineno}: {_said(error)}", "Mend the template.") from None
            except UnicodeDecodeError as error:
                raise SitegenError(f"{name}: byte {error.start} is not UTF-8", "Save the template as UTF-8.") from None
            except TemplateNotFound as error:
                raise SitegenError(f"template {error.name!r} is not there", "Put it into templates/.") from None
        return self._templates[name]


def _place(error: Exception, template: str) -> str:
    """The template and line where rendering failed, "article.html:12"; Jinja puts its own frames into the traceback."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name or template}:{error.lineno}"
    frames = [each for each in traceback.extract_tb(error.__traceback__) if each.filename.endswith((".html", ".xml"))]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else template


def _said(error: Exception) -> str:
    """What went wrong in a template, on one line."""
    if isinstance(error, TemplateError) and error.message:
        return excerpt(error.message, 200)
    return f"{type(error).__name__}: {excerpt(str(error), 200)}"


def environment(site: Site, template_folders: Sequence[Path]) -> Environment:
    """The Jinja environment: everything escaped, undefined names are errors, the packaged theme under default/."""
    made = Environment(
        loader=_loader(template_folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
    )
    made.install_gettext_translations(site.words.translations, newstyle=True)  # type: ignore[attr-defined]  # added by the extension
    made.filters.update(
        html=html.text_html,
        blocks=html.blocks_html,
        trusted=html.safe,
        jsonld=html.json_for_script,
        number=site.words.number,
        direction=direction,
    )
    return made


def _loader(template_folders: Sequence[Path]) -> BaseLoader:
    """Names from the site's folder first, then from the packaged theme, which is always reachable as default/."""
    packaged = FileSystemLoader(template_folders[-1])
    return ChoiceLoader([*(FileSystemLoader(folder) for folder in template_folders), PrefixLoader({DEFAULT: packaged})])
