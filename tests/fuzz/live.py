"""What HTML made from a stranger's words may not hold."""

import re

LIVE = re.compile(
    r"<(?:script|iframe|svg|style|object|embed|form|base|link|meta)\b|<[a-z]+(?:\s[a-z-]+=\"[^\"]*\")*\s(?:on\w+|style)="
    r"|(?:href|src)=\"\s*(?:javascript|data|vbscript|file):|src=\"(?://|\w+:)",
    re.IGNORECASE,
)
