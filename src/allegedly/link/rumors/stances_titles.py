"""The stance of an article's title toward a statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...records import Appearance, StanceValue
from ..claims.propositions import COMMON
from ..frequencies import rarity
from ..judging import Judge, Judgement
from ..material import Material
from ..words import term, words
from .stances_fused import SURE, best, fused, lean
from .twins import Twins

#: How much less often the title of a text that takes a statement up is of something else.
OTHER = 0.25
#: A title without a place of the statement and with less of its words, by rarity, seldom tells
#: it: how much less probable "for" is then.
FEW, SELDOM = 0.34, 0.45


class Titles:
    """Judges titles; a copy's own, where it stands under another than the one that was read."""

    def __init__(self, material: Material, twins: Twins, judge: Judge) -> None:
        self._material, self._twins, self._judge = material, twins, judge
        self._known: dict[tuple[str, str], Mapping[StanceValue, float] | None] = {}

    def stance(
        self,
        statement: str,
        article: str,
        read: Judgement | None,
        carried: Sequence[Appearance],
        *,
        about: bool,
    ) -> StanceValue | None:
        """The stance of the title, None where there is none.

        ``read`` is the model's judgement of the text that was read, ``carried`` the places of
        the statement. ``about``: the text takes the statement up; its title is then less often
        of something else.
        """
        title = self._title(article)
        if not title:
            return None
        ways = lean(one for one in carried if one.anchor.field == "title")
        scores = self._scores(statement, article, read, about)
        if not scores and not ways:
            return "unrelated"
        found = fused(scores, ways)
        found["unrelated"] *= OTHER if about else 1.0
        told = max(ways.values(), default=0.0) >= SURE
        found["for"] *= 1.0 if told or _shared(statement, title) >= FEW else SELDOM
        return best(found)

    def _scores(
        self, statement: str, article: str, read: Judgement | None, about: bool
    ) -> Mapping[StanceValue, float] | None:
        """What the model says of the title."""
        mine = self._title(article)
        if not about or read is None or mine == self._title(self._twins.of(article)):
            return read.headline if read else None
        key = statement, mine
        if key not in self._known:
            self._known[key] = self._judge.stance(statement, mine, mine, ()).headline
        return self._known[key]

    def _title(self, article: str) -> str:
        return (self._material.article(article).title or "").strip()


def _shared(statement: str, title: str) -> float:
    """The share of a statement's weighty words that a title has."""
    worth = {name: rarity(name) for name in (term(word.form) for word in words(statement))}
    weighty = {name: value for name, value in worth.items() if value >= COMMON}
    there = {term(word.form) for word in words(title)}
    total = sum(weighty.values())
    return sum(weighty[name] for name in weighty if name in there) / total if total else 1.0
