"""Where a statement was made: the podcast, show or paper it was given to, as the text says."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...reader.lexicon import word_set
from ...reader.sourcing import is_outlet_name
from ...records import MentionKind, Reading, Span

_NAME = (
    r"(?:“(?P<q{0}>[^“”\n]{{2,60}})”|\"(?P<s{0}>[^\"\n]{{2,60}})\""
    r"|(?P<n{0}>(?-i:[A-Z])[\w’'&.-]*(?:\s+(?-i:(?:of\s+the\s+|of\s+|and\s+|&\s+|the\s+)?[A-Z])[\w’'&-]*){{0,4}}))"
)
_MEDIUM = (
    r"(?:podcast|radio\s+show|talk\s+show|chat\s+show|show|programme|program|magazine"
    r"|newspaper|series|channel|station|newsletter|site|website)"
)
#: Something broadcast or printed in parts: whatever is named after it is an outlet.
_EPISODE = re.compile(
    r"\b(?:episode|edition|instal?lment|issue|broadcast|recording)\s+of\s+"
    rf"(?:(?:the|his|her|their|its)\s+)?(?:{_MEDIUM}\s+)?{_NAME.format(1)}",
    re.IGNORECASE,
)
#: Before a name that is an outlet's only if it looks like one, or is said to be.
_GIVEN = re.compile(
    r"\b(?:(?:interview|chat|conversation|appearance|sit-down|talk|column|essay|piece)s?"
    r"\s+(?:with|on|for|in|at)|(?:told|tells|telling|appeared\s+on|appearing\s+on"
    r"|speaking\s+(?:to|on|with)|spoke\s+(?:to|on|with)|writing\s+(?:in|for)|wrote\s+(?:in|for)))\s+"
    rf"(?:the\s+)?(?P<before>{_MEDIUM}\s+)?{_NAME.format(2)}(?P<after>\s+{_MEDIUM})?",
    re.IGNORECASE,
)
#: Before a name that is a show's where it is no person's or place's.
_GUEST = re.compile(
    r"\b(?:appearance|interview|guest|spot|slot|appeared|appearing|appears)\s+on\s+"
    rf"(?:the\s+)?(?:{_MEDIUM}\s+)?{_NAME.format(3)}",
    re.IGNORECASE,
)
#: The words that these patterns begin with.
_FIRST = word_set(
    "episode edition installment instalment issue broadcast recording interview interviews chat "
    "chats conversation conversations appearance appearances talk talks column columns essay "
    "essays piece pieces told tells telling appeared appearing appears speaking spoke writing "
    "wrote guest spot slot sit"
)
_PLAIN_WORD = re.compile(r"[^\W\d_]+")
_SHOW_KINDS = ("organization", "work")
#: As long as this stretch of text names nobody else's forum, what its guest says was said there.
_REACH = 2


@dataclass(frozen=True, slots=True)
class Forum:
    """An outlet that somebody spoke in: its name as it stands, and the sentences that holds for.

    ``guests`` are the entities that its own sentence mentions.
    """

    name: str
    span: Span
    first: int
    last: int
    guests: frozenset[int]


class Forums:
    """The forums of one article's text."""

    def __init__(self, reading: Reading) -> None:
        text, sentences = reading.article.text, reading.sentences
        self._starts = [span.start for span in sentences]
        kinds = {
            name: m.kind
            for m in reading.body.mentions
            if m.named
            for name in (m.span.of(text), m.head.of(text))
        }
        found = sorted(
            {
                (span, name)
                for name, span in _named(text, kinds)
                if self._sentence(span.start) is not None
            }
        )
        self._forums: list[Forum] = []
        for place, (span, name) in enumerate(found):
            here = self._sentence(span.start) or 0
            until = self._reach(text, sentences, here)
            if place + 1 < len(found):
                until = min(until, max(here, (self._sentence(found[place + 1][0].start) or 1) - 1))
            guests = frozenset(
                m.entity
                for m in reading.body.mentions
                if sentences[here].start <= m.span.start < sentences[here].end
            )
            self._forums.append(Forum(name, span, here, until, guests))

    def of(self, start: int, speaker: int | None) -> str | None:
        """The outlet in which ``speaker`` said what stands at ``start``, None where none is told.

        The forum's sentence must come no later than the words, and must mention the speaker.
        """
        here = self._sentence(start)
        if here is None or speaker is None:
            return None
        for forum in reversed(self._forums):
            if forum.first <= here <= forum.last and speaker in forum.guests:
                return forum.name
        return None

    def _sentence(self, offset: int) -> int | None:
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 else None

    @staticmethod
    def _reach(text: str, sentences: tuple[Span, ...], here: int) -> int:
        """The last sentence of the paragraph, and of the next where that opens with a quotation."""
        last, breaks = here, 0
        while last + 1 < len(sentences):
            start = sentences[last + 1].start
            if "\n" in text[sentences[last].end - 1 : start]:
                breaks += 1
                if breaks == _REACH or text[start] not in "“\"'‘":
                    break
            last += 1
        return last


def _named(text: str, kinds: Mapping[str, MentionKind]) -> Iterator[tuple[str, Span]]:
    """Names of outlets that somebody spoke in; ``kinds``: what the reader takes names for."""
    for word in _PLAIN_WORD.finditer(text):
        if word.group().casefold() not in _FIRST:
            continue
        match = _EPISODE.match(text, word.start())
        if match is not None:
            yield _name(match, 1)
        match = _GIVEN.match(text, word.start())
        if match is not None:
            name, span = _name(match, 2)
            said = match["before"] or match["after"] or is_outlet_name(name)
            if said and kinds.get(name) != "person":
                yield name, span
        match = _GUEST.match(text, word.start())
        if match is not None:
            name, span = _name(match, 3)
            if is_outlet_name(name) or kinds.get(name) in _SHOW_KINDS:
                yield name, span


def _name(match: re.Match[str], group: int) -> tuple[str, Span]:
    for kind in "qsn":
        if match[f"{kind}{group}"] is not None:
            return match[f"{kind}{group}"].strip(" .,"), Span(*match.span(f"{kind}{group}"))
    raise AssertionError("one of the three always matches")
