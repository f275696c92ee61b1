"""Fields into CSL's words."""

from pathlib import Path

import pytest

from sitegen.config import LimitsConfig
from sitegen.formats import Reading, Source
from sitegen.formats.bibtex import FORMAT
from sitegen.model.date import Date, Day
from sitegen.model.entry import Attachment, Entry, Relation, WebLink
from sitegen.model.name import Name

SEED = Path(__file__).parents[3] / "../shared/corpus/seed/ghoryani.bib"


def _read(text: str) -> Reading:
    assert FORMAT.read is not None
    return FORMAT.read([Source("content/a.bib", text.encode())], LimitsConfig())


def _entry(fields: str, word: str = "article") -> Entry:
    reading = _read(f"@{word}{{key, {fields}}}")
    assert len(reading.entries) == 1
    return reading.entries[0]


def _codes(fields: str, word: str = "article") -> list[str]:
    return [problem.code for problem in _read(f"@{word}{{key, {fields}}}").problems]


def test_the_export_of_a_journals_platform_is_read_without_its_flaws() -> None:
    if not SEED.is_file():
        pytest.skip("the shared corpus is not here")
    assert FORMAT.read is not None
    reading = FORMAT.read([Source("content/ghoryani.bib", SEED.read_bytes())], LimitsConfig())
    entry = reading.entries[0]
    assert [name.family for name in entry.authors] == ["Ghoryani", "Mohammadi", "Shariati-Sarabi"]
    assert entry.abstract.to_plain().startswith("Systemic lupus erythematosus (SLE)")
    assert entry.link("pdf").endswith(".pdf")
    assert entry.link("publisher").endswith(".html")
    assert (entry.doi, bool(entry.container_title), entry.volume, entry.issue) == ("", False, "1", "2")
    assert [(problem.code, problem.place.line) for problem in reading.problems] == [
        ("stray-and", 1),
        ("placeholder", 1),
        ("empty-field", 1),
    ]


@pytest.mark.parametrize(
    ("word", "fields", "csl", "genre"),
    [
        ("article", "journal = {J}", "article-journal", ""),
        ("article", "journal = {J}, entrysubtype = {newspaper}", "article-newspaper", ""),
        ("article", "journal = {arXiv preprint arXiv:2101.00001}", "article", "preprint"),
        ("misc", "eprint = {2101.00001}, archiveprefix = {arXiv}", "article", "preprint"),
        ("misc", "url = {https://arxiv.org/abs/2101.00001}", "article", "preprint"),
        ("online", "eprint = {30659}, eprinttype = {nber}, pubstate = {prepublished}", "article", "preprint"),
        ("misc", "howpublished = {Leaflet}", "document", ""),
        ("inproceedings", "booktitle = {P}", "paper-conference", ""),
        ("incollection", "booktitle = {P}", "chapter", ""),
        ("mastersthesis", "school = {S}", "thesis", "Master’s thesis"),
        ("thesis", "type = {phdthesis}", "thesis", "PhD thesis"),
        ("techreport", "type = {Working paper}", "report", "Working paper"),
        ("online", "url = {https://a.example/}", "webpage", ""),
        ("software", "version = {1}", "software", ""),
        ("dataset", "version = {1}", "dataset", ""),
    ],
)
def test_a_type_is_one_of_csl(word: str, fields: str, csl: str, genre: str) -> None:
    entry = _entry(f"title = {{x}}, {fields}", word)
    assert (entry.type, entry.genre) == (csl, genre)


def test_biblatexs_names_mean_the_same_as_bibtexs() -> None:
    old = _entry("title = {x}, journal = {J}, year = {2001}, month = jan, number = {3}, address = {P}")
    new = _entry("title = {x}, journaltitle = {J}, date = {2001-01}, number = {3}, location = {P}")
    assert old == new


def test_a_subtitle_stands_behind_a_colon() -> None:
    assert _entry("title = {One}, subtitle = {Two}").title.to_plain() == "One: Two"
    assert _entry("title = {One?}, subtitle = {Two}").title.to_plain() == "One? Two"


def test_a_number_counts_what_its_type_counts() -> None:
    assert _entry("title = {x}, number = {3}").issue == "3"
    assert _entry("title = {x}, number = {TR-3}", "techreport").number == "TR-3"
    assert _entry("title = {x}, series = {LNCS}, number = {3}", "book").collection_number == "3"


def test_an_article_number_is_no_page() -> None:
    assert (_entry("title = {x}, pages = {e18455}").number, _entry("title = {x}, pages = {e18455}").page) == (
        "e18455",
        "",
    )
    assert (
        _entry("title = {x}, eid = {33}, pages = {33}").number,
        _entry("title = {x}, eid = {33}, pages = {33}").page,
    ) == ("33", "")
    assert _entry("title = {x}, pages = {107--117}").page == "107–117"


def test_a_doi_is_kept_bare_and_never_twice() -> None:
    entry = _entry("title = {x}, doi = {https://doi.org/10.1000/ab_1}, url = {http://dx.doi.org/10.1000/AB_1}")
    assert (entry.doi, entry.links) == ("10.1000/ab_1", ())
    assert _codes("title = {x}, doi = {https://doi.org/10.1000/ab_1}") == ["doi-as-address"]
    assert _entry("title = {x}, doi = {10.1000/a\\_b}").doi == "10.1000/a_b"


def test_a_doi_that_is_none_is_kept_as_text() -> None:
    entry = _entry("title = {x}, doi = {none yet}")
    assert (entry.doi, entry.extra) == ("", {"doi": "none yet"})
    assert _codes("title = {x}, doi = {none yet}") == ["bad-doi"]


def test_empty_fields_and_placeholders_are_never_printed() -> None:
    entry = _entry("title = {x}, doi = {}, volume = { }, journal = {{Journal Title}}, pages = {--}")
    assert (entry.doi, entry.volume, bool(entry.container_title), entry.page, entry.extra) == ("", "", False, "", {})
    assert _codes("title = {x}, doi = {}, volume = { }, journal = {{Journal Title}}") == ["empty-field", "placeholder"]


@pytest.mark.parametrize(
    ("fields", "link"),
    [
        ("pdf = {https://a.example/x.pdf}", WebLink("pdf", "https://a.example/x.pdf")),
        ("url_Paper = {https://a.example/x}", WebLink("pdf", "https://a.example/x")),
        ("url = {https://a.example/x.pdf}", WebLink("pdf", "https://a.example/x.pdf")),
        ("url = {https://a.example/x\\_y}", WebLink("publisher", "https://a.example/x_y")),
        ("url = {www.a.example/x}", WebLink("publisher", "https://www.a.example/x")),
        ("howpublished = {\\url{https://a.example/}}", WebLink("publisher", "https://a.example/")),
        ("eprint = {http://a.example/x.pdf}", WebLink("pdf", "http://a.example/x.pdf")),
        ("code = {https://github.com/a/b}", WebLink("code", "https://github.com/a/b")),
        ("slides = {https://a.example/s}", WebLink("slides", "https://a.example/s")),
        ("url_reviews = {https://a.example/r}", WebLink("other", "https://a.example/r", "Reviews")),
        ("file = {Full text:https\\://a.example/x.pdf:application/pdf}", WebLink("pdf", "https://a.example/x.pdf")),
    ],
)
def test_an_address_becomes_a_link_of_its_kind(fields: str, link: WebLink) -> None:
    assert _entry(f"title = {{x}}, {fields}").links == (link,)


@pytest.mark.parametrize("name", ["url", "pdf", "code", "slides", "eprint", "website", "url_more", "file"])
@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://user@a.example/"]
)
def test_an_address_that_may_not_be_followed_is_never_a_link(name: str, address: str) -> None:
    entry = _entry(f"title = {{x}}, {name} = {{{address}}}")
    assert (entry.links, entry.attachments) == ((), ())


@pytest.mark.parametrize(
    "path", ["../../etc/passwd", "/etc/passwd", "C:\\x.pdf", "..\\x.pdf", "a/../../x.pdf", "~/x.pdf"]
)
@pytest.mark.parametrize("name", ["pdf", "file"])
def test_a_file_outside_the_site_is_never_an_attachment(name: str, path: str) -> None:
    assert _entry(f"title = {{x}}, {name} = {{{path}}}").attachments == ()


def test_a_file_of_the_site_is_an_attachment() -> None:
    assert _entry("title = {x}, pdf = {papers/a_b.pdf}").attachments == (Attachment("pdf", "papers/a_b.pdf"),)
    assert _entry("title = {x}, file = {:a.pdf:PDF;Slides:b.pptx:PPTX}").attachments == (
        Attachment("pdf", "a.pdf"),
        Attachment("slides", "b.pptx", "Slides"),
    )


def test_identifiers_are_checked_and_known_by_their_scheme() -> None:
    entry = _entry(
        "title = {x}, arxiv = {2101.00001}, pmid = {123}, pmcid = {PMC99}, hal = {hal-01234567},"
        " mrnumber = {MR123 (1:2)}"
    )
    assert entry.identifiers == {
        "arxiv": "2101.00001",
        "pmid": "123",
        "pmcid": "PMC99",
        "hal": "hal-01234567",
        "mrnumber": "123",
    }
    assert _codes("title = {x}, pmid = {P1}") == ["bad-identifier"]


def test_a_preprints_number_is_found_in_its_journal() -> None:
    entry = _entry("title = {x}, journal = {arXiv preprint arXiv:2101.00001}")
    assert (entry.identifiers, entry.container_title.to_plain()) == ({"arxiv": "2101.00001"}, "arXiv")
    entry = _entry("title = {x}, journal = {arXiv preprint arXiv:2101.00001}, eprint = {arXiv:2101.00001v2}")
    assert entry.identifiers == {"arxiv": "2101.00001v2"}, "what says more goes before"
    assert _entry("title = {x}, journal = {CoRR}, volume = {abs/2101.00001}, eprint = {2101.00001}").identifiers == {
        "arxiv": "2101.00001"
    }


def test_isbn_and_issn_are_checked_even_when_mixed_up() -> None:
    entry = _entry("title = {x}, issn = {978-3-16-148410-0, 0378-5955}")
    assert (entry.isbn, entry.issn) == (("978-3-16-148410-0",), ("0378-5955",))
    assert _codes("title = {x}, isbn = {978-3-16-148410-1}") == ["bad-isbn"]


def test_every_isbn_of_a_list_is_kept_whatever_stands_behind_it() -> None:
    assert _entry("title = {x}, isbn = {0-13-584392-8 (disks), 0-13-584434-7 (manual)}").isbn == (
        "0-13-584392-8",
        "0-13-584434-7",
    )
    assert _entry("title = {x}, isbn = {8170362458 (India) 0803991002 (US)}").isbn == ("8170362458", "0803991002")
    parted = _entry("title = {x}, isbn = {978-90-277-1262-2 978-90-277-1263-9 9780745646589}")
    assert parted.isbn == ("978-90-277-1262-2", "978-90-277-1263-9", "9780745646589")
    assert _entry("title = {x}, isbn = {0 306 40615 2}").isbn == ("0-306-40615-2",)
    assert _codes("title = {x}, isbn = {978-90-277-1262-2 978-90-277-1263-0}") == ["bad-isbn"]
    assert _entry("title = {x}, isbn = {978-3-16-148410-0, hardback, 23 EUR}").isbn == ("978-3-16-148410-0",)
    entry = _entry("title = {x}, isbn = {978-3-16-148410-0, 0-13-584434-8}")
    assert entry.isbn == ("978-3-16-148410-0",)
    assert _codes("title = {x}, isbn = {978-3-16-148410-0, 0-13-584434-8}") == ["bad-isbn"]


def test_a_bad_number_in_a_list_is_said_and_costs_the_others_nothing() -> None:
    assert _entry("title = {x}, issn = {619-4500/0378-5955}").issn == ("0378-5955",)
    assert _codes("title = {x}, issn = {619-4500/0378-5955}") == ["bad-issn"]
    assert _entry("title = {x}, issn = {0018-9340 (print), 1557-9956 (electronic)}").issn == ("0018-9340", "1557-9956")


def test_the_review_behind_a_number_of_mathematical_reviews_is_exported() -> None:
    entry = _entry("title = {x}, mrnumber = {MR1324786 (95k:60001)}")
    assert entry.identifiers == {"mrnumber": "1324786"}
    assert "mrnumber = {MR1324786 (95k:60001)}" in FORMAT.write([entry])
    assert "mrnumber = {1324786}" in FORMAT.write([_entry("title = {x}, mrnumber = {MR1324786}")])


def test_custom_fields_of_other_programs_work_as_they_are() -> None:
    entry = _entry(
        "title = {x}, abbr = {NeurIPS}, selected = {true}, award = {Best paper}, keywords = {b; a; B},"
        " langid = {ngerman},"
        " pubstate = {inpress}, date-added = {2020-01-02 10:00:00 +0000}, ids = {old1, old2}, note = {A note}"
    )
    assert (entry.container_title_short, entry.selected, entry.keywords) == ("NeurIPS", True, ("b", "a"))
    assert (entry.awards[0].to_plain(), entry.language, entry.status, entry.added) == (
        "Best paper",
        "de",
        "in-press",
        "2020-01-02",
    )
    assert (entry.aliases, entry.note.to_plain()) == (("old1", "old2"), "A note")


def test_housekeeping_is_dropped_and_the_rest_is_kept_as_written() -> None:
    entry = _entry("title = {x}, timestamp = {2020}, bdsk-url-1 = {u}, __markedentry = {y}, mykind = {A {\\em b}}")
    assert entry.extra == {"mykind": "A {\\em b}"}


def test_roles_annotations_and_marks_belong_to_names() -> None:
    entry = _entry(
        "title = {x}, author = {Doe, J. and Roe, R. and others}, author+an = {2=corresponding},"
        ' author+an:orcid = {1="0000-0002-1825-0097"}, editor = {Poe, E.}, editortype = {compiler},'
        " translator = {Low, T.}"
    )
    assert entry.names["author"] == (
        Name(family="Doe", given="J.", orcid="0000-0002-1825-0097"),
        Name(family="Roe", given="R.", marks=("corresponding",)),
    )
    assert entry.et_al == {"author"}
    assert sorted(entry.names) == ["author", "compiler", "translator"]


def test_a_venue_is_the_container_only_where_it_is_not_the_place_of_an_event() -> None:
    held = _entry("title = {x}, eventtitle = {Lights 2022}, venue = {Lagos}", "inproceedings")
    assert (held.container_title.to_plain(), held.event_place) == ("", "Lagos")
    named = _entry("title = {x}, venue = {Proceedings of Lights}", "inproceedings")
    assert named.container_title.to_plain() == "Proceedings of Lights"


def test_an_abstract_may_name_its_language_or_its_tag() -> None:
    entry = _entry("title = {x}, abstract_ngerman = {Zwei}, abstract_pt-BR = {Dois}, abstract_short = {No language}")
    assert [abstract.language for abstract in entry.abstracts] == ["de", "pt-BR"]
    assert entry.extra == {"abstract_short": "No language"}


def test_relatedtype_says_how_entries_stand_to_each_other() -> None:
    kinds = {
        "erratumof": "erratum_of", "retractionof": "retraction_of", "translationof": "translation_of",
        "translationas": "has_translation", "origpubin": "version_of", "multivolume": "has_part", "other": "related",
    }  # fmt: skip
    for word, kind in kinds.items():
        (relation,) = _entry(f"title = {{x}}, related = {{b}}, relatedtype = {{{word}}}").relations
        assert (relation.kind, relation.id) == (kind, "b")


def test_an_abstract_may_stand_in_several_languages() -> None:
    entry = _entry("title = {x}, abstract_de = {Zwei}, abstract = {One}")
    assert sorted((abstract.language, abstract.text.to_plain()) for abstract in entry.abstracts) == [
        ("", "One"),
        ("de", "Zwei"),
    ]


def test_relations_name_other_entries_by_their_keys() -> None:
    entry = _entry("title = {x}, related = {b,c}, relatedtype = {reviewof}, preprint_of = {d}, xref = {e}")
    assert set(entry.relations) == {
        Relation("review_of", "b"),
        Relation("review_of", "c"),
        Relation("preprint_of", "d"),
        Relation("part_of", "e"),
    }


def test_a_retraction_is_known_by_its_title() -> None:
    assert _entry("title = {RETRACTED: One}").status == "retracted"
    assert _entry("title = {Retracted papers and their readers}").status == ""


def test_latex_that_is_not_known_keeps_its_words_and_is_said() -> None:
    assert _entry("title = {A \\elnino{b}}").title.to_plain() == "A b"
    assert _codes("title = {A \\elnino{b}}") == ["unknown-command"]


def test_dates_other_than_that_of_issue_have_their_own_place() -> None:
    entry = _entry("title = {x}, urldate = {2020-01-02}, origdate = {1900}, eventdate = {2019-05-01/2019-05-03}")
    assert (entry.accessed, entry.original_date) == (Date(Day(2020, 1, 2)), Date(Day(1900)))
    assert entry.event_date == Date(Day(2019, 5, 1), Day(2019, 5, 3))


def test_fields_that_shadow_attributes_are_only_text() -> None:
    entry = _entry("title = {x}, id = {evil}, __class__ = {y}, place = {z}, source_type = {w}, known = {v}")
    assert (entry.id, entry.source_type, entry.place.line) == ("key", "article", 1)


@pytest.mark.parametrize("value", ["\\url{}", "\\url{ }", "\\url", "{}", ";", "\\href{}{x}", "www.", "http://"])
@pytest.mark.parametrize("name", ["url", "howpublished", "pdf", "file", "eprint", "doi", "note"])
def test_an_address_that_is_not_there_is_no_link(name: str, value: str) -> None:
    assert _entry(f"title = {{x}}, {name} = {{{value}}}").links == ()


def test_a_number_of_citations_is_no_work_that_cites() -> None:
    entry = _entry("title = {x}, cited_by = {10000}")
    assert entry.relations == ()
    assert entry.extra == {"cited_by": "10000"}


def test_a_string_keeps_the_blanks_at_its_edges_where_it_is_joined_to_others() -> None:
    reading = _read(
        '@string{a = "Roe, Al"}@string{and = " and  "}@book{k, title = {x}, author = a # and # "Doe, Jane"}'
    )
    assert [name.family for name in reading.entries[0].authors] == ["Roe", "Doe"]
