"""Made-up entries for tests of formats: one with every fact, strategies for parts, and a small library in BibTeX."""

import unicodedata

from hypothesis import strategies as st

from sitegen.model.date import Date, Day
from sitegen.model.entry import Abstract, Entry, WebLink
from sitegen.model.name import Name
from sitegen.text.plain import one_line
from sitegen.text.rich import Text

FULL = Entry(
    id="okonkwo-2019",
    title=Text.of("Light & water – 50 % {of} it"),
    title_short="Light",
    names={
        "author": (
            Name(family="Okonkwo", given="Ada B."),
            Name(family="Berg", given="Jan", non_dropping_particle="van der", suffix="Jr."),
            Name(literal="Lantern Survey Team"),
            Name(literal="UNESCO"),
            Name(family="Plato"),
        ),
        "editor": (Name(family="Quill", given="Ed"),),
        "collection_editor": (Name(family="Brick", given="Bo"),),
        "translator": (Name(family="Toy", given="Tea"),),
    },
    issued=Date(Day(2019, 5, 7)),
    accessed=Date(Day(2020, 1)),
    container_title=Text.of("Journal of Small Lights"),
    container_title_short="J. Small Lights",
    collection_title=Text.of("Lecture Notes"),
    event_title=Text.of("Lights 2019"),
    event_place="Lagos",
    volume="12",
    issue="3",
    page="107–117",
    number="TR-39",
    number_of_pages="340",
    number_of_volumes="3",
    edition="2",
    version="1.2",
    genre="A kind",
    publisher=Text.of("Harbour Press"),
    publisher_place="Berlin",
    language="en",
    doi="10.5555/lights.1",
    isbn=("978-3-16-148410-0",),
    issn=("1234-5679", "2049-3630"),
    identifiers={"arxiv": "1901.00001"},
    abstracts=(Abstract(Text.of("One. Two.")),),
    keywords=("plankton", "light, small"),
    note=Text.of("In Yoruba."),
    status="retracted",
    status_note=Text.of("figure 2 was invented"),
    links=(
        WebLink("pdf", "https://example.org/1.pdf"),
        WebLink("publisher", "https://example.org/1"),
    ),
    extra={"ris-u1": "50 \\% of it", "ris-db": "A base"},
)

words = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="\ufffe\uffff"), max_size=30
).map(one_line)
"""Text as pages show it: on one line, and no combining marks, which Unicode may compose."""


def is_stable(text: str) -> bool:
    """Whether a text is in Unicode's composed form and has no sign of having been decoded wrongly."""
    return unicodedata.normalize("NFC", text) == text and "Ã" not in text and "â€" not in text and "\ufffd" not in text


plain = words.filter(is_stable)
capitalized = st.from_regex(r"[A-ZÉÖŁ][a-zéöł’-]{1,10}", fullmatch=True)
names = st.builds(
    Name,
    family=st.lists(capitalized, min_size=1, max_size=2).map(" ".join),
    given=st.lists(capitalized | st.sampled_from(("A.", "J.-P.")), min_size=1, max_size=3).map(" ".join),
    non_dropping_particle=st.sampled_from(("", "van", "van der", "de la")),
    suffix=st.sampled_from(("", "Jr.", "III")),
).filter(lambda name: name.given not in {"Jr", "Sr", "Esq", "Junior", "Senior"})
institutions = st.lists(capitalized, min_size=1, max_size=4).map(" ".join).map(lambda each: Name(literal=each))
days = (
    st.builds(Day, st.integers(-2000, 9999))
    | st.builds(Day, st.integers(1, 9999), st.integers(1, 12) | st.integers(21, 24))
    | st.dates().map(lambda date: Day(date.year, date.month, date.day))
)

BIB = """
@article{quill2020, author = {Quill, Ada and {Lantern Survey Team} and van der Berg, Jan}, title = {On toys: a review},
  journal = {Journal of Toys}, volume = {12}, number = {3}, pages = {107--117}, year = {2020}, month = may,
  doi = {10.5555/toys.1}, keywords = {toys, play}, abstract = {Toys are played with.}, issn = {1234-5679},
  url = {https://toys.example/1}}
@phdthesis{brick2019, author = {Brick, Bob}, title = {Blocks}, school = {University of Lagos}, year = {2019}}
@inproceedings{toy2021, author = {Toy, Tea}, title = {Small lights}, booktitle = {Proceedings of Lights},
  editor = {Quill, Ada}, pages = {1--9}, year = {2021}, publisher = {Harbour Press}}
@book{quill2018, editor = {Quill, Ada}, title = {Lamps}, publisher = {Harbour Press}, address = {Lagos}, year = {2018},
  isbn = {978-3-16-148410-0}}
@misc{berg2022, author = {van der Berg, Jan}, title = {A draft}, eprint = {2101.00001}, archiveprefix = {arXiv},
  year = {2022}}
"""
