"""Writing files so that a crash or a full disk never leaves half of one."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from ..present.report import render_report
from ..records import Reading, Unread

_SQLITE = b"SQLite format 3\x00"


def check_report_path(path: Path, ledger: Path | None, inputs: Iterable[str] = ()) -> None:
    """Refuse, before any work is done, a report that could not be written or would destroy.

    Raises:
        click.UsageError: it would replace the ledger, an input, or a database.
        OSError: its folder is missing, or it may not be written.
    """
    if ledger is not None and _same(path, ledger):
        raise click.UsageError(f"{path}: the report would replace the ledger: name another file.")
    if any(_same(path, Path(given)) for given in inputs if given not in ("", "-")):
        raise click.UsageError(f"{path}: the report would replace an input: name another file.")
    folder = path.absolute().parent
    if not folder.is_dir():
        what = f"the folder {folder} does not exist (make it first)"
        raise FileNotFoundError(errno.ENOENT, what, str(path))
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "it may not be written", str(path))
    if path.is_file() and _head(path) == _SQLITE:
        raise click.UsageError(f"{path}: the report would replace a database: name another file.")


def write_report(
    path: Path, readings: Sequence[Reading], unread: Sequence[Unread], ledger: Path | None
) -> None:
    """Render the report into ``path``; an older file there stays until the new one is whole."""
    title = (ledger or path).stem
    write_whole(path, render_report(readings, unread, title=title))


def write_whole(path: Path, text: str) -> None:
    """Write ``text`` as UTF-8 beside ``path``, then move it there.

    A link stays a link to what is written; what is no file (a pipe, a device) is
    written to as it is.

    Raises:
        OSError: naming ``path``, where the folder is missing or the disk is full.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, "utf-8", newline="\n")
        else:
            _replace(path.resolve(), text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def _replace(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".allegedly.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return one.absolute() == other.absolute()


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(_SQLITE))
