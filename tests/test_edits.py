"""Edits of every kind, one after the other: what a build makes of them equals a build from nothing, byte for byte."""

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.build import PASSING, BuildOptions, build
from sitegen.problems import Problem, SitegenError

WORKS = """
@article{noether1918, title={Invariante Variationsprobleme}, author={Noether, Emmy}, year=1918, journal={Nachrichten},
  volume=1, pages={235--257}, keywords={symmetry, algebra}, doi={10.5555/n1}}

@article{noether1921, title={Idealtheorie in Ringbereichen}, author={Noether, Emmy and Hilbert, David}, year=1921,
  journal={Annalen}, volume=83, number=1, pages={24--66}, keywords={algebra}}

@book{euler1748, title={Introductio in analysin infinitorum}, author={Euler, Leonhard}, year=1748}

@inproceedings{lovelace1843, title={Notes on the Engine}, author={Lovelace, Ada and Babbage, Charles},
  booktitle={Memoirs}, year=1843, keywords={computing}, abstract={The engine weaves patterns.}}

@article{lovelace1842, title={A Sketch}, author={A. Lovelace}, journal={Nachrichten}, volume=1, year=1842}

@misc{preprint1917, title={Variationsprobleme}, author={Noether, E.}, year=1917, related={noether1918},
  relatedtype={preprintof}, url={https://example.org/p}}

@phdthesis{curie1903, title={Recherches}, author={Curie, Marie}, school={Paris}, year=1903}

@article{anon, title={Without a date}, journal={Annalen}, note={See $x^2$}}
""".strip().split("\n\n")
PEOPLE = '[noether]\nname = "Emmy Noether"\nvariants = ["Noether, E."]\n'
VENUES = '[nachrichten]\nname = "Göttinger Nachrichten"\nvariants = ["Nachrichten"]\n'
PAGES = {
    "index.md": "# Welcome\n\nHello.\n",
    "about.md": "---\nnavigation: About\n---\n# About\n\nAs @noether1918 says.\n",
    "chosen.md": '# Chosen\n\n```works\nquery = "topic:algebra"\n```\n',
}


class Project:
    """The sources of a small site, and what may happen to them."""

    def __init__(self, root: Path) -> None:
        self.root, self.works, self.number = root, list(WORKS), itertools.count()
        for name, text in {**PAGES, "people.toml": PEOPLE, "venues.toml": VENUES}.items():
            self.write(f"content/{name}", text)
        self.save()

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def save(self) -> None:
        half = len(self.works) // 2
        self.write("content/a.bib", "\n".join(self.works[:half]) + "\n")
        self.write("content/more/b.bib", "\n\n".join(self.works[half:]) + "\n")


def _title(project: Project, at: int) -> None:
    project.works[at] = project.works[at].replace("title={", f"title={{New {next(project.number)} ", 1)


def _year(project: Project, at: int) -> None:
    project.works[at] = project.works[at].replace("}}", f"}}, year={{{1900 + at}}}}}", 1)


def _name(project: Project, at: int) -> None:
    project.works[at] = project.works[at].replace("author={", "author={Gauß, Carl Friedrich and ", 1)


def _topic(project: Project, at: int) -> None:
    project.works[at] = project.works[at].replace("keywords={", "keywords={numbers, ", 1)


def _comment(project: Project, at: int) -> None:
    project.works.insert(at, f"Some words between entries, {next(project.number)}.\n\n")


def _journal(project: Project, at: int) -> None:
    project.works[at] = project.works[at].replace("journal={Annalen}", "journal={Nachrichten}")


def _rename(project: Project, at: int) -> None:
    project.works[at] = project.works[at].replace("{", f"{{renamed{next(project.number)}-", 1)


def _delete(project: Project, at: int) -> None:
    if len(project.works) > 3:
        del project.works[at]


def _add(project: Project, at: int) -> None:
    new = WORKS[at % len(WORKS)].replace("{", f"{{added{next(project.number)}-", 1)
    project.works.insert(at, new)


def _copy(project: Project, at: int) -> None:
    project.works.append(project.works[at])


def _break(project: Project, at: int) -> None:
    project.works[at] = project.works[at].removesuffix("}")


def _move(project: Project, at: int) -> None:
    project.works.append(project.works.pop(at))


def _person(project: Project, at: int) -> None:
    more = ['orcid = "0000-0002-1825-0097"\n', 'affiliation = "Erlangen"\n', '[lovelace]\nname = "Ada Lovelace"\n']
    project.write("content/people.toml", PEOPLE + more[at % 3])


def _no_people(project: Project, at: int) -> None:
    (project.root / "content/people.toml").unlink(missing_ok=True)


def _venue(project: Project, at: int) -> None:
    project.write("content/venues.toml", VENUES + ['issn = "0028-0836"\n', 'publisher = "Göttingen"\n'][at % 2])


def _prose(project: Project, at: int) -> None:
    name = sorted(PAGES)[at % len(PAGES)]
    project.write(f"content/{name}", PAGES[name] + f"\nWords {next(project.number)}.\n")


def _new_page(project: Project, at: int) -> None:
    label = "navigation: More\n" if at % 2 else ""
    project.write(f"content/more{at}.md", f"---\n{label}---\n# More\n\nWords.\n")


def _config(project: Project, at: int) -> None:
    lines = (
        f'title = "Site {next(project.number)}"\n',
        'url = "https://example.org/lab/"\n',
        'me = ["Noether, Emmy"]\n',
        'repository = "https://example.org/lab/site"\n',
        "home_limit = 3\nhome_newest = 2\n",
        'language = "de"\n',
        '[cite]\nstyles = ["ieee"]\n',
        '[[navigation]]\nlabel = "All"\nto = "home"\n',
    )
    project.write("content/site.toml", lines[at % len(lines)])


def _template(project: Project, at: int) -> None:
    name, block = [("article.html", "main"), ("listing.html", "main"), ("base.html", "footer")][at % 3]
    words = f"{{% block {block} %}}{next(project.number)}{{{{ super() }}}}{{% endblock %}}"
    text = f'{{% extends "default/{name}" %}}{words}'
    project.write(f"templates/{name}", text)


def _no_templates(project: Project, at: int) -> None:
    shutil.rmtree(project.root / "templates", ignore_errors=True)


def _style(project: Project, at: int) -> None:
    project.write("templates/assets/own.css", f"h1 {{ margin: {next(project.number)}px }}\n")


def _static(project: Project, at: int) -> None:
    project.write(f"content/static/note{at % 2}.txt", f"{next(project.number)}\n")


def _pdf(project: Project, at: int) -> None:
    (project.root / "content/pdf").mkdir(exist_ok=True)
    key = project.works[at].partition("{")[2].partition(",")[0]
    (project.root / f"content/pdf/{key}.pdf").write_bytes(b"%PDF-1.4\n" + b"x" * next(project.number))


def _touched(project: Project, at: int) -> None:
    pages = sorted((project.root / "output").rglob("*.html"))
    if pages:
        pages[at % len(pages)].write_text("Somebody was here.", "utf-8")


def _forgotten(project: Project, at: int) -> None:
    for path in (project.root / ".sitegen").glob(("*.reads", "*.kept")[at % 2]):
        path.write_bytes(path.read_bytes()[: 100 * at])


EDITS: tuple[Callable[[Project, int], None], ...] = (
    _title, _year, _name, _topic, _comment, _journal, _rename, _delete, _add, _copy, _break, _move, _person,
    _no_people, _venue, _prose, _new_page, _config, _template, _no_templates, _style, _static, _pdf, _touched,
    _forgotten,
)  # fmt: skip


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _times(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*")}


def _made(root: Path) -> list[Problem] | None:
    """Build; what is wrong with the content. None where nothing can be built, which leaves the old site."""
    try:
        found = build(root, BuildOptions(jobs=2)).problems
    except SitegenError:
        return None
    return [problem for problem in found if problem.code not in PASSING]


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield tmp_path_factory.mktemp("edits")


SERIES = st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 7)), min_size=1, max_size=5)
FEW, MANY = 6, 150
"""Series of edits that are tried, and with `--thorough`."""


def test_a_site_that_was_edited_equals_one_built_from_nothing(places: Path, pytestconfig: pytest.Config) -> None:
    number = MANY if pytestconfig.getoption("--thorough") else FEW

    @given(SERIES, st.booleans())
    @settings(max_examples=number, suppress_health_check=list(HealthCheck))
    def edited(edits: list[tuple[Callable[[Project, int], None], int]], large: bool) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("sitegen.disk.glance.MANY", 1)
            if large:
                patch.setattr("sitegen.search.files.ONE_FILE_BELOW", 3)
            _compare(places, edits)

    edited()


def _compare(places: Path, edits: list[tuple[Callable[[Project, int], None], int]]) -> None:
    """Build after each edit, and compare with a build from nothing."""
    root, fresh = places / "edited", places / "fresh"
    shutil.rmtree(root, ignore_errors=True)
    project = Project(root)
    assert _made(root) is not None
    for edit, at in edits:
        before, times = _tree(root / "output"), _times(root / "output")
        edit(project, at % len(project.works))
        project.save()
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(root, fresh, ignore=lambda folder, names: {"output", ".sitegen"} & set(names))
        built = _made(root)
        assert built == _made(fresh)
        if built is None:
            continue
        after = _tree(root / "output")
        assert after == _tree(fresh / "output"), edit.__name__
        now = _times(root / "output")
        moved = [path for path, text in after.items() if before.get(path) == text and now[path] != times[path]]
        assert moved == [] or edit is _touched, edit.__name__


def test_an_edit_of_an_abstract_makes_anew_what_shows_it_and_nothing_else(tmp_path: Path) -> None:
    project = Project(tmp_path)
    build(tmp_path, BuildOptions())
    for path in (tmp_path / "output").rglob("*"):
        os.utime(path, ns=(1, path.stat().st_mtime_ns))
    project.works[3] = project.works[3].replace("weaves", "wove")
    project.save()
    asked = ("output/articles/lovelace1843/index.html", "/articles/euler1748/")
    result = build(tmp_path, BuildOptions(explain=asked))
    made, left = result.explained
    assert "lovelace1843" in made
    assert "nothing that it shows has changed" in left


def test_of_a_file_that_the_site_does_not_have_nothing_is_explained_even_where_nothing_changed(tmp_path: Path) -> None:
    Project(tmp_path)
    build(tmp_path, BuildOptions())
    with pytest.raises(SitegenError, match=r"the site has no file 'articles/euler1749/'"):
        build(tmp_path, BuildOptions(explain=("articles/euler1749/",)))
    (told,) = build(tmp_path, BuildOptions(explain=("articles/euler1748/",))).explained
    assert told == "articles/euler1748/index.html: left as it was, because nothing that it shows has changed"
