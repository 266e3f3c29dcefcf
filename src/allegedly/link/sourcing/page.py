"""One article as the sourcing chains look at it: who and what its words may stand for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...reader.sourcing import is_outlet_name
from ...records import Attribution, Field, Mention, Reading, Span
from .documents import Paper, papers_in
from .forum import Forums
from .outlets import CastLike, Outlets
from .unnamed import Description, describe, is_nobody, sources_in

_NAME = r"(?P<name>(?-i:[A-Z])[\w’'&.-]*\w(?:\s+(?:of\s+)?(?-i:[A-Z])[\w’'&.-]*\w){0,4})"
#: What stands between a source, or a cue, and the outlet that was told.
_TO = re.compile(
    r"\b(?:for|to|told|quoted\s+(?:in|by)|cited\s+by|with)\s+(?:the\s+)?"
    r"(?:(?:[^\W\d_]+\s+)?(?:paper|newspaper|site|website|magazine|channel|agency|broadcaster|station"
    r"|daily|tabloid|network|podcast)\s+)?$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:told|tells|tell|telling|(?:spoke|speaking|confirmed|confirms|revealed|reveals|wrote"
    r"|writing|dished|said|says|spilled|exclusively)\s+(?:exclusively\s+)?to)\s+(?:the\s+)?"
    + _NAME,
    re.IGNORECASE,
)
_QUOTED = re.compile(rf"\b(?:quoted|cited)\s+(?:in|by)\s+(?:the\s+)?{_NAME}", re.IGNORECASE)
#: Mentions that may start between the start of a phrase and what follows it.
_MENTIONS = 12
#: How far before a name its preposition stands, and how far after a cue a name ends.
_NEAR, _REACH = 40, 50
#: The shortest description that can stand before a relative pronoun, in characters.
_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class Pooled:
    """An unnamed source as the text describes it, and the attribution that it is the source of."""

    description: Description
    attribution: int | None


class Page:
    """The article's fields, its mentions by place, and the sources and documents in its text.

    ``home`` is the id of the article that stands for this one: the first version of the
    original. ``pool`` has all descriptions of unnamed sources in reading order,
    ``papers`` all documents mentioned.
    """

    fields: tuple[Field, ...] = ("title", "text")

    def __init__(self, reading: Reading, cast: CastLike, outlets: Outlets, home: str) -> None:
        self.reading, self.cast, self.outlets, self.home = reading, cast, outlets, home
        self.article = reading.article.id
        self.teller = outlets.own(self.article)
        self._starts = [mention.span.start for mention in reading.body.mentions]
        self._sentences = [span.start for span in reading.sentences]
        self._attributions = {where: self._as_outlets(where) for where in self.fields}
        self.forums = Forums(reading)
        body = reading.article.text if reading.unread is None else ""
        self.papers: tuple[Paper, ...] = tuple(papers_in(body))
        self.pool: tuple[Pooled, ...] = tuple(self._pool(body))
        #: The place of each description in the pool.
        self.places = {one: place for place, one in enumerate(self.pool)}
        self._place_of = {one.attribution: place for one, place in self.places.items()}

    def place_of(self, attribution: int) -> int:
        """The place of an attribution's source in the pool; its end, where it is not in it."""
        return self._place_of.get(attribution, len(self.pool))

    def text(self, where: Field) -> str:
        """The title or the text."""
        article = self.reading.article
        return article.text if where == "text" else article.title or ""

    def attributions(self, where: Field) -> Sequence[Attribution]:
        """Those of the title or the text; what a teller of the story says is an outlet's."""
        return self._attributions[where]

    def _as_outlets(self, where: Field) -> tuple[Attribution, ...]:
        layers = self.reading.body if where == "text" else self.reading.headline
        return tuple(
            replace(one, sourcing="outlet") if self._is_teller(one) else one
            for one in (layers.attributions if layers else ())
        )

    def _is_teller(self, one: Attribution) -> bool:
        if one.sourcing != "named" or one.speaker is None:
            return False
        return self.outlets.teller_named(self.reading.entities[one.speaker].name) is not None

    def mentions(self, span: Span) -> list[Mention]:
        """The mentions inside a stretch of the text."""
        found = self.reading.body.mentions
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end, first)
        return [one for one in found[first:last] if one.span.end <= span.end]

    def mentions_ending(self, offset: int, gap: int) -> list[Mention]:
        """The mentions that end at most ``gap`` characters before a place in the text."""
        last = bisect_left(self._starts, offset)
        near = self.reading.body.mentions[max(0, last - _MENTIONS) : last]
        return [one for one in near if offset - gap <= one.span.end <= offset]

    def sentence(self, offset: int) -> int | None:
        """The number of the sentence of the text that a place stands in, None outside all."""
        number = bisect_right(self._sentences, offset) - 1
        inside = number >= 0 and offset < self.reading.sentences[number].end
        return number if inside else None

    def names(self, span: Span) -> list[tuple[Span, str]]:
        """Who is named or stood for inside a stretch of the text: by their ids in the cast.

        Outlets stand for "": they were told, they do not tell one source from another.
        """
        found = []
        for one in self.mentions(span):
            member = self.cast.of(self.article, one.entity)
            if one.named and self.outlet_told(one) is not None:
                found.append((one.span, ""))
            elif member is not None and one.span.start > span.start:
                found.append((one.head, member))
        return found

    def outlet_told(self, mention: Mention) -> str | None:
        """The outlet that a source spoke to: "sources for TMZ"; None for "a TMZ employee"."""
        text = self.reading.article.text
        if not _TO.search(text, max(0, mention.span.start - _NEAR), mention.span.start):
            return None
        return self.outlets.known(self.article, mention.entity) or self.outlet_named(
            mention.span.of(text)
        )

    def outlet_named(self, name: str) -> str | None:
        """The outlet a name stands for: one of this story, or one known elsewhere."""
        words = name.split()
        for count in range(len(words), 0, -1):  # "Gawker Friday afternoon"
            start = " ".join(words[:count])
            whole = count == len(words)
            known = self.outlets.named(start, self.article) if whole else self.outlets.exact(start)
            if known or is_outlet_name(start):
                return known or start
        return None

    def outlets_in(self, span: Span) -> tuple[str, ...]:
        """The outlets that a stretch of the text says a source spoke to."""
        found = [self.outlet_told(one) for one in self.mentions(span) if one.named]
        text = self.reading.article.text
        found += [
            self.outlet_named(match["name"])
            for match in _QUOTED.finditer(text, span.start, min(len(text), span.end))
        ]
        return tuple(dict.fromkeys(name for name in found if name))

    def told_to(self, where: Field, start: int, end: int) -> str | None:
        """The outlet that is told something at a cue: "a source told the Daily News"."""
        text = self.text(where)
        match = _TOLD.search(text, start, min(len(text), end + _REACH))
        if match is None or match.start() > end:
            return None
        return self.outlet_named(match["name"])

    def _pool(self, text: str) -> list[Pooled]:
        """Sources of attributions, and descriptions that the reader took for none."""
        found: list[Pooled] = []
        taken: list[Span] = []
        for number, one in enumerate(self.reading.body.attributions):
            taken.extend(one.source)
            if one.sourcing == "unnamed" and one.source and not is_nobody(one.source[0].of(text)):
                description = describe(text, one.source[0], self.names)
                found.append(Pooled(description, number))
        taken.sort()
        starts = [span.start for span in taken]
        for other in sources_in(text, self.names):
            at = bisect_left(starts, other.span.end)
            near = [span for span in taken[max(0, at - 3) : at] if span.end > other.span.start]
            if not near:
                found.append(Pooled(other, None))
            elif near[0].start > other.span.start + _SHORTEST:
                # "people at the town hall who insist": the clause has a source of its own.
                cut = Span(other.span.start, near[0].start)
                found.append(Pooled(describe(text, cut, self.names, tells=False), None))
        return sorted(found, key=lambda one: (one.description.span.start, one.attribution or -1))
