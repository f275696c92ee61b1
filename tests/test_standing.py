"""Digests that need not be found again, because a library shares what they are of with the one that was kept."""

from pathlib import Path

import pytest

from sitegen.build import BuildOptions, build
from sitegen.draft import draft
from sitegen.model.library import Library
from sitegen.pages import Artifact
from sitegen.site import PLACE, Links, Site
from sitegen.traces.answers import Answers
from sitegen.traces.kept import Kept
from sitegen.traces.last import Last
from sitegen.traces.noted import Noted
from sitegen.traces.questions import QUESTIONS
from sitegen.traces.rereading import Rereading
from sitegen.traces.stale import Stale
from sitegen.traces.standing import Standing
from sitegen.traces.values import Values
from sitegen.traces.watch import PEOPLE_OF, TABLES, watched
from tests.test_rereading import BIB, CLEAN, kept, site

OF_ENTRIES = ("entries", "rank", PLACE, PEOPLE_OF)


def values(of: Site, standing: Standing | None = None) -> Values:
    return Values(of, Links({}), lambda _: b"", standing)


def noted(of: Site, root: Path) -> Kept:
    """The notes of a build that read everything."""
    seen = watched(of, Answers(root / "answers", QUESTIONS))
    assert seen.reads
    for id_ in of.library.entries:
        for name in OF_ENTRIES:
            seen.reads.see(name, id_)
    for name in TABLES:
        list(getattr(seen.library, name).items())
    found = Noted(seen.reads.numbers)
    found.add(Artifact("page", "k", ""), seen.reads.seen)
    return Stale().keep(found, (), b"w", values(of), b"m")


@pytest.mark.parametrize(
    ("text", "old", "new", "found"),
    [
        (BIB, "Invariante", "Variante", 10),
        (BIB, "year=1918", "year=1922", 0),
        (BIB, "year=1921", "year=1922", 10),
        (BIB, "Noether, Emmy}", "Noether, Amalie}", 0),
        (BIB, "", "", 11),
        (CLEAN, "{One}", "{The first,\n  in two lines}", 1),
    ],
)
def test_what_stands_has_the_digest_it_had(text: str, old: str, new: str, found: int, tmp_path: Path) -> None:
    root = site(tmp_path, text)
    known = kept(root)
    last = Last(noted(draft(root, rereading=Rereading(known, ["this"])).site, tmp_path))
    now = draft(site(tmp_path, text.replace(old, new, 1)), rereading=Rereading(known, ["this"])).site
    standing = Standing.of(last, known.library, now.library)
    assert len(standing.values["entries"]) == found
    quick, whole = values(now, standing), values(now)
    ids = [*known.library.entries, *now.library.entries]
    for name in OF_ENTRIES:
        assert [quick.digest(name, id_) for id_ in ids] == [whole.digest(name, id_) for id_ in ids]
    assert [quick.whole(name) for name in TABLES] == [whole.whole(name) for name in TABLES]


def test_nothing_stands_of_another_library(tmp_path: Path) -> None:
    known = kept(site(tmp_path))
    last = Last(noted(draft(tmp_path).site, tmp_path))
    standing = Standing.of(last, Library(entries={}), known.library)
    assert not any(standing.values.values())


def test_builds_into_two_folders_do_not_take_each_others_digests(tmp_path: Path) -> None:
    def made(folder: str) -> dict[str, bytes]:
        build(tmp_path, BuildOptions(output=folder))
        out = tmp_path / folder
        return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}

    texts = [BIB, BIB.replace("Invariante", "Variante"), BIB.replace("The last", "A last"), BIB]
    for at, text in enumerate(texts):
        site(tmp_path, text)
        made(f"out{at % 2}")
    assert made("out0") == made("out1") == made("clean")
