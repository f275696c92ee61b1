"""A site onto a branch of its own, by git's plumbing: no checkout, and not a file of the work tree changes.

What goes to the remote is one commit on top of what is there, never more by force; the branch here follows only when
the remote has taken it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.deploying.git import DeployError, Git
from sitegen.deploying.tree import Changes, changes, folder_tree, listed_tree, read
from sitegen.problems import excerpt

_KEPT = frozenset({"CNAME"})
"""Files of the branch that stay where the site has none of the name: GitHub's setting of a domain of one's own."""
_HARMLESS = frozenset({"CNAME", ".nojekyll", "README.md", "LICENSE", ".gitignore"})
_MADE_WITH = re.compile(r"^Made with sitegen (\d+(?:\.\d+){0,3})", re.MULTILINE)
_GENERATOR = '<meta name="generator" content="sitegen'
_WAY = "refs/sitegen/publish"
"""Holds the commit until the branch does, so that nothing tidies it away."""
_LARGEST = 100_000_000
"""Bytes of a file that GitHub refuses (its documentation, "About large files on GitHub")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a site goes. remote: its name; "" to commit here only."""

    branch: str = "gh-pages"
    remote: str = "origin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a deployment would do.

    tip: the commit it builds on, "" for a branch that begins. here: the commit the branch has here, "" for none.
    files: how many the site has. bytes: of all of them. address: of the remote.
    """

    target: Target
    output: Path
    tip: str
    here: str
    changes: Changes
    files: int
    bytes: int
    address: str = ""


def plan(
    root: Path, output: Path, target: Target, version: str, *, force: bool = False, take_over: bool = False
) -> Plan:
    """Compare the site in `output` with the branch. Changes nothing but git's own store, by fetching what is needed.

    version: of sitegen. force: publish with an older sitegen, and over commits that are only here.
    take_over: replace what sitegen did not make. Raises DeployError.
    """
    git = Git(root)
    _refuse_odd(git, target)
    here = git.ask_or("", "rev-parse", "--quiet", "--verify", f"refs/heads/{target.branch}^{{commit}}")
    there = _remote_tip(git, target)
    if there and here and not force and git.ask_or("no", "merge-base", "--is-ancestor", here, there) == "no":
        raise DeployError(
            f"the branch {target.branch} has commits here that {target.remote} does not have",
            "Push or delete them, or publish on top of the remote's with --force.",
        )
    tip = there or here
    before = listed_tree(git.ask("ls-tree", "-r", "-z", "--full-tree", tip)) if tip else {}
    if tip:
        _refuse_strangers(git, tip, before, target, take_over=take_over)
        _refuse_older(git, tip, version, force=force)
    after = folder_tree(output, git.ask_or("sha1", "rev-parse", "--show-object-format"))
    after |= {path: name for path, name in before.items() if path in _KEPT and path not in after}
    address = git.ask_or("", "remote", "get-url", target.remote) if target.remote else ""
    size = _weigh(output, after, address)
    return Plan(
        target=target,
        output=output,
        tip=tip,
        here=here,
        changes=changes(before, after),
        files=len(after),
        bytes=size,
        address=address,
    )


def publish(root: Path, plan: Plan, version: str) -> str:
    """Commit what changed, push it, and move the branch here to it; the commit's name. Raises DeployError."""
    git, target = Git(root), plan.target
    branch = f"refs/heads/{target.branch}"
    made = plan.tip
    if plan.changes or not plan.tip:
        head = git.ask_or("", "rev-parse", "--quiet", "--verify", "--short", "HEAD^{commit}")
        message = f"Publish the site{f' of {head}' if head else ''}\n\nMade with sitegen {version}\n"
        who = git.ask_or("", "var", "GIT_COMMITTER_IDENT")
        if not who:
            raise DeployError(
                "git does not know who you are",
                'Tell it: git config user.name "NAME", git config user.email "ADDRESS".',
            )
        git.feed(_stream(plan, who, message), "fast-import", "--quiet", "--force", "--done")
        made = git.ask("rev-parse", "--verify", f"{_WAY}^{{commit}}")
    if target.remote:
        git.ask("push", "--quiet", target.remote, f"{made}:{branch}")
    git.ask("update-ref", "-m", "sitegen deploy", branch, made, plan.here or "0" * len(made))
    git.ask_or("", "update-ref", "-d", _WAY)
    return made


def _refuse_odd(git: Git, target: Target) -> None:
    """Raise DeployError outside a repository, for a name that is none, and for a branch that is checked out."""
    if git.ask_or("", "rev-parse", "--is-inside-work-tree") != "true":
        raise DeployError(
            "this folder is in no git repository", "Run `git init` and commit, or publish into a folder with --to DIR."
        )
    if git.ask_or("no", "check-ref-format", "--branch", target.branch) != target.branch:
        raise DeployError(f"{excerpt(target.branch)!r} is no name of a branch", "Choose another with --branch.")
    if f"branch refs/heads/{target.branch}" in git.ask("worktree", "list", "--porcelain").splitlines():
        raise DeployError(
            f"the branch {target.branch} is checked out, and its files would no longer fit it",
            "Check out another branch, or choose another one with --branch.",
        )
    if target.remote and target.remote not in git.ask("remote").splitlines():
        raise DeployError(
            f"there is no git remote {excerpt(target.remote)!r}",
            "Add it: git remote add NAME ADDRESS. Or commit without pushing: --no-push.",
        )


def _remote_tip(git: Git, target: Target) -> str:
    """The remote's commit of the branch, fetched where it is not here; "" where there is none."""
    if not target.remote:
        return ""
    reference = f"refs/heads/{target.branch}"
    tip = git.ask("ls-remote", target.remote, reference).partition("\t")[0]
    if tip and git.ask_or("no", "cat-file", "-e", f"{tip}^{{commit}}") == "no":
        git.ask("fetch", "--quiet", "--no-tags", target.remote, reference)
    return tip


def _refuse_strangers(git: Git, tip: str, tree: dict[str, str], target: Target, *, take_over: bool) -> None:
    """Raise DeployError where the branch holds what sitegen did not make."""
    if take_over or tree.keys() <= _HARMLESS or _MADE_WITH.search(git.ask("log", "-1", "--format=%B", tip)):
        return
    page = git.ask_or("", "cat-file", "blob", f"{tip}:index.html")[:8192] if "index.html" in tree else ""
    if _GENERATOR not in page:
        raise DeployError(
            f"the branch {target.branch} holds files that sitegen did not make",
            "Choose another with --branch, or replace them with --take-over; its history keeps them.",
        )


def _refuse_older(git: Git, tip: str, version: str, *, force: bool) -> None:
    """Raise DeployError where a newer sitegen published the site."""
    found = _MADE_WITH.search(git.ask("log", "-1", "--format=%B", tip))
    if found and not force and _numbers(found[1]) > _numbers(version):
        raise DeployError(
            f"the site was published with sitegen {found[1]}, and this is {version}",
            "Install the newer one, or go back with --force.",
        )


def _numbers(version: str) -> list[int]:
    """The numbers of a version, for comparing."""
    return [int(part) for part in re.findall(r"\d{1,9}", version)[:4]]


def _weigh(output: Path, tree: dict[str, str], address: str) -> int:
    """The bytes of the site. Raises DeployError for a file that GitHub would refuse after the whole of the push."""
    total = 0
    for path in tree:
        file = output / path
        size = file.stat().st_size if file.exists() else 0
        total += size
        if size > _LARGEST and "github.com" in address:
            raise DeployError(
                f"{excerpt(path, 200)} has {size:,} bytes, and GitHub takes no file above {_LARGEST:,}",
                "Make the file smaller, or link it from elsewhere.",
            )
    return total


def _stream(plan: Plan, who: str, message: str) -> Iterator[bytes]:
    """The commit as git-fast-import reads it; what goes comes before what comes, so that a folder can become a file."""
    text = message.encode()
    yield b"commit %s\ncommitter %s\ndata %d\n%s" % (
        _WAY.encode(),
        who.encode("utf-8", "surrogateescape"),
        len(text),
        text,
    )
    if plan.tip:
        yield b"from %s\n" % plan.tip.encode()
    for path in plan.changes.removed:
        yield b"D %s\n" % _quoted(path)
    for path in (*plan.changes.added, *plan.changes.changed):
        data = read(plan.output / path)
        yield b"M 100644 inline %s\ndata %d\n" % (_quoted(path), len(data))
        yield data
        yield b"\n"
    yield b"done\n"


def _quoted(path: str) -> bytes:
    """A path as git-fast-import reads it ("filemodify")."""
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return b'"' + escaped.encode("utf-8", "surrogateescape") + b'"'
