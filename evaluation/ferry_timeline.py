"""The timeline of the bundled example beside its gold: `python -m evaluation.ferry_timeline`.

A gold event is found where an item quotes, or stands in the same sentence as, a piece of
its evidence. Each item counts for one gold event, the one it shares most articles with.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from allegedly.link.cast.finding import find_cast
from allegedly.link.copies.groups import find_copies
from allegedly.link.dating.finding import find_datings
from allegedly.link.material import Material
from allegedly.link.timeline.finding import find_timeline
from allegedly.records import Reading, Span, TimelineItem, When

from .data import ROOT

FOLDER = ROOT / "examples" / "ferry"


@dataclass(frozen=True)
class Gold:
    """One event of the gold: where its evidence stands, and the articles that tell it."""

    what: str
    when: str
    status: str
    articles: frozenset[str]
    places: tuple[tuple[str, Span], ...]


@dataclass(frozen=True)
class Match:
    """A gold event and the item that tells it, None where none does."""

    gold: Gold
    item: TimelineItem | None

    @property
    def right_when(self) -> bool:
        """Whether the item has the gold's date, or days inside it."""
        item, bounds = self.item, _bounds(self.gold.when)
        if item is None or item.earliest is None or item.latest is None:
            return False
        return item.when == self.gold.when or (
            bounds[0] <= item.earliest and item.latest <= bounds[1]
        )

    @property
    def right_status(self) -> bool:
        """Whether the status is the gold's."""
        return self.item is not None and self.item.status == self.gold.status

    @property
    def missing(self) -> frozenset[str]:
        """Articles of the gold that the item lacks."""
        return self.gold.articles - set(self.item.articles if self.item else ())

    @property
    def added(self) -> frozenset[str]:
        """Articles that the gold lacks."""
        return frozenset(self.item.articles if self.item else ()) - self.gold.articles


def _bounds(value: str) -> tuple[date, date]:
    if value.endswith("-SU"):
        year = int(value[:4])
        return date(year, 6, 1), date(year, 9, 23)
    when = When.from_iso(value, "given")
    return when.earliest or date.min, when.latest or date.max


def gold_events(readings: Sequence[Reading]) -> list[Gold]:
    """The events of the gold file, their evidence in the articles that were read."""
    rows = json.loads((FOLDER / "gold.json").read_text("utf-8"))["events"]
    return [_gold(row, readings) for row in rows]


def _gold(row: dict[str, Any], readings: Sequence[Reading]) -> Gold:
    articles, places = [], []
    for told in row["articles"]:
        name = told["id"] or told["file"]
        reading = next(one for one in readings if _is(one, told))
        text = reading.article.text
        articles.append(reading.article.id)
        quoted = row["evidence"].get(name)
        start = text.find(quoted) if quoted else -1
        if quoted and start >= 0:
            places.append((reading.article.id, Span(start, start + len(quoted))))
    return Gold(row["what"], row["when"], row["status"], frozenset(articles), tuple(places))


def _is(reading: Reading, told: dict[str, Any]) -> bool:
    article = reading.article
    if told["id"] is not None:
        return bool(article.given_id == told["id"])
    return article.given_id is None and (article.origin or "").endswith(told["file"])


def matches(gold: Sequence[Gold], items: Sequence[TimelineItem]) -> list[Match]:
    """Each gold event with its item."""
    pairs = sorted(
        (
            (_shared(one, item), _dated(one, item), -g, -n)
            for g, one in enumerate(gold)
            for n, item in enumerate(items)
            if _shared(one, item)
        ),
        key=lambda pair: (pair[1], pair[0], pair[2], pair[3]),
        reverse=True,
    )
    found: dict[int, int] = {}
    for _, _, g, n in pairs:
        if -g not in found and -n not in found.values():
            found[-g] = -n
    return [Match(one, items[found[g]] if g in found else None) for g, one in enumerate(gold)]


def _shared(gold: Gold, item: TimelineItem) -> int:
    """How many pieces of evidence the item quotes."""
    return sum(
        any(
            a.article == article and a.field == "text" and a.span.overlaps(span)
            for a in item.anchors
        )
        for article, span in gold.places
    )


def _dated(gold: Gold, item: TimelineItem) -> bool:
    return Match(gold, item).right_when


def read_example() -> list[Reading]:
    """The readings of the bundled example."""
    from allegedly.run import read

    found = read([FOLDER / "coverage"])
    return [one for one in found if isinstance(one, Reading)]


def timeline(readings: Sequence[Reading]) -> tuple[TimelineItem, ...]:
    """The timeline that linking makes of these readings."""
    material = Material("ferry", readings, find_copies(one.article for one in readings))
    material = material.dated(find_datings(material))
    return find_timeline(material, find_cast(material))


def figures(found: Sequence[Match]) -> dict[str, float]:
    """Shares of the gold events: found, with the right date, with the right status."""
    count = len(found)
    missing = sum(len(one.missing) for one in found)
    total = sum(len(one.gold.articles) for one in found)
    return {
        "found": sum(one.item is not None for one in found) / count,
        "right date": sum(one.right_when for one in found) / count,
        "right status": sum(one.right_status for one in found) / count,
        "articles found": 1 - missing / total,
    }


def _report(found: Sequence[Match], items: Sequence[TimelineItem]) -> Iterable[str]:
    used = {id(one.item) for one in found}
    for one in found:
        item = one.item
        mark = "found " if item else "MISSED"
        told = f"{item.when} {item.status} {item.summary!r}" if item else ""
        wrong = [] if one.right_when or not item else ["date"]
        wrong += [] if one.right_status or not item else ["status"]
        yield f"{mark} {one.gold.when:10} {one.gold.status:9} {one.gold.what}\n       {told}"
        if item and (wrong or one.missing or one.added):
            missing, more = len(one.missing), len(one.added)
            yield f"       wrong {wrong}, articles missing {missing}, more {more}"
    for item in items:
        if id(item) not in used:
            yield f"beside {item.when} {item.status} {item.summary!r}"
    for name, value in figures(found).items():
        yield f"{name:16} {value:.3f}"
    yield f"items {len(items)}, of them in the gold {len({id(o.item) for o in found if o.item})}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what was found, missed and told beside the gold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pickle", type=Path, help="readings made before, to save time")
    chosen = parser.parse_args(arguments)
    if chosen.pickle:
        import pickle

        readings = pickle.loads(chosen.pickle.read_bytes())
    else:
        readings = read_example()
    items = timeline(readings)
    for line in _report(matches(gold_events(readings), items), items):
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
