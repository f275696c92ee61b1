"""Answers that are remembered, so that no server is asked twice for what it said already."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

from sitegen.reach import Answer

FILE = "links.json"
GOOD_DAYS = 30
"""Days after which a good answer is asked for again; a bad one is the next day."""
_VERSION = 1


def remembered(folder: Path) -> dict[str, Answer]:
    """The answers of earlier runs, by address; none where the file is missing, damaged or of another version."""
    try:
        stored = json.loads((folder / FILE).read_text("utf-8"))
        if stored["version"] != _VERSION:
            return {}
        return {url: Answer(**said) for url, said in stored["answers"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def remember(folder: Path, answers: Mapping[str, Answer]) -> None:
    """Write the answers down, whole or not at all. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    stored = {"version": _VERSION, "answers": {url: asdict(answers[url]) for url in sorted(answers)}}
    beside = folder / f"{FILE}.new"
    beside.write_text(json.dumps(stored, ensure_ascii=False, indent=0), "utf-8")
    beside.replace(folder / FILE)


def is_fresh(answer: Answer, today: str) -> bool:
    """Whether an answer is young enough to be believed; silence is none.

    >>> is_fresh(Answer(200, asked="2026-01-01"), "2026-01-30"), is_fresh(Answer(404, asked="2026-01-01"), "2026-01-02")
    (True, False)
    """
    if not answer.status and not answer.private:
        return False
    try:
        age = (date.fromisoformat(today) - date.fromisoformat(answer.asked)).days
    except (ValueError, TypeError):
        return False
    return 0 <= age < (GOOD_DAYS if answer.is_good else 1)
