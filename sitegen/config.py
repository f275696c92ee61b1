"""What `content/site.toml`, `people.toml` and `venues.toml` may say, with every default."""

from collections.abc import Mapping
from typing import Annotated, TypeVar

import msgspec

T = TypeVar("T", bound=msgspec.Struct)
Shown = Annotated[str, msgspec.Meta(min_length=1)]
Count = Annotated[int, msgspec.Meta(ge=0)]


class NavigationItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One link of the header.

    label: its words. to: a page of the site (`people`, `venues`, `about`) or a web address.
    """

    label: Shown
    to: Shown


class Ignored(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A problem that is not to be reported, everywhere or in some place.

    code: of the problem. file: below content/, where `*` stands for anything; "" for all files.
    entry: id or key of the only entry that is meant; "" for all. reason: why, for those who come after.
    """

    code: Shown
    file: str = ""
    entry: str = ""
    reason: str = ""


class CheckConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[check]`: what `sitegen check` and a build leave unsaid.

    ignore: problems that are not to be reported: codes, or tables that say where and why.
    """

    ignore: tuple[str | Ignored, ...] = ()

    @property
    def ignored(self) -> tuple[Ignored, ...]:
        """What is not to be reported, each in full."""
        return tuple(Ignored(code=each) if isinstance(each, str) else each for each in self.ignore)

    @property
    def ignored_codes(self) -> frozenset[str]:
        """Codes that are not to be reported anywhere."""
        return frozenset(each.code for each in self.ignored if not each.file and not each.entry)


class PagesConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[pages]`: pages that a site has only when its owner asks for them.

    data_quality: how complete the library is, by field and by year.
    """

    data_quality: bool = False


class LimitsConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[limits]`: where reading stops, so that no file exhausts the machine. What is met is said, with its key.

    file_bytes: of a bibliography, a page or people.toml and venues.toml. attachment_bytes: of a file that is published.
    field_characters: of one value. page_characters: of a Markdown page.
    string_characters: that the @strings of one BibTeX file may add to it.
    fields: of one entry (lines of RIS: twenty times as many). names, keywords, links, relations: of one field.
    inheritance: steps from an entry to the one that it takes a field from, by crossref and xdata.
    """

    file_bytes: Count = 50_000_000
    field_characters: Count = 200_000
    string_characters: Count = 4_000_000
    fields: Count = 1_000
    names: Count = 10_000
    keywords: Count = 500
    links: Count = 50
    relations: Count = 1_000
    inheritance: Annotated[int, msgspec.Meta(ge=0, le=100)] = 8
    page_characters: Count = 200_000
    attachment_bytes: Count = 100_000_000


class ListOptions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A list of works: the inside of a block ```` ```works ```` in a Markdown page.

    query: which works, as one would type it into the search; "" for all. group: by what headings part the list.
    sort: its order. limit: at most so many works, 0 for all. style: how a work is shown. title: a heading, "" for none.
    """

    query: str = ""
    group: str = "none"
    sort: str = "newest"
    limit: Count = 0
    style: str = "list"
    title: str = ""


class ListPage(ListOptions, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the `[[lists]]`: a page with a list of works.

    path: its address below the site's root ("reviews" or "topics/logic").
    title: the page's heading. text: a paragraph or more of Markdown before the list. description: for search engines.
    navigation: its label in the header, "" to stay out of it; without this key it is the title.
    """

    path: Shown
    title: Shown
    text: str = ""
    description: str = ""
    navigation: str | None = None


class Chapter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the `[[chapters]]`: Markdown pages that are read one after another, as in a manual.

    Each of these pages, and each page below one of them, shows all chapters beside its text. In the header stand the
    chapters, not their pages. title: of the chapter. pages: their addresses ("guides/start"), in the order of reading.
    """

    title: Shown
    pages: Annotated[tuple[Shown, ...], msgspec.Meta(min_length=1)]


CHOICES: Mapping[str, tuple[str, ...]] = {
    "group": ("none", "year", "type", "venue", "topic"),
    "sort": ("newest", "oldest", "title", "author"),
    "style": ("list", "references", "table", "compact"),
}
"""Options of a list that have a fixed set of values."""


REFERENCE_PAGES = ("person", "venue", "volume", "year", "topic", "type")
"""Kinds of pages whose works may be shown as references."""


class CiteConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[cite]`: how works are cited.

    styles: names of the CSL project ("apa"), or of `.csl` files in content/; the first is that of lists of references
        and of citations on pages.
    shown: how many of them stand on a work's own page; without it four, in a library of more than 5,000 works one.
    references: kinds of pages ("person") that show their works as references in the first of the styles.
    """

    styles: tuple[Shown, ...] = (
        "apa",
        "modern-language-association",
        "chicago-author-date",
        "ieee",
        "nlm-citation-sequence",
        "harvard-cite-them-right",
        "association-for-computing-machinery",
        "american-medical-association",
        "nature",
    )
    shown: Count | None = None
    references: tuple[str, ...] = ()


class CardsConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[cards]`: pictures of 1200 by 630 pixels for where pages are shared, and icons, drawn by a build.

    They need the extra `cards`. enabled: whether they are drawn. works: so many of the newest works have a card of
    their own; the others, and those whose letters the font lacks (it has Latin, Greek and Cyrillic), have the site's.
    """

    enabled: bool = False
    works: Count = 300


class JournalConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[journal]`: what the home page of a site with the theme "journal" begins with.

    venue: the journal, by its name or its address below venues/; "" for the one with the most works.
    volume, issue: the current one; "" for the newest. editors: in their order, "Ada Lovelace" or "Ada Lovelace, editor
        in chief"; empty for those of the works of the current issue.
    """

    venue: str = ""
    volume: str = ""
    issue: str = ""
    editors: tuple[Shown, ...] = ()


class CrossrefConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[crossref]`: who deposits DOIs there (Crossref 5.4.0, `head`).

    depositor, email: who is told what became of a deposit. registrant: the organisation that is a member.
    prefix: of the DOIs that are one's own ("10.5555"); others are not deposited. "" for all.
    """

    depositor: str = ""
    email: str = ""
    registrant: str = ""
    prefix: str = ""


class Translation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[translations.TAG]`: what a site in several languages is called in one of them; "" takes that of the site.

    title, tagline, description: as those of the site. navigation: links of the header; empty takes those of the site.
    """

    title: str = ""
    tagline: str = ""
    description: str = ""
    navigation: tuple[NavigationItem, ...] = ()


class SiteConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`site.toml`.

    title: the site's name, in the header and in every page's title.
    tagline: the home page's heading; "" takes the title.
    description: one or two sentences for search engines, feeds and the home page without an index.md.
    url: the address the site is published under, ending in "/"; "" when not known, and then what needs an absolute
        address (canonical links, feeds, sitemap) is left out or taken from the git remote.
    language: BCP 47 tag of the frame and of entries that do not say theirs.
    languages: BCP 47 tags of a site in several languages: every page is there in each, below `/en/`, `/fa/`; the
        first goes before `language`. Empty for one language and addresses without it.
    translations: title, tagline, description and navigation by language.
    calendar: of the days that pages show, `gregorian` or `solar-hijri`; months and years alone are Gregorian.
    me: names of the site's owner as printed, set in bold in lists.
    repository: where people report a mistake: the web address of the repository on its forge; "" for no link.
    branch: the branch that "report a mistake" opens.
    navigation: links of the header; empty for the pages that have something to show.
    home_limit: at most so many works stand on the home page before it lists only the newest.
    home_newest: how many these are.
    abstracts_in_search: whether the search index holds abstracts however many they are; a few hundred it always holds.
    lists: further pages, each with a list of works.
    chapters: Markdown pages in the order of a manual.
    publish: endings of further files of content/ that may be published (".html", "svg"), although they run on the
        site's own origin; in lower case with their dot once read.
    image: what stands for the site where its pages are shared: a path below content/static/, or a web address;
        1200 by 630 pixels look best. image_alt: what it shows; "" takes the title.
    remote_pdfs: whether a page names a PDF that lies elsewhere to reference managers, which then fetch it; search
        engines for scholars want the PDF beside the page and may take such a page amiss.
    theme: the look: `rubric`, `plain` for a personal page, or `journal` for a journal's front page.
    accent: a colour, "#rrggbb", for links, buttons, years and charts, in place of the theme's; a lighter one of its hue
        stands for it on dark pages. "" for the theme's own. Less contrast than 4.5:1 with the theme's pages is refused.
    updated: date of the last change, YYYY-MM-DD as text or as a date of TOML, shown in the footer; "" shows none.
    redirects: former addresses below the site's root, each with a page of the site or a web address to lead on to.
    withdrawn: addresses of pages that are gone for good, each with a sentence for those who come; "" for a usual one.
    """

    title: Shown = "Publications"
    tagline: str = ""
    description: str = ""
    url: str = ""
    language: str = "en"
    languages: tuple[Shown, ...] = ()
    calendar: str = "gregorian"
    me: tuple[str, ...] = ()
    repository: str = ""
    branch: str = "main"
    navigation: tuple[NavigationItem, ...] = ()
    lists: tuple[ListPage, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    home_limit: Count = 300
    home_newest: Count = 50
    abstracts_in_search: bool = False
    publish: tuple[str, ...] = ()
    image: str = ""
    image_alt: str = ""
    remote_pdfs: bool = False
    theme: str = "rubric"
    accent: str = ""
    updated: str = ""
    redirects: dict[str, str] = {}
    withdrawn: dict[str, str] = {}
    pages: PagesConfig = PagesConfig()
    cite: CiteConfig = CiteConfig()
    check: CheckConfig = CheckConfig()
    limits: LimitsConfig = LimitsConfig()
    crossref: CrossrefConfig = CrossrefConfig()
    journal: JournalConfig = JournalConfig()
    cards: CardsConfig = CardsConfig()
    translations: dict[str, Translation] = {}


class PersonRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One table of `people.toml`; its heading is the person's slug.

    name: as shown, "Donald E. Knuth" or "Knuth, Donald E.".
    variants: other spellings found in the entries.
    names: the name by language of the page, `{ zh = "屠, 呦呦", en = "Youyou Tu" }`; each is a spelling too.
    entries: ids of entries whose equally named author is this person (for homonyms); empty for all entries.
    orcid: 0000-0000-0000-0000, bare or as an address. affiliation: where the person works. homepage: a web address.
    """

    name: Shown
    variants: tuple[str, ...] = ()
    names: dict[str, Shown] = {}
    entries: tuple[str, ...] = ()
    orcid: str = ""
    affiliation: str = ""
    homepage: str = ""


class VenueRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One table of `venues.toml`; its heading is the venue's slug.

    name: in full, as shown. variants: other spellings and abbreviations found in the entries.
    abbreviation: its short name ("J. Math."). issn: of print and of the web. publisher: who publishes it.
    homepage: a web address.
    """

    name: Shown
    variants: tuple[str, ...] = ()
    abbreviation: str = ""
    issn: tuple[str, ...] = ()
    publisher: str = ""
    homepage: str = ""
