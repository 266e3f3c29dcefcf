"""`allegedly read`: the main job."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import click
from rich.console import Console, Group, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from ..collect import Source, find_sources
from ..errors import LedgerError
from ..ledger import Ledger
from ..present.contract import reading_to_json
from ..present.safe import one_line
from ..present.terminal import account
from ..present.terminal_told import told
from ..records import Account, Reading, Unread
from ..run import read as read_inputs
from .console import Output, say
from .ledgers import is_current, link_now, link_readings
from .output import check_path, write_report

_NOTHING = 3
#: Readings stored in one transaction: a crash costs at most these, and they are read again.
_BATCH = 50


@click.command(short_help="Read coverage into a ledger, a report or JSON lines.")
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=str, readable=False))
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
@click.option("--no-link", is_flag=True, help="Only read; put articles beside each other later.")
def read(
    inputs: tuple[str, ...],
    ledger_path: Path | None,
    report_path: Path | None,
    jsonl: bool,
    workers: int | None,
    no_link: bool,
) -> int:
    """Read articles: who says what in them, and what is said to have happened when.

    With -o or --report the articles are then put beside each other: who is who, what is
    rumored and who stands where, who relies on whom, what contradicts what.

    INPUTS are text files, HTML files, JSON Lines files (one article a line), folders of
    those, or - for standard input. What cannot be read is named and the rest goes on.
    Reading the same input again changes nothing.

    \b
    allegedly read coverage/ -o story.db --report story.html
    allegedly read article.txt --jsonl
    """
    if jsonl and ledger_path:
        raise click.UsageError("--jsonl writes no ledger: leave out -o, or run it twice.")
    if report_path:
        check_path(report_path, ledger_path, inputs)
    with ExitStack() as stack:
        ledger = stack.enter_context(Ledger(ledger_path)) if ledger_path else None
        bar = stack.enter_context(_Bar(inputs))
        job = _Job(ledger, bar)
        readings = job.readings(
            read_inputs(inputs, workers=workers, known=job.known, progress=bar.done)
        )
        kept: Iterable[Reading] = readings
        if ledger:
            _fill(ledger, readings, job.unread)
            kept = ledger.readings()
        elif jsonl:
            kept = _printed(readings, keep=report_path is not None)
        if report_path:
            kept = list(kept)
        summary = None if jsonl else account(kept)
        bar.stop()
        for problem in job.unread:
            _complain(problem)
        if not job.done:
            say("allegedly: nothing could be read")
            return _NOTHING
        found, fault = None, None
        if not no_link:
            found, fault = _link(ledger, list(kept) if report_path else None)
        if report_path:
            unread = ledger.unread() if ledger else job.unread
            write_report(report_path, list(kept), unread, ledger_path, found)
    if summary:
        _show(summary, found, job, ledger_path, report_path)
    if fault:
        say(f"allegedly: {fault}")
    return 1 if job.unread or fault else 0


def _link(
    ledger: Ledger | None, readings: Sequence[Reading] | None
) -> tuple[Account | None, LedgerError | None]:
    """The account, where it is stored or shown; a fault in it does not cost what was read."""
    try:
        if ledger is not None:
            return (ledger.account() if is_current(ledger) else link_now(ledger)), None
        return (None if readings is None else link_readings(readings)), None
    except LedgerError as fault:
        return None, fault


class _Job:
    """What becomes of the inputs: readings pass through, the rest is noted."""

    def __init__(self, ledger: Ledger | None, bar: _Bar) -> None:
        self.unread: list[Unread] = []
        self.news = 0
        self._old = 0
        self._ledger = ledger
        self._bar = bar

    @property
    def done(self) -> bool:
        """Whether there was anything to read, now or before."""
        return bool(self.news or self._old)

    def known(self, article_id: str, stage: str) -> bool:
        """Whether the ledger has the article as this reader reads it."""
        found = self._ledger is not None and self._ledger.has(article_id, stage)
        self._old += found
        return found

    def readings(self, items: Iterable[Reading | Unread]) -> Iterator[Reading]:
        """The readings among the items."""
        for item in items:
            self._bar.tick(item)
            if isinstance(item, Unread):
                self.unread.append(item)
            else:
                self.news += 1
                yield item


def _fill(ledger: Ledger, readings: Iterable[Reading], unread: Sequence[Unread]) -> None:
    """Store the readings, some at a time; an interruption keeps what has been read so far."""
    batch: list[Reading] = []
    try:
        for reading in readings:
            batch.append(reading)
            if len(batch) >= _BATCH:
                _store(ledger, batch)
    finally:
        _store(ledger, batch, unread)


def _store(ledger: Ledger, readings: list[Reading], unread: Sequence[Unread] = ()) -> None:
    with ledger.atomic():
        for reading in readings:
            ledger.add(reading)
        for item in unread:
            ledger.add_unread(item)
    readings.clear()


def _printed(readings: Iterable[Reading], *, keep: bool) -> list[Reading]:
    """Print the readings as JSON lines; those kept are returned."""
    kept: list[Reading] = []
    for reading in readings:
        text = json.dumps(reading_to_json(reading), ensure_ascii=False)
        sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
        if keep:
            kept.append(reading)
    sys.stdout.buffer.flush()
    return kept


def _complain(problem: Unread) -> None:
    todo = f" ({problem.todo})" if problem.todo else ""
    say(f"not read: {problem.origin}: {problem.what}{todo}", fg="yellow")


def _show(
    summary: RenderableType,
    found: Account | None,
    job: _Job,
    ledger: Path | None,
    report: Path | None,
) -> None:
    console = Output(highlight=False)
    console.print(summary)
    if found is not None:
        console.print(Group(Text(), told(found)))
    if job.unread:
        many = "1 input" if len(job.unread) == 1 else f"{len(job.unread):,} inputs"
        console.print(f"Could not be read: {many}, named above")
    if ledger:
        what = f"{job.news:,} new" if job.news else "nothing new"
        _print(console, f"Ledger: {ledger} ({what})")
    if report:
        _print(console, f"Report: {report}  (open it in a browser)")
    if not ledger and not report:
        console.print("Add -o story.db to keep this, --report story.html to see it.")


def _print(console: Console, line: str) -> None:
    console.print(one_line(line), markup=False, soft_wrap=True)


class _Bar:
    """A progress bar over the inputs, on standard error, where that is a terminal."""

    def __init__(self, inputs: tuple[str, ...]) -> None:
        console = Console(stderr=True, highlight=False)
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
        self.stop()

    def stop(self) -> None:
        """Take it off the screen."""
        self._progress.stop()

    def done(self, source: Source) -> None:
        """One source is finished."""
        self._progress.advance(self._task)

    def tick(self, item: Reading | Unread) -> None:
        """One article is read."""
        self._articles += isinstance(item, Reading)
        self._progress.update(self._task, articles=self._articles)
