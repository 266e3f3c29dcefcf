"""Who is meant by the words for an unnamed source: "the person", "one of them", "who"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...reader.lexicon import BODY
from ...records import Field
from ..words import term
from . import words
from .page import Page, Pooled
from .unnamed import Description, describe, shown

#: How far back a source is looked for, in descriptions.
_REACH = 40
#: How far before a relative pronoun its antecedent ends, in characters; without a description
#: of it in between, the phrase that it is about ("the man, who").
_RELATIVE_REACH, _GAP = 60, 2
_TO_OUTLET = re.compile(
    r",?\s+(?:(?:who|that)\s+(?:told|spoke\s+to)|quoted\s+(?:in|by)|cited\s+by|for|to|with|at|of|from)"
    r"\s+(?:the\s+)?(?:(?:[^\W\d_]+\s+)?(?:paper|newspaper|site|website|magazine|channel|agency)\s+)?$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:(?:all|both|one|some|two|most)\s+of\s+)?(?:who|whom)\b", re.IGNORECASE)


class People:
    """The unnamed people of one article."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def is_somebody(self, where: Field, found: Description) -> bool:
        """Whether a description is one of people: "a banner over the rail" tells nobody's word."""
        if found.head in words.SPEAKER_CLASS or found.head.endswith(words.PERSON_ENDINGS):
            return True
        if where == "title" or not found.head or found.head in BODY:
            return found.head == "" or found.head in BODY
        return any(
            one.kind in ("person", "group", "organization") and not one.named
            for one in self.page.mentions(found.span)
            if term(one.head.of(self.page.text(where)).casefold()) == found.head
        )

    def antecedent(self, found: Description, place: int) -> Pooled | None:
        """Who is meant by "the person", "one of them", "who": the nearest before that fits."""
        near = self.page.pool[max(0, place - _REACH) : place]
        text = self.page.text("text")
        many = found.many or found.reference == "part"
        for strict in (True, False):
            for one in reversed(near):
                other = one.description
                if _RELATIVE.match(found.words):
                    between = text[other.span.end : found.span.start]
                    return one if len(between) < _RELATIVE_REACH and "\n" not in between else None
                if other.reference in ("back", "part") and not other.recalls:
                    continue
                if not self.is_somebody("text", other):
                    continue
                loose = other.head == "source" and found.head in words.TELLER_CLASS
                if found.head not in ("", "source", other.head) and not loose:
                    continue
                if not found.camp <= other.camp and not found.recalls:
                    continue
                if other.many == many or not strict or not (found.head or many):
                    return one
        return None

    def before_who(self, found: Description) -> Description:
        """The noun phrase right before "who"; what was found, where there is none."""
        if not _RELATIVE.match(found.words):
            return found
        before = [
            one
            for one in self.page.mentions_ending(found.span.start, _GAP)
            if one.kind in ("person", "group", "organization")
        ]
        longest = min(before, key=lambda one: one.span.start, default=None)
        text = self.page.text("text")
        return describe(text, longest.span, self.page.names) if longest else found

    def another(self, found: Description) -> Description:
        """ "Another of them" with the noun of those it is one of."""
        before = [
            one.description.head
            for one in self.page.pool
            if one.description.span.start < found.span.start and one.description.head
        ]
        if found.head or not before:
            return found
        noun = "person" if before[-1] == "source" else before[-1]
        return replace(found, words=f"another {noun}", head=before[-1])

    def without(self, found: Description, outlets: Sequence[str]) -> str:
        """The words of a source without the outlet it spoke to: "sources" of "sources for TMZ"."""
        inside = [one.span for one in self.page.mentions(found.span) if one.named]
        if outlets and inside and inside[-1].end == found.span.end:
            cut = found.span.of(self.page.text("text"))[: inside[-1].start - found.span.start]
            return shown(_TO_OUTLET.sub("", cut)) or found.words
        return found.words
