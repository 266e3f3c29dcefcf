"""A Source becomes Articles."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from typing import IO

from ..errors import InputError
from ..records import Article
from .decode import decode
from .jsonl import read_jsonl
from .limits import Limits
from .pages import article_from_html
from .sniff import sniff
from .sources import Source
from .text import article_from_text, guess_title

_HEAD = 4_096


def collect(source: Source, limits: Limits | None = None) -> Iterator[Article | InputError]:
    """The articles of a source, one at a time, as they are asked for.

    What cannot be read is yielded as an InputError, never raised, and the rest goes
    on; ``where`` of one in JSON Lines is ``file:line``. A plain text file is one
    article: its text is the file's to the last character (newlines as they are,
    without a byte order mark), its title the headline it begins with, if any. A file
    that was cut in the middle of its last character is read without that character.
    """
    limits = limits or Limits()
    try:
        if source.kind == "unreadable":
            yield InputError(source.name, source.problem or "cannot be read")
        elif source.path is None:
            yield from _stdin(source.name, limits)
        elif source.kind == "jsonl":
            with source.path.open("rb") as file:
                yield from read_jsonl(file, source.name, limits)
        else:
            yield _one_article(_whole(source, limits), source.kind == "html", source.name, limits)
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(source.name, f"cannot be read: {error.strerror or error}")


def _stdin(name: str, limits: Limits) -> Iterator[Article | InputError]:
    """Standard input, which says what it is by its first bytes."""
    if sys.stdin is None:
        raise InputError(name, "standard input is closed", "hand something in")
    stream = sys.stdin.buffer
    head = stream.read(_HEAD)
    kind = sniff(head)
    if kind is None or kind == "json":
        what = "binary file" if kind is None else "JSON, but not one object per line"
        raise InputError(name, what, "hand in text, a page or JSON Lines")
    if kind == "jsonl":
        yield from read_jsonl(io.BufferedReader(_Rejoined(head, stream)), name, limits)
        return
    data = head + stream.read(limits.file_bytes + 1 - len(head))
    _check_size(len(data), name, limits)
    yield _one_article(data, kind == "html", name, limits)


def _whole(source: Source, limits: Limits) -> bytes:
    """The bytes of a file that holds one article."""
    assert source.path is not None
    with source.path.open("rb") as file:
        size = file.seek(0, io.SEEK_END)
        _check_size(size, source.name, limits)
        file.seek(0)
        data = file.read(limits.file_bytes + 1)
    _check_size(len(data), source.name, limits)
    return data


def _check_size(size: int, name: str, limits: Limits) -> None:
    if size > limits.file_bytes:
        raise InputError(
            name,
            f"over {limits.file_bytes:,} bytes, which is no single article",
            "split it, or hand in JSON Lines with one article per line",
        )


def _one_article(data: bytes, html: bool, name: str, limits: Limits) -> Article:
    if not data.strip():
        raise InputError(name, "the file is empty", "leave it out")
    if html:
        return article_from_html(data, origin=name, limits=limits)
    text = decode(data, name)
    limits.check_text(text, name)
    return article_from_text(text, title=guess_title(text), origin=name)


class _Rejoined(io.RawIOBase):
    """A stream with the bytes already read from it in front again."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._head:
            piece, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            piece = self._rest.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)
