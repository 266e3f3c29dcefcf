"""The sourcing chains of the bundled example against its gold file.

`python -m evaluation.ferry_sourcing` prints every row of the gold's ``sourcing`` list as right
or wrong, with what was found. A row is right where a chain on its evidence has the same
teller, via and sourcing, and ends at the same origin: a named one by name; an unnamed one or
a document by its root, which all rows of one gold origin must share, and no other's.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from allegedly import read
from allegedly.link.cast.finding import find_cast
from allegedly.link.copies.groups import find_copies
from allegedly.link.material import Material
from allegedly.link.sourcing.chains import Chains, find_chains
from allegedly.records import Chain, Reading, Span

from .example import STORY

Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A gold row, the chains on its evidence, and the one that is right.

    ``traced``: the gold gives no origin and the chain has one, that of the outlet's own report.
    """

    gold: Gold
    chains: tuple[Chain, ...]
    right: Chain | None
    traced: bool = False


def linked(readings: Sequence[Reading]) -> tuple[Material, Chains]:
    """The story with its chains."""
    material = Material("ferry", readings, find_copies(one.article for one in readings))
    return material, find_chains(material, find_cast(material))


def rows(readings: Sequence[Reading], chains: Chains) -> list[Row]:
    """Every gold row with what was found for it."""
    names = {_key(one): one for one in readings}
    gold = json.loads((STORY / "gold.json").read_text(encoding="utf-8"))["sourcing"]
    found = []
    roots: dict[str | None, str] = {}
    for row in gold:
        reading = names[row["id"] or row["file"]]
        candidates = tuple(dict.fromkeys(_candidates(chains, reading, row["evidence"])))
        right = next((one for one in candidates if _is_right(row, one, reading, roots)), None)
        traced = bool(right and right.origin and row["origin"] is None)
        if right and not traced:
            roots.setdefault(row["origin"], right.root)
        found.append(Row(row, candidates, right, traced))
    return found


def _key(reading: Reading) -> str:
    return reading.article.given_id or (reading.article.origin or "").rsplit("/", 1)[-1]


def _candidates(chains: Chains, reading: Reading, evidence: str) -> Iterator[Chain]:
    """Chains of attributions that touch the evidence's sentences, then of the sentences."""
    article = reading.article
    # A credit holds for the whole article, and stands in no sentence of it.
    at = article.text.find(evidence)
    if at < 0:
        raise ValueError(f"not in the text: {evidence!r}")
    span = Span(at, at + len(evidence))
    around = [one for one in reading.sentences if one.overlaps(span)]
    last = reading.sentences.index(around[-1]) if around else -1
    if 0 <= last < len(reading.sentences) - 1:
        # What is told may follow its introduction ("she went further.").
        around.append(reading.sentences[last + 1])
    whole = span.end >= len(article.text.rstrip())
    for number, one in enumerate(reading.body.attributions):
        spans = (*one.source, *one.cue, *one.content)
        if whole or any(near.overlaps(other) for near in around for other in spans):
            yield chains.of(article.id, "text", number)
    for near in around:
        yield chains.at(article.id, "text", near)


def _is_right(row: Gold, chain: Chain, reading: Reading, roots: dict[str | None, str]) -> bool:
    teller = row["teller"] if reading.article.outlet else chain.teller
    if (chain.teller, list(chain.via), chain.sourcing) != (teller, row["via"], row["sourcing"]):
        return False
    origin = row["origin"]
    if origin is None:
        return chain.origin is None or chain.root in roots.values()
    if row["sourcing"] == "named":
        return bool(chain.origin == origin)
    if origin in roots:
        return chain.root == roots[origin]
    return chain.origin is not None and chain.speaker is None and chain.root not in roots.values()


def invented(found: Sequence[Row], chains: Chains, material: Material) -> Iterator[Chain]:
    """Chains through outlets that the gold knows nothing of, for the outlets it speaks of."""
    known: dict[str, set[tuple[str, ...]]] = {}
    for row in found:
        known.setdefault(row.gold["teller"], set()).add(tuple(row.gold["via"]))
    for (article, _, _), chain in chains:
        teller = material.teller(article)
        if chain.via and chain.via not in known.get(teller, set()):
            yield chain


def main() -> None:
    """Print each row, what was invented, and how many are right."""
    readings = [one for one in read([STORY / "coverage"]) if isinstance(one, Reading)]
    material, chains = linked(readings)
    found = rows(readings, chains)
    lines = []
    for row in found:
        gold = row.gold
        state = "wrong" if row.right is None else "traced" if row.traced else "right"
        origin = f"{gold['origin']} ({gold['sourcing']})"
        lines.append(f"{state:8} {gold['teller']} ← {gold['via']} ← {origin}")
        lines += [f"{'':8} {_line(one)}" for one in ([row.right] if row.right else row.chains)]
    more = list(dict.fromkeys(invented(found, chains, material)))
    lines += [f"invented {_line(one)}" for one in more]
    right = sum(row.right is not None and not row.traced for row in found)
    traced = sum(row.traced for row in found)
    lines.append(f"{right} right, {traced} traced further, of {len(found)}; {len(more)} invented")
    sys.stdout.write("\n".join(lines) + "\n")


def _line(chain: Chain) -> str:
    return f"{chain.teller} ← {list(chain.via)} ← {chain.origin} ({chain.sourcing})"


if __name__ == "__main__":
    main()
