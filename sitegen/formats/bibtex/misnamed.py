"""Words that are no types of BibTeX or BibLaTeX, and the types that they plainly mean."""

from collections.abc import Mapping
from difflib import get_close_matches

from sitegen.formats.bibtex.types import NO_PAGE, TYPES
from sitegen.text.repeated import Repeated

ALIKE = 0.9
"""How alike a word and a type must be, 1 for equal, so that the one is a slip for the other: `artcle`."""
LONGEST = 40

MEANT: Mapping[str, str] = {
    "article": "artikel articlejournal journal journalarticle journalpaper",
    "magazine": "articlemagazine magazinearticle",
    "newspaper": "articlenewspaper newspaperarticle",
    "inproceedings": "conf conferencearticle conferencepaper confpaper inconference paperconference proceedingspaper"
    " workshoppaper",
    "incollection": "bookchapter bookpart booksection chapter",
    "inreference": "dictionaryentry encyclopediaarticle entrydictionary entryencyclopedia",
    "book": "ebook monograph monography",
    "collection": "editedbook editedvolume",
    "techreport": "researchreport technicalreport techrep",
    "report": "discussionpaper whitepaper workingpaper",
    "phdthesis": "doctoraldissertation doctoralthesis phd phddissertation",
    "mastersthesis": "master masterarbeit masters msc mscthesis msthesis",
    "bathesis": "bachelor bachelorarbeit bachelors bscthesis",
    "thesis": "diplomarbeit diplomathesis dissertation habilitation",
    "dataset": "database",
    "software": "code computerprogram sourcecode",
    "online": "blog blogpost internet postweblog url web weblink webpublished",
    "preprint": "arxiv",
    "unpublished": "draft manuscript",
    "movie": "film motionpicture",
    "presentation": "slides",
    "letter": "personalcommunication",
    "jurisdiction": "legalcase",
}
"""By type: what people, and programs with types of their own, write for it."""
_BY_WORD = {word: meant for meant, words in MEANT.items() for word in words.split()}


def _meant(word: str) -> str:
    """The type that a word means.

    >>> [_meant(word) for word in ("bookchapter", "conference-paper", "artcle", "article", "judicial")]
    ['incollection', 'inproceedings', 'article', '', '']
    """
    if word in TYPES or word in NO_PAGE or len(word) > LONGEST:
        return ""
    plain = "".join(char for char in word if char.isalnum())
    return _BY_WORD.get(plain) or next(iter(get_close_matches(plain, TYPES, 1, ALIKE)), "")


MEANT_BY = Repeated(_meant, most=1 << 10)
"""By a word in lower case: the type that it means, "" for a type itself and for what means none plainly."""
