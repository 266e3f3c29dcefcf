"""`allegedly cast`: who is in the stories, and who is one and who is two."""

from __future__ import annotations

from pathlib import Path

import click

from ..ledger import Ledger
from ..present.terminal_cast import cast as cast_list
from .console import show
from .ledgers import (
    coverage_of,
    existing,
    in_story,
    link_now,
    linked,
    listing,
    print_rows,
    show_or_say,
)


@click.command(short_help="List who is in the stories; merge or split two of them.")
@listing
@click.option("--merge", nargs=2, metavar="A B", help="A and B are one.")
@click.option("--split", nargs=2, metavar="A B", help="A and B, now one, are two.")
@click.option("--undo", is_flag=True, help="Take back the last --merge or --split of A and B.")
def cast(
    ledger_path: Path,
    story: str | None,
    limit: int,
    as_json: bool,
    jsonl: bool,
    merge: tuple[str, str] | None,
    split: tuple[str, str] | None,
    undo: bool,
) -> int:
    """List the people, organizations and places of LEDGER, each with all its names.

    A and B are ids, names, or NAME@ARTICLE for the one of that name in the article with
    that id. What is merged or split stays so whatever is read later.

    \b
    allegedly cast story.db
    allegedly cast story.db --merge "Ada Finch" "A. Finch"
    allegedly cast story.db --split Finch@echo-1 Finch@gull-2
    """
    if (merge and split) or (undo and not (merge or split)):
        raise click.UsageError("Give --merge A B or --split A B; add --undo to take it back.")
    if (merge or split) and (as_json or jsonl):
        raise click.UsageError("--json and --jsonl list; leave them out to --merge or --split.")
    if merge or split:
        return _decide(ledger_path, merge, split, undo)
    with linked(ledger_path) as (ledger, account):
        chosen = in_story(account, story)
        if as_json or jsonl:
            print_rows(ledger, account, "cast", chosen, limit, lines=jsonl)
            return 0
        found = [one for one in account.cast if chosen in (None, one.story)]
        found.sort(key=lambda one: -len({ref.article for ref in one.entities}))
        body = cast_list(found, coverage_of(ledger, account), limit or None)
        show_or_say(found, "people, organizations or places", ledger, body)
    return 0


def _decide(
    path: Path, merge: tuple[str, str] | None, split: tuple[str, str] | None, undo: bool
) -> int:
    with linked(path):
        pass  # names are those of the account as it is now
    with existing(path) as ledger:
        before = {one.id for one in ledger.cast()}
        if merge:
            (ledger.unmerge if undo else ledger.merge)(*merge)
        elif split:
            (ledger.unsplit if undo else ledger.split)(*split)
        link_now(ledger)
        _show_changed(ledger, before, merge or split or ())
    return 0


def _show_changed(ledger: Ledger, before: set[str], names: tuple[str, ...]) -> None:
    """Those in the cast who are meant now."""
    wanted = {name.rpartition("@")[0].casefold() or name.casefold() for name in names}
    account = ledger.account()
    assert account is not None  # it was just linked
    found = [
        one
        for one in account.cast
        if one.id not in before
        or one.id in wanted
        or wanted & {name.casefold() for name in (one.name, *one.aliases)}
    ]
    show(cast_list(found, coverage_of(ledger, account)))
