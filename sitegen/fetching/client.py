"""The way to the network: https only, public addresses only, with an end to time, size and redirects."""

import ipaddress
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import httpx

from sitegen.fetching.wanted import FetchError
from sitegen.problems import excerpt
from sitegen.progress import Clock

LARGEST = 5_000_000
"""Bytes of an answer."""
SECONDS = 30.0
"""For one answer with all its redirects; half of that for each wait."""
_REDIRECTS = 8

Resolve = Callable[[str], Iterable[str]]
"""A host's name to its addresses."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came. url: after redirects. media_type: in lower case, without parameters. links: the header `Link`."""

    url: str
    media_type: str
    data: bytes
    links: str = ""


def addresses_of(host: str) -> Iterable[str]:
    """The addresses of a host, as the system knows them."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)]


class Guarded(httpx.BaseTransport):
    """A transport that lets requests to public hosts by https pass, redirected ones too, and no others.

    resolve: None where a proxy looks hosts up; then only addresses written as such can be judged.
    """

    def __init__(self, inner: httpx.BaseTransport, resolve: Resolve | None = addresses_of) -> None:
        self._inner = inner
        self._resolve = resolve

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request on. Raises FetchError where it leads somewhere it should not."""
        host = request.url.host
        if request.url.scheme != "https" or request.url.port not in (None, 443) or request.url.userinfo:
            raise FetchError(f"{excerpt(str(request.url), 200)} is no address that is fetched", "Use one with https.")
        self._refuse_private(host, self._addresses(host))
        response = self._inner.handle_request(request)
        stream = response.extensions.get("network_stream")
        reached = stream.get_extra_info("server_addr") if stream and self._resolve else None
        if isinstance(reached, tuple):
            # A name may have been looked up anew since; this is where the connection really led.
            self._refuse_private(host, [str(reached[0])])
        return response

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()

    def _addresses(self, host: str) -> Iterable[str]:
        """The addresses of a host."""
        try:
            return [str(ipaddress.ip_address(host.strip("[]")))]
        except ValueError:
            pass
        try:
            return self._resolve(host) if self._resolve else []
        except OSError:
            raise FetchError(f"there is no host {excerpt(host)}", "Check the address and the network.") from None

    def _refuse_private(self, host: str, addresses: Iterable[str]) -> None:
        """Raise FetchError where an address belongs to this machine or to a network of its own (RFC 6890)."""
        for address in addresses:
            found = ipaddress.ip_address(address.partition("%")[0])
            if not found.is_global or found.is_multicast:
                raise FetchError(f"{excerpt(host)} is in a private network, and is not asked")


def transport(proxy: str = "") -> httpx.BaseTransport:
    """The transport of the command line. proxy: the address of one that requests go through, "" for none."""
    inner = httpx.HTTPTransport(proxy=proxy or None, retries=1)
    return Guarded(inner, None if proxy else addresses_of)


class Client:
    """Asks one question at a time and reads the whole answer."""

    def __init__(self, transport: httpx.BaseTransport, clock: Clock, agent: str) -> None:
        self._clock = clock
        self._client = httpx.Client(
            transport=transport,
            timeout=httpx.Timeout(SECONDS / 2),
            follow_redirects=True,
            max_redirects=_REDIRECTS,
            headers={"User-Agent": agent, "Accept-Language": "en"},
            trust_env=False,
        )

    def get(self, url: str, accept: str) -> Answer:
        """The answer to a question. Raises FetchError, with the host's name, for everything that is none."""
        host = excerpt(url.partition("://")[2].partition("/")[0])
        try:
            with self._client.stream("GET", url, headers={"Accept": accept}) as response:
                if response.status_code in (404, 410):
                    raise FetchError(f"{host} knows nothing of it", "Check the identifier.")
                if response.status_code != 200:
                    raise FetchError(f"{host} answered {response.status_code}", "Try again later.")
                data = self._read(response, host)
        except httpx.TimeoutException:
            raise FetchError(f"{host} did not answer in time", "Try again later.") from None
        except httpx.TooManyRedirects:
            raise FetchError(f"{host} sends from one address to the next without end") from None
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise FetchError(f"{host} cannot be reached: {excerpt(str(error), 120)}", "Check the network.") from None
        media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return Answer(str(response.url), media_type, data, response.headers.get("Link", "")[:20_000])

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _read(self, response: httpx.Response, host: str) -> bytes:
        """The body, as long as it is neither too large nor too slow."""
        end = self._clock() + SECONDS
        data = bytearray()
        for block in response.iter_bytes():
            data += block
            if len(data) > LARGEST:
                raise FetchError(f"{host} answered with more than {LARGEST:,} bytes")
            if self._clock() > end:
                raise FetchError(f"{host} did not answer in time", "Try again later.")
        return bytes(data)
