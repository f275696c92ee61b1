"""How entries stand to each other."""

from sitegen.assemble.kin import kin_of, standing
from sitegen.model.entry import INVERSE, Entry, Relation, RelationKind, Status


def entry(id_: str, *relations: tuple[RelationKind, str], status: Status = "") -> Entry:
    return Entry(id=id_, relations=tuple(Relation(*each) for each in relations), status=status)


def test_what_one_entry_says_holds_for_both() -> None:
    kin = kin_of([entry("new", ("version_of", "old")), entry("old")])
    assert kin == {"new": (Relation("version_of", "old"),), "old": (Relation("version_of", "new"),)}


def test_what_both_say_counts_once() -> None:
    kin = kin_of([entry("draft", ("published_as", "paper")), entry("paper", ("has_preprint", "draft"))])
    assert kin["draft"] == (Relation("preprint_of", "paper"),)
    assert kin["paper"] == (Relation("has_preprint", "draft"),)


def test_every_relation_has_one_that_leads_back() -> None:
    assert all(INVERSE[INVERSE[kind]] == kind for kind in INVERSE if kind != "published_as")


def status_of(*entries: Entry) -> Status:
    return standing(entries[0], kin_of(entries)).status


def test_a_notice_among_the_entries_marks_the_work_it_is_about() -> None:
    assert status_of(entry("a"), entry("notice", ("retraction_of", "a"))) == "retracted"
    assert status_of(entry("a"), entry("notice", ("erratum_of", "a"))) == "corrected"
    assert status_of(entry("a", ("corrected_by", "notice")), entry("notice")) == "corrected"


def test_a_retraction_outweighs_a_correction_and_what_the_work_says_itself_another_word() -> None:
    notices = entry("n", ("retraction_of", "a")), entry("m", ("erratum_of", "a"))
    assert status_of(entry("a"), *notices) == "retracted"
    assert status_of(entry("a", status="corrected"), *notices) == "retracted"
    assert status_of(entry("a", status="withdrawn"), *notices) == "withdrawn"


def test_the_notice_itself_and_other_works_stand_as_they_did() -> None:
    notice = entry("n", ("retraction_of", "a"))
    assert status_of(notice, entry("a")) == ""
    assert status_of(entry("b"), notice, entry("a")) == ""
