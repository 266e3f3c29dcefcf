"""Opening a ledger whose account is asked for, and the options that such commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console, RenderableType
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from ..errors import AllegedlyError, LedgerError, OldLedgerError
from ..ledger import Ledger
from ..present.exports import Coverage as Exported
from ..present.exports.whole import whole
from ..present.terminal_lines import Coverage, line, number
from ..records import Account, Reading
from .console import print_json, say, show

Command = TypeVar("Command", bound=Callable[..., Any])

_SQLITE = b"SQLite format 3\x00"

ledger_argument = click.argument("ledger_path", metavar="LEDGER", type=click.Path(path_type=Path))
story_option = click.option("--story", metavar="ID", help="Of one story alone.")
limit_option = click.option(
    "--limit",
    type=click.IntRange(0),
    default=50,
    show_default=True,
    help="How many to list; 0 lists all.",
)


def row_options(command: Command) -> Command:
    """``--json`` and ``--jsonl`` on a command that lists rows."""
    add_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON array.")
    add_lines = click.option("--jsonl", is_flag=True, help="Print one JSON object a line.")
    return add_json(add_lines(command))


def listing(command: Command) -> Command:
    """The argument and the options of a command that lists rows of an account."""
    for option in (row_options, limit_option, story_option, ledger_argument):
        command = option(command)
    return command


@contextmanager
def linked(path: Path) -> Iterator[tuple[Ledger, Account]]:
    """The ledger with its account, linked first where something is new and it can be written.

    Raises:
        LedgerError: where there is no ledger, or it was never linked and cannot be written.
    """
    with opened(path) as ledger:
        account = ledger.account()
        if account is not None and is_current(ledger):
            yield ledger, account
            return
        if account is not None and not _writable(path):
            say(f"{path}: something is new since it was linked; this is as it was")
            yield ledger, account
            return
    if account is None and not _writable(path):
        raise LedgerError(
            f"{path}: it was never linked, and it cannot be written here (copy it to a folder "
            "where you may write, and run `allegedly link` on the copy)"
        )
    with Ledger(path) as ledger:
        yield ledger, link_now(ledger)


def is_current(ledger: Ledger) -> bool:
    """Whether the account is of all that was read and decided, by the linking there is now."""
    from ..link.account import STAGE  # slow to import: only when an account is asked for

    account = ledger.account()
    return account is not None and ledger.is_linked and account.stage.split(" ")[0] == STAGE


def opened(path: Path) -> Ledger:
    """The ledger for reading; one that an older allegedly made is first brought up to date."""
    try:
        return Ledger(path, read_only=True)
    except OldLedgerError:
        Ledger(path).close()
        say(f"{path}: brought up to the version of this allegedly")
        return Ledger(path, read_only=True)


def existing(path: Path) -> Ledger:
    """A ledger that is there already, for writing; a missing one is not made."""
    opened(path).close()
    return Ledger(path)


def link_now(ledger: Ledger) -> Account:
    """Link a ledger, with a line on standard error that says what is being done."""
    return _linking(lambda progress: ledger.link(progress=progress))


def link_readings(readings: Sequence[Reading]) -> Account:
    """Link readings that are in no ledger, likewise."""
    from ..link.account import link  # slow to import: only when something is linked

    return _linking(lambda progress: link(readings, progress=progress))


def _linking(run: Callable[[Callable[[str], None]], Account]) -> Account:
    console = Console(stderr=True, highlight=False)
    columns = (SpinnerColumn(), TextColumn("linking: {task.description}"), TimeElapsedColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as progress:
        task = progress.add_task("articles")
        try:
            return run(lambda step: progress.update(task, description=step))
        except AllegedlyError:
            raise
        except Exception as error:
            why = " ".join(f"{type(error).__name__} {error}".split())[:300]
            raise LedgerError(
                f"the articles could not be linked: internal error: {why} (what was read is "
                "safe; please report it)"
            ) from error


def in_story(account: Account, story: str | None) -> str | None:
    """The story that is asked for, as it was given.

    Raises:
        LedgerError: where there is none of that id.
    """
    every = [one.id for one in account.stories]
    if story is not None and story not in every:
        raise LedgerError(
            f"no story has the id {story!r} (`allegedly stories LEDGER` lists them: "
            f"{', '.join(every[:3])}{' …' if len(every) > 3 else ''})"
        )
    return story


def print_rows(
    ledger: Ledger, account: Account, key: str, story: str | None, limit: int, *, lines: bool
) -> None:
    """The items of one list of `allegedly export --format json`, of one story or of all."""
    rows = whole(Exported(list(ledger.readings()), account))[key]
    rows = [row for row in rows if story is None or row.get("story") == story]
    print_json(rows[:limit] if limit else rows, lines=lines)


def coverage_of(ledger: Ledger, account: Account) -> Coverage:
    """The articles of the ledger, to say where rows stand."""
    return Coverage(ledger.articles(), account)


def show_or_say(found: Sequence[object], what: str, ledger: Ledger, body: RenderableType) -> None:
    """The list, or in plain words that there is nothing of the sort."""
    if found:
        show(body)
    else:
        articles = number(ledger.counts().articles, "article")
        show(line(f"No {what} found among {articles}."))


def is_ledger(path: Path) -> bool:
    """Whether the file is a database, and so no input to read."""
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):
        return False


def _writable(path: Path) -> bool:
    try:
        Ledger(path).close()
    except LedgerError:
        return False
    return True
