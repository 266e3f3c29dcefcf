"""`allegedly report`: the report of a ledger."""

from __future__ import annotations

from pathlib import Path

import click

from ..present.safe import one_line
from .ledgers import linked
from .output import check_path, write_report


@click.command(short_help="Write the HTML report of a ledger.")
@click.argument("ledger_path", metavar="LEDGER", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "report_path",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The HTML file to write.",
)
def report(ledger_path: Path, report_path: Path) -> int:
    """Write one self-contained HTML page of everything in LEDGER.

    A ledger that an older allegedly made is first brought up to date, and linked where
    something is new.

    \b
    allegedly report story.db -o story.html
    """
    check_path(report_path, ledger_path)
    with linked(ledger_path) as (ledger, account):
        readings, unread = list(ledger.readings()), ledger.unread()
    write_report(report_path, readings, unread, ledger_path, account)
    click.echo(one_line(f"Report: {report_path}"))
    return 0
