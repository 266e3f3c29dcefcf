"""The bundled example's contradictions and overtaken items against its gold file.

`python -m evaluation.ferry_contradictions` prints what is found, missed and invented.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from allegedly import read
from allegedly.link.account import link
from allegedly.records import Account, Anchor, Reading

from .data import ROOT

STORY = ROOT / "examples" / "ferry"


@dataclass(frozen=True, slots=True)
class Result:
    """Gold items found and missed, and found items that are in no gold list."""

    found: tuple[str, ...]
    missed: tuple[str, ...]
    invented: tuple[str, ...]


class Gold:
    """The gold lists, with places as (article id, start, end)."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.lists = json.loads((STORY / "gold.json").read_text("utf-8"))
        self._articles = {
            one.article.given_id or (one.article.origin or "").rsplit("/", 1)[-1]: one.article
            for one in readings
        }

    def at(self, place: dict[str, Any], anchor: Anchor) -> bool:
        """Whether an anchor overlaps a gold place."""
        article = self._articles[place["id"] or place["file"]]
        if anchor.article != article.id or anchor.field != "text":
            return False
        start = article.text.index(place["text"])
        return anchor.span.start < start + len(place["text"]) and start < anchor.span.end

    def pair(self, item: dict[str, Any], sides: Sequence[Anchor], keys: tuple[str, str]) -> bool:
        """Whether two anchors overlap the two places of an item, in either order."""
        a, b = (item[key] for key in keys)
        one, two = sides
        return (self.at(a, one) and self.at(b, two)) or (self.at(a, two) and self.at(b, one))


def contradictions(gold: Gold, account: Account) -> Result:
    """The contradictions found, kinds included."""
    left = list(account.contradictions)
    found, missed = [], []
    for item in gold.lists["contradictions"]:
        hit = next(
            (
                one
                for one in left
                if one.kind == item["kind"] and gold.pair(item, (one.first, one.second), ("a", "b"))
            ),
            None,
        )
        if hit is None:
            missed.append(f"{item['kind']}: {item['about']}")
            continue
        left.remove(hit)
        right = "settled" not in item or (
            hit.settled is not None and gold.at(item["settled"], hit.settled)
        )
        found.append(f"{item['kind']}: {item['about']}{'' if right else ' (not settled)'}")
    invented = [f"{one.kind}: {one.first.text} | {one.second.text}" for one in left]
    return Result(tuple(found), tuple(missed), tuple(invented))


def overtaken(gold: Gold, account: Account) -> Result:
    """What is overtaken, with the day."""
    left = list(account.overtaken)
    found, missed = [], []
    for item in gold.lists["overtaken"]:
        hit = next(
            (o for o in left if gold.pair(item, (o.before, o.after), ("before", "after"))), None
        )
        if hit is None:
            missed.append(item["about"])
            continue
        left.remove(hit)
        right = hit.on is not None and hit.on.isoformat() == item["when"]
        found.append(item["about"] if right else f"{item['about']} ({hit.on})")
    invented = [f"{one.before.text} | {one.after.text}" for one in left]
    return Result(tuple(found), tuple(missed), tuple(invented))


def forbidden(gold: Gold, account: Account) -> list[str]:
    """Contradictions that the gold says are none: either of another kind, or overtaken."""
    lists = (("not_contradictions", ("a", "b")), ("overtaken", ("before", "after")))
    return [
        f"{one.first.text} | {one.second.text}"
        for one in account.contradictions
        for name, keys in lists
        if any(gold.pair(item, (one.first, one.second), keys) for item in gold.lists[name])
    ]


def figures(gold: Gold, account: Account) -> dict[str, float]:
    """Shares of the gold found, and counts of what is not in it."""
    told, replaced = contradictions(gold, account), overtaken(gold, account)
    return {
        "example.contradictions": _share(told),
        "example.contradictions_invented": len(told.invented),
        "example.contradictions_forbidden": len(forbidden(gold, account)),
        "example.overtaken": _share(replaced),
        "example.overtaken_invented": len(replaced.invented),
    }


def _share(result: Result) -> float:
    total = len(result.found) + len(result.missed)
    return round(len(result.found) / total, 4) if total else 0.0


def report(gold: Gold, account: Account) -> Iterator[str]:
    """Lines that say what is found, missed and invented."""
    results = {
        "contradiction": contradictions(gold, account),
        "overtaken": overtaken(gold, account),
    }
    for name, result in results.items():
        for label in ("found", "missed", "invented"):
            yield from (f"{name:15} {label:9} {text}" for text in getattr(result, label))
    yield from (f"{'forbidden':25} {text}" for text in forbidden(gold, account))
    yield from (f"{key:35} {value}" for key, value in figures(gold, account).items())


def main() -> None:
    """Print what is found, missed and invented."""
    readings = [one for one in read([STORY / "coverage"]) if isinstance(one, Reading)]
    sys.stdout.write("\n".join((*report(Gold(readings), link(readings)), "")))


if __name__ == "__main__":
    main()
