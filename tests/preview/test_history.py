"""What an open page may have missed."""

from sitegen.preview.history import REMEMBERED, History


def test_a_page_hears_of_all_builds_since_its_own() -> None:
    history = History()
    marks = [history.mark]
    for paths in ({"a.html"}, {"b.html"}, {"b.html", "c.html"}):
        history.add(paths)
        marks.append(history.mark)
    assert [set(history.since(mark) or ()) for mark in marks] == [
        {"a.html", "b.html", "c.html"}, {"b.html", "c.html"}, {"b.html", "c.html"}, set(),
    ]  # fmt: skip


def test_all_may_have_changed_for_a_page_of_another_run_or_of_no_build() -> None:
    history = History()
    history.add({"a.html"})
    run = history.mark.partition("-")[0]
    for mark in (History().mark, "", run, f"{run}-", f"{run}-2", f"{run}--1", f"{run}-x", f"{run}-{'9' * 99}"):
        assert history.since(mark) is None


def test_what_is_long_past_is_forgotten() -> None:
    history = History()
    old = history.mark
    history.add({"old.html"})
    recent = history.mark
    for number in range(REMEMBERED):
        history.add({f"{number}.html"})
    assert history.since(old) is None
    found = history.since(recent)
    assert found is not None
    assert len(found) == REMEMBERED
