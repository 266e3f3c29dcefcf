"""The cast of the bundled example against its gold file.

`python -m evaluation.ferry_cast` prints who is found, split, mixed up, missed and invented,
names that are not theirs, and speakers of gold quotes that the cast does not tell rightly.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from allegedly import Reader, read
from allegedly.link.cast.finding import Cast, find_cast
from allegedly.link.cast.names import fold, person_name, without_article
from allegedly.link.material import Material
from allegedly.records import CastMember, Reading

from .example import STORY, Row, rows


@dataclass(slots=True)
class Match:
    """Members of the cast beside the gold's people, or its organizations.

    ``members`` are by gold name: one, several (split) or none (missed). ``mixed`` members
    bear names of several, ``invented`` ones of none; ``foreign`` are (name, alias) where
    the alias is none of that one's.
    """

    members: dict[str, list[CastMember]] = field(default_factory=dict)
    mixed: list[CastMember] = field(default_factory=list)
    invented: list[CastMember] = field(default_factory=list)
    foreign: list[tuple[str, str]] = field(default_factory=list)

    @property
    def right(self) -> int:
        """How many of the gold are one member that is nobody else."""
        mixed = {member.id for member in self.mixed}
        return sum(len(m) == 1 and m[0].id not in mixed for m in self.members.values())


def match(cast: Cast, gold: Sequence[dict[str, Any]], kind: str) -> Match:
    """Match members of one kind with the gold entries of that kind by their names.

    A name that two of the gold share ("Tressick") tells neither.
    """
    keys = {item["name"]: _keys([item["name"], *item["aliases"]]) for item in gold}
    told: dict[str, list[str]] = {}
    for name, own in keys.items():
        for key in own:
            told.setdefault(key, []).append(name)
    found = Match({name: [] for name in keys})
    for member in cast.members:
        if member.kind != kind:
            continue
        mine = _keys([member.name, *member.aliases])
        bearers = sorted({told[key][0] for key in mine if len(told.get(key, ())) == 1})
        for name in bearers:
            found.members[name].append(member)
        if len(bearers) > 1:
            found.mixed.append(member)
        elif not bearers:
            found.invented.append(member)
        else:
            bad = [alias for alias in member.aliases if not _keys([alias]) & keys[bearers[0]]]
            found.foreign += [(bearers[0], alias) for alias in bad]
    return found


def _keys(names: Sequence[str]) -> set[str]:
    plain = {without_article(fold(name)).strip("@") for name in names}
    return plain | {" ".join(person_name(name).words) for name in names}


def speakers(cast: Cast, found: Sequence[Row], ids: dict[str, str]) -> list[tuple[Row, str | None]]:
    """Each gold quote that is found and has a speaker, with whom the cast says it is."""
    told = []
    for row in found:
        if row.found is None or not row.names:
            continue
        number = row.found.speaker
        member = cast.of(ids[row.article], number) if number is not None else None
        told.append((row, cast.get(member).name if member else None))
    return told


def _right(row: Row, name: str | None) -> bool:
    return name is not None and bool(_keys([name]) & _keys([row.gold["speaker"], *row.names]))


def figures(cast: Cast, told: Sequence[tuple[Row, str | None]]) -> dict[str, float]:
    """The figures of the gate: shares of the gold, and counts of what is wrong."""
    gold = json.loads((STORY / "gold.json").read_text("utf-8"))
    people = match(cast, gold["people"], "person")
    bodies = match(cast, gold["organizations"], "organization")
    return {
        "ferry.cast.people": round(people.right / len(people.members), 4),
        "ferry.cast.organizations": round(bodies.right / len(bodies.members), 4),
        "ferry.cast.people_mixed": float(len(people.mixed)),
        "ferry.cast.people_split": float(sum(len(m) > 1 for m in people.members.values())),
        "ferry.cast.people_invented": float(len(people.invented)),
        "ferry.cast.names_foreign": float(len(people.foreign) + len(bodies.foreign)),
        "ferry.cast.speaker": round(sum(_right(*one) for one in told) / len(told), 4),
    }


def main() -> None:
    """Print the matches, then the figures."""
    reader = Reader()
    readings = [r for r in read([STORY / "coverage"], reader=reader) if isinstance(r, Reading)]
    ids = {
        r.article.given_id or (r.article.origin or "").rsplit("/", 1)[-1]: r.article.id
        for r in readings
    }
    cast = find_cast(Material("ferry", readings))
    gold = json.loads((STORY / "gold.json").read_text("utf-8"))
    for part, kind in (("people", "person"), ("organizations", "organization")):
        found = match(cast, gold[part], kind)
        for name, members in found.members.items():
            state = "missed" if not members else "split" if len(members) > 1 else "found"
            said = " + ".join(_line(member) for member in members)
            sys.stdout.write(f"{state:8} {name}: {said}\n")
        for state, others in (("MIXED", found.mixed), ("invented", found.invented)):
            for member in others:
                sys.stdout.write(f"{state:8} {_line(member)}\n")
        for name, alias in found.foreign:
            sys.stdout.write(f"foreign  {name}: {alias}\n")
    told = speakers(cast, list(rows(reader)), ids)
    for row, said_by in told:
        if not _right(row, said_by):
            gold_name = row.gold["speaker"]
            sys.stdout.write(f"speaker  {row.article} gold {gold_name}, cast {said_by}\n")
    for name, value in figures(cast, told).items():
        sys.stdout.write(f"{name:28} {value:.4f}\n")


def _line(member: CastMember) -> str:
    names = "; ".join((member.name, *member.aliases))
    return f"{names} [{'; '.join(member.roles)}] in {len(member.anchors)}"


if __name__ == "__main__":
    main()
