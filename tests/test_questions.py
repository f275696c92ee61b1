"""Questions: what asks one depends on its answer alone, and it is asked again where something read for it changed."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest

import sitegen.pages
from sitegen.build import BuildOptions, build
from sitegen.draft import draft
from sitegen.model.library import Library
from sitegen.pages import Artifact, PageKind
from sitegen.plan import plan
from sitegen.reads import Place, Read
from sitegen.search.revised import revised_index
from sitegen.shelf import load
from sitegen.site import Links, Site
from sitegen.traces.answers import DEAR, Answers
from sitegen.traces.comparison import Comparison
from sitegen.traces.digests import MISSING, encoded
from sitegen.traces.found import Found
from sitegen.traces.kept import Kept, Pages
from sitegen.traces.last import Last, grown
from sitegen.traces.noted import Noted
from sitegen.traces.places import Places
from sitegen.traces.questions import QUESTIONS, REVISED, Question, asked_again
from sitegen.traces.stale import Stale, stale
from sitegen.traces.values import Values
from sitegen.traces.watch import SITE_TABLES, watched
from sitegen.views.places import around, how_many
from sitegen.views.records import brief_record, record_of

WORKS = [
    f"@article{{w{at}, title={{Work {at}}}, author={{Cole, Ann}}, year={2000 + at}, journal={{Acta}},"
    f" keywords={{light}}, abstract={{Of {at}.}}}}\n"
    for at in range(12)
]
OTHER = "@book{other, title={On Sound}, author={Reed, Bo}, year=2005, keywords={sound}}\n"


def site_of(root: Path, works: Sequence[str]) -> tuple[Site, Links]:
    """The site of these works, whose tables note who reads them."""
    (root / "content").mkdir(exist_ok=True)
    (root / "content/all.bib").write_text("".join(works), "utf-8")
    site = draft(root).site
    links = plan(site, load(sitegen.pages, PageKind))[1]
    return watched(site, Answers(root / "answers", QUESTIONS)), links


def answer(root: Path, works: Sequence[str], read: Read) -> bytes:
    """The digest of what a question is answered in the site of these works."""
    return asked_again(read, *site_of(root, works))


ASKED: dict[str, tuple[tuple[object, ...], Callable[[list[str]], list[str]], Callable[[list[str]], list[str]]]] = {
    "how_many": (
        ("by_topic", "light"),
        lambda works: works[1:],
        lambda works: [each.replace("Of 3", "") for each in works],
    ),
    "sizes": (
        ("by_topic",),
        lambda works: works[:-1],
        lambda works: [each.replace("Work 3", "Title") for each in works],
    ),
    "stretch": (
        ("by_topic", "light", 2, 6),
        lambda works: works[1:6] + works[7:],
        lambda works: works[1:],
    ),
    "newest": (
        (2,),
        lambda works: works[:-2],
        lambda works: [each.replace("Work 3", "Title") for each in works],
    ),
    "selected": (
        (),
        lambda works: [each.replace("{w5,", "{w5, selected={true},") for each in works],
        lambda works: [each.replace("Work 3", "Title") for each in works],
    ),
    "with_pdf": (
        (),
        lambda works: [each.replace("{w5,", "{w5, pdf={https://acta.example/5.pdf},") for each in works],
        lambda works: [each.replace("Work 3", "Title") for each in works],
    ),
    "years_between": (
        ("by_topic", "light"),
        lambda works: works[1:],
        lambda works: works[:5] + works[6:],
    ),
    "topics_among": (
        ("by_type", "article-journal", 3),
        lambda works: works[1:],
        lambda works: [each.replace("Work 3", "Title") for each in works],
    ),
    "around": (
        ("by_topic", "light", "w5", 2),
        lambda works: [each for each in works if "{w6," not in each],
        lambda works: [each for each in works if "{w9," not in each],
    ),
    "related": (
        ("w5",),
        lambda works: [each.replace("Cole, Ann", "Cole, Bea") if "{w5," in each else each for each in works],
        lambda works: [each.replace("Of 4", "About 4") for each in works],
    ),
    "brief_work": (
        ("w5",),
        lambda works: [each.replace("Work 5", "Another") for each in works],
        lambda works: [each.replace("Of 5", "About 5") for each in works],
    ),
    "full_work": (
        ("w5", True, False),
        lambda works: [each.replace("Of 5", "About 5") for each in works],
        lambda works: [each.replace("Work 4", "Another") for each in works],
    ),
    "ids_of_works": (
        (),
        lambda works: works[1:],
        lambda works: [each.replace("2003", "1903") for each in works],
    ),
    "index_file": (
        ("",),
        lambda works: [each.replace("Work 5", "Another") for each in works],
        lambda works: [each.replace("author", "note={Kept.}, author") for each in works],
    ),
    "index_files": (
        (),
        lambda works: [each.replace("Work 5", "Another") for each in works],
        lambda works: [each.replace("author", "note={Kept.}, author") for each in works],
    ),
    "search_terms": (
        ("w5",),
        lambda works: [each.replace("Work 5", "Another") for each in works],
        lambda works: [each.replace("Work 4", "Another") for each in works],
    ),
    "record_of": (
        ("bibtex", "w5"),
        lambda works: [each.replace("Of 5", "About 5") for each in works],
        lambda works: [each.replace("Of 4", "About 4") for each in works],
    ),
    "brief_record": (
        ("bibtex", "w5"),
        lambda works: [each.replace("Work 5", "Another") for each in works],
        lambda works: [each.replace("Of 5", "About 5") for each in works],
    ),
}
"""For every question: of what it is asked, an edit that changes the answer, and one that does not."""


@pytest.mark.parametrize("name", QUESTIONS)
def test_another_answer_has_another_digest_and_the_same_answer_the_same(name: str, tmp_path: Path) -> None:
    about, changes, leaves = ASKED[name]
    works = [*WORKS, OTHER]
    before = answer(tmp_path, works, (name, about))
    assert before != MISSING
    assert answer(tmp_path, leaves(works), (name, about)) == before
    assert answer(tmp_path, changes(works), (name, about)) != before


def test_no_question_has_the_name_of_a_table() -> None:
    assert not {*QUESTIONS} & {*SITE_TABLES, *(field.name for field in fields(Library))}


def test_what_asks_a_question_notes_the_question_and_not_what_was_read_for_it(tmp_path: Path) -> None:
    site, links = site_of(tmp_path, WORKS)
    assert site.reads
    read = ("around", ("by_topic", "light", "w5", 1))
    found, seen = site.reads.apart(lambda: site.ask(around, links, "by_topic", "light", "w5", 1))
    assert found == (("w6",), ("w4",))
    assert seen == {site.reads.numbers[read]}
    assert site.reads.answered()[read][1] == {site.reads.numbers["by_topic", "light"]}


def test_a_question_that_the_next_build_could_not_ask_is_refused(tmp_path: Path) -> None:
    def unheard_of(site: Site, links: Links) -> int:
        return 1

    site, links = site_of(tmp_path, WORKS)
    with pytest.raises(LookupError, match="unheard_of is no question"):
        site.ask(unheard_of, links)


def test_a_question_about_what_is_gone_has_no_answer(tmp_path: Path) -> None:
    assert answer(tmp_path, WORKS, ("brief_work", ("nobody",))) == MISSING
    assert answer(tmp_path, WORKS, ("nothing_known", ("w1",))) == MISSING


def compared(root: Path, before: Sequence[str], now: Sequence[str]) -> tuple[Stale, list[Read]]:
    """A page asks how many works have the topic light and what stands around w5: what of it is stale, who was asked."""
    site, links = site_of(root, before)
    assert site.reads
    noted = Noted(site.reads.numbers)
    _, seen = site.reads.apart(
        lambda: (site.ask(how_many, links, "by_topic", "light"), site.ask(around, links, "by_topic", "light", "w5", 1))
    )
    noted.add(Artifact("page", "k", ""), seen)
    noted.learn(site.reads.answered())
    values = partial(Values, links=links, templates=lambda _: b"")
    kept = Stale().keep(noted, (), b"w", values(site), b"m")
    site, links = site_of(root, now)
    asked: list[Read] = []

    def ask(read: Read) -> bytes:
        asked.append(read)
        return asked_again(read, site, links)

    return stale(Last(kept), lambda last: Comparison(last, values(site), ask)), asked


def changed(since: Stale) -> set[str]:
    """The names of what a page read that is different now."""
    return {name for name, _key in since.reasons(Artifact("page", "k", ""))}


def test_nobody_is_asked_again_where_nothing_that_was_read_for_the_answer_changed(tmp_path: Path) -> None:
    since, asked = compared(tmp_path, WORKS, [each.replace("Work 3", "Title") for each in WORKS])
    assert asked == []
    assert not changed(since)


def test_a_page_stands_where_a_question_is_asked_again_and_the_answer_is_the_same(tmp_path: Path) -> None:
    since, asked = compared(tmp_path, WORKS, [*WORKS[1:], WORKS[1].replace("w1", "v1")])
    assert {name for name, _ in asked} == {"how_many", "around"}
    assert not changed(since)


def test_a_page_falls_with_the_answer_and_with_no_other(tmp_path: Path) -> None:
    since, _ = compared(tmp_path, WORKS, WORKS[1:])
    assert changed(since) == {"how_many"}


def test_a_work_that_comes_or_goes_leaves_the_pages_that_show_none_of_it(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/all.bib").write_text("".join([*WORKS, OTHER]), "utf-8")
    build(tmp_path, BuildOptions())
    (tmp_path / "content/all.bib").write_text("".join([*WORKS[:2], *WORKS[3:], OTHER]), "utf-8")
    wanted = [f"articles/{id_}/" for id_ in ("w1", "w11", "other")]
    told = build(tmp_path, BuildOptions(explain=tuple(wanted))).explained
    assert ["left as it was" in each for each in told] == [False, True, True]
    assert "which works are related to 'w1'" in told[0]


def test_pages_that_show_the_library_in_numbers_stand_when_the_title_of_a_work_is_mended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sitegen.views.parts.MOST", 4)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.toml").write_text("home_limit = 5\nhome_newest = 2\n", "utf-8")
    (tmp_path / "content/all.bib").write_text("".join(WORKS), "utf-8")
    build(tmp_path, BuildOptions())
    (tmp_path / "content/all.bib").write_text("".join(WORKS).replace("{Work 3}", "{Title}"), "utf-8")
    wanted = ("index.html", "search/index.html", "types/article-journal/index.html", "types/article-journal/page.3/")
    told = build(tmp_path, BuildOptions(explain=wanted)).explained
    assert ["left as it was" in each for each in told] == [True, True, True, False]


def memory_of(root: Path, site: Site) -> Answers:
    """A memory that trusts what the questions of a site were answered."""
    assert site.reads
    answers = site.reads.answered()
    found = Answers(root / "answers", QUESTIONS)

    def place(read: Read) -> tuple[Place, bytes] | None:
        digest, _reads, kept = answers[read]
        return (kept, digest) if kept else None

    found.trust(place)
    return found


@pytest.mark.parametrize("name", DEAR)
def test_an_answer_that_was_kept_is_taken_from_the_disk_and_is_the_same(name: str, tmp_path: Path) -> None:
    about = ASKED[name][0]
    site, links = site_of(tmp_path, WORKS)
    made = site.ask(QUESTIONS[name], links, *about)
    found = memory_of(tmp_path, site).recall((name, about))
    assert found
    assert found.value == made


@pytest.mark.parametrize("name", DEAR)
def test_an_answer_that_was_damaged_on_the_disk_is_found_anew(name: str, tmp_path: Path) -> None:
    about = ASKED[name][0]
    site, links = site_of(tmp_path, WORKS)
    site.ask(QUESTIONS[name], links, *about)
    memory = memory_of(tmp_path, site)
    (file,) = (tmp_path / "answers").iterdir()
    whole = file.read_bytes()
    answer = memory.recall((name, about))
    assert answer
    lies = whole.rindex(encoded(answer.value))
    for at in (lies, (lies + len(whole)) // 2, len(whole) - 1):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert memory.recall((name, about)) is None
    file.write_bytes(whole[:-1])
    assert memory.recall((name, about)) is None
    file.write_bytes(whole)
    assert memory.recall((name, about))


def test_answers_that_are_wanted_together_are_those_that_are_wanted_one_by_one(tmp_path: Path) -> None:
    site, links = site_of(tmp_path, WORKS)
    abouts = [("bibtex", f"w{at}") for at in (7, 2, 11, 3)]
    made = site.ask_each(QUESTIONS["record_of"], links, abouts)
    memory, reads = memory_of(tmp_path, site), [("record_of", about) for about in abouts]
    one_by_one = {read: memory.recall(read) for read in reads}
    assert [each.value for each in one_by_one.values() if each] == made
    assert memory.recall_each(reads) == one_by_one
    (file,) = (tmp_path / "answers").iterdir()
    whole = file.read_bytes()
    at = whole.rindex(b"Work 2}")
    file.write_bytes(whole[:at] + b"w" + whole[at + 1 :])
    left = {read: each for read, each in one_by_one.items() if read[1] != ("bibtex", "w2")}
    assert memory.recall_each(reads) == left
    file.write_bytes(whole[: len(whole) // 2])
    assert memory.recall_each(reads).items() <= one_by_one.items()


def test_answers_spread_over_many_files_are_brought_together(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lying = []
    for number in range(3):
        memory = Answers(tmp_path / "answers", QUESTIONS)
        _digest, place = memory.note(("record_of", ("bibtex", str(number))), b"text %d" % number)
        memory.flush()
        assert place
        lying.append((number, place))
    memory, places = Answers(tmp_path / "answers", QUESTIONS), Places.of(lying)
    assert memory.together(places) == places
    monkeypatch.setattr("sitegen.traces.answers.MOST_FILES", 2)
    copied = memory.together(places)
    memory.tidy(copied.names)
    (file,) = (tmp_path / "answers").iterdir()
    assert {place[0] for _, place in copied.items()} == {file.name}
    data = file.read_bytes()
    assert [data[at : at + length][2:] for _, (_, at, length) in copied.items()] == [b"text 0", b"text 1", b"text 2"]


def test_only_what_a_build_wrote_is_tidied_away(tmp_path: Path) -> None:
    folder = tmp_path / "answers"
    folder.mkdir()
    (folder / "mine.txt").write_text("kept", "utf-8")
    (folder / "7").write_text("old", "utf-8")
    Answers(folder, QUESTIONS).tidy({})
    assert [each.name for each in folder.iterdir()] == ["mine.txt"]
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "7").write_text("theirs", "utf-8")
    (tmp_path / "link").symlink_to(elsewhere)
    linked = Answers(tmp_path / "link", QUESTIONS)
    assert linked.note(("record_of", ("bibtex", "a")), b"text")[1] is None
    linked.tidy({})
    assert (elsewhere / "7").exists()


def named(reads: Sequence[Read]) -> tuple[list[str], list[Hashable]]:
    """The names and the keys of what was read."""
    return [name for name, _key in reads], [key for _name, key in reads]


def test_a_question_is_not_asked_again_where_what_it_asked_has_the_same_answer() -> None:
    reads: list[Read] = [("entries", "a"), ("inner", ("a",)), ("outer", ("a",))]
    found = {"inner": Found(), "outer": Found()}
    found["inner"].add(1, b"innerrrr", [0], None)
    found["outer"].add(2, b"outerrrr", [1], None)

    class Other:
        def whole(self, name: str) -> bytes | None:
            return b"" if name == "entries" else None

        def digest(self, name: str, key: object) -> bytes:
            return b"entries1"

    tables, names, loose = grown(None, named(reads), found, Other().whole)
    kept = Kept(b"m", b"w", tables, names, b"entries0innerrrrouterrrr", Pages(), loose)
    asked: list[str] = []

    def ask(read: Read) -> bytes:
        asked.append(read[0])
        return b"innerrrr"

    _, changed = Comparison(Last(kept), cast("Values", Other()), ask).settled()
    assert asked == ["inner"]
    assert changed == {0}


def test_notes_that_were_gone_on_with_give_each_thing_the_number_it_had() -> None:
    reads: list[Read] = [("entries", "a"), ("inner", ("a",)), ("entries", "b"), ("outer", ("a",)), ("kin", "a")]
    mine = Found()
    mine.add(1, b"mineeeee", [0, 2], None)

    def whole(name: str) -> bytes | None:
        return None if name in {"inner", "outer"} else b"whole"

    tables, names, loose = grown(None, named(reads[:2]), {}, whole)
    assert loose == (1,)
    first = Kept(b"m", b"w", tables, names, b"0" * 16, Pages(), loose)
    last = Last(first)
    assert [last.numbers[each] for each in (reads[1], reads[2], reads[0], *reads[3:])] == [1, 2, 0, 3, 4]
    tables, names, loose = grown(first, last.numbers.since(2), {"inner": mine}, whole)
    assert loose == (3,)
    last = Last(Kept(b"m", b"w", tables, names, b"0" * 40, Pages(), loose))
    assert [last.read(number) for number in range(5)] == reads
    assert [last.numbers.known(each) for each in reads] == list(range(5))
    assert list(last.grounds(1)) == [0, 2]
    assert (tables["inner"].grounds, tables["outer"].grounds) == (("entries",), ())


def test_an_answer_that_two_processes_found_is_noted_once() -> None:
    found = Found()
    for place in (("1", 0, 9), ("2", 5, 9)):
        found.add(1, b"mineeeee", [0], place)
    reads: list[Read] = [("entries", "a"), ("inner", ("a",))]
    places = Places.of(found.places())
    tables, names, loose = grown(None, named(reads), {"inner": found}, lambda name: None if name == "inner" else b"w")
    last = Last(Kept(b"m", b"w", tables, names, b"0" * 16, Pages(), loose))
    asked, runs = last.asked("inner")
    assert (list(asked), [list(run) for run in runs], list(last.grounds(1))) == ([1], [[0]], [0])
    assert list(places.items()) == [(1, ("2", 5, 9))]


def test_of_a_table_that_is_the_same_as_a_whole_no_value_is_looked_at() -> None:
    reads: list[Read] = [("kin", "a"), ("kin", "b"), ("people", "a")]
    tables, names, loose = grown(None, named(reads), {}, lambda _: b"same")
    looked: list[Read] = []

    class Now:
        def whole(self, name: str) -> bytes:
            return b"same" if name == "kin" else b"other"

        def digest(self, name: str, key: object) -> bytes:
            looked.append((name, cast("str", key)))
            return b"22222222"

    kept = Kept(b"m", b"w", tables, names, b"000000001111111100000000", Pages(), loose)
    now, changed = Comparison(Last(kept), cast("Values", Now()), lambda _: b"").settled()
    assert looked == [("people", "a")]
    assert (now, changed) == (b"000000001111111122222222", frozenset({2}))


def test_the_index_of_a_large_library_after_edits_is_that_of_a_build_from_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sitegen.search.files.ONE_FILE_BELOW", 3)
    (tmp_path / "content").mkdir()
    works = [*WORKS, OTHER]
    mended: list[Mapping[str, str] | None] = []

    def mend(*about: Any) -> Mapping[str, str] | None:
        mended.append(revised_index(*about))
        return mended[-1]

    monkeypatch.setitem(cast("dict[str, object]", REVISED), "index_files", mend)
    for edited in (
        works,
        [each.replace("Work 5", "Another") for each in works],
        [each.replace("Work 7", "Another too") for each in works],
        works[1:],
        [*works, WORKS[3].replace("w3", "n")],
    ):
        (tmp_path / "content/all.bib").write_text("".join(edited), "utf-8")
        build(tmp_path, BuildOptions())
        build(tmp_path, BuildOptions(output="clean", clean=True))
        files = sorted(
            path.relative_to(tmp_path / "clean") for path in (tmp_path / "clean").rglob("*") if path.is_file()
        )
        assert len([each for each in files if each.parent.name == "search"]) > 3
        for each in files:
            assert (tmp_path / "output" / each).read_bytes() == (tmp_path / "clean" / each).read_bytes(), each
    assert [each is not None for each in mended] == [True, True]


@pytest.mark.parametrize("question", [record_of, brief_record])
def test_answers_that_lie_on_the_disk_leave_the_memory_and_come_back_unasked(
    question: Question, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sitegen.reads.MOST", 4)
    monkeypatch.setattr("sitegen.reads.FEW", 4)
    site, links = site_of(tmp_path, WORKS)
    assert site.reads
    abouts = [("bibtex", f"w{at}") for at in range(12)]
    first = [site.ask(question, links, *about) for about in abouts]
    assert sum(map(len, site.reads.answers.values())) <= 10
    monkeypatch.setattr(type(site.formats["bibtex"]), "record", None)
    assert [site.ask(question, links, *about) for about in abouts] == first
    assert site.ask_each(question, links, abouts) == first
    assert [each.partition(b"\n")[0] for each in first] == [b"@article{w%d," % at for at in range(12)]


def test_a_site_is_the_same_where_answers_leave_the_memory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/all.bib").write_text("".join([*WORKS, OTHER]), "utf-8")
    build(tmp_path, BuildOptions())
    wanted = {path: path.read_bytes() for path in (tmp_path / "output").rglob("*.*") if path.is_file()}
    monkeypatch.setattr("sitegen.reads.MOST", 2)
    monkeypatch.setattr("sitegen.reads.FEW", 2)
    build(tmp_path, BuildOptions(clean=True))
    assert {path: path.read_bytes() for path in (tmp_path / "output").rglob("*.*") if path.is_file()} == wanted
