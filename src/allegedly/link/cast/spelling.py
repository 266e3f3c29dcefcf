"""Slips of the pen: which two spellings may be one name."""

from __future__ import annotations

from functools import lru_cache

_LONG = 6
_SHORTEST = 4
_SOUNDS = (("ph", "f"), ("ck", "k"), ("c", "k"), ("y", "i"), ("ie", "i"), ("ee", "i"))


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A spelling with what is spelt in several ways made one: "Sarah" and "Sara", "Eric", "Erik".

    Not a phonetic code in the manner of Soundex: those make "Joan" and "Jean" one.
    """
    for written, said in _SOUNDS:
        word = word.replace(written, said)
    # An h after another letter is silent often enough: "John", "Jon".
    word = word[:1] + word[1:].replace("h", "")
    single = [c for n, c in enumerate(word) if n == 0 or c != word[n - 1]]
    plain = "".join(single)
    return plain[:-1] if len(plain) > 3 and plain.endswith("e") else plain


def one_edit(one: str, other: str) -> bool:
    """Whether one letter more, less, other, or two swapped, makes one the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    if len(one) == len(other):
        swapped = one[start : start + 2] == other[start : start + 2][::-1]
        return one[start + 1 :] == other[start + 1 :] or (
            swapped and one[start + 2 :] == other[start + 2 :]
        )
    return one[start:] == other[start + 1 :]


def slip(one: str, other: str) -> bool:
    """Whether one of two surnames, or words, is plainly a slip for the other.

    They begin alike and are long enough for one letter not to make another name.
    """
    if one == other or one[:1] != other[:1] or not (one.isalpha() and other.isalpha()):
        return False
    if sound(one) == sound(other) and min(len(one), len(other)) >= _SHORTEST:
        return True
    return min(len(one), len(other)) >= _LONG and one_edit(one, other)


def near(one: str, other: str) -> bool:
    """Whether a slip is thinkable in a short word too: "Wat" for "West"."""
    if one == other or one[:1] != other[:1] or not (one.isalpha() and other.isalpha()):
        return False
    return one_edit(one, other) or (one[-1] == other[-1] and _two_edits(one, other))


def _two_edits(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 3:
        return False
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < min(len(one), len(other)) - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    return max(len(one), len(other)) - head - tail <= 2
