"""Other names of a work's authors."""

from pathlib import Path

from sitegen.draft import draft
from sitegen.views.known_as import known_as

PEOPLE = """[ada-b-quill]
name = "Ada B. Quill"
variants = ["A. B. Quill", "Ada Beatrice Quill"]
"""


def names_of(folder: Path, *authors: str) -> list[tuple[str, ...]]:
    """The other names in each of some works, each by one author."""
    (folder / "content").mkdir()
    works = (f"@book{{b{at}, author={{{author}}}, title={{T{at}}}}}\n" for at, author in enumerate(authors))
    (folder / "content/a.bib").write_text("".join(works), "utf-8")
    (folder / "content/people.toml").write_text(PEOPLE, "utf-8")
    site = draft(folder).site
    return [known_as(site.library.entries[f"b{at}"], site, 50) for at in range(len(authors))]


def test_a_work_that_prints_initials_is_known_by_the_full_name_too(tmp_path: Path) -> None:
    assert names_of(tmp_path, "Quill, A. B.", "Nowak, Zoë") == [("Ada Beatrice Quill",), ()]


def test_a_form_that_says_less_than_another_is_not_said_again(tmp_path: Path) -> None:
    names = names_of(tmp_path, "Quill, Ada Beatrice", "Quill, A. B.", "Quill, Ada B.")
    assert names == [(), ("Ada Beatrice Quill",), ("Ada Beatrice Quill",)]


def test_namesakes_stay_apart(tmp_path: Path) -> None:
    assert names_of(tmp_path, "Nowak, Ada", "Nowak, Bea") == [(), ()]
