"""The third stage: which files the site will have, and every address there is."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.pages import Artifact, PageKind
from sitegen.problems import SitegenError, excerpt
from sitegen.site import Links, Site


class Paths(Mapping[tuple[str, str], str]):
    """The path of each page by kind and key, held by kind: a pair for each of a million files takes much room."""

    __slots__ = ("_kinds",)

    def __init__(self, artifacts: Iterable[Artifact]) -> None:
        self._kinds: dict[str, dict[str, str]] = {}
        for each in artifacts:
            self._kinds.setdefault(each.kind, {})[each.key] = each.path

    def __getitem__(self, place: tuple[str, str]) -> str:
        kind, key = place
        return self._kinds[kind][key]

    def __contains__(self, place: object) -> bool:
        return isinstance(place, tuple) and place[1] in self._kinds.get(place[0], ())

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((kind, key) for kind, keys in self._kinds.items() for key in keys)

    def __len__(self) -> int:
        return sum(map(len, self._kinds.values()))


@dataclass(frozen=True, slots=True)
class Edition:
    """The site in one language: what it has there, and the links between it."""

    site: Site
    artifacts: tuple[Artifact, ...]
    links: Links


def plan_editions(sites: Sequence[Site], kinds: Mapping[str, PageKind]) -> tuple[Edition, ...]:
    """Every file of a site in its languages: below the language what it says, once and without it what all share.

    Raises SitegenError as `plan` does.
    """
    if len(sites) == 1:
        return (Edition(sites[0], *plan(sites[0], kinds)),)
    shared, links = plan(sites[0], {name: kind for name, kind in kinds.items() if kind.shared})
    spoken = {name: kind for name, kind in kinds.items() if not kind.shared}
    made = []
    paths = {}
    for site in sites:
        tag = site.config.language
        own = tuple(Artifact(f"{tag}/{each.path}", each.kind, each.key) for each in plan(site, spoken)[0])
        paths[tag] = Paths((*shared, *own))
        made.append((site, own))
    _refuse_collisions((*shared, *(each for _site, own in made for each in own)), sites[0])
    return tuple(
        Edition(
            site,
            own if number else (*shared, *own),
            replace(
                links, paths=paths[site.config.language], addresses={}, language=site.config.language, editions=paths
            ),
        )
        for number, (site, own) in enumerate(made)
    )


def plan(site: Site, kinds: Mapping[str, PageKind]) -> tuple[tuple[Artifact, ...], Links]:
    """Every file of the site, kind by kind, and the links between them.

    Raises SitegenError where two pages want one path, also where only letter case or Unicode form tells them apart,
    and where a page would stand inside another's file.
    """
    artifacts = tuple(
        Artifact(kind.path_of(key, site), kind.name, key) for kind in kinds.values() for key in kind.keys(site)
    )
    _refuse_collisions(artifacts, site)
    return artifacts, Links(Paths(artifacts), site.base_url, site.base_path)


def _refuse_collisions(artifacts: tuple[Artifact, ...], site: Site) -> None:
    """Two files of one name would overwrite each other on some disk or host; a file cannot be a folder too."""
    paths = [artifact.path for artifact in artifacts]
    if _are_apart(paths):
        return
    seen: dict[str, Artifact] = {}
    for artifact in artifacts:
        folded = artifact.path if artifact.path.isascii() and artifact.path.islower() else _folded(artifact.path)
        other = seen.setdefault(folded, artifact)
        if other is not artifact:
            raise _collision(artifact.path, other, artifact, site)
    folders: set[str] = set()
    for artifact in artifacts:
        folder = artifact.path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            if taken := seen.get(_folded(folder)):
                raise _collision(folder, taken, artifact, site)
            folder = folder.rpartition("/")[0]


def _are_apart(paths: Sequence[str]) -> bool:
    """Whether no two paths could collide, as far as that can be seen at once: all are in small letters of ASCII."""
    known, said = set(paths), "\n".join(paths)
    if len(known) < len(paths) or not (said.isascii() and said.islower()):
        return False
    above: Iterable[str] = paths
    while above := {path.rpartition("/")[0] for path in above if "/" in path}:
        if not known.isdisjoint(above):
            return False
    return True


def _collision(path: str, one: Artifact, other: Artifact, site: Site) -> SitegenError:
    """Two things want one address; the hint names the file that its owner can rename."""
    mine = [file for each in (one, other) if (file := _source(each, site))]
    return SitegenError(
        f"two pages want the address {excerpt(path, 120)}: {_shown(one, site)} and {_shown(other, site)}",
        f"Rename {excerpt(mine[-1], 120)}." if mine else "Rename one of them.",
    )


def _folded(path: str) -> str:
    """A path as disks that fold case and Unicode forms see it."""
    return unicodedata.normalize("NFKC", path).casefold()


def _source(artifact: Artifact, site: Site) -> str:
    """The file of the content that a page is made of; "" for pages that sitegen makes of many."""
    if artifact.kind == "static":
        return f"content/static/{artifact.key}"
    return site.prose[artifact.key].place.file if artifact.kind == "prose" else ""


def _shown(artifact: Artifact, site: Site) -> str:
    """What a file is, for a message."""
    if source := _source(artifact, site):
        return excerpt(source, 120)
    return f"the {artifact.kind} {excerpt(artifact.key)!r}" if artifact.key else f"sitegen's own page {artifact.kind!r}"
