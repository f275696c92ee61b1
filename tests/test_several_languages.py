"""A site in several languages: every page in each, what is no page once."""

import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest

from sitegen.build import BuildOptions, build
from sitegen.configured import read_site
from sitegen.problems import SitegenError

TOY = Path(__file__).parent / "golden" / "content"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("several")
    shutil.copytree(TOY, root / "content")
    config = root / "content" / "site.toml"
    told = re.sub(r"^language = .*\n", "", config.read_text("utf-8"), flags=re.MULTILINE)
    config.write_text(f'languages = ["fa", "en"]\n{told}\n[translations.fa]\ntitle = "کتابخانه"\n', "utf-8")
    (root / "content" / "about.fa.md").write_text("# درباره\n\nسلام\n", "utf-8")
    (root / "content" / "only.en.md").write_text("# Only here\n\nHello\n", "utf-8")
    build(root, BuildOptions(base_url="https://toy.example/"))
    return root / "output"


def read(output: Path, path: str) -> str:
    return (output / path).read_text("utf-8")


def alternates(page: str) -> dict[str, str]:
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', page))


def test_every_page_is_there_in_each_language_and_the_same_ones(output: Path) -> None:
    pages = {tag: {path.relative_to(output / tag) for path in (output / tag).rglob("*.html")} for tag in ("fa", "en")}
    assert pages["fa"] ^ pages["en"] == {Path("only/index.html")}
    assert len(pages["en"]) > 30


def test_each_page_says_its_language_and_direction(output: Path) -> None:
    for path in (output / "fa").rglob("*.html"):
        assert '<html lang="fa" dir="rtl">' in path.read_text("utf-8")
    for path in (output / "en").rglob("*.html"):
        assert '<html lang="en">' in path.read_text("utf-8")


def test_pages_name_each_other_with_themselves_and_a_page_for_all_other_readers(output: Path) -> None:
    found = 0
    for path in (*(output / "fa").rglob("*.html"), *(output / "en").rglob("*.html")):
        page = path.read_text("utf-8")
        told = alternates(page)
        if 'content="noindex"' in page or path.parent.name == "only":
            continue
        found += 1
        assert set(told) == {"fa", "en", "x-default"}, path
        own = path.relative_to(output).parent.as_posix() + "/"
        assert f"https://toy.example/{own}" in map(unquote, told.values())
        for address in (told["fa"], told["en"]):
            file = output / unquote(address).removeprefix("https://toy.example/") / "index.html"
            assert file.is_file(), (path, address)
            assert alternates(file.read_text("utf-8")) == told
    assert found > 60


def test_the_switch_leads_to_the_same_page_or_home_where_it_is_not_there(output: Path) -> None:
    def switch(path: str) -> str:
        found = re.search(r'<ul class="tongues".*?href="([^"]*)"', read(output, path), re.DOTALL)
        assert found
        return found[1]

    assert switch("en/venues/index.html") == "../../fa/venues/"
    assert switch("en/index.html") == "../fa/"
    assert switch("en/only/index.html") == "../../fa/"
    assert alternates(read(output, "en/only/index.html")).keys() == {"en", "x-default"}


def test_files_that_say_the_same_in_every_language_stand_once(output: Path) -> None:
    assert (output / "library.bib").is_file()
    assert list(output.glob("articles/*/*.bib"))
    for tag in ("fa", "en"):
        assert not list((output / tag).rglob("*.bib"))
        assert not (output / tag / "assets").exists()


def test_all_links_of_all_pages_lead_to_files(output: Path) -> None:
    for path in output.rglob("*.html"):
        page = re.sub(r"<pre.*?</pre>", "", path.read_text("utf-8"), flags=re.DOTALL)
        for target in re.findall(r'(?:href|src|data-src)="([^"#?:]+)[#?"]', page):
            from_root = (
                output / unquote(target).lstrip("/") if target.startswith("/") else path.parent / unquote(target)
            )
            file = from_root / "index.html" if target.endswith("/") else from_root
            assert file.is_file(), (path, target)


def test_the_search_of_a_language_finds_its_own_pages(output: Path) -> None:
    for tag, name in (("fa", "مقاله"), ("en", "Article")):
        rows = json.loads(read(output, f"{tag}/search.json"))["works"]
        assert all(row[0].startswith(f"{tag}/articles/") for row in rows)
        assert any(name in row for row in rows)


def test_the_root_lets_readers_choose_and_addresses_of_works_without_a_language_go_on(output: Path) -> None:
    root = read(output, "index.html")
    assert alternates(root)["x-default"] == "https://toy.example/"
    assert '<a class="chip" href="fa/" hreflang="fa"><bdi lang="fa">فارسی</bdi></a>' in root
    key = next((output / "en" / "articles").iterdir()).name
    assert f'content="0; url=../../fa/articles/{key}/"' in read(output, f"articles/{key}/index.html")


def test_titles_and_pages_are_those_of_the_language(output: Path) -> None:
    assert "کتابخانه" in read(output, "fa/index.html")
    assert "کتابخانه" not in read(output, "en/index.html")
    assert "سلام" in read(output, "fa/about/index.html")
    assert "سلام" not in read(output, "en/about/index.html")


def test_robots_are_led_to_the_sitemap_of_each_language(output: Path) -> None:
    assert re.findall(r"Sitemap: (.*)", read(output, "robots.txt")) == [
        "https://toy.example/fa/sitemap.xml",
        "https://toy.example/en/sitemap.xml",
    ]
    assert "https://toy.example/fa/articles/" in read(output, "fa/sitemap.xml")


def test_a_list_of_one_language_is_a_site_of_one_language() -> None:
    config = read_site('languages = ["fa"]\n', "site.toml")
    assert (config.language, config.languages) == ("fa", ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('languages = ["fa", "english!"]', "'english!', which is no language tag"),
        ('languages = ["fa", "FA"]', "names a language twice"),
        ('languages = ["fa", "en"]\n[translations.de]\ntitle = "x"', "'de', which is none of the site's languages"),
        ('languages = ["fa", "en"]\n[translations.en]\ntitel = "x"', "titel"),
    ],
)
def test_a_mistake_in_the_languages_is_told(text: str, message: str) -> None:
    with pytest.raises(SitegenError, match=re.escape(message)):
        read_site(text, "site.toml")


def test_a_page_of_one_language_stands_in_the_header_of_that_language_alone(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for name, text in {
        "site.toml": 'languages = ["en", "fa"]\n',
        "works.bib": "@misc{work, title={Work}, year=2000}\n",
        "about.md": "---\nnavigation: About\n---\n# About\n",
        "about.fa.md": "---\nnavigation: درباره\n---\n# درباره\n",
    }.items():
        (tmp_path / "content" / name).write_text(text, "utf-8")
    build(tmp_path, BuildOptions())
    shown = {
        tag: re.findall(r'href="../\w+/about/">([^<]+)<', (tmp_path / "output" / tag / "index.html").read_text("utf-8"))
        for tag in ("en", "fa")
    }
    assert shown == {"en": ["About"], "fa": ["درباره"]}
