"""Works that some lists go without."""

from sitegen.checks.left_out_of_lists import CHECK
from sitegen.config import SiteConfig
from sitegen.formats.bibtex import FORMAT as BIBTEX
from sitegen.formats.csl_json import FORMAT as CSL_JSON
from sitegen.model.entry import Entry
from sitegen.model.library import Library
from sitegen.site import Site
from sitegen.words import Words


def messages(*types: str) -> list[str]:
    library = Library(entries={str(at): Entry(id=str(at), type=kind) for at, kind in enumerate(types)})
    formats = {format_.name: format_ for format_ in (BIBTEX, CSL_JSON)}
    site = Site(library=library, config=SiteConfig(), words=Words(), formats=formats)
    return [problem.message for problem in CHECK.run(site)]


def test_software_is_told_once_for_the_format_that_goes_without_it() -> None:
    assert messages("book", "software", "software") == [
        (
            "library.json and other lists in CSL-JSON go without works of the type software (2): "
            "Zotero refuses a whole file for one"
        )
    ]


def test_a_library_without_software_is_told_nothing() -> None:
    assert messages("book", "dataset") == []
