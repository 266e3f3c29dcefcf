"""Rumors and stances of the bundled example against its gold file.

`python -m evaluation.ferry_rumors` prints the rumors found, missed and beside the gold, and
each article's stance toward the main one with its evidence; then the figures. A rumor is
found where one of its places has most of the gold statement's words, by rarity, and all
its figures.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from allegedly import read
from allegedly.link.account import link
from allegedly.link.frequencies import rarity
from allegedly.link.words import term, words
from allegedly.records import Account, Decisions, Reading, Rumor, Stance, Tracked

from .example import STORY

#: The share of a gold statement's words that a place of a rumor must have; less where it has
#: all the figures of one that has some.
SAME, SAME_FIGURES = 0.55, 0.25


@dataclass(frozen=True, slots=True)
class Found:
    """The account of the example, with the main rumor of the gold tracked beside it."""

    gold: dict[str, Any]
    readings: dict[str, Reading]
    account: Account
    tracked: Rumor

    @property
    def rumors(self) -> tuple[Rumor, ...]:
        """The rumors found without being asked for."""
        return self.account.rumors


def find(readings: Sequence[Reading] | None = None) -> Found:
    """Read and link the example, once as it is and once with the main rumor tracked."""
    gold = json.loads((STORY / "gold.json").read_text("utf-8"))
    read_ = readings or [r for r in read([STORY / "coverage"]) if isinstance(r, Reading)]
    main = next(one for one in gold["rumors"] if one.get("main"))
    wanted = Decisions(tracked=(Tracked(main["statement"], None),))
    tracked = link(read_, decisions=wanted)
    by_key = {
        one.article.given_id or (one.article.origin or "").rsplit("/", 1)[-1]: one for one in read_
    }
    return Found(gold, by_key, link(read_), next(r for r in tracked.rumors if r.tracked))


def matched(found: Found) -> list[tuple[dict[str, Any], Rumor | None]]:
    """Each gold rumor with the rumor that is nearest to it, one to one; those with figures
    first, as only they can be told apart by them."""
    pairs = sorted(
        (
            (not _figures(gold["statement"]), -_share(gold["statement"], rumor), g, r)
            for g, gold in enumerate(found.gold["rumors"])
            for r, rumor in enumerate(found.rumors)
        ),
    )
    taken: dict[int, int] = {}
    for plain, share, g, r in pairs:
        if (
            -share >= (SAME if plain else SAME_FIGURES)
            and g not in taken
            and r not in taken.values()
        ):
            taken[g] = r
    return [
        (gold, found.rumors[taken[g]] if g in taken else None)
        for g, gold in enumerate(found.gold["rumors"])
    ]


def _share(statement: str, rumor: Rumor) -> float:
    wanted = _terms(statement)
    places = [_terms(one) for one in (rumor.statement, *(anchor.text for anchor in rumor.anchors))]
    places = [one for one in places if _figures(statement) <= one.keys()]
    total = sum(wanted.values()) or 1.0
    return max((sum(wanted[x] for x in wanted.keys() & one) for one in places), default=0.0) / total


def _figures(statement: str) -> set[str]:
    return {name for name in _terms(statement) if name[:1].isdigit()}


def _terms(text: str) -> dict[str, float]:
    return {name: rarity(name) for name in (term(word.form) for word in words(text))}


def stances(found: Found) -> list[tuple[dict[str, Any], Stance | None, bool]]:
    """Each gold stance toward the main rumor, ours, and whether the evidence is the gold's."""
    ours = {one.article: one for one in found.tracked.stances}
    rows = []
    for gold in found.gold["stances"]:
        reading = found.readings[gold["id"] or gold["file"]]
        mine = ours.get(reading.article.id)
        rows.append((gold, mine, mine is not None and _evident(reading, gold, mine)))
    return rows


def _evident(reading: Reading, gold: dict[str, Any], mine: Stance) -> bool:
    text = reading.article.text
    start = text.find(gold["evidence"])
    end = start + len(gold["evidence"])
    return any(
        one.field == "text" and one.span.start < end and start < one.span.end
        for one in mine.anchors
    )


def figures(found: Found) -> dict[str, float]:
    """Shares of the gold's rumors, stances, headline stances and evidence; rumors beside it."""
    pairs, rows = matched(found), stances(found)
    return {
        "ferry.rumors_found": sum(one is not None for _, one in pairs) / len(pairs),
        "ferry.rumors_beside": float(len(found.rumors) - sum(one is not None for _, one in pairs)),
        "ferry.stance": _right(
            mine is not None and mine.stance == g["stance"] for g, mine, _ in rows
        ),
        "ferry.headline_stance": _right(
            mine is not None and mine.headline == g["headline"] for g, mine, _ in rows
        ),
        "ferry.stance_evidence": _right(evident for _, _, evident in rows),
    }


def _right(rows: Any) -> float:
    each = [bool(row) for row in rows]
    return round(sum(each) / len(each), 4)


def main() -> None:
    """Print what is found, missed and beside the gold, then the figures."""
    found = find()
    out = sys.stdout.write
    pairs = matched(found)
    for gold, rumor in pairs:
        out(f"{gold['id']} {'found ' if rumor else 'MISSED'} {gold['statement']}\n")
        if rumor:
            out(f"     {rumor.statement} {'; '.join(rumor.reasons)}\n")
    known = {rumor.id for _, rumor in pairs if rumor}
    for rumor in found.rumors:
        if rumor.id not in known:
            out(f"beside: {rumor.statement} {'; '.join(rumor.reasons)}\n")
    out(f"\n{found.tracked.statement}\n{found.tracked.account}\n")
    for gold, mine, evident in stances(found):
        got = f"{mine.stance}/{mine.headline} {mine.confidence:.2f}" if mine else "none"
        right = mine is not None and (mine.stance, mine.headline) == (
            gold["stance"],
            gold["headline"],
        )
        out(f"{'  ' if right else 'X '}{gold['id'] or gold['file']}: ")
        beside = "" if evident else ", other evidence"
        out(f"{gold['stance']}/{gold['headline']}, got {got}{beside}\n")
        for anchor in mine.anchors if mine else ():
            out(f"       {' '.join(anchor.text.split())[:150]}\n")
    for name, value in figures(found).items():
        out(f"{name:28} {value:.4f}\n")


if __name__ == "__main__":
    main()
