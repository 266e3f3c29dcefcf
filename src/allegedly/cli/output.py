"""Writing files so that a crash or a full disk never leaves half of one."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from ..present.exports import File
from ..present.report import render_report
from ..records import Account, Reading, Unread

_SQLITE = b"SQLite format 3\x00"


def check_path(
    path: Path, ledger: Path | None, inputs: Iterable[str] = (), *, what: str = "report"
) -> None:
    """Refuse, before any work is done, a file that could not be written or would destroy.

    Raises:
        click.UsageError: it would replace the ledger, an input, or a database.
        OSError: its folder is missing, or it may not be written.
    """
    if ledger is not None and _same(path, ledger):
        raise click.UsageError(f"{path}: the {what} would replace the ledger: name another file.")
    if any(_same(path, Path(given)) for given in inputs if given not in ("", "-")):
        raise click.UsageError(f"{path}: the {what} would replace an input: name another file.")
    if path.is_dir():
        raise click.UsageError(f"{path}: it is a folder: name a file for the {what}.")
    folder = path.absolute().parent
    if not folder.is_dir():
        what = f"the folder {folder} does not exist (make it first)"
        raise FileNotFoundError(errno.ENOENT, what, str(path))
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "it may not be written", str(path))
    if path.is_file() and _head(path) == _SQLITE:
        raise click.UsageError(f"{path}: the {what} would replace a database: name another file.")


def check_folder(path: Path) -> None:
    """Refuse, before any work is done, a folder that could not be made.

    Raises:
        click.UsageError: a file has that name.
        OSError: the folder it would be in is missing.
    """
    if path.exists() and not path.is_dir():
        raise click.UsageError(f"{path}: it is a file: name a folder.")
    parent = path.absolute().parent
    if not parent.is_dir():
        what = f"the folder {parent} does not exist (make it first)"
        raise FileNotFoundError(errno.ENOENT, what, str(path))


def write_files(folder: Path, files: Iterable[File]) -> None:
    """Write files into ``folder``, which is made where it is missing; each is whole or absent.

    Raises:
        OSError: naming the file, where the folder cannot be written or the disk is full.
    """
    folder.mkdir(exist_ok=True)
    for file in files:
        write_bytes(folder / file.name, file.content)


def write_report(
    path: Path,
    readings: Sequence[Reading],
    unread: Sequence[Unread],
    ledger: Path | None,
    account: Account | None = None,
) -> None:
    """Render the report into ``path``; an older file there stays until the new one is whole."""
    title = (ledger or path).stem
    page = render_report(readings, unread, title=title, account=account)
    write_bytes(path, page.encode())


def write_bytes(path: Path, content: bytes) -> None:
    """Write ``content`` beside ``path``, then move it there.

    A link stays a link to what is written; what is no file (a pipe, a device) is
    written to as it is.

    Raises:
        OSError: naming ``path``, where the folder is missing or the disk is full.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _replace(path.resolve(), content)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".allegedly.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
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
