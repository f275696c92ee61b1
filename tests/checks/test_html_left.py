"""Markup of HTML that is text now, told where it stands."""

from pathlib import Path

from sitegen.checking import checked
from sitegen.progress import silent

VOLUME = r"""@inproceedings{part, crossref = {whole}, title = {On Light}, author = {Cole, Ann}}
@inproceedings{own, crossref = {whole}, title = {On \&quot;Dark\&quot;}, author = {Cole, Ann}}
@proceedings{whole, title = {Light}, year = 1901, editor = {T. M{\&quot;o}ller}}
"""


def test_what_entries_take_over_from_their_volume_is_told_at_the_volume_alone(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/refs.bib").write_text(VOLUME, "utf-8")
    found = [problem for problem in checked(tmp_path, "2026-11-30", silent).problems if problem.code == "html-left"]
    assert [(problem.id, problem.fields[0]) for problem in found] == [("own", "title"), ("whole", "editor")]
