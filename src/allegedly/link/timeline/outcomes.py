"""What became of plans, as far as later coverage tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from ...records import Status
from ..events.lemmas import stems as stems_of
from ..events.pairs import cosine
from ..events.tellings import Told
from ..events.words import GIVEN_UP, PUT_OFF
from ..material import Material
from .dates import Dates, said, teller_of

#: A plan is put off no earlier than this before its day, and no later than this after it.
_AHEAD, _AFTER = timedelta(days=60), timedelta(days=3)
#: How long after its day something may happen and still be what was planned.
_LATE = timedelta(days=60)
_ALIKE = 0.15


class Outcomes:
    """The tellings of a story by what they stand for.

    A change ("put off") is taken for that of the first plan it may be of: ask for the plans
    that most articles tell of first.
    """

    def __init__(self, material: Material, told: Sequence[Told]) -> None:
        self._material = material
        self._changes = [
            one for one in told
            if one.status in ("happened", "ongoing", "planned")
            and not one.telling.senses.isdisjoint((PUT_OFF, GIVEN_UP))
        ]  # fmt: skip
        #: Articles whose change of a plan has been given to the plan told most often.
        self._taken: set[str] = set()
        self._by_stem: dict[str, list[Told]] = defaultdict(list)
        for one in told:
            if one.status == "happened" and one.dated:
                for stem in one.telling.stems:
                    self._by_stem[stem].append(one)

    def of(self, group: Sequence[Told], status: Status, dates: Dates) -> str | None:
        """What became of a plan, in words; None where it was none or nothing tells."""
        if status == "happened":
            later = [one for one in group if one.status == "happened"]
            if any(one.status == "planned" for one in group) and later:
                return f"happened ({teller_of(self._material, later[-1].article)})"
            return None
        if status != "planned" or dates.latest is None or dates.earliest is None:
            return None
        return self._changed(group, dates) or self._happened(group, dates)

    def _changed(self, group: Sequence[Told], dates: Dates) -> str | None:
        assert dates.earliest
        assert dates.latest
        names = {stem for one in group for stem in one.telling.stems}
        for one in self._changes:
            told = one.written.latest if one.written else None
            if told is None or not dates.earliest - _AHEAD <= told <= dates.latest + _AFTER:
                continue
            if one.article in {plan.article for plan in group} or not self._names(one, names):
                continue
            if one.article in self._taken:
                continue
            self._taken.add(one.article)
            teller = teller_of(self._material, one.article)
            if PUT_OFF not in one.telling.senses:
                return f"called off ({teller})"
            to = self._to(one, dates)
            return f"put off{f' to {to}' if to else ''} ({teller})"
        return None

    @staticmethod
    def _names(one: Told, stems: set[str]) -> bool:
        """Whether the sentence of a change has a word for what is planned."""
        words = one.sentence.of(one.layer.text).lower().split()
        return any(not stems_of(word.strip(".,:;“”\"'")).isdisjoint(stems) for word in words)

    def _to(self, one: Told, dates: Dates) -> str | None:
        """The new day that the article of a change names."""
        assert dates.latest
        for other in self._changes:
            if other.article == one.article:
                for layer in self._material.layers_of(one.layer.reading):
                    for time in layer.layers.times:
                        inside = layer.field == other.layer.field and other.sentence.covers(
                            time.span
                        )
                        if inside and time.earliest and time.earliest > dates.latest:
                            return said(time.earliest, time.latest)
        return None

    def _happened(self, group: Sequence[Told], dates: Dates) -> str | None:
        assert dates.earliest
        assert dates.latest
        for stem in sorted({stem for one in group for stem in one.telling.stems}):
            for one in self._by_stem.get(stem, ()):
                time = one.time
                if time is None or time.earliest is None or time.latest is None:
                    continue
                if not dates.earliest <= time.earliest <= dates.latest + _LATE:
                    continue
                if any(self._same(one, plan) for plan in group):
                    day = said(time.earliest, time.latest)
                    return f"happened on {day} ({teller_of(self._material, one.article)})"
        return None

    @staticmethod
    def _same(one: Told, plan: Told) -> bool:
        shared = not one.telling.who.isdisjoint(plan.telling.who)
        return shared or cosine(one.telling.around, plan.telling.around) > _ALIKE
