"""Time expressions, scored as TempEval-3 does: `python -m evaluation.times [--errors N]`.

*Relaxed* counts a predicted span that overlaps a gold one, one to one, the larger
overlap first; *strict* wants the same span; *value* a relaxed pair with the same
TIMEX3 value; *type* is the share of relaxed pairs with the same type. The table
has each corpus three times: read through the public API, by the explicit
patterns alone, and normalised on the gold spans (the share of right values).

Values are compared as they stand, but for the week: `1998-W8` is `1998-W08`.
Annotations without a value count for spans only. Of WikiWars, documents with an
odd place in the order of their ids are scored; those with an even one may be
trained on. GUM marks only what a calendar knows: it has recall, not precision.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from allegedly.reader.sentences import split_sentences
from allegedly.reader.times import find_times, times_of
from allegedly.records import Span, Time, When
from allegedly.records.reading import TimeType

from .attribution import Counts
from .data import folder, records

_WEEK = re.compile(r"-W(\d)(?!\d)")
#: What reads a document: its text and publication date in, time expressions out.
Read = Callable[[str, str | None], Sequence[Time]]


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated time expression; ``value`` is None where the annotators gave none."""

    span: Span
    type: TimeType
    value: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its date and annotations, which stop at ``end``."""

    id: str
    text: str
    published: str | None
    gold: tuple[Gold, ...]
    end: int


@dataclass(slots=True)
class Scores:
    """Counts of pairs over the documents of a corpus."""

    relaxed: Counts = field(default_factory=Counts)
    strict: Counts = field(default_factory=Counts)
    value: Counts = field(default_factory=Counts)
    type: Counts = field(default_factory=Counts)
    wrong: list[tuple[Document, Gold, Time]] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """The four figures, rounded to four digits."""
        found = {name: getattr(self, name).f1 for name in ("relaxed", "strict", "value")}
        return {k: round(v, 4) for k, v in (found | {"type": self.type.recall}).items()}


@dataclass(frozen=True, slots=True)
class Corpus:
    """A file of annotated documents and how its values are compared."""

    name: str
    path: str
    keep: Callable[[int], bool] = lambda place: True
    same: Callable[[str, Time], bool] = lambda value, time: (
        canonical(value) == canonical(time.value)
    )
    precise: bool = True

    def documents(self, every: bool = False) -> list[Document]:
        """The scored documents in the order of their ids; with ``every``, all of them."""
        rows = sorted(records(folder() / self.path), key=lambda r: str(r["id"]))
        return [_document(row) for k, row in enumerate(rows) if every or self.keep(k)]


def canonical(value: str) -> str:
    """The value with two digits for the week."""
    return _WEEK.sub(r"-W0\1", value)


def _document(row: dict[str, Any]) -> Document:
    end = row.get("annotated_to") or len(row["text"])
    gold = []
    for item in row["timexes"]:
        if item["end"] <= end:
            value = item["value"]
            known = None if value in (None, "", "null") else str(value)
            gold.append(Gold(Span(item["start"], item["end"]), cast(TimeType, item["type"]), known))
    published = row["dct"][:10] if row["dct"] else None
    return Document(row["id"], row["text"], published, tuple(sorted(gold, key=_place)), end)


def _place(gold: Gold) -> Span:
    return gold.span


def same_in_gum(value: str, time: Time) -> bool:
    """Whether a GUM ``when`` or ``from/to`` says what a TIMEX3 value and its bounds say."""
    if value.startswith("--"):
        return time.value == "XXXX-" + value[2:]
    if re.fullmatch(r"\d\d:\d\d(:\d\d)?", value):
        return f"T{value[:5]}" in time.value
    if "/" not in value:
        return time.value.split("T")[0] == value.split("T")[0]
    if time.earliest is None or time.latest is None:
        return False
    try:
        first, last = (When.from_iso(part, "given") for part in value.split("/"))
    except ValueError:
        return False
    return (time.earliest, time.latest) == (first.earliest, last.latest)


CORPORA = (
    Corpus("TimeBank+AQUAINT dev", "times/tbaq_dev.jsonl"),
    Corpus("MEANTIME dev", "times/meantime_dev.jsonl"),
    Corpus("WikiWars", "times/wikiwars.jsonl", keep=lambda place: place % 2 == 1),
    Corpus("GUM dates dev", "times/gum_dates_dev.jsonl", same=same_in_gum, precise=False),
)
FILES = tuple(corpus.path for corpus in CORPORA)


def pairs(gold: Sequence[Gold], found: Sequence[Time]) -> list[tuple[Gold, Time]]:
    """Overlapping gold and found expressions, one to one, larger overlaps first."""
    overlaps = []
    k = 0
    for i, item in enumerate(gold):
        while k and found[k - 1].span.end > item.span.start:
            k -= 1
        while k < len(found) and found[k].span.end <= item.span.start:
            k += 1
        for j in range(k, len(found)):
            if found[j].span.start >= item.span.end:
                break
            shared = min(item.span.end, found[j].span.end) - max(
                item.span.start, found[j].span.start
            )
            overlaps.append((-shared, i, j))
    taken: tuple[set[int], set[int]] = (set(), set())
    matched = []
    for _, i, j in sorted(overlaps):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            matched.append((gold[i], found[j]))
    return matched


def score(scores: Scores, corpus: Corpus, document: Document, found: Sequence[Time]) -> None:
    """Add one document to ``scores``."""
    inside = sorted((t for t in found if t.span.end <= document.end), key=lambda t: t.span)
    matched = pairs(document.gold, inside)
    if not corpus.precise:
        inside = [t for _, t in matched]
    valued = [(g, t) for g, t in matched if g.value is not None]
    right = [(g, t) for g, t in valued if g.value and corpus.same(g.value, t)]
    unvalued = len(matched) - len(valued)
    scores.relaxed.add(len(matched), len(inside), len(document.gold))
    scores.strict.add(sum(g.span == t.span for g, t in matched), len(inside), len(document.gold))
    with_value = sum(g.value is not None for g in document.gold)
    scores.value.add(len(right), len(inside) - unvalued, with_value)
    scores.type.add(sum(g.type == t.type for g, t in matched), len(matched), len(matched))
    known = {id(t) for _, t in right}
    scores.wrong += [(document, g, t) for g, t in valued if id(t) not in known]


def measure(corpus: Corpus, read: Read, documents: Iterable[Document]) -> Scores:
    """Score ``read`` on the documents of a corpus."""
    scores = Scores()
    for document in documents:
        score(scores, corpus, document, read(document.text, document.published))
    return scores


def by_patterns(text: str, published: str | None) -> Sequence[Time]:
    """Explicit patterns and the normaliser, without the trained tagger."""
    when = When.from_iso(published, "given") if published else None
    return times_of(text, find_times(text), split_sentences(text), when)


def on_gold(corpus: Corpus, documents: Iterable[Document]) -> Scores:
    """Score the normaliser alone: the gold spans and types are given."""
    scores = Scores()
    for document in documents:
        when = When.from_iso(document.published, "given") if document.published else None
        spans = {g.span: g.type for g in document.gold}
        times = times_of(
            document.text, tuple(spans.items()), split_sentences(document.text), when, exact=True
        )
        score(scores, corpus, document, times)
    return scores


def reader() -> Read:
    """The public API."""
    from allegedly import Reader

    made = Reader()
    return lambda text, published: made.read(text, published=published).body.times


def figures(read: Read) -> dict[str, float]:
    """Every figure of the time layer by its name, through ``read``."""
    found: dict[str, float] = {}
    for corpus, key in zip(CORPORA, ("tbaq", "meantime", "wikiwars", "gum"), strict=True):
        scores = measure(corpus, read, corpus.documents())
        kept = scores.figures()
        if not corpus.precise:
            kept = {
                "recall": round(scores.relaxed.recall, 4),
                "value_recall": round(scores.value.recall, 4),
            }
        found |= {f"times.{key}.{name}": value for name, value in kept.items()}
    return found


def rows(read: Read | None) -> Iterator[tuple[str, str, Scores, Corpus]]:
    """Corpus, way of reading and scores, one after the other."""
    for corpus in CORPORA:
        if read is not None:
            yield corpus.name, "reader", measure(corpus, read, corpus.documents()), corpus
        yield corpus.name, "patterns", measure(corpus, by_patterns, corpus.documents()), corpus
        yield corpus.name, "gold spans", on_gold(corpus, corpus.documents(every=True)), corpus


def main() -> int:
    """Print the table, and with ``--errors`` the first wrong values of each row."""
    parser = argparse.ArgumentParser(description="Score the time layer on the development data.")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--no-reader", action="store_true", help="leave the trained reader out")
    args = parser.parse_args()
    absent = [name for name in FILES if not Path(folder(), name).exists()]
    if absent:
        sys.stdout.write(f"skipped: no {', '.join(absent)} in {folder()}\n")
        return 0
    head = ("corpus", "spans from", "relaxed", "strict", "value", "type")
    sys.stdout.write(_line(head))
    for name, way, scores, corpus in rows(None if args.no_reader else reader()):
        cells = [f"{value:.3f}" for value in scores.figures().values()]
        if way == "gold spans":
            cells[:3] = ["", "", f"{scores.value.recall:.3f}"]
        elif not corpus.precise:
            cells[:3] = [f"{c.recall:.3f}" for c in (scores.relaxed, scores.strict, scores.value)]
        sys.stdout.write(_line((name, way, *cells)))
        for document, gold, time in scores.wrong[: args.errors]:
            around = document.text[max(0, gold.span.start - 40) : gold.span.end + 20]
            sys.stdout.write(f"    {gold.value} <- {time.value} | {' '.join(around.split())}\n")
    return 0


def _line(cells: Sequence[str]) -> str:
    return f"{cells[0]:22}{cells[1]:12}" + "".join(f"{c:>9}" for c in cells[2:]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
