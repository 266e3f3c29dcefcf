"""Who "he" and "she" are, on GUM: `python -m evaluation.speakers`.

Scores every third-person singular pronoun whose gold chain has a name: right
where the entity the reader gives it shares a word with one of the chain's names.
Pronouns left unresolved count as wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from allegedly import Reader

from .attribution import Counts
from .data import folder, records

_PRONOUNS = frozenset(("he", "she", "him", "her", "his"))


def pronouns(reader: Reader, items: Iterable[dict[str, Any]]) -> dict[str, Counts]:
    """Per genre: how many pronouns there are and how many get the right name."""
    found: dict[str, Counts] = {}
    for record in items:
        counts = found.setdefault(record["genre"], Counts())
        right, total = _score(reader, record)
        counts.add(right, total, total)
    return found


def _score(reader: Reader, record: dict[str, Any]) -> tuple[int, int]:
    text = record["text"]
    names: dict[str, set[str]] = {}
    for m in record["mentions"]:
        if m["type"] == "person" and m["form"] == "name":
            names.setdefault(m["entity"], set()).update(text[slice(*m["head"])].lower().split())
    reading = reader.read(text)
    given = {(m.span.start, m.span.end): m.entity for m in reading.body.mentions}
    right = total = 0
    for m in record["mentions"]:
        surface = text[m["start"] : m["end"]].lower()
        if m["type"] == "person" and surface in _PRONOUNS and m["entity"] in names:
            total += 1
            entity = given.get((m["start"], m["end"]))
            if entity is not None:
                words = set(reading.entities[entity].name.lower().split())
                right += bool(words & names[m["entity"]])
    return right, total


def main() -> None:
    """Print the share per genre and over all."""
    path = folder() / "entities" / "gum_dev.jsonl.gz"
    total = Counts()
    for genre, counts in sorted(pronouns(Reader(), records(path)).items()):
        total.add(counts.right, counts.predicted, counts.gold)
        if counts.gold:
            sys.stdout.write(f"{genre:14} {counts.right:4} of {counts.gold:4}\n")
    sys.stdout.write(f"{'all':14} {total.recall:.4f}\n")


if __name__ == "__main__":
    main()
