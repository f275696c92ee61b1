"""The types and tags of RIS, and what each tag means in which type."""

from collections.abc import Mapping

TYPES = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "MPCT",
    "chapter": "CHAP",
    "classic": "BOOK",
    "dataset": "DATA",
    "entry": "CHAP",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "ART",
    "graphic": "ART",
    "hearing": "HEAR",
    "interview": "PCOMM",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "map": "MAP",
    "motion_picture": "MPCT",
    "paper-conference": "CONF",
    "patent": "PAT",
    "periodical": "JFULL",
    "personal_communication": "PCOMM",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "regulation": "STAT",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "treaty": "STAT",
    "webpage": "ELEC",
}
"""CSL item types to RIS; CONF and not CPAPER, BOOK and not EDBOOK, because bibutils knows no others."""

USUAL = {
    "editor": "A2",
    "series editor": "A3",
    "container": "T2",
    "event": "",
    "series": "T3",
    "place": "CY",
    "number": "",
    "serial": "SN",
    "kind": "",
    "language": "LA",
}
"""The tag of what has a different one in some types; "" where it has none."""

PLACES: Mapping[str, Mapping[str, str]] = {
    "BOOK": {**USUAL, "editor": "A3", "series editor": "A2", "series": "T2"},
    "COMP": {**USUAL, "series": "T2", "container": "", "language": ""},
    "CONF": {**USUAL, "container": "C3", "event": "T2", "place": "C1"},
    "MAP": {**USUAL, "series": "T2", "container": ""},
    "PAT": {**USUAL, "number": "SN", "serial": ""},
    "RPRT": {**USUAL, "series": "T2", "container": "", "number": "SN", "serial": "", "kind": "M3"},
    "STAND": {**USUAL, "number": "SN", "serial": ""},
    "THES": {**USUAL, "kind": "M3"},
}
"""The tags of types that differ from the usual."""

LENGTH_AS_PAGES = frozenset({"BOOK", "THES"})
"""Types whose SP is the length of the work."""

EXTRA = "ris-"
"""Begins the name under which `Entry.extra` keeps a tag that an entry has no field for."""

FIRST = {"CHAP": "chapter", "JOUR": "article-journal", "BOOK": "book", "MPCT": "motion_picture", "ART": "graphic"}
READ_TYPES = {
    **{ris: csl for csl, ris in reversed(TYPES.items())},
    **FIRST,
    "UNPB": "manuscript",
    "PCOMM": "personal_communication",
    "ELEC": "webpage",
    "STAT": "legislation",
    "GEN": "document",
    "ABST": "article-journal",
    "AGGR": "dataset",
    "CHART": "figure",
    "CLSWK": "classic",
    "CPAPER": "paper-conference",
    "CTLG": "book",
    "DBASE": "dataset",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "EJOU": "article-journal",
    "FIGURE": "figure",
    "GOVDOC": "report",
    "ICOMM": "personal_communication",
    "INPR": "article-journal",
    "LEGAL": "legislation",
    "MANSCPT": "manuscript",
    "MULTI": "webpage",
    "MUSIC": "song",
    "PAMP": "pamphlet",
    "SER": "book",
    "UNBILL": "bill",
    "VIDEO": "motion_picture",
    "WEB": "webpage",
}
"""RIS types to CSL's: where several are written alike, the most common comes back."""
AS_WRITTEN = {
    "CPAPER": "CONF", "EBOOK": "BOOK", "EDBOOK": "BOOK", "CTLG": "BOOK", "SER": "BOOK", "CLSWK": "BOOK",
    "GOVDOC": "RPRT",
}  # fmt: skip
"""Types whose tags mean what they do in another."""

_MEANINGS = {
    "AU": "author", "A1": "author", "ED": "editor", "A4": "translator", "TI": "title", "T1": "title", "CT": "title",
    "ST": "title_short", "BT": "other container", "JF": "full container", "JO": "other container",
    "JA": "container_title_short", "J1": "container_title_short", "J2": "container_title_short",
    "PY": "issued", "Y1": "issued", "DA": "day", "Y2": "accessed", "VL": "volume", "VO": "volume",
    "NV": "number_of_volumes", "IS": "issue", "CP": "issue", "SP": "first page", "EP": "last page", "ET": "edition",
    "PB": "publisher", "PP": "publisher_place", "CY": "publisher_place", "SE": "section", "C7": "article number",
    "C2": "pmcid", "M1": "miscellaneous number", "M3": "kind", "DO": "doi", "AN": "accession", "UR": "address",
    "LK": "address", "L2": "address", "L1": "file", "AB": "abstract", "N2": "other abstract", "KW": "keyword",
    "LA": "language", "N1": "note", "AD": "affiliation", "SN": "serial", "T3": "collection_title",
}  # fmt: skip
_OF_PLACES = {
    "editor": "editor",
    "series editor": "collection_editor",
    "container": "container_title",
    "event": "event_title",
    "series": "collection_title",
    "place": "publisher_place",
    "number": "number",
    "kind": "genre",
}
_CONFERENCE_PLACE = {"C1": "event_place"}


def meanings(kind: str) -> Mapping[str, str]:
    """What each tag means in a type: a field of the entry, a role, or what needs a closer look (with a blank)."""
    kind = AS_WRITTEN.get(kind, kind)
    place = PLACES.get(kind, USUAL)
    found = {**_MEANINGS, **{place[what]: meaning for what, meaning in _OF_PLACES.items() if place[what]}}
    return found | _CONFERENCE_PLACE | {"CY": "publisher_place"} if kind == "CONF" else found


MEANINGS = {kind: meanings(kind) for kind in READ_TYPES}
KNOWN_TAGS = frozenset({"TY", "ER", "ID", *_MEANINGS}) | {
    f"{letter}{number}" for letter in "ACLMNTUY" for number in "12345"
}
"""Tags that are taken for such although their line is not as the format wants it."""
LATER = (
    "full container", "other container", "container_title_short", "day", "miscellaneous number", "kind", "first page",
    "last page", "affiliation", "other abstract", "address",
)  # fmt: skip
"""Meanings that hang on other values, in the order in which they are read."""
