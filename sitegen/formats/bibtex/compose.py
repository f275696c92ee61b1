"""An entry's facts as BibTeX fields, in the order people expect them."""

from collections.abc import Callable, Iterator

from sitegen.formats.bibtex import fields as known
from sitegen.formats.bibtex.macros import MONTHS
from sitegen.formats.bibtex.one_name import NAME_SUFFIXES_APART
from sitegen.formats.bibtex.types import SUBTYPES, TYPES, number_means, word_of
from sitegen.model.date import Date, Day
from sitegen.model.entry import Entry, LinkKind, WebLink
from sitegen.model.interchange import EDITORIAL_ROLES
from sitegen.model.links import kind_of, usual_kind
from sitegen.model.name import Name
from sitegen.text.rich import Text

ToLatex = Callable[[Text], str]
Field = tuple[str, str]
"""A field's name and its value: LaTeX without the braces around it, or a month's macro."""

_MONTH_MACROS = [name[:3].lower() for name in dict.fromkeys(MONTHS.values())]
_PERIODICAL = (
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "review",
    "review-book",
    "periodical",
    "article",
)
_IN_BOOKS = ("paper-conference", "chapter", "entry", "entry-encyclopedia", "entry-dictionary")
_PLAIN = {
    "section": "section", "edition": "edition", "version": "version", "chapter_number": "chapter",
    "number_of_pages": "pagetotal", "number_of_volumes": "volumes", "publisher_place": "address",
    "event_place": "venue", "licence": "license", "title_short": "shorttitle",
    "container_title_short": "shortjournal",
}  # fmt: skip
_RICH = {
    "collection_title": "series", "event_title": "eventtitle", "issue_title": "issuetitle",
    "original_title": "origtitle", "annote": "annote",
}  # fmt: skip
_DATES = {"original_date": "origdate", "event_date": "eventdate", "available_date": "epubdate", "accessed": "urldate"}
_LINK_FIELDS: dict[LinkKind, tuple[str, ...]] = {
    "pdf": ("pdf", "url_pdf", "url_paper", "fulltext"), "publisher": ("url_html",),
    "website": ("website", "html", "url_project", "homepage"), "preprint": ("url_preprint", "preprint"),
    "code": ("code", "url_code", "github", "repository"), "data": ("url_data", "url_dataset"),
    "software": ("url_software", "software"), "slides": ("slides", "url_slides", "talk"),
    "poster": ("poster", "url_poster"), "video": ("video", "url_video"),
    "supplement": ("supp", "url_supp", "supplement", "appendix"), "blog": ("blog", "url_blog"),
    "other": ("url_source",),
}  # fmt: skip
_PUBSTATES = {
    "in-press": "inpress", "in-preparation": "inpreparation", "submitted": "submitted",
    "retracted": "retracted", "withdrawn": "withdrawn", "corrected": "corrected",
}  # fmt: skip
_BABEL = {tag: name for name, tag in reversed(known.LANGUAGES.items()) if len(name) > 3}
_SUBTYPES = {csl: subtype for subtype, csl in SUBTYPES.items()}
_ROLE_FIELDS = {role: name for name, role in reversed(known.ROLES.items())}
_FIRST_ROLES = ("author", *EDITORIAL_ROLES, "container_author", "translator")
_EDITOR_FIELDS = ("editor", "editora", "editorb", "editorc")
_EDITOR_TYPES = frozenset({*EDITORIAL_ROLES, "director"}) - {"editor"}


def compose(entry: Entry, latex: ToLatex) -> list[Field]:
    """The fields of an entry. Local files, and what only steers the site, are left out."""
    word = word_of(entry)
    out: list[Field] = []
    for part in (_names, _titles, _numbers, _issued, _publication, _identifiers, _links, _about, _relations):
        out.extend(part(entry, word, latex))
    taken = {name for name, value in out if value}
    extra = [(name, value) for name, value in entry.extra.items() if name not in taken]
    return [(name, value) for name, value in out if value] + extra


def _names(entry: Entry, word: str, latex: ToLatex) -> Iterator[Field]:
    """Names by role, authors and editors first, with what stands beside a name as BibLaTeX's annotations.

    A compiler and their like are editors of a type there (BibLaTeX, "editortype"); four kinds have room.
    """
    del word
    free = [name for name in _EDITOR_FIELDS if name not in entry.names]
    for role in sorted(
        entry.names, key=lambda role: _FIRST_ROLES.index(role) if role in _FIRST_ROLES else len(_FIRST_ROLES)
    ):
        names = entry.names[role]
        typed = role in _EDITOR_TYPES and bool(free)
        name = free.pop(0) if typed else _ROLE_FIELDS.get(role, role.replace("_", "-"))
        written = [written_name(each, latex) for each in names] + (["others"] if role in entry.et_al else [])
        yield name, " and ".join(written)
        yield f"{name}type", role if typed else ""
        if not any(each.marks or each.orcid or each.affiliation for each in names):
            continue
        yield f"{name}+an", "; ".join(f"{at}={', '.join(each.marks)}" for at, each in enumerate(names, 1) if each.marks)
        yield f"{name}+an:orcid", "; ".join(f'{at}="{each.orcid}"' for at, each in enumerate(names, 1) if each.orcid)
        told = [(at, latex(Text.of(each.affiliation))) for at, each in enumerate(names, 1) if each.affiliation]
        yield f"{name}+an:affiliation", "; ".join(f'{at}="{where}"' for at, where in told)


def written_name(name: Name, latex: ToLatex) -> str:
    """A name as “von Family, Suffix, Given”, in braces where BibTeX would misread it (Tame the BeaST, section 11).

    >>> written_name(Name(family="Berg", given="Jan", non_dropping_particle="van der"), lambda text: text.to_plain())
    'van der Berg, Jan'
    """
    if name.literal:
        return f"{{{latex(Text.of(name.literal))}}}"
    words = name.family.split()
    family = latex(Text.of(name.family))
    taken_apart = any(not each[:1].isupper() and each[:1].isalpha() for each in words[:-1]) or _is_risky(name.family)
    if taken_apart and (name.given or name.non_dropping_particle or name.dropping_particle):
        family = f"{{{family}}}"
    particles = " ".join(filter(None, (name.dropping_particle, name.non_dropping_particle)))
    if particles:
        shown = latex(Text.of(particles))
        plainly = particles.split()[-1].lstrip("’‘ʼ")[:1].islower() and not _is_risky(particles)
        family = f"{shown} {family}" if plainly else f"{{{shown} {family}}}"
    given, suffix = _guarded(name.given, latex), _guarded(name.suffix, latex)
    if suffix:
        return f"{family}, {suffix}, {given}"
    if given:
        return f"{family}, {given}" if family else given
    return f"{{{family}}}" if (len(words) > 1 and not particles) or _is_risky(name.family) else family


def _guarded(part: str, latex: ToLatex) -> str:
    """A part of a name, in braces where a word of it would part names."""
    written = latex(Text.of(part))
    return f"{{{written}}}" if _is_risky(part) else written


def _is_risky(part: str) -> bool:
    """Whether a part of a name holds what parts names, or parts of names."""
    return (
        "," in part
        or ";" in part
        or "&" in part.split()
        or "and" in part.lower().split()
        or part.strip(".").lower() in NAME_SUFFIXES_APART
    )


def _titles(entry: Entry, word: str, latex: ToLatex) -> Iterator[Field]:
    """Title and container."""
    yield "title", latex(entry.title)
    container = latex(entry.container_title)
    if entry.volume_title:
        yield "booktitle", latex(entry.volume_title)
        yield "maintitle", container
    elif entry.type in _PERIODICAL:
        yield "journaltitle" if "journal" in entry.extra else "journal", container
    elif entry.type in _IN_BOOKS:
        yield "booktitle", container
    else:
        yield ("maintitle" if entry.type == "book" else "journal"), container
    if word == "article" and entry.type != "article-journal":
        yield "entrysubtype", _SUBTYPES.get(entry.type, "")
    for attribute in ("collection_title", "event_title", "issue_title", "original_title"):
        yield _RICH[attribute], latex(getattr(entry, attribute))


def _issued(entry: Entry, word: str, latex: ToLatex) -> Iterator[Field]:
    """The date: as year, month and day where those can say it, with BibLaTeX's `date` where they cannot."""
    del word
    date = entry.issued
    if date is None:
        return
    if date.literal:
        yield "year", latex(Text.of(date.literal))
        if date.start and 1 <= date.start.month <= 12:
            yield "month", f"\0{_MONTH_MACROS[date.start.month - 1]}"
        return
    start = date.start
    if start is None:
        return
    simple = date == Date(start) and start.year > 99 and start.month <= 12
    if not simple:
        yield "date", edtf(date)
    if start.year > 99:
        yield "year", str(start.year)
    if simple and start.month:
        yield "month", f"\0{_MONTH_MACROS[start.month - 1]}"
        yield "day", str(start.day or "")


def edtf(date: Date) -> str:
    """A date in EDTF, levels 0 and 1, as BibLaTeX reads it; the source's words where it could not be read.

    >>> edtf(Date(Day(1998), Day(1999), circa=True))
    '1998/1999~'
    """
    if date.literal or date.start is None:
        return date.literal
    mark = "%" if date.circa and date.uncertain else "~" if date.circa else "?" if date.uncertain else ""
    start = _edtf_day(date.start)
    if date.open_end:
        return f"{start}{mark}/.."
    return f"{start}/{_edtf_day(date.end)}{mark}" if date.end else f"{start}{mark}"


def _edtf_day(day: Day) -> str:
    """A day, month, season or year."""
    return f"{day.iso()}-{day.month}" if day.season else day.iso()


def _numbers(entry: Entry, word: str, latex: ToLatex) -> Iterator[Field]:
    """Volume, issue, article number, pages."""
    del word
    yield "volume", latex(Text.of(entry.volume))
    means = number_means(entry.type, series=bool(entry.collection_title), volume=bool(entry.volume))
    yield "number", latex(Text.of(getattr(entry, means)))
    if means != "issue":
        yield "issue", latex(Text.of(entry.issue))
    if means != "number" and entry.number:
        yield "eid", latex(Text.of(entry.number))
        # Programs that know no `eid` look for it here.
        yield "pages", latex(Text.of(entry.page or entry.number))
    else:
        yield "pages", latex(Text.of(entry.page))


def _publication(entry: Entry, word: str, latex: ToLatex) -> Iterator[Field]:
    """Kind, publisher, place, edition."""
    if (
        entry.genre
        and entry.genre != TYPES.get(word, ("", ""))[1]
        and (entry.genre != "preprint" or entry.type != "article")
    ):
        yield "type", latex(Text.of(entry.genre))
    yield {"thesis": "school", "report": "institution"}.get(entry.type, "publisher"), latex(entry.publisher)
    for attribute, name in _PLAIN.items():
        yield (
            "location" if name == "address" and name in entry.extra else name,
            latex(Text.of(getattr(entry, attribute))),
        )
    for attribute, name in _DATES.items():
        date: Date | None = getattr(entry, attribute)
        if date:
            yield name, edtf(date)


def _identifiers(entry: Entry, word: str, latex: ToLatex) -> Iterator[Field]:
    """DOI and its kin. Of several ISBNs only the first, because biber takes no list; what says more goes before."""
    del word, latex
    yield "doi", entry.doi
    yield "isbn", entry.isbn[0] if entry.isbn else ""
    yield "issn", entry.issn[0] if entry.issn else ""
    for scheme, value in entry.identifiers.items():
        if scheme == "arxiv" and "eprint" not in entry.extra:
            yield "eprint", value
            yield "archiveprefix", "arXiv"
        elif scheme not in entry.extra:
            yield scheme, value


def _links(entry: Entry, word: str, latex: ToLatex) -> Iterator[Field]:
    """Addresses: the work's own as `url`, the others in fields named for what they lead to."""
    del word, latex
    usual = usual_kind(entry.type)
    own = [link for link in entry.links if link.kind == usual and kind_of(link.url, usual) == usual and not link.label]
    yield "url", "" if "url" in entry.extra else " ".join(link.url for link in own)
    counts: dict[str, int] = {}
    for link in entry.links:
        if link not in own:
            yield _link_field(link, counts), link.url


def _link_field(link: WebLink, counts: dict[str, int]) -> str:
    """A field for a link that is not the work's own address; each name is used once."""
    if link.label:
        return f"url_{'_'.join(link.label.lower().split())}"
    at = counts.get(link.kind, 0)
    counts[link.kind] = at + 1
    names = _LINK_FIELDS[link.kind]
    return names[at] if at < len(names) else f"url_{link.kind}_{at + 1}"


def _about(entry: Entry, word: str, latex: ToLatex) -> Iterator[Field]:
    """Language, status, keywords, notes, abstracts."""
    if entry.language in _BABEL:
        yield "langid", _BABEL[entry.language]
    else:
        yield "language", entry.language
    unsaid = (
        entry.genre == "preprint" and word in ("misc", "online", "unpublished") and "arxiv" not in entry.identifiers
    )
    yield "pubstate", _PUBSTATES.get(entry.status, "prepublished" if unsaid else "")
    yield "status", latex(entry.status_note)
    separator = "; " if any("," in keyword for keyword in entry.keywords) else ", "
    keywords = separator.join(latex(Text.of(keyword)) for keyword in entry.keywords)
    yield "keywords", f"{keywords};" if len(entry.keywords) == 1 and separator == "; " else keywords
    for name, award in zip(known.AWARDS, entry.awards, strict=False):
        yield name, latex(award)
    yield "note", latex(entry.note)
    yield "annote", latex(entry.annote)
    for abstract in entry.abstracts:
        yield f"abstract_{abstract.language}" if abstract.language else "abstract", latex(abstract.text)


def _relations(entry: Entry, word: str, latex: ToLatex) -> Iterator[Field]:
    """Other entries by their keys; `xref` says where a part stands and takes nothing over."""
    del word, latex
    names = {"part_of": "xref", "related": "related"}
    by_kind: dict[str, list[str]] = {}
    for relation in entry.relations:
        by_kind.setdefault(names.get(relation.kind, relation.kind), []).append(relation.id)
    for name, ids in by_kind.items():
        yield name, ",".join(ids)
    yield "ids", ",".join(entry.aliases)
