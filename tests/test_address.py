"""The address a site is published under."""

from pathlib import Path

import pytest

from sitegen.address import pages_address, path_of, settled, site_address
from sitegen.problems import SitegenError


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://github.com/ada/papers.git", "https://ada.github.io/papers/"),
        ("https://github.com/ada/papers", "https://ada.github.io/papers/"),
        ("git@github.com:Ada/Papers.git", "https://ada.github.io/Papers/"),
        ("ssh://git@github.com:22/ada/papers.git", "https://ada.github.io/papers/"),
        ("https://token@github.com/ada/ada.github.io.git", "https://ada.github.io/"),
        ("https://gitlab.com/ada/papers.git", ""),
        ("https://github.com.evil.example/ada/papers", ""),
        ("https://evil.example/github.com/ada/papers", ""),
        ('https://github.com/ada/"><script>', ""),
        ("/srv/git/papers.git", ""),
    ],
)
def test_the_remote_origin_on_github_tells_the_address_of_its_pages(remote: str, address: str) -> None:
    assert pages_address(f'[core]\n\tbare = false\n[remote "origin"]\n\turl = {remote}\n\tfetch = +refs/*\n') == address


def test_other_remotes_tell_nothing() -> None:
    assert pages_address('[remote "upstream"]\n\turl = https://github.com/ada/papers.git\n[branch "main"]\n') == ""


def test_what_is_given_goes_before_what_is_found(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/config").write_text('[remote "origin"]\n\turl = git@github.com:ada/papers.git\n', "utf-8")
    assert settled(tmp_path, "", "https://example.org/x") == ("https://example.org/x/", ())
    address, (remark,) = settled(tmp_path, "", "")
    assert address == "https://ada.github.io/papers/"
    assert (remark.level, remark.code) == ("info", "address-from-git")


def test_nothing_given_and_nothing_found_is_no_address(tmp_path: Path) -> None:
    assert settled(tmp_path, "") == ("", ())


@pytest.mark.parametrize(
    "text", ["example.org", "ftp://example.org/", "https://", "https://me@example.org/", "https://x/?q", "https://a b/"]
)
def test_what_is_no_web_address_is_refused(text: str) -> None:
    with pytest.raises(SitegenError, match="is not a web address"):
        site_address(text)


def test_the_base_path_is_the_path_of_the_address() -> None:
    assert (path_of("https://ada.github.io/papers/"), path_of("https://ada.github.io/"), path_of("")) == (
        "/papers/",
        "/",
        "/",
    )
