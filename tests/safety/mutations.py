# ruff: noqa: E501 -- a defence a line
"""Takes out each defence, one at a time, in a copy: `python -m tests.safety.mutations`; each must turn a test red.

The program is no part of the suite, because it runs parts of the suite once for every defence.

Two defences have no line of ours that could be taken out, because tornado has them: it answers 405 to methods that a
handler does not have, and follows no link out of the folder that it serves (since 6.6, the floor in pyproject.toml).
tests/test_serve.py tells if it should ever stop.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Defence(NamedTuple):
    """What is taken out. before, after: a piece of the file that stands there once, and what it becomes."""

    name: str
    file: str
    before: str
    after: str
    tests: str


DEFENCES = (
    # 2a, text into pages
    Defence("escaping of templates", "templating.py", "autoescape=True", "autoescape=False", "tests/test_golden_site.py tests/pages/test_article.py"),
    Defence("escaping of values in compiled templates", "text/html.py", " and not _SPECIAL(value)", "", "tests/test_template_code.py tests/safety/test_hostile_library.py"),
    Defence("undefined names", "templating.py", "undefined=StrictUndefined,", "", "tests/test_render.py tests/safety/test_house.py"),
    Defence("plain text in a page", "text/html.py", "escape(text) if isinstance", "text if isinstance", "tests/text/test_html.py tests/safety/test_hostile_library.py"),
    Defence("text in an element", "text/html.py", 'text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")', "text", "--doctest-modules sitegen/text/html.py tests/safety/test_hostile_library.py"),
    Defence("JSON in a script", "text/html.py", "text = text.replace(sign, escaped)", "pass", "tests/text/test_html.py --doctest-modules sitegen/text/html.py"),
    Defence("rich text", "text/rich.py", "                out.append(escape(node))", "                out.append(node)", "tests/text/test_rich.py tests/safety/test_hostile_library.py"),
    Defence("quotes around attributes", "../templates/base.html", '<html lang="{{ site.language }}"', "<html lang={{ site.language }}", "tests/safety/test_house.py"),
    Defence("no inline handlers", "../templates/base.html", '<a class="skip" href="#main">', '<a class="skip" href="#main" onclick="x()">', "tests/safety/test_house.py"),
    Defence("no inline styles", "../templates/base.html", '<a class="skip" href="#main">', '<a class="skip" href="#main" style="x">', "tests/safety/test_house.py"),
    Defence("no markup made by scripts", "../templates/scripts/site.js", "// Storage throws", "document.body.innerHTML += location.hash;\n// Storage throws", "tests/safety/test_house.py"),
    Defence("schemes", "text/addresses.py", "not colon or scheme not in SCHEMES", "not colon", "tests/text/test_addresses.py"),
    Defence("signs in addresses", "text/addresses.py", "or _FORBIDDEN.search(url)", "", "tests/text/test_addresses.py"),
    Defence("hosts of addresses, no names of users", "text/addresses.py", "if not (_IPV6.fullmatch(host) or _HOST.fullmatch(host)):", "if False:", "tests/text/test_addresses.py"),
    Defence("length of addresses", "text/addresses.py", "if not url or len(url) > LONGEST or", "if not url or", "tests/text/test_addresses.py"),
    Defence("links of LaTeX", "text/latex_actions.py", "address = web_address(unlatex_address(raw))", "address = unlatex_address(raw)", "tests/text/test_latex.py"),
    Defence("commands of formulas", "text/maths.py", "or _REFUSED.search(tex)", "", "tests/text/test_maths.py"),
    Defence("styles and ids of formulas", "text/maths.py", '"" if "<a " in markup or " id=" in markup else _restyled(_TAG.sub(_without_style, markup))', "markup", "tests/text/test_maths.py"),
    Defence("HTML in Markdown, blocks", "text/markdown.py", '    parser.preprocessors.deregister("html_block")\n', "", "tests/text/test_markdown.py"),
    Defence("HTML in Markdown, inline", "text/markdown.py", '    parser.inlinePatterns.deregister("html")\n', "", "tests/text/test_markdown.py"),
    Defence("cleaning of Markdown", "text/markdown.py", "html = _cleaned(guard.restored(", "html = (guard.restored(", "tests/text/test_markdown.py"),
    Defence("elements of Markdown", "text/markdown.py", "tags=_TAGS,", "tags=_TAGS | {'script', 'iframe'}, clean_content_tags=set(),", "tests/text/test_markdown.py"),
    Defence("links of Markdown", "text/markdown.py", "return web_address(value) or None", "return value", "tests/text/test_markdown.py"),
    Defence("relative links of Markdown", "text/markdown.py", "return None if _UNSAFE_PATH.search(value) else value\n\n\ndef _as_words", "return value\n\n\ndef _as_words", "tests/text/test_markdown.py"),
    Defence("pictures of Markdown", "text/markdown.py", 'return None if _SCHEME.match(value) or _UNSAFE_PATH.search(value) or value.startswith("/") else value', "return value", "tests/text/test_markdown.py"),
    Defence("ids of Markdown", "text/markdown.py", "return value if _ID.fullmatch(value) else None", "return value", "tests/text/test_markdown.py"),
    Defence("prefix of ids", "text/markdown.py", 'f"h-{name}" if', "name if", "tests/text/test_markdown.py"),
    Defence("content as a template", "templating.py", "made = self._environment.get_template(ITEM).render(", "made = self._environment.from_string(str(work.title)).render(", "tests/safety/test_house.py"),
    Defence("characters of XML", "text/elements.py", '_illegal().sub("", text)', "text", "--doctest-modules sitegen/text/elements.py tests/text/test_elements.py"),
    Defence("XML by a library", "text/elements.py", "made = Element(name,", "made = Element(name + next(iter(attributes.values()), ''),", "--doctest-modules sitegen/text/elements.py tests/text/test_elements.py"),
    Defence("signs that turn text round", "text/latex.py", "\\u202a-\\u202e\\u2066-\\u2069", "", "tests/safety/test_found.py"),
    Defence("signs that turn text round, other formats", "model/facts.py", "\\u202a-\\u202e\\u2066-\\u2069", "", "tests/safety/test_found.py"),
    Defence("controls in TOML", "configured.py", 'return _CONTROLS.sub("", value)', "return value", "tests/safety/test_found.py"),
    Defence("endings of files", "publishing.py", 'if suffix not in PUBLISHED and', "if False and", "tests/test_attach.py"),
    Defence("endings inside of names", "publishing.py", "if each in _LIVE and each not in config.publish", "if False", "tests/test_attach.py"),
    Defence("first bytes of files", "publishing.py", "why = misfit(suffix, head)", 'why = ""', "tests/test_attach.py"),
    Defence("first bytes of a page", "text/first_bytes.py", "    if page:\n", "    if False:\n", "tests/text/test_first_bytes.py"),
    Defence("first bytes of a kind", "text/first_bytes.py", "if signature and not signature.match(head):", "if False:", "tests/text/test_first_bytes.py"),
    Defence("first bytes of a PDF", "text/first_bytes.py", 're.compile(rb"(?s:.{0,1019}?)%PDF-")', 're.compile(rb"")', "tests/text/test_first_bytes.py"),
    Defence("file of a host name", "publishing.py", "not _HOST_NAME.fullmatch(head)", "False", "tests/test_attach.py"),
    Defence("goals of redirects", "views/moved.py", "if url := web_address(target):", "if url := target * (':' in target):", "tests/pages/test_moved.py tests/safety/test_hostile_library.py"),
    Defence("places of redirects", "views/moved.py", "if _FORBIDDEN & set(path) or any(part.strip(\" .\") == \"\" or part.startswith(\".\") for part in parts):", "if False:", "tests/pages/test_moved.py --doctest-modules sitegen/views/moved.py"),
    Defence("long redirects", "views/moved.py", "if len(path) > _LONGEST or", "if False and", "tests/safety/test_found.py"),
    Defence("policy of scripts", "frame.py", "default-src 'none'; script-src 'self' 'sha256-{digest}'", "script-src *", "tests/test_frame.py"),
    Defence("policy of Trusted Types", "frame.py", "require-trusted-types-for 'script'", "", "tests/test_frame.py"),
    Defence("policy in the page", "../templates/base.html", '<meta http-equiv="Content-Security-Policy" content="{{ site.csp|trusted }}">', "", "tests/test_frame.py tests/pages/test_article.py tests/safety/test_hostile_library.py"),
    # 2b, names and paths
    Defence("signs in paths", "disk/paths.py", "not _FORBIDDEN.intersection(path)", "True", "tests/test_write.py tests/safety/test_found.py"),
    Defence("steps in paths", "disk/paths.py", "and not _STEPS.intersection(path.split(\"/\"))", "", "tests/test_write.py tests/fuzz/test_claims.py"),
    Defence("surrogates in paths", "disk/paths.py", "and _can_be_encoded(path)", "", "tests/test_write.py tests/fuzz/test_claims.py"),
    Defence("length of slugs", "text/slugs.py", "len(plain) <= LONGEST and", "", "tests/text/test_slugs.py"),
    Defence("names of Windows", "text/slugs.py", "and plain not in _WINDOWS", "", "tests/text/test_slugs.py --doctest-modules sitegen/text/slugs.py"),
    Defence("compatibility forms in slugs", "text/slugs.py", 'normal(normal(text, "NFKC").casefold(), "NFKD")', "text", "tests/text/test_slugs.py"),
    Defence("one page for one path", "plan.py", "    _refuse_collisions(artifacts, site)\n", "", "tests/test_plan.py"),
    Defence("links in the content", "read.py", "if not name.startswith(\".\") and is_regular(path)", "if not name.startswith(\".\")", "tests/safety/test_found.py"),
    Defence("links to folders in the content", "read.py", "in os.walk(folder, onerror", "in os.walk(folder, followlinks=True, onerror", "tests/safety/test_found.py"),
    Defence("names of static files", "read.py", "if not is_checked(name):", "if False:", "tests/safety/test_found.py"),
    Defence("links on the way of a write", "disk/paths.py", "if stat.S_ISLNK(mode):", "if False:", "tests/test_write.py"),
    Defence("folders of others", "disk/output_guard.py", "or _is_known(output, manifest) or", "or True or", "tests/test_write.py tests/test_build.py tests/test_cli.py"),
    Defence("output that is a link", "disk/output_guard.py", "if given.is_symlink():", "if False:", "tests/test_write.py tests/test_build.py tests/test_cli.py"),
    Defence("output above the site", "disk/output_guard.py", "if place == home or place in home.parents or place == _home():", "if False:", "tests/test_write.py tests/test_build.py tests/test_cli.py"),
    Defence("output in the content", "disk/output_guard.py", "if place == home / taken or home / taken in place.parents:", "if False:", "tests/test_write.py tests/test_build.py tests/test_cli.py"),
    # 2c, exhaustion
    Defence("depth of LaTeX", "text/latex_walk.py", "len(self.frames) >= DEEPEST", "False", "tests/text/test_latex.py"),
    Defence("budget of strings", "formats/bibtex/macros.py", "return self.left >= 0", "return True", "tests/safety/test_limits.py tests/formats/bibtex/test_bibtex_parse.py"),
    Defence("depth of inheritance", "formats/bibtex/inherit.py", "or len(path) > self.deepest:", ":", "tests/safety/test_limits.py tests/formats/bibtex/test_bibtex_inherit.py"),
    Defence("loops of inheritance", "formats/bibtex/inherit.py", "if id(parent) in path or len(path) > self.deepest:", "if len(path) > 10**9:", "tests/formats/bibtex/test_bibtex_inherit.py"),
    Defence("length of values", "formats/bibtex/clean.py", "if len(value) > most:", "if False:", "tests/safety/test_limits.py"),
    Defence("number of names", "formats/bibtex/names.py", "if len(pieces) > limit:", "if False:", "tests/safety/test_limits.py"),
    Defence("number of fields", "formats/bibtex/repair.py", "if len(self.written.fields) >= self.most:", "if False:", "tests/safety/test_limits.py"),
    Defence("number of values", "formats/bibtex/facts.py", "return values[:most]", "return values", "tests/safety/test_limits.py"),
    Defence("size of files", "read.py", "if size > config.limits.file_bytes:", "if False:", "tests/safety/test_limits.py"),
    Defence("size of tables of people", "read.py", "if name in files and _size(files[name]) > limits.file_bytes:", "if False:", "tests/safety/test_limits.py"),
    Defence("size of attachments", "publishing.py", "if file.stat().st_size > limit:", "if False:", "tests/safety/test_limits.py"),
    Defence("length of formulas", "text/maths.py", "if len(tex) > LONGEST or", "if", "tests/text/test_maths.py"),
    Defence("unclosed brackets of formulas", "text/maths.py", "or _unclosed(tex) > _MOST_UNCLOSED", "", "tests/text/test_maths.py"),
    Defence("signs of Markdown", "text/markdown_guard.py", "if self.signs > SIGNS or self.signs * self.characters > WORK or line.count(\"|\") > COLUMNS:", "if False:", "tests/text/test_markdown.py"),
    Defence("nesting of Markdown", "text/markdown_guard.py", "if _NESTED.match(line) or", "if", "tests/text/test_markdown.py"),
    Defence("document types of styles", "csl/elements.py", "        self.parser.StartDoctypeDeclHandler = self.doctype\n", "", "tests/safety/test_found.py -k citation_style"),
    Defence("depth of styles", "csl/elements.py", "if len(self.open) > DEEPEST:", "if False:", "tests/safety/test_found.py -k citation_style"),
    Defence("brackets of queries", "query/parse.py", "if depth == DEEPEST:", "if False:", "tests/query"),
    Defence("depth of TOML", "configured.py", "except (ValueError, RecursionError) as error:", "except ValueError as error:", "tests/safety/test_found.py"),
    # 2d, the build as a process
    Defence("what is remembered, as readers give it", "traces/bibliography.py", "return found if found and _is_as_read(found) else None", "return found", "tests/safety/test_forged_memory.py"),
    Defence("what is remembered of pages, as it fits together", "traces/kept.py", "return whole if _fits(whole) else None", "return whole", "tests/test_traces.py"),
    Defence("staging", "disk/staging.py", "known = self._staged(self._waiting(place, path), data, digest)", 'there = f"{self.output}/{path}"; os.path.lexists(there) and os.unlink(there); known = self._staged(there, data, digest)', "tests/test_write.py"),
    Defence("bytecode of templates that may be a stranger's", "template_bytecode.py", "or not Path(file).is_relative_to(default_folder())", "", "tests/test_template_bytecode.py"),
    Defence("bytecode of other templates and programs", "template_bytecode.py", "if held[:_DIGEST] == made_of:", "if held:", "tests/test_template_bytecode.py"),
    Defence("bytecode that is damaged", "disk/sealed.py", "hashlib.sha256(data[_SEAL:]).digest()[:_SEAL] == data[:_SEAL]", "True", "tests/test_template_bytecode.py"),
    Defence("staging is removed", "disk/staging.py", "        with suppress(OSError):\n            _remove(staging)\n", "        pass\n", "tests/test_write.py"),
    Defence("journal", "write.py", "        manifest.intend(stage.records)\n", "", "tests/test_write.py"),
    Defence("exchange of folders", "write.py", 'if not (whole and put_in_place(staging / WHOLE, output, staging / "old")):', "if True:", "tests/disk/test_exchange.py"),
    Defence("lock", "disk/lock.py", "fcntl.flock(handle, fcntl.LOCK_EX)", "pass", "tests/disk/test_lock.py"),
    Defence("lock before the first file", "write.py", 'with locked(state_folder(state) / "lock"):', "if state_folder(state):", "tests/disk/test_lock.py"),
    Defence("signals", "cli.py", "signal.signal(signal_, _stops(code))", "pass", "tests/test_cli.py"),
    Defence("exit code", "commands/build.py", "sys.exit(1 if result.incomplete else 0)", "sys.exit(0)", "tests/test_cli.py"),
    Defence("exit code of a strict build", "outcome.py", "return self.refused or any(", "return any(", "tests/test_cli.py"),
    Defence("exit code of a disk that refuses", "write.py", "exit_code = 1", "exit_code = 0", "tests/test_cli.py"),
    Defence("signs of terminals", "report.py", 'text = "".join(_visible(character) for character in text)', "pass", "tests/test_report.py --doctest-modules sitegen/report.py"),
    Defence("commands of workflows", "report.py", 'return text.replace("::", ": :", 1) if text.lstrip().startswith("::") else text', "return text", "tests/test_report.py"),
    Defence("properties of annotations", "report.py", 'return _data(text).replace(":", "%3A").replace(",", "%2C")', "return text", "tests/test_report.py"),
    Defence("messages of annotations", "report.py", 'return text.replace("%", "%25").replace("\\r", "%0D").replace("\\n", "%0A")', "return text", "tests/test_report.py"),
    Defence("messages on one line", "problems.py", 'line = "".join(c if c.isprintable() else f"\\\\x{ord(c):02x}" for c in line)', "pass", "tests/safety/test_hostile_library.py --doctest-modules sitegen/problems.py"),
    Defence("elsewhere: the same program and content", "elsewhere/worker.py", "    _refuse_others(order.facts, facts(root))\n", "", "tests/elsewhere -k would_make"),
    Defence("elsewhere: the same files", "elsewhere/worker.py", "if {language: plan_of(each) for language, each in spoken.items()} != order.plans:", "if False:", "tests/elsewhere -k would_make"),
    Defence("elsewhere: the program that runs", "inputs.py", "@cache\ndef program_facts", "def program_facts", "tests/elsewhere -k older"),
    Defence("elsewhere: permissions", "elsewhere/worker.py", "with _working, _usual_rights():", "with _working:", "tests/elsewhere -k umask"),
    Defence("elsewhere: a staging folder for each build", "disk/staging.py", "own = staging / token_hex(8)", 'own = staging / "own"', "tests/elsewhere -k last_build"),
    Defence("elsewhere: a second attempt", "disk/staging.py", "if not self.again:", "if True:", "tests/elsewhere -k lost"),
    Defence("elsewhere: notes that were lost", "traces/values.py", "return token_bytes(LENGTH)", "return MISSING", "tests/elsewhere -k lost"),
    # 2e, the preview server
    Defence("hosts of the preview", "preview/handlers.py", 'if not self.doors.admits(self.request.headers.get("Host", "")):', "if False:", "tests/test_serve.py tests/preview"),
    Defence("origins of the preview", "preview/handlers.py", 'return scheme == "http" and self.doors.admits(host)', "return True", "tests/test_serve.py tests/preview"),
    Defence("hidden files of the preview", "preview/handlers.py", 'if any(part.startswith(".") for part in inside):', "if False:", "tests/test_serve.py tests/preview"),
    Defence("NUL in the preview", "preview/handlers.py", 'if "\\0" in path or "%00" in path or', "if", "tests/test_serve.py tests/preview"),
    # 2f, supply chain
    Defence("hashes of new sites", "starting/files/site.yml", "--require-hashes", "", "tests/safety/test_locked.py"),
    Defence("floors of dependencies", "../pyproject.toml", "tornado>=6.6", "tornado>=6.5", "tests/safety/test_locked.py"),
    Defence("rights of the workflow", "starting/files/site.yml", "permissions: {}\n", "", "tests/starting/test_init.py"),
    Defence("actions by their hashes", "starting/files/site.yml", "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1", "actions/checkout@v7", "tests/starting/test_init.py"),
)  # fmt: skip


def main() -> int:
    """1 where a defence is missed by nobody. Words of the command line choose those whose names hold one of them."""
    chosen = [each for each in DEFENCES if not sys.argv[1:] or any(word in each.name for word in sys.argv[1:])]
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "sitegen"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", ".*_cache", "output", ".sitegen"))
        for defence in chosen:
            said = _tried(defence, copy)
            missed += [defence.name] if said != "red" else []
            sys.stdout.write(f"{said:8} {defence.name}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{len(chosen) - len(missed)} of {len(chosen)} turn a test red when they are taken out\n")
    return 1 if missed else 0


def _tried(defence: Defence, copy: Path) -> str:
    """What the tests say without the defence: `red` as they should, `green`, or `gone` where it is not found."""
    file = copy / "sitegen" / defence.file
    text = file.read_text("utf-8")
    if text.count(defence.before) != 1:
        return "gone"
    file.write_text(text.replace(defence.before, defence.after), "utf-8")
    try:
        options = ("-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-o", "addopts=")
        command = [sys.executable, "-m", "pytest", *options, *defence.tests.split()]
        done = subprocess.run(command, cwd=copy, env={"PYTHONPATH": str(copy)}, capture_output=True, check=False)
    finally:
        file.write_text(text, "utf-8")
    return {0: "green", 1: "red"}.get(done.returncode, "error")


if __name__ == "__main__":
    sys.exit(main())
