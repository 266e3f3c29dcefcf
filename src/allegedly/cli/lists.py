"""`allegedly timeline`, `sources`, `contradictions` and `quotes`: lists out of a ledger."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Group

from ..present.exports import Coverage as Exported
from ..present.exports.whole import whole
from ..present.terminal_conflicts import contradictions as contradiction_list
from ..present.terminal_conflicts import overtaken as overtaken_list
from ..present.terminal_events import datings
from ..present.terminal_events import timeline as event_list
from ..present.terminal_lines import blank, line
from ..present.terminal_quotes import quotes as quote_list
from ..present.terminal_sources import copies
from ..present.terminal_sources import sources as source_list
from .console import print_json, show
from .ledgers import coverage_of, in_story, linked, listing, print_rows, show_or_say


@click.command(short_help="List what happened when, each event told once.")
@listing
def timeline(ledger_path: Path, story: str | None, limit: int, as_json: bool, jsonl: bool) -> int:
    """List the events that the coverage in LEDGER tells, by date.

    Dates are as fine as the articles have them. What was planned, is possible or is denied
    says so. Articles without a date are placed by what they share with others, below.

    \b
    allegedly timeline story.db
    allegedly timeline story.db --limit 0 --jsonl
    """
    with linked(ledger_path) as (ledger, account):
        chosen = in_story(account, story)
        if as_json or jsonl:
            print_rows(ledger, account, "timeline", chosen, limit, lines=jsonl)
            return 0
        coverage = coverage_of(ledger, account)
        found = [one for one in account.timeline if chosen in (None, one.story)]
        show_or_say(found, "events", ledger, event_list(found, coverage, limit or None))
        placed = datings(account, coverage)
        if placed and chosen is None:
            show(Group(blank(), line("Articles without a date of their own"), *placed))
    return 0


@click.command(short_help="List who relies on whom.")
@listing
def sources(ledger_path: Path, story: str | None, limit: int, as_json: bool, jsonl: bool) -> int:
    """List on whose word each outlet in LEDGER tells what it tells, and which texts are copies.

    \b
    allegedly sources story.db
    """
    with linked(ledger_path) as (ledger, account):
        chosen = in_story(account, story)
        if as_json or jsonl:
            print_rows(ledger, account, "sourcing", chosen, limit, lines=jsonl)
            return 0
        coverage = coverage_of(ledger, account)
        found = [one for one in account.sourcing if chosen in (None, one.story)]
        show_or_say(found, "sourcing", ledger, source_list(found, coverage, limit or None))
        members = {a for one in account.stories if chosen in (None, one.id) for a in one.articles}
        groups = [one for one in account.copies.groups if one.origin in members]
        if groups:
            show(Group(blank(), line("Copies"), *copies(groups, coverage)))
    return 0


@click.command(short_help="List pairs of statements that cannot both hold.")
@listing
def contradictions(
    ledger_path: Path, story: str | None, limit: int, as_json: bool, jsonl: bool
) -> int:
    """List what in LEDGER cannot both hold, both texts side by side, and what was overtaken.

    \b
    allegedly contradictions story.db
    """
    with linked(ledger_path) as (ledger, account):
        chosen = in_story(account, story)
        if as_json or jsonl:
            print_rows(ledger, account, "contradictions", chosen, limit, lines=jsonl)
            return 0
        coverage = coverage_of(ledger, account)
        found = [one for one in account.contradictions if chosen in (None, one.story)]
        body = contradiction_list(found, coverage, limit or None)
        show_or_say(found, "contradictions", ledger, body)
        since = [one for one in account.overtaken if chosen in (None, one.story)]
        if since:
            show(Group(blank(), line("Overtaken: no contradiction, both held in their time")))
            show(overtaken_list(since, coverage))
    return 0


@click.command(short_help="List who said what.")
@click.option("--by", metavar="NAME", help="Of one speaker: a name, part of one, or a cast id.")
@listing
def quotes(
    ledger_path: Path,
    by: str | None,
    story: str | None,
    limit: int,
    as_json: bool,
    jsonl: bool,
) -> int:
    """List every statement in LEDGER with who made it, on what sourcing, and where it stands.

    \b
    allegedly quotes story.db --by Finch
    """
    with linked(ledger_path) as (ledger, account):
        found = ledger.quotes(by, in_story(account, story))
        if as_json or jsonl:
            exported = Exported(list(ledger.readings()), account)
            wanted = {(exported.public_id(q.article), q.field, q.number) for q in found}
            rows = [
                row
                for row in whole(exported)["attributions"]
                if (row["article"], row["field"], row["number"]) in wanted
            ]
            print_json(rows[:limit] if limit else rows, lines=jsonl)
            return 0
        what = f"quotes by {by}" if by else "quotes"
        body = quote_list(found, coverage_of(ledger, account), limit or None)
        show_or_say(found, what, ledger, body)
    return 0
