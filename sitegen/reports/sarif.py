"""SARIF 2.1.0 (OASIS, 2020), which code scanning of GitHub, GitLab and editors read."""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import quote

from sitegen.problems import Level, Place, Problem
from sitegen.register import Rule
from sitegen.report import with_hint
from sitegen.reports import Findings, Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Mapping[Level, str] = {"error": "error", "warning": "warning", "info": "note"}
Json = dict[str, object]


def lines(findings: Findings) -> Iterator[str]:
    """The log, indented."""
    yield from json.dumps(log(findings), indent=1, ensure_ascii=False).split("\n")


def log(findings: Findings) -> Json:
    """The log as plain values: one run, with the rules that were broken and what was found."""
    found = [(problem, None) for problem in findings.problems]
    problems = [*found, *findings.aside]
    codes = sorted({problem.code for problem, _ in problems})
    driver: Json = {
        "name": "sitegen",
        "version": findings.version,
        "rules": [_rule(code, findings.rules.get(code)) for code in codes],
    }
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_result(problem, reason, codes, findings.folder) for problem, reason in problems],
            }
        ],
    }


def _rule(code: str, rule: Rule | None) -> Json:
    """A kind of problem (section 3.49)."""
    if rule is None:
        return {"id": code}
    said: Json = {
        "id": code,
        "shortDescription": {"text": _plain(rule.summary)},
        "fullDescription": {"text": _plain(rule.summary)},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
    }
    text = with_hint(rule.documentation, rule.hint) if not rule.is_check else rule.documentation
    said["help"] = {"text": text, "markdown": text}
    return said


def _result(problem: Problem, reason: str | None, codes: Sequence[str], folder: str) -> Json:
    """One problem (section 3.27); what was set aside is suppressed (section 3.35), with its reason."""
    said = with_hint(problem.message, problem.hint)
    result: Json = {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": _LEVELS[problem.level],
        "message": {"text": _plain(f"{said}\n{problem.paste}" if problem.paste else said)},
        "locations": [{"physicalLocation": _location(problem.place, folder)}] if problem.place.file else [],
        "partialFingerprints": {"sitegenProblem/v1": _fingerprint(problem)},
    }
    if reason is not None:
        suppression: Json = {"kind": "external"}
        if reason:
            suppression["justification"] = reason
        result["suppressions"] = [suppression]
    return result


def _location(place: Place, folder: str) -> Json:
    """A place (section 3.29), its file as seen from the repository, which GitHub calls `%SRCROOT%`."""
    path = PurePosixPath(folder, place.file).as_posix()
    location: Json = {"artifactLocation": {"uri": quote(path), "uriBaseId": "%SRCROOT%"}}
    if place.line:
        region: Json = {"startLine": place.line}
        if place.column:
            region["startColumn"] = place.column
        location["region"] = region
    return location


def _fingerprint(problem: Problem) -> str:
    """What tells a problem from another one whatever line it moves to."""
    said = repr((problem.code, problem.place.file, problem.id, problem.message))
    return sha256(said.encode()).hexdigest()[:32]


def _plain(text: str) -> str:
    """Text without what a message would take for a link, `[text](target)` (section 3.11.6)."""
    if "](" not in text:
        return text
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


REPORT = Report(name="sarif", lines=lines)
