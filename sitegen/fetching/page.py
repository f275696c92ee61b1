"""What a page says about the work it shows, in the tags of its head."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin

from sitegen.fetching.client import Answer
from sitegen.formats.bibtex.names import read_names
from sitegen.model.dating import read_date
from sitegen.model.entry import Entry, WebLink
from sitegen.text.addresses import doi, isbn, web_address
from sitegen.text.decode import decode
from sitegen.text.rich import Text

RECORDS = ("application/vnd.citationstyles.csl+json", "application/x-bibtex")
"""Media types of records that are understood, the richer one first."""
_HEAD = 1_000_000
_TAG = re.compile(r"<(meta|link)\b([^<>]{1,20000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""([A-Za-z][\w:-]{0,40})\s{0,9}=\s{0,9}(?:"([^"]{0,10000})"|'([^']{0,10000})'|([^\s"'<>]{1,2000}))"""
)
_HEADER_LINK = re.compile(r"<([^<>]{1,2000})>([^<]{0,2000})")
_PARAMETER = re.compile(r""";\s{0,9}(rel|type)\s{0,9}=\s{0,9}(?:"([^"]{0,200})"|([^\s;,"]{1,200}))""", re.IGNORECASE)
_DOI_TAGS = (
    "citation_doi",
    "prism.doi",
    "bepress_citation_doi",
    "dc.identifier",
    "dc.identifier.doi",
    "dcterms.identifier",
)


@dataclass(frozen=True, slots=True)
class Told:
    """The tags of a page. metas: values by name in lower case, in order. links: (relation, media type, address)."""

    metas: Mapping[str, Sequence[str]] = field(default_factory=dict)
    links: tuple[tuple[str, str, str], ...] = ()

    def first(self, *names: str) -> str:
        """The first value of the first name that has one."""
        return next((values[0] for name in names if (values := self.metas.get(name))), "")


def read_page(answer: Answer) -> Told:
    """The tags and typed links of a page (Signposting, "Typed links"; HTML, 4.2.4 and 4.2.5). Never raises."""
    metas: dict[str, list[str]] = {}
    links = list(_header_links(answer))
    for tag, written in _TAG.findall(decode(answer.data[:_HEAD]).text):
        values = {name.lower(): html.unescape(a or b or c).strip() for name, a, b, c in _ATTRIBUTE.findall(written)}
        if tag.lower() == "meta":
            name = (values.get("name") or values.get("property") or "").lower()
            if name and values.get("content"):
                metas.setdefault(name, []).append(values["content"])
        elif values.get("href"):
            href = _absolute(answer.url, values["href"])
            links += [(rel, values.get("type", "").lower(), href) for rel in values.get("rel", "").lower().split()]
    return Told(metas, tuple(links))


def _header_links(answer: Answer) -> Iterator[tuple[str, str, str]]:
    """The typed links of the header `Link` (RFC 8288)."""
    for href, parameters in _HEADER_LINK.findall(answer.links):
        said = {name.lower(): quoted or bare for name, quoted, bare in _PARAMETER.findall(parameters)}
        for rel in said.get("rel", "").lower().split():
            yield rel, said.get("type", "").lower(), _absolute(answer.url, href)


def _absolute(base: str, href: str) -> str:
    """A link's whole address; "" where it is none."""
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return ""


def doi_of(told: Told) -> str:
    """The DOI that a page says is its work's; "" for none."""
    cited = next((href for rel, _, href in told.links if rel == "cite-as"), "")
    values = [cited, *(value for name in _DOI_TAGS for value in told.metas.get(name, ()))]
    return next(filter(None, map(doi, values)), "")


def record_of(told: Told) -> str:
    """Where a page says that its record lies, by https; "" for none."""
    for media_type in RECORDS:
        for rel, type_, href in told.links:
            if rel in ("describedby", "alternate", "item") and type_ == media_type and href.startswith("https://"):
                return href
    return ""


def entry_of(told: Told, url: str) -> Entry | None:
    """The entry that Highwire Press tags tell (Google Scholar, "Inclusion guidelines"); None without a title."""
    title = told.first("citation_title")
    if not title:
        return None
    journal, conference = told.first("citation_journal_title"), told.first("citation_conference_title")
    book = told.first("citation_inbook_title", "citation_book_title")
    names = " and ".join(value.replace(" and ", " & ") for value in told.metas.get("citation_author", ())[:1000])
    pages = "–".join(filter(None, (told.first("citation_firstpage"), told.first("citation_lastpage"))))
    pdf = web_address(told.first("citation_pdf_url"))
    kind = "article-journal" if journal else "paper-conference" if conference else "chapter" if book else "webpage"
    return Entry(
        id="",
        type=kind,
        title=Text.of(title),
        names={"author": found} if (found := read_names(names, 1000).names) else {},
        issued=read_date(
            told.first("citation_publication_date", "citation_date", "citation_online_date").replace("/", "-")
        ).date,
        container_title=Text.of(journal or conference or book),
        volume=told.first("citation_volume"),
        issue=told.first("citation_issue"),
        page=pages,
        publisher=Text.of(told.first("citation_publisher")),
        isbn=(found_isbn,) if (found_isbn := isbn(told.first("citation_isbn"))) else (),
        links=(
            WebLink("website" if kind == "webpage" else "publisher", url),
            *((WebLink("pdf", pdf),) if pdf else ()),
        ),
    )
