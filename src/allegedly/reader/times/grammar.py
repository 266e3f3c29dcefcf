"""Words to a frame: a table of patterns over kinds of words, tried in order.

A pattern is a regular expression whose letters are kinds. The frame collects
what the patterns find from left to right; words that none of them knows are
passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .frames import Frame
from .kinds import CLASSES, KINDS
from .patterns import RULES
from .words import Word, reference

_KIND = re.compile(r"[A-Z]+")
_LETTER = {kind: chr(0x4E00 + k) for k, kind in enumerate(sorted(KINDS))}
#: Words around a reference ("until now") that do not change it.
_LEAD = frozenset(("until", "till", "by", "in", "for", "at", "since", "then", "from", "just"))


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern over kinds as a regular expression over their letters."""

    def letters(match: re.Match[str]) -> str:
        kinds = CLASSES.get(match.group(), (match.group(),))
        return "[" + "".join(_LETTER[kind] for kind in kinds) + "]"

    return re.compile(_KIND.sub(letters, pattern).replace(" ", ""))


_RULES: tuple[tuple[re.Pattern[str], Callable[[Frame, list[Word]], None]], ...] = tuple(
    (compile_pattern(pattern), fill) for pattern, fill in RULES
)


def kinds_of(words: list[Word]) -> str:
    """The kinds of words, a letter each."""
    return "".join(_LETTER.get(w.kind, _LETTER["OTHER"]) for w in words)


def _goes_on(rest: list[Word]) -> bool:
    """Whether a direction is followed by what it counts from: "after *the vote*"."""
    return any(w.kind == "OTHER" for w in rest[:3])


def frame_of(words: list[Word]) -> Frame:
    """The frame of an expression's words."""
    frame = Frame()
    frame.reference = reference(words)
    if frame.reference is None and len(words) > 1 and words[0].text in _LEAD:
        frame.reference = reference(words[1:])
    kinds = kinds_of(words)
    k = 0
    while k < len(words):
        for pattern, fill in _RULES:
            match = pattern.match(kinds, k)
            if match and match.end() > k:
                before = frame.direction
                fill(frame, words[k : match.end()])
                if frame.direction != before:
                    frame.from_event = _goes_on(words[match.end() :])
                frame.words += match.end() - k
                k = match.end()
                break
        else:
            k += 1
    return frame
