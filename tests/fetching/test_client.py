"""The way to the network: where it leads, how much it takes, how long it waits; and what pages say."""

from collections.abc import Iterable

import httpx
import pytest

from sitegen.fetching import client as clients
from sitegen.fetching.client import Answer, Client, Guarded
from sitegen.fetching.page import doi_of, entry_of, read_page, record_of
from sitegen.fetching.records import fetched
from sitegen.fetching.wanted import FetchError, Wanted, wanted
from tests.fetching.conftest import CSL, WATSON, World, public


def test_a_redirect_is_followed_to_the_record(client: Client, world: World) -> None:
    world.says("doi.org/10.1/x", "", status=302, Location="https://api.example/works/x")
    world.says("api.example/works/x", WATSON)
    assert fetched(Wanted("doi", "10.1/x"), client).volume == "171"


@pytest.mark.parametrize(
    "target",
    [
        "http://plain.example/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://10.0.0.1/x",
        "https://169.254.169.254/latest/meta-data/",
        "https://inside.example/x",
        "https://user:password@plain.example/x",
        "https://plain.example:8443/x",
        "https://[::ffff:127.0.0.1]/x",
        "file:///etc/passwd",
    ],
)
def test_a_redirect_never_leads_into_a_private_network(client: Client, world: World, target: str) -> None:
    world.says("doi.org/10.1/x", "", status=302, Location=target)
    with pytest.raises(FetchError):
        client.get("https://doi.org/10.1/x", CSL)
    assert [address for address, _ in world.asked] == ["doi.org/10.1/x"]


def test_where_a_connection_really_led_is_looked_at_too(world: World) -> None:
    class Stream:
        def get_extra_info(self, name: str) -> tuple[str, int] | None:
            return ("127.0.0.1", 443) if name == "server_addr" else None

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=b"secret", extensions={"network_stream": Stream()}, request=request)

    asked = Client(Guarded(httpx.MockTransport(answer), public), lambda: 0.0, "test")
    with pytest.raises(FetchError, match="private network"):
        asked.get("https://rebound.example/", CSL)
    assert world.asked == []


def test_a_host_that_is_not_there_is_named() -> None:
    def nobody(host: str) -> Iterable[str]:
        raise OSError(host)

    asked = Client(Guarded(httpx.MockTransport(lambda request: httpx.Response(200)), nobody), lambda: 0.0, "test")
    with pytest.raises(FetchError, match=r"no host nowhere\.example"):
        asked.get("https://nowhere.example/", CSL)


def test_an_answer_has_an_end(client: Client, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clients, "LARGEST", 1000)
    world.says("doi.org/10.1/x", b"x" * 1001)
    with pytest.raises(FetchError, match="more than 1,000 bytes"):
        client.get("https://doi.org/10.1/x", CSL)


def test_redirects_have_an_end(client: Client, world: World) -> None:
    world.says("doi.org/10.1/x", "", status=302, Location="https://doi.org/10.1/x")
    with pytest.raises(FetchError, match="without end"):
        client.get("https://doi.org/10.1/x", CSL)


def test_an_answer_that_drips_has_an_end() -> None:
    times = iter([0.0, 1.0, 99.0])
    answer = httpx.MockTransport(lambda request: httpx.Response(200, content=iter([b"a", b"b", b"c"])))
    asked = Client(Guarded(answer, public), lambda: next(times), "test")
    with pytest.raises(FetchError, match="in time"):
        asked.get("https://slow.example/", CSL)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (httpx.ReadTimeout("slow"), "did not answer in time"),
        (httpx.ConnectError("[SSL] certificate verify failed"), "cannot be reached: .*certificate"),
    ],
)
def test_failures_of_the_network_are_sentences(error: Exception, said: str) -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        raise error

    with pytest.raises(FetchError, match=said):
        Client(Guarded(httpx.MockTransport(fail), public), lambda: 0.0, "test").get("https://a.example/", CSL)


@pytest.mark.parametrize(("status", "said"), [(404, "knows nothing"), (500, "answered 500"), (429, "answered 429")])
def test_a_refusal_is_a_sentence(client: Client, world: World, status: int, said: str) -> None:
    world.says("doi.org/10.1/x", "", status=status)
    with pytest.raises(FetchError, match=said):
        client.get("https://doi.org/10.1/x", CSL)


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"null", b'"x"', b"[" * 100_000, b'{"type": 1}', b"\xff\xfe"])
def test_what_is_no_record_does_no_harm(client: Client, world: World, body: bytes) -> None:
    world.says("doi.org/10.1/x", body)
    with pytest.raises(FetchError, match="no record"):
        fetched(Wanted("doi", "10.1/x"), client)


def test_bibtex_is_understood_where_that_is_what_there_is(client: Client, world: World) -> None:
    world.says("doi.org/10.1/x", "@article{k, title = {T}, doi = {10.1/x}, owner = {me}}", "application/x-bibtex")
    entry = fetched(Wanted("doi", "10.1/x"), client)
    assert (entry.id, entry.title.to_plain(), dict(entry.extra)) == ("", "T", {})


def test_a_page_leads_to_its_doi(client: Client, world: World) -> None:
    world.says("j.example/7", '<meta content="doi:10.1038/171737a0" name="citation_doi">', "text/html; charset=utf-8")
    world.says("doi.org/10.1038/171737a0", WATSON)
    assert fetched(wanted("http://j.example/7"), client).doi == "10.1038/171737a0"


def test_a_page_leads_to_its_record(client: Client, world: World) -> None:
    page = f'<link rel="describedby" type="{CSL}" href="7.json">'
    world.says("j.example/issues/7", page, "text/html")
    world.says("j.example/issues/7.json", WATSON)
    assert fetched(wanted("https://j.example/issues/7"), client).volume == "171"


def test_the_tags_of_a_page_are_enough(client: Client, world: World) -> None:
    tags = {
        "citation_title": "Tides &amp; Moons",
        "citation_author": "Okonkwo, Mina",
        "citation_publication_date": "2021/03/01",
        "citation_journal_title": "Journal of Tides",
        "citation_volume": "4",
        "citation_firstpage": "10",
        "citation_lastpage": "19",
    }
    head = "".join(f"<meta name='{name}' content='{value}'/>" for name, value in tags.items())
    world.says("j.example/7", f"<html><head>{head}</head></html>", "text/html")
    entry = fetched(wanted("https://j.example/7"), client)
    assert entry.title.to_plain() == "Tides & Moons"
    assert (entry.year, entry.volume, entry.page) == (2021, "4", "10–19")
    assert entry.authors[0].to_plain() == "Mina Okonkwo"
    assert entry.link("publisher") == "https://j.example/7"


def test_a_page_that_says_nothing_is_said_so(client: Client, world: World) -> None:
    world.says("j.example/7", "<p>Hello</p>", "text/html")
    with pytest.raises(FetchError, match="says nothing"):
        fetched(wanted("https://j.example/7"), client)


def test_a_header_can_say_what_a_page_does_not() -> None:
    links = f'<https://doi.org/10.1/x>; rel="cite-as", </7.bib>; rel=describedby; type="{CSL}"'
    told = read_page(Answer("https://j.example/7", "text/html", b"", links))
    assert (doi_of(told), record_of(told)) == ("", "https://j.example/7.bib")
    told = read_page(Answer("https://j.example/7", "text/html", b"", links.replace("10.1/x", "10.1234/x")))
    assert doi_of(told) == "10.1234/x"


@pytest.mark.parametrize(
    "text", ["<meta " * 50_000, "<link a=" + '"' * 50_000, "<![" * 50_000, "\0<meta name=x content=>"]
)
def test_hostile_pages_take_no_time(text: str) -> None:
    told = read_page(Answer("https://j.example/", "text/html", text.encode()))
    assert entry_of(told, "https://j.example/") is None
