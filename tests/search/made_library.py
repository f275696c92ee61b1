"""A made-up library of any size: random titles and names, and a few works that a search must find among them."""

import random

ASKED = (
    ("mueller-towers", "Müller, Zoë", "Towers that lean the other way", "Acta Imaginaria", 1987, "statics"),
    ("sorensen-peaks", "Sørensen, Søren", "Peak acidity of imaginary lemons", "Lemon Letters", 1991, "acidity"),
    ("strasse-roads", "Weiß, Jörg", "Eine Straße ohne Ende", "Wege und Umwege", 1977, "roads"),
    ("lukasiewicz-signs", "Łukasiewicz, Jan", "A notation that needs no brackets", "Zeichen", 1929, "logic"),
    ("dokovic-sums", "Đoković, Dragomir", "Sums of four unlikely squares", "Quadrata", 1996, "number theory"),
    ("khayyam-cubes", "خیام, عمر", "رساله در جبر و مقابله", "مجلهٔ خیالی", 1979, "algebra"),
    ("kashani-circle", "كاشاني, جمشيد", "الرسالة المحيطية", "مجلة", 1971, "geometry"),
    ("artemisinin", "屠, 呦呦", "一种新型的倍半萜内酯——青蒿素", "科学通报", 1977, "antimalarials"),
    ("berg-fields", "van der Berg, Jan", "Fields of tulips under uncertain light", "Horticultura", 2003, "tulips"),
    ("oneill-ferry", "O'Neill, Maeve", "The ferryman's dilemma", "River Review", 2011, "ferries"),
    ("dalembert-string", "d'Alembert, Jean", "Recherches sur la corde vibrante", "Histoire", 1749, "strings"),
    ("erdos-graphs", "Erdős, Pál", "On graphs that almost no one draws", "Graphica", 1961, "random graphs"),
    ("optics", "Newton, Ida", "Opticks", "Books of Light", 1904, "light"),
    ("quantum-cats", "Schrödinger, Ernestine", "Quantum superposition of indoor cats", "Felis", 1935, "cats"),
    ("co-authors", "Smith-Jones, Ann", "Co-authorship among hermits", "Solitude Studies", 2015, "networks"),
    ("yildiz-stars", "Yıldız, Işıl", "İstanbul'da gece yıldızları", "Gökyüzü", 2008, "stars"),
    ("dvorak-keys", "Dvořák, Antonín", "Keyboards arranged for two violins", "Musica Ficta", 1998, "typing"),
    ("pushkin-onegin", "Пушкин, Александр", "Евгений Онегин и теория игр", "Вестник", 2001, "games"),
    ("seoul-hangul", "김, 민수", "한국어의 조사에 관한 연구", "국어학", 1999, "grammar"),
    ("tanaka-kana", "田中, 花子", "ひらがなの曲線について", "文字", 1993, "writing"),
)
"""Id, author, title, journal, year, keyword."""
DOIS = {"lancet-bracket": "10.5555/S0140-6736(97)11096-0", "plain-doi": "10.5555/imaginary.2001.17"}

_LISTS = """
Abel Bauer Costa Dahl Evans Fabre Greco Holm Ito Jansen Kato Lopez Marsh Nagy Olsen Park Quist Rossi Sato Tran Ueda Voss
Ada Bo Cleo Dan Eva Finn Gia Hugo Ivy Jon Kai Lea Max Nia Ola Pia Quinn Rosa Sam Tea Uma Vic Wes Xia Yan Zoe
bal cor dan fel gar hal jor kel lam mor nal pol ral sel tam vor wel zan bril crem drov flan glim stron
ation ics ity ology ment ance ism ular etic oid ium ess
of the and in on for with under beyond without a new old slow
"""
_FAMILIES, _GIVEN, _STEMS, _ENDS, _PLAIN = (line.split() for line in _LISTS.strip().splitlines())


def words(rng: random.Random) -> list[str]:
    """Some 3,400 made-up words."""
    return [a + b + c for a in _STEMS for b in _STEMS[:12] for c in rng.sample(_ENDS, 12)]


def bibtex(number: int, seed: int = 7) -> str:
    """So many entries as BibTeX, those a search is asked for among them."""
    rng = random.Random(seed)
    lexicon = words(rng)
    entries = [
        _entry(key, author, title, journal, year, keyword, DOIS.get(key, ""))
        for key, author, title, journal, year, keyword in ASKED
    ]
    entries += [
        _entry(key, "Doe, Jane", f"A work with the number {at}", "Acta Imaginaria", 1990 + at, "numbers", doi)
        for at, (key, doi) in enumerate(DOIS.items())
    ]
    for at in range(number - len(entries)):
        title = " ".join(rng.choice(lexicon if rng.random() < 0.6 else _PLAIN) for _ in range(rng.randint(4, 11)))
        authors = " and ".join(
            f"{rng.choice(_FAMILIES)}{rng.choice(_STEMS)}, {rng.choice(_GIVEN)}" for _ in range(rng.randint(1, 4))
        )
        journal = f"Journal of {lexicon[rng.randrange(60)].capitalize()}"
        year, keyword = 1960 + rng.randrange(65), lexicon[rng.randrange(40)]
        entries.append(_entry(f"made{at}", authors, title.capitalize(), journal, year, keyword, ""))
    rng.shuffle(entries)
    return "\n".join(entries)


def _entry(key: str, author: str, title: str, journal: str, year: int, keyword: str, doi: str) -> str:
    """One article."""
    number = f"  doi = {{{doi}}},\n" if doi else ""
    return (
        f"@article{{{key},\n  author = {{{author}}},\n  title = {{{{{title}}}}},\n  journal = {{{journal}}},\n"
        f"  year = {{{year}}},\n  keywords = {{{keyword}}},\n{number}}}\n"
    )
