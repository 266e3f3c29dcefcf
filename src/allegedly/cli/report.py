"""`allegedly report`: the report of a ledger."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import OldLedgerError
from ..ledger import Ledger
from ..present.safe import one_line
from .output import check_report_path, write_report


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

    A ledger that an older allegedly made is first brought up to date.

    \b
    allegedly report story.db -o story.html
    """
    check_report_path(report_path, ledger_path)
    with _opened(ledger_path) as ledger:
        write_report(report_path, list(ledger.readings()), ledger.unread(), ledger_path)
    click.echo(one_line(f"Report: {report_path}"))
    return 0


def _opened(path: Path) -> Ledger:
    try:
        return Ledger(path, read_only=True)
    except OldLedgerError:
        Ledger(path).close()
        click.echo(one_line(f"{path}: brought up to the version of this allegedly"), err=True)
        return Ledger(path, read_only=True)
