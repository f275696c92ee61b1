"""One record of a file, before its fields are understood."""

import msgspec

from sitegen.model.notes import Notes


class Record(msgspec.Struct):
    """A record as written.

    type: its word in lower case. key: as written, "" when there is none.
    values: LaTeX source by field name in lower case, strings already expanded, in the order of the file.
    offsets: where in the file each of them stands, those from another record left out.
    start, line: where the record's own `@` stands.
    inherited: fields that came from another record by crossref or xdata.
    """

    type: str
    key: str
    start: int
    line: int
    notes: Notes
    values: dict[str, str] = {}
    offsets: list[int] = []
    inherited: frozenset[str] = frozenset()

    def note(self, code: str, message: str, name: str = "", hint: str = "") -> None:
        """Note a defect of a field, or of the record where `name` is "" or inherited."""
        at = next((at for own, at in zip(self.values, self.offsets, strict=False) if own == name), self.start)
        self.notes.add(code, message, at, self.key, hint)
