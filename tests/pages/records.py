"""A made-up library of works that are hard to show: retracted, corrected, in versions, in two languages, by thousands.

Write it somewhere to look at it: `python -m tests.pages.records FOLDER`, then `sitegen build -C FOLDER`.
"""

import sys
from pathlib import Path

from tests.conftest import Files, write_files
from tests.example_pdfs import page

CROWD = 3_000
FAMILIES = ("Quill", "Berg", "Okonkwo", "Doe", "Toy", "Brick", "Lantern", "Plank", "Storm", "Moss", "Ferry", "Rook")


def crowd(number: int = CROWD) -> str:
    """So many authors, every one with a name of their own."""
    families = [*FAMILIES, *(_word(at) for at in range(len(FAMILIES), number))]
    return " and ".join(f"{family}, {chr(65 + at % 26)}." for at, family in enumerate(families))


def _word(number: int) -> str:
    """A made-up family name for a number."""
    syllables = ("ba", "de", "ki", "lo", "mu", "na", "po", "ra", "si", "to")
    return "".join(syllables[int(digit)] for digit in str(number)).capitalize()


BIB = r"""
@article{quill2015lamps,
  author = {Quill, Ada and van der Berg, Jan and Doe, Jane},
  title = {Lamps that never go out: $E > mc^2$ in the harbour},
  journal = {Journal of Small Lights}, volume = 12, number = 3, pages = {107--117}, date = {2015-05-07},
  doi = {10.5555/lights.1}, keywords = {lamps, energy}, section = {Research articles}, language = {english},
  author+an = {1=corresponding; 2=equal; 3=equal},
  author+an:orcid = {1="0000-0002-1825-0097"},
  author+an:affiliation = {1="Harbour Institute, Lagos"; 2="Toy University"; 3="Harbour Institute, Lagos"},
  abstract = {We describe a lamp that gives more light than it takes. \par It was built three times.},
  award = {Best paper of the year},
  code = {https://code.example/lamps}, data = {https://data.example/lamps.csv}, slides = {lamps-slides.pdf},
  poster = {https://poster.example/lamps}, video = {https://video.example/lamps}, supp = {lamps-tables.csv},
  url_Podcast = {https://pod.example/lamps},
}
@article{editors2017retraction,
  author = {{The Editors}}, title = {Retraction: Lamps that never go out}, journal = {Journal of Small Lights},
  volume = 14, number = 1, pages = {1}, date = {2017-01-15}, doi = {10.5555/lights.9}, section = {Notices},
  retraction_of = {quill2015lamps}, language = {english},
}
@article{okonkwo2018tides,
  author = {Okonkwo, Chidi and Quill, Ada}, title = {Tides in a teacup}, journal = {Journal of Small Lights},
  volume = 15, number = 2, pages = {20--31}, date = {2018-06}, doi = {10.5555/lights.15}, keywords = {tides, tea},
  section = {Research articles}, abstract = {Tea moves as the sea does.}, cites = {quill2015lamps, okonkwo2016preprint},
  licence = {CC-BY-4.0},
}
@article{okonkwo2019erratum,
  author = {Okonkwo, Chidi and Quill, Ada}, title = {Erratum: Tides in a teacup}, journal = {Journal of Small Lights},
  volume = 16, number = 1, pages = {2}, date = {2019-02}, related = {okonkwo2018tides}, relatedtype = {erratumof},
  section = {Notices},
}
@misc{okonkwo2016preprint,
  author = {Okonkwo, Chidi}, title = {Tides in a teacup, first thoughts}, date = {2016}, eprint = {1601.00001},
  eprinttype = {arxiv}, preprint_of = {okonkwo2018tides},
}
@report{moss2010atlas,
  author = {Moss, Mia}, title = {Atlas of harbour sounds}, institution = {Harbour Institute}, number = {HI-7},
  date = {2010-03}, version = {1.0}, keywords = {sound, harbours},
}
@report{moss2012atlas,
  author = {Moss, Mia}, title = {Atlas of harbour sounds}, institution = {Harbour Institute}, number = {HI-7},
  date = {2012-09}, version = {2.0}, version_of = {moss2010atlas}, keywords = {sound, harbours},
}
@report{moss2020atlas,
  author = {Moss, Mia and Rook, Ravi}, title = {Atlas of harbour sounds}, institution = {Harbour Institute},
  number = {HI-7}, date = {2020-01-31}, version = {3.0}, version_of = {moss2012atlas}, keywords = {sound, harbours},
  pdf = {moss2020atlas.pdf},
}
@book{moss2021atlasde,
  author = {Moss, Mia}, title = {Atlas der Hafengeräusche}, publisher = {Hafen Verlag}, date = {2021},
  langid = {ngerman}, related = {moss2020atlas}, relatedtype = {translationof}, translator = {Storm, Theo},
}
@article{rostami2014nour,
  author = {رستمی, نور and Moss, Mia}, title = {نور در بندر}, journal = {مجلهٔ چراغ‌های کوچک}, volume = 3, number = 1,
  pages = {11--19}, date = {2014}, langid = {persian}, keywords = {نور, بندر},
  abstract = {چراغ‌های بندر شب را روشن می‌کنند. \par این مقاله دربارهٔ آن‌هاست.},
  abstract_en = {The lamps of a harbour light the night. \par This paper is about them.},
}
@article{crowd2021, author = {CROWD}, title = {A harbour seen by three thousand}, journal = {Journal of Small Lights},
  volume = 18, number = 1, pages = {1--90}, date = {2021-01}, doi = {10.5555/lights.18}, section = {Research articles},
  keywords = {harbours},
}
@proceedings{lantern2019lights,
  editor = {Lantern, Lea and Storm, Theo}, title = {Proceedings of the Second Conference on Small Lights},
  publisher = {Harbour Press}, address = {Lagos}, date = {2019}, isbn = {978-3-16-148410-0}, eventtitle = {Lights 2019},
}
@inproceedings{toy2019wicks,
  author = {Toy, Tea and Quill, Ada}, title = {Wicks}, crossref = {lantern2019lights}, pages = {1--9},
}
@inproceedings{ferry2019glass,
  author = {Ferry, Finn}, title = {Glass}, crossref = {lantern2019lights}, pages = {10--18}, cites = {toy2019wicks},
}
"""
FILES: Files = {
    "content/site.toml": """\
        title = "Hard to show"
        url = "https://toy.example/"
        me = ["Ada Quill"]
        repository = "https://code.example/toy"
        """,
    "content/people.toml": """\
        [ada-quill]
        name = "Ada Quill"
        variants = ["Quill, A. B."]
        affiliation = "Harbour Institute"
        homepage = "https://quill.example/"
        """,
    "content/venues.toml": """\
        [journal-of-small-lights]
        name = "Journal of Small Lights"
        abbreviation = "J. Small Lights"
        issn = ["1234-5679", "2049-3630"]
        publisher = "Harbour Press"
        """,
    "content/records.bib": BIB.replace("CROWD", crowd()),
    "content/pdf/lamps-slides.pdf": page("lamps-slides", "Slides about lamps"),
    "content/pdf/quill2015lamps.pdf": page("quill2015lamps", "Lamps that never go out"),
    "content/pdf/moss2020atlas.pdf": page("moss2020atlas", "Atlas of harbour sounds"),
    "content/pdf/lamps-tables.csv": "lamp,light\n1,2\n",
}

if __name__ == "__main__":
    write_files(Path(sys.argv[1]), FILES)
