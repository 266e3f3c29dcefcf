"""`allegedly report`: the report of a ledger."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ..present.safe import one_line
from .ledgers import linked
from .output import check_pages, check_path, write_report, write_report_pages

#: More articles than this are better read as pages.
ONE_FILE = 300


@click.command(short_help="Write the HTML report of a ledger.")
@click.argument("ledger_path", metavar="LEDGER", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    required=True,
    help="The HTML file to write; a folder of pages, where it is one or ends with /.",
)
def report(ledger_path: Path, output: str) -> int:
    """Write one self-contained HTML page of everything in LEDGER, or a folder of pages.

    One page serves some 300 articles; of more, write a folder: its index.html has the
    account, and the articles stand a hundred to a page.

    A ledger that an older allegedly made is first brought up to date, and linked where
    something is new.

    \b
    allegedly report story.db -o story.html
    allegedly report story.db -o story/
    """
    path = Path(output)
    paged = path.is_dir() or output.endswith(("/", os.sep))
    if paged:
        check_pages(path)
    else:
        check_path(path, ledger_path)
    with linked(ledger_path) as (ledger, account):
        readings, unread = list(ledger.readings()), ledger.unread()
    if paged:
        path = write_report_pages(path, readings, unread, ledger_path, account)
    else:
        write_report(path, readings, unread, ledger_path, account)
        if len(readings) > ONE_FILE:
            said = (
                f"{len(readings):,} articles in one file open slowly: -o {path.stem}/ writes pages."
            )
            click.echo(one_line(said), err=True)
    click.echo(one_line(f"Report: {path}"))
    return 0
