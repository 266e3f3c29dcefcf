"""Who a pronoun or a description refers to: a choice among those mentioned before it.

The trained antecedent score (mention ranking, Lee et al. 2017) is weighed with
what the article's own words show: distance, who came first in the sentence, who
spoke last, and which pronouns go with whom.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ..records import MentionKind, Span
from .encoder import Floats, Tables
from .gender import sentence_numbers
from .lexicon import MANY
from .linking import buckets
from .mentions import Candidate
from .tokens import Tokens

#: How many mentions back an antecedent is looked for.
_WINDOW = 60
#: Weights of an antecedent's score: the trained score, sentences since it was last seen,
#: whether it came first in its sentence there, how often it was seen, whether its known
#: pronouns agree, whether it has a name, whether it spoke last (for sources), whether it was
#: only named inside somebody's quotation, and whether it came first in the same paragraph.
#: Set on GUM dev (`evaluation.speakers`).
LEARNED, DISTANCE, SUBJECT, COUNT, AGREES, NAMED = 0.3, 0.8, 0.8, 0.4, 1.0, 0.5
SPOKE, QUOTED, PARAGRAPH = 1.6, 1.5, 0.5


@dataclass(slots=True)
class Figure:
    """An entity while it is being put together."""

    name: str
    kind: MentionKind
    words: tuple[str, ...]
    gender: str | None = None
    mentions: int = 0
    last_seen: int = -1
    aliases: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Trace:
    """Where an entity was last seen, and how it stood there."""

    sentence: int
    subject: bool
    count: int
    quoted: bool
    paragraph: int


class Antecedents:
    """Chooses who a person mention refers to among those mentioned before it."""

    def __init__(
        self,
        tokens: Tokens,
        tables: Tables,
        people: list[Candidate],
        sentences: Sequence[Span],
        figures: Sequence[Figure],
    ) -> None:
        self._tokens = tokens
        self._people = people
        self._tables = tables
        self._figures = figures
        self._sentence = _outside_numbers(people, sentences)
        self._subject = [
            k == 0 or self._sentence[k - 1] != self._sentence[k] for k in range(len(people))
        ]
        self._traces: dict[int, _Trace] = {}
        #: The row in which an entity was last the source of a statement.
        self._spoke: dict[int, int] = {}
        start, width = 4 * tables.link, tables.coref
        self._heads = np.array([int(tokens.piece[c.first]) for c in people], dtype=np.int64)
        rows = [tokens.projections[c.first : c.last + 1, start:].mean(axis=0) for c in people]
        states: Floats = np.stack(rows) if rows else np.zeros((0, 2 * width), dtype=np.float32)
        self._query, self._key = states[:, :width], states[:, width:]

    def seen(self, row: int) -> None:
        """Note the mention in ``row`` once its entity is known."""
        entity = self._people[row].entity
        if entity < 0:
            return
        if self._people[row].quoted and entity in self._traces:
            return
        old = self._traces.get(entity)
        here = self._sentence[row]
        if self._people[row].speaks:
            self._spoke[entity] = row
        subject = self._subject[row] or (old is not None and old.sentence == here and old.subject)
        count = (old.count if old else 0) + 1
        self._traces[entity] = _Trace(
            here, subject, count, self._people[row].quoted, self._paragraph(row)
        )

    def best(self, row: int, gender: str | None) -> int | None:
        """The entity that ``row`` refers to, or None where none is preferred."""
        fitting = [entity for entity in self._traces if self._fits(entity, gender)]
        if not fitting:
            return None
        learned = self._learned(row)
        talker = self._last_to_speak(row, fitting)
        scores = {
            entity: self._score(row, entity, gender, learned.get(entity, -6.0), talker)
            for entity in fitting
        }
        winner = max(scores, key=lambda k: scores[k])
        if self._people[row].form == "pronoun":
            return winner
        figure = self._figures[winner]
        if not figure.words and figure.name.split()[-1].lower() != self._last_word(row):
            return None  # "the harbour master" is not "a spokesperson"
        return winner if learned.get(winner, -6.0) > 0 else None

    def _fits(self, entity: int, gender: str | None) -> bool:
        figure = self._figures[entity]
        return gender is None or (not _is_many(figure) and figure.gender in (None, gender))

    def _score(
        self, row: int, entity: int, gender: str | None, learned: float, talker: int | None
    ) -> float:
        mention, trace, figure = self._people[row], self._traces[entity], self._figures[entity]
        score = LEARNED * max(min(learned, 6.0), -6.0)
        score -= DISTANCE * min(self._sentence[row] - trace.sentence, 6)
        score += SUBJECT * trace.subject + COUNT * float(np.log2(trace.count + 1))
        score += AGREES * bool(gender and figure.gender == gender) + NAMED * bool(figure.words)
        score += PARAGRAPH * (trace.subject and trace.paragraph == self._paragraph(row))
        score -= QUOTED * (trace.quoted and not mention.quoted)
        if entity == talker:
            score += -SPOKE if mention.answers else SPOKE
        return score

    def _last_to_speak(self, row: int, fitting: list[int]) -> int | None:
        """Who spoke last, for a source: unless this paragraph opens with somebody else."""
        if not self._people[row].speaks:
            return None
        spoke = [entity for entity in fitting if entity in self._spoke]
        opener = self._opener(row)
        if not spoke or (opener is not None and opener in fitting and opener not in spoke):
            return None
        return max(spoke, key=lambda k: self._spoke[k])

    def _opener(self, row: int) -> int | None:
        """Whoever is named first in the row's paragraph, before the row."""
        found = None
        for k in range(row - 1, -1, -1):
            if self._paragraph(k) != self._paragraph(row):
                break
            c = self._people[k]
            if c.form == "name" and c.entity >= 0 and not c.quoted:
                found = c.entity
        return found

    def _paragraph(self, row: int) -> int:
        return int(self._tokens.paragraph[self._people[row].first])

    def _last_word(self, row: int) -> str:
        c = self._people[row]
        return self._tokens.at(c.last, c.last).lower()

    def _learned(self, row: int) -> dict[int, float]:
        """Log of the summed trained scores per entity among the mentions before ``row``."""
        low = max(0, row - _WINDOW)
        if low == row:
            return {}
        offset = self._heads[low:row] - self._heads[row]
        table = self._tables.coref_distance
        scores = self._key[low:row] @ self._query[row] / np.sqrt(self._tables.coref)
        scores = scores + table[buckets(offset, len(table))]
        found: dict[int, float] = {}
        for c, score in zip(self._people[low:row], scores.tolist(), strict=True):
            if c.entity >= 0 and (not c.quoted or self._people[row].quoted):
                old = found.get(c.entity)
                found[c.entity] = score if old is None else float(np.logaddexp(old, score))
        return found


def _is_many(figure: Figure) -> bool:
    """Whether a described figure is several people: "the crews", "the couple"."""
    last = figure.name.lower().rsplit(" ", 1)[-1]
    return not figure.words and (last in MANY or (last.endswith("s") and not last.endswith("ss")))


def _outside_numbers(people: Sequence[Candidate], sentences: Sequence[Span]) -> list[int]:
    """Sentence numbers that do not count sentences in which everybody is inside a quotation."""
    numbers = sentence_numbers(people, sentences)
    outside = {n for n, c in zip(numbers, people, strict=True) if not c.quoted}
    counted = {n: k for k, n in enumerate(sorted(outside))}
    last = 0
    found = []
    for n in numbers:
        last = counted.get(n, last)
        found.append(last)
    return found
