"""`allegedly read`: the main job."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ..collect import Source, find_sources
from ..ledger import Ledger
from ..present.contract import reading_to_json
from ..present.terminal import account
from ..records import Reading, Unread
from ..run import read as read_inputs
from .output import write_report

#: Readings stored in one transaction: a crash costs at most these, and they are read again.
_BATCH = 50


@click.command(short_help="Read coverage into a ledger, a report or JSON lines.")
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=str))
@click.option(
    "-o",
    "--output",
    "ledger_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The ledger: one SQLite file, made or added to.",
)
@click.option(
    "--report",
    "report_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="One self-contained HTML page of everything in the ledger.",
)
@click.option(
    "--jsonl",
    is_flag=True,
    help="Print one reading a line as JSON on standard output; writes no ledger.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 256),
    default=None,
    help="Threads that read at once (default: one a core).",
)
def read(
    inputs: tuple[str, ...],
    ledger_path: Path | None,
    report_path: Path | None,
    jsonl: bool,
    workers: int | None,
) -> int:
    """Read articles and say who says what in them.

    INPUTS are text files, HTML files, JSON Lines files (one article a line), folders of
    those, or - for standard input. What cannot be read is named and the rest goes on.
    Reading the same input again changes nothing.

    \b
    allegedly read coverage/ -o story.db --report story.html
    allegedly read article.txt --jsonl
    """
    if jsonl and ledger_path:
        raise click.UsageError("--jsonl writes no ledger: leave out -o, or run it twice.")
    errors = Console(stderr=True, highlight=False)
    with ExitStack() as stack:
        ledger = stack.enter_context(Ledger(ledger_path)) if ledger_path else None
        known = ledger.has if ledger else (lambda article_id, stage: False)
        bar = stack.enter_context(_Bar(errors, inputs))
        items = read_inputs(inputs, workers=workers, known=known, progress=bar.done)
        stored: list[Reading] = []
        unread: list[Unread] = []
        news = 0
        try:
            for item in _printed(items, jsonl, bar):
                if isinstance(item, Unread):
                    unread.append(item)
                    continue
                news += 1
                if not jsonl:
                    stored.append(item)
                if ledger and len(stored) >= _BATCH:
                    _store(ledger, stored, [])
        finally:
            # An interruption keeps what has been read so far.
            if ledger:
                _store(ledger, stored, unread)
        if ledger:
            stored = list(ledger.readings())
    for problem in unread:
        errors.print(_line(problem), markup=False, soft_wrap=True, style="yellow")
    if report_path:
        write_report(report_path, stored, unread, ledger_path)
    if not jsonl:
        console = Console(highlight=False)
        console.print(account(stored, unread))
        _next(console, ledger_path, report_path, news)
    if not news and not stored:
        errors.print("allegedly: nothing could be read", markup=False)
        return 3
    return 1 if unread else 0


def _printed(
    items: Iterable[Reading | Unread], jsonl: bool, bar: _Bar
) -> Iterator[Reading | Unread]:
    for item in items:
        if jsonl and isinstance(item, Reading):
            text = json.dumps(reading_to_json(item), ensure_ascii=False)
            sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
        bar.tick(item)
        yield item
    if jsonl:
        sys.stdout.buffer.flush()


def _store(ledger: Ledger, readings: list[Reading], unread: list[Unread]) -> None:
    with ledger.atomic():
        for reading in readings:
            ledger.add(reading)
        for item in unread:
            ledger.add_unread(item)
    readings.clear()


def _line(problem: Unread) -> str:
    return f"not read: {problem.origin}: {problem.what}" + (
        f" ({problem.todo})" if problem.todo else ""
    )


def _next(console: Console, ledger: Path | None, report: Path | None, news: int) -> None:
    if ledger:
        what = f"{news} new" if news else "nothing new"
        console.print(f"Ledger: {ledger} ({what})", markup=False, soft_wrap=True)
    if report:
        console.print(f"Report: {report}  (open it in a browser)", markup=False, soft_wrap=True)
    if not ledger and not report:
        console.print("Add -o story.db to keep this, --report story.html to see it.")


class _Bar:
    """A progress bar over the inputs, on standard error, where that is a terminal."""

    def __init__(self, console: Console, inputs: tuple[str, ...]) -> None:
        self._progress = Progress(
            TextColumn("reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("inputs,"),
            TextColumn("{task.fields[articles]} articles"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        total = None if "-" in inputs or not console.is_terminal else len(find_sources(inputs))
        self._task = self._progress.add_task("reading", total=total, articles=0)
        self._articles = 0

    def __enter__(self) -> _Bar:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def done(self, source: Source) -> None:
        """One source is finished."""
        self._progress.advance(self._task)

    def tick(self, item: Reading | Unread) -> None:
        """One article is read."""
        self._articles += isinstance(item, Reading)
        self._progress.update(self._task, articles=self._articles)
