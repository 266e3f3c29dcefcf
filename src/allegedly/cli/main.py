"""The `allegedly` command."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Sequence
from types import FrameType
from typing import Any, NoReturn

import click

from .._version import __version__
from ..collect.worker import WORKER
from ..errors import AllegedlyError
from ..present.safe import one_line
from .cast import cast
from .doctor import doctor
from .link import export, link
from .lists import contradictions, quotes, sources, timeline
from .read import read
from .report import report
from .rumors import resolve, rumors, track
from .stance import stance
from .stories import stories

#: 0 done; 1 some inputs unreadable; 2 wrong usage; 3 nothing could be done; 130 interrupted
#: (143 by SIGTERM, 129 by SIGHUP).
NOTHING, INTERRUPTED = 3, 130


class _StoppedError(KeyboardInterrupt):
    """A signal asks us to end: what Ctrl-C does, with the exit code of the signal."""


class _NoReaderError(Exception):
    """Whoever read our output has gone."""


class _Commands(click.Group):
    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # which click would turn into exit code 1
            raise _NoReaderError from None


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Follow a rumor through the news.

    Who says what, on whose word, as of when: every row tied to the exact
    characters it came from. Nothing is fetched, nothing is judged.

    \b
    Exit codes: 0 done; 1 done, but some inputs were unreadable;
                2 wrong usage; 3 nothing could be done; 130 interrupted.
    """


for _command in (
    cast,
    contradictions,
    doctor,
    export,
    link,
    quotes,
    read,
    report,
    resolve,
    rumors,
    sources,
    stance,
    stories,
    timeline,
    track,
):
    cli.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    _prepare()
    try:
        code = cli.main(args=arguments, prog_name="allegedly", standalone_mode=False)
    except click.ClickException as error:
        with contextlib.suppress(OSError):
            error.show()
        code = error.exit_code
    except AllegedlyError as error:
        _say(str(error))
        code = NOTHING
    except (click.Abort, KeyboardInterrupt) as error:
        _interrupted(error)
    except _NoReaderError:
        _drop(sys.stdout)
        code = 0
    except OSError as error:
        _say(f"{error.filename or 'output'}: {error.strerror or error}")
        _drop(sys.stdout)
        code = NOTHING
    sys.exit(code if isinstance(code, int) else 0)


def _prepare() -> None:
    """Streams that can be written to, whatever we were started with; signals that end us well."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # closed: the next file opened, the ledger, would take its number
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        elif mode == "w" and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if threading.current_thread() is threading.main_thread():
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, _stop)


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    raise _StoppedError(128 + number)


def _interrupted(error: BaseException) -> NoReturn:
    """Say so and end at once, without waiting for the articles that are being read."""
    cause = error if isinstance(error, KeyboardInterrupt) else error.__cause__
    code = cause.args[0] if isinstance(cause, _StoppedError) else INTERRUPTED
    _say("interrupted; what was stored is safe, run it again to go on")
    with contextlib.suppress(OSError):
        sys.stdout.flush()
    WORKER.close()
    os._exit(code)


def _say(message: str) -> None:
    with contextlib.suppress(OSError):
        click.echo(f"allegedly: {one_line(message)}", err=True)


def _drop(stream: Any) -> None:
    """Leave what is still in the stream's buffer to nobody: Python would complain at the end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
