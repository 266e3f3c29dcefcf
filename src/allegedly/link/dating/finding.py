"""When articles without a date were written, as far as the coverage tells.

An undated article was written after all that it tells as past, and before what it tells
as still to come. Some of that it dates itself; some of it other articles date. Where it
speaks of a known event in words that depend on the day of writing ("filed in February"),
they bound that day on both sides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...records import Anchor, Dating, Span, When
from ..events.lemmas import stems
from ..events.tellings import Told, tellings
from ..material import Material
from ..timeline.dates import said, stretch, teller_of
from ..timeline.merging import clusters
from ..words import term, words
from .windows import Expression, Window, window
from .words import BEGINNING, PENDING

#: Of more beginnings of one thing than these the first ones are looked at.
_MANY = 50


@dataclass(frozen=True, slots=True)
class _Bound:
    """Days an article may be of, why, where that stands, and how much it can be relied on."""

    window: Window
    note: str
    anchors: tuple[Anchor, ...]
    rank: int


def find_datings(material: Material) -> tuple[Dating, ...]:
    """A dating for each undated article that tells of something with a known date.

    Those of whose day of writing nothing is known have none. Bounds that cannot all hold
    (an event taken for another one) are taken in the order of how firm they are, and
    what does not fit is left out.
    """
    material = material.dated(())
    undated = {one.article.id for one in material.readings if one.article.published is None}
    if not undated:
        return ()
    bounds = _Bounds(material, undated)
    found = (_dating(article, bounds.of(article)) for article in bounds.articles())
    return tuple(one for one in found if one is not None)


def _dating(article: str, bounds: Iterable[_Bound]) -> Dating | None:
    """The intersection of bounds, with those that make it."""
    days, used = Window(None, None), []
    for bound in sorted(bounds, key=lambda one: one.rank):
        met = days.meet(bound.window)
        if met is not None and met != days:
            days = met
            used.append(bound)
    if not used:
        return None
    used = [one for one in used if _binds(one.window, days)]
    anchors = tuple(dict.fromkeys(anchor for one in used for anchor in one.anchors))
    when = When(_value(days), days.earliest, days.latest, "shared")
    return Dating(article, when, " ".join(one.note for one in used), anchors)


def _binds(one: Window, days: Window) -> bool:
    """Whether a bound is one of the two that are left."""
    first = one.earliest is not None and one.earliest == days.earliest
    return first or (one.latest is not None and one.latest == days.latest)


def _value(days: Window) -> str:
    """The TIMEX3 value that holds all the days; an unknown year where none does."""
    if days.earliest is None or days.latest is None:
        return "XXXX"
    return stretch(days.earliest, days.latest) or "XXXX"


class _Bounds:
    """All that bounds the days of writing of a story's undated articles."""

    def __init__(self, material: Material, undated: set[str]) -> None:
        self._material = material
        self._undated = undated
        self._found: dict[str, list[_Bound]] = defaultdict(list)
        self._windows: dict[object, Window | None] = {}
        dated = {one.article.id for one in material.readings} - undated
        told = [
            one for one in tellings(material, _names(material), dated)
            if one.article in undated or one.dated
        ]  # fmt: skip
        for one in told:
            if one.article in undated:
                self._found[one.article].extend(self._own(one))
        begun: list[tuple[Told, Window]] = []
        for group in clusters(told):
            self._shared(group, begun)
        self._pending(begun)

    def articles(self) -> Sequence[str]:
        """The undated articles that anything bounds, in the material's order."""
        return sorted(self._found, key=self._material.order)

    def of(self, article: str) -> list[_Bound]:
        """What bounds one of them."""
        return self._found[article]

    def _own(self, one: Told) -> Iterator[_Bound]:
        """What the article dates itself."""
        if one.time is None or not one.dated or one.quoted:
            return
        if one.status in ("happened", "ongoing") or one.since:
            place = self._material.anchor(one.article, one.layer.field, one.clause)
            when = said(one.time.earliest, one.time.latest)
            note = f"It tells of {when} as past ({self._words(one)})."
            yield _Bound(Window(one.time.earliest, None), note, (place,), 0)

    def _shared(self, group: Sequence[Told], begun: list[tuple[Told, Window]]) -> None:
        """What one event, dated elsewhere, says of the undated articles that tell of it."""
        dated = [one for one in group if self._dates(one)]
        if not dated:
            return
        days = Window(None, None)
        for one in dated:
            assert one.time
            met = days.meet(Window(one.time.earliest, one.time.latest))
            if met is None:
                return
            days = met
        best = min(dated, key=lambda one: _length(one))
        if not group[0].telling.senses.isdisjoint(BEGINNING):
            begun.append((best, days))
        for one in group:
            if one.article in self._undated and one not in dated:
                self._found[one.article].extend(self._by(one, best, days))

    def _dates(self, one: Told) -> bool:
        """Whether a telling dates its event whatever day it was written on."""
        known = one.time is not None and one.dated and not one.since
        return (
            known
            and one.status != "hypothetical"
            and "X" not in (one.time.value if one.time else "X")
        )

    def _by(self, one: Told, dated: Told, days: Window) -> Iterator[_Bound]:
        anchors = tuple(
            self._material.anchor(told.article, told.layer.field, told.clause)
            for told in (one, dated)
        )
        who = teller_of(self._material, dated.article)
        known = said(days.earliest, days.latest)
        if one.time is not None and one.time.value[:4] == "XXXX":
            found = self._window(Expression(one, one.time), days, one)
            if found is not None:
                first, last = said(found.earliest, None), said(None, found.latest)
                note = (
                    f"It says {self._words(one)}; {who} dates that to {known}, "
                    f"so it was written {first} and {last}."
                )
                yield _Bound(found, note, anchors, 1)
                return
        if one.vague or not self._firm(one, dated):
            return
        if one.status == "happened" and days.earliest:
            note = (
                f"It tells as past what {who} dates to {known} ({self._words(one)}), "
                f"so it was written {said(days.earliest, None)}."
            )
            yield _Bound(Window(days.earliest, None), note, anchors, 2)
        elif one.status == "planned" and days.latest and one.own:
            note = (
                f"It tells as still to come what {who} dates to {known} ({self._words(one)}), "
                f"so it was written {said(None, days.latest)}."
            )
            yield _Bound(Window(None, days.latest), note, anchors, 3)

    def _firm(self, one: Told, dated: Told) -> bool:
        alike = not one.telling.stems.isdisjoint(dated.telling.stems)
        alike = alike or not one.telling.senses.isdisjoint(dated.telling.senses)
        return alike and not one.telling.who.isdisjoint(dated.telling.who)

    def _window(self, said_here: Expression, days: Window, one: Told) -> Window | None:
        key = (said_here.key, days, one.status)
        if key not in self._windows:
            self._windows[key] = window(said_here.on, days, one.status)
        return self._windows[key]

    def _pending(self, begun: Sequence[tuple[Told, Window]]) -> None:
        """Articles that speak of "the divorce proceedings" were written after the filing."""
        topics: dict[str, list[tuple[Told, Window]]] = defaultdict(list)
        for told, days in begun:
            for name in {*told.telling.stems, *told.telling.around}:
                topics[name].append((told, days))
        if not topics:
            return
        for article in sorted(self._undated):
            if self._material.reading(article).unread is None:
                self._found[article].extend(self._presupposed(article, topics))
        for article in [name for name, bounds in self._found.items() if not bounds]:
            del self._found[article]

    def _presupposed(
        self, article: str, topics: dict[str, list[tuple[Told, Window]]]
    ) -> Iterator[_Bound]:
        """What the first mention of each pending thing says of an article."""
        reading = self._material.reading(article)
        names = {entity.name.casefold().split()[-1] for entity in reading.entities if entity.name}
        met: set[str] = set()
        before = None
        for word in words(reading.article.text):
            if before is not None and word.form in PENDING and word.start - before.end == 1:
                topic = before.form.removesuffix("'s")
                if topic not in names | met:
                    met.add(topic)
                    span = Span(before.start, word.end)
                    yield from self._after(article, span, self._begun(topic, names, topics))
            before = word

    def _begun(
        self, topic: str, names: set[str], topics: dict[str, list[tuple[Told, Window]]]
    ) -> tuple[Told, Window] | None:
        """The first dated beginning of something that names of the article are part of."""
        found = [
            (days.earliest, n, told, days)
            for name in {*stems(topic), term(topic)}
            for n, (told, days) in enumerate(topics.get(name, ())[:_MANY])
            if days.earliest and not names.isdisjoint(told.telling.who)
        ]
        return min(found, key=lambda one: one[:2])[2:] if found else None

    def _after(
        self, article: str, span: Span, begun: tuple[Told, Window] | None
    ) -> Iterator[_Bound]:
        if begun is None:
            return
        told, days = begun
        here = self._material.anchor(article, "text", span)
        there = self._material.anchor(told.article, told.layer.field, told.clause)
        note = (
            f"It speaks of “{here.text}”; {teller_of(self._material, told.article)} dates the "
            f"beginning of that to {said(days.earliest, days.latest)} ({self._words(told)}), so it "
            f"was written {said(days.earliest, None)}."
        )
        yield _Bound(Window(days.earliest, None), note, (here, there), 2)

    def _words(self, one: Told) -> str:
        return f"“{one.clause.of(one.layer.text)}”"


def _names(material: Material) -> Callable[[str, int], str | None]:
    """Who an entity is by the last word of its name: there is no cast yet."""
    named = {
        (layer.article, mention.entity)
        for layer in material.layers()
        for mention in layer.layers.mentions
        if mention.named
    }

    def who(article: str, number: int) -> str | None:
        if (article, number) not in named:
            return None
        name = material.reading(article).entities[number].name.casefold().split()
        return name[-1] if name else None

    return who


def _length(one: Told) -> int:
    time = one.time
    return (time.latest - time.earliest).days if time and time.earliest and time.latest else 0
