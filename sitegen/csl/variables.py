"""Which variables hold names, dates or numbers (CSL 1.0.2, Appendix IV)."""

_NAMES = (
    "author chair collection-editor compiler composer container-author contributor curator director editor "
    "editorial-director editor-translator editortranslator executive-producer guest host illustrator interviewer "
    "narrator organizer original-author performer producer recipient reviewed-author script-writer series-creator "
    "translator"
)
NAMES = frozenset(_NAMES.split())
_DATES = "accessed available-date event-date issued original-date submitted"
DATES = frozenset(_DATES.split())
_NUMBERS = (
    "chapter-number citation-number collection-number edition first-reference-note-number issue locator number "
    "number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number version "
    "volume"
)
NUMBERS = frozenset(_NUMBERS.split())
PAGES = frozenset({"page", "locator"})
"""Variables whose ranges are written as `page-range-format` says."""
COUNTS = frozenset({"number-of-pages", "number-of-volumes"})
"""Variables that are plural when they are greater than one."""
