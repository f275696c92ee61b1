"""Types of BibTeX and BibLaTeX, and CSL's item types (CSL 1.0.2, appendix III), in both directions."""

from collections.abc import Mapping
from typing import Literal

from sitegen.model.entry import Entry
from sitegen.model.interchange import is_preprint_server

PHD, MASTER, BACHELOR = "PhD thesis", "Master’s thesis", "Bachelor’s thesis"

TYPES: dict[str, tuple[str, str]] = {
    "article": ("article-journal", ""),
    "suppperiodical": ("article-journal", ""),
    "periodical": ("periodical", ""),
    "review": ("review", ""),
    "magazine": ("article-magazine", ""),
    "newspaper": ("article-newspaper", ""),
    "inproceedings": ("paper-conference", ""),
    "conference": ("paper-conference", ""),
    "incollection": ("chapter", ""),
    "inbook": ("chapter", ""),
    "bookinbook": ("chapter", ""),
    "suppbook": ("chapter", ""),
    "suppcollection": ("chapter", ""),
    "inreference": ("entry-encyclopedia", ""),
    "book": ("book", ""),
    "mvbook": ("book", ""),
    "collection": ("book", ""),
    "mvcollection": ("book", ""),
    "reference": ("book", ""),
    "mvreference": ("book", ""),
    "proceedings": ("book", ""),
    "mvproceedings": ("book", ""),
    "booklet": ("book", ""),
    "manual": ("report", ""),
    "techreport": ("report", ""),
    "report": ("report", ""),
    "thesis": ("thesis", ""),
    "phdthesis": ("thesis", PHD),
    "mastersthesis": ("thesis", MASTER),
    "mathesis": ("thesis", MASTER),
    "bathesis": ("thesis", BACHELOR),
    "bachelorthesis": ("thesis", BACHELOR),
    "dataset": ("dataset", ""),
    "data": ("dataset", ""),
    "software": ("software", ""),
    "softwareversion": ("software", ""),
    "softwaremodule": ("software", ""),
    "codefragment": ("software", ""),
    "online": ("webpage", ""),
    "electronic": ("webpage", ""),
    "www": ("webpage", ""),
    "webpage": ("webpage", ""),
    "website": ("webpage", ""),
    "patent": ("patent", ""),
    "standard": ("standard", ""),
    "misc": ("document", ""),
    "unpublished": ("manuscript", ""),
    "preprint": ("article", "preprint"),
    "letter": ("personal_communication", ""),
    "artwork": ("graphic", ""),
    "image": ("graphic", ""),
    "audio": ("song", ""),
    "music": ("song", ""),
    "movie": ("motion_picture", ""),
    "video": ("motion_picture", ""),
    "performance": ("performance", ""),
    "legislation": ("legislation", ""),
    "legal": ("legislation", ""),
    "jurisdiction": ("legal_case", ""),
    "commentary": ("chapter", ""),
    "presentation": ("speech", ""),
    "talk": ("speech", ""),
    "speech": ("speech", ""),
    "lecture": ("speech", ""),
    "map": ("map", ""),
    "custom": ("document", ""),
    "other": ("document", ""),
    "unspecified": ("document", ""),
    "generic": ("document", ""),
}
"""By the type's word: CSL type and genre."""

NO_PAGE = frozenset({"xdata", "set", "control", "ieeetranbstctl", "bibnote"})
"""Records that are no works: data for others, groups, and settings of styles (`@CONTROL`, `@IEEEtranBSTCTL`)."""

KINDS = {
    "phdthesis": PHD, "mathesis": MASTER, "bathesis": BACHELOR, "candthesis": "Candidate thesis",
    "techreport": "Technical report", "resreport": "Research report", "software": "Software",
    "datacd": "Data CD", "audiocd": "Audio CD", "patent": "Patent", "patreq": "Patent application",
}  # fmt: skip
"""BibLaTeX's words for the field `type` (manual, "Localization keys")."""

SUBTYPES = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
WITH_GENRE = frozenset(
    {
        "thesis",
        "report",
        "patent",
        "manuscript",
        "document",
        "software",
        "dataset",
        "webpage",
        "speech",
        "graphic",
        "standard",
    }
)
"""CSL types whose `type` field is the kind of the work; elsewhere people group pages by it."""

_WITH_ISSUES = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "review", "review-book", "periodical"}
)
CAN_BE_PREPRINT = frozenset({"webpage", "document", "manuscript"})

WORDS: dict[str, str] = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "review": "article", "review-book": "article", "periodical": "periodical",
    "paper-conference": "inproceedings", "chapter": "incollection", "entry": "inreference",
    "entry-encyclopedia": "inreference", "entry-dictionary": "inreference", "book": "book", "classic": "book",
    "report": "techreport", "dataset": "dataset", "software": "software", "webpage": "online", "post": "online",
    "post-weblog": "online", "patent": "patent", "standard": "standard", "manuscript": "unpublished",
    "motion_picture": "video", "song": "audio", "performance": "performance", "legislation": "legislation",
    "legal_case": "jurisdiction", "graphic": "artwork", "personal_communication": "letter", "article": "misc",
}  # fmt: skip
"""By CSL type: the word that most programs read."""


def classify(word: str, values: Mapping[str, str], container: str) -> tuple[str, str]:
    """CSL type and genre of a record; `container` is its journal's plain title.

    What has an eprint and no journal, or a preprint server for a journal, is a preprint whatever its type's word.

    >>> classify("mastersthesis", {}, ""), classify("article", {}, "arXiv preprint arXiv:2101.00001")
    (('thesis', 'Master’s thesis'), ('article', 'preprint'))
    """
    csl, genre = TYPES.get(word, ("document", ""))
    if csl == "article-journal":
        subtype = values.get("entrysubtype", "").strip().lower()
        if subtype in SUBTYPES:
            return SUBTYPES[subtype], genre
        if container and is_preprint_server(container):
            return "article", "preprint"
    elif csl in CAN_BE_PREPRINT and not container and is_eprint(values):
        return "article", "preprint"
    kind = values.get("type", "")
    if kind and csl in WITH_GENRE:
        genre = KINDS.get(kind.strip().lower(), "")
    return csl, genre


def is_eprint(values: Mapping[str, str]) -> bool:
    """Whether a record names its number in an archive of preprints, or says that it is one."""
    eprint = values.get("eprint") or values.get("arxiv", "")
    if eprint and not eprint.lstrip().lower().startswith(("http:", "https:")):
        archive = (values.get("eprinttype") or values.get("archiveprefix") or "arxiv").strip().lower()
        if archive in ("arxiv", "biorxiv", "medrxiv", "chemrxiv", "psyarxiv", "hal", "ssrn", "iacr"):
            return True
    return values.get("pubstate", "").strip().lower() in ("preprint", "prepublished")


def number_means(csl: str, *, series: bool, volume: bool) -> Literal["issue", "number", "collection_number"]:
    """What the field `number` counts: issues of a periodical, volumes of a series, or the work itself."""
    if csl in _WITH_ISSUES or (csl == "article" and volume):
        return "issue"
    if csl in ("book", "chapter", "paper-conference"):
        return "collection_number" if series else "issue" if csl == "paper-conference" else "number"
    return "number"


def word_of(entry: Entry) -> str:
    """The type's word for an entry: the source's own where it means the entry's type, else the most common one.

    >>> word_of(Entry(id="a", type="thesis", genre="PhD thesis"))
    'phdthesis'
    """
    known = TYPES.get(entry.source_type)
    if known and (
        known[0] == entry.type or (entry.genre == "preprint" and known[0] in CAN_BE_PREPRINT | {"article-journal"})
    ):
        return entry.source_type
    if entry.source_type == "article" and entry.type in SUBTYPES.values():
        return "article"
    if entry.type == "thesis":
        return {PHD: "phdthesis", MASTER: "mastersthesis"}.get(entry.genre, "thesis")
    return WORDS.get(entry.type, "misc")
