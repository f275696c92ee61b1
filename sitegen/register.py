"""Every kind of problem there is: its code, what it means, how to mend it, whoever finds it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice

from sitegen import address, attach, crosslinks, examine, hosting, lists, mend, publishing, reach, read
from sitegen.assemble import codes as assembled
from sitegen.check import ignored_by
from sitegen.checks import Check
from sitegen.citing import pages as citations
from sitegen.content import FOLDER
from sitegen.fidelity import codes as fidelity
from sitegen.fixes import Fix
from sitegen.formats import Format
from sitegen.problems import Code, Example, Level, Place, Problem, excerpt
from sitegen.site import Site

CODES: dict[str, Code] = {
    "unknown-code": Code(
        "warning",
        "`[check] ignore` in site.toml or the field `sitegen-ignore` of an entry names no kind of problem.",
        "Correct the code.",
        Example("@book{a, title = {Algebra}, sitegen-ignore = {missing-dat}}\n"),
        Example("@book{a, title = {Algebra}, sitegen-ignore = {missing-date}}\n"),
    ),
}
"""By code, the word that people put in `[check] ignore`."""
MOST_UNKNOWN = 100
"""Codes that are none, of which one hears."""
_STAGES: tuple[tuple[str, Mapping[str, Code]], ...] = (
    ("people, venues and keys", assembled.CODES),
    ("files of entries", attach.CODES),
    ("files of entries", publishing.CODES),
    ("PDFs", examine.CODES),
    ("content folder", read.CODES),
    ("lists of works on pages", lists.CODES),
    ("links between pages", crosslinks.CODES),
    ("citations on pages", citations.CODES),
    ("configuration", address.CODES),
    ("configuration", CODES),
    ("check --fix", mend.CODES),
    ("check --links", reach.CODES),
    ("the finished site", hosting.CODES),
    ("check --site", fidelity.CODES),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of problem.

    found_in: where it is found, for people ("BibTeX", "entries"). documentation: in paragraphs; the first says what is
    found. is_check: whether it is a rule on the shelf of checks. fixed: whether `check --fix` can mend it.
    """

    code: str
    level: Level
    documentation: str
    hint: str = ""
    found_in: tuple[str, ...] = ()
    finds: Example | None = None
    spares: Example | None = None
    is_check: bool = False
    fixed: bool = False

    @property
    def summary(self) -> str:
        """What is found, in a sentence or two on one line."""
        return " ".join(self.documentation.split("\n\n")[0].split())


def register(formats: Mapping[str, Format], checks: Mapping[str, Check], fixes: Mapping[str, Fix]) -> dict[str, Rule]:
    """Every kind of problem by its code, sorted. Of a code that several stages find, the first explains it."""
    rules: dict[str, Rule] = {}
    for check in checks.values():
        _add(rules, _of_check(check))
    for format_ in formats.values():
        for code, known in format_.codes.items():
            _add(rules, _of_code(code, known, format_.title))
    for place, codes in _STAGES:
        for code, known in codes.items():
            _add(rules, _of_code(code, known, place))
    for fix in fixes.values():
        said = Rule(code=fix.name, level="info", documentation=fix.documentation, found_in=("check --fix",))
        _add(rules, said, fixed=True)
    return dict(sorted(rules.items()))


def _of_check(check: Check) -> Rule:
    """A rule of the shelf."""
    return Rule(
        code=check.name,
        level=check.level,
        documentation=check.documentation.strip(),
        hint=check.hint,
        found_in=("entries",),
        finds=check.finds,
        spares=check.spares,
        is_check=True,
    )


def _of_code(code: str, known: Code, place: str) -> Rule:
    """What a stage finds."""
    return Rule(
        code=code,
        level=known.level,
        documentation=known.doc,
        hint=known.hint,
        found_in=(place,),
        finds=known.finds,
        spares=known.spares,
    )


def _add(rules: dict[str, Rule], rule: Rule, *, fixed: bool = False) -> None:
    """Put a rule into the register; one that is there learns that it is found elsewhere too."""
    first = rules.get(rule.code, rule)
    places = first.found_in if fixed else tuple(dict.fromkeys((*first.found_in, *rule.found_in)))
    rules[rule.code] = Rule(
        code=first.code,
        level=first.level,
        documentation=first.documentation,
        hint=first.hint,
        found_in=places or rule.found_in,
        finds=first.finds or rule.finds,
        spares=first.spares or rule.spares,
        is_check=first.is_check,
        fixed=first.fixed or fixed,
    )


def unknown_codes(site: Site, known: Iterable[str]) -> Iterator[Problem]:
    """Codes in site.toml and in entries that name no kind of problem, the first of them."""
    return islice(_unknown_codes(site, tuple(known)), MOST_UNKNOWN)


def _unknown_codes(site: Site, codes: tuple[str, ...]) -> Iterator[Problem]:
    """All such codes; each is compared with every code there is, which takes its time."""
    for rule in site.config.check.ignored:
        if rule.code not in codes:
            yield _unknown(rule.code, codes, Place(f"{FOLDER}/site.toml"), "[check] ignore")
    for entry in site.library.entries.values():
        for code in ignored_by(entry)[0] if entry.ignore else ():
            if code not in codes:
                yield _unknown(code, codes, entry.place, "sitegen-ignore", entry.id)


def _unknown(code: str, codes: tuple[str, ...], place: Place, where: str, id_: str = "") -> Problem:
    """The warning that a code is none."""
    near = get_close_matches(code[:60], codes, 1)
    return Problem(
        "unknown-code",
        f"{where}: there is no problem {excerpt(code)!r}",
        place,
        f"Did you mean {near[0]!r}?" if near else "Run `sitegen check --rules` to see all.",
        id=id_,
        fields=("sitegen-ignore",) if id_ else (),
    )
