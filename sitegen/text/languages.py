"""Languages: names and codes to BCP 47 tags."""

import re

LANGUAGES: dict[str, str] = {
    "english": "en", "american": "en-US", "usenglish": "en-US", "british": "en-GB", "ukenglish": "en-GB",
    "canadian": "en-CA", "australian": "en-AU", "newzealand": "en-NZ", "german": "de", "ngerman": "de",
    "deutsch": "de", "austrian": "de-AT", "naustrian": "de-AT", "swissgerman": "de-CH", "nswissgerman": "de-CH",
    "french": "fr", "francais": "fr", "français": "fr", "acadian": "fr-CA", "canadien": "fr-CA",
    "spanish": "es", "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt", "portuges": "pt",
    "português": "pt", "brazilian": "pt-BR", "brazil": "pt-BR", "dutch": "nl", "nederlands": "nl",
    "danish": "da", "norwegian": "no", "norsk": "nb", "bokmal": "nb", "nynorsk": "nn", "swedish": "sv",
    "svenska": "sv", "finnish": "fi", "icelandic": "is", "estonian": "et", "latvian": "lv", "lithuanian": "lt",
    "polish": "pl", "czech": "cs", "slovak": "sk", "slovene": "sl", "slovenian": "sl", "croatian": "hr",
    "serbian": "sr", "bosnian": "bs", "macedonian": "mk", "bulgarian": "bg", "romanian": "ro",
    "hungarian": "hu", "magyar": "hu", "greek": "el", "polutonikogreek": "el", "latin": "la", "russian": "ru",
    "ukrainian": "uk", "belarusian": "be", "turkish": "tr", "arabic": "ar", "persian": "fa", "farsi": "fa",
    "hebrew": "he", "urdu": "ur", "hindi": "hi", "bengali": "bn", "tamil": "ta", "thai": "th",
    "vietnamese": "vi", "indonesian": "id", "malay": "ms", "japanese": "ja", "chinese": "zh", "korean": "ko",
    "catalan": "ca", "basque": "eu", "galician": "gl", "irish": "ga", "welsh": "cy", "breton": "br",
    "albanian": "sq", "armenian": "hy", "georgian": "ka", "esperanto": "eo", "afrikaans": "af", "eng": "en",
    "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "spa": "es", "ita": "it", "por": "pt", "rus": "ru",
    "jpn": "ja", "chi": "zh", "zho": "zh", "per": "fa", "fas": "fa", "ara": "ar", "dut": "nl", "nld": "nl",
    "tur": "tr", "pol": "pl",
}  # fmt: skip
"""Babel's and people's names of languages, and ISO 639-2 codes: BCP 47 tags."""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
LONGEST = 200


def language_tag(name: str) -> str:
    """A language's BCP 47 tag; "" for a name that is not known.

    >>> language_tag("ngerman"), language_tag("en_US"), language_tag("English"), language_tag("Klingon?")
    ('de', 'en-US', 'en', '')
    """
    word = name.strip()[:LONGEST]
    known = LANGUAGES.get(word.lower())
    if known:
        return known
    if _TAG.fullmatch(word) and len(re.split("[-_]", word)[0]) == 2:
        first, *rest = word.replace("_", "-").split("-")
        return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])
    first_word = re.split(r"[\s,;/]+", word.lower())[0]
    return LANGUAGES.get(first_word, "")
