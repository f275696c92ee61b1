"""The result of a proof, kept beside the content: the next build says it of the same pages (`sitegen.proven`)."""

import hashlib
from pathlib import Path

import msgspec

from sitegen.content import FOLDER
from sitegen.disk.built import Built
from sitegen.disk.replace import replace_file
from sitegen.fidelity.proof import Proof
from sitegen.problems import SitegenError
from sitegen.proven import FILE, TABLE, Proven, digest_of_files, tells_of_works
from sitegen.text.toml_write import to_toml

_ABOUT = "# Written by `sitegen check --site --record`; it may be deleted at any time.\n"


def keep(proof: Proof, root: Path, built: Built, day: str) -> str:
    """Write the result into the content folder; the path of the file there. day: YYYY-MM-DD.

    Raises SitegenError where the disk refuses.
    """
    files = ((path, hashlib.sha256(built.read(path)).hexdigest()) for path in built.paths if tells_of_works(path))
    kept = Proven(
        date=day,
        files=digest_of_files(files),
        articles=proof.articles,
        exports=proof.exports,
        formulas=proof.formulas,
        links=proof.links,
        differences=len(proof.problems),
    )
    file = root / FOLDER / FILE
    if file.is_symlink():
        raise SitegenError(f"{FOLDER}/{FILE} is a link", "Put the file itself there, or delete it.")
    try:
        replace_file(file, (_ABOUT + to_toml({TABLE: msgspec.to_builtins(kept)})).encode(), 0o644)
    except OSError as error:
        raise SitegenError(
            f"{FOLDER}/{FILE} cannot be written: {error.strerror}", "Make the folder writable."
        ) from None
    return f"{FOLDER}/{FILE}"
