"""The third stage: which files the site will have, and every address there is."""

import unicodedata
from collections.abc import Mapping

from sitegen.pages import Artifact, PageKind
from sitegen.problems import SitegenError, excerpt
from sitegen.site import Links, Site


def plan(site: Site, kinds: Mapping[str, PageKind]) -> tuple[tuple[Artifact, ...], Links]:
    """Every file of the site, kind by kind, and the links between them.

    Raises SitegenError where two pages want one path, also where only letter case or Unicode form tells them apart,
    and where a page would stand inside another's file.
    """
    artifacts = tuple(
        Artifact(kind.path_of(key, site), kind.name, key) for kind in kinds.values() for key in kind.keys(site)
    )
    _refuse_collisions(artifacts)
    paths = {(artifact.kind, artifact.key): artifact.path for artifact in artifacts}
    return artifacts, Links(paths, site.base_url, site.base_path)


def _refuse_collisions(artifacts: tuple[Artifact, ...]) -> None:
    """Two files of one name would overwrite each other on some disk or host."""
    seen: dict[str, Artifact] = {}
    for artifact in artifacts:
        folded = artifact.path if artifact.path.isascii() and artifact.path.islower() else _folded(artifact.path)
        other = seen.setdefault(folded, artifact)
        if other is not artifact:
            raise SitegenError(
                f"two pages want the address {excerpt(artifact.path, 120)}: {_shown(other)} and {_shown(artifact)}",
                "Rename one of them.",
            )


def _folded(path: str) -> str:
    """A path as disks that fold case and Unicode forms see it."""
    return unicodedata.normalize("NFKC", path).casefold()


def _shown(artifact: Artifact) -> str:
    """What a file is, for a message."""
    return f"{artifact.kind} {excerpt(artifact.key)!r}" if artifact.key else artifact.kind
