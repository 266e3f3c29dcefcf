"""`allegedly stories`: which articles belong together."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import click

from ..collect import collect, find_sources
from ..errors import InputError
from ..link import find_stories
from ..present.safe import one_line
from ..present.terminal_cast import stories as story_list
from ..records import Article
from .console import say
from .ledgers import coverage_of, is_ledger, linked, show_or_say

_NOTHING = 3
#: Sorts after any date: where an article without one goes.
_LAST = "~"


@click.command(short_help="Say which articles tell the same story.")
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=str, readable=False))
@click.option("--jsonl", is_flag=True, help="Print one article a line as JSON: its id, its story.")
def stories(inputs: tuple[str, ...], jsonl: bool) -> int:
    """Put articles into stories.

    INPUTS are what `allegedly read` takes, or one ledger. A story is named after its first
    article. With --jsonl an article is called by the id its input gave it, where it has one.

    \b
    allegedly stories coverage/
    allegedly stories feed.jsonl --jsonl
    allegedly stories story.db
    """
    if len(inputs) == 1 and is_ledger(Path(inputs[0])):
        return _of_ledger(Path(inputs[0]), jsonl)
    articles: list[Article] = []
    unread = 0
    for source in find_sources(inputs):
        for item in collect(source):
            if isinstance(item, InputError):
                unread += 1
                _complain(item)
            else:
                articles.append(item)
    if not articles:
        say("allegedly: nothing could be read")
        return _NOTHING
    found = find_stories(articles)
    if jsonl:
        _print_lines(articles, found)
    else:
        _print_stories(articles, found)
    return 1 if unread else 0


def _of_ledger(path: Path, jsonl: bool) -> int:
    with linked(path) as (ledger, account):
        if jsonl:
            found = {article: one.id for one in account.stories for article in one.articles}
            _print_lines([one for one in ledger.articles() if one.id in found], found)
        else:
            coverage = coverage_of(ledger, account)
            body = story_list(account.stories, account.claims, coverage)
            show_or_say(account.stories, "stories", ledger, body)
    return 0


def _print_lines(articles: list[Article], found: dict[str, str]) -> None:
    once = {article.id: article for article in articles}
    given = Counter(article.given_id for article in once.values())
    # An id that two inputs gave to two articles would name two stories.
    names = {
        key: article.given_id if article.given_id and given[article.given_id] == 1 else key
        for key, article in once.items()
    }
    for article in articles:
        line = {
            "id": article.given_id or article.id,
            "story": names.get(found[article.id], found[article.id]),
        }
        text = json.dumps(line, ensure_ascii=False)
        sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def _print_stories(articles: list[Article], found: dict[str, str]) -> None:
    """The stories, the largest first, each with its articles by date."""
    once = {article.id: article for article in articles}.values()
    told: dict[str, list[Article]] = {}
    for article in once:
        told.setdefault(found[article.id], []).append(article)
    for group in sorted(told.values(), key=len, reverse=True):
        many = "1 article" if len(group) == 1 else f"{len(group):,} articles"
        click.echo(f"Story of {many}")
        for article in sorted(group, key=lambda one: _day(one) or _LAST):
            click.echo(f"  {_day(article) or 'no date':10}  {one_line(_name(article))}")


def _day(article: Article) -> str:
    return article.published.value if article.published else ""


def _name(article: Article) -> str:
    title = article.title or article.text.strip().splitlines()[0][:80]
    return f"{title} ({article.outlet})" if article.outlet else title


def _complain(problem: InputError) -> None:
    todo = f" ({problem.todo})" if problem.todo else ""
    say(f"not read: {problem.where}: {problem.what}{todo}", fg="yellow")
