"""The documentation of every kind of problem, made from the rules themselves."""

from collections.abc import Collection, Iterator

from sitegen.problems import Example
from sitegen.register import Rule

_LEVELS = {"error": "Error", "warning": "Warning", "info": "Proposal"}


def page(rule: Rule) -> str:
    """One rule's page in Markdown, ending in a newline.

    >>> print(page(Rule(code="bad-page", level="info", documentation="A page is none.", hint="Correct it.")), end="")
    # bad-page
    <BLANKLINE>
    Proposal.
    <BLANKLINE>
    A page is none.
    <BLANKLINE>
    Correct it.
    <BLANKLINE>
    To hear nothing of it, write `ignore = ["bad-page"]` under `[check]` in `site.toml`,
    or `sitegen-ignore = {bad-page: why}` in an entry.
    """
    return "\n".join(_page(rule)) + "\n"


def _page(rule: Rule) -> Iterator[str]:
    """The lines of a page."""
    where = f", found in: {', '.join(rule.found_in)}" if rule.found_in else ""
    yield from (f"# {rule.code}", "", f"{_LEVELS[rule.level]}{where}.", "", rule.documentation)
    if not rule.is_check and rule.hint:
        yield from ("", rule.hint)
    if rule.fixed:
        yield from ("", "`sitegen check --fix` mends it where that is safe.")
    for heading, example in (("Found in", rule.finds), ("Left alone", rule.spares)):
        if example and (example.bib.strip() or example.files):
            yield from ("", f"## {heading}", *_example(example))
    yield ""
    yield f'To hear nothing of it, write `ignore = ["{rule.code}"]` under `[check]` in `site.toml`,'
    yield f"or `sitegen-ignore = {{{rule.code}: why}}` in an entry."


def _example(example: Example) -> Iterator[str]:
    """The files of an example, each as a block; long ones are cut."""
    if example.bib.strip():
        yield from ("", "```bibtex", *_cut(example.bib), "```")
    for path, text in example.files.items():
        kind = "toml" if path.endswith(".toml") else ""
        yield from ("", f"`content/{path}`", "", f"```{kind}", *_cut(text), "```")


def _cut(text: str, lines: int = 30, letters: int = 120) -> Iterator[str]:
    """The first lines of a text, each with its first letters."""
    every = text.strip("\n").split("\n")
    yield from (line[:letters] for line in every[:lines])
    if len(every) > lines:
        yield "…"


def has_page(rule: Rule) -> bool:
    """Whether there is more to say of a rule than its line in the catalogue."""
    return rule.is_check or rule.finds is not None


def catalogue(rules: Collection[Rule], *, linked: bool = False) -> str:
    """Every rule on one page in Markdown: a table of code, level, what is found and where.

    linked: whether codes lead to the files with their pages, `CODE.md`.
    """
    head = ("# What sitegen check finds", "", "| code | level | what is the case | found in |", "|---|---|---|---|")
    codes = {rule.code: f"[{rule.code}]({rule.code}.md)" for rule in rules if linked and has_page(rule)}
    say = _page_cell if linked else _cell
    rows = (
        f"| {codes.get(rule.code, rule.code)} | {rule.level} | {say(rule.summary)} | {', '.join(rule.found_in)} |"
        for rule in rules
    )
    return "\n".join((*head, *rows)) + "\n"


def _page_cell(text: str) -> str:
    """A text in a cell of a page of the manual, where an at sign would begin a citation."""
    return _cell(text).replace("@", "\\@")


def _cell(text: str) -> str:
    """A text in a cell of a table."""
    return text.replace("|", "\\|")
