"""Time expressions that need no context to be recognised.

Used to mend what the tagger found and to add what it missed, and as the plain
rule-based reader to compare with. Patterns are tried over the kinds of words of
the whole text, so the time it takes grows with the length of the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...records import Span
from ...records.reading import TimeType
from ..lexicon import word_set
from .frames import Frame
from .grammar import compile_pattern, frame_of, kinds_of
from .words import Word, words_of

#: What may be said about a date before it: "early", "the end of", "mid-".
_MOD = "((THE? MOD OF | THE? MOD IN? | MOD DASH) )?"
_DAY = "(WEEKDAY DOT? COMMA?)?"
_YEAR = "(COMMA? OF? YEAR)?"
_CLOCK = "((CLOCK AMPM? | HOUR DASH? AMPM | HOUR OCLOCK) ZONE? COMMA? OF?)"
_UNIT = "(UNIT|UNITS)"

#: Patterns of explicit expressions, longest kinds first.
_EXPLICIT = (
    "ISO",
    "DATED",
    f"{_CLOCK}? (THE? PART OF)? {_DAY} THE? (DAYNUM|ORD) OF? MONTH DOT? {_YEAR}",
    f"{_CLOCK}? (THE? PART OF)? {_DAY} MONTH DOT? (DAYNUM|ORD)(?!AMPM|{_UNIT}) {_YEAR}",
    f"{_MOD} MONTH DOT? COMMA? OF? (YEAR | (THE|THAT|THIS|LAST|NEXT)+ UNIT)",
    f"{_MOD} THE? SEASON OF? (YEAR | (THE|THAT|THIS|LAST|NEXT)+ UNIT)",
    f"THE? {_MOD} YEAR APOSTROPHE? S(?!OTHER)",
    "THE APOSTROPHE SHORT APOSTROPHE? S",
    f"{_CLOCK}? (LAST|NEXT|THIS|THAT)? WEEKDAY PART?",
    f"{_CLOCK} (NAMED|THE? LAST PART)?",
    f"{_MOD} NAMED PART?",
    "(BACK|ON) (NAMED|WEEKDAY|THIS (UNIT|PART))",
    "(CLOCK|MILITARY) ZONE",
    "HOLIDAY YEAR?",
    f"THE? (LAST|NEXT)+ MOD? (NUM|SEVERAL|COUPLE OF?) ADJ? {_UNIT}",
    f"THE? {_MOD} (THIS|THAT)? (LAST|NEXT|THIS|THAT)+ (UNIT|MONTH|SEASON|PART|WEEKDAY PART?)",
    "MONTH (LAST|THIS|NEXT|THAT)+ UNIT",
    f"(A|NUM|SEVERAL|A SEVERAL|A COUPLE OF) OTHER? {_UNIT} BACK",
    f"(NUM|SEVERAL|A SEVERAL|A COUPLE OF) {_UNIT} ON",
    f"EVERY (WEEKDAY|MONTH|SEASON|PART|ALT? {_UNIT})",
    "(TWICE|NUM TIMES) (A|PER) UNIT",
    "THE? (LAST|THIS|NEXT)? ORD DASH? UNIT OF (THE|THIS|LAST|NEXT)? (YEAR|UNIT)",
    "Q SMALL YEAR?",
    f"MOD YEAR(?!{_UNIT})",
    "MOD DASH (YEAR|MONTH|WEEKDAY)",
    "MOD MONTH",
    "THE? MOD OF (MONTH|YEAR|(THE|THIS|LAST|NEXT) UNIT)",
    f"(COUNT|SEVERAL) (AND A HALF)? DASH? {_UNIT}(?!DASH OLD|OLD)",
    f"A (SEVERAL|COUPLE OF) {_UNIT}",
    f"YEAR(?!{_UNIT}|DASH|APOSTROPHE)",
    "(HUNDREDS|YEAR|TENS) DOT? ERA",
    "THE? (THIS|LAST|NEXT)? FISCAL? DASH? ORD DASH? UNIT",
    "MONTH",
    "WEEKDAY",
)  # fmt: skip
#: Words and phrases that nearly always are times, though no dates.
_COMMON = (
    "REF UNITS?",
    "REPEATING",
    "THE? UNIT DASH BACK (UNIT|PERIOD)?",
    "THE UNIT",
)
#: Units that a definite "the" makes a time by itself.
_DEFINITE = word_set("quarter weekend")

#: Kinds that begin none of them; most words are of these.
_NEVER_FIRST = "(?!OTHER|DOT|COMMA|OF|IN|AND|OR|TO|DASH|S|PER|TIMES|MORE|APOSTROPHE)"
_DATES = compile_pattern(_NEVER_FIRST + "(?:" + "|".join(_EXPLICIT) + ")")
_ALL = compile_pattern(_NEVER_FIRST + "(?:" + "|".join((*_EXPLICIT, *_COMMON)) + ")")

_NEVER_LAST = ("COMMA", "OF", "DOT")
#: Words that tie an amount to an event; TimeML leaves them outside.
_SIGNALS = ("before", "after")
#: Words before a bare year, or a name that may be a month, that make it one.
_INTRODUCES = word_set(
    "in since by until till of from during before after through early late mid last next this "
    "between throughout"
)
_BEFORE_YEARS = _INTRODUCES | word_set("fiscal around circa the ( past")
_BEFORE_CLOCKS = word_set("at by until till around about from to before after")
#: Months that are also other words, or names.
_AMBIGUOUS = word_set("may march august april june")
_SHORTENED = word_set("mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep")
#: A word after a weekday or a month that makes them part of a title or a name.
_TITLE = re.compile(r"\s(?:[A-Z][a-z]+)")
#: Comparisons that make a number of a year: "more than 1000".
_COMPARING = word_set("MORE_THAN LESS_THAN EQUAL_OR_MORE EQUAL_OR_LESS")
#: A form of address or a given name before what looks like a day: Man Friday.
_NAME_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Man|Girl|Sir|Lady)\.?\s$")
#: Years a bare number is taken for.
_YEARS = range(1500, 2100)


def find_times(text: str, *, dates: bool = False) -> tuple[tuple[Span, TimeType], ...]:
    """Explicit time expressions of ``text`` with their types, in order, none overlapping.

    With ``dates``, only those that a calendar or a clock knows; else also common
    ones such as "now", "daily" and "the quarter".
    """
    return candidates(text)[0 if dates else 1]


def candidates(text: str) -> tuple[tuple[tuple[Span, TimeType], ...], ...]:
    """What `find_times` finds with ``dates`` and without."""
    words = words_of(text)
    kinds = kinds_of(words)
    return tuple(tuple(_found(text, words, p.finditer(kinds))) for p in (_DATES, _ALL))


def _found(
    text: str, words: list[Word], matches: Iterable[re.Match[str]]
) -> Iterator[tuple[Span, TimeType]]:
    for match in matches:
        inside = words[match.start() : match.end()]
        while inside and (inside[-1].kind in _NEVER_LAST or inside[-1].text in _SIGNALS):
            inside.pop()
        before = words[match.start() - 1] if match.start() else None
        if inside and _plausible(text, inside, before):
            yield Span(inside[0].start, inside[-1].end), type_of(frame_of(inside))


def type_of(frame: Frame) -> TimeType:
    """The TIMEX3 type that a frame has by itself."""
    if frame.every or frame.period:
        return "SET"
    if frame.amounts and frame.direction is None:
        return "DURATION"
    return "TIME" if frame.timed else "DATE"


def _plausible(text: str, words: list[Word], before: Word | None) -> bool:
    """Whether the words are a time: capitals where names have them, and no titles."""
    named = [w for w in words if w.kind in ("MONTH", "WEEKDAY")]
    if not all(text[w.start].isupper() for w in named):
        return False
    if named and _NAME_BEFORE.search(text, max(0, words[0].start - 6), words[0].start):
        return False
    if named and words[-1].kind == "PART" and words[-1].text.title() == _at(text, words[-1]):
        # "Friday Night Lights" is watched, not lived through.
        return False
    numbers = any(w.kind in ("SMALL", "MIDDLE", "LARGE", "YEAR") for w in words)
    if named and not numbers and any(w.text in _SHORTENED for w in named):
        return False
    kinds = [w.kind for w in words]
    if kinds == ["REPEATING"]:
        return words[0].text.endswith("ly")
    if kinds == ["THE", "UNIT"]:
        return words[1].value in _DEFINITE
    if kinds[-1] == "UNIT" and "ORDINAL" in kinds and len(words) < 5 and "OF" not in kinds:
        return words[-1].value in ("quarter", "century")
    if kinds in (["MOD", "YEAR"], ["YEAR"]):
        return _is_year(words, before)
    return len(words) > 1 or _alone(text, words[0], before)


def _at(text: str, word: Word) -> str:
    return text[word.start : word.end]


def _is_year(words: list[Word], before: Word | None) -> bool:
    """Whether a number is a year: "in 1998", "late 1998", not "more than 1998"."""
    year = words[-1]
    introduced = len(words) > 1 or (before is not None and before.text in _BEFORE_YEARS)
    known = year.text.isdigit() and int(year.number) in _YEARS
    return introduced and known and words[0].value not in _COMPARING


def _alone(text: str, word: Word, before: Word | None) -> bool:
    """Whether a single word is a time where it stands."""
    if word.kind == "CLOCK":
        return before is not None and before.text in _BEFORE_CLOCKS
    if word.kind in ("MONTH", "WEEKDAY"):
        introduced = before is not None and before.text in _INTRODUCES
        if word.text in _AMBIGUOUS:
            return introduced
        return introduced or not _TITLE.match(text, word.end)
    return True
