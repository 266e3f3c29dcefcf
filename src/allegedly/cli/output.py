"""Writing files so that a crash or a full disk never leaves half of one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ..present.report import render_report
from ..records import Reading, Unread


def write_report(
    path: Path, readings: Sequence[Reading], unread: Sequence[Unread], ledger: Path | None
) -> None:
    """Render the report into ``path``; an older file there stays until the new one is whole."""
    title = (ledger or path).stem
    write_whole(path, render_report(readings, unread, title=title))


def write_whole(path: Path, text: str) -> None:
    """Write ``text`` as UTF-8 beside ``path``, then move it there.

    Raises:
        OSError: where the folder is missing or the disk is full.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
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
