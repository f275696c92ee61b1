"""An address that people may have written down does not vanish without a word."""

from collections.abc import Callable

from tests.conftest import Built

MakeSite = Callable[..., Built]


def book(key: str, more: str = "") -> str:
    return f"@book{{{key}, author = {{Doe, Jane}}, title = {{A Title}}, publisher = {{P}}, year = 2001{more}}}\n"


def said(built: Built) -> list[str]:
    return [problem.message for problem in built.problems("address-vanished")]


def test_a_work_whose_key_changed_is_missed_at_its_old_address_once(make_site: MakeSite) -> None:
    assert said(make_site({"content/a.bib": book("old")})) == []
    files = {"content/a.bib": book("new")}
    assert said(make_site(files)) == [
        "nothing is at the address articles/old/ any more, where the last build had a work"
    ]
    assert said(make_site(files)) == []


def test_an_alias_or_a_redirect_answers_in_its_place(make_site: MakeSite) -> None:
    make_site({"content/a.bib": book("old") + book("older").replace("A Title", "Another")})
    files = {
        "content/a.bib": book("new", ", aliases = {old}"),
        "content/site.toml": 'title = "Toy"\nurl = "https://toy.example/"\n[redirects]\n"articles/older/" = "new"\n',
    }
    assert said(make_site(files)) == []


def test_who_does_not_want_to_hear_of_it_does_not(make_site: MakeSite) -> None:
    make_site({"content/a.bib": book("old")})
    files = {"content/a.bib": book("new"), "content/site.toml": '[check]\nignore = ["address-vanished"]\n'}
    assert said(make_site(files)) == []


def test_many_are_told_in_few_lines(make_site: MakeSite) -> None:
    make_site({"content/a.bib": "".join(book(f"k{number}").replace("A T", f"{number} T") for number in range(60))})
    told = said(make_site({"content/a.bib": book("new")}))
    assert len(told) == 21
    assert told[-1] == "nothing is at 40 more addresses of works any more"
