"""The answers to the queries that pages of a site ask, and what is wrong with those that cannot be answered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.model.prose import WorkList
from sitegen.problems import Marked, Place, Problem
from sitegen.query.evaluate import Evaluator
from sitegen.query.nodes import QueryError
from sitegen.query.parse import parse
from sitegen.site import Site


@dataclass(frozen=True, slots=True)
class Answers:
    """ids: of the works that a query asks for, newest first, by the query's text; a wrong query has none here."""

    ids: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...]


def answers(site: Site) -> Answers:
    """Answer the queries of all pages; each text is looked up once."""
    evaluator = Evaluator(site)
    ids: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for each in _lists(site):
        query = each.options.query
        if query not in ids:
            try:
                found = evaluator.works(parse(query))
            except QueryError as error:
                problems.append(_wrong(each, error))
                continue
            ids[query] = tuple(sorted(found, key=site.library.rank.__getitem__))
        if not ids[query] and site.library.entries:
            problems.append(_empty(each))
    return Answers(ids, tuple(problems))


def _lists(site: Site) -> Iterator[WorkList]:
    """The lists of all pages, in their order."""
    for prose in site.prose.values():
        yield from prose.lists


def _wrong(each: WorkList, error: QueryError) -> Problem:
    """The problem of a query that cannot be read."""
    line, at = _in_line(each.options.query, error.at.at)
    text = each.options.query.split("\n")[line]
    return Problem(
        "wrong-query",
        f"{error} in the query",
        _place(each.query_place, line, at),
        error.hint,
        "error",
        left_out=True,
        marked=Marked(text, at, max(1, min(error.at.length, len(text) - at))),
    )


def _empty(each: WorkList) -> Problem:
    """The remark that a query finds nothing."""
    return Problem(
        "empty-list",
        "the query of this list finds no work",
        each.query_place,
        "Try the same words in the search of the site.",
        marked=Marked(each.options.query.split("\n")[0]),
    )


def _in_line(query: str, at: int) -> tuple[int, int]:
    """A place in a query as its line and the place in that, both counted from 0."""
    before = query[:at]
    return before.count("\n"), at - (before.rfind("\n") + 1)


def _place(begins: Place, line: int, at: int) -> Place:
    """The place in the file."""
    column = begins.column if not line else 1
    return Place(begins.file, begins.line + line, column + at if begins.column else 0)
