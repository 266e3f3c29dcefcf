"""What linking makes of the bundled example: `python -m evaluation.account`.

The figures of all parts from one linking, each a share from 0 to 1 where more is better, so
that the gate can pin them. The parts print their rows by themselves: `evaluation.ferry_cast`,
`ferry_sourcing`, `ferry_claims`, `ferry_rumors`, `ferry_timeline`, `ferry_contradictions`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from allegedly import Reader, read
from allegedly.link.account import link
from allegedly.link.cast.finding import find_cast
from allegedly.link.copies.groups import find_copies
from allegedly.link.dating.finding import find_datings
from allegedly.link.judge import PairJudge
from allegedly.link.material import Material
from allegedly.records import Reading

from . import (
    ferry_cast,
    ferry_claims,
    ferry_contradictions,
    ferry_rumors,
    ferry_sourcing,
    ferry_timeline,
)
from .example import STORY, rows


def readings(reader: Reader | None = None) -> list[Reading]:
    """The example, read."""
    found = read([STORY / "coverage"], reader=reader)
    return [one for one in found if isinstance(one, Reading)]


def figures(reader: Reader | None = None) -> dict[str, float]:
    """All figures of the example's account."""
    reader, judge = reader or Reader(), PairJudge()
    told = readings(reader)
    material = Material("ferry", told, find_copies([one.article for one in told]))
    material = material.dated(find_datings(material))
    return {
        **_cast(material, reader),
        **_sourcing(told),
        **_claims(material, judge),
        **_rumors(told),
        **_timeline(told),
        **_contradictions(told, judge),
    }


def _clean(wrong: float, right: float) -> float:
    """The share of what was found that is not wrong."""
    return right / (right + wrong) if right + wrong else 1.0


def _cast(material: Material, reader: Reader) -> dict[str, float]:
    ids = {
        one.article.given_id or (one.article.origin or "").rsplit("/", 1)[-1]: one.article.id
        for one in material.readings
    }
    cast = find_cast(material)
    found = ferry_cast.figures(cast, ferry_cast.speakers(cast, list(rows(reader)), ids))
    persons = sum(one.kind == "person" for one in cast.members)
    wrong = found["ferry.cast.people_mixed"] + found["ferry.cast.people_split"]
    wrong += found["ferry.cast.people_invented"]
    return {
        "cast.people": found["ferry.cast.people"],
        "cast.organizations": found["ferry.cast.organizations"],
        "cast.people_clean": _clean(wrong, persons - wrong),
        "cast.speaker": found["ferry.cast.speaker"],
    }


def _sourcing(told: Sequence[Reading]) -> dict[str, float]:
    material, chains = ferry_sourcing.linked(told)
    found = ferry_sourcing.rows(told, chains)
    beside = set(ferry_sourcing.invented(found, chains, material))
    right = [row for row in found if row.right is not None and not row.traced]
    return {
        "sourcing.right": len(right) / len(found),
        "sourcing.clean": _clean(len(beside), len(right)),
    }


def _claims(material: Material, judge: PairJudge) -> dict[str, float]:
    found = ferry_claims.claims(material, judge)
    return ferry_claims.figures(ferry_claims.gathered(material, found))


def _rumors(told: Sequence[Reading]) -> dict[str, float]:
    found = ferry_rumors.figures(ferry_rumors.find(told))
    right = found["ferry.rumors_found"] * 6
    return {
        "rumors.found": found["ferry.rumors_found"],
        "rumors.clean": _clean(found["ferry.rumors_beside"], right),
        "rumors.stance": found["ferry.stance"],
        "rumors.headline_stance": found["ferry.headline_stance"],
        "rumors.evidence": found["ferry.stance_evidence"],
    }


def _timeline(told: Sequence[Reading]) -> dict[str, float]:
    items = ferry_timeline.timeline(told)
    found = ferry_timeline.figures(ferry_timeline.matches(ferry_timeline.gold_events(told), items))
    return {f"timeline.{name.replace(' ', '_')}": value for name, value in found.items()}


def _contradictions(told: Sequence[Reading], judge: PairJudge) -> dict[str, float]:
    gold, account = ferry_contradictions.Gold(told), link(told, judge)
    pairs = ferry_contradictions.contradictions(gold, account)
    replaced = ferry_contradictions.overtaken(gold, account)
    found = ferry_contradictions.figures(gold, account)
    return {
        "contradictions.found": found["example.contradictions"],
        "contradictions.clean": _clean(len(pairs.invented), len(pairs.found)),
        "overtaken.found": found["example.overtaken"],
        "overtaken.clean": _clean(len(replaced.invented), len(replaced.found)),
    }


def main() -> None:
    """Print the figures."""
    for name, value in figures().items():
        sys.stdout.write(f"{name:28} {value:.4f}\n")


if __name__ == "__main__":
    main()
