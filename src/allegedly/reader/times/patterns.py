"""The patterns of time expressions.

`RULES` pairs a pattern over kinds of words (see `kinds`) with the function of
`fills` that writes what it says into the frame. Order matters: the first that
fits wins. Marks are those of regular expressions; space only parts the kinds.
"""

from __future__ import annotations

from collections.abc import Callable

from . import fills
from .frames import Frame
from .words import Word

Fill = Callable[[Frame, list[Word]], None]

RULES: tuple[tuple[str, Fill], ...] = (
    ("ISO", fills.iso),
    ("DATED", fills.dated),
    ("CLOCK (IN THE PART|AMPM)? ZONE?", fills.clock),
    ("HOUR DASH? AMPM ZONE?", fills.clock),
    ("HOUR OCLOCK (IN THE PART|AMPM)?", fills.clock),
    ("HOUR IN THE PART", fills.clock),
    ("(MILITARY|YEAR) (ZONE|HOURS)", fills.clock),
    # Repetition, before the units it holds.
    ("EVERY (ALT|NUM|ORD)? ANYUNIT", fills.every),
    ("EVERY (?=WEEKDAY|MONTH|SEASON|PART|OTHER)", fills.every),
    ("(TWICE|NUM TIMES) (A|PER|EVERY) ANYUNIT", fills.every),
    ("PER ANYUNIT", fills.every),
    ("REPEATING", fills.repeating),
    # Days, months and years.
    ("THE? (DAYNUM|ORD) OF? MONTH DOT? OF? HUNDREDS(?!ANYUNIT)", fills.month),
    ("THE? (DAYNUM|ORD) OF? MONTH DOT?", fills.month),
    ("MONTH DOT? THE? (DAYNUM|ORD)(?!AMPM|OCLOCK|ANYUNIT)", fills.month),
    ("MONTH DOT? OF? HUNDREDS(?!ANYUNIT)", fills.month),
    ("MONTH DOT?", fills.month),
    ("THE? UNIT? (NUM DOT? ERA)", fills.year),
    ("(YEAR|HUNDREDS) APOSTROPHE? S ERA?", fills.decade),
    ("YEAR (DASH|SLASH) (YEAR|SHORT)(?!ANYUNIT|DASH ANYUNIT)", fills.year),
    ("YEAR(?!UNITS)", fills.year),
    ("APOSTROPHE SHORT (APOSTROPHE? S)?", fills.short_year),
    ("SHORT APOSTROPHE? S(?!OTHER)", fills.short_year),
    ("DECADE", fills.decade),
    ("WEEKDAY", fills.weekday),
    ("HOLIDAY", fills.holiday),
    ("NAMED", fills.named_day),
    ("SEASON", fills.season),
    ("(THE|THAT) PART UNITS?", fills.the_part),
    ("PART UNITS?", fills.part),
    ("THEN", fills.then),
    # Quarters and halves.
    ("Q SMALL", fills.quarter),
    ("H SMALL", fills.half),
    ("(THE|POINTER)* FISCAL? DASH? (ORD|LAST|LATTER) FISCAL? DASH? HALF", fills.half),
    ("THE? OTHER? (UNIT|UNITS)(?=YEAR)", fills.skip),
    # Amounts of time.
    ("THE? POINTER MOD? (NUM|SEVERAL|COUPLE OF?) ADJ? ANYUNIT", fills.pointed_amount),
    ("(NUM|SEVERAL) POINTER UNITS", fills.pointed_amount),
    ("THE? POINTER UNITS", fills.pointed_amount),
    ("THE? ORD (NUM|SEVERAL|COUPLE OF?) ANYUNIT", fills.pointed_amount),
    ("A? COUPLE OF? ADJ? UNITS", fills.amount),
    ("A? SEVERAL DASH? ADJ? (UNIT|UNITS)", fills.amount),
    ("NUM DASH? AND DASH? A? DASH? HALF DASH? ADJ? ANYUNIT", fills.amount),
    ("(A|NUM) ANYUNIT AND A HALF", fills.amount),
    ("HALF DASH? (A|OF A)? DASH? ANYUNIT", fills.amount),
    ("NUM (TO|OR|DASH|AND) NUM DASH? ADJ? ANYUNIT", fills.amount),
    ("YEAR UNITS", fills.amount),
    ("COUNT DASH? SECOND(?!DASH? UNIT)", fills.amount),
    ("COUNT DASH? (AND OTHER)? ADJ? ADJ? DASH? (UNIT|UNITS)", fills.amount),
    ("(THE|A)? OTHER? UNIT DASH? BACK", fills.amount_ago),
    ("(THE|POINTER)* FISCAL? ORD DASH? (UNIT|UNITS) (DOT? ERA)?", fills.nth),
    ("UNIT DASH LONG", fills.amount),
    ("UNIT (APOSTROPHE S)? DASH? MOD", fills.end_of),
    ("FISCAL UNIT", fills.pointer),
    ("THE? POINTER+ DASH? FISCAL? (UNIT|PERIOD)", fills.pointer),
    ("THE? POINTER+(?=FISCAL|MONTH|WEEKDAY|SEASON|PART|ORD|HOLIDAY|OTHER)", fills.pointer),
    ("A ADJ? ADJ? UNIT", fills.amount),
    ("THE ADJ? UNIT", fills.pointer),
    ("UNITS", fills.amount),
    ("UNIT", fills.pointer),
    ("PERIOD", fills.period),
    # How two of them hang together.
    ("BACK", fills.direct),
    ("ON", fills.direct),
    ("MOD", fills.mod),
    ("THE? ORD", fills.day_number),
    ("COUNT", fills.bare),
)  # fmt: skip
