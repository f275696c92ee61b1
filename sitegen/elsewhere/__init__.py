"""Parts of a site made on other machines, for an executor that somebody hands in, in a folder that all of them see.

Nothing large travels. Who has a part to make reads the site from that folder, once in a build, makes sure that it is
the very same, stages files there, and sends back what is known of them.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from pathlib import Path

import msgspec

from sitegen.elsewhere.order import FILE, Order, plan_of
from sitegen.elsewhere.worker import staged
from sitegen.inputs import facts
from sitegen.lanes import Crew, Filled, LostProcessError, Staged, Task, gathered
from sitegen.pages import Artifact
from sitegen.plan import Edition

BATCH = 400
"""Files that are made at once: enough to share what is made once, few enough that nobody waits for the last one."""


def hired(
    executor: Executor, spoken: Sequence[Edition], root: Path, state: Path, *, base_url: str = "", updated: str = ""
) -> Crew:
    """A crew of those who work for an executor, for a site that is planned.

    root: the site's folder, which they see under the same path. state: the folder of manifests. base_url, updated: as
    the command line says.
    """

    def work(task: Task, tell: Callable[[int], None]) -> Iterator[Filled]:
        place = Path(task.stage.staging, FILE)
        if not place.exists():
            site = spoken[0].site
            order = Order(
                root=str(root),
                output=task.stage.output,
                state=str(state),
                base_url=base_url,
                updated=updated,
                whole=task.stage.whole,
                anew=task.stage.anew,
                facts=facts(root),
                plans={each.links.language: plan_of(each) for each in spoken},
                first_pages=dict(site.first_pages),
                cards=dict(site.cards),
            )
            place.write_bytes(msgspec.msgpack.encode(order))
        return _shared_out(executor, task, str(place), tell)

    return work


def _shared_out(executor: Executor, task: Task, place: str, tell: Callable[[int], None]) -> Iterator[Filled]:
    """Let each who is free make a batch."""
    batches: dict[Future[Staged], Sequence[Artifact]] = {}
    total = len(task.artifacts)
    try:
        for at in range(0, total, BATCH):
            batch = tuple(task.artifacts[at : at + BATCH])
            batches[executor.submit(staged, place, task.language, f"{task.language}{at}-", batch)] = batch

        def look() -> None:
            tell(min(total, BATCH * sum(each.done() for each in batches)))

        for future in gathered(list(batches), look):
            yield batches[future], future.result()
    except (BrokenExecutor, CancelledError) as error:
        told = str(error) if type(error) is BrokenExecutor else ""
        said = told or "those who make pages elsewhere ended before their work was done"
        raise LostProcessError(said, "Build again, or without --executor.") from None
    finally:
        for future in batches:
            future.cancel()
