"""BibLaTeX's annotations of names."""

from sitegen.formats.bibtex.annotations import annotated
from sitegen.model.name import Name


def test_annotations_of_biblatex_stand_with_their_name() -> None:
    names = annotated((Name(family="A"), Name(family="B")), '1=equal; 2="0000-0002-1825-0097"; 9=nobody', "orcid")
    assert names[1].orcid == "0000-0002-1825-0097"
    assert annotated((Name(family="A"),), "1=corresponding, equalcontrib", "")[0].marks == ("corresponding", "equal")
