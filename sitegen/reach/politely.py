"""Many addresses, asked for side by side, but never two at once of one host, and with a pause between."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from urllib.parse import urlsplit

from sitegen.progress import Announce, silent
from sitegen.reach import Answer

Ask = Callable[[str], Answer]
PAUSE = 0.5
"""Seconds between two questions to one host."""
PAUSES = {"doi.org": 0.1}
"""The same for hosts that are made to answer programs."""
HOSTS = 8
"""Hosts that are asked side by side."""


def ask_all(
    urls: Iterable[str],
    ask: Ask,
    wait: Callable[[float], None],
    heard: dict[str, Answer],
    announce: Announce = silent,
) -> None:
    """Ask for every address.

    ask: asks for one, never raises. wait: sleeps for so many seconds. heard: takes the answers as they come, so that
    an interrupt, which ends the questions after those that are under way, loses none.
    """
    hosts: dict[str, list[str]] = {}
    for url in dict.fromkeys(urls):
        hosts.setdefault(urlsplit(url).netloc.lower(), []).append(url)
    total = sum(map(len, hosts.values()))
    done = 0
    lock = Lock()
    stopped: list[bool] = []

    def one_host(host: str, queue: Sequence[str]) -> None:
        nonlocal done
        for number, url in enumerate(queue):
            if stopped:
                return
            if number:
                wait(PAUSES.get(host, PAUSE))
            answer = ask(url)
            with lock:
                heard[url] = answer
                done += 1
                announce("links", done, total)

    with ThreadPoolExecutor(HOSTS) as pool:
        try:
            # The longest queues first: they decide how long it all takes.
            longest = sorted(hosts.items(), key=lambda each: -len(each[1]))
            for asked in [pool.submit(one_host, *each) for each in longest]:
                asked.result()
        finally:
            stopped.append(True)
