"""What somebody does on another machine who has a part of a site to make."""

import gc
import os
import platform
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

import sitegen.pages
from sitegen.disk import manifest as manifests
from sitegen.disk.manifest import Manifest
from sitegen.disk.staging import Stage
from sitegen.draft import draft
from sitegen.editions import editions
from sitegen.elsewhere.order import Order, plan_of, read_order
from sitegen.inputs import PARTS, facts
from sitegen.lanes import Staged, stage_all
from sitegen.pages import Artifact, PageKind
from sitegen.plan import Edition, plan_editions
from sitegen.problems import SitegenError
from sitegen.render import Renderer
from sitegen.shelf import load
from sitegen.traces.answers import Answers
from sitegen.traces.noted import Noted
from sitegen.traces.questions import QUESTIONS
from sitegen.traces.watch import watched_edition

_SAME = "Install the same sitegen, packages and Python on all machines, and start the workers again."
_QUIET = "Build again while nobody edits the site."


@dataclass(frozen=True, slots=True)
class _Bench:
    """What this process keeps of a build from one part to the next. renderers: by language, made when one is needed."""

    stage: Stage
    spoken: Mapping[str, Edition]
    kinds: Mapping[str, PageKind]
    template_folders: Sequence[Path]
    renderers: dict[str, Renderer] = field(default_factory=dict)

    def renderer(self, language: str) -> Renderer:
        """What renders the pages of a language."""
        if language not in self.renderers:
            seen = watched_edition(self.spoken[language], self.kinds, Answers(None, QUESTIONS))
            self.renderers[language] = Renderer(seen.site, self.kinds, seen.links, self.template_folders)
        return self.renderers[language]


_benches: dict[str, _Bench] = {}
"""The build that this process works for, by the path of its order."""
_working = threading.Lock()
"""Held while a part is made: an executor may run several in one process, where threads gain nothing."""


def staged(place: str, language: str, lane: str, artifacts: Sequence[Artifact]) -> Staged:
    """Make and stage files of a build. place: path of its order. lane: sets apart what is staged here.

    A second attempt at the same, after a machine was lost, does no harm.
    Raises SitegenError, in words for those who wait for the site, where the folder is not seen from here, and where
    anything here would make other pages.
    """
    with _working, _usual_rights():
        bench = _benches.get(place)
        if bench is None:
            leave()
            bench = _benches[place] = _bench(Path(place))
            gc.freeze()
        stage = bench.stage.beside(lane, again=True)
        renderer = bench.renderer(language)
        noted = Noted(renderer.numbers)
        stage_all(artifacts, renderer, stage, noted)
        return Staged.of(stage, noted.alone())


def leave() -> None:
    """Forget the build that this process has worked for."""
    if _benches:
        _benches.clear()
        gc.unfreeze()


@contextmanager
def _usual_rights() -> Iterator[None]:
    """Give files the same permissions whoever makes them."""
    umask = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(umask)


def _bench(place: Path) -> _Bench:
    """The site as it is read here, if it is the one that is to be built."""
    order = _order(place)
    root = Path(order.root)
    _refuse_others(order.facts, facts(root))
    made = draft(root, order.base_url, order.updated, pictures=False)
    site = replace(made.site, first_pages=order.first_pages, cards=order.cards)
    kinds = load(sitegen.pages, PageKind)
    spoken = {each.links.language: each for each in plan_editions(editions(site, made.style_file), kinds)}
    if {language: plan_of(each) for language, each in spoken.items()} != order.plans:
        raise SitegenError(f"{_here()} finds other files in the site's folder", _QUIET)
    state, output = Path(order.state), Path(order.output)
    manifest = Manifest(state, "", {}, {}) if order.anew else manifests.load(state, output)
    stage = Stage(order.output, str(place.parent), manifest, whole=order.whole, anew=order.anew)
    return _Bench(stage, spoken, kinds, made.template_folders)


def _order(place: Path) -> Order:
    """What is to be built."""
    try:
        return read_order(place)
    except OSError as error:
        raise SitegenError(
            f"{_here()} cannot read {place}: {error.strerror}",
            "Share the site's folder (and that of --output) with all machines, under the same path and user.",
        ) from None
    except msgspec.DecodeError:
        raise SitegenError(f"{_here()} has another sitegen", _SAME) from None


def _refuse_others(wanted: Mapping[str, str], found: Mapping[str, str]) -> None:
    """Raise SitegenError for the first thing here that is not as it has to be."""
    for name in (*wanted, *found):
        there, here = wanted.get(name, "not there"), found.get(name, "not there")
        if there == here:
            continue
        if name.strip("/") in PARTS or name.startswith("."):
            raise SitegenError(f"{_here()} finds another {name} in the site's folder", _QUIET)
        is_digest = name in {"the program", "the theme"}
        said = f"other files of {name}" if is_digest else f"{name} {here} instead of {there}"
        raise SitegenError(f"{_here()} has {said}", _SAME)


def _here() -> str:
    """Who speaks, so that others can find this process."""
    return f"the worker on {platform.node()} (process {os.getpid()})"
