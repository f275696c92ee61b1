"""A library whose every part is hostile: each field, key, name, page, file name and value of the configuration."""

import json
import re
from collections.abc import Iterator
from itertools import cycle, islice

from tests.safety.payloads import MARKDOWN, PATHS, PAYLOADS

Files = dict[str, str | bytes]
_FIELDS = [
    "title",
    "subtitle",
    "shorttitle",
    "author",
    "editor",
    "translator",
    "bookauthor",
    "journal",
    "journaltitle",
    "booktitle",
    "maintitle",
    "series",
    "volume",
    "number",
    "issue",
    "pages",
    "pagetotal",
    "eid",
    "chapter",
    "edition",
    "version",
    "year",
    "month",
    "date",
    "urldate",
    "origdate",
    "eventdate",
    "publisher",
    "school",
    "institution",
    "organization",
    "address",
    "location",
    "venue",
    "howpublished",
    "type",
    "genre",
    "language",
    "langid",
    "doi",
    "url",
    "eprint",
    "eprinttype",
    "archiveprefix",
    "primaryclass",
    "isbn",
    "issn",
    "pmid",
    "pmcid",
    "hal",
    "handle",
    "jstor",
    "mrnumber",
    "zbl",
    "bibcode",
    "swh",
    "googlebooks",
    "urn",
    "abstract",
    "annote",
    "annotation",
    "note",
    "addendum",
    "comment",
    "keywords",
    "topics",
    "mesh",
    "file",
    "pdf",
    "video",
    "code",
    "slides",
    "website",
    "html",
    "dataset",
    "poster",
    "supplement",
    "image",
    "preview",
    "bibtex_show",
    "selected",
    "award",
    "additional_info",
    "license",
    "copyright",
    "affiliation",
    "orcid",
    "authorid",
    "crossref",
    "xdata",
    "related",
    "relatedtype",
    "preprint_of",
    "erratum_of",
    "cites",
    "references",
    "slug",
    "key",
    "sortkey",
    "shorthand",
    "label",
    "aliases",
    "ids",
    "status",
    "pubstate",
    "options",
    "layout",
    "output",
    "items",
    "permalink",
    "url_path",
    "__class__",
    "constructor",
    "funding",
    "grant",
    "venue_acronym",
    "eventtitle",
    "titleaddon",
    "issuetitle",
    "origtitle",
    "abbr",
    "altmetric",
    "dimensions",
    "arxiv",
]
_TYPES = ("article", "book", "inproceedings", "phdthesis", "misc", "software", "dataset", "techreport", "patent")
_VARIABLES = [
    "title",
    "title-short",
    "container-title",
    "container-title-short",
    "collection-title",
    "event-title",
    "original-title",
    "volume",
    "issue",
    "page",
    "number",
    "version",
    "edition",
    "publisher",
    "publisher-place",
    "event-place",
    "genre",
    "medium",
    "abstract",
    "note",
    "annote",
    "keyword",
    "language",
    "DOI",
    "URL",
    "ISBN",
    "ISSN",
    "PMID",
    "PMCID",
    "archive",
    "archive_location",
    "call-number",
    "citation-label",
    "source",
    "status",
    "license",
    "section",
    "references",
    "dimensions",
    "scale",
    "categories",
    "custom",
]
_TAGS = [
    "TI",
    "T1",
    "T2",
    "T3",
    "JO",
    "JF",
    "JA",
    "AU",
    "A1",
    "A2",
    "ED",
    "PB",
    "CY",
    "PY",
    "Y1",
    "DA",
    "VL",
    "IS",
    "SP",
    "EP",
    "SN",
    "DO",
    "UR",
    "L1",
    "L2",
    "L3",
    "L4",
    "AB",
    "N1",
    "N2",
    "KW",
    "LA",
    "M1",
    "M3",
    "C1",
    "ID",
    "AN",
    "DB",
    "DP",
]


def bibtex() -> str:
    """Entries whose fields all hold payloads, so that each payload stands in many fields and each field has many."""
    values = cycle([_in_braces(each) for each in PAYLOADS])
    entries = []
    for at, payload in enumerate(PAYLOADS[::3]):
        chosen = _FIELDS[at % 3 :: 3] if at % 2 else _FIELDS
        fields = [f"  {field} = {{{next(values)}}}" for field in islice(cycle(chosen), at, at + len(chosen) // 2)]
        sure = [f"  title = {{{_in_braces(payload)}}}", f"  year = {{{1900 + at % 120}}}"]
        entries.append(f"@{_TYPES[at % 9]}{{{_as_key(payload, at)},\n" + ",\n".join([*sure, *fields]) + "\n}\n")
        next(values)
    return "\n".join([*entries, *_odd_entries()])


def _in_braces(text: str) -> str:
    """A text as a value in braces can hold it: unpaired braces go."""
    return text if _pairs(text) else text.replace("{", "").replace("}", "")


def _pairs(text: str) -> bool:
    depth = 0
    for sign in re.findall("[{}]", text):
        depth += 1 if sign == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _as_key(text: str, number: int) -> str:
    """A text as a key can hold it."""
    return re.sub(r"[\s,{}%#\\~]", "", text)[:80] + str(number)


def _odd_entries() -> Iterator[str]:
    """Payloads where the syntax itself is bent: types, names of fields, strings, comments, preambles, doubled values."""  # noqa: E501
    for at, payload in enumerate(PAYLOADS[::8]):
        word = re.sub(r"[\s,{}%#=\"'()\\]", "", payload)[:40]
        yield f"@{word}{{odd{at}, title = {{Odd {at}}}, year = 2001, author = {{Odd, Ann}}}}"
        yield f"@misc{{field{at}, title = {{Field {at}}}, year = 2002, {word} = {{{_in_braces(payload)}}}}}"
        yield f'@string{{s{at} = "{_in_braces(payload).replace(chr(34), "")}"}}'
        yield f"@misc{{string{at}, title = s{at} # {'{x}'} # s{at}, author = s{at}, keywords = s{at}}}"
        yield f"@comment{{{_in_braces(payload)}}} @preamble{{{{{_in_braces(payload)}}}}}"
        yield f'@misc{{open{at}, title = "{payload}'


def names() -> str:
    """Every payload as a name, in one of the forms that names have."""
    made = []
    for at, payload in enumerate(PAYLOADS):
        text = _in_braces(payload.replace(" and ", " ")[:200]).replace(",", "")
        form = (f"{text}, {text}", f"{{{text}}}", f"{text}, Jr, X", f"Doe, {text}")[at % 4]
        made.append(
            f"@article{{names{at}, title = {{Names {at}}}, journal = {{{text}}}, year = 2000,"
            f" author = {{{form}}}, keywords = {{{text}, y; {text}}}}}"
        )
    return "\n".join(made)


def csl_json() -> str:
    """Every payload in variables of CSL-JSON, which can hold any character."""
    values = cycle(PAYLOADS)
    items = []
    for payload in PAYLOADS[1::3]:
        item: dict[str, object] = {variable: next(values) for variable in _VARIABLES}
        next(values)
        item |= {"id": payload, "type": "article-journal", "title": payload}
        item["author"] = [{"family": payload, "given": next(values)}, {"literal": next(values), "ORCID": next(values)}]
        item["issued"] = {"raw": next(values), "date-parts": [[1999]]}
        item["link"] = [{"URL": next(values), "content-type": next(values)}]
        items.append(item)
    return json.dumps(items)


def ris() -> str:
    """Every payload behind the tags of RIS."""
    values = cycle(PAYLOADS)
    records = []
    for payload in PAYLOADS[2::3]:
        tags = [f"{tag}  - {next(values)}" for tag in _TAGS]
        records.append("\n".join(["TY  - JOUR", f"TI  - {payload}", *tags, "ER  - "]))
        next(values)
    return "\n\n".join(records)


def _toml(text: str) -> str:
    """A text as a basic string of TOML."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def site_toml() -> str:
    """A configuration whose every value that may be any text is a payload."""
    first = PAYLOADS[0]
    redirects = [f"{_toml(f'old/{at}/{payload}')} = {_toml(payload)}" for at, payload in enumerate(PAYLOADS)]
    withdrawn = [f"{_toml(f'gone/{at}/{payload}')} = {_toml(payload)}" for at, payload in enumerate(PAYLOADS)]
    return "\n".join(
        (
            f"title = {_toml(first + PAYLOADS[30])}",
            f"tagline = {_toml(PAYLOADS[31])}",
            f"description = {_toml(PAYLOADS[76])}",
            'url = "https://hostile.example/"',
            f"me = {json.dumps([PAYLOADS[at] for at in (5, 50, 80)])}",
            f"image_alt = {_toml(PAYLOADS[71])}",
            "remote_pdfs = true",
            "abstracts_in_search = true",
            "home_limit = 60",
            "[pages]",
            "data_quality = true",
            "[redirects]",
            *redirects,
            "[withdrawn]",
            *withdrawn,
            *_lists(),
        )
    )


def _lists() -> Iterator[str]:
    """Lists of works with payloads as titles, texts and queries."""
    for at, payload in enumerate((*MARKDOWN[:8], PAYLOADS[2], PAYLOADS[27])):
        yield (
            f"[[lists]]\npath = {_toml(f'list {at} {payload}')}\ntitle = {_toml(payload)}\ntext = {_toml(payload)}\n"
            f'description = {_toml(payload)}\nquery = {_toml("x " + payload[:40])}\nnavigation = ""\nlimit = 5'
        )


def people_toml() -> str:
    """A person for each payload, who is called so, is at home there and has it as ORCID iD."""
    return "\n".join(
        f"[{_toml(f'{payload} {at}')}]\nname = {_toml(payload or 'x')}\nhomepage = {_toml(payload)}\norcid = {_toml(payload)}\n"  # noqa: E501
        f"affiliation = {_toml(payload)}\nvariants = [{_toml(payload + ' Doe')}]"
        for at, payload in enumerate(PAYLOADS)
    )


def venues_toml() -> str:
    """A venue for each payload."""
    return "\n".join(
        f"[{_toml(f'{payload} {at}')}]\nname = {_toml(payload or 'x')}\nhomepage = {_toml(payload)}\npublisher = {_toml(payload)}\n"  # noqa: E501
        f"abbreviation = {_toml(payload)}\nissn = [{_toml(payload)}]\nvariants = [{_toml(f'Venue {at}')}]"
        for at, payload in enumerate(PAYLOADS)
    )


def pages() -> Files:
    """Markdown pages: every payload in the text, in the settings, in lists of works and in the page's own name."""
    every = (*MARKDOWN, *PAYLOADS)
    made: Files = {
        "index.md": "# Home\n\n" + "\n\n".join(every),
        "all.md": "\n\n".join(f"## {each}\n\n* {each}\n\n> {each}\n\n`{each}`" for each in every),
        "blocks.md": "\n\n".join(
            f"```works\ntitle = {_toml(each)}\nquery = {_toml(each[:60])}\nlimit = 2\n```" for each in every
        ),
        "links.md": "\n\n".join(f"[x]({each}) ![y](<{each}>) [z]: {each}" for each in every),
    }
    for at, each in enumerate(every):
        line = " ".join(each.split())
        name = re.sub(r"[/\x00-\x1f]", "", each)[:40].strip(". ") or "x"
        made[f"{at} {name}.md"] = f"---\ntitle: {line}\ndescription: {line}\nlayout: {line}\n---\n\n{each}\n"
    return made


def attachments() -> Files:
    """Files that are no harmless attachments, or whose names do harm."""
    page = b"<!doctype html><script>window.owned=1</script><img class=owned src=//evil.example/x>"
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='window.owned=1'><script>window.owned=1</script></svg>"
    endings = "html htm xhtml xht shtml svg svgz xml xsl xslt js mjs css swf jar hta mht php wasm webmanifest rss atom htaccess"  # noqa: E501
    made: Files = {f"static/evil.{ending}": svg if "svg" in ending else page for ending in endings.split()}
    made |= {f"pdf/{ending}.pdf": page for ending in ("fake", "names1")} | {
        "static/evil.html.pdf": page,
        "static/evil": page,
    }
    made |= {
        f"static/page.{ending}": page for ending in ("png", "jpg", "gif", "webp", "txt", "zip", "json", "csv", "dat")
    }
    for at, payload in enumerate((*PATHS, *PAYLOADS[::5])):
        name = re.sub(r"[/\x00]", "", payload)[:60] or "x"
        made[f"static/{at}{name}.txt"] = b"words"
        made[f"pdf/{at}{name}.pdf"] = b"%PDF-1.7\n" + page
    return made


def library() -> Files:
    """All files of the site, below its folder."""
    content: Files = {
        "site.toml": site_toml(),
        "people.toml": people_toml(),
        "venues.toml": venues_toml(),
        "fields.bib": bibtex().encode("utf-8", "replace"),
        "names.bib": names().encode("utf-8", "replace"),
        "<img class=owned src=x onerror=window.owned=1>.bib": "@misc{named, title = {In a file with a bad name}}\n",
        "items.json": csl_json(),
        "records.ris": ris().encode("utf-8", "replace"),
        **pages(),
        **attachments(),
    }
    return {f"content/{path}": data.encode() if isinstance(data, str) else data for path, data in content.items()}
