"""Numbers and addresses by which a work is found: DOI, ISBN, ISSN, archives, links, files."""

import re
from collections.abc import Callable

from sitegen.formats.bibtex import fields as known
from sitegen.formats.bibtex.facts import Facts
from sitegen.formats.bibtex.links import Refused, addresses, files, is_doi_of, is_only_url, kind_of, target, url_in_text
from sitegen.formats.bibtex.values import listed
from sitegen.formats.bibtex.words import plain
from sitegen.model.entry import LinkKind, WebLink
from sitegen.model.links import usual_kind
from sitegen.problems import excerpt
from sitegen.text.addresses import arxiv, doi, identifier, isbn, issn, parted_numbers, unlatex_address, web_address
from sitegen.text.repeated import Repeated
from sitegen.text.rich import Text

_BARE_DOI = re.compile(r"10\.\d{4,9}/[-\w./:]*[\w/]", re.ASCII)
_ARXIV_WITHIN = re.compile(r"(?<![\d.])(\d{4}\.\d{4,5}(?:v\d{1,3})?|[a-z-]{2,20}(?:\.[A-Z]{2})?/\d{7})(?!\d)")
_ARXIV_JOURNAL = re.compile(r"arxiv\b[\s,]*(?:e-?prints?|preprints?)?[\s,:]*(?:arxiv\s*:?\s*)?", re.IGNORECASE)
_DOI_ADDRESS = "https://doi.org/"
_ISSN = re.compile(r"\b\d{4}-\d{3}[\dXx]\b")
_BINDING = re.compile(r"\([^()]*+\)")
_FEWEST_DIGITS = 7
"""So many stand before the check digit of an ISSN."""
_STRICT = frozenset({"arxiv", "pmid", "pmcid", "hal", "handle"})
"""Schemes whose fields hold nothing else; a call number in `lccn` is no mistake."""


def identify(facts: Facts) -> None:
    """Read identifiers, addresses and files of an entry; `url` last, because one that repeats a DOI is left out."""
    values = facts.values
    if "doi" in values:
        _doi(facts, values["doi"])
    for name in ("isbn", "issn"):
        if name in values:
            _numbers(facts, name, values[name])
    if facts.csl == "article":
        _preprint(facts)
    if "eprint" in values:
        _eprint(facts, values["eprint"])
    _named_fields(facts)
    for name in ("file", "url", "howpublished", "ee"):
        if name in values:
            (_files if name == "file" else _urls)(facts, name, values[name])


def _named_fields(facts: Facts) -> None:
    """Fields whose name says what they identify or lead to."""
    values = facts.values
    for name in list(values):
        read = _READER_OF[name]
        if read:
            read(facts, name, values[name])


def _doi(facts: Facts, source: str) -> None:
    """The DOI, bare."""
    if _BARE_DOI.fullmatch(source):
        facts.put("doi", "doi", source)
        return
    found = doi(source)
    if not found:
        facts.record.note("bad-doi", f"{excerpt(source)!r} is no DOI; it is not linked as one", "doi")
        if web_address(unlatex_address(source)):
            _urls(facts, "doi", source)
        return
    facts.put("doi", "doi", found)
    if found != unlatex_address(source):
        facts.record.note("doi-as-address", f"the DOI {excerpt(source)!r} was read as {excerpt(found)!r}", "doi")


def _numbers(facts: Facts, name: str, source: str) -> None:
    """ISBNs and ISSNs, which people mix up; the source stays where one of them is wrong."""
    check, other, others = (isbn, issn, "issn") if name == "isbn" else (issn, isbn, "isbn")
    whole = check(plain(source[:200]))
    pieces = [piece for piece in listed(_BINDING.sub(";", source)) if _has_digits(piece)] or [source]
    if len(pieces) < 2:
        pieces = parted_numbers(plain(source[:1_000])) or pieces
    if whole and len(pieces) < 2:
        facts.known[name] = (*facts.known.get(name, ()), whole)
        facts.values.pop(name)
        return
    if name == "issn" and not all(check(piece) or other(piece) for piece in pieces):
        found = _ISSN.findall(source)
        pieces = found if len(found) >= len(pieces) else pieces
    good = True
    for piece in pieces:
        if check(piece):
            facts.known[name] = tuple(dict.fromkeys((*facts.known.get(name, ()), check(piece))))
        elif other(piece):
            facts.known[others] = tuple(dict.fromkeys((*facts.known.get(others, ()), other(piece))))
        else:
            facts.record.note(
                f"bad-{name}", f"{excerpt(piece)!r} is no {name.upper()}: its check digit or its length is wrong", name
            )
            good = False
    if good:
        facts.values.pop(name)


def _has_digits(piece: str) -> bool:
    """Whether a piece of a list is meant to be a number and not a binding or a price."""
    return sum(map(str.isdigit, piece)) >= _FEWEST_DIGITS


def _preprint(facts: Facts) -> None:
    """A journal that is a preprint server's name with a number behind it ("arXiv preprint arXiv:2101.00001")."""
    container = facts.known.get("container_title")
    if not container:
        return
    shown = container.to_plain()[:300]
    begins = _ARXIV_JOURNAL.match(shown)
    volume = facts.known.get("volume", "")
    within = _ARXIV_WITHIN.search(shown) if begins else None
    if within and arxiv(within[1]):
        facts.identifiers["arxiv"] = arxiv(within[1])
        facts.known["container_title"] = Text.of("arXiv")
    elif volume.startswith("abs/") and arxiv(volume.removeprefix("abs/")):
        facts.identifiers["arxiv"] = arxiv(volume.removeprefix("abs/"))
        facts.known.pop("volume")
    elif begins and begins.end() == len(shown):
        facts.known["container_title"] = Text.of("arXiv")


def _eprint(facts: Facts, source: str) -> None:
    """An archive's number, or the address that journals' platforms write there."""
    values = facts.values
    if source.lower().startswith(("http:", "https:", "www.")) and not arxiv(source):
        if _urls(facts, "eprint", source, "preprint"):
            values.pop("eprint", None)
        return
    archive = (values.get("eprinttype") or values.get("archiveprefix", "")).strip("{} ").lower()
    scheme = known.ARCHIVES.get(archive, "" if archive else "arxiv")
    found = identifier(scheme, source.strip("{}")) if scheme else ""
    if not found and scheme == "arxiv" and "/" not in source:
        # Before 2007 the number was counted in each archive, whose name people put in a field of its own.
        section = (values.get("primaryclass") or values.get("eprintclass", "")).partition(".")[0].strip()
        found = arxiv(f"{section}/{source}") if section else ""
    if not found:
        if scheme and archive:
            facts.record.note(
                "bad-identifier",
                f"{excerpt(source)!r} is no identifier of {excerpt(archive)}; it is not linked",
                "eprint",
            )
        return
    _know(facts, scheme, found)
    for name in ("eprint", "eprinttype", "archiveprefix"):
        values.pop(name, None)


def _know(facts: Facts, scheme: str, found: str) -> None:
    """An identifier; the first of a scheme counts, unless a later one says its version too."""
    if found.startswith(f"{facts.identifiers.setdefault(scheme, found)}v"):
        facts.identifiers[scheme] = found


def _identifier(facts: Facts, name: str, source: str) -> None:
    """An identifier in a field of its own."""
    scheme = known.IDENTIFIERS[name]
    if scheme in ("mrnumber", "zbl"):
        source = source.partition("(")[0].replace(" ", "").removeprefix("MR").removeprefix("Zbl")
    found = identifier(scheme, source)
    if found:
        _know(facts, scheme, found)
        if "(" not in facts.values[name] or scheme != name:
            facts.values.pop(name)
    elif scheme in _STRICT:
        facts.record.note(
            "bad-identifier", f"{name} = {excerpt(source)!r} is no such identifier; it is not linked", name
        )


def _named_link(facts: Facts, name: str, source: str) -> None:
    """An address or a file in a field of its own."""
    _link(facts, name, known.LINKS[name], source)


def _link(facts: Facts, name: str, kind: LinkKind, source: str, label: str = "") -> None:
    """A field that names one address or one file, such as `pdf`, `code`, `slides`."""
    if kind in ("website", "software", "data", "other", "code", "blog", "preprint") and not _is_place(source):
        return
    found = target(kind, source, label)
    if isinstance(found, Refused):
        _refuse(facts, name, found)
        return
    if isinstance(found, WebLink):
        facts.links.append(found)
    else:
        facts.attachments.append(found)
    facts.values.pop(name, None)


def _is_place(source: str) -> bool:
    """Whether a value can be an address or a file: one word with a point or slash (`dataset = {ImageNet}` is none)."""
    return not any(char.isspace() for char in source) and ("/" in source or "." in source)


def _labelled(facts: Facts, name: str, source: str) -> None:
    """A button with the owner's own label (`url_Reviews`, `customlinkreviews`)."""
    label = name
    for begin in known.LABELLED:
        label = label.removeprefix(begin)
    _link(facts, name, "other", source, label.replace("_", " ").strip().capitalize())


def _reader(name: str) -> Callable[[Facts, str, str], None] | None:
    """Who reads a field that says what it identifies or leads to; None for any other."""
    if name in known.IDENTIFIERS:
        return _identifier
    if name in known.LINKS:
        return _named_link
    return _labelled if name.startswith(known.LABELLED) else None


_READER_OF = Repeated(_reader, most=1 << 12)


def _files(facts: Facts, name: str, source: str) -> None:
    """Files as reference managers list them."""
    facts.values.pop(name)
    for label, path in facts.most("links", name, list(files(source))):
        if not path:
            continue
        found = target(
            "other", path, plain(label) if label.lower() not in ("full text", "full text pdf", "pdf") else ""
        )
        if isinstance(found, Refused):
            _refuse(facts, name, found)
            continue
        address = found.url if isinstance(found, WebLink) else f"file:///{found.path}"
        kind = kind_of(address, "other")
        changed = type(found)(
            kind, found.url if isinstance(found, WebLink) else found.path, "" if kind == "pdf" else found.label
        )
        if isinstance(changed, WebLink):
            facts.links.append(changed)
        else:
            facts.attachments.append(changed)


def _refuse(facts: Facts, name: str, refused: Refused) -> None:
    """Note what may not be linked."""
    if refused.outside:
        facts.record.note(
            "file-outside",
            f"{name} names {excerpt(refused.source)!r}, a file outside the site's folder; it was left out",
            name,
        )
        facts.values.pop(name, None)
    else:
        facts.record.note(
            "bad-address", f"{name} = {excerpt(refused.source)!r} may not be linked; it is kept as text", name
        )


def _urls(facts: Facts, name: str, source: str, usual: LinkKind | None = None) -> bool:
    """Addresses of the work itself; whether all were good. One that only repeats the DOI or arXiv number goes."""
    if name == "howpublished":
        source = url_in_text(source) if is_only_url(source) else ""
    if source.startswith(_DOI_ADDRESS) and source[len(_DOI_ADDRESS) :] == facts.known.get("doi"):
        facts.values.pop(name, None)
        return True
    usual = usual or usual_kind(facts.csl)
    found = refused = False
    for url in facts.most("links", name, list(addresses(source))):
        if isinstance(url, Refused) and not facts.known.get("doi") and _BARE_DOI.fullmatch(url.source):
            facts.known["doi"] = url.source
            found = True
            continue
        if isinstance(url, Refused):
            _refuse(facts, name, url)
            refused = True
            continue
        found = True
        number = arxiv(url) if "arxiv" in url.lower() else ""
        if number and "arxiv" not in facts.identifiers:
            facts.identifiers["arxiv"] = number
        own_doi = facts.known.get("doi", "")
        if not own_doi and "doi.org/10." in url and doi(url):
            facts.known["doi"] = own_doi = doi(url)
        if (
            not is_doi_of(url, own_doi)
            and number.partition("v")[0] != facts.identifiers.get("arxiv", "?").partition("v")[0]
        ):
            facts.links.append(WebLink(kind_of(url, usual), url))
    if found and not refused:
        facts.values.pop(name, None)
    return found and not refused
