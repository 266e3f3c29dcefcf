"""The time layer beside its peers, in one run on the same texts: `python -m benchmarks.times`.

Peers are imported where they are installed and named where they are not; none is
a dependency of the project. Each gets the text and the publication date, and is
scored with `evaluation.times` on the development documents: relaxed and value
F1, and processor seconds in all and as a multiple of ours. Peers give a moment rather than a TIMEX3
value; the moment is written as finely as the words that were found allow, which
is the reading that favours them most.
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from allegedly.records import Span, Time
from allegedly.records.reading import TimeType
from evaluation.data import folder
from evaluation.times import CORPORA, Document, Read, by_patterns, measure

_MONTH = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|month", re.IGNORECASE)
_DAY = re.compile(r"day|tonight|tomorrow|night|\b\d{1,2}\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d:\d\d|[ap]\.?m\b|noon|midnight", re.IGNORECASE)


def as_time(text: str, start: int, end: int, moment: datetime) -> Time:
    """A peer's moment as finely as its words allow."""
    words = text[start:end]
    kind: TimeType = "TIME" if _CLOCK.search(words) else "DATE"
    value = moment.strftime("%Y-%m-%dT%H:%M")
    if kind == "DATE":
        day, month = _DAY.search(words), _MONTH.search(words)
        value = moment.strftime("%Y-%m-%d" if day else "%Y-%m" if month else "%Y")
    return Time(Span(start, end), kind, value, None, moment.date(), moment.date())


def _base(published: str | None) -> datetime:
    full = (published or "2000") + "-01-01"[len(published or "2000") - 4 :]
    return datetime.strptime(full[:10], "%Y-%m-%d")


def dateparser() -> Read:
    """dateparser.search.search_dates; finds strings, whose places are looked up in order."""
    search = importlib.import_module("dateparser.search").search_dates

    def read(text: str, published: str | None) -> Sequence[Time]:
        settings = {"RELATIVE_BASE": _base(published), "PREFER_DATES_FROM": "past"}
        found, place = [], 0
        for words, moment in search(text, languages=["en"], settings=settings) or ():
            at = text.find(words, place)
            if at >= 0 and words.strip():
                place = at + len(words)
                found.append(as_time(text, at, place, moment))
        return found

    return read


def parsedatetime() -> Read:
    """parsedatetime.Calendar.nlp."""
    calendar = importlib.import_module("parsedatetime").Calendar()

    def read(text: str, published: str | None) -> Sequence[Time]:
        found = calendar.nlp(text, sourceTime=_base(published)) or ()
        return [as_time(text, start, end, moment) for moment, _, start, end, _ in found]

    return read


def timexy() -> Read:
    """timexy, a component of spaCy; it writes TIMEX3 values itself, in its own form."""
    spacy = importlib.import_module("spacy")
    importlib.import_module("timexy")
    nlp = spacy.blank("en")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": True})

    def read(text: str, published: str | None) -> Sequence[Time]:
        return [_from_timex(e.start_char, e.end_char, e.kb_id_) for e in nlp(text).ents]

    return read


def _from_timex(start: int, end: int, written: str) -> Time:
    value = re.search(r'value="([^"]*)"', written)
    kind: TimeType = "DURATION" if 'type="DURATION"' in written else "DATE"
    found = value.group(1).split("T00:00:00")[0] if value else "XXXX"
    return Time(Span(start, end), kind, found, None, None, None)


PEERS: dict[str, Callable[[], Read]] = {
    "dateparser": dateparser,
    "parsedatetime": parsedatetime,
    "timexy": timexy,
}


def ours() -> Iterable[tuple[str, Read]]:
    """The reader as it ships, and its explicit patterns alone."""
    from allegedly import Reader

    made = Reader()
    yield "allegedly", lambda text, day: made.read(text, published=day).body.times
    yield "allegedly, patterns", by_patterns


def installed() -> Iterable[tuple[str, Read]]:
    """The peers that can be imported here; the others are named."""
    for name, make in PEERS.items():
        try:
            yield name, make()
        except ImportError as problem:
            sys.stdout.write(f"{name}: not installed ({problem.name}), left out\n")


def timed(read: Read, documents: Sequence[Document]) -> tuple[list[Sequence[Time]], float]:
    """What ``read`` finds in each document, and the processor seconds it took."""
    began = time.process_time()
    found = [read(d.text, d.published) for d in documents]
    return found, time.process_time() - began


def main() -> int:
    """Print one line for each corpus and way of reading."""
    parser = argparse.ArgumentParser(description="Compare the time layer with its peers.")
    parser.add_argument("--patterns", action="store_true", help="leave the trained reader out")
    args = parser.parse_args()
    corpora = [c for c in CORPORA if c.precise and (folder() / c.path).exists()]
    if not corpora:
        sys.stdout.write(f"skipped: no development data in {folder()}\n")
        return 0
    mine = [("allegedly, patterns", by_patterns)] if args.patterns else list(ours())
    readers = [*mine, *installed()]
    sys.stdout.write(
        f"{'corpus':22}{'reader':22}{'relaxed':>9}{'value':>9}{'cpu s':>9}{'ratio':>9}\n"
    )
    for corpus in corpora:
        documents, first = corpus.documents(), 0.0
        for name, read in readers:
            found, seconds = timed(read, documents)
            first = first or seconds
            kept = iter(found)
            scores = measure(corpus, _replayed(kept), documents).figures()
            cells: list[Any] = [f"{scores['relaxed']:.3f}", f"{scores['value']:.3f}"]
            cells += [f"{seconds:.2f}", f"{seconds / first:.1f}"]
            sys.stdout.write(
                f"{corpus.name:22}{name:22}" + "".join(f"{c:>9}" for c in cells) + "\n"
            )
    return 0


def _replayed(found: Iterable[Sequence[Time]]) -> Read:
    kept = iter(found)
    return lambda text, published: next(kept)


if __name__ == "__main__":
    sys.exit(main())
