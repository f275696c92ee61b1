"""Chemical formulas and quantities: what mhchem's and siunitx's commands mean, without setting type."""

import re
from functools import cache

from sitegen.text.rich import Node, Span

_ARROWS = {"->": "→", "-->": "→", "<-": "←", "<->": "↔", "<=>": "⇌"}
_NUMBER = re.compile(r"(?P<number>[-+±.\d\s]*?)\s*(?:[eEdD]\s*(?P<power>[-+]?\d+))?")
_UNIT = re.compile(r"\\([A-Za-z]+)|([^\\])")
_UNITS = dict(
    part.split(":")
    for part in (  # noqa: SIM905 -- a table of words reads best without quotes
        "metre:m meter:m gram:g second:s ampere:A kelvin:K mole:mol candela:cd hertz:Hz newton:N pascal:Pa joule:J "
        "watt:W coulomb:C volt:V farad:F ohm:Ω "
        "siemens:S weber:Wb tesla:T henry:H lumen:lm lux:lx becquerel:Bq gray:Gy sievert:Sv katal:kat litre:l "
        "liter:l minute:min hour:h day:d "
        "degree:° arcminute:′ arcsecond:″ percent:% electronvolt:eV dalton:Da bar:bar angstrom:Å tonne:t hectare:ha "
        "byte:B bit:bit "
        "celsius:°C degreeCelsius:°C parsec:pc lightyear:ly astronomicalunit:au decibel:dB bel:B barn:b "
        "yocto:y zepto:z atto:a femto:f pico:p nano:n micro:µ milli:m centi:c deci:d deca:da hecto:h kilo:k mega:M "
        "giga:G tera:T peta:P exa:E zetta:Z "
        "yotta:Y kg:kg km:km cm:cm mm:mm um:µm nm:nm pm:pm ms:ms us:µs ns:ns ps:ps mg:mg ug:µg mA:mA mV:mV kV:kV "
        "eV:eV meV:meV keV:keV MeV:MeV "
        "GeV:GeV TeV:TeV Hz:Hz kHz:kHz MHz:MHz GHz:GHz THz:THz K:K mol:mol mL:ml L:l squared:² cubed:³ square: "
        "cubic: per:/ of: tothe: raiseto: highlight:"
    ).split()
)
_UNIT_SIGNS = {"~": "\u202f", ".": "\u202f", "^": "", "{": "", "}": ""}
_SMALL = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


@cache
def _parts() -> re.Pattern[str]:
    """The parts of a chemical formula."""
    return re.compile(
        r"(?P<arrow><=+>|<-+>|-+>|<-+)|\^\{(?P<high>[^{}]*)\}|\^(?P<charge>\d*[+-]|[\d.•*]+)|_\{(?P<low>[^{}]*)\}|_(?P<index>\w)"
        r"|(?<=[A-Za-z)\]}])(?P<count>\d+)|(?<=[A-Za-z)\]}\d])(?P<sign>[+-])(?=$|[\s\]),])|(?P<other>[\s\S])"
    )


def chemical(source: str) -> list[Node]:
    r"""The nodes of `\ce{...}` (mhchem manual, section 3), in its usual forms.

    >>> chemical("SO4^2-")
    ['SO', Span(mark='sub', children=('4',), lang=''), Span(mark='sup', children=('2−',), lang='')]
    """
    nodes: list[Node] = []
    for match in _parts().finditer(source.replace("$", "").replace("\\", "")):
        high = match["high"] or match["charge"] or match["sign"]
        low = match["low"] or match["index"] or match["count"]
        if high:
            nodes.append(Span("sup", (high.replace("-", "−"),)))
        elif low:
            nodes.append(Span("sub", (low,)))
        elif match["arrow"]:
            nodes.append(_ARROWS.get(match["arrow"], "→"))
        elif match["other"] and match["other"] not in "{}^_":
            nodes.append(match["other"])
    return _joined_strings(nodes)


def _joined_strings(nodes: list[Node]) -> list[Node]:
    """Neighbouring strings made one."""
    out: list[Node] = []
    for node in nodes:
        if isinstance(node, str) and out and isinstance(out[-1], str):
            out[-1] += node
        else:
            out.append(node)
    return out


def number(source: str) -> str:
    r"""The number of `\num{...}`, powers of ten written out.

    >>> number("1.5e-3")
    '1.5\u202f×\u202f10⁻³'
    """
    match = _NUMBER.fullmatch(source.strip())
    if not match or len(source) > 100:
        return source.strip()
    shown = match["number"].replace(" ", "").replace("-", "−").replace("+-", "±").replace("+−", "±")
    if match["power"] is None:
        return shown
    power = f"10{match['power'].translate(_SMALL)}"
    return f"{shown}\u202f×\u202f{power}" if shown else power


def unit(source: str) -> str:
    r"""The unit of `\si{...}` by its symbols (siunitx manual, "Units").

    >>> unit(r"\kilo\metre\per\second\squared")
    'km/s²'
    """
    out: list[str] = []
    previous = ""
    power = ""
    for name, sign in _UNIT.findall(source):
        shown = _UNITS.get(name, name) if name else _UNIT_SIGNS.get(sign, sign)
        if name in ("square", "cubic"):
            power = "²" if name == "square" else "³"
            continue
        if name and shown and previous in _BASE and shown not in "/²³":
            out.append("\u202f")
        out.append(shown)
        if power and name in _BASE:
            out.append(power)
            power = ""
        previous = name
    return "".join(out).strip()


_PREFIXES = frozenset(
    "yocto zepto atto femto pico nano micro milli centi deci deca hecto kilo mega giga tera peta exa zetta yotta per "  # noqa: SIM905 -- a table of words reads best without quotes
    "square cubic of".split()
)
_BASE = frozenset(_UNITS) - _PREFIXES
