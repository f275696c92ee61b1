"""What a reader must know before reading a work: that it was retracted, or what it is a version of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.model.entry import Entry, RelationKind
from sitegen.site import Here, Site
from sitegen.views.article import Status
from sitegen.views.kinship import versions_of
from sitegen.views.standing import STANDINGS
from sitegen.views.work import plain_title
from sitegen.words import _

NOTICES: Mapping[str, RelationKind] = {"retracted": "retracted_by", "corrected": "corrected_by"}
"""The relation to the notice that tells more, by status."""

RELATIONS: Mapping[RelationKind, tuple[str, str]] = {
    "retraction_of": ("notice", _("This is the notice that retracts another work:")),
    "erratum_of": ("notice", _("This corrects another work:")),
    "preprint_of": ("preprint", _("This is a preprint. The published version:")),
}
"""Kind and sentence of the banner by relation, in the order they are shown."""


def statuses(entry: Entry, site: Site, here: Here) -> tuple[Status, ...]:
    """The banners of a work, most serious first."""
    return tuple(_all(entry, site, here))


def _all(entry: Entry, site: Site, here: Here) -> Iterator[Status]:
    """The work's own status with the notice about it, then what its relations say, then a later version."""
    say, kin = site.words.say, site.library.kin.get(entry.id, ())
    standing = STANDINGS[entry.status]
    if standing.sentence:
        notice = next((each.id for each in kin if each.kind == NOTICES.get(entry.status)), "")
        yield replace(_banner(entry.status, say(standing.sentence), notice, site, here), note=entry.status_note)
    versions = versions_of(entry, site.library) if kin else []
    for kind, (name, sentence) in RELATIONS.items():
        named = [relation.id for relation in kin if relation.kind == kind]
        if kind == "preprint_of" and not named:
            named = _published(entry, versions, site)
        for other in named:
            yield _banner(name, say(sentence), other, site, here)
    later = [other for other in versions if _is_later(site.library.entries[other], entry)]
    if later:
        newest = min(later, key=site.library.rank.__getitem__)
        yield _banner("version", say(_("There is a later version of this work:")), newest, site, here)


def _published(entry: Entry, versions: Sequence[str], site: Site) -> list[str]:
    """The published works that other versions of a preprint name; the first of them."""
    kin = (relation for version in versions for relation in site.library.kin.get(version, ()))
    return [
        relation.id for relation in kin if relation.kind == "preprint_of" and relation.id not in (entry.id, *versions)
    ][:1]


def _banner(kind: str, sentence: str, other: str, site: Site, here: Here) -> Status:
    """A banner that leads to another work; "" for none."""
    if not other:
        return Status(kind, sentence)
    work = site.library.entries[other]
    return Status(kind, sentence, url=here.to("article", other), title=plain_title(work))


def _is_later(other: Entry, entry: Entry) -> bool:
    """Whether another version was issued after this one; False where it cannot be told."""
    mine, theirs = entry.issued and entry.issued.start, other.issued and other.issued.start
    return bool(mine and theirs and theirs > mine)
