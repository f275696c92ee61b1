"""Web addresses and identifiers from a stranger's file: checked and cleaned, or refused.

An address that passes `web_address` may stand in an attribute of a page; nothing else may.
"""

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import quote, unquote, urlsplit

SCHEMES = frozenset({"http", "https", "mailto"})
LONGEST = 2048

_FORBIDDEN = re.compile(
    r"[\x00-\x20\x7f-\xa0\\<>\"`{}|^\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ud800-\udfff\ufff0-\uffff]"
)
_PLAIN = re.compile(r"https?://[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?:[/?#][A-Za-z0-9!$&'()*+,./:;=?@_~#-]*+)?")
"""An address with nothing to check or encode, as nearly all are."""
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[^\s\x00-\x2c/:;<=>?@\[\]\\^`{|}~]{1,253}")
_IPV6 = re.compile(r"\[[0-9A-Fa-f:.]{2,45}\]")
_MAIL = re.compile(r"[^\s@,;:<>()\[\]\"\\/?#]{1,64}@[^\s@,;:<>()\[\]\"\\/?#]{1,253}")
_KEPT = "!#$%&'()*+,-./:;=?@_~[]"
_SOFT = str.maketrans({"{": "%7B", "}": "%7D", "|": "%7C", "^": "%5E", "`": "%60", '"': "%22", "<": "%3C", ">": "%3E"})
_URL_COMMAND = re.compile(r"\\(?:url|path|nolinkurl|texttt|href)\s*\{([^{}]*)\}.*", re.DOTALL)
_ESCAPED = re.compile(
    r"\\(?:textasciitilde|sim)(?![A-Za-z])\s?(?:\{\})?|\$\\sim\$|\{?\\~(?:\{\}|\s)?\}?|\\(?:textunderscore|_)(?:\{\}|\s)?|\\textbackslash(?:\{\})?"
    r"|\\([%&#$_{}^])|\\-|\\(?:allowbreak|linebreak)(?:\[\d\])?(?:\{\})?|\\/|\{\}"
)
_PROTECTED = re.compile(r"(?<=[/.?&=_-])\{([A-Za-z]+)\}")
"""Letters whose capitals somebody protected, although an address has no braces (RFC 3986, section 2)."""
_BRACED = re.compile(r"\{([_%&#~^])\}")


def web_address(url: str) -> str:
    """The address, fit for a link, or "" when it may not be followed from a page.

    Schemes are http, https and mailto; a web address needs a host and may not carry a user's name; blanks, control
    characters and backslashes inside make it void. Letters outside ASCII are percent-encoded (RFC 3986, section 2.1;
    RFC 3987, section 3.1), except in the host.

    >>> web_address(" https://example.org/é?q=1#x ")
    'https://example.org/%C3%A9?q=1#x'
    >>> web_address("javascript:alert(1)")
    ''
    """
    if len(url) <= LONGEST and _PLAIN.fullmatch(url):
        return url
    url = url.strip(" \t\r\n").translate(_SOFT) if len(url) <= 2 * LONGEST else ""
    if not url or len(url) > LONGEST or _FORBIDDEN.search(url):
        return ""
    scheme, colon, rest = url.partition(":")
    scheme = scheme.lower()
    if not colon or scheme not in SCHEMES:
        return ""
    return _mail(rest) if scheme == "mailto" else _web(scheme, rest)


def _web(scheme: str, rest: str) -> str:
    """An http or https address without its scheme, checked."""
    try:
        parts = urlsplit(f"{scheme}:{rest}")
        port = parts.port
    except ValueError:
        return ""
    host = parts.netloc.rpartition(":")[0] if port is not None or parts.netloc.endswith(":") else parts.netloc
    # A host has no @ in it, so this refuses names of users too, and an address without a host.
    if not (_IPV6.fullmatch(host) or _HOST.fullmatch(host)):
        return ""
    if host.startswith(".") or "%" in host:
        return ""
    tail = rest[2 + len(parts.netloc) :]
    return f"{scheme}://{parts.netloc}{_encoded(tail)}"


def _mail(rest: str) -> str:
    """A mailto address without its scheme, checked; only a subject may follow (RFC 6068)."""
    address, mark, query = rest.partition("?")
    if not _MAIL.fullmatch(address) or (mark and not query.lower().startswith("subject=")):
        return ""
    return f"mailto:{_encoded(address)}{mark}{_encoded(query.partition('&')[0])}"


def _encoded(tail: str) -> str:
    """Path, query and fragment with everything percent-encoded that may not stand in an address as it is."""
    return quote(_PERCENT.sub("%25", tail), safe=_KEPT)


def unlatex_address(source: str) -> str:
    r"""An address as written in a `.bib` file, with LaTeX's escapes undone.

    >>> unlatex_address(r"\url{http://example.org/\~{}a\_b\%20c}")
    'http://example.org/~a_b%20c'
    """
    source = source.strip()
    if "\\" not in source and "{" not in source:
        return source
    source = _PROTECTED.sub(r"\1", _BRACED.sub(r"\1", _ESCAPED.sub(_unescaped, source)))
    wrapped = _URL_COMMAND.match(source)
    if wrapped:
        source = wrapped[1].strip()
    bare = source.strip("{}")
    return bare.strip() if source.startswith("{") and source.endswith("}") and not set(bare) & {"{", "}"} else source


def _unescaped(match: re.Match[str]) -> str:
    """The sign an escape stands for."""
    text = match[0]
    if match[1]:
        return match[1]
    if "~" in text or "tilde" in text or "sim" in text:
        return "~"
    if "_" in text or "underscore" in text:
        return "_"
    return "\\" if "backslash" in text else ""


def unquoted(text: str) -> str:
    """Percent-encoding undone once, where it yields valid UTF-8."""
    try:
        return unquote(text, errors="strict") if "%" in text else text
    except UnicodeDecodeError:
        return text


_DOI_PREFIX = re.compile(
    r"(?:https?://)?(?:(?:dx|www)\.)?doi\.(?:org|acm\.org)/|(?:urn:|info:)?doi[:=]?\s*/?"
    r"|https?://[^\s/]+/(?:[^\s/]+/){0,4}?(?=10\.\d{4})",
    re.IGNORECASE,
)
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d{1,9}){0,3}/[^\s\x00-\x1f\x7f\"\\]{1,300}")
_ORCID = re.compile(
    r"(?:https?://(?:www\.)?orcid\.org/|orcid[: ]\s*)?(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])/?", re.IGNORECASE
)
_ISBN_WORD = re.compile(r"\s*(?:e-?|print\s+)?ISBN(?:[-\s]*1[03](?=[:\s]))?\s*[:=]?\s*", re.IGNORECASE)
_ISBN = re.compile(r"[0-9][0-9 \u2010-\u2015-]{8,20}[0-9Xx]")
_NUMBER = re.compile(r"[0-9][0-9\u2010-\u2015-]{6,20}[0-9Xx]")
_ISSN = re.compile(
    r"\s*(?:[ep]-?)?(?:ISSN)?\s*[:=]?\s*(\d{4})[-\u2010-\u2015 ]?(\d{3}[\dX])\s*(?:\([^()]{0,40}\))?\s*", re.IGNORECASE
)
_ARXIV = re.compile(
    r"(?:https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/|(?:https?://doi\.org/)?10\.48550/arxiv\."
    r"|arxiv\s?(?:preprint\s+)?(?:arxiv)?[:\s]\s*)?"
    r"(\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[a-z]{2})?/\d{7})(v\d{1,3})?(?:\.pdf)?(?:\s*\[[^\]\s]{1,30}\])?/?",
    re.IGNORECASE,
)
_PMID = re.compile(
    r"(?:https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov/pubmed)/|pmid[: ]\s*)?([1-9]\d{0,8})/?",
    re.IGNORECASE,
)
_PMCID = re.compile(
    r"(?:https?://(?:www\.ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov|europepmc\.org)/articles/|pmcid[: ]\s*)?"
    r"(?:PMC)?([1-9]\d{0,8})/?",
    re.IGNORECASE,
)
_HAL = re.compile(r"(?:https?://[a-z.-]{0,60}/)?([a-z]{2,16}-\d{6,9})(v\d{1,3})?/?", re.IGNORECASE)
_HANDLE = re.compile(r"(?:https?://hdl\.handle\.net/|hdl:\s*)?(\d[\d.]{1,20}/[^\s\"<>\\]{1,200})", re.IGNORECASE)
_WORDLIKE = re.compile(r"[^\s\"<>\\^`{|}\x00-\x1f\x7f]{1,200}")


def doi(text: str) -> str:
    r"""The bare DOI in a text that says it bare, with a prefix or as an address; "" when there is none (ISO 26324).

    >>> doi("https://dx.doi.org/10.1000%2Fab_1"), doi(r"doi: 10.5860/crl\_42"), doi("n/a")
    ('10.1000/ab_1', '10.5860/crl_42', '')
    """
    text = unescape(unlatex_address(text[:2000])).strip()
    prefix = _DOI_PREFIX.match(text)
    if prefix:
        text = text[prefix.end() :]
    if "%2f" in text[:60].lower() or (prefix and "//" in prefix[0]):
        text = unquoted(text)
    if prefix and prefix[0].startswith("http"):
        text = text.partition("?")[0].partition("#")[0] if "doi.org" not in prefix[0].lower() else text
    match = _DOI.match(text.replace("{", "").replace("}", ""))
    if not match:
        return ""
    found = match[0].rstrip(".,;:'")
    while found.endswith(")") and found.count(")") > found.count("("):
        found = found[:-1].rstrip(".,;:'")
    return found


def orcid(text: str) -> str:
    """The bare ORCID iD, its check digit verified (ISO 7064, mod 11-2); "" when it is none.

    >>> orcid("https://orcid.org/0000-0002-1825-0097"), orcid("0000-0002-1825-0098")
    ('0000-0002-1825-0097', '')
    """
    match = _ORCID.fullmatch(text.strip())
    if not match:
        return ""
    digits = "".join(match.groups()).upper()
    total = 0
    for digit in digits[:15]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return "-".join(match.groups()).upper() if digits[15] == ("X" if check == 10 else str(check)) else ""


def isbn(text: str) -> str:
    """The ISBN, hyphenated as it is written, its check digit verified (ISO 2108, annex A); "" when it is none.

    >>> isbn("ISBN 978-3-16-148410-0"), isbn("0 306 40615 2"), isbn("978-3-16-148410-1")
    ('978-3-16-148410-0', '0-306-40615-2', '')
    """
    match = _ISBN.match(_isbn_alone(text)[:30])
    if not match:
        return ""
    written = re.sub(r"[ \u2010-\u2015]", "-", match[0].upper())
    digits = written.replace("-", "")
    if len(digits) > 13 and written.count("-"):
        written, digits = _leading(written)
    return written if _is_isbn(digits) else ""


def is_wrong_isbn(text: str) -> bool:
    """Whether a number has the shape of an ISBN, and nothing stands behind it, but its check digit is wrong.

    >>> is_wrong_isbn("ISBN 978-3-16-148410-1"), is_wrong_isbn("978-3-16-148410-0"), is_wrong_isbn("978-3")
    (True, False, False)
    """
    alone = _isbn_alone(text)
    digits = re.sub(r"[^0-9X]", "", alone.upper()) if _ISBN.fullmatch(alone) else ""
    is_shaped = len(digits) == 10 or (len(digits) == 13 and digits[:12].isdecimal() and digits[:3] in ("978", "979"))
    return is_shaped and not _is_isbn(digits)


def _isbn_alone(text: str) -> str:
    """What is written, without the word before the number and the blanks around it."""
    word = _ISBN_WORD.match(text[:100])
    return text[word.end() if word else 0 :].strip()


def _leading(written: str) -> tuple[str, str]:
    """The first 13 digits of what is written, with their hyphens."""
    end = [at for at, c in enumerate(written) if c != "-"][12] + 1
    return written[:end], written[:end].replace("-", "")


def _is_isbn(digits: str) -> bool:
    """Whether 10 or 13 digits have the right check digit."""
    if len(digits) == 13 and digits.isdecimal() and digits[:3] in ("978", "979"):
        return sum(int(c) * (3 if at % 2 else 1) for at, c in enumerate(digits)) % 10 == 0
    return len(digits) == 10 and digits[:9].isdecimal() and _weighted(digits) % 11 == 0


def _weighted(digits: str) -> int:
    """The sum of digits, each times its distance from the end; X is ten, and stands only at the end."""
    return sum((10 if c == "X" else int(c)) * (len(digits) - at) for at, c in enumerate(digits))


def parted_numbers(text: str) -> list[str]:
    """ISBNs or ISSNs that nothing but blanks part, as Zotero writes them; none where the blanks are within one number.

    >>> parted_numbers("978-90-277-1262-2 9789027712639"), parted_numbers("0 306 40615 2")
    (['978-90-277-1262-2', '9789027712639'], [])
    """
    words = text[:1_000].split()
    is_list = len(words) > 1 and all(map(_NUMBER.fullmatch, words)) and any(isbn(word) or issn(word) for word in words)
    return words if is_list else []


def issn(text: str) -> str:
    """The ISSN as `1234-567X`, its check digit verified (ISO 3297, annex A); "" when it is none.

    >>> issn("03785955"), issn("ISSN 2434-561X (online)"), issn("1234-5678")
    ('0378-5955', '2434-561X', '')
    """
    match = _ISSN.fullmatch(text[:100])
    if not match:
        return ""
    digits = (match[1] + match[2]).upper()
    return f"{digits[:4]}-{digits[4:]}" if _weighted(digits) % 11 == 0 else ""


def arxiv(text: str) -> str:
    """The arXiv identifier with its version where one is named; "" when it is none.

    Rule: arxiv.org, "Understanding the arXiv identifier".

    >>> arxiv("arXiv:1508.05387v2 [cs.CL]"), arxiv("https://arxiv.org/abs/math.CO/0506466"), arxiv("new")
    ('1508.05387v2', 'math.CO/0506466', '')
    """
    match = _ARXIV.fullmatch(unlatex_address(text[:300]))
    return f"{match[1]}{(match[2] or '').lower()}" if match else ""


def pmid(text: str) -> str:
    """The PubMed identifier's digits; "" when it is none."""
    return _first_group(_PMID, text)


def pmcid(text: str) -> str:
    """The PubMed Central identifier as `PMC123`; "" when it is none."""
    found = _first_group(_PMCID, text)
    return f"PMC{found}" if found else ""


def hal(text: str) -> str:
    """The HAL identifier, as `hal-01234567` with its version where one is named; "" when it is none."""
    match = _HAL.fullmatch(text.strip()[:200])
    return f"{match[1]}{match[2] or ''}".lower() if match else ""


def handle(text: str) -> str:
    """The bare handle; "" when it is none."""
    return _first_group(_HANDLE, unlatex_address(text[:500]))


def word(text: str) -> str:
    """An identifier of any scheme: one word without signs that an address could not carry; "" when it is none."""
    shown = unlatex_address(text[:500])
    return shown if _WORDLIKE.fullmatch(shown) else ""


def _first_group(pattern: re.Pattern[str], text: str) -> str:
    """What a pattern that must match the whole has in its first group, or ""."""
    match = pattern.fullmatch(text.strip()[:500])
    return match[1] if match else ""


def doi_url(doi: str) -> str:
    """The address of a bare DOI, percent-encoded (DOI Handbook, section 2.5.2.4).

    >>> doi_url("10.1002/(SICI)1<1::A>2#3")
    'https://doi.org/10.1002/(SICI)1%3C1::A%3E2%233'
    """
    return f"https://doi.org/{quote(doi, safe=_IN_PATH)}"


def orcid_url(orcid: str) -> str:
    """The address of a bare ORCID iD."""
    return f"https://orcid.org/{orcid}"


_IN_PATH = "/:;()._-~!$'*+,=@&"

SCHEMES_OF_IDENTIFIERS: dict[str, tuple[str, str, Callable[[str], str]]] = {
    "arxiv": ("arXiv", "https://arxiv.org/abs/{}", arxiv),
    "pmid": ("PubMed", "https://pubmed.ncbi.nlm.nih.gov/{}/", pmid),
    "pmcid": ("PubMed Central", "https://pmc.ncbi.nlm.nih.gov/articles/{}/", pmcid),
    "hal": ("HAL", "https://hal.science/{}", hal),
    "handle": ("Handle", "https://hdl.handle.net/{}", handle),
    "jstor": ("JSTOR", "https://www.jstor.org/stable/{}", word),
    "mrnumber": ("MathSciNet", "https://mathscinet.ams.org/mathscinet-getitem?mr={}", word),
    "zbl": ("zbMATH", "https://zbmath.org/?q=an:{}", word),
    "bibcode": ("ADS", "https://ui.adsabs.harvard.edu/abs/{}/abstract", word),
    "googlebooks": ("Google Books", "https://books.google.com/books?id={}", word),
    "ssrn": ("SSRN", "https://ssrn.com/abstract={}", word),
    "iacr": ("Cryptology ePrint", "https://eprint.iacr.org/{}", word),
    "openalex": ("OpenAlex", "https://openalex.org/{}", word),
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}", word),
    "lccn": ("LCCN", "https://lccn.loc.gov/{}", word),
    "oclc": ("OCLC", "https://search.worldcat.org/title/{}", word),
    "urn": ("URN", "https://nbn-resolving.org/{}", word),
    "swh": ("Software Heritage", "https://archive.softwareheritage.org/{}", word),
    "ascl": ("ASCL", "https://ascl.net/{}", word),
    "dblp": ("dblp", "https://dblp.org/rec/{}", word),
    "acl": ("ACL Anthology", "https://aclanthology.org/{}/", word),
}
"""By scheme: its name for people, the address with a place for the identifier, and what checks one."""


def identifier(scheme: str, text: str) -> str:
    """An identifier of a scheme as it should be kept, or "" when it is none or the scheme is not known."""
    if scheme == "doi":
        return doi(text)
    known = SCHEMES_OF_IDENTIFIERS.get(scheme)
    return known[2](text) if known else ""


def identifier_url(scheme: str, value: str) -> str:
    """The address of a checked identifier; "" for a scheme that has none.

    >>> identifier_url("arxiv", "math/0506466")
    'https://arxiv.org/abs/math/0506466'
    """
    if scheme == "doi":
        return doi_url(value)
    known = SCHEMES_OF_IDENTIFIERS.get(scheme)
    return known[1].format(quote(value, safe=_IN_PATH)) if known and value else ""
