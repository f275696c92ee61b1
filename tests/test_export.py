"""Exports on request: what people.toml knows goes into them, and no page offers them."""

from collections.abc import Callable
from xml.etree.ElementTree import fromstring

import pytest

from sitegen.draft import draft
from sitegen.export import export
from tests.conftest import Built

FILES = {
    "content/refs.bib": """\
        @article{quill2020, author = {Quill, Ada}, title = {Toys}, journal = {Journal of Toys}, year = {2020},
          doi = {10.5555/toys.1}}
        """,
    "content/people.toml": """\
        [ada-quill]
        name = "Ada Quill"
        orcid = "0000-0002-1825-0097"
        affiliation = "Toy University"
        """,
    "content/venues.toml": """\
        [journal-of-toys]
        name = "Journal of Toys"
        issn = ["1234-5679"]
        publisher = "Harbour Press"
        """,
    "content/pdf/quill2020.pdf": b"%PDF-1.4\n",
}
Make = Callable[..., Built]


@pytest.mark.parametrize("name", ["jats", "crossref", "datacite"])
def test_a_format_for_deposits_is_known_to_the_command_line_and_to_no_page(name: str, make_site: Make) -> None:
    built = make_site(FILES)
    format_ = draft(built.folder).site.formats[name]
    assert not format_.on_pages
    assert not [path for path in built.paths() if path.endswith(format_.suffix)]
    assert format_.title not in built.text("articles/quill2020/index.html")


def test_a_deposit_says_what_people_and_venues_are_known_by(make_site: Make) -> None:
    site = draft(make_site(FILES).folder).site
    text = export(tuple(site.library.entries.values()), site.formats["jats"], site).text
    root = fromstring(text)
    assert root.findtext(".//contrib-id") == "https://orcid.org/0000-0002-1825-0097"
    assert (root.findtext(".//aff"), root.findtext(".//issn")) == ("Toy University", "1234-5679")
    assert root.findtext(".//publisher-name") == "Harbour Press"
    assert 'xlink:href="https://toy.example/articles/quill2020/quill2020.pdf"' in text


def test_a_deposit_calls_a_journal_as_venues_toml_does_however_an_entry_spells_it(make_site: Make) -> None:
    """An agency refuses a title that is not the one it has for the ISSN."""
    venues = FILES["content/venues.toml"]
    assert isinstance(venues, str)
    spelled = {
        "content/refs.bib": """\
            @article{one, author = {Quill, Ada}, title = {Toys}, journal = {J. Toys}, year = 2020, volume = 1,
              number = 1, doi = {10.5555/toys.1}}
            @article{two, author = {Quill, Ada}, title = {Tops}, journal = {Journal of Toys}, year = 2020, volume = 1,
              number = 1, doi = {10.5555/toys.2}}
            """,
        "content/venues.toml": venues + '        variants = ["J. Toys"]\n',
        "content/site.toml": """\
            title = "Toy"
            url = "https://toy.example/"
            [crossref]
            depositor = "A"
            email = "a@toy.example"
            registrant = "B"
            """,
    }
    site = draft(make_site({**FILES, **spelled}).folder).site
    text = export(tuple(site.library.entries.values()), site.formats["crossref"], site, "20260101000000").text
    assert text.count("<full_title>") == text.count("<full_title>Journal of Toys</full_title>") == 1


def test_other_formats_are_written_as_on_the_pages(make_site: Make) -> None:
    built = make_site(FILES)
    site = draft(built.folder).site
    text = export(tuple(site.library.entries.values()), site.formats["bibtex"], site).text
    assert text == built.text("articles/quill2020/quill2020.bib")
