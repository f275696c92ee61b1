"""What can differ between a built site and its sources, by code."""

from collections.abc import Mapping

from sitegen.problems import Code

HINT = "Run `sitegen build` and check again; if it stays, report the entry and this message."
OWN_ADDRESS = "Correct the address in the content, or lead it on under [redirects] in site.toml."


def _differs(what: str) -> Code:
    """A fact that a page or an export tells otherwise than the source."""
    return Code("error", f"The {what} on a page or in an export of the built site differs from the source.", HINT)


CODES: Mapping[str, Code] = {
    "page-missing": Code("error", "A work has no page in the built site.", HINT),
    "export-missing": Code("error", "A file of records is not in the built site.", HINT),
    "title-differs": _differs("title"),
    "names-differ": _differs("list of names"),
    "abstract-differs": _differs("abstract"),
    "formulas-differ": _differs("number of formulas"),
    "year-differs": _differs("year"),
    "doi-differs": _differs("DOI"),
    "container-differs": _differs("name of the journal or book"),
    "volume-differs": _differs("volume"),
    "issue-differs": _differs("issue"),
    "pages-differ": _differs("range of pages"),
    "keywords-differ": _differs("list of keywords"),
    "field-lost": Code("error", "What a field says stands neither on the page nor in the record.", HINT),
    "link-lost": Code("error", "An address that the source gives is not on the page.", HINT),
    "record-differs": Code("error", "A record on a page or in a list is not the record in the work's own file.", HINT),
    "dead-link": Code("error", "A link within the built site leads to nothing.", HINT),
    "raw-tex": Code("error", "TeX that should have been converted is left on a page.", HINT),
}
