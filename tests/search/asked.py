"""What readers type, and the work they want."""

EXAMPLE = (
    ("mccarthy recursive", "mccarthy1960recursive"),
    ("quicksort", "hoare1961quicksort"),
    ("go to statement", "dijkstra1968goto"),
    ("harmful considered", "dijkstra1968goto"),
    ("godel", "goedel1931formal"),
    ("goedel", "goedel1931formal"),
    ("Gödel", "goedel1931formal"),
    ("erdos renyi", "erdos1959random"),
    ("青蒿素", "qinghaosu1977"),
    ("10.1145/367177.367199", "mccarthy1960recursive"),
    ("https://doi.org/10.1145/366622.366644", "hoare1961quicksort"),
    ("atention is all you need", "vaswani2017attention"),
    ("thompson trust", "thompson1984trust"),
    ("van der waals", "vanderwaals1873continuiteit"),
    ("waals", "vanderwaals1873continuiteit"),
    ("author:turing year:1950", "turing1950computing"),
    ("year:1936-1938 author:turing", "turing1937computable"),
    ('"molecular structure" watson', "watson1953molecular"),
    ("خیام", "khayyam1070algebra"),
    ("خيام", "khayyam1070algebra"),
    ("type:thesis shannon", "shannon1940relay"),
    ("mirzakhani -type:thesis", "mirzakhani2007simple"),
    ("(bat or lemons) author:nagel", "nagel1974bat"),
    ("moore1965cramming", "moore1965cramming"),
    ("relational data bank", "codd1970relational"),
    ("galois", "galois1846oeuvres"),
    ("noether", "noether1918invariante"),
    ("curie", "curie1898substance"),
    ("deep lear", "lecun2015deep"),
    ("Ramón y Cajal", "cajal1888estructura"),
)
"""What is typed into the search of the example, and the work that is wanted."""

MADE = (
    ("muller", "mueller-towers"),
    ("mueller", "mueller-towers"),
    ("Müller", "mueller-towers"),
    ("soren", "sorensen-peaks"),
    ("soeren", "sorensen-peaks"),
    ("strasse", "strasse-roads"),
    ("Straße", "strasse-roads"),
    ("lukasiewicz", "lukasiewicz-signs"),
    ("dokovic", "dokovic-sums"),
    ("djokovic", "dokovic-sums"),
    ("خیام", "khayyam-cubes"),
    ("خيام", "khayyam-cubes"),
    ("کاشانی", "kashani-circle"),
    ("青蒿素", "artemisinin"),
    ("倍半萜", "artemisinin"),
    ("10.5555/imaginary.2001.17", "plain-doi"),
    ("10.5555/S0140-6736(97)11096-0", "lancet-bracket"),
    ("https://doi.org/10.5555/imaginary.2001.17", "plain-doi"),
    ("van der berg", "berg-fields"),
    ("berg", "berg-fields"),
    ("tulps", "berg-fields"),
    ("ulips", "berg-fields"),
    ("cats quantum", "quantum-cats"),
    ("superpositoin", "quantum-cats"),
    ("schroed", "quantum-cats"),
    ("o'neill", "oneill-ferry"),
    ("neill", "oneill-ferry"),
    ("alembert", "dalembert-string"),
    ("erdos", "erdos-graphs"),
    ("opticks", "optics"),
    ("opticsk", "optics"),
    ("coauthorship", "co-authors"),
    ("yildiz", "yildiz-stars"),
    ("istanbulda", "yildiz-stars"),
    ("dvorak keyboards", "dvorak-keys"),
    ("пушкин", "pushkin-onegin"),
    ("한국어", "seoul-hangul"),
    ("ひらがな", "tanaka-kana"),
    ('"tulips under uncertain"', "berg-fields"),
    ("year:1935 topic:cats", "quantum-cats"),
    ('topic:"number theory" -mueller', "dokovic-sums"),
    ("(tulips or ferryman) venue:river", "oneill-ferry"),
    ("author:smith year:2014-", "co-authors"),
    ("title:brackets", "lukasiewicz-signs"),
)
"""The same for the made library."""

PASTED = (
    (
        (
            "McCarthy, J. (1960). Recursive functions of symbolic expressions and their computation by machine, "
            "Part I. Communications of the ACM, 3(4), 184–195."
        ),
        "mccarthy1960recursive",
    ),
    (
        (
            'J. McCarthy, "Recursive Functions of Symbolic Expressions and Their Computation by Machine, Part I," '
            "Commun. ACM, vol. 3, no. 4, pp. 184-195, 1960."
        ),
        "mccarthy1960recursive",
    ),
    (
        (
            "[12] C. A. R. Hoare. Algorithm 64: Quicksort. Commun. ACM 4, 7 (July 1961), 321. "
            "https://doi.org/10.1145/366622.366644"
        ),
        "hoare1961quicksort",
    ),
    (
        (
            "Vaswani A, Shazeer N, Parmar N, et al. Attention is all you need. Advances in Neural Information "
            "Processing Systems. 2017;30."
        ),
        "vaswani2017attention",
    ),
    (
        (
            "Watson, J. D. & Crick, F. H. C. Molecular Structure of Nucleic Acids: A Structure for Deoxyribose Nucleic "
            "Acid. Nature 171, 737–738 (1953)."
        ),
        "watson1953molecular",
    ),
    (
        "Turing, A. M. 1950. “Computing Machinery and Intelligence.” Mind 59 (236): 433–460.",
        "turing1950computing",
    ),
    ("Thomas Nagel, What Is It Like to Be a Bat?, 83 Phil. Rev. 435 (1974).", "nagel1974bat"),
    ("doi.org/10.1145/366622.366644", "hoare1961quicksort"),
    ("DOI: 10.1145/366622.366644.", "hoare1961quicksort"),
    ("arXiv:1706.03762", "vaswani2017attention"),
    ("https://arxiv.org/abs/1706.03762v5", "vaswani2017attention"),
    ("j. mccarthy", "mccarthy1960recursive"),
    ("mccarthy j", "mccarthy1960recursive"),
    ("alan turing 1950", "turing1950computing"),
    ("1953 nature", "watson1953molecular"),
    ("Erdős–Rényi", "erdos1959random"),
    ("irzakhani", "mirzakhani2007simple"),
    ("quicksortt", "hoare1961quicksort"),
    ("ramon-y-cajal", "cajal1888estructura"),
    ("خیّام", "khayyam1070algebra"),
    ("一种 新型", "qinghaosu1977"),
    ("wealth nation", "smith1776wealth"),
    ("origin of the species", "darwin1859origin"),
)
"""What is pasted or typed from memory: references in many styles, identifiers with what stands around them, slips."""

EVERYTHING = ("?", "...", ".*", "(", "-", '""', "((")
NOTHING = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "%00%0a", "xyzzyplugh")
"""Signs alone ask for nothing, so all works stand there; and what no work has."""
