"""Which addresses are asked for, what is said of the answers, and how long they are believed."""

from pathlib import Path

import pytest

from sitegen.model.entry import Entry, WebLink
from sitegen.model.library import Library
from sitegen.problems import Place
from sitegen.reach import Answer, problems, targets
from sitegen.reach.memory import FILE, is_fresh, remember, remembered
from sitegen.reach.politely import PAUSE, PAUSES, ask_all

PAGE = "https://a.example/page"
ENTRY = Entry(
    id="a",
    doi="10.1000/1",
    links=(WebLink("website", PAGE), WebLink("other", "mailto:a@b.example")),
    place=Place("content/x.bib", 3),
)
LIBRARY = Library(entries={"a": ENTRY})


def found(answer: Answer, url: str = PAGE) -> list[tuple[str, str]]:
    return [(problem.code, problem.message) for problem in problems(LIBRARY, {url: answer})]


def test_dois_are_asked_at_doi_org_and_links_where_they_lead() -> None:
    assert [target.url for target in targets(LIBRARY)] == ["https://doi.org/10.1000/1", PAGE]


@pytest.mark.parametrize(
    ("answer", "code", "message"),
    [
        (Answer(404), "dead-link", f"{PAGE} leads to nothing (404)"),
        (Answer(410), "dead-link", f"{PAGE} leads to nothing (410)"),
        (Answer(403), "unreachable-link", f"{PAGE} gave no page: 403"),
        (Answer(failure="no such host"), "unreachable-link", f"{PAGE} gave no page: no such host"),
        (Answer(200, address="https://b.example/"), "moved-link", f"{PAGE} has moved to https://b.example/"),
        (Answer(private=True), "private-address", f"{PAGE} leads into a private network"),
    ],
)
def test_an_answer_is_a_problem_at_the_entry_that_has_the_address(answer: Answer, code: str, message: str) -> None:
    assert found(answer) == [(code, message)]


def test_a_page_that_is_there_is_no_problem() -> None:
    assert found(Answer(200)) == []


def test_a_doi_is_good_wherever_it_is_redirected_to_and_dead_where_it_is_not_registered() -> None:
    assert found(Answer(302), "https://doi.org/10.1000/1") == []
    assert found(Answer(404), "https://doi.org/10.1000/1") == [("dead-doi", "the DOI 10.1000/1 is not registered")]


def test_only_what_is_certainly_dead_or_private_is_a_warning() -> None:
    levels = {
        problem.code: problem.level
        for answer in (Answer(404), Answer(500), Answer(200, "https://b.example/"), Answer(private=True))
        for problem in problems(LIBRARY, {PAGE: answer})
    }
    assert levels == {
        "dead-link": "warning",
        "unreachable-link": "info",
        "moved-link": "info",
        "private-address": "warning",
    }


def test_answers_are_remembered_until_they_are_old(tmp_path: Path) -> None:
    answers = {PAGE: Answer(200, asked="2026-01-01"), "https://b.example/": Answer(404, asked="2026-01-01")}
    remember(tmp_path / "state", answers)
    assert remembered(tmp_path / "state") == answers
    good, bad = answers.values()
    assert is_fresh(good, "2026-01-30")
    assert not is_fresh(good, "2026-02-15")
    assert is_fresh(bad, "2026-01-01")
    assert not is_fresh(bad, "2026-01-02")
    assert not is_fresh(Answer(200, asked="soon"), "2026-01-02")


def test_a_host_that_kept_silent_is_asked_again_the_same_day() -> None:
    assert not is_fresh(Answer(failure="no such host", asked="2026-01-01"), "2026-01-01")
    assert is_fresh(Answer(private=True, asked="2026-01-01"), "2026-01-01")


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"version": 9, "answers": {}}', '{"version": 1, "answers": {"x": {"y": 1}}}']
)
def test_a_damaged_memory_is_no_memory(text: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(text, "utf-8")
    assert remembered(tmp_path) == {}


def test_a_host_is_asked_one_question_after_another_with_a_pause_between() -> None:
    waits: list[float] = []
    urls = [*(f"https://a.example/{n}" for n in range(3)), "https://b.example/", "https://a.example/0"]
    done: list[int] = []
    heard: dict[str, Answer] = {}
    ask_all(urls, lambda _: Answer(200), waits.append, heard, lambda _, number, __: done.append(number))
    assert set(heard) == set(urls)
    assert waits == [PAUSE, PAUSE]
    assert sorted(done) == [1, 2, 3, 4]


def test_doi_org_is_made_to_answer_programs() -> None:
    waits: list[float] = []
    ask_all([f"https://doi.org/10.1000/{n}" for n in range(3)], lambda _: Answer(302), waits.append, {})
    assert waits == [PAUSES["doi.org"]] * 2


def test_answers_that_came_before_an_interrupt_are_kept() -> None:
    heard: dict[str, Answer] = {}

    def ask(url: str) -> Answer:
        if url.endswith("1"):
            raise KeyboardInterrupt
        return Answer(200)

    with pytest.raises(KeyboardInterrupt):
        ask_all([f"https://a.example/{n}" for n in range(3)], ask, lambda _: None, heard)
    assert list(heard) == ["https://a.example/0"]
