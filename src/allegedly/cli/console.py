"""What the commands say: results on standard output, notes on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import click
from rich.console import Console, RenderableType

from ..present.safe import one_line


class Output(Console):
    """Standard output, where a reader that has gone ends the program quietly."""

    def on_broken_pipe(self) -> None:
        """Raise, where rich would exit with code 1."""
        raise BrokenPipeError


def show(what: RenderableType) -> None:
    """Print something for people to read."""
    Output(highlight=False, markup=False).print(what)


def print_json(rows: list[Any], *, lines: bool) -> None:
    """Print rows for programs: one JSON array, or one row a line."""
    texts: Iterable[str]
    if lines:
        texts = (json.dumps(row, ensure_ascii=False) for row in rows)
    else:
        texts = [json.dumps(rows, ensure_ascii=False, indent=1)]
    for text in texts:
        sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def say(message: str, fg: str | None = None) -> None:
    """A line on standard error, which is not worth failing for."""
    with suppress(OSError):
        click.echo(click.style(one_line(message), fg=fg), err=True)
