"""Quantities in a text: figures in digits and in words, with what they are of.

One pass over the words of a text, in time linear in its length; the tables are in
`value_words`. What is a date is left to the reader's times (`skip`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ...records import Span
from ..words import term
from . import quantity_words as words

Precision = Literal["exact", "about", "over", "under"]
_TOKEN = re.compile(
    r"US\$|[£$€¥₹%]|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_+"
)
_DASHES = frozenset("-–—")
_BETWEEN = frozenset(("to", "and", "or", "-", "–"))
_CLOSING = frozenset('.,;:!?)”"')
#: How many words behind a figure the noun it counts may stand.
_REACH = 4
#: How many words before a figure its toll may stand.
_TOLL_REACH = 16
_QUOTES = frozenset("'’“”\"")
#: Ages that people reach.
_OLDEST = 115
#: What "about" leaves room for, as a share of the figure; what the last digits leave.
ABOUT, ROUNDED = 0.15, 0.005


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure and what it is of.

    ``span`` is the figure with its unit and the words that say how exact it is
    ("somewhere around £14 million"). ``low`` and ``high`` are what it says, equal unless
    it is a range; ``precision`` how it is meant. ``unit`` is a currency (ISO 4217),
    ``percent``, ``age`` (years), ``votes`` (``low`` for, ``against`` against) or
    ``count``; ``noun`` is the counted noun, in the singular, at ``counted``. ``per``
    makes it a rate ("day").
    """

    span: Span
    low: float
    high: float
    unit: str
    precision: Precision = "exact"
    noun: str | None = None
    counted: Span | None = None
    per: str | None = None
    against: float | None = None

    @property
    def money(self) -> bool:
        """Whether it is a sum of money."""
        return self.unit.isupper()

    def bounds(self) -> tuple[float, float]:
        """The least and the greatest value that the words leave room for."""
        if self.precision == "over":
            return self.low * (1 - ROUNDED), float("inf")
        if self.precision == "under":
            return float("-inf"), self.high * (1 + ROUNDED)
        room = ABOUT if self.precision == "about" else ROUNDED
        if self.unit in ("age", "votes") or (self.unit == "count" and self.precision == "exact"):
            room = 0.0 if self.precision == "exact" else room
        return self.low * (1 - room), self.high * (1 + room)

    def agrees(self, other: Quantity) -> bool:
        """Whether both may be the same figure: their bounds meet."""
        if self.unit == "votes":
            return (self.low, self.against) == (other.low, other.against)
        low, high = self.bounds()
        least, most = other.bounds()
        return low <= most and least <= high


class _Word(NamedTuple):
    form: str
    start: int
    end: int


class _Number(NamedTuple):
    """A figure at words ``first`` to ``last``, inclusive."""

    value: float
    first: int
    last: int
    unit: str | None
    scaled: bool


def find_quantities(
    text: str, skip: Sequence[Span] = (), start: int = 0, end: int | None = None
) -> tuple[Quantity, ...]:
    """The quantities of ``text[start:end]`` in order, outside the spans of ``skip``."""
    found = [
        _Word(m.group().lower().replace("’", "'"), m.start(), m.end())
        for m in _TOKEN.finditer(text, start, len(text) if end is None else end)
    ]
    return tuple(_Reader(found, skip, "£" in text).quantities())


def _noun_of(form: str, toll: bool) -> str:
    """The noun of a counted word, in the singular; what a toll counts."""
    if toll:
        return (words.TOLL_VERBS | words.TOLL_NOUNS)[form]
    return words.PLURALS.get(form) or term(form)


class _Reader:
    """Reads the words of a text from left to right."""

    def __init__(self, found: Sequence[_Word], skip: Sequence[Span], sterling: bool) -> None:
        self._words = found
        self._sterling = sterling
        self._skip = sorted(skip)
        self._starts = [one.start for one in self._skip]

    def quantities(self) -> Iterator[Quantity]:
        k = 0
        while k < len(self._words):
            number = self._number(k)
            if number is None:
                k += 1
                continue
            k = number.last + 1
            if self._skipped(number):
                continue
            found, k = self._quantity(number)
            if found is not None:
                yield found

    def _form(self, k: int) -> str:
        return self._words[k].form if 0 <= k < len(self._words) else ""

    def _skipped(self, number: _Number) -> bool:
        at = self._words[number.first].start
        n = bisect_right(self._starts, at) - 1
        return n >= 0 and at < self._skip[n].end

    def _number(self, k: int) -> _Number | None:
        """The figure that begins at word ``k``."""
        sign = words.SIGNS.get(self._words[k].form.upper())
        at = k + 1 if sign else k
        form = self._form(at)
        if form[:1].isdecimal():
            value, last = float(form.replace(",", "")), at
        elif sign is None and (spelled := self._spelled(at)) is not None:
            value, last = spelled
        else:
            return None
        suffix = self._form(last + 1)
        glued = last + 1 < len(self._words) and (
            self._words[last + 1].start == self._words[last].end
        )
        scaled = False
        if glued and suffix in words.SUFFIXES and form[:1].isdecimal():
            if sign is None and suffix in ("m", "b", "mn"):
                return None
            value, last, scaled = value * words.SUFFIXES[suffix], last + 1, True
        elif glued and suffix.isalpha() and form[:1].isdecimal() and suffix != "s":
            return None  # "7th", "318p", "7.08pm"
        while (scale := words.SCALES.get(self._form(last + 1))) is not None:
            value, last, scaled = value * scale, last + 1, True
        unit = sign
        after = self._form(last + 1)
        if unit is None and after in words.CURRENCIES and self._is_money(after):
            unit, last = words.CURRENCIES[after], last + 1
        elif unit is None and after in words.PERCENT:
            unit, last = "percent", last + 1
        elif unit is None and after == "per" and self._form(last + 2) == "cent":
            unit, last = "percent", last + 2
        return _Number(value, k, last, unit, scaled)

    def _is_money(self, form: str) -> bool:
        """Whether "pounds" are money: they are weights in a text that never writes £."""
        return form not in words.WEIGHTS or self._sterling

    def _spelled(self, k: int) -> tuple[float, int] | None:
        """A number in words: "twenty-four", "two hundred and six", "a dozen", "half a million"."""
        form, nothing = self._form(k), None
        if form in ("a", "an", "one"):
            scale = words.SCALES.get(self._form(k + 1))
            return (scale, k + 1) if scale else nothing
        if form == "half" and self._form(k + 1) == "a":
            scale = words.SCALES.get(self._form(k + 2))
            return (scale / 2, k + 2) if scale else nothing
        small = self._small(k)
        if small is None:
            return nothing
        value, last = small
        if self._form(last + 1) == "hundred":
            value, last = value * 100, last + 1
            rest = last + 2 if self._form(last + 1) == "and" else last + 1
            more = self._small(rest)
            if more is not None:
                value, last = value + more[0], more[1]
        return value, last

    def _small(self, k: int) -> tuple[float, int] | None:
        """A number in words below a hundred."""
        form = self._form(k)
        if form in words.TENS:
            joined = k + 2 if self._form(k + 1) in _DASHES else k + 1
            unit = words.UNITS.get(self._form(joined), 0.0)
            unit = unit or (1.0 if joined == k + 2 and self._form(joined) == "one" else 0.0)
            return (words.TENS[form] + unit, joined) if 0 < unit < 10 else (words.TENS[form], k)
        value = words.UNITS.get(form)
        return None if value is None or form == "one" else (value, k)

    def _quantity(self, number: _Number) -> tuple[Quantity | None, int]:
        """The quantity of a figure, a second figure included; the word to go on with."""
        first, last, unit = number.first, number.last, number.unit
        low = high = number.value
        against = None
        second = self._second(number)
        if second is not None:
            last, unit = second.last, unit or second.unit
            if second.value < low and unit is None:
                against = second.value
            else:
                low, high = self._range(number, second)
        noun = None if unit else self._noun(last)
        if second is not None and second.first > number.last + 2:
            noun = noun or self._noun(number.last)
        first, precision = self._precision(first)
        if self._form(last + 1) == "or" and self._form(last + 2) == "so":
            precision, last = "about", last + 2
        elif self._form(last + 1) == "+":
            precision, last = "over", last + 1
        if first > 0 and self._form(first - 1) == "between" and low != high:
            first -= 1
        age = self._age(number, noun) if unit is None and second is None else None
        if age is not None:
            last = max(last, age)
        kind = unit or ("age" if age is not None else "count")
        if against is not None and self._is_vote(number, first, noun):
            kind, noun = "votes", None
        else:
            against = None
        if kind == "age":
            noun = None
        told = self._toll(first) if kind == "count" and noun is None else None
        numbered = noun is None or self._form(first - 1) in words.NUMBERED
        if kind == "count" and told is None and numbered:
            return None, last + 1
        if low > high:
            return None, last + 1
        noun = told if told is not None else noun
        counted = self._words[noun] if noun is not None else None
        return (
            Quantity(
                span=Span(self._words[first].start, self._words[last].end),
                low=low,
                high=high,
                unit=kind,
                precision=precision,
                noun=_noun_of(counted.form, told is not None) if counted else None,
                counted=Span(counted.start, counted.end) if counted else None,
                per=self._rate(noun if noun is not None else last),
                against=against,
            ),
            max(last, noun if noun is not None else last) + 1,
        )

    def _toll(self, first: int) -> int | None:
        """The word before a bare figure that makes it a toll: "death toll climbs to seven"."""
        if self._form(first - 1) in words.TOLL_VERBS:
            return first - 1
        if self._form(first - 1) not in words.TOLL_LINKS:
            return None
        for k in range(first - 2, max(-1, first - 2 - _TOLL_REACH), -1):
            form = self._form(k)
            if form in words.TOLL_NOUNS and (form == "toll" or self._form(k - 1) == "of"):
                return k
            if not form[:1].isalnum() and form not in _QUOTES:
                return None
        return None

    def _is_vote(self, number: _Number, first: int, noun: int | None) -> bool:
        """Whether "24 to 9" counts votes: in digits, or with words that say so ("ten to six")."""
        if noun is not None:
            return self._form(noun).startswith("vote")
        return self._form(number.first)[:1].isdecimal() or self._form(first - 1) == "by"

    def _second(self, number: _Number) -> _Number | None:
        """The other end of "12 to 14", "between 12 and 14", "19 votes to 14"."""
        k = number.last + 1
        if self._form(k) in ("votes", "vote") and self._form(k + 1) == "to":
            k += 1
        link = self._form(k)
        if link not in _BETWEEN or k + 1 >= len(self._words):
            return None
        if link == "and" and "between" not in (
            self._form(number.first - 1),
            self._form(number.first - 2),
        ):
            return None
        found = self._number(k + 1)
        if found is None or (link == "or" and found.value <= number.value):
            return None
        if number.unit and found.unit and number.unit != found.unit:
            return None
        return found

    def _range(self, number: _Number, second: _Number) -> tuple[float, float]:
        """Both ends: "12 to 14 million" is said of millions twice."""
        low = number.value
        if second.scaled and not number.scaled and low < 1000:
            power = 1e12
            while power > 1 and second.value / power < 1:
                power /= 1000
            low *= power
        return low, second.value

    def _precision(self, first: int) -> tuple[int, Precision]:
        """Where the figure begins with the words that say how exact it is, and what they say."""
        for length in range(words.LONGEST, 0, -1):
            if first - length < 0:
                continue
            phrase = " ".join(self._form(k) for k in range(first - length, first))
            found = words.APPROXIMATE.get(phrase)
            if found and phrase != "from":
                more = words.APPROXIMATE.get(self._form(first - length - 1))
                start = first - length - 1 if more == "about" else first - length
                return start, found  # type: ignore[return-value]
        return first, "exact"

    def _noun(self, last: int) -> int | None:
        """The word that says what is counted: the first plural behind the figure."""
        if self._form(last + 1) in _DASHES:
            after = self._form(last + 2)
            return last + 2 if after.isalpha() and after not in words.UNITS else None
        for k in range(last + 1, min(last + 1 + _REACH, len(self._words))):
            form = self._form(k)
            if form in words.PLURALS:
                return k
            if not form[:1].isalpha() or form in words.BEFORE_NOUN_ENDS:
                return None
            if form in words.SINGULAR or not form.endswith("s") or form.endswith(("ss", "us")):
                continue
            if not form.endswith(("is", "'s")):
                return k
        return None

    def _age(self, number: _Number, noun: int | None) -> int | None:
        """The last word of an age: "37-year-old", "aged 54", "who is 79,", "(8)", ", 45,"."""
        if not 0 < number.value <= _OLDEST or number.scaled:
            return None
        after = [self._form(number.last + n) for n in (1, 2, 3, 4)]
        plain = [form for form in after if form not in _DASHES]
        if plain[:1] and plain[0] in ("year", "years") and plain[1:2] == ["old"]:
            return number.last + after.index("old") + 1
        before = self._form(number.first - 1)
        if noun is not None:
            return None
        ends = after[0] in _CLOSING or not after[0]
        beside = (before, after[0]) in ((",", ","), ("(", ")"))
        said = before == "aged" or (
            before in ("is", "was", "turns", "turned") and (ends or after[0] in ("and", "when"))
        )
        return number.last if beside or said else None

    def _rate(self, last: int) -> str | None:
        """ "day" of "a day", "per day" behind the figure."""
        if self._form(last + 1) in ("a", "an", "per", "every", "each"):
            form = self._form(last + 2)
            return form if form in words.RATES else None
        return None
