"""What somebody asks for: a DOI, an arXiv number, an ISBN, or the address of a page."""

from dataclasses import dataclass
from typing import Literal

from sitegen.problems import SitegenError, excerpt
from sitegen.text.addresses import arxiv, doi, is_wrong_isbn, isbn, web_address

Kind = Literal["doi", "arxiv", "isbn", "url"]


class FetchError(SitegenError):
    """A record could not be had, or is there already; exit code 1."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for. value: a bare DOI, an arXiv number, an ISBN as written, or an https address."""

    kind: Kind
    value: str


def wanted(text: str) -> Wanted:
    """What a word of the command line asks for. Raises SitegenError for anything else.

    >>> wanted("https://doi.org/10.1038/171737a0"), wanted("arXiv:1706.03762v5")
    (Wanted(kind='doi', value='10.1038/171737a0'), Wanted(kind='arxiv', value='1706.03762v5'))
    """
    text = text.strip()
    if found := arxiv(text):
        return Wanted("arxiv", found)
    if found := doi(text):
        return Wanted("doi", found)
    if found := isbn(text):
        return Wanted("isbn", found)
    address = web_address(text)
    if address.startswith(("http://", "https://")):
        return Wanted("url", "https://" + address.partition("://")[2])
    if is_wrong_isbn(text):
        raise SitegenError(
            f"{excerpt(text)!r} looks like an ISBN, but its check digit is wrong",
            "Compare it with the number on the book: a digit is mistyped, or two have changed places.",
        )
    raise SitegenError(
        f"{excerpt(text)!r} is no DOI, arXiv number, ISBN or web address", "Give one like 10.1038/171737a0."
    )
