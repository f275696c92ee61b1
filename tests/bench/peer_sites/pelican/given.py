"""A reader of Pelican for works that are given as JSON, with nothing left to convert."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.contents import Author, Category
from pelican.readers import BaseReader


class Given(BaseReader):  # type: ignore[misc]  # a class without types
    """Works as JSON."""

    enabled = True
    file_extensions = ["json"]  # noqa: RUF012 -- declared so by Pelican

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """The abstract as content, everything else as metadata."""
        given = json.loads(Path(source_path).read_text("utf-8"))
        authors = []
        for person in given["people"]:
            author = Author(person["name"], self.settings)
            author.slug = person["slug"]
            authors.append(author)
        known = {"slug": given["key"], "date": datetime(int(given["year"]), 1, 1, tzinfo=UTC), "authors": authors}
        return given["abstract"], {**given, **known, "category": Category("works", self.settings)}


def register() -> None:
    """Let Pelican know of the reader."""
    signals.readers_init.connect(lambda readers: readers.reader_classes.update(json=Given), weak=False)
