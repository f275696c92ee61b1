"""Words of an owner's templates that have no translation into a language of the site, and stay as they were written."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from jinja2.ext import babel_extract

from sitegen.problems import Place, Problem, excerpt
from sitegen.templating import Once
from sitegen.words.catalogues import Key, is_english, translated
from sitegen.words.locales import language_name

CODE = "missing-translation"
_SAYS = {"_": 0, "gettext": 0, "ngettext": 2, "pgettext": 1, "npgettext": 3}
"""The functions that say a message, and what of their arguments is the message: 1 with a context, 2 with a plural."""
_OPTIONS = {
    "extensions": f"{Once.__module__}.{Once.__qualname__}",
    "newstyle_gettext": "true",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
}
_HINT = "Write them in the site's language, or choose by site.language where there are several."


def untranslated_words(folders: Sequence[Path], languages: Sequence[str]) -> Iterator[Problem]:
    """A remark for each message of the owner's templates that a language does not have.

    folders: of templates, the packaged theme's last. languages: BCP 47, those of the site. A template that cannot be
    read has none: the build tells what is wrong with it.
    """
    held = {tag: translated(tag) for tag in languages if not is_english(tag)}
    for folder in folders[:-1] if held else ():
        for path in sorted(folder.rglob("*.html")):
            for line, key in _messages(path):
                missing = [tag for tag, known in held.items() if key not in known]
                if missing:
                    yield _remark(f"{folder.name}/{path.relative_to(folder).as_posix()}", line, key, missing)


def _remark(file: str, line: int, key: Key, missing: Sequence[str]) -> Problem:
    """The remark for one message."""
    words = key[0] if isinstance(key[0], str) else key[0][0]
    where = ", ".join(f"{language_name(tag, tag)} ({tag})" for tag in missing)
    return Problem(
        CODE,
        f"{excerpt(words, 40)!r} has no translation into {where} and stays as it is",
        Place(file, line),
        _HINT,
        "info",
    )


def _messages(path: Path) -> Iterator[tuple[int, Key]]:
    """The messages of a template with their lines."""
    with suppress(OSError, UnicodeDecodeError), path.open("rb") as file:
        for line, function, said, _ in babel_extract(file, list(_SAYS), [], _OPTIONS):
            parts = [said] if isinstance(said, str) else list(said or ())
            context = str(parts.pop(0)) if _SAYS[function] & 1 and parts else None
            words = tuple(str(part) for part in parts[: 2 if _SAYS[function] & 2 else 1] if part)
            if words:
                yield line, (words if len(words) > 1 else words[0], context)
