"""The looks of the theme, an accent of the owner's, and a journal's front page, as a site gets them."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.build import BuildOptions, build
from sitegen.configured import read_site
from sitegen.looks import GOOD, LEAST, LOOKS, USUAL, accent_sheet, too_pale
from sitegen.packaged import default_folder
from sitegen.problems import SitegenError
from sitegen.text.contrast import contrast, least_contrast
from tests.conftest import write_files

BIB = """
@article{a, author={Quill, Ada}, title={Old lamps}, journal={Small Lights}, volume=9, number=4, pages={1--9}, year=2019}
@article{b, author={Quill, A.}, title={New lamps}, journal={Small Lights}, volume=10, number=1, pages={12}, year=2020}
@article{c, author={Berg, J.}, title={First lamps}, journal={Small Lights}, volume=10, number=1, pages={2}, year=2020}
@article{d, author={Berg, Jan}, title={Later lamps}, journal={Small Lights}, volume={in press}, year=2021}
@article{e, author={Roe, Rita}, title={Elsewhere}, journal={Big Lights}, volume=99, year=2022}
"""
VENUES = """
[small-lights]
name = "Small Lights"
issn = ["1234-5679"]
publisher = "Harbour Press"
homepage = "https://lights.example/"
"""


def made(root: Path, config: str) -> Path:
    """The output of a small site with this configuration."""
    write_files(root, {"content/all.bib": BIB, "content/venues.toml": VENUES, "content/site.toml": config})
    build(root, BuildOptions())
    return root / "output"


def sheets(output: Path) -> list[str]:
    """The style sheets that the home page loads, in their order."""
    return re.findall(r'<link rel="stylesheet" href="assets/([a-z]+)\.\w+\.css">', (output / "index.html").read_text())


def files(output: Path) -> dict[str, bytes]:
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def front(output: Path) -> str:
    """What stands on the home page about the journal, "" for nothing."""
    found = re.search(r'<section class="journal".*?</aside>', (output / "index.html").read_text("utf-8"), re.DOTALL)
    return found[0] if found else ""


def test_a_site_that_names_no_theme_loads_one_style_sheet(tmp_path: Path) -> None:
    output = made(tmp_path, "")
    assert sheets(output) == ["style"]
    assert front(output) == ""
    assert {path.name.partition(".")[0] for path in (output / "assets").glob("*.css")} == {"style"}


@pytest.mark.parametrize("look", sorted(LOOKS.keys() - {USUAL}))
def test_a_look_and_an_accent_come_after_the_theme_and_before_the_sheets_of_the_site(tmp_path: Path, look: str) -> None:
    (tmp_path / "templates/assets").mkdir(parents=True)
    (tmp_path / "templates/assets/mine.css").write_text(":root { --wide: 50rem; }\n")
    output = made(tmp_path, f'theme = "{look}"\naccent = "#7A2E00"')
    assert sheets(output) == ["style", look, "accent", "mine"]
    assert (
        f'content="{LOOKS[look].light.page}" media="(prefers-color-scheme: light)"' in (output / "404.html").read_text()
    )


def test_a_change_of_look_leaves_what_a_build_from_nothing_makes(tmp_path: Path) -> None:
    for config in (
        'theme = "journal"',
        'theme = "plain"\naccent = "#7a2e00"',
        'theme = "journal"\naccent = "#00457c"',
        "",
    ):
        after = files(made(tmp_path / "site", config))
        assert after == files(made(tmp_path / "new", config)), config
        shutil.rmtree(tmp_path / "new")


def blocks(look: str) -> list[dict[str, str]]:
    """The colours of a look's style sheet: by light, in the dark, and in the dark by choice."""
    name = "assets/style.css" if look == USUAL else f"themes/{look}.css"
    css = (default_folder() / name).read_text("utf-8")
    found = [dict(re.findall(r"--(\w+): (#\w{3,6})\b", block)) for block in re.findall(r"\{([^{}]*--bg:[^{}]*)\}", css)]
    return [{k: v if len(v) == 7 else "#" + "".join(2 * c for c in v[1:]) for k, v in each.items()} for each in found][
        :3
    ]


@pytest.mark.parametrize("look", LOOKS)
def test_the_text_of_every_look_has_a_contrast_of_seven_and_its_borders_of_three(look: str) -> None:
    light, dark, chosen = blocks(look)
    assert dark == chosen
    for colors, surfaces in ((light, LOOKS[look].light), (dark, LOOKS[look].dark)):
        assert (colors["bg"], colors["raised"]) == surfaces.grounds
        for text in (colors["text"], colors["muted"], colors["link"], colors["rubric"], surfaces.alarm):
            assert least_contrast(text, surfaces.grounds) >= 7
        assert contrast(colors["on"], colors["link"]) >= 7
        assert contrast(colors["text"], colors["mark"]) >= 7
        assert least_contrast(colors["edge"], surfaces.grounds) >= 3


def test_an_unknown_theme_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(SitegenError, match="theme cannot be 'jurnal'") as caught:
        read_site('theme = "jurnal"', "site.toml")
    assert caught.value.hint == "Did you mean 'journal'?"


@pytest.mark.parametrize("accent", ["red", "#abc", "#12345g", "1d4a7a"])
def test_an_accent_that_is_no_colour_is_refused_with_an_example(accent: str) -> None:
    with pytest.raises(SitegenError, match="is not a colour") as caught:
        read_site(f'accent = "{accent}"', "site.toml")
    assert caught.value.hint == 'Write accent = "#1d4a7a".'


def test_a_pale_accent_is_refused_with_the_nearest_that_passes() -> None:
    with pytest.raises(SitegenError, match=r"has a contrast of 1\.8:1 .*'rubric'.* needs 4\.5:1") as caught:
        read_site('accent = "#f0a000"', "site.toml")
    nearest = re.findall(r"#\w{6}", caught.value.hint)[0]
    assert read_site(f'accent = "{nearest}"', "site.toml").accent == nearest
    assert LEAST <= least_contrast(nearest, LOOKS[USUAL].light.grounds) < LEAST + 0.1


@given(st.integers(0, 0xFFFFFF), st.sampled_from(sorted(LOOKS)))
def test_whatever_the_accent_it_can_be_read_by_light_and_in_the_dark(number: int, look: str) -> None:
    accent = f"#{number:06x}"
    pale = too_pale(accent, look)
    light, dark = LOOKS[look].light, LOOKS[look].dark
    chosen = pale[1] if pale else accent
    assert too_pale(chosen, look) is None
    first, *rest = re.findall(r"--link:(#\w{6})", accent_sheet(chosen, look))
    assert first == chosen
    assert least_contrast(first, light.grounds) >= LEAST
    assert len(rest) == 2
    assert all(least_contrast(each, dark.grounds) >= GOOD for each in rest)


def test_a_journal_shows_its_newest_issue_in_the_order_of_pages(tmp_path: Path) -> None:
    shown = front(made(tmp_path, 'theme = "journal"'))
    assert "Volume 10, issue 1 (2020)" in shown
    assert re.findall(r"(\w+ lamps)</", shown) == ["First lamps", "New lamps"]
    assert "1234-5679" in shown
    assert "Harbour Press" in shown
    assert '<a href="https://lights.example/"><bdi>https://lights.example/</bdi></a>' in shown
    assert re.findall(r'href="venues/small-lights/([^"]+)/"><bdi>', shown) == ["in-press", "10", "9"]


def test_a_journal_may_name_itself_its_issue_and_its_editors(tmp_path: Path) -> None:
    chosen = '[journal]\nvenue = "Small Lights"\nvolume = "9"\neditors = ["Ada Quill, editor in chief", "Nobody Else"]'
    shown = front(made(tmp_path, f'theme = "journal"\n{chosen}'))
    assert "Volume 9, issue 4 (2019)" in shown
    assert '<a href="authors/ada-quill/"><bdi>Ada Quill, editor in chief</bdi></a>' in shown
    assert "<bdi>Nobody Else</bdi>" in shown


@pytest.mark.parametrize(
    ("chosen", "said", "hint"),
    [
        ('venue = "Small Light"', "venue 'Small Light' is no journal", "'Small Lights'"),
        ('volume = "11"', "volume '11' is no volume of 'Small Lights'", "'10'"),
        ('volume = "10"\nissue = "14"', "issue '14' is no issue of 'Small Lights'", "'1'"),
    ],
)
def test_a_journal_or_an_issue_that_is_not_there_is_refused(tmp_path: Path, chosen: str, said: str, hint: str) -> None:
    with pytest.raises(SitegenError, match=said) as caught:
        made(tmp_path, f"[journal]\n{chosen}")
    assert caught.value.hint == f"Did you mean {hint}?"


def test_a_journal_without_works_has_a_home_page(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/site.toml": 'theme = "journal"'})
    build(tmp_path, BuildOptions())
    assert front(tmp_path / "output") == ""
    assert "No works yet" in (tmp_path / "output/index.html").read_text("utf-8")
