"""Edits that show before they are built."""

import os
from collections.abc import Collection
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sitegen.build import BuildOptions, build
from sitegen.making import Planned, prepared
from sitegen.preview.early import Early
from sitegen.preview.last import Last
from sitegen.preview.watching import Snapshot, snapshot
from sitegen.render import Renderer

BIB = """\
@article{noether1918, title={Invariante Variationsprobleme}, author={Noether, Emmy}, year=1918, journal={Nachrichten},
  volume=1, pages={235--257}, keywords={symmetry, algebra}, doi={10.5555/n1}}

@article{noether1921, title={Idealtheorie in Ringbereichen}, author={Noether, Emmy and Hilbert, David}, year=1921,
  journal={Annalen}, volume=83, number=1, pages={24--66}, keywords={algebra}, abstract={On ideals.}}

@book{euler1748, title={Introductio in analysin}, author={Euler, Leonhard}, year=1748, publisher={Bousquet}}

@misc{preprint1917, title={Variationsprobleme}, author={Noether, E.}, year=1917, related={noether1918},
  relatedtype={preprintof}, url={https://example.org/p}}
"""
FILES = {
    "site.toml": 'title = "Works"\nurl = "https://example.org/papers/"\nrepository = "https://github.com/a/b"\n',
    "about.md": "# About\n\nAs @noether1918 says.\n",
    "chosen.md": '# Chosen\n\n```works\nquery = "title:theorie"\n```\n',
}
ARTICLE = "articles/euler1748/index.html"


class Desk:
    """A site that was built, and what its preview shows of edits. told: paths of pages that look otherwise."""

    def __init__(self, root: Path, files: dict[str, str] | None = None) -> None:
        self.root, self.told = root, set[str]()
        for name, text in {**FILES, **(files or {}), "works.bib": BIB}.items():
            self.write(f"content/{name}", text)
        self.early = Early(root / "output", self.told.update)
        self.last = self.built()
        assert self.last
        self.early.prepare(self.last)
        self.settle(self.last)

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def seen(self) -> Snapshot:
        return snapshot([self.root / "content", self.root / "templates"])

    def built(self) -> Last | None:
        """What a build of the files as they are makes."""
        seen, made = self.seen(), list[Planned]()
        self.written = build(self.root, BuildOptions(), keep=made.append).files.paths
        return Last.of(made[0], seen, self.root) if made else None

    def settle(self, last: Last | None, shown: Collection[str] = (), *, failed: bool = False) -> None:
        self.early.settle(last, self.seen(), self.written, shown, failed=failed)

    def edit(self, old: str, new: str) -> None:
        assert old in BIB
        self.write("content/works.bib", BIB.replace(old, new))

    def look(self, *shown: str) -> bool:
        self.told.clear()
        return self.early.look(self.seen(), shown)

    def shows(self, path: str) -> str:
        """A page as the preview serves it."""
        return (self.early.page(path) or (self.root / "output" / path).read_bytes()).decode()

    def files(self) -> dict[Path, bytes]:
        """All that lies there, but for what is edited."""
        files = (path for path in self.root.rglob("*") if path.is_file() and path.name != "works.bib")
        return {path: path.read_bytes() for path in files}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_an_edit_shows_in_every_page_before_it_is_built_and_is_written_nowhere(desk: Desk) -> None:
    before = desk.files()
    desk.edit("Introductio", "Institutio")
    assert desk.look(ARTICLE)
    assert desk.told == {ARTICLE}
    for path in (ARTICLE, "index.html", "years/1748/index.html", "authors/leonhard-euler/index.html"):
        assert "Institutio" in desk.shows(path)
        assert path in desk.told
    assert desk.files() == before


def test_pages_that_show_nothing_of_an_edit_are_not_told_of(desk: Desk) -> None:
    desk.edit("Introductio", "Institutio")
    assert desk.look(ARTICLE, "articles/noether1921/index.html", "../../etc/passwd", "search.json", "no/index.html")
    assert desk.told == {ARTICLE}


def test_a_build_takes_over_and_pages_that_were_right_are_not_told_again(desk: Desk) -> None:
    desk.edit("Introductio", "Institutio")
    desk.look(ARTICLE)
    early = desk.shows(ARTICLE)
    desk.told.clear()
    desk.settle(desk.built(), [ARTICLE])
    assert not desk.early.is_shown
    assert (desk.root / "output" / ARTICLE).read_text("utf-8") == early
    assert ARTICLE not in desk.told
    assert "index.html" in desk.told


def test_a_build_that_fails_leaves_the_last_good_site(desk: Desk) -> None:
    desk.edit("Introductio", "Institutio")
    desk.look(ARTICLE)
    desk.told.clear()
    desk.written = frozenset()
    desk.settle(None, [ARTICLE], failed=True)
    assert desk.told == {ARTICLE}
    assert "Institutio" not in desk.shows(ARTICLE)


def test_an_edit_that_is_taken_back_shows_what_was_built(desk: Desk) -> None:
    desk.edit("Introductio", "Institutio")
    desk.look(ARTICLE)
    desk.write("content/works.bib", BIB)
    assert desk.look(ARTICLE)
    assert desk.told == {ARTICLE}
    assert not desk.early.is_shown


def test_a_second_edit_shows_while_the_first_is_built(desk: Desk) -> None:
    desk.edit("Introductio", "Institutio")
    desk.look(ARTICLE)
    last = desk.built()
    desk.edit("Introductio", "Dioptrica")
    assert desk.look(ARTICLE)
    assert "Dioptrica" in desk.shows(ARTICLE)
    desk.told.clear()
    desk.settle(last, [ARTICLE])
    assert "Dioptrica" in desk.shows(ARTICLE)
    assert ARTICLE not in desk.told
    desk.settle(desk.built(), [ARTICLE])
    assert not desk.early.is_shown
    assert "Dioptrica" in desk.shows(ARTICLE)


def test_a_file_that_is_saved_while_it_is_built_goes_on_to_show_at_once(desk: Desk) -> None:
    desk.edit("Introductio", "Institutio")
    seen, made = desk.seen(), list[Planned]()
    desk.written = build(desk.root, BuildOptions(), keep=made.append).files.paths
    desk.edit("Introductio", "Dioptrica")
    desk.settle(Last.of(made[0], seen, desk.root), [ARTICLE])
    assert "Dioptrica" in desk.shows(ARTICLE)


def planned(desk: Desk) -> Last:
    """What a build of the files as they are is about to make."""
    return Last.of(prepared(desk.root, BuildOptions()), desk.seen(), desk.root)


NEW = "@book{abel1881, title={Œuvres}, author={Abel, Niels}, year=1881, publisher={Grøndahl}}\n"
ABEL = "articles/abel1881/index.html"


def test_every_other_edit_shows_as_soon_as_the_build_of_it_is_planned(desk: Desk) -> None:
    later = BIB.replace("year=1748", "year=1755")
    desk.write("content/works.bib", later + NEW)
    desk.write("templates/assets/style.css", "body { color: red }")
    assert not desk.look(ARTICLE, ABEL)
    desk.early.plan(planned(desk), desk.seen(), [ARTICLE, ABEL])
    (style,) = desk.told - {ARTICLE, ABEL}
    assert "red" in desk.shows(style)
    assert not (desk.root / "output" / style).exists()
    assert "1755" in desk.shows(ARTICLE)
    assert "Œuvres" in desk.shows(ABEL)
    desk.write("content/works.bib", later + NEW.replace("Œuvres", "Opera"))
    assert desk.look(ARTICLE, ABEL)
    assert ABEL in desk.told
    assert ARTICLE not in desk.told
    desk.settle(desk.built(), [ARTICLE, ABEL])
    assert not desk.early.is_shown
    assert ARTICLE not in desk.told
    assert "index.html" in desk.told


def test_what_was_planned_and_could_not_be_built_is_taken_back(desk: Desk) -> None:
    desk.edit("year=1748", "year=1755")
    desk.look(ARTICLE)
    desk.early.plan(planned(desk), desk.seen(), [ARTICLE])
    assert "1755" in desk.shows(ARTICLE)
    desk.told.clear()
    desk.written = frozenset()
    desk.settle(None, [ARTICLE], failed=True)
    assert ARTICLE in desk.told
    assert "1755" not in desk.shows(ARTICLE)
    desk.edit("Introductio", "Institutio")
    assert desk.look(ARTICLE)
    assert "Institutio" in desk.shows(ARTICLE)


def test_an_edit_that_is_taken_back_while_it_is_built_shows_at_once_and_stays(desk: Desk) -> None:
    desk.edit("year=1748", "year=1755")
    seen, made = desk.seen(), list[Planned]()
    desk.written = build(desk.root, BuildOptions(), keep=made.append).files.paths
    desk.write("content/works.bib", BIB)
    last = Last.of(made[0], seen, desk.root)
    desk.early.plan(last, desk.seen(), [ARTICLE])
    assert "1748" in desk.shows(ARTICLE)
    desk.settle(last, [ARTICLE])
    assert "1755" in (desk.root / "output" / ARTICLE).read_text("utf-8")
    assert "1748" in desk.shows(ARTICLE)
    desk.settle(desk.built(), [ARTICLE])
    assert not desk.early.is_shown
    assert "1748" in desk.shows(ARTICLE)


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """One that nobody builds again."""
    return Desk(tmp_path_factory.mktemp("usual"))


@pytest.mark.parametrize(
    ("old", "new"),
    [("@book{euler1748", "@book{euler"), ("year=1917", "year=1916"), (BIB[-9:], "x")],
)
def test_what_concerns_more_than_lists_of_works_waits_for_the_build(usual: Desk, old: str, new: str) -> None:
    usual.edit(old, new)
    assert not usual.look(ARTICLE)


@pytest.mark.parametrize("name", ["content/more.md", "content/more.bib", "templates/article.html"])
def test_another_file_that_changed_waits_for_the_build(usual: Desk, name: str) -> None:
    usual.edit("Introductio", "Institutio")
    usual.write(name, "@misc{x, title = {Other}}")
    assert not usual.look(ARTICLE)
    (usual.root / name).unlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_what_is_no_plain_file_any_more_is_not_opened(usual: Desk) -> None:
    file = usual.root / "content/works.bib"
    usual.write("elsewhere.bib", BIB.replace("Introductio", "Institutio"))
    file.unlink()
    file.symlink_to("../elsewhere.bib")
    assert not usual.look(ARTICLE)
    file.unlink()
    os.mkfifo(file)
    assert not usual.look(ARTICLE)
    file.unlink()
    usual.write("content/works.bib", BIB)
    assert usual.look(ARTICLE)


EDITS = st.tuples(
    st.sampled_from(["noether1918", "noether1921", "euler1748"]),
    st.sampled_from(["subtitle", "note", "isbn", "url", "abstract", "publisher", "address", "edition", "pdf", "x"]),
    st.sampled_from(["Of {E}uler", "$x^2$ \\emph{and} more", "https://example.org/", "Theorie\n\n two", "2", ""]),
)


@settings(max_examples=8)
@given(st.lists(EDITS, min_size=1, max_size=2))
def test_every_page_is_shown_as_a_build_makes_it(usual: Desk, edits: list[tuple[str, str, str]]) -> None:
    text = BIB
    for id_, name, value in edits:
        text = text.replace(f"{{{id_},", f"{{{id_},\n  {name} = {{{value}}},", 1)
    usual.write("content/works.bib", text)
    assume(usual.look())
    shows_what_a_build_makes(usual)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("year=1748", "year=1921"),
        ("title={Introductio", "year=1921, title={A first introduction"),
        ("journal={Annalen}", "journal={Acta}"),
        ("volume=83, number=1", "volume=84"),
        ("keywords={algebra}", "keywords={ideals; Algebra}"),
        ("@book{euler1748", "@article{euler1748, journal={Annalen}"),
        ("Euler, Leonhard", "Euler, L."),
        ("Noether, Emmy and Hilbert, David", "Hilbert, David and Artin, Emil and Noether, Emmy Amalie"),
    ],
)
def test_every_list_is_shown_as_a_build_makes_it(usual: Desk, old: str, new: str) -> None:
    usual.edit(old, new)
    if "year=1921, title" in new:
        usual.write("content/works.bib", BIB.replace(old, new).replace(", year=1748", ""))
    assert usual.look()
    shows_what_a_build_makes(usual)


def test_a_site_in_several_languages_is_shown_in_each_as_a_build_makes_it(tmp_path: Path) -> None:
    people = (
        '[emmy-noether]\nname = "Emmy Noether"\nvariants = ["Noether, E."]\n[emmy-noether.names]\nfa = "امی نوتر"\n'
    )
    desk = Desk(tmp_path, {"site.toml": 'languages = ["fa", "en"]\n', "people.toml": people})
    edits = (("Introductio", "Institutio"), ("year=1921", "year=1922, note={New}"), ("Hilbert, D", "Noether, E"))
    for old, new in edits:
        desk.edit(old, new)
        assert desk.look("fa/articles/euler1748/index.html", "en/articles/euler1748/index.html")
        shows_what_a_build_makes(desk)


def shows_what_a_build_makes(desk: Desk) -> None:
    planned = prepared(desk.root, BuildOptions())
    number = 0
    for edition in planned.editions:
        renderer = Renderer(edition.site, planned.kinds, edition.links, planned.draft.template_folders)
        for page in edition.artifacts:
            if planned.kinds[page.kind].template:
                assert desk.shows(page.path).encode() == renderer.render(page), page.path
                number += 1
    assert number > 20


def test_a_template_that_fails_on_an_edit_leaves_it_to_the_build(tmp_path: Path) -> None:
    desk = Desk(tmp_path, {"../templates/article.html": "{{ 1 // (0 if 'Fails' in page.title|string else 1) }}"})
    desk.edit("Introductio", "Institutio")
    assert desk.look(ARTICLE)
    assert desk.early.is_shown
    desk.edit("Introductio", "Fails")
    desk.look(ARTICLE)
    assert not desk.early.is_shown
    assert (desk.root / "output" / ARTICLE).read_text("utf-8") == desk.shows(ARTICLE)
