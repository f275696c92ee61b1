"""What LaTeX commands without an argument stand for, and which accents there are.

Sources: the LaTeX kernel's text symbols (latexrefman, "Text symbols", "Accents"), textcomp, a few of wasysym in common
use, and unicode-math's names for symbols that people also write outside formulas.
"""

ACCENTS: dict[str, str] = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307", '"': "\u0308",
    "u": "\u0306", "h": "\u0309", "r": "\u030a", "H": "\u030b", "v": "\u030c", "U": "\u030e", "G": "\u030f",
    "f": "\u0311",
    "d": "\u0323", "c": "\u0327", "k": "\u0328", "b": "\u0331", "t": "\u0361",
    "textcommabelow": "\u0326", "textcommaabove": "\u0313", "textsubdot": "\u0323", "textsubring": "\u0325",
    "capitalcedilla": "\u0327",
    "textogonekcentered": "\u0328", "textdotbelow": "\u0323", "textringaccent": "\u030a",
}  # fmt: skip
"""Combining character by the command that sets it on its argument."""

BARE_ACCENTS: dict[str, str] = {
    "\u0300": "`", "\u0301": "´", "\u0302": "^", "\u0303": "~", "\u0304": "¯", "\u0306": "˘", "\u0307": "˙",
    "\u0308": "¨",
    "\u030a": "˚", "\u030b": "˝", "\u030c": "ˇ", "\u0327": "¸", "\u0328": "˛",
}  # fmt: skip
"""What an accent shows when there is no letter below it."""

LOGOS: dict[str, str] = {
    "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2ε", "BibTeX": "BibTeX", "biblatex": "biblatex", "XeTeX": "XeTeX",
    "XeLaTeX": "XeLaTeX", "LuaTeX": "LuaTeX", "LuaLaTeX": "LuaLaTeX", "pdfTeX": "pdfTeX", "pdfLaTeX": "pdfLaTeX",
    "ConTeXt": "ConTeXt",
    "MF": "METAFONT", "MP": "METAPOST", "METAFONT": "METAFONT", "METAPOST": "METAPOST", "AmS": "AMS", "AMS": "AMS",
    "AmSTeX": "AMS-TeX",
    "AmSLaTeX": "AMS-LaTeX", "SLiTeX": "SLiTeX", "KOMAScript": "KOMA-Script", "HTML": "HTML", "XML": "XML",
    "PS": "PostScript",
}  # fmt: skip
"""Names whose capitals are their own."""

LETTERS: dict[str, str] = {
    "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø",
    "l": "ł", "L": "Ł",
    "i": "ı", "j": "ȷ", "I": "I", "J": "J", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ",
    "ng": "ŋ", "NG": "Ŋ", "ij": "ĳ", "IJ": "Ĳ",
    "textthorn": "þ", "textTHORN": "Þ", "textschwa": "ə", "textesh": "ʃ", "textyogh": "ʒ", "textglotstop": "ʔ",
    "textbari": "ɨ", "textsca": "ᴀ", "textturna": "ɐ", "textscripta": "ɑ", "textopeno": "ɔ", "textepsilon": "ɛ",
    "textgamma": "ɣ",
    "textltailn": "ɲ", "textiota": "ɩ", "textupsilon": "ʊ", "textphi": "ɸ", "texttheta": "θ", "textbeta": "β",
    "textchi": "χ",
    "textrtaild": "ɖ", "textrtailt": "ʈ", "textrtails": "ʂ", "textrtailn": "ɳ", "textfishhookr": "ɾ",
    "textturnr": "ɹ", "textscr": "ʀ",
    "textlengthmark": "ː", "textprimstress": "ˈ", "textsecstress": "ˌ", "hamza": "ʾ", "ayn": "ʿ",
    "cprime": "ʹ", "cdprime": "ʺ", "Dbar": "Đ", "dbar": "đ", "textpipe": "ǀ", "textdoublepipe": "ǁ",
    "textdoublebarpipe": "ǂ",
}  # fmt: skip
"""Letters that ASCII lacks; in braces of their own they protect nothing (BibTeX's "special characters")."""

_CYRILLIC = (  # noqa: SIM905 -- a table of words reads best without quotes
    "a а b б v в g г d д e е yo ё zh ж z з i и ishrt й k к l л m м n н o о p п r р s с t т u у f ф h х c ц ch ч sh ш "
    "shch щ hrdsn ъ ery ы "
    "sftsn ь erev э yu ю ya я ie є ii і yi ї gup ґ je ј lje љ nje њ dje ђ tshe ћ dzhe џ dze ѕ ushrt ў fita ѳ yat ѣ "
    "izh ѵ"
).split()
for _name, _letter in zip(_CYRILLIC[::2], _CYRILLIC[1::2], strict=True):
    LETTERS[f"cyr{_name}"] = _letter
    LETTERS[f"CYR{_name.upper()}"] = _letter.upper()

PUNCTUATION: dict[str, str] = {
    "textendash": "–", "textemdash": "—", "endash": "–", "emdash": "—", "textquoteleft": "‘", "textquoteright": "’",
    "lq": "‘", "rq": "’",
    "textquotedblleft": "“", "textquotedblright": "”", "textquotesingle": "'",
    "textquotedbl": '"', "dq": '"', "quotedblbase": "„",
    "quotesinglbase": "‚", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "frqq": "»", "flqq": "«", "frq": "›",
    "flq": "‹",
    "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»", "guilsinglleft": "‹",
    "guilsinglright": "›",
    "og": "«\u00a0", "fg": "\u00a0»", "ldots": "…", "dots": "…", "textellipsis": "…", "dotsc": "…", "dotso": "…",
    "lbrace": "{",
    "rbrace": "}", "textbraceleft": "{", "textbraceright": "}", "textbackslash": "\\", "backslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^", "textasciigrave": "`", "textasciiacute": "´", "textasciidieresis": "¨",
    "textasciimacron": "¯", "textasciicaron": "ˇ",
    "textunderscore": "_", "textbar": "|", "textbardbl": "‖", "textless": "<", "textgreater": ">", "lt": "<",
    "gt": ">", "slash": "/",
    "textvisiblespace": "␣", "textexclamdown": "¡", "textquestiondown": "¿", "exclamdown": "¡", "questiondown": "¿",
    "textdollar": "$",
    "textdollaroldstyle": "$", "textnumero": "№", "textsection": "§", "S": "§", "textparagraph": "¶", "P": "¶",
    "pilcrow": "¶",
    "textdagger": "†", "dag": "†", "dagger": "†", "textdaggerdbl": "‡", "ddag": "‡", "ddagger": "‡",
    "textbullet": "•", "bullet": "•",
    "textperiodcentered": "·", "cdot": "·", "textasteriskcentered": "∗", "ast": "∗", "star": "⋆",
    "textreferencemark": "※",
    "textinterrobang": "‽", "textinterrobangdown": "⸘", "mdash": "—", "ndash": "–", "nbhyphen": "\u2011", "amp": "&",
    "less": "<", "greater": ">", "textquotestraightbase": "‚", "textquotestraightdblbase": "„",
    "texttwelveudash": "—", "textthreequartersemdash": "—",
    "bibhyphen": "-", "hyphen": "-", "hyp": "-", "nobreakdash": "", "bibrangedash": "–", "adddot": ".",
    "addperiod": ".", "addcomma": ",",
    "addcolon": ":", "addsemicolon": ";", "adddotspace": ". ", "addspace": " ", "addnbspace": "\u00a0",
    "addthinspace": "\u202f",
    "addhighpenspace": " ", "addlowpenspace": " ", "addnbthinspace": "\u202f", "addslash": "/", "bibopenparen": "(",
    "bibcloseparen": ")",
    "bibopenbracket": "[", "bibclosebracket": "]", "textcelsius": "℃", "textdiscount": "⁒", "textperthousand": "‰",
    "textpermil": "‰",
    "textpertenthousand": "‱", "textdegree": "°", "degree": "°", "textprime": "′", "prime": "′",
    "textasciibreve": "˘", "and": "and",
}  # fmt: skip

SPACES: dict[str, str] = {
    "space": " ", "nobreakspace": "\u00a0", "nbsp": "\u00a0", "thinspace": "\u202f", "negthinspace": "",
    "medspace": " ", "thickspace": " ",
    "enspace": " ", "enskip": " ", "quad": " ", "qquad": " ", "hfill": " ", "hfil": " ", "hss": " ",
    "textcompwordmark": "", "xspace": " ",
    "smallskip": " ", "medskip": " ", "bigskip": " ", "allowbreak": "", "zwnj": "\u200c", "zwj": "\u200d",
    "tabularnewline": " ",
}  # fmt: skip

SIGNS: dict[str, str] = {
    "copyright": "©", "textcopyright": "©", "textregistered": "®", "circledR": "®", "texttrademark": "™",
    "trademark": "™", "textservicemark": "℠",
    "textcopyleft": "🄯", "textcircledP": "℗", "texteuro": "€", "euro": "€", "EUR": "€", "pounds": "£",
    "textsterling": "£", "textlira": "₤",
    "textyen": "¥", "yen": "¥", "textcent": "¢", "textwon": "₩", "textdong": "₫", "textflorin": "ƒ",
    "textcurrency": "¤", "textbaht": "฿",
    "textpeso": "₱", "textnaira": "₦", "textguarani": "₲", "textcolonmonetary": "₡", "textordfeminine": "ª",
    "textordmasculine": "º",
    "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾", "textonesuperior": "¹",
    "texttwosuperior": "²", "textthreesuperior": "³",
    "textmu": "µ", "micro": "µ", "textohm": "Ω", "textmho": "℧", "textestimated": "℮", "textrecipe": "℞",
    "textmusicalnote": "♪",
    "textbrokenbar": "¦", "textlnot": "¬", "textminus": "−", "textpm": "±", "texttimes": "×", "textdiv": "÷",
    "textfractionsolidus": "⁄",
    "textsurd": "√", "textleftarrow": "←", "textrightarrow": "→", "textuparrow": "↑", "textdownarrow": "↓",
    "textbigcircle": "◯",
    "textopenbullet": "◦", "textlangle": "⟨", "textrangle": "⟩", "textlbrackdbl": "⟦", "textrbrackdbl": "⟧",
    "textmarried": "⚭",
    "textdivorced": "⚮", "textborn": "⋆", "textdied": "†", "textleaf": "☙", "textblank": "␢", "textdblhyphen": "⹀",
    "female": "♀", "male": "♂", "checkmark": "✓", "flat": "♭", "sharp": "♯", "natural": "♮", "heartsuit": "♡",
    "clubsuit": "♣",
    "spadesuit": "♠", "diamondsuit": "♢", "orcidlink": "", "textsuperscripttwo": "²",
}  # fmt: skip

GREEK: dict[str, str] = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ",
    "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "varkappa": "ϰ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "omicron": "ο", "pi": "π",
    "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "ϕ",
    "varphi": "φ", "chi": "χ",
    "psi": "ψ", "omega": "ω", "digamma": "ϝ", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ",
    "Pi": "Π", "Sigma": "Σ",
    "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "Alpha": "Α", "Beta": "Β", "Epsilon": "Ε", "Zeta": "Ζ",
    "Eta": "Η", "Iota": "Ι",
    "Kappa": "Κ", "Mu": "Μ", "Nu": "Ν", "Omicron": "Ο", "Rho": "Ρ", "Tau": "Τ", "Chi": "Χ",
}  # fmt: skip
for _name, _letter in tuple(GREEK.items()):
    for _prefix in ("text", "up"):
        if f"{_prefix}{_name}" not in LETTERS:
            GREEK.setdefault(f"{_prefix}{_name}", _letter)

MATHS: dict[str, str] = {
    "pm": "±", "mp": "∓", "times": "×", "div": "÷", "circ": "∘", "oplus": "⊕", "ominus": "⊖", "otimes": "⊗",
    "oslash": "⊘", "odot": "⊙",
    "cap": "∩", "cup": "∪", "uplus": "⊎", "sqcap": "⊓", "sqcup": "⊔", "vee": "∨", "lor": "∨", "wedge": "∧",
    "land": "∧", "setminus": "∖",
    "smallsetminus": "∖", "wr": "≀", "amalg": "⨿", "diamond": "⋄", "Diamond": "◇", "Box": "□", "square": "□",
    "blacksquare": "■", "triangle": "△",
    "triangleleft": "◁", "triangleright": "▷", "bigtriangleup": "△", "bigtriangledown": "▽", "bigcirc": "◯",
    "rtimes": "⋊", "ltimes": "⋉",
    "bowtie": "⋈", "Join": "⋈", "dotplus": "∔", "le": "≤", "leq": "≤", "leqslant": "⩽", "ge": "≥", "geq": "≥",
    "geqslant": "⩾", "ll": "≪", "gg": "≫",
    "neq": "≠", "ne": "≠", "equiv": "≡", "sim": "∼", "simeq": "≃", "approx": "≈", "approxeq": "≊", "cong": "≅",
    "propto": "∝", "varpropto": "∝",
    "lesssim": "≲", "gtrsim": "≳", "lessgtr": "≶", "prec": "≺", "preceq": "⪯", "succ": "≻", "succeq": "⪰",
    "asymp": "≍", "doteq": "≐",
    "triangleq": "≜", "coloneqq": "≔", "subset": "⊂", "subseteq": "⊆", "subsetneq": "⊊", "supset": "⊃",
    "supseteq": "⊇", "supsetneq": "⊋",
    "sqsubset": "⊏", "sqsubseteq": "⊑", "sqsupset": "⊐", "sqsupseteq": "⊒", "in": "∈", "ni": "∋", "notin": "∉",
    "vdash": "⊢", "dashv": "⊣",
    "models": "⊨", "vDash": "⊨", "Vdash": "⊩", "perp": "⊥", "bot": "⊥", "top": "⊤", "parallel": "∥", "mid": "∣",
    "nmid": "∤", "nparallel": "∦",
    "forall": "∀", "exists": "∃", "nexists": "∄", "neg": "¬", "lnot": "¬", "emptyset": "∅", "varnothing": "∅",
    "infty": "∞", "partial": "∂",
    "nabla": "∇", "ell": "ℓ", "hbar": "ℏ", "hslash": "ℏ", "Re": "ℜ", "Im": "ℑ", "wp": "℘", "aleph": "ℵ", "beth": "ℶ",
    "gimel": "ℷ",
    "imath": "ı", "jmath": "ȷ", "angle": "∠", "measuredangle": "∡", "surd": "√", "complement": "∁", "eth": "ð",
    "mho": "℧", "Finv": "Ⅎ",
    "sum": "∑", "prod": "∏", "coprod": "∐", "int": "∫", "iint": "∬", "iiint": "∭", "oint": "∮", "bigcup": "⋃",
    "bigcap": "⋂", "bigoplus": "⨁",
    "bigotimes": "⨂", "bigodot": "⨀", "bigvee": "⋁", "bigwedge": "⋀", "bigsqcup": "⨆", "biguplus": "⨄",
    "to": "→", "rightarrow": "→", "longrightarrow": "⟶", "Rightarrow": "⇒", "Longrightarrow": "⟹", "implies": "⟹",
    "leftarrow": "←",
    "gets": "←", "longleftarrow": "⟵", "Leftarrow": "⇐", "Longleftarrow": "⟸", "impliedby": "⟸", "leftrightarrow": "↔",
    "longleftrightarrow": "⟷", "Leftrightarrow": "⇔", "Longleftrightarrow": "⟺", "iff": "⟺", "mapsto": "↦",
    "longmapsto": "⟼",
    "hookrightarrow": "↪", "hookleftarrow": "↩", "uparrow": "↑", "downarrow": "↓", "Uparrow": "⇑", "Downarrow": "⇓",
    "updownarrow": "↕",
    "nearrow": "↗", "searrow": "↘", "swarrow": "↙", "nwarrow": "↖", "rightleftharpoons": "⇌",
    "leftrightharpoons": "⇋", "rightharpoonup": "⇀",
    "rightharpoondown": "⇁", "leadsto": "⇝", "rightsquigarrow": "⇝", "twoheadrightarrow": "↠", "rightarrowtail": "↣",
    "xrightarrow": "→",
    "rightrightarrows": "⇉", "leftleftarrows": "⇇", "rightleftarrows": "⇄", "leftrightarrows": "⇆",
    "circlearrowright": "↻", "circlearrowleft": "↺",
    "langle": "⟨", "rangle": "⟩", "lceil": "⌈", "rceil": "⌉", "lfloor": "⌊", "rfloor": "⌋", "lvert": "|",
    "rvert": "|", "vert": "|",
    "lVert": "‖", "rVert": "‖", "Vert": "‖", "lbrack": "[", "rbrack": "]", "llbracket": "⟦", "rrbracket": "⟧",
    "cdots": "⋯", "dotsb": "⋯",
    "vdots": "⋮", "ddots": "⋱", "therefore": "∴", "because": "∵", "colon": ":", "bigstar": "★", "blacklozenge": "⧫",
    "lozenge": "◊",
    "prime": "′", "backprime": "‵", "upharpoonright": "↾", "restriction": "↾", "ngeq": "≱", "nleq": "≰", "nless": "≮",
    "ngtr": "≯",
    "nsubseteq": "⊈", "nsupseteq": "⊉", "ncong": "≇", "nsim": "≁", "trianglelefteq": "⊴", "trianglerighteq": "⊵",
    "lhd": "⊲", "rhd": "⊳",
    "unlhd": "⊴", "unrhd": "⊵", "boxplus": "⊞", "boxminus": "⊟", "boxtimes": "⊠", "boxdot": "⊡", "curlyvee": "⋎",
    "curlywedge": "⋏",
    "pitchfork": "⋔", "multimap": "⊸", "between": "≬", "smile": "⌣", "frown": "⌢", "Bbbk": "𝕜", "sphericalangle": "∢",
    "And": "&",
}  # fmt: skip

SYMBOLS: dict[str, str] = {**MATHS, **GREEK, **SIGNS, **SPACES, **PUNCTUATION, **LETTERS}
"""Text by the name of the command, without its backslash."""

MARKS_AS_SIGNS: dict[str, str] = {
    " ": " ", "\n": " ", ",": "\u202f", ":": " ", ";": " ", ">": " ", "!": "", "/": "", "-": "", "@": "", "*": "",
    "|": "‖",
    "&": "&", "%": "%", "#": "#", "$": "$", "_": "_", "{": "{", "}": "}", "]": "]", ")": ")", "+": "+", "<": "<",
}  # fmt: skip
"""Text by the one sign after a backslash."""
