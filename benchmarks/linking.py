"""Linking one story of many articles: `python -m benchmarks.linking 250 500 1000 2000`.

The articles are made of the bundled example: each takes the paragraphs of one of its
articles, leaves some out, puts in some of others and gets an outlet and a day of its own, so
that they share people, claims and events without being copies. Reading is not counted.
Prints the seconds, their growth against n log n, and the peak memory of the process.
"""

from __future__ import annotations

import argparse
import math
import random
import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from allegedly import Reader, read
from allegedly.link.account import link
from allegedly.link.judge import PairJudge
from allegedly.records import Article, Reading, When

COVERAGE = Path(__file__).resolve().parent.parent / "examples" / "ferry" / "coverage"
_START = date(2024, 2, 6)
_OUTLETS = 60


def articles(count: int, seed: int = 7) -> Iterator[Article]:
    """That many articles of one story."""
    chance = random.Random(seed)
    base = [one.article for one in read([COVERAGE]) if isinstance(one, Reading)]
    paragraphs = [[line for line in one.text.split("\n\n") if line.strip()] for one in base]
    for number in range(count):
        which = number % len(base)
        kept = [line for line in paragraphs[which] if chance.random() < 0.5]
        others = chance.sample(range(len(base)), 3)
        kept += [chance.choice(paragraphs[other]) for other in others for _ in range(2)]
        chance.shuffle(kept)
        day = _START + timedelta(days=chance.randrange(40))
        yield replace(
            base[which],
            text="\n\n".join(kept),
            outlet=f"Outlet {chance.randrange(_OUTLETS)}",
            url=f"https://outlet.example/{number}",
            published=When.from_iso(day.isoformat(), "given"),
            given_id=str(number),
            furniture=(),
        )


def main() -> None:
    """Read, link, print a line a size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sizes", type=int, nargs="*", default=[250, 500, 1000])
    sizes = sorted(parser.parse_args().sizes)
    reader, judge = Reader(), PairJudge()
    readings = [reader.read_article(one) for one in articles(sizes[-1])]
    print("articles  seconds  processor  seconds/(n log n), first = 1  peak MB")  # noqa: T201
    first = 0.0
    for size in sizes:
        started, busy = time.perf_counter(), time.process_time()
        link(readings[:size], judge)
        took, worked = time.perf_counter() - started, time.process_time() - busy
        share = worked / (size * math.log(size))
        first = first or share
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{size:8,}  {took:7.1f}  {worked:9.1f}  {share / first:28.2f}  {peak:7,}")  # noqa: T201


if __name__ == "__main__":
    main()
