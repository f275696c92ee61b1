"""Which LaTeX commands mark their argument, which switch a font, which show nothing: tables, no code."""

from sitegen.text.rich import Mark

MARKS: dict[str, Mark] = {
    "emph": "em", "textem": "em", "mkbibemph": "em", "mkbibfont": "em", "textit": "i", "textsl": "i",
    "mkbibitalic": "i", "mathit": "i",
    "textbf": "b", "mkbibbold": "b", "strong": "b", "boldsymbol": "b", "textbfseries": "b", "texttt": "code",
    "code": "code",
    "textsc": "sc", "mkbibacro": "sc", "textsuperscript": "sup", "textsu": "sup", "mkbibsuperscript": "sup",
    "up": "sup", "ieme": "sup",
    "textsubscript": "sub", "mkbibsubscript": "sub", "textinferior": "sub", "underline": "u", "uline": "u", "ul": "u",
    "enquote": "q", "mkbibquote": "q", "textquote": "q", "nocase": "nocase", "NoCaseChange": "nocase",
}  # fmt: skip
"""Commands that put their argument under a mark."""

SWITCHES: dict[str, Mark] = {
    "em": "em", "it": "i", "itshape": "i", "sl": "i", "slshape": "i", "bf": "b", "bfseries": "b", "tt": "code",
    "ttfamily": "code",
    "sc": "sc", "scshape": "sc",
}  # fmt: skip
"""Font switches that hold to the end of the group they stand in (LaTeX 2.09 and LaTeX 2e)."""

RESETS = frozenset({"rm", "normalfont", "upshape", "mdseries", "rmfamily"})
"""Switches back to the text font."""

WRAPS: dict[str, tuple[str, str]] = {
    "mkbibparens": ("(", ")"), "parentext": ("(", ")"), "mkbibbrackets": ("[", "]"), "brackettext": ("[", "]"),
    "footnote": (" (", ")"),
    "thanks": (" (", ")"), "cite": ("[", "]"), "citep": ("[", "]"), "citet": ("[", "]"), "parencite": ("[", "]"),
    "autocite": ("[", "]"),
    "ang": ("", "°"), "singlequote": ("‘", "’"), "doublequote": ("“", "”"),
}  # fmt: skip
"""Commands whose argument shows between two strings."""

KEEPS = frozenset(
    (  # noqa: SIM905 -- a table of words reads best without quotes
        "mbox hbox fbox text textrm textup textnormal textmd textsf textlf textin mathrm mathsf mathtt mathbf mathbb "
        "mathcal mathfrak mathscr "
        "mathnormal operatorname textlatin textgreek textcyr textcyrillic textrussian textarabic textpersian "
        "textfarsi texthebrew "
        "versal ensuretext textenglish textgerman textfrench LR RL bibstring autocap lowercase uppercase "
        "MakeUppercase MakeLowercase MakeCapital "
        "makebox framebox centerline textquoted citetitle citeauthor textcite ref eqref pageref smash "
        "mkbibmonth mkbibordinal mkbibdatelong natexlab nohyphens hyphenated mkfirst ifblank namefont title author "
        "date section subsection "
        "subsubsection paragraph subparagraph chapter part caption bibinfo bibfield bibnamefont bibfnamefont "
        "Sentence MakeSentenceCase overline bar vec hat tilde"
    ).split()
)
"""Commands that show their argument as it is."""

DROPS: dict[str, int] = {
    "noopsort": 1, "NoopSort": 1, "Noopsort": 1, "SortNoop": 1, "noop": 1, "sortnoop": 1, "singleletter": 0,
    "printfirst": 1, "switchargs": 0,
    "label": 1, "vspace": 1, "hspace": 1, "vskip": 0, "hskip": 0, "kern": 0, "color": 1, "textcolor": 1,
    "colorbox": 1, "fontsize": 2,
    "selectlanguage": 1, "fontencoding": 1, "fontfamily": 1, "selectfont": 0, "index": 1, "phantom": 1, "hphantom": 1,
    "vphantom": 1,
    "pagestyle": 1, "thispagestyle": 1, "raisebox": 1, "parbox": 1, "rule": 2, "setlength": 2, "addtolength": 2,
    "hypertarget": 1,
    "hyperlink": 1, "hyperref": 0, "bibitem": 1, "nocite": 1, "sortkey": 1, "resizebox": 2, "scalebox": 1,
    "includegraphics": 1,
    "usepackage": 1, "pdfbookmark": 2, "phantomsection": 0, "mkbibnamefamily": 0, "mkbibnamegiven": 0,
    "mkbibnameprefix": 0,
}  # fmt: skip
"""Commands that show nothing, with the number of arguments that vanish with them; further arguments show."""

SILENT = frozenset(
    (  # noqa: SIM905 -- a table of words reads best without quotes
        "protect relax noindent indent null empty leavevmode ignorespaces unskip hfuzz sloppy fussy frenchspacing "
        "nonfrenchspacing isdot "
        "newblock par tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge sf sffamily cal "
        "boldmath unboldmath "
        "centering raggedright raggedleft linebreak nolinebreak pagebreak nopagebreak goodbreak break nobreak "
        "newpage clearpage "
        "displaystyle textstyle scriptstyle limits nolimits left right big Big bigg Bigg bigl bigr Bigl Bigr biggl "
        "biggr "
        "doublespacing singlespacing onehalfspacing bgroup egroup begingroup endgroup aftergroup expandafter "
        "midsentence nofrench "
        "makeatletter makeatother bibnamedelima bibnamedelimb bibnamedelimc bibnamedelimd bibnamedelimi "
        "bibinitperiod bibinitdelim "
        "unspace nopunct setunit addabbrvspace mathstrut strut upshape toprule midrule bottomrule hline maketitle "
        "spaceskip itshapefont "
        "lefthyphenmin righthyphenmin language beginL endL beginR endR"
    ).split()
) - {"par"}  # fmt: skip
"""Commands that show nothing and take nothing."""

LISTS: dict[str, bool] = {
    "itemize": False, "compactitem": False, "description": False, "inparaitem": False, "enumerate": True,
    "compactenum": True,
    "inparaenum": True,
}  # fmt: skip
"""List environments; true for numbered ones."""

FORMULAS: dict[str, bool] = {
    "math": False, "displaymath": False, "equation": False, "equation*": False,
    "align": True, "align*": True, "gather": True, "gather*": True, "multline": True, "multline*": True,
    "alignat": True, "alignat*": True,
    "flalign": True, "flalign*": True, "eqnarray": True, "eqnarray*": True, "split": True, "aligned": True,
    "gathered": True, "cases": True,
    "matrix": True, "pmatrix": True, "bmatrix": True, "vmatrix": True,
}  # fmt: skip
"""Maths environments; true where the environment says how the formula is laid out and so stays part of it."""

FRAMES = frozenset(
    "abstract center quote quotation verse flushleft flushright document sloppypar small footnotesize otherlanguage "  # noqa: SIM905 -- a table of words reads best without quotes
    "minipage titlepage".split()
)
"""Environments that show their content as it is, in a paragraph of its own."""

TAGS: dict[str, Mark] = {
    "i": "i", "italic": "i", "em": "em", "b": "b", "bold": "b", "strong": "b", "sub": "sub", "inf": "sub",
    "sup": "sup", "sc": "sc",
    "scp": "sc", "tt": "code", "code": "code", "monospace": "code", "u": "u", "underline": "u", "q": "q", "title": "b",
}  # fmt: skip
"""HTML elements, and JATS ones without their prefix (JATS 1.3, "Inline elements"), that mark their content."""

PARAGRAPH_TAGS = frozenset({"p", "sec", "title", "div"})
"""Elements whose content stands in a paragraph of its own."""

LANGUAGES: dict[str, str] = {
    "english": "en", "american": "en-US", "british": "en-GB", "german": "de", "ngerman": "de", "austrian": "de-AT",
    "naustrian": "de-AT",
    "french": "fr", "francais": "fr", "italian": "it", "spanish": "es", "portuguese": "pt", "portuges": "pt",
    "brazilian": "pt-BR", "brazil": "pt-BR",
    "catalan": "ca", "galician": "gl", "basque": "eu", "latin": "la", "greek": "el", "polutonikogreek": "el",
    "russian": "ru", "ukrainian": "uk",
    "belarusian": "be", "bulgarian": "bg", "serbian": "sr", "croatian": "hr", "slovene": "sl", "slovenian": "sl",
    "czech": "cs", "slovak": "sk",
    "polish": "pl", "hungarian": "hu", "magyar": "hu", "romanian": "ro", "turkish": "tr", "dutch": "nl",
    "afrikaans": "af", "danish": "da",
    "swedish": "sv", "norwegian": "no", "norsk": "nb", "nynorsk": "nn", "icelandic": "is", "finnish": "fi",
    "estonian": "et", "latvian": "lv",
    "lithuanian": "lt", "irish": "ga", "scottish": "gd", "welsh": "cy", "breton": "br", "esperanto": "eo",
    "hebrew": "he", "arabic": "ar",
    "persian": "fa", "farsi": "fa", "hindi": "hi", "sanskrit": "sa", "vietnamese": "vi", "indonesian": "id",
    "japanese": "ja", "chinese": "zh",
    "korean": "ko", "thai": "th", "albanian": "sq", "armenian": "hy", "georgian": "ka", "macedonian": "mk",
}  # fmt: skip
"""BCP 47 tag by babel's name of a language; the first of two names is the one to write."""
