"""One question to the web, asked with httpx: HEAD, then GET where HEAD is refused, and never into a private network."""

import ipaddress
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from sitegen.problems import SitegenError
from sitegen.reach import Answer
from sitegen.text.addresses import web_address

if TYPE_CHECKING:
    import httpx

SECONDS = 10.0
MOST_HOPS = 5
DOI_HOST = "doi.org"
"""Where only the first answer counts: a registered DOI is redirected, whatever the publisher's server then says."""
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_FOR_GOOD = frozenset((301, 308))
_PAGES = frozenset((200, 203, 204, 206, 404, 410))
"""Answers to HEAD that are believed; some servers refuse HEAD with any other."""
_ASKED_AGAIN = frozenset((404, 410))
"""Answers to HEAD that GET must confirm: servers that do not know HEAD say that there is nothing."""


_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""Addresses that a gateway turns into any of IPv4 (RFC 6052)."""


class RefusedError(Exception):
    """An address that may not be asked for, or that cannot be: why, and whether it leads into a private network."""

    def __init__(self, why: str, *, private: bool = False) -> None:
        super().__init__(why)
        self.private = private


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet.

    >>> is_public("93.184.216.34"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("169.254.169.254")
    (True, False, False, False)
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.sixtofour or found.teredo or found in _TRANSLATED:
            return False
        mapped = found.ipv4_mapped
        return is_public(str(mapped)) if mapped else found.is_global and not found.is_multicast
    return found.is_global and not found.is_multicast


@dataclass(frozen=True, slots=True)
class Web:
    """Asks for one address at a time. may_ask: whether an IP address may be spoken to. today: YYYY-MM-DD."""

    client: "httpx.Client"
    today: str
    may_ask: Callable[[str], bool] = is_public

    def ask(self, url: str) -> Answer:
        """What came of it; never raises."""
        import httpx

        try:
            answer = self._followed(url)
        except RefusedError as refused:
            answer = Answer(failure=str(refused), private=refused.private)
        except httpx.TimeoutException:
            answer = Answer(failure=f"no answer within {SECONDS:.0f} seconds")
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            answer = Answer(failure=type(error).__name__)
        return replace(answer, asked=self.today)

    def _followed(self, url: str) -> Answer:
        """The last answer on the way, and where the way leads for good."""
        at, moved = url, True
        for _ in range(MOST_HOPS + 1):
            status, target = self._once(at)
            if status not in _REDIRECTS or not target or urlsplit(at).netloc.lower() == DOI_HOST:
                return Answer(status, address=at if moved and at != url and status < 400 else "")
            moved = moved and status in _FOR_GOOD
            at = web_address(urljoin(at, target))
            if not at.startswith(("http://", "https://")):
                raise RefusedError("it leads to what is no web address")
        raise RefusedError(f"it leads on more than {MOST_HOPS} times")

    def _once(self, url: str) -> tuple[int, str]:
        """Status and target of one address."""
        status, target = self._said("HEAD", url)
        if status in _REDIRECTS or (status in _PAGES and status not in _ASKED_AGAIN):
            return status, target
        return self._said("GET", url)

    def _said(self, method: str, url: str) -> tuple[int, str]:
        """The answer to one question; the body is not read.

        The name is looked up once, and the address that was found is the one that is spoken to, so that no second
        look-up can lead elsewhere. The certificate is that of the name.
        """
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        address = self._address(host, port)
        shown = f"[{address}]" if ":" in address else address
        tail = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
        asked = f"{parts.scheme}://{shown}:{port}{tail if tail.startswith('/') else f'/{tail}'}"
        request = self.client.build_request(
            method, asked, headers={"Host": parts.netloc}, extensions={"sni_hostname": host.encode("idna").decode()}
        )
        response = self.client.send(request, stream=True)
        try:
            return response.status_code, response.headers.get("location", "")
        finally:
            response.close()

    def _address(self, host: str, port: int) -> str:
        """The IP address of a host. Raises RefusedError where any of its addresses may not be spoken to."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise RefusedError("there is no such host") from None
        addresses = [str(each[4][0]) for each in found]
        if not addresses or not all(map(self.may_ask, addresses)):
            raise RefusedError("it leads into a private network", private=True)
        return min(addresses, key=lambda each: ":" in each)


@contextmanager
def opened(today: str, version: str, may_ask: Callable[[str], bool] = is_public) -> Iterator[Web]:
    """The web, while it is needed. Raises SitegenError where httpx is not installed."""
    try:
        import httpx
    except ImportError:
        raise SitegenError("checking links needs the package httpx", "Install it: pip install httpx.") from None
    headers = {"User-Agent": f"sitegen/{version} (checks links; python-httpx)", "Accept": "*/*"}
    with httpx.Client(headers=headers, timeout=SECONDS, follow_redirects=False, trust_env=False) as client:
        yield Web(client, today, may_ask)
