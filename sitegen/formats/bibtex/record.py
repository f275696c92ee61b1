"""One record of a file, before its fields are understood."""

import msgspec

from sitegen.model.notes import Notes


class Record(msgspec.Struct):
    """A record as written.

    type: its word in lower case. key: as written, "" when there is none.
    values: LaTeX source by field name in lower case, strings already expanded, in the order of the file.
    offsets: where in the file each field stands, with `start` the record's own `@`, and `line` the line of that.
    inherited: fields that came from another record by crossref or xdata.
    """

    type: str
    key: str
    start: int
    line: int
    notes: Notes
    values: dict[str, str] = {}
    offsets: dict[str, int] = {}
    inherited: frozenset[str] = frozenset()

    def note(self, code: str, message: str, name: str = "", hint: str = "") -> None:
        """Note a defect of a field, or of the record where `name` is "" or inherited."""
        self.notes.add(code, message, self.offsets.get(name, self.start), self.key, hint)
