"""`allegedly doctor`: is everything in place, and what was done with a ledger."""

from __future__ import annotations

import hashlib
import platform
import sqlite3
from collections import Counter
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

import click

from .._version import __version__
from ..errors import AllegedlyError
from ..ledger import Ledger
from ..present.safe import one_line

_NOTHING = 3
_WEIGHTS = ("reader.onnx", "pairs.onnx", "tokenizer.json")
_PACKAGES = ("onnxruntime", "tokenizers", "numpy", "trafilatura", "py3langid", "jinja2")
_EXTRAS = {"frames": "pyarrow", "spacy": "spacy", "train": "torch"}


@click.command(short_help="Say whether everything is in place, and what was done with a ledger.")
@click.argument(
    "ledger", required=False, type=click.Path(path_type=Path, dir_okay=False, exists=True)
)
def doctor(ledger: Path | None) -> int:
    """Check the installation and, where one is named, a ledger.

    Says which versions are in use, whether the packaged models load, which stages ran on
    the LEDGER's articles and which did not. Changes nothing. Exit code 3 where something
    is broken.

    \b
    allegedly doctor
    allegedly doctor story.db
    """
    sound = _installation()
    if ledger is not None:
        click.echo()
        sound = _ledger(ledger) and sound
    return 0 if sound else _NOTHING


def _line(name: str, what: str) -> None:
    click.echo(f"{name:<14} {one_line(what)}")


def _installation() -> bool:
    _line("allegedly", __version__)
    _line("python", f"{platform.python_version()} on {platform.platform(terse=True)}")
    _line("sqlite", sqlite3.sqlite_version)
    for name in _PACKAGES:
        _line(name, _version(name) or "missing: reinstall allegedly")
    for extra, name in _EXTRAS.items():
        _line(f"[{extra}]", f"{name} {_version(name) or 'not installed (an extra)'}")
    sound = True
    for name in _WEIGHTS:
        path = files("allegedly") / "weights" / name
        if not path.is_file():
            _line(name, "missing: reinstall allegedly")
            sound = False
            continue
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        _line(name, f"sha256 {digest[:16]}")
    return _models() and sound


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _models() -> bool:
    """Whether both models load and answer."""
    from ..link.judge import PairJudge
    from ..reader import Reader

    try:
        reader, judge = Reader(), PairJudge()
        reader.read("“We will not sell,” the mayor said.")
        judge.embed(["We will not sell."])
    except AllegedlyError as error:
        _line("models", str(error))
        return False
    _line("reader", f"{reader.stage}, loads and reads")
    _line("judge", f"{judge.stage}, loads and judges")
    return True


def _ledger(path: Path) -> bool:
    """What was done with a ledger, stage by stage."""
    with Ledger(path, read_only=True) as ledger:
        stages = Counter(one.stage for one in ledger.readings() if one.unread is None)
        left = Counter(one.unread for one in ledger.readings() if one.unread is not None)
        counts = ledger.counts()
        account = ledger.account()
        linked = ledger.is_linked
        unread = ledger.unread()
    _line("ledger", str(path))
    _line("articles", f"{counts.articles:,}")
    for stage, number in stages.items():
        _line("read", f"{number:,} by {stage}")
    for why, number in left.items():
        _line("left unread", f"{number:,}: {why}")
    if unread:
        _line("not read", f"{len(unread):,} inputs: see `allegedly report`")
    if account is None:
        _line("linked", f"no: run `allegedly link {path}`")
    else:
        news = "" if linked else f"; there is news since: run `allegedly link {path}`"
        _line("linked", f"yes, by {account.stage}{news}")
    return True
