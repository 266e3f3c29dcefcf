"""`allegedly link` and `allegedly export`: the account made anew, and given to other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..present.exports import FORMATS, Coverage, File, Format
from ..present.terminal_told import told
from .console import say, show
from .ledgers import existing, ledger_argument, link_now, linked
from .output import check_folder, check_path, write_bytes, write_files


@click.command(short_help="Link the articles of a ledger anew.")
@ledger_argument
def link(ledger_path: Path) -> int:
    """Put the articles of LEDGER beside each other: cast, claims, rumors, timeline.

    `allegedly read` does this by itself, and every command that needs it. Ids stay the
    same, and so does what people decided.

    \b
    allegedly link story.db
    """
    with existing(ledger_path) as ledger:
        account = link_now(ledger)
    show(told(account))
    return 0


@click.command(short_help="Write a ledger in a format that other programs read.")
@ledger_argument
@click.option(
    "--format",
    "name",
    type=click.Choice(sorted(FORMATS)),
    default="json",
    show_default=True,
    help="The format.",
)
@click.option(
    "-o",
    "--output",
    "output",
    type=click.Path(path_type=Path),
    help="The file to write, or the folder where the format has several files; standard "
    "output where it is left out and there is one file.",
)
def export(ledger_path: Path, name: str, output: Path | None) -> int:
    """Write everything in LEDGER for other programs.

    \b
    allegedly export story.db --format json -o story.json
    allegedly export story.db --format csv -o tables/
    """
    form: Format = FORMATS[name]
    if output is None and form.folder:
        raise click.UsageError(f"--format {name} has several files: name a folder with -o.")
    if output is not None and form.folder:
        check_folder(output)
    elif output is not None:
        check_path(output, ledger_path, what="export")
    with linked(ledger_path) as (ledger, account):
        files = list(
            form.files(Coverage(list(ledger.readings()), account, ledger=ledger_path.stem))
        )
    if output is None:
        _print(files)
    elif form.folder:
        write_files(output, files)
        say(f"{output}: {len(files):,} files")
    else:
        write_bytes(output, files[0].content)
    return 0


def _print(files: list[File]) -> None:
    for file in files:
        sys.stdout.buffer.write(file.content)
    sys.stdout.buffer.flush()
