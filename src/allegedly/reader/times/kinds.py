"""The kind of every word and phrase of the tables, and names for several kinds."""

from __future__ import annotations

import re

from . import holidays, tables

TOKEN = re.compile(
    r"(?P<dotted>(?<![^\W\d_])(?:[apb]\.\s?[mcd]|c\.\s?e)\b(?:\.\s?e\b)?\.?)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?=\d)(?<!\d)(?:(?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?(?!\d))"
    r"|(?P<dated>\d{4}[/.-]\d{1,2}[/.-]\d\d(?![\d.])|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?![\d.]\d)"
    r"|\d{1,2}/\d{1,2}/\d\d(?!\d))"
    r"|(?P<clock>\d{1,2}[:.]\d\d(?::\d\d)?(?=\s?(?:[ap]\.?m\b))"
    r"|\d{1,2}:\d\d(?::\d\d)?(?!\d|\.\d)))"
    r"|(?P<number>\d+(?:,\d{3})+|\d+\.\d+|\d+)"
    r"|(?P<mark>[^\w\s])",
    re.IGNORECASE,
)

_PLAIN = (
    "THE A OF IN AND OR TO DASH COMMA DOT APOSTROPHE S SLASH OLD COUPLE HALF FISCAL Q H EVERY PER "
    "TIMES ALT TWICE PERIOD HOURS MORE SEASON PART REPEATING MOD LAST NEXT THIS THAT THEN "
    "SEVERAL ZONE BACK ON MONTH WEEKDAY ORDINAL DECADE NAMED UNITS UNIT SECOND AMPM ERA HOLIDAY "
    "LONG LATTER OCLOCK ISO DATED CLOCK FRACTION MILITARY SMALL MIDDLE LARGE TENS HUNDREDS YEAR "
    "REF OTHER"
)
KINDS = frozenset(_PLAIN.split())
#: Names for several kinds, as patterns use them.
CLASSES: dict[str, tuple[str, ...]] = {
    "DAYNUM": ("SMALL", "MIDDLE", "LARGE"),
    "HOUR": ("SMALL", "MIDDLE"),
    "NUM": ("SMALL", "MIDDLE", "LARGE", "TENS", "HUNDREDS", "YEAR", "FRACTION"),
    "COUNT": ("SMALL", "MIDDLE", "LARGE", "TENS", "HUNDREDS", "FRACTION"),
    "SHORT": ("SMALL", "MIDDLE", "LARGE", "TENS"),
    "ORD": ("ORDINAL", "SECOND"),
    "POINTER": ("LAST", "NEXT", "THIS", "THAT"),
    "ANYUNIT": ("UNIT", "UNITS", "SECOND"),
    "ADJ": ("OTHER", "MORE", "REF"),
}
#: Kind, number and TIMEX3 value (or the word itself) of a word.
Entry = tuple[str, float, str]
OTHER: Entry = ("OTHER", 0.0, "")


def key_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase, as the text is cut into words."""
    return tuple(m.group().lower() for m in TOKEN.finditer(phrase))


def _words() -> dict[str, Entry]:
    kinds: dict[str, Entry] = {}
    for kind, texts in tables.FUNCTION_WORDS.items():
        kinds |= {text: (kind, 0.0, text) for text in texts.split()}
    valued = {
        "SEASON": tables.SEASONS,
        "PART": tables.DAY_PARTS,
        "REPEATING": tables.REPEATING,
        "MOD": tables.MODIFIERS,
    }
    for kind, table in valued.items():
        kinds |= {text: (kind, 0.0, value) for text, value in table.items()}
    for kind, texts_of in {
        "LAST": tables.LAST,
        "NEXT": tables.NEXT,
        "THIS": tables.THIS,
        "THAT": tables.THAT,
        "SEVERAL": tables.INDEFINITE,
        "ZONE": tables.ZONES,
        "BACK": tables.BACKWARD,
        "ON": tables.FORWARD,
    }.items():
        kinds |= {text: (kind, 0.0, text) for text in texts_of}
    for kind, numbered in {
        "MONTH": tables.MONTHS,
        "WEEKDAY": tables.WEEKDAYS,
        "NUMERAL": tables.NUMBERS,
        "MULTIPLIER": tables.MULTIPLIERS,
        "ORDINAL": tables.ORDINALS,
        "DECADE": tables.DECADES,
    }.items():
        kinds |= {text: (kind, float(number), text) for text, number in numbered.items()}
    for text, (offset, part) in tables.NAMED_DAYS.items():
        kinds[text] = ("NAMED", float(offset), part)
    for text, unit in tables.UNITS.items():
        kinds[text] = ("UNITS" if text in tables.PLURALS else "UNIT", 0.0, unit)
    kinds["second"] = ("SECOND", 2.0, "second")
    kinds |= {text: ("HOLIDAY", 0.0, text) for text in holidays.NAMES if text.isalpha()}
    return {text: ("REF", 0.0, text) for text in tables.POINTING} | kinds


def _phrases() -> dict[tuple[str, ...], tuple[str, str]]:
    table = {text: ("HOLIDAY", text) for text in holidays.NAMES}
    table |= {text: ("MOD", value) for text, value in tables.MODIFIERS.items()}
    table |= {"o'clock": ("OCLOCK", ""), "from now": ("ON", "now")}
    keyed = {key_of(text): entry for text, entry in table.items()}
    return {key: entry for key, entry in keyed.items() if len(key) > 1}


def _lengths() -> dict[str, list[int]]:
    """By their first word, how many words the phrases have, the longest first."""
    found: dict[str, list[int]] = {}
    for key in sorted(PHRASES, key=len, reverse=True):
        sizes = found.setdefault(key[0], [])
        if len(key) not in sizes:
            sizes.append(len(key))
    return found


WORDS = _words()
PHRASES = _phrases()
LENGTHS = _lengths()
REFERENCES = {
    key_of(phrase): name
    for name, phrases in tables.REFERENCES.items()
    for phrase in phrases.split(",")
}
