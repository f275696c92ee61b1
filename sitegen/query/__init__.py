"""Queries over the library: `type:article year:2019- author:me topic:"graph theory" -venue:arXiv`.

Words and conditions that stand beside each other must all hold; `or` gives a choice, `not` or a hyphen before a
condition its opposite, brackets bind. A bare word is looked for at the beginning of words, words in quotation marks
are looked for whole and in their order. The search of the site reads the same language; `tests/query/cases.json` holds
both to it.
"""
