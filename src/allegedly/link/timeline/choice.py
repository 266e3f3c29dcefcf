"""Which events belong on a story's timeline: what an editor would put there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from ..cast.finding import Cast
from ..events.pages import same_text
from ..events.pairs import cosine
from ..events.tellings import Told
from ..events.words import CORRECTIONS, SAYING
from ..material import Material

#: Statuses that nothing came of.
_IDLE = frozenset(("hypothetical", "possible"))
#: How alike two sentences without a date are that tell one thing, and how many are compared.
_ALIKE, _COMPARED = 0.15, 20
#: "On Friday she relented": fewer words tell nothing.
_WORDS = 5
#: Who names a day or a month in figures thought it worth a line.
_DATE = 31


class Choice:
    """Knows the central cast of a story, and what its headlines are about."""

    def __init__(self, material: Material, cast: Cast, told: Sequence[Told]) -> None:
        self._texts = same_text(material)
        met = Counter(
            (member.id, article)
            for member in cast.members
            for article in {self._texts[ref.article] for ref in member.entities}
        )
        many = Counter(name for name, _ in met)
        texts = len(set(self._texts.values()))
        asked = 1 if texts < 3 else max(2, texts // 10)
        self._central = frozenset(name for name, count in many.items() if count >= asked)
        self._headlines: dict[str, set[str]] = {}
        for one in told:
            if one.layer.field == "title":
                known = self._headlines.setdefault(one.article, set())
                known |= _telling_words(one)

    def keeps(self, group: Sequence[Told]) -> bool:
        """Whether an event belongs on the timeline."""
        body = [one for one in group if not (one.routine and not one.act)]
        if not body or all(one.status == "hypothetical" for one in group):
            return False
        texts = len({self._texts[one.article] for one in body})
        dated = [one for one in body if one.dated and not one.since]
        if dated:
            return texts > 1 or any(self._worth_a_line(one) for one in dated)
        if any(one.stamped and self._in_headline(one) for one in body):
            return True
        if texts > 1:
            return self._retold(body)
        return any(self._outlook(one) for one in body)

    def _worth_a_line(self, one: Told) -> bool:
        """Whether a dated event of one article is more than its scenery."""
        if one.status == "denied" and not self._centres(one):
            return False
        if one.status in _IDLE and not self._ahead(one):
            return False
        if one.quoted and one.status != "happened":
            return False
        if not one.exact and len(one.clause.of(one.layer.text).split()) < _WORDS:
            return False
        if one.word in CORRECTIONS:
            return True
        if one.act and (one.noun or one.word in SAYING):
            return self._centres(one)
        fine = not one.noun or _length(one) <= _DATE
        if one.exact and fine and (not one.vague or one.status == "planned"):
            return True
        return bool(one.about) or not (one.vague or one.noun or not one.own)

    def _ahead(self, one: Told) -> bool:
        """Whether it is dated after the article."""
        written, day = one.written, one.time.earliest if one.time else None
        return bool(written and written.latest and day and day > written.latest)

    def _in_headline(self, one: Told) -> bool:
        known = self._headlines.get(one.article, set())
        return bool(known & _telling_words(one)) and one.status == "happened"

    def _retold(self, group: Sequence[Told]) -> bool:
        """Whether several articles tell of it in earnest and alike, without a date."""
        firm = [
            one for one in group
            if one.status not in _IDLE and not one.vague and not one.noun and not one.quoted
            and (one.status != "planned" or one.announced)
        ]  # fmt: skip
        if not any(self._centres(one) for one in firm):
            return False
        return any(
            self._texts[one.article] != self._texts[other.article]
            and cosine(one.telling.around, other.telling.around) >= _ALIKE
            for one, other in combinations(firm[:_COMPARED], 2)
        )

    def _outlook(self, one: Told) -> bool:
        """Whether the article itself says what is to be, or is not, about the central cast."""
        if one.status not in ("planned", "denied") or not one.own or one.layer.field == "title":
            return False
        return one.announced and not (one.vague or one.noun or one.routine) and self._centres(one)

    def _centres(self, one: Told) -> bool:
        return any(name in self._central for name in one.who)


def _length(one: Told) -> int:
    """How many days a date leaves open."""
    time = one.time
    return (
        (time.latest - time.earliest).days if time and time.earliest and time.latest else _DATE + 1
    )


def _telling_words(one: Told) -> frozenset[str]:
    """What a headline and a line may share: senses, and stems that tell something."""
    return one.telling.senses if one.vague else one.telling.stems | one.telling.senses
