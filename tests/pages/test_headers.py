"""The headers that hosts send where they let a site say so."""

from collections.abc import Callable

from tests.conftest import Built


def test_a_site_may_not_be_framed_or_guessed_at(make_site: Callable[..., Built]) -> None:
    text = make_site({"content/a.bib": "@misc{a, title = {A}}"}).text("_headers")
    assert text.startswith("/*\n  Content-Security-Policy: frame-ancestors 'none'\n")
    assert "\n  X-Content-Type-Options: nosniff\n" in text


def test_only_files_whose_names_change_with_them_are_kept_for_ever(make_site: Callable[..., Built]) -> None:
    site = make_site({"content/a.bib": "@misc{a, title = {A}}"})
    before, _, after = site.text("_headers").partition("/assets/*")
    assert "immutable" not in before
    assert "immutable" in after
    assert all(path.count(".") == 2 for path in site.paths() if path.startswith("assets/"))
