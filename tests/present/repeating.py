"""A big story from a small one: every article comes again under other names, told alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from allegedly.records import Account, Reading


def repeated(
    readings: Sequence[Reading], account: Account, times: int
) -> tuple[list[Reading], Account]:
    """So many times the articles, and one account of all of them.

    Rumors, claims, events and the cast stay as many and rest on so many more places;
    contradictions and copies become so many more.
    """
    found: list[Reading] = []
    accounts: list[Account] = []
    for number in range(times):
        names: dict[str, str] = {}
        for one in readings:
            outlet = one.article.outlet
            again = replace(
                one.article,
                given_id=f"{one.article.given_id}-{number}",
                outlet=f"{outlet} {number % 8}" if outlet else None,
                url=None,
            )
            found.append(replace(one, article=again))
            names[one.article.id] = again.id
        accounts.append(_renamed(account, names))
    return found, _joined(accounts)


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, tuple):
        return tuple(_renamed(one, names) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {one.name: _renamed(getattr(value, one.name), names) for one in fields(value)}
        return type(value)(**parts)
    return value


def _joined(accounts: Sequence[Account]) -> Account:
    first = accounts[0]

    def spread(layer: str, *names: str) -> tuple[Any, ...]:
        rows = zip(*(getattr(one, layer) for one in accounts), strict=True)
        return tuple(
            replace(
                row[0],
                **{
                    name: tuple(part for one in row for part in getattr(one, name))
                    for name in names
                },
            )
            for row in rows
        )

    def every(layer: str) -> tuple[Any, ...]:
        return tuple(
            replace(one, id=f"{one.id}{number or ''}")
            for number, account in enumerate(accounts)
            for one in getattr(account, layer)
        )

    return replace(
        first,
        stories=tuple(
            replace(one, id=first.stories[at].id)
            for at, one in enumerate(spread("stories", "articles"))
        ),
        datings=tuple(one for account in accounts for one in account.datings),
        copies=replace(
            first.copies,
            groups=tuple(one for account in accounts for one in account.copies.groups),
            versions=tuple(one for account in accounts for one in account.copies.versions),
            shared=(),
        ),
        cast=spread("cast", "entities", "anchors"),
        claims=spread("claims", "appearances"),
        rumors=spread("rumors", "stances", "track", "anchors"),
        sourcing=tuple(one for account in accounts for one in account.sourcing),
        timeline=spread("timeline", "sources", "articles", "dates", "anchors"),
        contradictions=every("contradictions")[: 3 * len(first.contradictions)],
        overtaken=every("overtaken")[: 3 * len(first.overtaken)],
    )
