"""Licences by their addresses."""

import re

from sitegen.text.addresses import web_address

_CREATIVE_COMMONS = re.compile(r"cc-(by(?:-nc)?(?:-nd|-sa)?)-(\d\.\d)(?:-(?:intl|international|unported))?")
_PUBLIC_DOMAIN = {"cc0", "cc0-1.0", "cc-0", "cc-zero", "cc0-1.0-universal"}
_SPDX = (
    "0BSD AGPL-3.0-only AGPL-3.0-or-later Apache-2.0 Artistic-2.0 BSD-2-Clause BSD-3-Clause BSL-1.0 CECILL-2.1 ECL-2.0 "
    "EPL-2.0 EUPL-1.2 GFDL-1.3-or-later GPL-2.0-only GPL-2.0-or-later GPL-3.0-only GPL-3.0-or-later ISC "
    "LGPL-2.1-or-later LGPL-3.0-only LGPL-3.0-or-later LPPL-1.3c MIT MIT-0 MPL-2.0 ODbL-1.0 ODC-By-1.0 OFL-1.1 "
    "PDDL-1.0 Python-2.0 Unlicense Zlib"
)
_BY_NAME = {name.lower(): name for name in _SPDX.split()}


def licence_url(licence: str) -> str:
    """The address of a licence given as an address, as an SPDX identifier or in Creative Commons' short form.

    "" where the name does not say which licence it is, as "CC BY" without its version does not.
    Identifiers: SPDX License List 3; addresses of the Creative Commons licences: creativecommons.org/licenses.

    >>> licence_url("CC BY-NC 4.0"), licence_url("CC BY")
    ('https://creativecommons.org/licenses/by-nc/4.0/', '')
    """
    if not licence or "://" in licence:
        return web_address(licence)
    name = "-".join(licence.lower().replace("_", "-").replace("creative commons", "cc").split())
    if name in _PUBLIC_DOMAIN:
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    if found := _CREATIVE_COMMONS.fullmatch(name):
        return f"https://creativecommons.org/licenses/{found[1]}/{found[2]}/"
    spdx = _BY_NAME.get(name)
    return f"https://spdx.org/licenses/{spdx}.html" if spdx else ""
