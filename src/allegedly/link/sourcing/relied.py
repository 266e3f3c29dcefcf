"""Which outlets an article relies on: the one that reports, the one that was told."""

from __future__ import annotations

import re

from ...reader.lexicon import REPORTING
from ...records import Attribution, Field, Sourcing, Span
from . import words
from .documents import Paper
from .outlets import is_outlet_noun
from .page import Page

#: A name, as a source or after a preposition; it may have more about it after a comma.
_NAME = r"(?P<name>(?-i:[A-Z])[\w’'&.-]*\w(?:\s+(?:of\s+)?(?-i:[A-Z])[\w’'&.-]*\w){0,4})"
NAME_ONLY = re.compile(rf"(?:the\s+)?{_NAME}(?=,|$)", re.IGNORECASE)
_BY_OUTLET = re.compile(rf"\b(?:on|in|by|from|at)\s+(?:the\s+)?{_NAME}", re.IGNORECASE)
#: How far after "a report" the name of its outlet ends, in characters.
_BY_REACH = 40


class Relied:
    """The outlets that one article relies on, by the places where it says so."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._reporting = {where: self._reports(where) for where in page.fields}

    def meant(self, where: Field, one: Attribution) -> str | None:
        """The outlet that an attribution to an outlet is to; None where it is not told."""
        page = self.page
        if one.speaker is not None:
            return page.outlets.of(page.article, one.speaker)
        said = one.source[0].of(page.text(where)).strip(" ,") if one.source else ""
        named = page.outlets.named(said, page.article) or self._inside(where, one)
        return named or self._described(where, one, said)

    def _described(self, where: Field, one: Attribution, said: str) -> str | None:
        """Which outlet "the paper" is: the one before it; or "a local paper": the only other."""
        if not is_outlet_noun(said):
            return None
        at = (one.source or one.cue or one.content)[0].start
        if said.casefold().startswith("the "):
            before = self.before(where, at)
            if before is not None:
                return before
        others = {name for _, name in self._reporting[where]} - {self.page.teller}
        return next(iter(others)) if len(others) == 1 else None

    def _inside(self, where: Field, one: Attribution) -> str | None:
        """The outlet that a source names: "the Lebanese newspaper As-Safir"."""
        if where == "title" or not one.source:
            return None
        for mention in reversed(self.page.mentions(one.source[0])):
            name = self.page.outlets.known(self.page.article, mention.entity)
            if mention.named and name is not None:
                return name
        return None

    def by_name(self, where: Field, phrase: Span, one: Attribution) -> str | None:
        """The outlet that a source is which the reader knew for none: "Gawker reported"."""
        page, text = self.page, self.page.text(where)
        name = NAME_ONLY.match(text, phrase.start, phrase.end)
        if name is None:
            return None
        known = page.outlet_named(name["name"])
        if known is not None:
            return known
        cue = _cue(text, one)
        return name["name"] if REPORTING & set(cue.split()) else None

    def reported_by(self, where: Field, paper: Paper) -> str | None:
        """The outlet whose report a "report" is: "a report on Gawker", "the article"."""
        if paper.kind not in words.OF_OUTLETS:
            return None
        text = self.page.text(where)
        match = _BY_OUTLET.search(
            text, paper.span.start, min(len(text), paper.span.end + _BY_REACH)
        )
        if match is not None:
            return self.page.outlet_named(match["name"])
        if paper.owners or not paper.words.startswith(("the ", "that ", "its ")):
            return None
        return self.before(where, paper.span.start)

    def before(self, where: Field, start: int) -> str | None:
        """The outlet that the article relied on last before a place."""
        before = [
            name for at, name in self._reporting[where] if at < start and name != self.page.teller
        ]
        return before[-1] if before else None

    def passed_on(self, where: Field, one: Attribution, sourcing: Sourcing) -> list[str]:
        """The outlets that passed it on: those around it, its own, the one it was told to."""
        page = self.page
        names: list[str] = []
        outer, seen = one.within, set[int]()
        while outer is not None and outer not in seen:
            seen.add(outer)
            holder = page.attributions(where)[outer]
            told = self._via(where, holder)
            if holder.sourcing == "outlet" and holder.speaker is not None:
                told.append(page.outlets.of(page.article, holder.speaker))
            names, outer = told + names, holder.within
        names.extend(self._via(where, one))
        for cue in one.cue[:1]:
            addressee = page.told_to(where, cue.start, cue.end)
            if addressee and sourcing in ("named", "unnamed"):
                names.append(addressee)
        if where == "text" and sourcing == "named":
            start = (one.content or one.cue or one.source)[0].start
            forum = page.forums.of(start, one.speaker)
            if forum:
                names.append(page.outlets.named(forum, page.article) or forum)
        return names

    def _via(self, where: Field, one: Attribution) -> list[str]:
        """The outlets it was told to; not those a source is of ("a Vogue employee")."""
        page = self.page
        found = []
        for entity in one.via:
            inside = [
                mention
                for span in one.source
                for mention in (page.mentions(span) if where == "text" else ())
                if mention.entity == entity and mention.named
            ]
            told = not inside or one.sourcing != "unnamed" or any(map(page.outlet_told, inside))
            name = page.outlets.known(page.article, entity)
            if told and name is not None:
                found.append(name)
        return found

    def _reports(self, where: Field) -> list[tuple[int, str]]:
        """Places and names of the outlets that attributions are to."""
        page = self.page
        return [
            (other.source[0].start, page.outlets.of(page.article, other.speaker))
            for other in page.attributions(where)
            if other.sourcing == "outlet" and other.speaker is not None and other.source
            if words.REPORTED & set(_cue(page.text(where), other).split())
        ]


def _cue(text: str, one: Attribution) -> str:
    return " ".join(span.of(text) for span in one.cue).casefold()
