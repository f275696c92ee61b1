"""`sitegen check`: the site with all that its checks find, the answers of the network, and how it is said."""

import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import cast

import sitegen.checks
import sitegen.fixes
import sitegen.formats
import sitegen.reports
from sitegen import __version__, draft, mend, report
from sitegen.build import STATE
from sitegen.check import sifted
from sitegen.checks import Check
from sitegen.draft import Draft
from sitegen.fixes import Fix
from sitegen.formats import Format
from sitegen.locate import Sources, located
from sitegen.problems import Level, Problem
from sitegen.progress import Announce
from sitegen.register import Rule, register
from sitegen.reports import Findings, Report
from sitegen.shelf import load


def checked(root: Path, day: str, announce: Announce) -> Draft:
    """The site with everything that its checks find. day: YYYY-MM-DD."""
    return draft.draft(root, announce=announce, today=day, proposals=True, pictures=False)


def mended(root: Path, made: Draft, day: str, *, dry_run: bool, form: str) -> Draft:
    """The site after what is safe to mend was mended; ends the program where it was only to be shown."""
    files = mend.mend(root, made.site.config)
    if dry_run:
        report.print_patch(files)
        sys.exit(0)
    files = mend.put_in_place(files)
    report.print_repairs(files, error_stream=form != "text")
    return draft.draft(root, today=day, proposals=True, pictures=False) if any(file.changes for file in files) else made


def answers(root: Path, made: Draft, day: str, announce: Announce) -> tuple[Problem, ...]:
    """What the network says of DOIs and links; what it said lately is remembered beside the content."""
    from sitegen.reach import problems, targets
    from sitegen.reach.memory import is_fresh, remember, remembered
    from sitegen.reach.politely import ask_all
    from sitegen.reach.web import opened

    known, library = remembered(root / STATE), made.site.library
    wanted = dict.fromkeys(target.url for target in targets(library))
    stale = [url for url in wanted if url not in known or not is_fresh(known[url], day)]
    try:
        with opened(day, __version__) as web:
            ask_all(stale, web.ask, time.sleep, known, announce)
    finally:
        told = {url: known[url] for url in wanted if url in known}
        with suppress(OSError):
            remember(root / STATE, told)
    return tuple(problems(library, told))


def findings(root: Path, made: Draft, further: Sequence[Problem], level: str, folder: str) -> Findings:
    """What a report needs: problems at the fields that cause them, none less grave than `level`.

    further: what the network and the built site said. folder: the site's, as seen from the repository of the workflow.
    """
    sources = Sources(root)
    problems, aside = made.problems, made.aside
    if further:
        sorted_out = sifted(made.site, (*problems, *further))
        problems, aside = sorted_out.problems, (*aside, *sorted_out.aside)
    told = report.LEVELS[: report.LEVELS.index(cast("Level", level)) + 1]
    return Findings(
        read=made.found,
        entries=len(made.site.library.entries),
        problems=located((problem for problem in problems if problem.level in told), sources),
        aside=aside,
        rules=rules(),
        line=sources.line,
        folder=folder,
        version=__version__,
    )


def rules() -> Mapping[str, Rule]:
    """Every kind of problem there is."""
    return register(load(sitegen.formats, Format), load(sitegen.checks, Check), load(sitegen.fixes, Fix))


def print_findings(found: Findings, form: str) -> None:
    """Print what was found on standard output, in one of the forms on the shelf."""
    for line in load(sitegen.reports, Report)[form].lines(found):
        report.say(line, error_stream=False)


def summarize(found: Findings, path: str) -> None:
    """Add a table of what was found to the summary of the workflow's step; "" where there is none."""
    from sitegen.reports.markdown import lines

    if path:
        with suppress(OSError), Path(path).open("a", encoding="utf-8") as summary:
            summary.writelines(f"{line}\n" for line in lines(found))


def summary(found: Findings) -> str:
    """A check in one line."""
    entries = report.counted(found.entries, "entry", "entries")
    proposals = sum(problem.level == "info" for problem in found.problems)
    tally = report.tally(found.problems)
    said = [tally] if tally else []
    if proposals:
        said.append(report.counted(proposals, "proposal"))
    if not said:
        said.append("no problems")
    if found.aside:
        said.append(f"{len(found.aside):,} ignored")
    return f"{entries}; {', '.join(said)}"
