"""The Jinja environment of a build: everything escaped, undefined names are errors, what repeats is made once."""

import hashlib
import re
from collections.abc import Callable, Hashable, MutableMapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    nodes,
)
from jinja2.exceptions import TemplateNotFound
from jinja2.ext import Extension
from jinja2.parser import Parser

from sitegen.disk.spool import Spool
from sitegen.reads import Reads
from sitegen.site import TEMPLATE, Site
from sitegen.template_bytecode import Compiled
from sitegen.template_code import ShortCode, ShortContext, ShortTemplate, Translated, folded
from sitegen.text import html
from sitegen.theme import DEFAULT
from sitegen.views.work import Work
from sitegen.words import direction

HEADING = "\1"
"""Stands for the element of a work's heading until its list is known; no text of the content holds it."""


ITEM, MACROS = "work.html", f"{DEFAULT}/macros.html"
"""The template of a work in a list, and where it has the word between two names from."""
_READ = ((TEMPLATE, ITEM), (TEMPLATE, MACROS))
_NEEDS = re.compile(
    r"""\{%[-+]?\s*(?:extends|include|import|from)\b\s*(?:(["'])([^"']+)\1\s*(?=-?%\}|import|with|ignore|as\b))?"""
)


class SiteEnvironment(Environment):
    """An environment that puts translations of messages into the compiled templates."""

    code_generator_class = ShortCode
    context_class = ShortContext
    template_class = ShortTemplate

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names every template sees; as one plain table where it adds none, which is quicker to look up."""
        return super().make_globals(d) if d else self.globals

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        translate = self.globals.get("gettext_now")
        if callable(translate):
            for output in tree.find_all(nodes.Output):
                output.nodes = [each for node in output.nodes for each in folded(node, translate)]
            Translated(translate).visit(tree)
        return tree


class Once(Extension):
    """`{% once %}…{% endonce %}`: what depends on `site` alone is rendered once for all pages with the same frame.

    `{% once work.key %}…{% endonce %}`: what depends on a work alone is rendered once for all pages that show it.
    """

    tags = {"once"}  # noqa: RUF012 -- declared so by Jinja

    def parse(self, parser: Parser) -> nodes.Node:
        """One tag and what stands in it."""
        token = next(parser.stream)
        place = nodes.Const(f"{parser.filename or parser.name}:{token.lineno}")
        whole = parser.stream.current.type == "block_end"
        about = nodes.Name("site", "load") if whole else parser.parse_expression()
        body = parser.parse_statements(("name:endonce",), drop_needle=True)
        call = self.call_method("_of_site" if whole else "_of_each", [place, about])
        return nodes.CallBlock(call, [], [], body).set_lineno(token.lineno)

    def _of_site(self, place: str, site: object, caller: Callable[[], str]) -> str:
        return self._of_each(place, id(site), caller)

    def _of_each(self, place: str, about: Hashable, caller: Callable[[], str]) -> str:
        kept = cast("Kept", self.environment.globals["kept"])
        return kept(place, about, caller)


class Kept:
    """Parts of pages that are rendered once for several; who shows one depends on what was read for it."""

    def __init__(self, reads: Reads | None) -> None:
        self._reads = reads
        self._made = Spool()
        self._read_for: dict[tuple[str, Hashable], frozenset[int]] = {}

    def __call__(self, place: str, about: Hashable, make: Callable[[], str]) -> str:
        """The part of a place in a template that is about something, else what `make` gives."""
        found = self._made.get(place, about)
        if found is not None:
            if self._reads and self._read_for:
                self._reads.seen.update(self._read_for.get((place, about), ()))
            return html.safe(found)
        made, read = self._reads.apart(make) if self._reads else (make(), frozenset[int]())
        self._made.put(place, about, made)
        if read:
            self._read_for[place, about] = read
        return made


class Items:
    """Works of lists as HTML; a work is rendered once for all the lists it stands in."""

    def __init__(self, environment: Environment, language: str, reads: Reads | None) -> None:
        self._environment, self._language, self._reads = environment, language, reads
        self._made = Spool()
        self._separator: str | None = None

    def __call__(
        self, works: Sequence[Work], heading: str = "h3", filtered: bool = False, year: bool = False
    ) -> html.Html:
        """The items of a list.

        heading: the element of their titles. filtered: whether the page's filter reads them. year: whether each
        says its year.
        """
        if self._reads:
            for read in _READ:
                self._reads.see(*read)
        made = "".join([self._item(work, filtered=bool(filtered), year=year) for work in works])
        return html.safe(made.replace(HEADING, heading))

    def _item(self, work: Work, *, filtered: bool, year: bool) -> str:
        form = (filtered, year, bool(work.abstract), bool(work.coins), work.reference)
        made = self._made.get(form, work.key)
        if made is None:
            if self._separator is None:
                macros = self._environment.get_template(MACROS).module
                self._separator = macros.comma(self._language)  # type: ignore[attr-defined]  # made by the template
            made = self._environment.get_template(ITEM).render(
                work=work,
                heading=HEADING,
                filtered=filtered,
                year=year,
                separator=self._separator,
                language=self._language,
            )
            self._made.put(form, work.key, made)
        return made


def environment(site: Site, template_folders: Sequence[Path], compiled: Compiled | None = None) -> Environment:
    """The environment with the site's templates before the packaged ones, which are always reachable as default/.

    compiled: where compiled templates are kept for another environment of the language; None keeps none.
    """
    made = SiteEnvironment(
        loader=_loader(template_folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", Once],
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=compiled,
    )
    made.install_gettext_translations(site.words.translations, newstyle=True)  # type: ignore[attr-defined]  # added by the extension
    items = Items(made, site.config.language, site.reads)
    made.globals.update(gettext_now=site.words.say, kept=Kept(site.reads), items=items.__call__)
    made.filters.update(
        html=html.text_html,
        blocks=html.blocks_html,
        trusted=html.safe,
        content=html.content_html,
        record=html.record_html,
        jsonld=html.json_for_script,
        number=site.words.number,
        digits=site.words.digits,
        direction=direction,
    )
    return made


def digest_of_template(environment: Environment, name: str) -> bytes:
    """The digest of a template with all it is built on; of every template where it finds that out as it runs."""
    seen: dict[str, str] = {}
    waiting = [name]
    while waiting:
        each = waiting.pop()
        if each in seen:
            continue
        seen[each] = source = _source(environment, each)
        for _, needed in _NEEDS.findall(source):
            waiting.extend([needed] if needed else environment.list_templates(("html", "xml")))
    text = "\0".join(f"{each}\0{seen[each]}" for each in sorted(seen))
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _source(environment: Environment, name: str) -> str:
    """The text of a template; "" of one that is not there or cannot be read."""
    with suppress(TemplateNotFound, UnicodeDecodeError, OSError):
        return environment.loader.get_source(environment, name)[0] if environment.loader else ""
    return ""


def _loader(template_folders: Sequence[Path]) -> BaseLoader:
    """Names from the site's folder first, then from the packaged theme, which is always reachable as default/."""
    packaged = FileSystemLoader(template_folders[-1])
    return ChoiceLoader([*(FileSystemLoader(folder) for folder in template_folders), PrefixLoader({DEFAULT: packaged})])
