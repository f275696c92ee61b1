"""One language of a site on its way: which of its files are made anew, which are left, and what each read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import msgspec

from sitegen.disk.glance import Glance
from sitegen.disk.staging import Stage
from sitegen.inputs import program as made_by
from sitegen.lanes import Crew, fill
from sitegen.pages import Artifact, PageKind
from sitegen.plan import Edition
from sitegen.progress import Announce
from sitegen.render import Renderer
from sitegen.template_bytecode import Compiled
from sitegen.traces import kept
from sitegen.traces.answers import Answers
from sitegen.traces.bibliography import Bibliography
from sitegen.traces.comparison import Comparison, nobody
from sitegen.traces.explain import sentence
from sitegen.traces.last import Last
from sitegen.traces.noted import Noted
from sitegen.traces.questions import QUESTIONS, asked_again
from sitegen.traces.revising import Revising
from sitegen.traces.stale import Stale, stale
from sitegen.traces.standing import Standing
from sitegen.traces.values import Values, world
from sitegen.traces.watch import watched_edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Remake:
    """What a build knows of one language.

    compiled: its templates. notes: the file of what its pages read. around: digest of what every page depends on.
    values: digests of what there is now. since: what has changed since the last build. noted: takes in what pages read
    now. answers: of this build and the last. revising: mends what changed a little. left: paths of files that were left
    alone.
    """

    edition: Edition
    kinds: Mapping[str, PageKind]
    compiled: Compiled
    renderer: Renderer
    notes: Path
    around: bytes
    values: Values
    since: Stale
    noted: Noted
    answers: Answers
    revising: Revising | None
    left: set[str] = field(default_factory=set)

    def fill(self, stage: Stage, crew: Crew | None, announce: Announce, glance: Glance | None = None) -> None:
        """Make what has to be made, but for files that tell of finished ones; leave the rest.

        glance: what was seen already of what the last build wrote.
        """
        first = [each for each in self.edition.artifacts if not self.kinds[each.kind].late]
        self.left.update(stage.keep(self.since.fresh(first), glance))
        waiting = [each for each in first if each.path not in self.left and not self._revised(each, stage)]
        language = self.edition.links.language
        fill(
            waiting,
            self.kinds,
            self.renderer,
            stage,
            self.noted,
            crew=crew,
            announce=announce,
            language=language,
        )
        self.noted.learn(self.renderer.answered())

    def _revised(self, artifact: Artifact, stage: Stage) -> bool:
        """Mend a file instead of making it anew, where that can be done."""
        kind, read = self.kinds[artifact.kind], self.since.read(artifact)
        was = stage.last(artifact.path) if kind.revised and read is not None and self.revising else None
        if was is None or read is None or self.revising is None:
            return False
        data = self.revising.page(artifact, kind, was, self.since.other(artifact))
        if data is None:
            return False
        stage.add(artifact.path, data)
        self.noted.add(artifact, read)
        return True

    def finish(self, stage: Stage, template_folders: Sequence[Path]) -> None:
        """Make the files that tell of finished ones."""
        site = replace(self.edition.site, finished=stage.finished)
        renderer = Renderer(site, self.kinds, self.edition.links, template_folders, self.compiled)
        for artifact in self.edition.artifacts:
            if self.kinds[artifact.kind].late:
                stage.add(artifact.path, renderer.render(artifact))

    def keep(self, manifest: bytes, bibliography: bytes) -> None:
        """Keep the notes for the next build. manifest: digest of the manifest of the files that stand there now.

        bibliography: mark of the library as it is kept.
        """
        self.renderer.forget()
        notes = self.since.keep(self.noted, self.left, self.around, self.values, manifest, bibliography)
        notes = msgspec.structs.replace(notes, places=self.answers.together(notes.places))
        kept.save(self.notes, notes)
        self.answers.tidy(notes.places.names)

    def told(self, artifact: Artifact) -> str:
        """Why a file was made anew, or left."""
        late = self.kinds[artifact.kind].late
        return sentence(artifact, self.since, left=artifact.path in self.left, late=late)


def remake(
    edition: Edition,
    kinds: Mapping[str, PageKind],
    template_folders: Sequence[Path],
    program: Sequence[str],
    notes: Path,
    manifest: bytes,
    known: Bibliography | None = None,
) -> Remake:
    """What to do about one language.

    program: what tells this program, and what it takes styles from, from the next version. notes: beginning of the path
    of what pages read. manifest: digest of the manifest that those notes have to be about, b"" to make everything.
    known: the library as it was kept, of which those notes may be.
    """
    tag = edition.links.language
    notes = notes.with_name(f"{notes.name}.{tag}.reads" if tag else f"{notes.name}.reads")
    answers = Answers(notes.with_suffix(".answers"), QUESTIONS)
    found = kept.load(notes, manifest)
    around = world(edition.site, (*program, *_elsewhere(edition)))
    last = Last(found) if found and found.world == around else None
    seen = watched_edition(edition, kinds, answers, last.numbers if last else None)
    compiled = Compiled(made_by(), edition.site.words.language)
    renderer = Renderer(seen.site, kinds, seen.links, template_folders, compiled)
    is_known = last and known and known.mark and known.mark == last.kept.bibliography
    standing = Standing.of(last, known.library, edition.site.library) if last and known and is_known else None
    values = Values(edition.site, edition.links, renderer.digest_of_template, standing)
    ask = partial(asked_again, site=seen.site, links=seen.links)

    revising = Revising(last, answers, seen.site, seen.links) if last else None

    def compared(last: Last) -> Comparison:
        comparison = Comparison(last, values, ask, revising.answer if revising else nobody)
        answers.trust(comparison.place)
        return comparison

    since = stale(last, compared)
    return Remake(
        edition=edition,
        kinds=kinds,
        compiled=compiled,
        renderer=renderer,
        notes=notes,
        around=around,
        values=values,
        since=since,
        noted=Noted(renderer.numbers),
        answers=answers,
        revising=revising,
    )


def _elsewhere(edition: Edition) -> list[str]:
    """The Markdown pages of each language, which the pages of the others lead to."""
    paths = edition.links.editions
    return [f"{tag} {key}" for tag, there in paths.items() for kind, key in there if kind == "prose"]
