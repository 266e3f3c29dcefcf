"""What the patterns of time expressions say: one function a pattern writes it into the frame."""

from __future__ import annotations

from . import tables
from .frames import Amount, Frame, Pointer
from .kinds import CLASSES
from .numerals import clock_of, day_of_numbers, half_hours
from .words import Word


def _of(words: list[Word], *kinds: str) -> list[Word]:
    wanted = {k for kind in kinds for k in CLASSES.get(kind, (kind,))}
    return [w for w in words if w.kind in wanted]


def skip(frame: Frame, words: list[Word]) -> None:
    """Words that only hold others together."""


# The calendar.


def iso(frame: Frame, words: list[Word]) -> None:
    """2021-02-03, with a clock time or without."""
    text = words[0].text
    frame.year, frame.month, frame.day = int(text[:4]), int(text[5:7]), int(text[8:10])
    frame.clock = "T" + text[11:16] if len(text) > 10 else ""


def dated(frame: Frame, words: list[Word]) -> None:
    """02/13/98."""
    found = day_of_numbers(words[0].text)
    if found:
        frame.year, frame.month, frame.day = found


def month(frame: Frame, words: list[Word]) -> None:
    """May, 3 May, May 3, and years of three digits after them."""
    frame.month = int(_of(words, "MONTH")[0].number)
    for day in _of(words, "DAYNUM", "ORD")[:1]:
        if day.number <= 31:
            frame.day = int(day.number)
    for year in _of(words, "HUNDREDS"):
        frame.year = int(year.number)


def year(frame: Frame, words: list[Word]) -> None:
    """1998, 480 BC, 1939-45."""
    year, *more = _of(words, "NUM", "MILITARY")
    before = any(w.value.startswith("b") for w in _of(words, "ERA"))
    frame.year = -int(year.number) if before else int(year.number)
    if more:
        last = int(more[0].number)
        frame.last_year = last if last > 99 else frame.year // 100 * 100 + last


def short_year(frame: Frame, words: list[Word]) -> None:
    """'82, and '70s."""
    number = int(_of(words, "SHORT")[0].number)
    if any(w.kind == "S" for w in words):
        frame.short_decade = number
    else:
        frame.short_year = number


def decade(frame: Frame, words: list[Word]) -> None:
    """The 1980s, the nineties."""
    for word in words:
        if word.kind == "DECADE":
            frame.short_decade = int(word.number) * 10
        elif word.kind in ("YEAR", "HUNDREDS"):
            frame.decade = int(word.number)
        elif word.kind == "ERA" and frame.decade and word.value.startswith("b"):
            frame.decade = -frame.decade


def century(frame: Frame, words: list[Word]) -> None:
    """The 21st century."""
    number = int(_of(words, "ORD")[0].number)
    before = any(w.value.startswith("b") for w in _of(words, "ERA"))
    frame.century = -(number * 100 - 1) if before else (number - 1) * 100


def quarter(frame: Frame, words: list[Word]) -> None:
    """Q3."""
    number = int(_of(words, "ORD", "SMALL")[0].number)
    if 1 <= number <= 4:
        frame.quarter = number


def half(frame: Frame, words: list[Word]) -> None:
    """H2, the first half."""
    numbers = _of(words, "ORD", "SMALL")
    frame.half = int(numbers[0].number) if numbers else 2
    if frame.half not in (1, 2):
        frame.half = None


def season(frame: Frame, words: list[Word]) -> None:
    """Summer."""
    frame.season = ("SP", "SU", "FA", "WI").index(words[0].value) + 1
    frame.plural |= words[0].text.endswith("s")


def weekday(frame: Frame, words: list[Word]) -> None:
    """Friday, Fridays."""
    frame.weekday = int(words[0].number)
    frame.plural |= words[0].text.endswith("days")


def named_day(frame: Frame, words: list[Word]) -> None:
    """Today, tonight."""
    frame.named_day = int(words[0].number)
    frame.part = frame.part or words[0].value


def holiday(frame: Frame, words: list[Word]) -> None:
    """Christmas Eve."""
    frame.holiday = words[0].value


def nth(frame: Frame, words: list[Word]) -> None:
    """The second week, the eighth day."""
    unit = _of(words, "ANYUNIT")[-1]
    if unit.value == "century":
        century(frame, words)
    else:
        frame.count = int(_of(words, "ORD")[0].number), unit.value


def day_number(frame: Frame, words: list[Word]) -> None:
    """The 25th."""
    number = _of(words, "DAYNUM", "ORD")[0]
    if number.number <= 31:
        frame.day = int(number.number)


def bare(frame: Frame, words: list[Word]) -> None:
    """A number that only its neighbours explain."""
    if words[0].number == int(words[0].number):
        frame.bare = int(words[0].number)


# Within the day.


def clock(frame: Frame, words: list[Word]) -> None:
    """10 p.m., 16:08 UTC."""
    frame.clock = clock_of(words) or frame.clock


def part(frame: Frame, words: list[Word]) -> None:
    """Night, the early morning hours."""
    frame.part = words[0].value
    frame.plural |= words[0].text.endswith("s")


def the_part(frame: Frame, words: list[Word]) -> None:
    """That night."""
    part(frame, words[1:])
    frame.pointers.append(Pointer("that" if words[0].kind == "THAT" else "the", ""))


# From here to there.


def _pointer_word(words: list[Word]) -> Pointer | None:
    """The pointer of "this past …", "the following …", "that same …"."""
    unit = _of(words, "ANYUNIT", "PERIOD")
    named = unit[-1].value if unit else ""
    texts = [w.text for w in words if w.kind in CLASSES["POINTER"]]
    if not texts:
        return Pointer("the", named)
    # In "this coming week" and "that same day" the last word decides.
    text, the = texts[-1], words[0].kind == "THE"
    if text == "latest":
        return Pointer("latest", named, the)
    if text in tables.THAT:
        return Pointer("that", named, the)
    if text in tables.LAST:
        return Pointer("previous" if text in tables.IN_STORY else "last", named, the)
    if text in tables.NEXT:
        return Pointer("following" if text in tables.IN_STORY else "next", named, the)
    return Pointer("this", named, the)


def pointer(frame: Frame, words: list[Word]) -> None:
    """Last week, that year."""
    pointer = _pointer_word(words)
    if pointer:
        frame.pointers.append(pointer)


def then(frame: Frame, words: list[Word]) -> None:
    """Then: the date before."""
    frame.pointers.append(Pointer("that", ""))


def period(frame: Frame, words: list[Word]) -> None:
    """The period: whatever the accounts are of."""
    frame.of_period = True


def pointed_amount(frame: Frame, words: list[Word]) -> None:
    """The past three months, the next few days, the four previous weeks."""
    amount(frame, words)
    pointer = _pointer_word([w for w in words if w.kind not in CLASSES["ANYUNIT"]])
    if pointer and pointer.word != "the":
        frame.pointers.append(pointer)


def amount(frame: Frame, words: list[Word]) -> None:
    """Three years, a couple of months, two and a half hours."""
    unit = _of(words, "ANYUNIT")[-1].value
    number: float | None = None
    numbers = _of(words, "NUM")
    if numbers:
        number = numbers[0].number
    elif _of(words, "COUPLE"):
        number = 2
    elif not _of(words, "SEVERAL") and words[-1].kind != "UNITS":
        number = 1
    halves = _of(words, "HALF")
    if halves:
        number = half_hours(number, bool(_of(words, "AND")))
    frame.amounts.append(Amount(number, unit))


def amount_ago(frame: Frame, words: list[Word]) -> None:
    """Year-ago, year-earlier."""
    frame.amounts.append(Amount(1, _of(words, "ANYUNIT")[-1].value))
    direct(frame, words[-1:])


def direct(frame: Frame, words: list[Word]) -> None:
    """Ago, earlier, later."""
    word = words[-1]
    if not frame.amounts:
        frame.mod = frame.mod or tables.MODIFIERS.get(word.text)
    elif word.kind == "ON":
        frame.direction = "from now" if word.value in ("now", "hence") else "later"
    else:
        frame.direction = "ago" if word.text == "ago" else "earlier"


# Again and again.


def repeating(frame: Frame, words: list[Word]) -> None:
    """Daily."""
    frame.period = words[0].value


def every(frame: Frame, words: list[Word]) -> None:
    """Every Friday, twice a week."""
    frame.every = True
    unit = _of(words, "ANYUNIT")
    if not unit:
        return
    number = 2.0 if _of(words, "ALT") else 1.0
    if not _of(words, "TIMES"):
        for word in _of(words, "NUM", "ORDINAL"):
            number = word.number
    frame.amounts.append(Amount(number, unit[-1].value))


# Around it.


def mod(frame: Frame, words: list[Word]) -> None:
    """Early, about, at least."""
    frame.mod = frame.mod or words[0].value


def end_of(frame: Frame, words: list[Word]) -> None:
    """Year-end, month's end."""
    frame.pointers.append(Pointer("the", words[0].value))
    frame.mod = frame.mod or words[-1].value
