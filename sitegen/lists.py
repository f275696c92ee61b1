"""Lists of works as the content asks for them: in blocks of Markdown pages, and in `[[lists]]` of site.toml."""

import re
from collections.abc import Iterator

from sitegen.config import ListOptions, SiteConfig
from sitegen.configured import read_list
from sitegen.model.prose import Prose, WorkList
from sitegen.problems import Code, Example, Place, Problem, SitegenError
from sitegen.text.markdown import Page, cited_html
from sitegen.text.markdown_blocks import Block
from sitegen.text.slugs import slug

_BOOK = "@book{a,\n  author = {Cole, Ann},\n  title = {On Light},\n  year = 1901,\n  publisher = {Optical Press},\n}\n"
CODES: dict[str, Code] = {
    "wrong-list": Code(
        "error",
        "The options of a list of works on a page are not understood; the list is left out.",
        "Write them as TOML: query, group, sort, limit, style, title.",
        Example(_BOOK, {"index.md": '```works\ngruop = "year"\n```\n'}),
        Example(_BOOK, {"index.md": '```works\ngroup = "year"\n```\n'}),
    ),
    "wrong-query": Code(
        "error",
        "The query of a list of works is not understood; the list is left out.",
        "Mend the query at the place that is marked.",
        Example(_BOOK, {"index.md": '```works\nquery = "year:soon"\n```\n'}),
        Example(_BOOK, {"index.md": '```works\nquery = "year:1901"\n```\n'}),
    ),
    "empty-list": Code(
        "warning",
        "The query of a list of works finds no work.",
        "Try the same words in the search of the site.",
        Example(_BOOK, {"index.md": '```works\nquery = "year:2001"\n```\n'}),
        Example(_BOOK, {"index.md": '```works\nquery = "year:1901"\n```\n'}),
    ),
}
"""What can be wrong with lists of works, by code."""
INFO = "works"
"""The word that a fence begins with."""
LONGEST = 20_000
"""Characters the options of one list may have."""

_LINE_OF_TOML = re.compile(r"\(at line (\d+), column (\d+)\)$")
_NAMED = re.compile(r"(?:unknown key ')?(\w+)")
_TABLE = re.compile(r"^[ \t]*\[\[[ \t]*lists[ \t]*\]\]", re.MULTILINE)
_QUOTES = ('"""', "'" * 3, '"', "'")


def work_list(block: Block, place: Place) -> tuple[WorkList | None, Problem | None]:
    """The list that a block asks for, or what is wrong with it. place: of the first line of the block's page."""
    above = place.line + block.line - 1
    if block.is_open:
        return None, _wrong(
            "the block ```works is not closed", Place(place.file, above), "Add a line with ``` behind its options."
        )
    if len(block.text) > LONGEST:
        return None, _wrong("the options are too long", Place(place.file, above), "Shorten the block.")
    try:
        options = read_list(block.text)
    except SitegenError as error:
        message = str(error).removeprefix("list: ")
        return None, _wrong(message, _place_of(message, block.text, place.file, above), error.hint)
    begins = _value_place(block.text, "query", options.query, place.file, above)
    return WorkList(options, block.above, Place(place.file, above), begins), None


def _wrong(message: str, place: Place, hint: str) -> Problem:
    """The problem of a list that is left out."""
    return Problem("wrong-list", message, place, hint, "error", left_out=True)


def _place_of(message: str, text: str, file: str, above: int) -> Place:
    """Where in the file the option stands that a message is about. above: the line before the options."""
    if at := _LINE_OF_TOML.search(message):
        return Place(file, above + int(at[1]), int(at[2]))
    named = _NAMED.match(message)
    return Place(file, above + _line(text, named[1] if named else ""))


def _line(text: str, key: str) -> int:
    """The line of an option, 0 when it is not there."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith(key) and line.lstrip()[len(key) :].lstrip().startswith("="):
            return number
    return 0


def _value_place(text: str, key: str, said: str, file: str, above: int) -> Place:
    """Where the text of an option begins in the file. Its column is not told where the file writes it with escapes."""
    number = _line(text, key)
    if not number:
        return Place(file, above)
    lines = text.split("\n")
    line = lines[number - 1]
    value = line.partition("=")[2].lstrip()
    quotes = next((each for each in _QUOTES if value.startswith(each)), "")
    if len(quotes) == 3 and not value[3:].strip() and number < len(lines):
        return Place(file, above + number + 1, 1)
    is_verbatim = bool(quotes) and value[len(quotes) :].startswith(said.split("\n")[0])
    return Place(file, above + number, len(line) - len(value) + len(quotes) + 1 if is_verbatim else 0)


def list_pages(config: SiteConfig, text: str, file: str) -> Iterator[Prose]:
    """The pages of `[[lists]]`. text: of site.toml, for the lines on which they stand."""
    tables = [match.start() for match in _TABLE.finditer(text)]
    for number, page in enumerate(config.lists):
        start = tables[number] if number < len(tables) else -1
        stop = tables[number + 1] if number + 1 < len(tables) else len(text)
        line = text.count("\n", 0, start) + 1 if start >= 0 else 0
        begins = _value_place(text[start:stop], "query", page.query, file, line - 1) if line else Place(file)
        options = ListOptions(query=page.query, group=page.group, sort=page.sort, limit=page.limit, style=page.style)
        key = "/".join(slug(part) for part in page.path.strip("/").split("/"))
        above = _value_place(text[start:stop], "text", page.text, file, line - 1).line if line else 0
        words = cited_html(page.text, first_line=above) if page.text.strip() else Page(())
        yield Prose(
            key=key,
            title=page.title,
            parts=(
                *(part for part in words.parts if isinstance(part, str)),
                WorkList(options, place=Place(file, line), query_place=begins),
            ),
            description=page.description,
            navigation=("" if "/" in key else page.title) if page.navigation is None else page.navigation,
            citations=words.citations,
            mark=words.mark,
            place=Place(file, line),
        )
