"""References of works in another script than that of the site's language."""

import re
from collections.abc import Callable

import pytest

from sitegen.citing import styles_of
from tests.conftest import Built

MakeSite = Callable[..., Built]
BIB = """
@book{adler, author = {Adler, Ann and Berg, Bo and Cole, Cy and Dorn, Di}, translator = {Egge, Eva},
  title = {On the {$\\beta$} Rays}, publisher = {Optical Press}, year = 1999, edition = 2}
@book{maqsud, author = {مقصودی, رضا and کاظمی, مینا and نوری, علی and باقری, سارا}, translator = {هدایت, نیما},
  title = {نور و سایه}, publisher = {نشر روشن}, year = 1999}
@phdthesis{finn, author = {Finn, Flo}, title = {Dim Lights}, school = {University of Bergen}, year = 2001}
"""


def references(page: str) -> str:
    return " ".join(re.findall(r'<p class="ref"[^>]*>(.*?)</p>', page))


def test_a_persian_site_has_references_of_latin_works_in_english_and_of_persian_works_in_persian(
    make_site: MakeSite,
) -> None:
    site = make_site({"content/works.bib": BIB, "content/site.toml": 'language = "fa"\n'})
    latin, persian = (references(site.text(f"articles/{key}/index.html")) for key in ("adler", "maqsud"))
    assert "et al." in latin and "Trans." in latin
    assert not re.search("[آ-ی]", re.sub("<a .*?</a>", "", latin))
    assert "و همکاران" in persian
    assert not re.search(r"et al|Trans\.", persian)


def test_what_sitegen_itself_says_in_such_a_reference_is_english_too(make_site: MakeSite) -> None:
    site = make_site({"content/works.bib": BIB, "content/site.toml": 'language = "zh"\n'})
    assert "PhD thesis" in references(site.text("articles/finn/index.html"))
    assert not re.search("[一-龥]", references(site.text("articles/finn/index.html")))


def test_a_german_site_has_its_words_in_references_of_all_works(make_site: MakeSite) -> None:
    site = make_site({"content/works.bib": BIB, "content/site.toml": 'language = "de"\n'})
    assert "Übers." in references(site.text("articles/adler/index.html"))


def test_lists_of_references_and_citations_take_each_work_as_its_own_page_does(make_site: MakeSite) -> None:
    site = make_site(
        {
            "content/works.bib": BIB,
            "content/site.toml": 'language = "fa"\n[cite]\nreferences = ["year"]\nstyles = ["chicago-author-date"]\n',
            "content/about.md": "# A\n\nSee [@adler] and [@maqsud].\n",
        }
    )
    page = site.text("years/1999/index.html")
    assert "Translated by" in page and "ترجمه" in page
    about = site.text("about/index.html")
    assert "Translated by" in about and "ترجمه" in about
    assert "Adler et al." in about and "مقصودی و همکاران" in about


@pytest.mark.parametrize(
    ("language", "both"), [("fa", True), ("zh", True), ("ru", True), ("de", False), ("sr-Latn", False)]
)
def test_only_languages_of_another_script_need_a_style_twice(language: str, both: bool) -> None:
    chosen = styles_of(["apa"], language, lambda _: None)["apa"]
    item = {"type": "book", "title": "Lamps", "translator": [{"family": "Doe"}]}
    english = styles_of(["apa"], "en", lambda _: None)["apa"]
    assert (chosen.reference(item) == english.reference(item)) is both
