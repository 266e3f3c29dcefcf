"""Organizations, places, works and other things by name across articles.

One name is one thing; a part of a name ("the Courier"), an acronym or a slip of the pen
joins where one name of the story fits.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ...reader.gazetteer import PLACES
from ...records import MentionKind
from ..material import Material
from .joining import PART, SAME, VARIANT, Link
from .names import bare, body_words, initials
from .portraits import Portrait
from .spelling import slip
from .words import TELLING

Words = tuple[str, ...]
_USUAL = 2
#: How many words of a name may stand in a block before it tells nothing.
_CROWD = 400


@dataclass(slots=True, eq=False)
class Body:
    """A thing as the story names it; without entities where only an outlet's name is known."""

    kind: MentionKind
    words: Words
    entities: list[int] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    #: Other names that articles use for it.
    also: Counter[Words] = field(default_factory=Counter)
    mentions: int = 0
    capital: bool = False


class Bodies:
    """The named things of a story that are no people."""

    def __init__(self, material: Material, found: Sequence[Portrait]) -> None:
        self.links: list[Link] = []
        self._found = found
        self._outlets = {
            reading.article.id: body_words(reading.article.outlet)
            for reading in material.readings
            if reading.article.outlet
        }
        self._called: dict[Words, str] = {}
        for reading in material.readings:
            if reading.article.outlet:
                words = body_words(reading.article.outlet)
                shown = bare(reading.article.outlet)
                self._called[words] = max(shown, self._called.get(words, ""))
        self._bodies: dict[tuple[MentionKind, Words], Body] = {}
        for words in sorted(set(self._outlets.values())):
            self._bodies["organization", words] = Body("organization", words)
        for n, one in enumerate(found):
            if one.names and one.kind not in ("person", "group"):
                self._note(n, one)
        self._join_parts()

    def _note(self, n: int, one: Portrait) -> None:
        names = sorted({body_words(name) for name in one.names}, key=lambda w: (-len(w), w))
        body = self._bodies.setdefault((one.kind, names[0]), Body(one.kind, names[0]))
        body.entities.append(n)
        body.articles.add(one.ref.article)
        body.also.update(names[1:])
        body.mentions += one.named
        body.capital |= any(name.isupper() and len(name) < 7 for name in one.names)

    def _link(self, rank: int, entities: Iterable[int]) -> None:
        numbers = list(entities)
        self.links += [Link(rank, numbers[0], n) for n in numbers[1:]]

    def _join_parts(self) -> None:
        for kind in ("organization", "place", "work", "event", "other"):
            bodies = [body for body in self._bodies.values() if body.kind == kind]
            bodies.sort(key=lambda one: (-len(one.articles), -one.mentions, one.words))
            self._join_slips(bodies)
            parted = self._join_short(bodies) if kind == "organization" else set[int]()
            for body in bodies:
                if id(body.entities) not in parted and body.entities:
                    self._link(SAME, body.entities)
        self._join_initials()

    def _join_slips(self, bodies: Sequence[Body]) -> None:
        """Join names that differ by one letter in one word, or by a space, to the commoner."""
        blocks: dict[tuple[Words, int], list[Body]] = defaultdict(list)
        spaced: dict[str, Body] = {}
        for body in bodies:
            same = spaced.setdefault("".join(body.words), body)
            if same is not body:
                self._unite(VARIANT, same, body)
                continue
            keys = [((*body.words[:k], *body.words[k + 1 :]), k) for k in range(len(body.words))]
            found = {
                id(other): other
                for key in keys
                for other in blocks[key][:_CROWD]
                if slip(body.words[key[1]], other.words[key[1]])
                and body.articles.isdisjoint(other.articles)
            }
            if len(found) == 1 and max(map(len, body.words)) > 5:
                self._unite(VARIANT, next(iter(found.values())), body)
                continue
            for key in keys:
                blocks[key].append(body)

    def _unite(self, rank: int, into: Body, body: Body) -> None:
        if into.entities and body.entities:
            self._link(rank, [into.entities[0], body.entities[0]])
        into.entities += body.entities
        into.articles |= body.articles
        into.also.update([body.words, *body.also.elements()])
        into.mentions += body.mentions
        body.entities = into.entities

    def _join_short(self, bodies: Sequence[Body]) -> set[int]:
        """Join "Strandholm", "the Courier" to the one body whose name they shorten.

        Returns which lists of entities (by identity) were shared out among several bodies.
        """
        parted = set()
        longer: dict[Words, list[Body]] = defaultdict(list)
        for body in bodies:
            for short in _shorter(body.words):
                longer[short].append(body)
        for body in bodies:
            if not body.entities or (len(body.words) == 1 and body.words[0] in PLACES):
                continue
            fitting = _distinct(one for one in longer[body.words] if _shortens(body, one))
            if len(fitting) > 1:
                fitting = [one for one in fitting if not _outshines(body, one)]
            if fitting:
                self._join_each(body, fitting)
            if len(fitting) > 1:
                parted.add(id(body.entities))
        return parted

    def _join_initials(self) -> None:
        """Join "HDWU" to the one body, event or work whose words begin with these letters."""
        bodies = [one for one in self._bodies.values() if one.kind != "place" and one.entities]
        longer: dict[str, list[Body]] = defaultdict(list)
        for body in bodies:
            longer[initials(body.words)].append(body)
        for body in bodies:
            letters = body.words[0]
            if body.capital and len(body.words) == 1 and len(letters) > 2:
                fitting = _distinct(longer.get(letters, ()))
                if len(fitting) == 1:
                    self._link(PART, [fitting[0].entities[0], body.entities[0]])

    def _join_each(self, body: Body, fitting: list[Body]) -> None:
        """Give each entity of a short name the body that its article means."""
        rest: list[tuple[Words, int]] = []
        usual = _usual(body.words, fitting)
        for n in body.entities:
            article = self._found[n].ref.article
            meant = self._own(article, fitting) or _one(
                [other for other in fitting if article in other.articles]
            )
            meant = meant or usual
            if meant is not None and meant.entities:
                self._link(PART, [meant.entities[0], n])
            elif meant is not None:
                rest.append((meant.words, n))
                self._found[n].outlet = self._called[meant.words]
            else:
                rest.append((body.words, n))
        # An outlet that no article names in full: its short names are still one.
        for words in {words for words, _ in rest}:
            self._link(PART, [n for other, n in rest if other == words])

    def _own(self, article: str, fitting: Sequence[Body]) -> Body | None:
        """The outlet of the article: "the Courier" is its own."""
        return _one([body for body in fitting if body.words == self._outlets.get(article)])


def _one(bodies: Sequence[Body]) -> Body | None:
    return bodies[0] if len(bodies) == 1 else None


def _distinct(bodies: Iterable[Body]) -> list[Body]:
    """Those of them that are not one by now."""
    found: dict[object, Body] = {}
    for body in bodies:
        found.setdefault(id(body.entities) if body.entities else body.words, body)
    return list(found.values())


def _usual(words: Words, fitting: Sequence[Body]) -> Body | None:
    """The only one that fits, or that articles call so."""
    if len(fitting) == 1:
        return fitting[0]
    called = [body for body in fitting if body.also[words] > 0]
    return called[0] if len(called) == 1 and called[0].also[words] >= _USUAL else None


def _shortens(body: Body, whole: Body) -> bool:
    """Whether a name is likely short for another that begins or ends so.

    Not where it is the better known name: an "Apple Store" is not what "Apple" is short for.
    """
    words = body.words
    ends = whole.words[-len(words) :] == words
    if ends or whole.also[words] > 0:
        return True
    joint = whole.words[len(words)] == "and"
    return (joint or whole.words[-1] in TELLING) and not _outshines(body, whole)


def _outshines(body: Body, whole: Body) -> bool:
    """Whether a short name stands in so many more articles that it is a name by itself."""
    if whole.also[body.words] > 0 or body.words[-1] in TELLING:
        return False
    return len(body.articles) > _USUAL * max(1, len(whole.articles))


def _shorter(words: Words) -> set[Words]:
    """How a body's name may be shortened: its first words, or its last ones."""
    found = {words[:k] for k in range(1, len(words))} | {words[k:] for k in range(1, len(words))}
    return {short for short in found if short and short[-1] not in ("and", "of", "the")}
