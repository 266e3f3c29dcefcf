"""Mentions and who is who, on GUM: `python -m evaluation.entities [--errors GENRE]`.

Mentions of persons, organizations and places (names, descriptions, pronouns) are
counted in two forms, both one to one and of the same kind: *exact*, the span is
the annotated one; *head*, after the head match of CorefUD: the two heads share a
word (GUM's head of a name is a stretch of words) and the predicted head lies in
the annotated span. Our groups of people are persons in GUM.

Coreference is B-cubed over predicted mentions aligned by head, singletons
included (`evaluation.clusters`); CoNLL is its mean with MUC and CEAF-e. GUM has
two news documents for development, so those it has for training are printed
too, marked: the reader has seen them.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from allegedly import Reader
from allegedly.reader.lexicon import word_set
from allegedly.records import Mention, Reading

from .attribution import Counts
from .clusters import Ratio, b_cubed, ceaf_e, muc
from .data import folder, records

KINDS = ("person", "organization", "place")
FORMS = ("name", "description", "pronoun")
_KIND = {"group": "person"}
_FORM = {"nominal": "description"}
_PRONOUNS = word_set(
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his "
    "himself she her hers herself it its itself they them their theirs themselves who whom whose "
    "which that this these those one everyone someone anyone everybody somebody anybody nobody"
)

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """A mention on either side: character ranges, GUM's kind, form, number of its entity."""

    span: Range
    head: Range
    kind: str
    form: str
    entity: int | str


@dataclass(slots=True)
class Tally:
    """What is counted over documents."""

    exact: Counts = field(default_factory=Counts)
    head: Counts = field(default_factory=Counts)
    #: By (kind, form), counted on the annotated and on the predicted side separately.
    parts: dict[tuple[str, str], Counts] = field(default_factory=lambda: defaultdict(Counts))
    clusters: dict[tuple[str, str], Ratio] = field(default_factory=lambda: defaultdict(Ratio))

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        for mine, more in ((self.exact, other.exact), (self.head, other.head)):
            mine.add(more.right, more.predicted, more.gold)
        for part, counts in other.parts.items():
            self.parts[part].add(counts.right, counts.predicted, counts.gold)
        for key, ratio in other.clusters.items():
            self.clusters[key].add(ratio)

    def conll(self, kind: str) -> float:
        """The mean F1 of the three measures."""
        return sum(self.clusters[kind, name].f1 for name in MEASURES) / len(MEASURES)


MEASURES: dict[str, Callable[..., Ratio]] = {"b3": b_cubed, "muc": muc, "ceafe": ceaf_e}


def gold_items(record: dict[str, Any]) -> list[Item]:
    """The annotated mentions of the three kinds."""
    return [
        Item(
            (m["start"], m["end"]),
            tuple(m["head"] or (m["start"], m["end"])),
            m["type"],
            _FORM.get(m["form"], m["form"]),
            m["entity"],
        )
        for m in record["mentions"]
        if m["type"] in KINDS
    ]


def read_items(reading: Reading) -> list[Item]:
    """The reader's mentions of the three kinds, in GUM's words."""
    text = reading.article.text
    kinds = [(m, _KIND.get(m.kind, m.kind)) for m in reading.body.mentions]
    return [
        Item(
            (m.span.start, m.span.end),
            (m.head.start, m.head.end),
            kind,
            _form(m, m.span.of(text)),
            m.entity,
        )
        for m, kind in kinds
        if kind in KINDS
    ]


def _form(mention: Mention, surface: str) -> str:
    if mention.named:
        return "name"
    return "pronoun" if surface.lower() in _PRONOUNS else "description"


def _holds(outer: Range, inner: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _alike(a: Item, b: Item) -> float:
    """The share of characters that two spans have in common."""
    shared = min(a.span[1], b.span[1]) - max(a.span[0], b.span[0])
    return shared / (max(a.span[1], b.span[1]) - min(a.span[0], b.span[0]))


def aligned(gold: list[Item], predicted: list[Item], exact: bool) -> dict[int, int]:
    """Which predicted item (key) is which annotated one (value): one to one, best first."""
    at: dict[int, list[int]] = defaultdict(list)
    for b, item in enumerate(predicted):
        for place in range(item.head[0], item.head[1]):
            at[place].append(b)
    pairs = []
    for a, item in enumerate(gold):
        for b in sorted({b for k in range(*item.span) for b in at[k]}):
            other = predicted[b]
            heads = _overlap(other.head, item.head) and _holds(item.span, other.head)
            if other.kind == item.kind and (other.span == item.span if exact else heads):
                pairs.append((-_alike(item, other), a, b))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, a, b in sorted(pairs):
        if a not in taken and b not in found:
            found[b] = a
            taken.add(a)
    return found


def score(gold: list[Item], predicted: list[Item]) -> Tally:
    """One document's counts."""
    tally = Tally()
    tally.exact.add(len(aligned(gold, predicted, True)), len(predicted), len(gold))
    same = aligned(gold, predicted, False)
    tally.head.add(len(same), len(predicted), len(gold))
    for item in predicted:
        tally.parts[item.kind, item.form].predicted += 1
    for item in gold:
        tally.parts[item.kind, item.form].gold += 1
    for a in same.values():
        tally.parts[gold[a].kind, gold[a].form].right += 1
    for kind in KINDS:
        numbers = range(len(gold))
        annotated = _clusters((gold[a].entity, a) for a in numbers if gold[a].kind == kind)
        read = _clusters(
            (item.entity, same.get(b, len(gold) + b))
            for b, item in enumerate(predicted)
            if item.kind == kind
        )
        for name, measure in MEASURES.items():
            tally.clusters[kind, name].add(measure(annotated, read))
    return tally


def _clusters(pairs: Iterable[tuple[int | str, int]]) -> list[frozenset[int]]:
    found: dict[int | str, set[int]] = defaultdict(set)
    for entity, mention in pairs:
        found[entity].add(mention)
    return [frozenset(cluster) for cluster in found.values()]


def by_genre(reader: Reader, items: Iterable[dict[str, Any]]) -> dict[str, Tally]:
    """A tally per genre of GUM."""
    found: dict[str, Tally] = {}
    for record in items:
        reading = reader.read(record["text"])
        found.setdefault(record["genre"], Tally()).add(
            score(gold_items(record), read_items(reading))
        )
    return found


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies."""
    found = Tally()
    for tally in tallies:
        found.add(tally)
    return found


def figures(reader: Reader, items: list[dict[str, Any]]) -> dict[str, float]:
    """The gated figures: news and all genres."""
    tallies = by_genre(reader, items)
    found = {}
    for name, tally in (("news", tallies["news"]), ("all", total(tallies.values()))):
        found[f"mentions.head.{name}"] = round(tally.head.f1, 4)
        found[f"mentions.exact.{name}"] = round(tally.exact.f1, 4)
        found[f"people.b3.{name}"] = round(tally.clusters["person", "b3"].f1, 4)
    return found


def _row(name: str, tally: Tally) -> str:
    b3 = tally.clusters["person", "b3"]
    return (
        f"{name:18}{tally.exact.f1:8.3f}{tally.head.precision:8.3f}{tally.head.recall:7.3f}"
        f"{tally.head.f1:7.3f}{b3.precision:9.3f}{b3.recall:7.3f}{b3.f1:7.3f}"
        f"{tally.conll('person'):7.3f}{tally.clusters['organization', 'b3'].f1:9.3f}"
        f"{tally.clusters['place', 'b3'].f1:7.3f}\n"
    )


def _details(tally: Tally) -> str:
    lines = []
    for kind in KINDS:
        for form in FORMS:
            counts = tally.parts[kind, form]
            lines.append(
                f"  {kind:14}{form:12} {counts.right:5} of {counts.gold:5} annotated, "
                f"{counts.predicted:5} read\n"
            )
    return "".join(lines)


def _document(path: Path, genre: str) -> list[dict[str, Any]]:
    return [r for r in records(path) if r["genre"] == genre]


def errors(reader: Reader, record: dict[str, Any]) -> Iterable[str]:
    """What a document's reading misses and adds, and where chains part ways."""
    gold, read = gold_items(record), read_items(reader.read(record["text"]))
    same, text = aligned(gold, read, False), record["text"]
    owner = {a: read[b].entity for b, a in same.items()}
    for a, item in enumerate(gold):
        mark = f"{owner[a]:>4}" if a in owner else "MISS"
        yield f"{mark} {item.entity:>5} {item.kind[:3]} {item.form[:4]} "
        yield f"{text[slice(*item.span)]!r}\n"
    for b, item in enumerate(read):
        if b not in same:
            head = text[slice(*item.head)]
            yield f"{item.entity:>4}     + {item.kind[:3]} {item.form[:4]} {head!r} in "
            yield f"{text[slice(*item.span)]!r}\n"


def main() -> None:
    """Print the table, or every difference in one genre's documents."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--errors", metavar="GENRE")
    args = parser.parse_args()
    reader, data = Reader(), folder() / "entities"
    if args.errors:
        for record in _document(data / "gum_dev.jsonl.gz", args.errors):
            sys.stdout.write(f"{record['id']}\n{''.join(errors(reader, record))}")
        return
    sys.stdout.write(
        f"{'':18}{'mentions':>8}{'by head':>22}{'people B3':>23}{'':7}{'B3 of':>9}\n"
        f"{'':18}{'exact':>8}{'P':>8}{'R':>7}{'F1':>7}{'P':>9}{'R':>7}{'F1':>7}{'CoNLL':>7}"
        f"{'orgs':>9}{'places':>7}\n"
    )
    dev = by_genre(reader, records(data / "gum_dev.jsonl.gz"))
    for genre, tally in sorted(dev.items()):
        sys.stdout.write(_row(genre, tally))
    sys.stdout.write(_row("all", total(dev.values())))
    seen = by_genre(reader, _document(data / "gum_train.jsonl.gz", "news"))
    sys.stdout.write(_row("news, trained on", seen["news"]))
    for name, tally in (("news", dev["news"]), ("all", total(dev.values()))):
        sys.stdout.write(f"{name}, by head\n{_details(tally)}")


if __name__ == "__main__":
    main()
