"""What somebody is said to take somebody or something for, as a statement of its own.

"Two people believed the other to be the Weir Cooperative" states "the other is the Weir
Cooperative", and "the other" is one of two that were named before.
"""

from __future__ import annotations

import re

from ...records import Span

_VERBS = (
    r"believe[sd]?|thinks?|thought|understands?|understood|takes?|took|knows?|knew"
    r"|considers?|considered|expects?|expected|suspects?|suspected"
)
#: Who is taken for whom: a noun phrase without marks, "to be", the rest.
_TAKEN = re.compile(
    rf"(?:[\w’'-]+\s+){{1,3}}?(?:{_VERBS})\s+(?P<who>(?:the|a|an|his|her|its|their)\s[^,;:“”\"]{{1,60}}?"
    r"|(?:[A-Z][\w’'-]*\s?){1,4})\s*\bto\s+be\s+(?P<what>[^\n]{3,160})",
)
_OTHER = re.compile(r"the\s+(?P<which>other|first|second|third)(?:\s+one)?$", re.IGNORECASE)
_TWO = re.compile(
    r"\b(?P<many>two|three|both)\s+(?P<what>(?:(?!of\b|or\b|and\b)[a-z-]+\s+)?[a-z-]{2,}s)\b"
)
#: How far before it "the two parties" of which one is "the other" are looked for.
_BEFORE = 400


def as_thought(text: str, span: Span) -> str | None:
    """The statement in "they believed X to be Y" at ``span`` of ``text``, None for any other."""
    found = _TAKEN.match(" ".join(span.of(text).split()))
    if found is None:
        return None
    who = found["who"].strip()
    of_two = _OTHER.fullmatch(who)
    if of_two is not None:
        several = _before(text, span)
        if several is None:
            return None
        who = f"The {of_two['which'].lower()} of the {several}"
    verb = "are" if re.search(r"\band\b", who) else "is"
    return f"{who[:1].upper()}{who[1:]} {verb} {found['what'].rstrip(' .,;:')}."


def _before(text: str, span: Span) -> str | None:
    """The two or three things named last before the sentence of a span."""
    sentence = max(text.rfind(mark, 0, span.start) for mark in (". ", "\n", "? ", "! "))
    met = list(_TWO.finditer(text, max(0, sentence - _BEFORE), max(0, sentence)))
    if not met:
        return None
    many = "two" if met[-1]["many"] == "both" else met[-1]["many"]
    return f"{many} {met[-1]['what']}"
