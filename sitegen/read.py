"""The first stage: everything under content/, read in sorted order, going on after a bad file."""

import os
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from sitegen.config import LimitsConfig, PersonRecord, SiteConfig, VenueRecord
from sitegen.configured import read_records, read_site
from sitegen.content import FOLDER, Content
from sitegen.crosslinks import Follower, page_key
from sitegen.disk.paths import is_checked
from sitegen.formats import Format, Reading, Source
from sitegen.lists import INFO, list_pages, work_list
from sitegen.model.entry import Entry
from sitegen.model.prose import Prose, WorkList
from sitegen.problems import Code, Place, Problem, SitegenError, excerpt
from sitegen.proven import FILE, TABLE, Proven
from sitegen.publishing import publishable
from sitegen.site import LocalFile
from sitegen.text.markdown import Page, first_heading, front_matter, page_parts, without_title
from sitegen.text.markdown_manual import Manner
from sitegen.text.normal import normal
from sitegen.text.slugs import slug
from sitegen.words import REMARKS, Words

T = TypeVar("T", bound=msgspec.Struct)
CODES: dict[str, Code] = {
    "link-in-content": Code("warning", "A link in content/ is not followed.", "Put the file itself there."),
    "folder-not-read": Code("error", "A folder cannot be read.", "Make the folder readable."),
    "file-not-read": Code("error", "A file cannot be read.", "Make the file readable."),
    "file-too-large": Code(
        "error", "A bibliography or page is larger than file_bytes.", "Split it, or raise file_bytes under [limits]."
    ),
    "duplicate-page": Code("error", "Two Markdown pages want one address.", "Rename one of the files."),
    "page-too-long": Code(
        "error",
        "A Markdown page is longer than page_characters; the rest is left out.",
        "Split the page, or raise page_characters under [limits].",
    ),
    "not-utf8": Code("warning", "A Markdown page is not UTF-8.", "Save the file as UTF-8."),
}
"""By code, the word that people put in `[check] ignore`."""
_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160), 0xFFFE, 0xFFFF))


def content_folder(root: Path) -> Path:
    """The content folder of the site in the folder `root`. Raises SitegenError, with the likely way out, for none."""
    folder = root / FOLDER
    try:
        if folder.is_dir():
            return folder
        waiting = sorted(path.name for path in root.iterdir() if path.suffix.lower() in (".bib", ".bibtex"))
    except OSError as error:
        raise SitegenError(f"{root} cannot be read: {error.strerror}", "Make the folder readable.") from None
    hint = "Run sitegen in your site's folder, name it with -C, or begin one with `sitegen init`."
    if root.name == FOLDER or (root.parent / FOLDER).is_dir():
        hint = "Run sitegen one folder up, or add -C .. to the command."
    elif waiting:
        hint = f"Begin a site with what lies here: sitegen init --from {excerpt(waiting[0])} my-site"
    raise SitegenError(f"there is no folder {FOLDER}/ in {excerpt(root.name or str(root))}", hint)


ReadFiles = Callable[[Format, Sequence[Source], LimitsConfig], Reading]
"""Reads all files of a format."""


def read_files(format_: Format, sources: Sequence[Source], limits: LimitsConfig) -> Reading:
    """What the files of a format say; nothing where it is written only."""
    return format_.read(sources, limits) if format_.read else Reading()


def read_content(root: Path, formats: Mapping[str, Format], reads: ReadFiles = read_files) -> Content:
    """Read the content folder of the site at `root`. reads: the bibliography files.

    Raises SitegenError where there is none, or where a file of the configuration is wrong.
    """
    folder = content_folder(root)
    problems: list[Problem] = []
    files = dict(_walk(folder, problems))
    settings = _configuration(folder, files, "site.toml")
    config = read_site(settings, f"{FOLDER}/site.toml")
    entries, found = _bibliographies(files, formats, config, reads, problems)
    return Content(
        config=config,
        people=_records(folder, files, "people.toml", PersonRecord, config.limits),
        venues=_records(folder, files, "venues.toml", VenueRecord, config.limits),
        proven=_records(folder, files, FILE, Proven, config.limits).get(TABLE),
        entries=entries,
        found=found,
        prose=_pages(files, config, list_pages(config, settings, f"{FOLDER}/site.toml"), problems),
        files={path: file for path, file in files.items() if not path.startswith("static/")},
        static=_static(files, config, problems),
        problems=tuple(problems),
    )


def _walk(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    """Regular files by their path below the folder, sorted, without links and hidden ones; links with a warning."""
    for parent, folders, names in os.walk(folder, onerror=lambda error: problems.append(_shut(error, folder))):
        for name in sorted([*folders, *names]):
            path = Path(parent) / name
            shown = path.relative_to(folder).as_posix()
            if path.is_symlink():
                problems.append(
                    Problem(
                        "link-in-content",
                        f"{excerpt(shown)} is a link and is not followed",
                        Place(f"{FOLDER}/{excerpt(shown, 200)}"),
                        "Put the file itself there.",
                    )
                )
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent) / name
            if not name.startswith(".") and is_regular(path):
                yield path.relative_to(folder).as_posix(), path


def is_regular(path: Path) -> bool:
    """Whether a file is one that can be read; one that went away since the folder was listed is not."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _size(file: Path) -> int:
    """Bytes of a file; 0 where they cannot be had, which reading it will tell."""
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _shut(error: OSError, folder: Path) -> Problem:
    """The problem that a folder cannot be listed."""
    shown = Path(error.filename or folder).relative_to(folder).as_posix()
    return Problem(
        "folder-not-read",
        f"the folder cannot be read: {error.strerror}",
        Place(f"{FOLDER}/{excerpt(shown, 200)}"),
        "Make the folder readable.",
        "error",
        left_out=True,
    )


def _configuration(folder: Path, files: Mapping[str, Path], name: str) -> str:
    """The text of a file of the configuration; "" when it is not there."""
    if name not in files:
        if os.path.isdir(folder / name):  # noqa: PTH112 -- a folder that cannot be read raises nothing
            raise SitegenError(f"{FOLDER}/{name} is a folder, but must be a file", "Rename the folder.")
        return ""
    try:
        return files[name].read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SitegenError(f"{FOLDER}/{name} cannot be read: {error.strerror}", "Make the file readable.") from None
    except UnicodeDecodeError as error:
        raise SitegenError(f"{FOLDER}/{name}: byte {error.start} is not UTF-8", "Save the file as UTF-8.") from None


def _records(folder: Path, files: Mapping[str, Path], name: str, shape: type[T], limits: LimitsConfig) -> dict[str, T]:
    """The tables of people.toml or its like by the slugs of their headings, which are addresses in the site."""
    if name in files and _size(files[name]) > limits.file_bytes:
        raise SitegenError(
            f"{FOLDER}/{name} has more than the {limits.file_bytes:,} bytes that a file may have",
            "Make it shorter, or raise file_bytes under [limits] in site.toml.",
        )
    records: dict[str, T] = {}
    for heading, record in read_records(_configuration(folder, files, name), f"{FOLDER}/{name}", shape).items():
        if slug(heading) in records:
            raise SitegenError(
                f"{FOLDER}/{name}: [{excerpt(heading)}] makes the same address as another heading: {slug(heading)}",
                "Rename one of them.",
            )
        records[slug(heading)] = record
    return records


def _bibliographies(
    files: Mapping[str, Path],
    formats: Mapping[str, Format],
    config: SiteConfig,
    reads: ReadFiles,
    problems: list[Problem],
) -> tuple[tuple[Entry, ...], int]:
    """Entries of all bibliography files, format by format, and how many were seen."""
    entries: list[Entry] = []
    found = 0
    for format_ in formats.values():
        if format_.read is None:
            continue
        reading = reads(format_, bibliographies(files, format_, config, problems), config.limits)
        entries.extend(reading.entries)
        problems.extend(reading.problems)
        found += reading.found
    return tuple(entries), found


def bibliographies(
    files: Mapping[str, Path], format_: Format, config: SiteConfig, problems: list[Problem]
) -> list[Source]:
    """The bibliography files of a format among those of the content, by path; a problem for each that cannot be had."""
    chosen = sorted(
        path for path in files if path.lower().endswith(format_.suffixes) and not path.startswith("static/")
    )
    return [source for path in chosen if (source := _source(path, files[path], config, problems))]


def _source(path: str, file: Path, config: SiteConfig, problems: list[Problem]) -> Source | None:
    """A bibliography file's bytes; None with a problem when it cannot or may not be read."""
    place = Place(f"{FOLDER}/{path}")
    try:
        size = file.stat().st_size
        if size > config.limits.file_bytes:
            problems.append(
                Problem(
                    "file-too-large",
                    f"{size:,} bytes are more than the {config.limits.file_bytes:,} a file may have",
                    place,
                    "Split the file, or raise file_bytes under [limits] in site.toml.",
                    "error",
                    left_out=True,
                )
            )
            return None
        return Source(place.file, file.read_bytes())
    except OSError as error:
        problems.append(
            Problem(
                "file-not-read",
                f"the file cannot be read: {error.strerror}",
                place,
                "Make the file readable.",
                "error",
                left_out=True,
            )
        )
        return None


def _pages(
    files: Mapping[str, Path], config: SiteConfig, lists: Iterable[Prose], problems: list[Problem]
) -> tuple[Prose, ...]:
    """The Markdown pages and those of `lists`, by address."""
    pages: dict[str, Prose] = {}
    for path in sorted(files):
        if path.lower().endswith(".md") and not path.startswith("static/") and path.lower() != "readme.md":
            source = _source(path, files[path], config, problems)
            if source:
                _put(_page(path, source, files, config, problems), pages, problems)
    for page in lists:
        _put(page, pages, problems)
    return tuple(pages.values())


def _put(page: Prose, pages: dict[str, Prose], problems: list[Problem]) -> None:
    """Add a page, unless another has its address."""
    other = pages.setdefault(page.key, page)
    if other is not page:
        problems.append(
            Problem(
                "duplicate-page",
                f"the address /{page.key}/ is taken by {other.place.file}",
                page.place,
                "Give one of them another address.",
                "error",
                left_out=True,
            )
        )


def _page(path: str, source: Source, files: Mapping[str, Path], config: SiteConfig, problems: list[Problem]) -> Prose:
    """One Markdown page: its front matter, its title, its HTML. files: those of the content, for links to them."""
    place = Place(source.path, 1)
    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = source.data.decode("utf-8", "replace")
        problems.append(
            Problem(
                "not-utf8", f"byte {error.start} is not UTF-8; it is shown as U+FFFD", place, "Save the file as UTF-8."
            )
        )
    text = normal(text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS))
    settings, body = front_matter(text)
    key = page_key(path)
    title = _said(settings, "title") or first_heading(body) or _name(path).replace("-", " ").capitalize()
    if len(body) > config.limits.page_characters:
        problems.append(
            Problem(
                "page-too-long",
                f"{len(body):,} characters are more than the {config.limits.page_characters:,} a page may have;"
                " the rest is left out",
                place,
                "Split the page, or raise page_characters under [limits].",
            )
        )
    begins = Place(source.path, text.count("\n", 0, len(text) - len(body)) + 1)
    follow = Follower(path, place, text.split("\n"), files)
    manner = Manner(_remarks(config.language), follow)
    page = page_parts(body, INFO, config.limits.page_characters, begins.line, manner)
    problems.extend(follow.problems)
    parts = _parts(page, begins, problems)
    return Prose(
        key=key,
        title=title,
        parts=tuple(_untitled(parts) if key and first_heading(body) == title else parts),
        description=_said(settings, "description"),
        navigation=_said(settings, "navigation", title if key and "/" not in key else ""),
        citations=page.citations,
        mark=page.mark,
        place=place,
    )


def _name(path: str) -> str:
    """The name of a file without its ending."""
    return path.rpartition("/")[2].rsplit(".", 1)[0]


def _remarks(language: str) -> dict[str, str]:
    """What kinds of remarks are called on the pages of a language."""
    words = Words(language)
    return {kind: words.say(label) for kind, label in REMARKS.items()}


def _said(settings: Mapping[str, object], key: str, otherwise: str = "") -> str:
    """What a setting of a page says, without the control characters that an escape of TOML can bring."""
    return str(settings.get(key, otherwise)).translate(_CONTROLS)


def _parts(page: Page, place: Place, problems: list[Problem]) -> Iterator[str | WorkList]:
    """A page's HTML with its lists of works. place: of the page's first line. A list that cannot be read goes."""
    for part in page.parts:
        if isinstance(part, str):
            yield part
            continue
        wanted, problem = work_list(part, place)
        if problem:
            problems.append(problem)
        if wanted:
            yield wanted


def _untitled(parts: Iterable[str | WorkList]) -> Iterator[str | WorkList]:
    """The parts without the heading that says the page's title, which the page shows above them."""
    for number, part in enumerate(parts):
        kept = without_title(part) if number == 0 and isinstance(part, str) else part
        if kept:
            yield kept


def _static(files: Mapping[str, Path], config: SiteConfig, problems: list[Problem]) -> dict[str, LocalFile]:
    """Files below static/ that may be published, by their path in the site."""
    static: dict[str, LocalFile] = {}
    for path, file in sorted(files.items()):
        if path.startswith("static/"):
            name = unicodedata.normalize("NFC", path.removeprefix("static/"))
            if not is_checked(name):
                problems.append(_unwritable(path))
            elif name in static:
                problems.append(_second(path))
            elif published := publishable(path, file, config, problems):
                static[name] = published
    return static


def _second(path: str) -> Problem:
    """The problem that another file has the name in another form of Unicode: in an address the two are one."""
    return Problem(
        "file-not-published",
        f"{excerpt(path)} has the name of another file, only that its accents are written otherwise",
        Place(f"{FOLDER}/{excerpt(path, 200)}"),
        "Rename one of them.",
        "error",
        left_out=True,
    )


def _unwritable(path: str) -> Problem:
    """The problem that the site cannot have a file of this name: on some system it would lie elsewhere, or nowhere."""
    return Problem(
        "file-not-published",
        f"{excerpt(path)} holds a backslash, a colon or a sign that cannot be seen, which no address may have",
        Place(f"{FOLDER}/{excerpt(path, 200)}"),
        "Rename the file.",
        "error",
        left_out=True,
    )
