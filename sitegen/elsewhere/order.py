"""What everybody who makes a part of a site has to know, and what tells whether they mean the same site."""

import hashlib
from pathlib import Path

import msgspec

from sitegen.plan import Edition
from sitegen.site import FirstPage, LocalFile

FILE = "order"
"""Where it stands in the staging folder, which no two builds have in common: only who shares it can find it."""


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be built.

    root, output: the folders of the site and of its output. state: that of manifests. base_url, updated: as the command
    line says. whole, anew: as in `Stage`. facts: what has to be the same everywhere. plans: digest of what there is to
    be, by language. first_pages, cards: pictures that are made already, so that no two open a PDF or draw a card.
    """

    root: str
    output: str
    state: str
    base_url: str
    updated: str
    whole: bool
    anew: bool
    facts: dict[str, str]
    plans: dict[str, str]
    first_pages: dict[str, FirstPage]
    cards: dict[str, LocalFile]


def read_order(place: Path) -> Order:
    """The order in a file. Raises OSError, and msgspec.DecodeError for one that another version wrote."""
    return msgspec.msgpack.decode(place.read_bytes(), type=Order)


def plan_of(edition: Edition) -> str:
    """The digest of every file that a site has in one language, and of the bytes of those that are copied."""
    digest, site = hashlib.blake2b(digest_size=16), edition.site
    copied = [*site.pdfs.items(), *site.static.items(), *site.cards.items()]
    copied.extend((f"{id_}/{name}", file) for id_, files in site.attachments.items() for name, file in files.items())
    for artifact in edition.artifacts:
        digest.update(f"{artifact.path}\0{artifact.kind}\0{artifact.key}\0".encode("utf-8", "surrogateescape"))
    for name, file in copied:
        digest.update(f"{name}\0{file.digest}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()
