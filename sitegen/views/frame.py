"""What every page shares: header, footer, assets."""

from dataclasses import dataclass

from sitegen.metadata import Picture
from sitegen.views.head import Feed


@dataclass(frozen=True, slots=True)
class NavLink:
    """A link of the header or footer. current: "page" on that page itself, "true" within its section, else ""."""

    label: str
    url: str
    current: str = ""
    external: bool = False


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language that the page can be read in.

    tag: BCP 47, "x-default" for readers of none. name: in the language itself. url: of the page in it, of its home page
    where the page is not there. current: whether the page is in it. alternate: the page's full address in it, "" where
    it is not there or the site does not know its own address.
    """

    tag: str
    name: str = ""
    url: str = ""
    current: bool = False
    alternate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The `site` of the templates.

    root: what leads to the site's root from the page. language, direction: of the frame.
    style_urls: style sheets in their order; script_url, icon_url, search_url, home_url: as seen from the page.
    nav: links of the header; footer: of the footer, with the whole library as files. feed: of the site.
    picture: what stands for the page where it is shared, None for nothing.
    updated: YYYY-MM-DD, "" for none. csp: the content security policy. boot: the one inline script, by its hash.
    generator: "sitegen 1.2".
    favicon_url, touch_icon_url: of icons that a build draws, "" for none.
    page_colors: of every page's ground, by light and in the dark. languages: of a site in several, empty for one.
    """

    title: str
    root: str
    language: str
    direction: str
    nav: tuple[NavLink, ...]
    footer: tuple[NavLink, ...]
    home_url: str
    search_url: str
    style_urls: tuple[str, ...]
    script_url: str
    icon_url: str
    feed: Feed | None
    opensearch_url: str
    picture: Picture | None
    updated: str
    csp: str
    boot: str
    generator: str
    page_colors: tuple[str, str]
    languages: tuple[Tongue, ...] = ()
    favicon_url: str = ""
    touch_icon_url: str = ""
