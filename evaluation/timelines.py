"""Timelines of entities from raw text, on SemEval-2015 task 4: `python -m evaluation.timelines`.

Minard et al. (2015), track A: of a set of articles and a name, the events that the bearer
takes part in, in order. Scored by temporal awareness (UzZaman and Allen 2011) as the task
does: events of one row are simultaneous, those of a row are before those of the next one;
what cannot be placed (row 0) is left out. A relation is right if the other timeline's
closure has it; precision and recall are over the relations of all timelines together.
Two of the task's three test stories are development data here (airbus and stock); the
best run of the task reached 7.85 on all three.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from allegedly.collect import article_from_text
from allegedly.link.cast.finding import find_cast
from allegedly.link.events.tellings import Told, tellings
from allegedly.link.material import Material
from allegedly.link.timeline.dates import dates_of
from allegedly.link.timeline.merging import clusters
from allegedly.reader.lexicon import word_set
from allegedly.records import Reading, Span

from .clusters import Ratio
from .data import folder, records

DOCUMENTS = "crossdoc/timeline_docs_dev.jsonl"
TIMELINES = "crossdoc/timelines_dev.jsonl"
#: Words of a target's name that many names share.
_COMMON = word_set(
    "the of and inc corp corporation company group ltd plc index average composite industrial a "
    "world worldwide"
)

#: The least share of words that a name in the articles has in common with a target's.
_HALF = 0.51

#: An event mention: the document and a number that gold and system share where they overlap.
Mention = tuple[str, int]
Rows = list[list[Mention]]


@dataclass(frozen=True)
class Target:
    """A name, its story, and the annotated rows in order (row 0 left out)."""

    story: str
    name: str
    rows: list[list[tuple[str, Span]]]


def targets() -> list[Target]:
    """The annotated timelines."""
    return [_target(row) for row in records(folder() / TIMELINES)]


def _target(row: dict[str, Any]) -> Target:
    rows: dict[int, list[tuple[str, Span]]] = defaultdict(list)
    for one in row["rows"]:
        if one["order"]:
            rows[one["order"]].extend(
                (m["doc"], Span(m["start"], m["end"]))
                for m in one["mentions"]
                if m["start"] is not None
            )
    return Target(
        row["story"], row["entity"], [rows[order] for order in sorted(rows) if rows[order]]
    )


def read_stories() -> dict[str, list[Reading]]:
    """The readings of each story's documents."""
    from allegedly import Reader

    reader, found = Reader(), defaultdict(list)
    for row in records(folder() / DOCUMENTS):
        article = article_from_text(row["text"], published=row["dct"], given_id=row["id"])
        found[row["story"]].append(reader.read_article(article))
    return dict(found)


class Story:
    """The merged events of a story, and whose timeline each belongs to."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.material = Material("story", readings)
        self._cast = find_cast(self.material)
        self._days: dict[tuple[str, int], date] = {}
        for group in clusters(tellings(self.material, self._cast.of)):
            self._place([one for one in group if one.layer.field == "text"])

    def _place(self, group: Sequence[Told]) -> None:
        """The day of an event; where nothing tells it, the day it was first reported."""
        if not group:
            return
        day = dates_of(group, self.material).earliest
        written = [one.written.earliest for one in group if one.written and one.written.earliest]
        day = day or min(written, default=None)
        for one in group if day else ():
            assert day
            self._days.update({(one.article, head.start): day for head in one.heads})

    def rows(self, name: str) -> list[list[tuple[str, Span]]]:
        """The timeline of a name: rows of one day, in order."""
        bearers = self._bearers(name)
        days: dict[date, list[tuple[str, Span]]] = defaultdict(list)
        for reading in self.material.readings:
            article = reading.article
            for span, numbers in _acts(reading):
                if any(self._cast.of(article.id, number) in bearers for number in numbers):
                    day = self._days.get((article.id, span.start)) or _written(reading)
                    if day is not None:
                        days[day].append((article.given_id or "", span))
        return [days[day] for day in sorted(days)]

    def _bearers(self, name: str) -> set[str | None]:
        """The members of the cast whose names share most words with a name, half at least."""
        words, best = _telling(name), _HALF
        found: set[str | None] = set()
        for member in self._cast.members:
            alike = max(_jaccard(words, _telling(one)) for one in (member.name, *member.aliases))
            if alike > best:
                best, found = alike, set()
            if alike >= best:
                found.add(member.id)
        return found


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def _telling(name: str) -> frozenset[str]:
    parts = name.casefold().replace(".", "").replace("'s", "").split()
    return frozenset(part for part in parts if part not in _COMMON) or frozenset(parts)


def _acts(reading: Reading) -> Iterable[tuple[Span, Sequence[int]]]:
    """What happened, and what was said, with those who took part."""
    events = {}
    for one in reading.body.attributions:
        if one.speaker is not None:
            for cue in one.cue[:1]:
                events[cue.start] = (cue, [one.speaker])
    for event in reading.body.events:
        if event.status in ("happened", "ongoing", "planned", "possible"):
            events[event.span.start] = (event.span, list(event.participants))
    return events.values()


def _written(reading: Reading) -> date | None:
    when = reading.article.published
    return when.earliest if when else None


def numbered(
    gold: Iterable[Sequence[tuple[str, Span]]], found: Iterable[Sequence[tuple[str, Span]]]
) -> tuple[Rows, Rows]:
    """Rows of mentions that carry one number where a found mention overlaps a gold one."""
    numbers: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    count = 0
    rows: Rows = []
    for row in gold:
        mentions = []
        for document, span in row:
            numbers[document].append((span, count))
            mentions.append((document, count))
            count += 1
        rows.append(mentions)
    system: Rows = []
    for row in found:
        mentions = []
        for document, span in row:
            match = next((n for other, n in numbers[document] if other.overlaps(span)), None)
            count += 1
            mentions.append((document, count if match is None else match))
        system.append(list(dict.fromkeys(mentions)))
    return rows, system


def awareness(gold: Rows, found: Rows) -> Ratio:
    """Relations of each timeline that the other one has too."""
    right, count = _verified(found, _positions(gold))
    met, total = _verified(gold, _positions(found))
    return Ratio(right, count, met, total)


def _positions(rows: Rows) -> dict[Mention, int]:
    return {mention: place for place, row in enumerate(rows) for mention in row}


def _verified(rows: Rows, places: dict[Mention, int]) -> tuple[float, float]:
    """How many of the relations of ``rows`` hold for ``places``, and how many there are."""
    right = count = 0
    for row in rows:
        for n, one in enumerate(row):
            for other in row[n + 1 :]:
                count += 1
                right += one in places and places.get(other) == places[one]
    for row, following in pairwise(rows):
        for one in row:
            for other in following:
                count += 1
                right += one in places and other in places and places[one] < places[other]
    return float(right), float(count)


def score(stories: dict[str, list[Reading]]) -> Ratio:
    """Temporal awareness over all timelines."""
    merged = {name: Story(readings) for name, readings in stories.items()}
    total = Ratio()
    for target in targets():
        total.add(awareness(*numbered(target.rows, merged[target.story].rows(target.name))))
    return total


def main(arguments: Sequence[str] | None = None) -> int:
    """Print precision, recall and F1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pickle", type=Path, help="readings made before, to save time")
    chosen = parser.parse_args(arguments)
    if chosen.pickle:
        import pickle

        stories = pickle.loads(chosen.pickle.read_bytes())
    else:
        stories = read_stories()
    found = score(stories)
    sys.stdout.write(
        f"precision {found.precision:.4f}  recall {found.recall:.4f}  F1 {found.f1:.4f}\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
