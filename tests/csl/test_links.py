"""The DOI and the address in a reference."""

from sitegen.csl import linked, style
from sitegen.text.rich import Text

ITEM = {"type": "article-journal", "title": "T", "DOI": "10.5555/a<1:b'c>2", "URL": "https://example.org/x?a='1'"}


def test_a_doi_and_an_address_keep_all_their_signs() -> None:
    shown = style("apa", "en-US").reference(ITEM).to_plain()
    assert shown.endswith("https://doi.org/10.5555/a<1:b'c>2")


def test_a_doi_leads_to_its_resolver_however_a_style_prints_it() -> None:
    for name, words in (("apa", "https://doi.org/10.5555/12"), ("american-medical-association", "doi:10.5555/12")):
        item = {"type": "book", "title": "T", "DOI": "10.5555/12"}
        html = linked(style(name, "en-US").reference(item), item).to_html()
        assert f'<a href="https://doi.org/10.5555/12">{words}</a>' in html


def test_an_address_that_may_not_be_followed_stays_words() -> None:
    text = Text(("See javascript:alert(1)",))
    assert linked(text, {"URL": "javascript:alert(1)", "DOI": ["x"]}) == text


def test_text_without_addresses_is_the_same_text() -> None:
    text = Text(("Doe. T.",))
    assert linked(text, {"URL": "https://example.org/"}) == text
