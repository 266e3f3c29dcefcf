"""The long lists of an account as data for the report's script: what no other row repeats."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..island import Words
from .rumors import STANCES, StanceView
from .story import AppearanceView, StoryView
from .targets import Quote, Targets, Word

_STANCES = {stance: number for number, stance in enumerate(STANCES)}


def lists(
    stories: Iterable[StoryView], targets: Targets, words: Words, *, apart: bool
) -> dict[str, Any]:
    """By rumor its stances and by claim its appearances, with what these are made of.

    With ``apart``, the texts stand on other pages, and the lists bring their words along.
    """
    maker = _Maker(targets, words, apart=apart)
    rumors: dict[str, list[Any]] = {}
    claims: dict[str, list[Any]] = {}
    for story in stories:
        rumors.update({one.id: [*map(maker.stance, one.stances)] for one in story.rumors})
        claims.update({one.id: [*map(maker.appearance, one.appearances)] for one in story.claims})
    return {
        "stances": [*STANCES.items()],
        "rumors": rumors,
        "claims": claims,
        "chains": maker.chains,
        "labels": maker.labels,
    }


class _Maker:
    """Makes rows of numbers: of words, of articles, of sourcing chains."""

    def __init__(self, targets: Targets, words: Words, *, apart: bool) -> None:
        self._word = words.number
        self._apart = apart
        self._chains: dict[Word, int] = {}
        self._articles = {one: number for number, one in enumerate(targets.labels)}
        self.labels = [
            [one.key, *map(self._word, (one.page, one.short, one.when, one.machine or ""))]
            for one in targets.labels.values()
        ]

    @property
    def chains(self) -> list[list[Any]]:
        """The sourcing chains: who it is from, their entry in the cast, those who passed it on."""
        return [
            [self._word(one.origin.name)]
            if one.own
            else [self._word(one.origin.name), one.origin.member or 0, [*map(self._word, one.via)]]
            for one in self._chains
        ]

    def stance(self, one: StanceView) -> list[Any]:
        """Article, stance, that of the headline, confidence, sourcing, chain, and the evidence."""
        return [
            self._articles[one.article.id],
            _STANCES[one.stance],
            -1 if one.headline is None else _STANCES[one.headline],
            one.confidence or 0,
            self._word(one.sourcing),
            -1 if one.word is None else self._chain(one.word),
            *map(self._quote, one.evidence),
        ]

    def appearance(self, one: AppearanceView) -> list[Any]:
        """Stance, sourcing chain, certainty (0 where the words are plain), and where it stands."""
        certainty = self._word(one.certainty or "")
        return [_STANCES[one.stance], self._chain(one.word), certainty, self._quote(one.quote)]

    def _chain(self, one: Word) -> int:
        return self._chains.setdefault(one, len(self._chains))

    def _quote(self, one: Quote) -> list[int]:
        span = one.place.span
        words = [self._word(one.text)] if self._apart else []
        where = (self._articles[one.place.article], int(one.in_headline))
        return [*where, span.start, span.end - span.start, *words]
