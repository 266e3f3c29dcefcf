"""Where coverage lies: files, folders and standard input become Sources."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from .sniff import is_own_report, sniff

Kind = Literal["text", "html", "jsonl", "stdin", "unreadable"]

_KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
# What lies beside coverage and never is coverage.
_SUFFIXES = (
    ".db .db-shm .db-wal .sqlite .sqlite3 .png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .tif "
    ".tiff .css .js .mjs .cjs .map .woff .woff2 .ttf .otf .eot .mp3 .mp4 .m4a .mov .webm .ogg .wav "
    ".md .rst .py .pyc .sh .toml .yaml .yml .ini .cfg .lock .log .bak .tmp .part .csv .tsv .xml "
    ".parquet .geojson"
)
_PASSED_OVER = frozenset(_SUFFIXES.split())
_JSON = "JSON, but not one object per line"
_OWN = "a report that allegedly made, not coverage"
_PASSED_OVER_NAMES = ("readme", "license", "licence", "changelog", "makefile")


@dataclass(frozen=True, slots=True)
class Source:
    """Something to collect from.

    ``path`` is None for standard input. ``name`` is what the articles' origins begin
    with, ``size`` is in bytes (0 where it cannot be known). ``problem`` says why a
    source of kind ``unreadable`` cannot be read, and is None for any other.
    """

    path: Path | None
    name: str
    kind: Kind
    size: int = 0
    problem: str | None = None


def find_sources(inputs: Sequence[str | Path]) -> list[Source]:
    """The sources behind some files, folders and "-" (standard input), in order.

    A folder is searched to the bottom, in the order of names. Passed over in it:
    hidden files and folders; the ``page_files`` folder that a browser saves beside
    ``page.html``; README, LICENSE and the like; and by suffix what never is coverage
    (databases, tables, pictures, sound, fonts, style sheets, scripts, Markdown,
    configuration, logs), JSON that is not JSON Lines, and reports that this program
    wrote. A link to a folder is followed once, so a loop ends. Any other file counts:
    one of unknown suffix as what its beginning looks like. What is named itself is
    never passed over.

    Nothing is raised: what is missing, broken, binary or may not be read becomes a
    Source with a ``problem``. An input given twice counts once.
    """
    found: dict[str, Source] = {}
    for given in inputs:
        for source in _behind(given):
            found.setdefault(source.name, source)
    return list(found.values())


def _behind(given: str | Path) -> Iterator[Source]:
    if given == "":  # which Path takes for the folder we are in
        yield Source(None, '""', "unreadable", 0, "an empty name")
        return
    if str(given) == "-":
        yield Source(None, "stdin", "stdin")
        return
    path = Path(given)
    try:
        if path.is_dir():
            yield from _folder(path, set())
        else:
            yield _file(path, path.stat())
    except (OSError, ValueError) as error:
        yield _unreadable(path, _why(path, error))


def _folder(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Source]:
    try:
        here = folder.stat()
        if (here.st_dev, here.st_ino) in seen:
            return
        seen.add((here.st_dev, here.st_ino))
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(folder, _why(folder, error))
        return
    pages = {Path(e.name).stem for e in entries if e.name.lower().endswith((".html", ".htm"))}
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = folder / entry.name
        try:
            if entry.is_dir():
                if not (entry.name.endswith("_files") and entry.name[:-6] in pages):
                    yield from _folder(path, seen)
            elif not _is_passed_over(entry.name):
                source = _file(path, entry.stat())
                if source.problem not in (_JSON, _OWN):
                    yield source
        except OSError as error:
            yield _unreadable(path, _why(path, error))


def _file(path: Path, status: os.stat_result) -> Source:
    """The source a file is; opened only where its suffix does not tell its kind."""
    if not stat.S_ISREG(status.st_mode):
        return _unreadable(path, 'not a regular file (hand its content to "-" instead)')
    if not os.access(path, os.R_OK):
        return _unreadable(path, "may not be read: permission denied")
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        with path.open("rb") as file:
            seems = sniff(file.read(4_096))
        if seems is None or seems == "json":
            problem = "binary file" if seems is None else _JSON
            return Source(path, str(path), "unreadable", status.st_size, problem)
        kind = seems
    if kind == "html" and _is_own_report(path):
        return Source(path, str(path), "unreadable", status.st_size, _OWN)
    return Source(path, str(path), kind, status.st_size)


def _is_own_report(path: Path) -> bool:
    with path.open("rb") as file:
        return is_own_report(file.read(4_096).decode("utf-8", "replace"))


def _is_passed_over(name: str) -> bool:
    lower = name.lower()
    return lower.startswith(_PASSED_OVER_NAMES) or os.path.splitext(lower)[1] in _PASSED_OVER  # noqa: PTH122


def _unreadable(path: Path, problem: str) -> Source:
    return Source(path, str(path), "unreadable", 0, problem)


def _why(path: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "broken link" if path.is_symlink() else "no such file or folder"
    if isinstance(error, PermissionError):
        return "may not be read: permission denied"
    return getattr(error, "strerror", None) or str(error)
