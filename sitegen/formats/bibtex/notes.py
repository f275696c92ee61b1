"""What is found wrong while reading BibTeX, with its place."""

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.formats.bibtex.codes import CODES
from sitegen.model import notes
from sitegen.problems import Place, Problem
from sitegen.text.lines import Lines

__all__ = ["Lines", "Notes"]


@dataclass(slots=True)
class Notes(notes.Notes):
    """What was found in one file, in the order of finding."""

    @property
    def codes(self) -> Mapping[str, notes.Code]:
        """The table of defects."""
        return CODES

    def add_at(self, place: Place, code: str, message: str, key: str) -> None:
        """Note a defect at a place that is known already."""
        known = CODES[code]
        self.found.append(Problem(code, message, place, known.hint, known.level, key, known.level == "error"))
