"""What the story has come to: the publication date and the dates mentioned so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from .moments import Grain, Moment
from .tense import Tense

#: How many sentences a date is remembered as what "that day" may stand for.
MEMORY = 30
#: By how many years a single mention may leave the story without taking it along.
LEAP = 2


@dataclass(slots=True)
class Story:
    """The dates that other expressions may hang on, as reading goes on.

    ``narrative`` says that dates without a year hang on the last one mentioned
    and not on the publication date.
    """

    published: date | None
    narrative: bool = False
    latest: Moment | None = None
    by_grain: dict[Grain, tuple[Moment, int]] = field(default_factory=dict)
    sentence: int = 0
    base: Moment | None = None
    #: The sentence in which the base was last settled.
    settled: int = 0
    _aside: int | None = None

    def mention(self, moment: Moment, *, opens: bool = True, glance: bool = False) -> None:
        """Remember a date.

        ``opens`` says whether it stands early in its sentence, ``glance`` whether it
        only looks back from the story ("the previous year").
        """
        if moment.year is None:
            return
        self.latest = moment
        if not glance:
            self._settle(moment, opens)
        if self._is_over(moment) or moment.grain != "quarter":
            self.by_grain[moment.grain] = moment, self.sentence
        if moment.grain == "day" and moment.number:
            month = Moment("month", moment.year, moment.number)
            self.by_grain["month"] = month, self.sentence

    def _is_over(self, moment: Moment) -> bool:
        bounds = moment.bounds()
        return bool(bounds and self.published and bounds[1] <= self.published)

    def _settle(self, moment: Moment, opens: bool) -> None:
        """Let the years follow the story, but not a glance away from it.

        A year far from the story counts once the next date is near it, too; a bare
        year late in a sentence does not move a story that has come to a month.
        """
        if self.base is None or self.base.year is None or moment.year is None:
            self.base = moment
        elif abs(moment.year - self.base.year) > LEAP:
            if self._aside is None or abs(moment.year - self._aside) > LEAP:
                self._aside = moment.year
                return
            self.base = moment
        elif opens or moment.grain != "year" or not self.base.month:
            self.base = moment
        self._aside = None
        self.settled = self.sentence

    def last(self, grain: Grain, reach: int = MEMORY) -> Moment | None:
        """The last mentioned moment of ``grain``, unless that was too long ago."""
        found = self.by_grain.get(grain)
        if found is None or self.sentence - found[1] > reach:
            return None
        return found[0]

    @property
    def today(self) -> Moment:
        """The day of publication, or an unknown day."""
        return Moment.of_day(self.published) if self.published else Moment("day", None)


@dataclass(frozen=True, slots=True)
class Setting:
    """The words around one expression: the tense, and whether its verb is right before it."""

    tense: Tense | None = None
    firm: bool = False
