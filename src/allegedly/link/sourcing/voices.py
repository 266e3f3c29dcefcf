"""Whose word each attribution of one article is, as far as that article tells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ...records import Attribution, Field, Sourcing, Span
from ..cast.names import is_person_name
from . import words
from .documents import Paper, Shelf, paper_at
from .outlets import tokens
from .page import Page, Pooled
from .people import People
from .relied import NAME_ONLY, Relied
from .unnamed import Description, describe, is_nobody, shown

#: What stands for an origin: ("cast", id), ("unnamed", noun, …), ("document", kind, …), …
Key = tuple[str, ...]

#: How far back "it" reaches for a document, in characters; documents looked at before a place.
_PAPER_REACH, _PAPERS = 800, 40
_ITS = re.compile(r"its\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose word something is, before it is followed into other articles.

    ``sourcing`` is of the origin, whatever stands between; ``description`` that of an
    unnamed source, which other articles may tell more of.
    """

    sourcing: Sourcing
    via: tuple[str, ...] = ()
    origin: str | None = None
    speaker: str | None = None
    key: Key | None = None
    description: Description | None = None

    def through(self, outlets: Iterable[str], teller: str) -> Voice:
        """The same word, passed to ``teller`` by these outlets first."""
        via = dict.fromkeys((*outlets, *self.via))
        return replace(self, via=tuple(name for name in via if name != teller))


def plain(phrase: str) -> str:
    """A phrase as a key: its words in lower case without an article."""
    return " ".join(tokens(phrase))


class Voices:
    """The voices of one article."""

    def __init__(self, page: Page, shelf: Shelf) -> None:
        self.page, self.shelf = page, shelf
        self.relied, self.people = Relied(page), People(page)
        self.own = Voice("self", key=("self", page.home))
        self._known: dict[tuple[Field, int], Voice] = {}
        self._contents: dict[Field, dict[tuple[Span, ...], list[int]]] = {}
        self._holders: dict[Field, dict[int, list[int]]] = {}
        for where in page.fields:
            same: dict[tuple[Span, ...], list[int]] = {}
            held: dict[int, list[int]] = {}
            for number, one in enumerate(page.attributions(where)):
                same.setdefault(one.content, []).append(number)
                if one.within is not None:
                    held.setdefault(one.within, []).append(number)
            self._contents[where], self._holders[where] = same, held

    def of(self, where: Field, number: int) -> Voice:
        """Whose word an attribution is."""
        key = (where, number)
        if key not in self._known:
            self._known[key] = self.own  # what leads back to itself is nobody else's word
            self._known[key] = self._find(where, number)
        return self._known[key]

    def at(self, described: Pooled) -> Voice:
        """The word of an unnamed source that the text describes."""
        if described.attribution is not None:
            return self.of("text", described.attribution)
        return self._described(described.description, self.page.places[described])

    def of_paper(self, paper: Paper) -> Voice:
        """The word of a document that the text mentions."""
        key = self.shelf.key(paper, self._papers_before(paper.span.start), self.page.article)
        via = self.page.outlets_in(paper.seen) if paper.seen else ()
        return Voice("document", (), paper.words, None, key).through(via, self.page.teller)

    def _find(self, where: Field, number: int) -> Voice:
        one = self.page.attributions(where)[number]
        cited = self._cited(where, number)
        if cited is not None:
            return cited
        voice = self._source(where, one, number)
        through = self.relied.passed_on(where, one, voice.sourcing)
        return voice.through(through, self.page.teller)

    def _cited(self, where: Field, number: int) -> Voice | None:
        """The source an outlet relies on for just this: "citing a person", "sources say"."""
        one = self.page.attributions(where)[number]
        if one.sourcing != "outlet" or not one.content:
            return None
        held = self._holders[where].get(number, [])
        for other in (*self._contents[where][one.content], *held):
            inner = self.page.attributions(where)[other]
            if other == number or inner.sourcing in ("outlet", "none", "self") or not inner.source:
                continue
            said = (*inner.source, *inner.cue, *inner.content)
            whole = 2 * _size(said) >= _size(one.content)
            if (other in held and whole) or one.speaker in inner.via:
                return self.of(where, other)
        return None

    def _source(self, where: Field, one: Attribution, number: int) -> Voice:
        phrase = one.source[0] if one.source else None
        if one.sourcing == "named":
            return self._named(where, one)
        if one.sourcing == "outlet":
            return self._outlet(where, one)
        if one.sourcing == "document" or (phrase and self._is_paper(where, one, phrase)):
            return self._document(where, phrase)
        if one.sourcing == "unnamed" and phrase:
            return self._unnamed(where, phrase, number)
        return self.own if one.sourcing == "self" else replace(self.own, sourcing="none")

    def _named(self, where: Field, one: Attribution) -> Voice:
        page = self.page
        said = " ".join(span.of(page.text(where)) for span in one.source).strip(" ,")
        if one.speaker is not None:
            found = page.cast.of(page.article, one.speaker)
            if found is not None:
                return Voice("named", (), page.cast.get(found).name, found, ("cast", found))
            said = page.reading.entities[one.speaker].name or said
        member = page.cast.by_name(said)
        if member is not None:
            return Voice("named", (), member.name, member.id, ("cast", member.id))
        return Voice("named", (), said or None, None, ("named", plain(said)))

    def _holder(self, where: Field, phrase: Span) -> Voice | None:
        """Who is known by name to the story under a description: "the mayor’s publicist"."""
        page = self.page
        if where == "title":
            return None
        for mention in page.mentions(phrase):
            member = page.cast.of(page.article, mention.entity)
            if mention.span == phrase and mention.kind == "person" and member:
                found = page.cast.get(member)
                if " " in found.name and is_person_name(found.name):
                    return Voice("named", (), found.name, found.id, ("cast", found.id))
        return None

    def _by_name(self, where: Field, name: str) -> Voice:
        """A source that is nothing but a name, which the reader gave to nobody."""
        member = self.page.cast.by_name(name)
        if member is not None:
            return Voice("named", (), member.name, member.id, ("cast", member.id))
        if where == "title":  # any noun may have a capital there
            return self.own
        return Voice("named", (), name, None, ("named", plain(name)))

    def _outlet(self, where: Field, one: Attribution) -> Voice:
        page = self.page
        said = one.source[0].of(page.text(where)).strip(" ,") if one.source else ""
        name = self.relied.meant(where, one)
        if name == page.teller:
            return self.own
        if name:
            return Voice("outlet", (name,))
        return Voice("outlet", (), shown(said) or None, None, ("outlet", page.teller, plain(said)))

    def _is_paper(self, where: Field, one: Attribution, phrase: Span) -> bool:
        """Whether "it says" is said of a document that the text has just mentioned."""
        text = self.page.text(where)
        if one.sourcing != "none" or phrase.of(text).casefold() != "it" or not one.cue:
            return False
        cue = one.cue[0].of(text).casefold().split()
        return bool(words.SAYING & set(cue[:2])) and bool(self._papers_before(phrase.start))

    def _papers_before(self, start: int) -> list[Paper]:
        """Documents that the text mentions up to a place, the nearest first."""
        papers = self.page.papers
        number = bisect_right(papers, start, key=_start)
        near = papers[max(0, number - _PAPERS) : number]
        return [one for one in reversed(near) if one.span.start < start]

    def _document(self, where: Field, phrase: Span | None) -> Voice:
        text = self.page.text(where)
        paper = paper_at(text, phrase) if phrase else None
        if where == "title" or phrase is None:
            before = list(self.page.papers)
        else:
            before = self._papers_before(phrase.start)
        if paper is None:
            near = [
                one
                for one in before
                if phrase is None or where == "title" or phrase.start - one.span.end < _PAPER_REACH
            ]
            if phrase and phrase.of(text).casefold() not in words.FOR_THINGS:
                said = phrase.of(text).strip(" ,")
                return Voice("document", (), said, None, ("document", plain(said)))
            if not near:
                return replace(self.own, sourcing="none")
            paper = near[0]
        outlet = self.relied.reported_by(where, paper)
        if outlet is not None:
            return self.own if outlet == self.page.teller else Voice("outlet", (outlet,))
        key = self.shelf.key(paper, before, self.page.article)
        return Voice("document", (), paper.words, None, key)

    def _unnamed(self, where: Field, phrase: Span, number: int) -> Voice:
        page = self.page
        outlet = self.relied.by_name(where, phrase, page.attributions(where)[number])
        if outlet is not None:
            return self.own if outlet == page.teller else Voice("outlet", (outlet,))
        if is_nobody(phrase.of(page.text(where))):
            return self.own
        named = self._holder(where, phrase)
        if named is not None:
            return named
        if phrase.of(page.text(where)).strip(" ,").casefold() in words.CROWD:
            return replace(self.own, sourcing="none")
        found = describe(page.text(where), phrase, page.names if where == "text" else None)
        if found.head in words.HEARSAY_CLASS:
            return replace(self.own, sourcing="none")
        if found.head in words.MEDIA or (
            found.head == "source" and words.MEDIA_SOURCES & found.camp
        ):
            return Voice("outlet", (), found.words, None, ("outlet", page.teller, found.words))
        if not self.people.is_somebody(where, found):
            name = NAME_ONLY.match(page.text(where), phrase.start, phrase.end)
            if name is not None:
                return self._by_name(where, name["name"])
            paper = paper_at(page.text(where), phrase)
            return self._document(where, phrase) if paper else self.own
        if where == "title":
            return self._in_headline(found)
        return self._described(found, page.place_of(number))

    def _in_headline(self, found: Description) -> Voice:
        """The source of a headline: the first of the text that it may be short for."""
        for one in self.page.pool:
            other = one.description
            fits = found.head in ("source", other.head) or other.head == "source"
            if other.reference == "new" and fits and found.camp <= other.camp:
                return self.at(one)
        key: Key = ("unnamed", found.head, *sorted(found.camp))
        return Voice("unnamed", (), found.words, None, key, found)

    def _described(self, found: Description, place: int) -> Voice:
        if found.reference in ("back", "part") and not found.recalls:
            antecedent = self.people.antecedent(found, place)
            if antecedent is not None:
                return self.at(antecedent)
        return self._as_new(found)

    def _as_new(self, found: Description) -> Voice:
        if not found.head and found.reference != "another":
            found = self.people.before_who(found)
            if not found.head:
                # A pronoun that stands for nobody the article describes.
                where = (self.page.article, str(found.span.start))
                return Voice("unnamed", (), None, None, ("unnamed", "", *where), None)
        via = self.page.outlets_in(found.span) if not found.recalls else ()
        if (
            not via
            and found.head == "source"
            and _ITS.match(self.page.text("text"), found.span.start)
        ):
            its = self.relied.before("text", found.span.start)
            via = (its,) if its else ()
        key: Key = ("unnamed", found.head, *sorted(found.camp))
        if found.reference == "another":
            key = (*key, "another", self.page.article, str(found.span.start))
            found = self.people.another(found)
        voice = Voice("unnamed", (), self.people.without(found, via), None, key, found)
        return voice.through(via, self.page.teller)


def _size(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _start(paper: Paper) -> int:
    return paper.span.start
