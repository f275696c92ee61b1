"""Addresses and identifiers: checked and cleaned, or refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text import addresses
from sitegen.text.addresses import doi, doi_url, identifier_url, isbn, issn, orcid, unlatex_address, web_address


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (" HTTP://Example.org ", "http://Example.org"),
        ("http://a.b/é ".strip(), "http://a.b/%C3%A9"),
        ("http://a.b/50%", "http://a.b/50%25"),
        ("http://a.b/%20", "http://a.b/%20"),
        ("http://[::1]:80/", "http://[::1]:80/"),
        ("mailto:a@b.org", "mailto:a@b.org"),
        ("http://bücher.example/", "http://bücher.example/"),
        ('http://a.b/"x', "http://a.b/%22x"),
    ],
)
def test_a_good_address_passes(url: str, expected: str) -> None:
    assert web_address(url) == expected
    assert web_address(expected) == expected


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//host/x",
        "https:host",
        "http:///x",
        "http://",
        "http://user@host/",
        "http://user:pw@host/",
        "http://user:80@host:80/",
        "https:host/",
        "https:///host/",
        "https://" + "a" * 250 + ".example/",
        "https://a.example/" + "x" * 2048,
        "https://é.example/" + "x" * 2048,
        "http://a b/",
        "http://a\\b/",
        "http://a.b/\x00",
        "/path",
        "example.org",
        "http://h:99999/",
        "http://h:x/",
        "ftp://a.b/",
        "http://\u202ea.b/",
        "http://[::1/",
        "mailto:a@b?bcc=c@d",
        "x" * 5000,
        "http://%6a/",
    ],
)
def test_what_may_not_be_followed_is_refused(url: str) -> None:
    assert web_address(url) == ""


@given(st.one_of(st.text(max_size=60), st.text(max_size=60).map(lambda tail: f"http://a.b/{tail}")))
def test_an_address_that_passes_can_stand_in_an_attribute(url: str) -> None:
    passed = web_address(url)
    assert not set(passed) & set(' "<>\\`\n\t{}')
    assert web_address(passed) == passed


@pytest.mark.parametrize(
    ("source", "address"),
    [
        (r"http://a.b/\~{}c\_d\%20\&e\#f", "http://a.b/~c_d%20&e#f"),
        (r"\url{http://a.b}", "http://a.b"),
        ("{http://a.b}", "http://a.b"),
        (r"http://a.b/{\_}c{\textasciitilde}d", "http://a.b/_c~d"),
        (r"http://a.b/$\sim$c", "http://a.b/~c"),
        (r"\href{http://a.b}{text}", "http://a.b"),
        ("http://a.b/hor/{PAR}001", "http://a.b/hor/PAR001"),
        (r"\url{http://a.b/{PAR}001}", "http://a.b/PAR001"),
    ],
)
def test_latex_escapes_in_an_address_are_undone(source: str, address: str) -> None:
    assert unlatex_address(source) == address


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.1000/xyz", "10.1000/xyz"),
        ("https://doi.org/10.1000/xyz.", "10.1000/xyz"),
        ("http://dx.doi.org/10.1000/a%2Fb", "10.1000/a/b"),
        ("doi:10.1000/a_b", "10.1000/a_b"),
        (r"10.5860/crl\_42\_06", "10.5860/crl_42_06"),
        ("{10.1000/x}", "10.1000/x"),
        ("", ""),
        ("n/a", ""),
        (
            "10.1002/(SICI)1097(199808)17:15&lt;1661::AID-1&gt;3.0.CO;2-2",
            "10.1002/(SICI)1097(199808)17:15<1661::AID-1>3.0.CO;2-2",
        ),
        ("https://onlinelibrary.wiley.com/doi/abs/10.1002/abc?x=y", "10.1002/abc"),
        ("javascript:alert('10.1000/x')", ""),
    ],
)
def test_a_doi_is_found_however_it_is_written(text: str, expected: str) -> None:
    assert doi(text) == expected


def test_a_doi_with_odd_signs_has_a_safe_address() -> None:
    assert doi_url('10.1/<a>#"b') == "https://doi.org/10.1/%3Ca%3E%23%22b"


def test_check_digits_are_checked() -> None:
    assert orcid("0000-0002-1694-233X") == "0000-0002-1694-233X"
    assert orcid("https://orcid.org/0000000216942330") == ""
    assert isbn("0-8044-2957-X") == "0-8044-2957-X"
    assert isbn("0-8044-2957-1") == ""
    assert isbn("9783540122340 (pbk)") == "9783540122340"
    assert issn("2434-561x") == "2434-561X"
    assert issn("2434-5611") == ""


@pytest.mark.parametrize(
    ("scheme", "text", "value", "url"),
    [
        ("arxiv", "arXiv:2101.00001v2", "2101.00001v2", "https://arxiv.org/abs/2101.00001v2"),
        ("arxiv", "https://arxiv.org/pdf/hep-th/9901001.pdf", "hep-th/9901001", "https://arxiv.org/abs/hep-th/9901001"),
        ("pmid", "PMID: 123", "123", "https://pubmed.ncbi.nlm.nih.gov/123/"),
        ("pmcid", "pmc123", "PMC123", "https://pmc.ncbi.nlm.nih.gov/articles/PMC123/"),
        ("hal", "https://hal.science/hal-01234567v2", "hal-01234567v2", "https://hal.science/hal-01234567v2"),
        ("handle", "https://hdl.handle.net/1721.1/5", "1721.1/5", "https://hdl.handle.net/1721.1/5"),
        ("jstor", "12345", "12345", "https://www.jstor.org/stable/12345"),
        ("doi", "doi:10.1000/x", "10.1000/x", "https://doi.org/10.1000/x"),
        ("nosuch", "x", "", ""),
    ],
)
def test_identifiers_are_checked_and_lead_somewhere(scheme: str, text: str, value: str, url: str) -> None:
    assert addresses.identifier(scheme, text) == value
    assert identifier_url(scheme, value) == url


@given(st.text(max_size=80))
def test_no_text_makes_a_check_fail(text: str) -> None:
    for check in (doi, orcid, isbn, issn, *(check for _, _, check in addresses.SCHEMES_OF_IDENTIFIERS.values())):
        assert isinstance(check(text), str)


_PLAIN = st.from_regex(r"https?://[a-z0-9.-]{0,12}(/[A-Za-z0-9%?#.&;:@~_-]{0,12})?", fullmatch=True)


@given(_PLAIN)
def test_an_address_with_nothing_to_encode_stays_as_it_is(address: str) -> None:
    assert web_address(address) in ("", address, address.replace("%", "%25")) or "%" in address
    assert web_address(f" {address}") == web_address(address)
