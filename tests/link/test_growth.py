"""What linking costs grows no faster than n log n with the articles of a story.

No model is asked: a judge that counts words stands in for it and keeps count of what it is
asked. The articles are those of the example with many of their words exchanged for others of
the example, each in a way of its own: nothing is a copy, hardly a sentence is told twice.
"""

from __future__ import annotations

import random
import re
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import log
from pathlib import Path

import pytest

from allegedly import read
from allegedly.link.account import link
from allegedly.link.judging import Floats, Judgement
from allegedly.link.rumors.stances_gate import READINGS
from allegedly.records import Account, Reading, Span, When

from .contradicting import Bag

SMALL, LARGE = 30, 120
_WORD = re.compile(r"\b[a-z]{4,}\b")
#: The share of the longer words that are exchanged.
_CHANGED = 0.4


class Counting(Bag):
    """Counts the texts and pairs that are embedded, entailed and read."""

    def __init__(self) -> None:
        self.embedded = self.entailed = self.read = 0

    def embed(self, texts: Sequence[str]) -> Floats:
        self.embedded += len(texts)
        return super().embed(texts)

    def entail(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        self.entailed += len(pairs)
        return super().entail(pairs)

    def stance(
        self,
        statement: str,
        title: str | None,
        text: str,
        sentences: Sequence[Span] | None = None,
    ) -> Judgement:
        self.read += 1
        return super().stance(statement, title, text, sentences)


@pytest.fixture(scope="module")
def story(coverage: Path) -> list[Reading]:
    """So many articles of one story, none a copy of another."""
    base = [one for one in read([coverage]) if isinstance(one, Reading) and one.unread is None]
    words: dict[int, list[str]] = defaultdict(list)
    for one in base:
        for word in _WORD.findall(one.article.text):
            words[len(word)].append(word)
    chance = random.Random(5)
    return [varied(base[n % len(base)], n, words, chance) for n in range(LARGE)]


def varied(
    reading: Reading, number: int, words: Mapping[int, list[str]], chance: random.Random
) -> Reading:
    """The reading with other words of the same lengths, so that its spans hold."""

    def other(match: re.Match[str]) -> str:
        word = match.group()
        return chance.choice(words[len(word)]) if chance.random() < _CHANGED else word

    day = date(2024, 2, 6) + timedelta(days=chance.randrange(40))
    article = replace(
        reading.article,
        text=_WORD.sub(other, reading.article.text),
        outlet=f"Outlet {chance.randrange(30)}",
        url=f"https://outlet.example/{number}",
        published=When.from_iso(day.isoformat(), "given"),
        given_id=str(number),
    )
    return replace(reading, article=article)


def linked(readings: Sequence[Reading]) -> tuple[Account, Counting, float]:
    """The account, what the judge was asked for it, and the seconds of processor time."""
    judge, started = Counting(), time.process_time()
    found = link(readings, judge)
    return found, judge, time.process_time() - started


def test_linking_grows_no_faster_than_n_log_n(story: list[Reading]) -> None:
    link(story[:5], Counting())  # tables and patterns are made on first use
    few, asked, took = linked(story[:SMALL])
    many, asked_more, took_longer = linked(story)
    assert not many.copies.groups
    assert len(many.stories[0].articles) > LARGE // 2, "the articles are not of one story"
    assert len(many.claims) > len(few.claims) > 0
    growth = LARGE * log(LARGE) / (SMALL * log(SMALL))
    for before, after in (
        (asked.embedded, asked_more.embedded),
        (asked.entailed, asked_more.entailed),
        (asked.read, asked_more.read),
        (took, took_longer),
    ):
        assert after < growth * before
    assert asked_more.read <= READINGS
