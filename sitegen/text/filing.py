"""The order of an index in the language of its readers, and the letter of the alphabet that each name stands under.

No collation library: those that know the languages need a C library (ICU) or have no alphabets beside the default one,
and what an index needs of the rules (Unicode Technical Standard 10, and the alphabets of CLDR) is a small table.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import name as name_of

from sitegen.text.normal import normal
from sitegen.text.sorting import sort_key

_AFTER: dict[str, str] = {
    "az": "cç eə gğ hı oö sş uü",
    "bs": "cčć dđ sš zž",
    "cs": "cč rř sš zž",
    "da": "zæøå",
    "es": "nñ",
    "et": "sš zž wõäöü",
    "fi": "zåäö",
    "fo": "dð zæø",
    "hr": "cčć dđ sš zž",
    "hu": "oö uü",
    "is": "dð zþæö",
    "lt": "cč sš zž",
    "lv": "cč gģ kķ lļ nņ sš zž",
    "nb": "zæøå",
    "nn": "zæøå",
    "no": "zæøå",
    "pl": "aą cć eę lł nń oó sś zźż",
    "ro": "aăâ iî sș tț",
    "sk": "aä cč oô sš zž",
    "sl": "cč sš zž",
    "sq": "cç eë",
    "sv": "zåäö",
    "tr": "cç gğ hı oö sş uü",
}
"""Letters of their own by language: each group is a letter of the Latin alphabet and those that follow it.
Everywhere else a letter with a mark stands with the one without (as in German, DIN 5007-1)."""
_AS = {"da": "äæ öø", "fi": "æä øö", "fo": "äæ öø åa", "is": "øö äæ", "nb": "äæ öø", "nn": "äæ öø", "no": "äæ öø"}
_AS |= {"sv": "æä øö", "hu": "őö űü", "tr": "âa îi ûu", "et": "åa"}
"""Foreign letters that a language files as one of its own."""

_ARABIC = "ءآأؤإئابپتثجچحخدذرزژسشصضطظعغفقکگلمن"
_ARABIC_ENDS = {"ar": "هوی", "fa": "وهی"}
"""The alphabet: Arabic with the letters of Persian in their places, which differ in the order of the last ones."""
_ARABIC_AS = str.maketrans({"ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه", "ە": "ه"})

_HAN = {"zh-tw": "big5", "zh-hk": "big5", "zh-hant": "big5", "ja": "shift_jis"}
"""Character sets whose order readers know: by strokes, by reading; else that of GB 2312, whose first 3,755 are in the
order of pinyin."""
_PINYIN = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_INITIALS = "ABCDEFGHJKLMNOPQRSTWXYZ"
"""The first character of each initial in the order of GB 2312."""
_SCRIPTS = {
    "el": "GREEK",
    "he": "HEBREW",
    "hy": "ARMENIAN",
    "ka": "GEORGIAN",
    "ko": "HANGUL",
    "th": "THAI",
    "yi": "HEBREW",
}
_SCRIPTS |= dict.fromkeys(("ar", "ckb", "fa", "ps", "ug", "ur"), "ARABIC")
_SCRIPTS |= dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"), "CYRILLIC")
_SCRIPTS |= dict.fromkeys(("hi", "mr", "ne", "sa"), "DEVANAGARI") | {"sr-latn": ""}
"""The script, as Unicode names its letters, that a language puts before all others (`[reorder]` in CLDR)."""
_BEFORE_A = "`"
"""Sorts behind digits and before letters."""
_OWN = 0xE000
"""Private characters: what follows a letter of the alphabet sorts behind all words with it."""


@dataclass(frozen=True, slots=True, order=True)
class Filed:
    """How a name is filed. order: what it sorts by. name: as given. letter: the heading it stands under."""

    order: str
    name: str
    letter: str = field(compare=False)


def filed(name: str, language: str, *, title: bool = False) -> Filed:
    """How a name is filed for readers of a language. title: whether its leading article is passed over.

    >>> [filed("Ågren", language).letter for language in ("en", "sv")]
    ['A', 'Å']
    """
    table = _table(language.lower())
    own = normal(name.replace("I", "ı") if table.dotless else name).lower().translate(table.letters)
    order = sort_key(own, language if title else None)[0].translate(table.arabic)
    if not order.isascii():
        order = "".join(_han(c, table.han, pinyin=table.pinyin) if "\u4e00" <= c <= "\u9fff" else c for c in order)
    letter = _letter(order, table)
    is_own = table.script and name_of(order[:1] or " ", "").startswith(table.script)
    return Filed(_BEFORE_A + order if is_own else order, name, letter)


@dataclass(frozen=True, slots=True)
class _Table:
    """An alphabet. letters: own letters as a letter and a private character; shown: those pairs as headings.

    han: the character set whose order Han characters keep. pinyin: whether they stand among the Latin letters.
    script: what comes before other scripts; "" where that is the Latin one, or none.
    """

    letters: dict[int, str]
    shown: dict[str, str]
    arabic: dict[int, str]
    arabic_shown: dict[str, str]
    han: str
    pinyin: bool
    dotless: bool
    script: str


@lru_cache(maxsize=32)
def _table(language: str) -> _Table:
    """The alphabet of a language, by its tag in lower case."""
    primary = language.partition("-")[0]
    letters: dict[int, str] = {}
    shown: dict[str, str] = {}
    for group in _AFTER.get(primary, "").split():
        for number, letter in enumerate(group[1:]):
            letters[ord(letter)] = group[0] + chr(_OWN + number)
            shown[letters[ord(letter)]] = letter.upper()
    for pair in _AS.get(primary, "").split():
        foreign, own = pair[0], pair[1]
        letters[ord(foreign)] = letters.get(ord(own), own)
    turkish = primary in {"tr", "az"}
    if turkish:
        shown |= {"i": "İ", letters[ord("ı")]: "I"}
    alphabet = _ARABIC + _ARABIC_ENDS["ar" if primary == "ar" else "fa"]
    arabic = {ord(c): chr(0x621 + number) for number, c in enumerate(alphabet)}
    arabic |= {old: arabic[ord(str(new))] for old, new in _ARABIC_AS.items()}
    return _Table(
        letters,
        shown,
        arabic,
        {chr(0x621 + number): c for number, c in enumerate(alphabet)},
        _HAN.get("-".join(language.split("-")[:2])) or _HAN.get(primary, "gb2312"),
        pinyin=primary == "zh" and "-".join(language.split("-")[:2]) not in _HAN,
        dotless=turkish,
        script=_SCRIPTS.get("-".join(language.split("-")[:2]), _SCRIPTS.get(primary, "")),
    )


@lru_cache(maxsize=32768)
def _han(c: str, charset: str, *, pinyin: bool) -> str:
    """What a Han character sorts by: its place in the character set, those outside it last."""
    try:
        code = c.encode(charset)
    except UnicodeEncodeError:
        return "\u9fff" + c
    place = "".join(chr(0x3400 + byte) for byte in code)
    return _initial(c).lower() + place if pinyin else place


def _initial(c: str) -> str:
    """The first letter of a character's pinyin; "#" where GB 2312 does not order it so."""
    try:
        code = c.encode("gb2312")
    except UnicodeEncodeError:
        return "#"
    if code > "座".encode("gb2312"):
        return "#"
    return _INITIALS[sum(code >= first.encode("gb2312") for first in _PINYIN) - 1]


def _letter(order: str, table: _Table) -> str:
    """The heading: a letter of the alphabet, one sign for all Han characters where they are no letters, else `#`."""
    first = order[:1]
    if own := table.shown.get(order[:2]) or table.shown.get(first):
        return own
    if "\u3400" <= first <= "\u9fff":
        return "漢"
    if shown := table.arabic_shown.get(first):
        return shown
    upper = first.upper()
    return (upper if len(upper) == 1 else first) if first.isalpha() else "#"
