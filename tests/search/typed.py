"""What may be typed into the search of the example and written into a list alike: both must find the same works."""

TYPED = (
    # words
    "turing", "Turing", "TURING computing", "graph", "graph theory", "graph - theory", "theory of", "goedel",
    "Gödel", "godel", "erdos", "Erdős", "Rényi", "schrödinger", "schrodinger", "schroedinger", "خیام", "خيام",
    "الخيام", "青蒿素", "蒿素", "倍半萜", "van der waals", "waals", "ramón y cajal", "cajal", "noether", "deep lear",
    "co-operative", "x-ray", "1936", "1950", "machine 1950", "recursive functions",
    "computing machinery and intelligence", "nature", "communications", "annals", "arXiv",
    "mccarthy1960recursive", "10.1145/367177.367199", "https://doi.org/10.1145/367177.367199",
    "doi:10.1145/367177.367199",
    # phrases
    '"graph theory"', "“graph theory”", '"molecular structure"', '"structure molecular"', '"all you need"',
    '"go to statement"', '"Turing"', '"van der Waals"',
    # fields
    "author:turing", "author:Turing", 'author:"Turing, Alan"', 'author:"Alan Turing"',
    'author:"Turing, A. M."', 'author:"Knuth, D. E."', 'author:"Donald Knuth"', 'author:"van der Waals"',
    'author:"Erdős, Paul"', 'author:"Ada Turing"', "author:me", "author:curie", "title:graph",
    'title:"on computable numbers"', "title:turing", "venue:nature", "venue:arXiv", "-venue:arXiv",
    "venue:acm", 'venue:"communications of the acm"', 'venue:"Annals of Mathematics"', "topic:computing",
    'topic:"graph theory"', "topic:logic", "keyword:computing", "keywords:computing", "tag:computing",
    "subject:computing", "journal:nature", "in:nature", "by:turing", "authors:turing", "kind:thesis",
    "date:1936", "type:article", "type:thesis", "type:book", "type:preprint", "type:dataset",
    'type:"conference paper"', "type:article-journal", "has:pdf", "has:doi", "has:abstract", "has:code",
    "has:data", "-has:doi",
    # years
    "year:1936", "year:1936-1938", "year:1936–1938", "year:2000-", "year:-1900", "-year:1900-",
    "year:1800-1899 -author:darwin",
    # all together
    "turing -computing", "turing not computing", "turing and computing", "turing or shannon",
    "turing OR shannon", "-(turing or shannon) year:1936-1950", "(turing or shannon) thesis",
    "(author:turing or author:shannon) -type:thesis", "graph or topic:logic year:-1940", "not not turing",
    "-type:article -type:book -type:thesis", "type:article year:1950- has:pdf", "(turing) (computing)",
    "author:turing (year:1936 or year:1950)", "curie or noether or mirzakhani", "-author:me year:1950-1960",
)  # fmt: skip
"""Queries that are right in either place."""
COMMON = frozenset({"theory of"})
"""Queries for words that stand in so many abstracts that an index in many files leaves them out."""
