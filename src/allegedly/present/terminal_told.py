"""What linking found, in a few lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType

from allegedly.records import Account, Edge

from .terminal_lines import line, number
from .terminal_rumors import stand, state

_NAMED = 3
#: An article whose outlet nobody knows tells under its own id.
_ID = re.compile(r"[0-9a-f]{16}")


def told(account: Account) -> RenderableType:
    """How much was found, the first rumor with who stands where, and who relies on whom."""
    return Group(*(line(one) for one in _lines(account)))


def relies(edges: Sequence[Edge]) -> str:
    """``The Echo and Shore Wire rely on The Gull``: the outlet most others rely on."""
    by: dict[str, dict[str, None]] = {}
    for edge in edges:
        # The nearest outlet is whom a teller has it from; without one between, its origin.
        nearest = edge.via[:1] or ((edge.origin,) if edge.sourcing == "outlet" else ())
        for outlet in nearest:
            if outlet and outlet != edge.teller:
                by.setdefault(outlet, {})[edge.teller] = None
    if not by:
        return "No outlet relies on another."
    most = max(by, key=lambda outlet: len(by[outlet]))
    tellers = [name for name in by[most] if not _ID.fullmatch(name)]
    if nameless := len(by[most]) - len(tellers):
        tellers.append(number(nameless, "article"))
    if len(tellers) > _NAMED:
        return f"{number(len(tellers), 'outlet')} rely on {most}."
    *others, last = tellers
    who = f"{', '.join(others)} and {last}" if others else last
    many = others or nameless > 1
    return f"{who} {'rely' if many else 'relies'} on {most}."


def _lines(account: Account) -> Iterator[str]:
    parts = [
        number(len(account.claims), "claim"),
        number(len(account.rumors), "rumor"),
        number(len(account.contradictions), "contradiction"),
        number(len(account.copies.groups), "group") + " of copies",
    ]
    stories = number(len(account.stories), "story")
    yield f"Linked: {stories}, {', '.join(parts)}"
    if account.rumors:
        first = account.rumors[0]
        yield f"Top rumor: {first.statement} ({state(first)}; {stand(first)})"
        if first.account:
            yield f"  {first.account}"
    if account.claims:
        yield relies(account.sourcing)
