"""Names that stand for text: @string, months, and the journals that styles define."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.config import LimitsConfig
from sitegen.model.dating import MONTHS
from sitegen.text.latex_journals import JOURNALS

__all__ = ["MONTHS", "STYLE_JOURNALS", "Strings"]

_FREE = 1_000
"""A string up to this length costs nothing where it stands alone: the same text is shared."""

STYLE_JOURNALS = {
    "acmcs": "ACM Computing Surveys",
    "acta": "Acta Informatica",
    "cacm": "Communications of the ACM",
    "ibmjrd": "IBM Journal of Research and Development",
    "ibmsj": "IBM Systems Journal",
    "ieeese": "IEEE Transactions on Software Engineering",
    "ieeetc": "IEEE Transactions on Computers",
    "ieeetcad": "IEEE Transactions on Computer-Aided Design of Integrated Circuits",
    "ipl": "Information Processing Letters",
    "jacm": "Journal of the ACM",
    "jcss": "Journal of Computer and System Sciences",
    "scp": "Science of Computer Programming",
    "sicomp": "SIAM Journal on Computing",
    "tocs": "ACM Transactions on Computer Systems",
    "tods": "ACM Transactions on Database Systems",
    "tog": "ACM Transactions on Graphics",
    "toms": "ACM Transactions on Mathematical Software",
    "toois": "ACM Transactions on Office Information Systems",
    "toplas": "ACM Transactions on Programming Languages and Systems",
    "tcs": "Theoretical Computer Science",
}
"""Journals that plain.bst and its kin define."""
_STANDARD = {**JOURNALS, **STYLE_JOURNALS, **MONTHS}


@dataclass(slots=True)
class Strings:
    """The @strings one file can use: its own, then those of the other files, then months and known journals.

    Names are the same in any letter case. own: defined so far; later: what the file defines further down.
    most: characters that @strings may add to one file, because doubled strings outgrow any memory.
    left: what of them is left; below 0, strings stand as their names.
    """

    own: dict[str, str] = field(default_factory=dict)
    later: Mapping[str, str] = field(default_factory=dict)
    foreign: Mapping[str, str] = field(default_factory=dict)
    most: int = LimitsConfig().string_characters
    left: int = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.most

    def get(self, name: str) -> str | None:
        """The text of a name; None when nothing defines it.

        >>> Strings(own={"x": "Ex"}).get("X"), Strings().get("JUNE"), Strings().get("nope")
        ('Ex', 'June', None)
        """
        name = name.lower()
        for table in (self.own, self.later, self.foreign):
            if name in table:
                return table[name]
        return _STANDARD.get(name)

    def shared(self, name: str) -> str | None:
        """The text of a name where its use costs nothing; None where it has to be charged, or is not defined."""
        text = self.get(name)
        return text if text is not None and len(text) <= _FREE else None

    def charge(self, text: str, *, joined: bool) -> bool:
        """Take a use of strings off the budget; false when it is used up."""
        if joined or len(text) > _FREE:
            self.left -= len(text)
        return self.left >= 0
