"""`allegedly rumors`, `track` and `resolve`: what is rumored, and what people say of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal

import click

from ..ledger import Ledger
from ..ledger.naming import find_rumor
from ..present.terminal_rumors import rumors as rumor_list
from ..present.terminal_rumors import stand, state
from ..records import Account, Rumor
from .console import say, show
from .ledgers import (
    coverage_of,
    existing,
    in_story,
    ledger_argument,
    link_now,
    linked,
    listing,
    print_rows,
    show_or_say,
    story_option,
)


@click.command(short_help="List the rumors of a ledger, and where every outlet stands.")
@listing
def rumors(ledger_path: Path, story: str | None, limit: int, as_json: bool, jsonl: bool) -> int:
    """List what the coverage in LEDGER treats as unsettled, the most unsettled first.

    Each rumor has its state, the stance of every article that tells it with the words that
    say so, on whose word, and how many independent origins there are.

    \b
    allegedly rumors story.db
    allegedly rumors story.db --limit 3 --jsonl
    """
    with linked(ledger_path) as (ledger, account):
        chosen = in_story(account, story)
        if as_json or jsonl:
            print_rows(ledger, account, "rumors", chosen, limit, lines=jsonl)
            return 0
        found = [
            (number, one)
            for number, one in enumerate(account.rumors, 1)
            if chosen in (None, one.story)
        ]
        body = rumor_list(found, coverage_of(ledger, account), limit or None)
        show_or_say(found, "rumors", ledger, body)
    return 0


@click.command(short_help="Follow a statement as a rumor.")
@ledger_argument
@click.argument("statement")
@click.option("--remove", is_flag=True, help="Follow it no longer.")
@story_option
def track(ledger_path: Path, statement: str, remove: bool, story: str | None) -> int:
    """Follow STATEMENT in LEDGER: what each article says of it, now and when more is read.

    \b
    allegedly track story.db "The ferry line will be sold"
    allegedly track story.db "The ferry line will be sold" --remove
    """
    with existing(ledger_path) as ledger:
        if remove:
            ledger.untrack(statement)
        elif not ledger.track(statement, story):
            say(f"{statement!r} was followed already")
        account = ledger.account() if ledger.is_linked else link_now(ledger)
        if remove:
            click.echo("It is followed no longer.")
        elif account is not None:
            _show_tracked(ledger, account, statement, story)
    return 0


@click.command(short_help="Record what a person found out about a rumor, with a proof.")
@ledger_argument
@click.argument("rumor")
@click.option("--true", "state", flag_value="true", help="The rumor has turned out true.")
@click.option("--false", "state", flag_value="false", help="The rumor has turned out false.")
@click.option(
    "--on",
    metavar="YYYY-MM-DD",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day from which it is known to be so.",
)
@click.option("--proof", metavar="PROOF", help="What proves it: an address, a file, or words.")
@click.option("--note", help="Anything to add, in words.")
@click.option("--undo", is_flag=True, help="Take the last ruling back.")
def resolve(
    ledger_path: Path,
    rumor: str,
    state: Literal["true", "false"] | None,
    on: datetime | None,
    proof: str | None,
    note: str | None,
    undo: bool,
) -> int:
    """Rule a rumor of LEDGER true or false: a person does, never the software.

    RUMOR is its number in `allegedly rumors`, its id, or its statement. Earlier rulings
    stay in the ledger; the last one holds.

    \b
    allegedly resolve story.db 1 --false --on 2022-11-29 --proof https://example.org/filing
    allegedly resolve story.db 1 --undo
    """
    if undo and (state or on or proof or note):
        raise click.UsageError("--undo takes the last ruling back: leave out the rest.")
    if not undo and not (state and on and proof):
        raise click.UsageError("Say --true or --false, --on which day, and with what --proof.")
    with linked(ledger_path) as (_, account):
        wanted = find_rumor(account.rumors, rumor)
    with existing(ledger_path) as ledger:
        if state and on and proof:
            found = ledger.resolve(wanted.id, state, on=on.date(), proof=_proof(proof), note=note)
        else:
            found = ledger.unresolve(wanted.id)
        _say_ruled(wanted, found)
        number = [one.id for one in ledger.rumors()].index(found.id) + 1
        account = ledger.account() or account
        show(rumor_list([(number, found)], coverage_of(ledger, account)))
    return 0


def _show_tracked(ledger: Ledger, account: Account, statement: str, story: str | None) -> None:
    found = [
        (number, one)
        for number, one in enumerate(account.rumors, 1)
        if one.tracked and story in (None, one.story)
    ]
    said = [pair for pair in found if pair[1].statement.casefold() == statement.strip().casefold()]
    show(rumor_list(said or found, coverage_of(ledger, account)))


def _say_ruled(before: Rumor, now: Rumor) -> None:
    """What changed, and that an earlier ruling says otherwise."""
    if before.resolution and now.resolution and now.state != before.state:
        say(f"It was ruled {state(before)} before; the last ruling holds, both are kept.")
    elif now.resolution is None:
        say(f"Nobody rules on it any longer; the coverage stands {stand(now)}.")


def _proof(given: str) -> str:
    """An address or words as they are, a file by its full path."""
    try:
        path = Path(given)
        return str(path.resolve()) if path.is_file() else given
    except (OSError, ValueError):
        return given
