"""`allegedly stance`: what articles say of statements."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Any

import click

from ..collect import Limits
from ..collect.jsonl import article_of, read_lines, string_field
from ..errors import InputError
from ..link.judge import PairJudge
from ..link.judging import Judgement
from ..link.material import news_of
from ..present.safe import one_line
from ..reader.sentences import split_sentences
from ..records import Article, Span

_NOTHING = 3
#: Lines that are judged together, and printed once all of them are.
_BATCH = 64


@dataclass(frozen=True, slots=True)
class Asked:
    """One line: a statement and the article it is asked of."""

    claim: str
    article: Article


@click.command(
    short_help="Say what articles say of a statement: for, against, observing, unrelated."
)
@click.option(
    "--jsonl",
    "pairs",
    required=True,
    metavar="PAIRS",
    type=click.Path(path_type=str, dir_okay=False, readable=False),
    help="One statement and article a line, - for standard input.",
)
def stance(pairs: str) -> int:
    """Judge the stance of articles toward statements.

    Each line of PAIRS is {"id", "claim", "title"?, "text"}. Each line of the output has
    the stance of the text and of the headline, the probabilities, and as evidence the
    sentences that weigh most, as offsets into the text. Only English is judged.

    \b
    allegedly stance --jsonl pairs.jsonl
    """
    unread = told = 0
    with ExitStack() as stack:
        found = _lines(stack, pairs)
        for line in _answers(found):
            if isinstance(line, InputError):
                unread += 1
                _complain(line)
                continue
            told += "unread" not in line
            text = json.dumps(line, ensure_ascii=False)
            sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
        sys.stdout.buffer.flush()
    if not told:
        _say("allegedly: nothing could be judged")
        return _NOTHING
    return 1 if unread else 0


def _lines(stack: ExitStack, pairs: str) -> Iterator[Asked | InputError]:
    if pairs == "-":
        return read_lines(sys.stdin.buffer, "-", Limits(), _asked)
    file: IO[bytes] = stack.enter_context(Path(pairs).open("rb"))  # noqa: SIM115
    return read_lines(file, pairs, Limits(), _asked)


def _asked(record: Mapping[str, object], where: str, limits: Limits) -> Asked:
    claim = string_field(record, "claim", where)
    if claim is None:
        raise InputError(where, 'no "claim"', 'each line needs a "claim" and a "text"')
    return Asked(claim, article_of(record, where, limits))


def _answers(found: Iterator[Asked | InputError]) -> Iterator[dict[str, Any] | InputError]:
    """The lines to print, in order, and what is wrong with the others."""
    judge = PairJudge()
    while batch := list(islice(found, _BATCH)):
        known = [one for one in batch if isinstance(one, Asked) and _foreign(one) is None]
        judged = iter(
            judge.stances(
                [
                    (one.claim, one.article.title, one.article.text, _news(one.article))
                    for one in known
                ]
            )
        )
        for one in batch:
            if isinstance(one, InputError):
                yield one
            elif (why := _foreign(one)) is not None:
                yield InputError(one.article.origin or "-", why)
                yield _line(one) | {"unread": why}
            else:
                yield _line(one, next(judged))


def _foreign(one: Asked) -> str | None:
    language = one.article.language
    return None if language in (None, "en") else f"language {language}: only English is judged"


def _news(article: Article) -> Sequence[Span]:
    return news_of(split_sentences(article.text), article.furniture)


def _line(one: Asked, judged: Judgement | None = None) -> dict[str, Any]:
    """Contract C3; without a judgement nothing is said."""
    return {
        "id": one.article.given_id or one.article.id,
        "stance": judged.stance if judged else None,
        "headline": judged.headline_stance if judged else None,
        "scores": _rounded(judged.scores) if judged else None,
        "evidence": [
            [span.start, span.end]
            for field, span in (judged.evidence if judged else ())
            if field == "text"
        ],
    }


def _rounded(scores: Mapping[Any, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in scores.items()}


def _complain(problem: InputError) -> None:
    todo = f" ({problem.todo})" if problem.todo else ""
    _say(f"not read: {problem.where}: {problem.what}{todo}", fg="yellow")


def _say(message: str, fg: str | None = None) -> None:
    with suppress(OSError):
        click.echo(click.style(one_line(message), fg=fg), err=True)
