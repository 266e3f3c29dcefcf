"""Who a pronoun or a description refers to: a choice among those mentioned before it.

The trained antecedent score (mention ranking, Lee et al. 2017) is weighed with
what the article's own words show: distance, who came first in the sentence, who
spoke last, and which pronouns go with whom.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ..records import Span
from .candidate import Candidate
from .encoder import Floats, Tables
from .figures import Figures
from .gender import sentence_numbers
from .linking import buckets
from .tokens import Tokens

#: How many mentions back an antecedent is looked for; rows scored together, few enough that a
#: matrix product stays on one thread.
_WINDOW, _BLOCK = 100, 20
#: How many mentions back the subject of the sentence before is looked for.
_TURN = 12
#: Weights of an antecedent's score: the trained score, sentences since it was last seen,
#: whether it came first in its sentence there, how often it was seen, whether its known
#: pronouns agree, whether it has a name, whether it spoke last (for sources), whether it was
#: only named inside somebody's quotation, and whether it came first in the same paragraph.
#: Set on GUM dev (`evaluation.speakers`, `evaluation.entities`).
LEARNED, DISTANCE, SUBJECT, COUNT, AGREES, NAMED = 0.3, 0.8, 0.8, 0.4, 0.8, 0.5
SPOKE, QUOTED, PARAGRAPH = 1.6, 1.5, 0.5
#: The trained score of whoever was not among the last mentions, and its bounds.
_UNSEEN, _BOUND = -6.0, 6.0
#: The greatest score that is not cut before it is raised, and what stands for none.
_MOST, _LEAST = np.float32(40.0), math.exp(_UNSEEN)
_ASKED = re.compile(r",?\s+(?:\w+ly\s+|then\s+)?(?:ask(?:s|ed)|wonder(?:s|ed)|[ei]nquire[sd])\b")


@dataclass(slots=True)
class _Trace:
    """Where an entity was last seen, and how it stood there."""

    sentence: int
    subject: bool
    count: int
    quoted: bool
    paragraph: int


@dataclass(frozen=True, slots=True)
class Choice:
    """The preferred entity, its score and the trained part of it."""

    entity: int
    score: float
    learned: float


class Antecedents:
    """Chooses who a mention refers to among those mentioned before it.

    ``rows`` are the mentions in the order of their heads; whoever calls tells
    `seen` of each once its entity is known.
    """

    def __init__(
        self,
        tokens: Tokens,
        tables: Tables,
        rows: Sequence[Candidate],
        sentences: Sequence[Span],
        figures: Figures,
    ) -> None:
        self._rows = rows
        self._text = tokens.text
        self._starts = [s.start for s in sentences]
        self._figures = figures
        people = [c.kind == "person" for c in rows]
        self._sentence = _outside_numbers(rows, people, sentences)
        self._first = _first_in_sentence(self._sentence, people)
        firsts = np.array([c.first for c in rows], dtype=np.int64)
        self._paragraph = tokens.paragraph[firsts].tolist() if rows else []
        self._traces: dict[int, _Trace] = {}
        #: The same with what is said in quotation marks, for mentions that stand there too.
        self._spoken: dict[int, _Trace] = {}
        #: The row in which an entity was last the source of a statement.
        self._spoke: dict[int, int] = {}
        self._entities = np.full(len(rows), -1, dtype=np.int64)
        self._outside = np.array([not c.quoted for c in rows], dtype=np.float32)
        self._raised = np.exp(np.minimum(_scores(tokens, tables, rows, firsts), _MOST))

    def seen(self, row: int) -> None:
        """Note the mention in ``row`` once its entity is known."""
        c = self._rows[row]
        if c.entity < 0:
            return
        self._entities[row] = c.entity
        old = self._traces.get(c.entity)
        here = self._sentence[row]
        if c.speaks:
            self._spoke[c.entity] = row
        subject = self._first[row] or (old is not None and old.sentence == here and old.subject)
        count = (old.count if old else 0) + 1
        trace = _Trace(here, subject, count, c.quoted, self._paragraph[row])
        self._spoken[c.entity] = trace
        if not c.quoted or old is None:
            self._traces[c.entity] = trace

    def rename(self, old: int, new: int) -> None:
        """Take all mentions of one entity for another's."""
        self._entities[self._entities == old] = new
        trace, other = self._traces.pop(old, None), self._traces.get(new)
        if trace and other:
            trace.count += other.count
        if trace and (other is None or other.sentence <= trace.sentence):
            self._traces[new] = trace
        self._spoken.pop(old, None)
        if new not in self._spoken and (trace or other):
            self._spoken[new] = self._traces[new]
        if old in self._spoke:
            self._spoke[new] = max(self._spoke.pop(old), self._spoke.get(new, 0))

    def best(
        self, row: int, gender: str | None, fits: Callable[[int], float | None]
    ) -> Choice | None:
        """What ``row`` most likely refers to; None where nothing fits.

        ``fits`` says of an entity what to add to its score, or None where it
        cannot be meant.
        """
        learned = self.learned(row)
        extra = {entity: fits(entity) for entity in learned}
        fitting = [entity for entity, more in extra.items() if more is not None]
        if not fitting:
            return None
        talker = self._last_to_speak(row, fitting)
        found = [
            Choice(
                entity,
                self._score(row, entity, gender, learned[entity], talker) + (extra[entity] or 0.0),
                learned[entity],
            )
            for entity in fitting
        ]
        return max(found, key=lambda choice: choice.score)

    def of(self, row: int, entity: int) -> Choice | None:
        """The choice of one entity; None where it was not among the last mentions."""
        learned = self.learned(row).get(entity)
        if learned is None:
            return None
        return Choice(entity, self._score(row, entity, None, learned, None), learned)

    def learned(self, row: int) -> dict[int, float]:
        """Log of the summed trained scores per entity among the mentions before ``row``."""
        low = max(0, row - _WINDOW)
        if low == row:
            return {}
        numbers = self._entities[low:row] + 1  # 0 is for those that are nobody's
        weights = self._raised[row, low - row :]
        if not self._rows[row].quoted:
            weights = weights * self._outside[low:row]
        scores = np.log(np.bincount(numbers, weights=weights) + _LEAST).tolist()
        return {number - 1: scores[number] for number in set(numbers.tolist()) if number}

    def _score(
        self, row: int, entity: int, gender: str | None, learned: float, talker: int | None
    ) -> float:
        mention, figure = self._rows[row], self._figures[entity]
        trace = (self._spoken if mention.quoted else self._traces)[entity]
        score = LEARNED * max(min(learned, _BOUND), -_BOUND)
        score -= DISTANCE * min(self._sentence[row] - trace.sentence, 6)
        score += SUBJECT * trace.subject + COUNT * math.log2(trace.count + 1)
        score += AGREES * bool(gender and figure.gender == gender) + NAMED * bool(figure.words)
        score += PARAGRAPH * (trace.subject and trace.paragraph == self._paragraph[row])
        score -= QUOTED * (trace.quoted and not mention.quoted)
        if entity == talker:
            turns = entity in self._spoke and (mention.answers or self._asked(self._spoke[entity]))
            score += -SPOKE if turns else SPOKE
        return score

    def _last_to_speak(self, row: int, fitting: list[int]) -> int | None:
        """Who spoke last, for a source: unless this paragraph opens with somebody else."""
        if not self._rows[row].speaks:
            return None
        spoke = [entity for entity in fitting if entity in self._spoke]
        opener = self._opener(row)
        if opener is not None and opener in fitting and opener not in spoke:
            return opener if self._follows(row) and self._alone(row, opener) else None
        if not spoke:
            return None
        talker = max(spoke, key=lambda k: self._spoke[k])
        return None if self._turned(row, talker, fitting) else talker

    def _turned(self, row: int, talker: int, fitting: list[int]) -> bool:
        """Whether the sentence right before a source's is about somebody else by name.

        "Ada Finch said so. Tom Alder, who runs the yard, disagreed. “No,” he wrote."
        """
        here, first = self._sentence[row], None
        for k in range(row - 1, max(self._spoke[talker], row - _TURN), -1):
            if self._sentence[k] == here - 1 and self._first[k]:
                first = k
        c = self._rows[first] if first is not None else None
        return (
            c is not None
            and c.form == "name"
            and not c.quoted
            and c.entity != talker
            and c.entity in fitting
        )

    def _asked(self, row: int) -> bool:
        """Whether a source asked: then another answers."""
        return _ASKED.match(self._text, self._rows[row].span.end) is not None

    def _opener(self, row: int) -> int | None:
        """Whoever is named first in the row's paragraph, before the row."""
        found = None
        for k in range(row - 1, max(-1, row - _WINDOW), -1):
            if self._paragraph[k] != self._paragraph[row]:
                break
            c = self._rows[k]
            if c.form == "name" and c.kind == "person" and c.entity >= 0 and not c.quoted:
                found = c.entity
        return found

    def _follows(self, row: int) -> bool:
        """Whether a pronoun is the source of the quotation right before it."""
        start = self._rows[row].span.start
        before = self._text[max(0, start - 2) : start].rstrip()
        return self._rows[row].form == "pronoun" and before.endswith(("”", '"', "’", "'"))

    def _alone(self, row: int, entity: int) -> bool:
        """Whether the row's paragraph mentions one person only, before it, and outside quotes."""
        low = max(bisect_left(self._paragraph, self._paragraph[row]), row - _WINDOW)
        found = {c.entity for c in self._rows[low:row] if c.kind == "person" and not c.quoted}
        return found == {entity}

    def sentences_apart(self, one: int, other: int) -> int:
        """How many sentences lie between two rows."""
        return abs(self._sentence[one] - self._sentence[other])

    def sentence(self, row: int) -> int:
        """The number of the sentence a row begins in."""
        return bisect_right(self._starts, self._rows[row].span.start) - 1

    def begins(self, row: int) -> int:
        """Where the sentence of a row begins."""
        k = self.sentence(row)
        return self._starts[k] if k >= 0 else 0


def _scores(
    tokens: Tokens, tables: Tables, rows: Sequence[Candidate], firsts: np.ndarray
) -> Floats:
    """(rows, window) trained scores of the mentions before each, the nearest last."""
    found = np.full((len(rows), _WINDOW), _UNSEEN, dtype=np.float32)
    if not rows:
        return found
    start, width = 4 * tables.link, tables.coref
    states = tokens.projections[firsts, start : start + 2 * width]
    for k, c in enumerate(rows):
        if c.last > c.first:
            states[k] = tokens.projections[c.first : c.last + 1, start : start + 2 * width].mean(0)
    query, key = states[:, :width] * np.float32(width**-0.5), states[:, width:]
    heads, table = tokens.piece[firsts], tables.coref_distance
    for begin in range(0, len(rows), _BLOCK):
        end, low = min(begin + _BLOCK, len(rows)), max(0, begin - _WINDOW)
        offset = heads[None, low:end] - heads[begin:end, None]
        scores = query[begin:end] @ key[low:end].T + table[buckets(offset, len(table))]
        for row in range(begin, end):
            many = min(row, _WINDOW)
            if many:
                found[row, -many:] = scores[row - begin, row - many - low : row - low]
    return found


def _first_in_sentence(sentence: Sequence[int], people: Sequence[bool]) -> list[bool]:
    """Whether a row is the first of its sentence: the first person, or the first thing."""
    last = {True: -1, False: -1}
    found = []
    for number, person in zip(sentence, people, strict=True):
        found.append(number != last[person])
        last[person] = number
    return found


def _outside_numbers(
    rows: Sequence[Candidate], people: Sequence[bool], sentences: Sequence[Span]
) -> list[int]:
    """Sentence numbers that do not count sentences in which everybody is inside a quotation."""
    numbers = sentence_numbers(rows, sentences)
    outside = {
        n for n, c, person in zip(numbers, rows, people, strict=True) if person and not c.quoted
    }
    counted = {n: k for k, n in enumerate(sorted(outside))}
    last = 0
    found = []
    for n in numbers:
        last = counted.get(n, last)
        found.append(last)
    return found
