"""What a site's DOIs and links lead to: which are asked for, and what is said of the answers. Nothing here asks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.model.entry import Entry, LinkKind
from sitegen.model.library import Library
from sitegen.problems import Code, Problem, excerpt
from sitegen.text.addresses import doi_url

CODES: dict[str, Code] = {
    "dead-link": Code(
        "warning",
        "A web address leads to nothing: its server says that there is no such page (404), or no more (410).",
        "Correct the address, or name a copy in an archive.",
    ),
    "dead-doi": Code("warning", "A DOI is not registered: doi.org knows nothing of it.", "Correct the DOI."),
    "moved-link": Code("info", "A web address leads to another one for good.", "Write the new address."),
    "unreachable-link": Code(
        "info",
        "A web address could not be asked for: its server refused, failed or kept silent, as many do to programs.",
        "Open it in a browser.",
    ),
    "private-address": Code(
        "warning",
        "A web address leads into a private network, where no reader can follow it; it was not asked for.",
        "Name a public address.",
    ),
}
"""By code, the word that people put in `[check] ignore`."""
FIELDS: Mapping[LinkKind, tuple[str, ...]] = {
    "pdf": ("pdf", "url_pdf", "file", "url"),
    "publisher": ("url", "url_html", "ee"),
    "website": ("url", "html", "website", "howpublished"),
    "preprint": ("url_preprint", "eprint", "url"),
    "code": ("code", "url_code", "github", "url"),
    "data": ("data", "dataset", "url_dataset", "url"),
    "slides": ("slides", "url_slides", "url"),
    "poster": ("poster", "url_poster", "url"),
    "video": ("video", "url_video", "url"),
    "supplement": ("supp", "supplement", "url"),
}
"""By kind of link: the fields that mostly name it."""
_GONE = (404, 410)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for an address.

    status: of HTTP, 0 when there was no answer. address: where it leads for good, "" when it stays.
    failure: why there was no answer, in a few words. private: whether it leads into a private network.
    asked: the day, YYYY-MM-DD.
    """

    status: int = 0
    address: str = ""
    failure: str = ""
    private: bool = False
    asked: str = ""

    @property
    def is_good(self) -> bool:
        """Whether there is something at the address."""
        return 200 <= self.status < 400


@dataclass(frozen=True, slots=True)
class Target:
    """An address of one entry. doi: the DOI that it stands for, "" for a link. fields: that may name it."""

    url: str
    entry: Entry
    doi: str = ""
    fields: tuple[str, ...] = ()


def targets(library: Library) -> Iterator[Target]:
    """Every DOI and every web address of the entries."""
    for entry in library.entries.values():
        if entry.doi:
            yield Target(doi_url(entry.doi), entry, entry.doi, ("doi", "url"))
        for link in entry.links:
            if link.url.startswith(("http://", "https://")):
                yield Target(link.url, entry, "", FIELDS.get(link.kind, ("url",)))


def problems(library: Library, answers: Mapping[str, Answer]) -> Iterator[Problem]:
    """What is to be said of the answers, at every entry that has the address."""
    for target in targets(library):
        answer = answers.get(target.url)
        if answer:
            code, said = _verdict(target, answer)
            if code:
                known = CODES[code]
                yield Problem(
                    code,
                    said,
                    target.entry.place,
                    known.hint,
                    known.level,
                    target.entry.id,
                    fields=target.fields,
                )


def _verdict(target: Target, answer: Answer) -> tuple[str, str]:
    """The code and the message; both "" where all is well."""
    shown = excerpt(target.doi or target.url, 120)
    if answer.private:
        return "private-address", f"{shown} leads into a private network"
    if answer.status in _GONE:
        if target.doi:
            return "dead-doi", f"the DOI {shown} is not registered"
        return "dead-link", f"{shown} leads to nothing ({answer.status})"
    if not answer.is_good:
        return "unreachable-link", f"{shown} gave no page: {excerpt(answer.failure) or answer.status}"
    if answer.address and not target.doi:
        return "moved-link", f"{shown} has moved to {excerpt(answer.address, 120)}"
    return "", ""
