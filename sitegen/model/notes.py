"""What readers of bibliographies find wrong, with its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.problems import Code, Place, Problem
from sitegen.text.lines import Lines


@dataclass(slots=True)
class Notes:
    """What was found in one file, in the order of finding. codes: the table of defects of the file's format."""

    file: str
    lines: Lines
    codes: Mapping[str, Code]
    found: list[Problem] = field(default_factory=list)

    def add(self, code: str, message: str, offset: int = -1, key: str = "", hint: str = "") -> None:
        """Note a defect at a character of the file, -1 where only the file is known. Level and hint are its code's."""
        known = self.codes[code]
        self.found.append(
            Problem(
                code=code,
                message=message,
                place=self.lines.place(self.file, offset) if offset >= 0 else Place(self.file),
                hint=hint or known.hint,
                level=known.level,
                id=key,
                left_out=known.level == "error",
            )
        )

    def add_at(self, place: Place, code: str, message: str, key: str) -> None:
        """Note a defect at a place that is known already."""
        known = self.codes[code]
        self.found.append(Problem(code, message, place, known.hint, known.level, key, known.level == "error"))
