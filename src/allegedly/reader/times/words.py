"""A time expression to words with their kinds: numbers joined, phrases found."""

from __future__ import annotations

import re
from typing import NamedTuple

from .kinds import LENGTHS, OTHER, PHRASES, REFERENCES, TOKEN, WORDS

_SPACE = re.compile(r"[\s.]")


class Word(NamedTuple):
    """One word (or number, or phrase) of an expression and what kind of word it is."""

    kind: str
    text: str
    start: int
    end: int
    number: float = 0.0
    value: str = ""


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of ``text[start:end]`` with their kinds, in order."""
    plain = [_plain(m) for m in TOKEN.finditer(text, start, len(text) if end is None else end)]
    return _numbers(_phrases(plain))


def _plain(match: re.Match[str]) -> Word:
    group = match.lastgroup
    text = match.group().lower()
    start, end = match.span()
    if group == "word":
        kind, number, value = WORDS.get(text, OTHER)
        return Word(kind, text, start, end, number, value)
    if group == "mark" and text in "’‘":
        text = "'"
    match group:
        case "iso" | "dated" | "clock":
            return Word(group.upper(), text, start, end)
        case "number":
            return Word("NUMBER", text, start, end, float(text.replace(",", "")))
        case "dotted":
            bare = _SPACE.sub("", text)
            kind = "AMPM" if bare[1:] == "m" else "ERA"
            return Word(kind, bare, start, end, value=bare)
    kind, number, value = WORDS.get(text, OTHER)
    return Word(kind, text, start, end, number, value)


def _phrases(words: list[Word]) -> list[Word]:
    """Words with the longest phrases of the tables joined."""
    found: list[Word] = []
    k = 0
    while k < len(words):
        for length in LENGTHS.get(words[k].text, ()):
            key = tuple(w.text for w in words[k : k + length])
            if len(key) == length and key in PHRASES:
                kind, value = PHRASES[key]
                found.append(
                    Word(kind, " ".join(key), words[k].start, words[k + length - 1].end, 0.0, value)
                )
                k += length
                break
        else:
            found.append(words[k])
            k += 1
    return found


def _numbers(words: list[Word]) -> list[Word]:
    """Words with numbers joined and sorted by what they can be."""
    found: list[Word] = []
    k = 0
    while k < len(words):
        if words[k].kind in ("NUMBER", "NUMERAL", "MULTIPLIER"):
            number, stop, spelled = _read_number(words, k)
        else:
            found.append(words[k])
            k += 1
            continue
        first, last = words[k], words[stop - 1]
        text = " ".join(w.text for w in words[k:stop])
        ordinal = _ordinal_after(words, stop)
        if ordinal:
            number, stop, last = number + ordinal[0], ordinal[1], words[ordinal[1] - 1]
            found.append(Word("ORDINAL", text, first.start, last.end, number))
        else:
            kind = _number_kind(number, text, spelled)
            found.append(Word(kind, text, first.start, last.end, number))
        k = stop
    return found


def _read_number(words: list[Word], k: int) -> tuple[float, int, bool]:
    """The number that begins at word ``k``, where it ends, and whether it is spelled out."""
    first = words[k]
    if first.kind == "NUMBER":
        number, k = first.number, k + 1
        if k < len(words) and words[k].kind == "MULTIPLIER" and words[k].number >= 1000:
            number, k = number * words[k].number, k + 1
        # 5 1/2
        shape = [w.text for w in words[k : k + 3]]
        if len(shape) == 3 and shape[1] == "/" and shape[0].isdigit() and shape[2].isdigit():
            below = int(shape[2])
            if 0 < int(shape[0]) < below < 10:
                return number + int(shape[0]) / below, k + 3, False
        return number, k, False
    total = current = 0.0
    latest = 100.0
    while k < len(words):
        word = words[k]
        joined = word.text in ("-", "and") and k + 1 < len(words) and total + current >= 20
        if joined and words[k + 1].kind == "NUMERAL" and words[k + 1].number < latest:
            if word.text == "and" and total + current < 100:
                break
            k += 1
            continue
        if word.kind == "NUMERAL":
            number = word.number
            if 10 <= current < 22 and number >= 10 and latest < 100:
                # nineteen ninety-six
                current, latest = current * 100 + number, number
            elif number < latest and (latest >= 20 and not (latest < 100 and number >= 10)):
                current, latest = current + number, number
            else:
                break
        elif word.kind == "MULTIPLIER":
            times = word.number
            if times < 1000:
                current, latest = (current or 1) * times, times
            else:
                total, current, latest = total + (current or 1) * times, 0.0, times
        else:
            break
        k += 1
    return total + current, k, True


def _ordinal_after(words: list[Word], k: int) -> tuple[float, int] | None:
    """What makes the number before ``k`` an ordinal: "21st", "twenty-first"."""
    if k < len(words) and words[k].text in ("st", "nd", "rd", "th"):
        return 0.0, k + 1
    joined = k + 1 < len(words) and words[k].text == "-"
    if joined and words[k - 1].number in (20, 30) and words[k + 1].kind in ("ORDINAL", "SECOND"):
        return words[k + 1].number, k + 2
    return None


def _number_kind(number: float, text: str, spelled: bool) -> str:
    if number != int(number):
        return "FRACTION"
    digits = len(text)
    if not spelled and digits == 4 and text.isdigit() and number < 2400 and text[0] == "0":
        return "MILITARY"
    for top, kind in ((12, "SMALL"), (24, "MIDDLE"), (31, "LARGE"), (99, "TENS")):
        if number <= top:
            return kind
    if number < 1000:
        return "HUNDREDS"
    if number < 2200 and (spelled or (digits == 4 and text.isdigit())):
        return "YEAR"
    return "FRACTION"


def reference(words: list[Word]) -> str | None:
    """The reference (``PRESENT_REF`` …) that the words as a whole stand for."""
    return REFERENCES.get(tuple(t for w in words for t in w.text.split()))
