"""The claims of the bundled example against its gold file.

`python -m evaluation.ferry_claims` prints every claim, then for each rumor of the gold the
claim that gathers most of its places, what that claim lacks, and the shares.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from allegedly import Reader, read
from allegedly.link.cast.finding import find_cast
from allegedly.link.claims.finding import find_claims
from allegedly.link.copies.groups import find_copies
from allegedly.link.dating.finding import find_datings
from allegedly.link.judging import Judge
from allegedly.link.material import Material
from allegedly.link.sourcing.chains import find_chains
from allegedly.records import Appearance, Claim, Reading

from .example import STORY


@dataclass(frozen=True, slots=True)
class Row:
    """One place of the gold that tells a rumor (``denies`` it) and the sentence it is in."""

    rumor: str
    article: str
    denies: bool
    evidence: str
    start: int
    end: int

    def holds(self, one: Appearance) -> bool:
        """Whether an appearance stands in the sentence of this place."""
        span = one.anchor.span
        return (
            one.anchor.article == self.article
            and one.anchor.field == "text"
            and span.start < self.end
            and self.start < span.end
        )


@dataclass(frozen=True, slots=True)
class Gathered:
    """A rumor of the gold, its places, and the claim that has most of them (or None)."""

    rumor: str
    statement: str
    rows: tuple[Row, ...]
    claim: Claim | None

    def appearances(self, row: Row) -> list[Appearance]:
        """The claim's appearances at one of the places."""
        return [one for one in self.claim.appearances if row.holds(one)] if self.claim else []


def material(reader: Reader | None = None) -> Material:
    """The readings of the example as one story."""
    readings = [r for r in read([STORY / "coverage"], reader=reader) if isinstance(r, Reading)]
    found = Material("s", readings, find_copies([r.article for r in readings]))
    return found.dated(find_datings(found))


def claims(story: Material, judge: Judge) -> tuple[Claim, ...]:
    """The claims of the example."""
    cast = find_cast(story)
    return find_claims(story, cast, find_chains(story, cast), judge)


def gathered(story: Material, found: Sequence[Claim]) -> list[Gathered]:
    """Every rumor of the gold with the claim that has most of its places."""
    gold = json.loads((STORY / "gold.json").read_text("utf-8"))
    places = list(_places(story, gold))
    result = []
    for rumor in gold["rumors"]:
        rows = tuple(row for row in places if row.rumor == rumor["id"])
        counts = [sum(any(map(row.holds, one.appearances)) for row in rows) for one in found]
        best = max(range(len(found)), key=lambda n: (counts[n], -n), default=None)
        claim = found[best] if best is not None and counts[best] else None
        result.append(Gathered(rumor["id"], rumor["statement"], rows, claim))
    return result


def figures(rows: Sequence[Gathered]) -> dict[str, float]:
    """Shares of the gold: rumors with a claim of their own, places gathered, stances right."""
    held = [one.claim.id for one in rows if one.claim]
    places = [(one, row) for one in rows for row in one.rows]
    had = [(one.appearances(row), row) for one, row in places if one.appearances(row)]
    right = [any((a.stance == "against") == row.denies for a in found) for found, row in had]
    return {
        "claims.rumors_found": round(len(set(held)) / len(rows), 4),
        "claims.gathered": round(len(had) / len(places), 4),
        "claims.stance": round(sum(right) / len(right), 4) if right else 0.0,
    }


def _places(story: Material, gold: dict[str, Any]) -> Iterator[Row]:
    """The places of the gold's sourcing rows that a statement can stand in."""
    ids = {
        one.article.given_id or (one.article.origin or "").rsplit("/", 1)[-1]: one.article.id
        for one in story.readings
    }
    for row in gold["sourcing"]:
        rumor = row["claim"].rsplit(" ", 1)[-1]
        article = ids[row["id"] or row["file"]]
        at = story.article(article).text.find(row["evidence"])
        number = story.sentence(article, at) if at >= 0 else None
        if number is not None and rumor in {one["id"] for one in gold["rumors"]}:
            span = story.reading(article).sentences[number]
            end = max(span.end, at + len(row["evidence"]))
            denies = row["claim"].startswith("denial")
            yield Row(rumor, article, denies, row["evidence"], span.start, end)


def main() -> None:
    """Print the claims, the rumors with what their claims lack, and the shares."""
    from allegedly.link.judge import PairJudge

    out, story = sys.stdout, material()
    found = claims(story, PairJudge())
    for claim in found:
        out.write(f"\n{claim.origins} {claim.statement}\n")
        for one in claim.appearances:
            teller = story.teller(one.anchor.article)
            told = f"{one.voice}/{one.stance}/{one.certainty} {one.chain.origin or '-'}"
            out.write(f"    {teller}: {told}: {one.anchor.text!r} {one.confidence}\n")
    rows = gathered(story, found)
    out.write("\n")
    for rumor in rows:
        told = rumor.claim.statement if rumor.claim else "MISSED"
        out.write(f"{rumor.rumor} {rumor.statement}\n   = {told}\n")
        for row in rumor.rows:
            if not rumor.appearances(row):
                out.write(f"   lacks {story.teller(row.article)}: {row.evidence!r}\n")
    for name, value in figures(rows).items():
        out.write(f"{name:24} {value:.4f}\n")


if __name__ == "__main__":
    main()
