"""Writing files so that a crash or a full disk never leaves half of one."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from ..present.exports import File
from ..present.report import INDEX, render_report, render_report_pages
from ..records import Account, Reading, Unread

_SQLITE = b"SQLite format 3\x00"
_GENERATOR = b'<meta name="generator" content="allegedly '
_PAGE = re.compile(r"articles-\d+\.html")


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


def write_report_pages(
    folder: Path,
    readings: Sequence[Reading],
    unread: Sequence[Unread],
    ledger: Path,
    account: Account,
) -> Path:
    """Write the report as pages into ``folder``, which is made where it is missing.

    Pages that an earlier, longer report left there are removed.

    Returns:
        The page to open.

    Raises:
        OSError: the folder cannot be written, or the disk is full.
    """
    pages = render_report_pages(readings, unread, title=ledger.stem, account=account)
    write_files(folder, (File(name, page.encode()) for name, page in pages.items()))
    for old in folder.glob("articles-*.html"):
        if old.name not in pages and _PAGE.fullmatch(old.name) and _is_report(old):
            old.unlink()
    return folder / INDEX


def check_pages(folder: Path) -> None:
    """Refuse, before any work is done, a folder that has other pages of these names.

    Raises:
        click.UsageError: a file has the folder's name, or something else would be replaced.
        OSError: the folder it would be in is missing.
    """
    check_folder(folder)
    names = [INDEX, *(one.name for one in folder.glob("articles-*.html"))]
    for path in (folder / name for name in names):
        if path.exists() and not _is_report(path):
            raise click.UsageError(f"{path}: it is no report: name another folder.")


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


def _head(path: Path, length: int = len(_SQLITE)) -> bytes:
    with path.open("rb") as file:
        return file.read(length)


def _is_report(path: Path) -> bool:
    return path.is_file() and _GENERATOR in _head(path, 2000)
