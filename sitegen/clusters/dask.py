"""Dask: a scheduler at an address, and workers that have sitegen installed. Needs the extra `cluster`."""

import asyncio
import logging
import pkgutil
import platform
import threading
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, InvalidStateError
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from typing import Any, ParamSpec, TypeVar
from urllib.parse import urlsplit

from sitegen import __version__
from sitegen.clusters import Cluster
from sitegen.elsewhere.worker import leave
from sitegen.problems import SitegenError, excerpt

P = ParamSpec("P")
T = TypeVar("T")
PATIENCE = 15.0
"""Seconds to wait for an answer, for a first worker, and for one to come back when all are gone."""
_LOOK = 1.0
"""Seconds between two looks at whether anybody is there."""
EXAMPLE = "dask://HOST:PORT"


@contextmanager
def connected(address: str) -> Iterator[Executor]:
    """The workers of the scheduler at an address.

    Raises SitegenError when the extra is missing, the address is none, nobody answers or works there in time, or the
    workers have another sitegen or Python.
    """
    place = _place(address)
    if not find_spec("distributed"):
        raise SitegenError("--executor dask:// needs the package distributed", "Install it: pip install distributed.")
    import distributed  # noqa: F401 -- sets up what it says as it is loaded

    with _quiet():
        client = _client(place)
        try:
            _refuse_others(client)
            workers = Workers(client)
            try:
                yield workers
            finally:
                workers.shutdown()
        finally:
            with suppress(Exception):  # a cluster that is gone cannot be left in order
                client.close(timeout=PATIENCE)


class Workers(Executor):
    """The workers of a scheduler. What one has not done when it is lost, another does again.

    Futures raise BrokenExecutor, in words for the user, when nobody is left.
    """

    def __init__(self, client: Any) -> None:
        self._client = client
        self._inner: Executor = client.get_executor(pure=False, retries=0)
        self._open: set[Future[Any]] = set()
        self._over = threading.Event()
        self._guard = threading.Thread(target=self._watch, daemon=True)
        self._guard.start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """A piece of work for whoever is free."""
        outer: Future[T] = Future()
        inner = self._inner.submit(fn, *args, **kwargs)
        self._open.add(outer)
        inner.add_done_callback(lambda done: self._settle(outer, done))
        outer.add_done_callback(lambda done: inner.cancel() if done.cancelled() else None)
        return outer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002 -- as executors have it
        """End. What is still on its way is given up, and the workers forget the site."""
        self._over.set()
        for future in tuple(self._open):
            future.cancel()
        with suppress(Exception):  # who is gone need not forget
            self._client.sync(self._client._run, leave, on_error="ignore", callback_timeout=PATIENCE)
        self._guard.join()

    def _settle(self, outer: Future[Any], inner: Future[Any]) -> None:
        """Hand on what came of a piece of work; nobody may want it any more."""
        self._open.discard(outer)
        with suppress(InvalidStateError):
            if inner.cancelled():
                outer.set_exception(BrokenExecutor("the cluster dropped the work that was on its way"))
            elif error := inner.exception():
                outer.set_exception(_told(error))
            else:
                outer.set_result(inner.result())

    def _watch(self) -> None:
        """Give everything up when nobody has been there for too long."""
        alone = 0.0
        while not self._over.wait(_LOOK):
            alone = 0.0 if self._somebody() else alone + _LOOK
            for future in tuple(self._open) if alone > PATIENCE else ():
                with suppress(InvalidStateError):
                    future.set_exception(BrokenExecutor("no worker of the cluster is left"))

    def _somebody(self) -> bool:
        """Whether the scheduler answers and has workers."""
        with suppress(Exception):  # any answer but the one that is hoped for is none
            asked = self._client.sync(self._client.scheduler.identity, n_workers=-1, callback_timeout=PATIENCE)
            return bool(asked["workers"])
        return False


def _told(error: BaseException) -> BaseException:
    """What a worker raised, or what the cluster says of workers that can say nothing any more."""
    from distributed.scheduler import KilledWorker

    if isinstance(error, KilledWorker):
        return BrokenExecutor("one worker of the cluster after the other ended before its work was done")
    return error


def _place(address: str) -> str:
    """Host and port of a scheduler."""
    with suppress(ValueError):
        parts = urlsplit(address)
        if parts.hostname and parts.port and parts.netloc.count("@") == 0 and not (parts.path + parts.query).strip("/"):
            return parts.netloc
    raise SitegenError(f"--executor {excerpt(address)!r} is no address of a scheduler", f"Write {EXAMPLE}.")


def _client(place: str) -> Any:
    """A client of the scheduler, who has at least one worker."""
    from distributed import Client

    try:
        asyncio.run(asyncio.wait_for(_greet(place), PATIENCE))
        client = Client(f"tcp://{place}", timeout=PATIENCE, set_as_default=False)
    except (OSError, TimeoutError) as error:
        why = "" if isinstance(error, TimeoutError) else " (refused, or no such host)"
        raise SitegenError(
            f"no Dask scheduler answers at {place} within {PATIENCE:.0f} seconds{why}",
            "Start one there: dask scheduler --port PORT.",
        ) from None
    except Exception as error:  # noqa: BLE001 -- whatever comes of bytes that mean something else
        raise SitegenError(
            f"what answers at {place} is no Dask scheduler of this kind: {type(error).__name__}",
            "Start one there: dask scheduler --port PORT.",
        ) from None
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except (OSError, TimeoutError):
        client.close()
        raise SitegenError(
            f"the scheduler at {place} has no workers", f"Start one on each machine: dask worker {place}."
        ) from None
    return client


async def _greet(place: str) -> None:
    """Speak to the scheduler once: a client would wait without end for one who listens and says nothing."""
    from distributed.comm import connect

    (await connect(f"tcp://{place}", timeout=PATIENCE)).abort()


def _refuse_others(client: Any) -> None:
    """Raise SitegenError for a worker that could not even take an order. What it is asked needs no sitegen there."""
    for what, mine, ask in (
        ("Python", platform.python_version(), (platform.python_version,)),
        ("sitegen", __version__, (pkgutil.resolve_name, "sitegen:__version__")),
    ):
        for worker, found in client.run(*ask, on_error="return").items():
            if found != mine:
                said = f"no {what}" if isinstance(found, BaseException) else f"{what} {found} instead of {mine}"
                raise SitegenError(
                    f"the worker {worker} has {said}",
                    "Install the same sitegen and Python on all machines, and start the workers again.",
                )


@contextmanager
def _quiet() -> Iterator[None]:
    """Let nobody but us say what is wrong with the cluster."""
    names = ["distributed", *(name for name in logging.root.manager.loggerDict if name.startswith("distributed."))]
    levels = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


CLUSTER = Cluster("dask", EXAMPLE, connected)
