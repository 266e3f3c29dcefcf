"""The `allegedly` command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from .._version import __version__
from ..errors import AllegedlyError
from .read import read
from .report import report

#: 0 done; 1 some inputs unreadable; 2 wrong usage; 3 nothing could be done; 130 interrupted.
NOTHING, INTERRUPTED = 3, 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Follow a rumor through the news.

    Who says what, on whose word, as of when: every row tied to the exact
    characters it came from. Nothing is fetched, nothing is judged.

    \b
    Exit codes: 0 done; 1 done, but some inputs were unreadable;
                2 wrong usage; 3 nothing could be done.
    """


cli.add_command(read)
cli.add_command(report)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    try:
        code = cli.main(args=arguments, prog_name="allegedly", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except AllegedlyError as error:
        click.echo(f"allegedly: {error}", err=True)
        code = NOTHING
    except (click.Abort, KeyboardInterrupt):
        click.echo(
            "allegedly: interrupted; what was stored is safe, run it again to go on", err=True
        )
        code = INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; nothing more can be said to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        click.echo(f"allegedly: {error.filename or 'output'}: {error.strerror or error}", err=True)
        code = NOTHING
    sys.exit(code if isinstance(code, int) else 0)
