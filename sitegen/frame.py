"""The frame of every page: header, footer, assets, security policy."""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache

from sitegen import __version__
from sitegen.config import Chapter
from sitegen.looks import LOOKS
from sitegen.model.date import Date, Day
from sitegen.pages import PageKind
from sitegen.problems import SitegenError, excerpt
from sitegen.site import PAGE, ROOT, Here, Site
from sitegen.text.addresses import web_address
from sitegen.views.frame import Frame, NavLink, Tongue
from sitegen.views.head import Feed
from sitegen.views.landing import picture
from sitegen.views.manual import chapter_of
from sitegen.words.locales import language_name

BOOT = "try{const t=localStorage.getItem('theme');if(t)document.documentElement.dataset.theme=t}catch{}"
"""The one inline script: the reader's choice of colours before the first paint, so that nothing flashes."""


def frame(site: Site, kind: PageKind, here: Here, kinds: Mapping[str, PageKind]) -> Frame:
    """What the templates call `site`, as seen from one page."""
    look = LOOKS[site.config.theme]
    return Frame(
        title=site.config.title,
        root=here.root,
        language=site.config.language,
        direction=site.words.direction,
        nav=tuple(_navigation(site, kind, here, kinds)),
        footer=tuple(_footer(site, here)),
        home_url=here.to("home"),
        search_url=here.to("search"),
        style_urls=tuple(here.to("asset", name) for name in site.assets if name.endswith(".css")),
        script_url=here.to("asset", "site.js"),
        icon_url=here.to("asset", "icon.svg"),
        feed=Feed(site.config.title, here.to("feed")) if here.has("feed") else None,
        opensearch_url=here.to("opensearch") if here.has("opensearch") else "",
        picture=picture(site, here.links),
        updated=_day(site),
        csp=security_policy(BOOT),
        boot=BOOT,
        generator=f"sitegen {__version__}",
        page_colors=(look.light.page, look.dark.page),
        languages=tuple(_languages(kind, here)),
        favicon_url=_drawn("favicon.ico", site, here),
        touch_icon_url=_drawn("apple-touch-icon.png", site, here),
    )


def _drawn(name: str, site: Site, here: Here) -> str:
    """The address of an icon that was drawn; "" for none."""
    return here.to("card", name) if site.config.cards.enabled and here.has("card", name) else ""


def _day(site: Site) -> str:
    """The day of the last change in words; "" for none."""
    parts = site.updated.split("-")
    return site.words.date(Date(Day(*map(int, parts)))) if len(parts) == 3 else site.updated


def _languages(kind: PageKind, here: Here) -> Iterator[Tongue]:
    """The languages of the site, and where the page is in each; then where it is for readers of none of them."""
    links = here.links
    prefix = f"{links.language}/"
    spoken = bool(links.language) and here.path.startswith(prefix)
    key = here.path.removeprefix(prefix).removesuffix("/index.html")
    others = ""
    for tag, paths in links.editions.items():
        there = kind.name == "gate" or (spoken and (kind.name != "prose" or ("prose", key) in paths))
        alternate = f"{links.base_url}{tag}/{PAGE}" if there and links.base_url else ""
        others = others or alternate
        url = f"{ROOT}{tag}/{PAGE if there else ''}"
        yield Tongue(tag, language_name(tag, tag), url, spoken and tag == links.language, alternate)
    if others:
        yield Tongue("x-default", alternate=links.base_url if kind.name in {"gate", "home"} else others)


@lru_cache(maxsize=8)
def security_policy(script: str) -> str:
    """The content security policy: the site's own files and the one inline script, nothing else (CSP level 3)."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'self' 'sha256-{digest}'; style-src 'self'; img-src 'self' data:;"
        " font-src 'self';"
        " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none';"
        " require-trusted-types-for 'script'"
    )


def _navigation(site: Site, kind: PageKind, here: Here, kinds: Mapping[str, PageKind]) -> Iterator[NavLink]:
    """The links of the header: the owner's, else every kind that wants one and has a page, then the Markdown pages."""
    own = chapter_of(_prose_key(here), site.config.chapters)
    if site.config.navigation:
        for item in site.config.navigation:
            yield from _chosen(item.label, item.to, here, own)
        return
    for each in sorted((each for each in kinds.values() if each.nav), key=lambda each: (each.nav_order, each.name)):
        if here.has(each.name):
            current = "page" if each is kind else "true" if kind.section == each.name else ""
            yield NavLink(site.words.say(each.nav), here.to(each.name), current)
    for chapter in site.config.chapters:
        first = chapter.pages[0].strip("/")
        if here.has("prose", first):
            here_ = "page" if here.path == here.links.paths["prose", first] else ""
            yield NavLink(chapter.title, here.to("prose", first), here_ or ("true" if chapter == own else ""))
    for key, label in site.menu:
        if not chapter_of(key, site.config.chapters):
            url = here.to("prose", key)
            yield NavLink(label, url, "page" if here.path == here.links.paths["prose", key] else "")


def _prose_key(here: Here) -> str:
    """The key that a Markdown page at this place would have."""
    return here.path.removesuffix("index.html").rstrip("/")


def _chosen(label: str, target: str, here: Here, own: Chapter | None) -> Iterator[NavLink]:
    """A link that the owner put into the header: to a kind's page, a Markdown page, or the web.

    None to a page that has nothing to show yet. own: the chapter of the page, of which any link to it is current.
    """
    for kind, key in ((target, ""), ("prose", target.strip("/"))):
        if here.has(kind, key):
            is_near = kind == "prose" and own is not None and own == chapter_of(key, (own,))
            current = "page" if here.links.paths[kind, key] == here.path else "true" if is_near else ""
            yield NavLink(label, here.to(kind, key), current)
            return
    if address := web_address(target):
        yield NavLink(label, address, external=True)


def refuse_dead_navigation(site: Site, kinds: Iterable[PageKind]) -> None:
    """Raise SitegenError where the owner's navigation leads to no page there can be, with the pages there can be."""
    single = [
        kind.name
        for kind in kinds
        if kind.nav or (kind.section and isinstance(kind.path, str) and "{key}" not in kind.path)
    ]
    known = [*single, *filter(None, site.prose)]
    for number, item in enumerate(site.config.navigation, 1):
        if item.to not in single and item.to.strip("/") not in site.prose and not web_address(item.to):
            near = get_close_matches(item.to, known, 1)
            raise SitegenError(
                f"content/site.toml: navigation, item {number}, to {excerpt(item.to)!r} is no page of the site",
                f"Did you mean {near[0]!r}?" if near else f"Use a web address or one of: {', '.join(known)}.",
            )


def refuse_dead_chapters(site: Site) -> None:
    """Raise SitegenError where a chapter names a page that is not there, with the nearest one."""
    known = list(filter(None, site.prose))
    for chapter in site.config.chapters:
        for page in chapter.pages:
            if page.strip("/") not in known:
                near = get_close_matches(page.strip("/"), known, 1)
                raise SitegenError(
                    f"content/site.toml: chapters, {excerpt(chapter.title)!r}: {excerpt(page)!r} is no Markdown page",
                    f"Did you mean {near[0]!r}?" if near else "Write the address of a page, such as guides/start.",
                )


def _footer(site: Site, here: Here) -> Iterator[NavLink]:
    """The links of the footer: the feed, the whole library in each format, and the page about its data."""
    say = site.words.say
    if here.has("feed"):
        yield NavLink(say("Atom feed"), here.to("feed"))
    for format_ in site.export_formats:
        key = f"library{format_.suffix}"
        if here.has("export", key):
            yield NavLink(say("All works as %(format)s") % {"format": format_.title}, here.to("export", key))
    if here.has("data-quality"):
        yield NavLink(say("Data quality"), here.to("data-quality"))
