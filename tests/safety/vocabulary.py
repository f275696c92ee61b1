"""What a page may hold, by the templates alone; everything else that stands in one came from a stranger."""

import re

_MATHS = (
    "math mrow mi mn mo mtext mspace ms msub msup msubsup munder mover munderover mmultiscripts "
    "mprescripts mfrac msqrt mroot mstyle merror mpadded mphantom mtable mtr mtd semantics none"
)
_DRAWING = "svg g rect path text title line circle polyline desc"
_PLAIN = (
    "html head title body a abbr article aside b bdi blockquote br button caption cite code col colgroup dd del details dfn "  # noqa: E501
    "dialog div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr i img input ins kbd label "
    "legend li link main mark meta meter nav noscript ol optgroup option output p pre q s samp script search section select small span "  # noqa: E501
    "strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr data template"
)
ELEMENTS = frozenset(f"{_PLAIN} {_MATHS} {_DRAWING}".split())
NEVER = frozenset(
    ["style", "srcdoc", "ping", "srcset", "background", "formaction", "xlink:href", "nonce", "http-equiv", "autofocus"]
)
"""Attributes that no page has, but for the policy in its head."""
SCHEMES = frozenset(("http", "https", "mailto"))
ADDRESSED = frozenset(["href", "src", "action", "data", "poster", "cite", "formaction", "background", "longdesc"])
SCHEME = re.compile(r"[\x00-\x20]*([A-Za-z][A-Za-z0-9+.\s-]*):")
