"""Which rumor, or which member of the cast, a person means by what they typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from allegedly.errors import LedgerError
from allegedly.records import CastMember, Rumor

_NEAREST = 3


def plain(words: str) -> str:
    """Words as they are compared: case, white space and the marks around them aside."""
    return " ".join(words.split()).strip(" .,;:!?\"'“”‘’").casefold()


def find_rumor(rumors: Sequence[Rumor], wanted: str) -> Rumor:
    """The rumor with this id, this number in the list (from 1), or this statement.

    Raises:
        LedgerError: where none is, naming the nearest; or where two have the statement.
    """
    number = wanted.strip().removeprefix("#")
    if number.isascii() and number.isdigit() and 0 < int(number) <= len(rumors):
        return rumors[int(number) - 1]
    found = [one for one in rumors if one.id == wanted.strip()]
    found = found or [one for one in rumors if plain(one.statement) == plain(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        raise LedgerError(
            f"{len(found)} rumors say {wanted!r} (name one by its id: "
            f"{', '.join(one.id for one in found)})"
        )
    if not rumors:
        raise LedgerError("the ledger has no rumors (`allegedly track` follows a statement)")
    numbers = {one.statement: n for n, one in reversed(list(enumerate(rumors, 1)))}
    near = "; ".join(f"{numbers[s]} “{_short(s)}”" for s in nearest(wanted, numbers))
    raise LedgerError(
        f"no rumor is {wanted!r} (nearest: {near}; name one by its number in "
        "`allegedly rumors`, its id or its statement)"
    )


def find_member(cast: Sequence[CastMember], wanted: str) -> CastMember:
    """The member of the cast with this id, this name, or the only one with these words in a name.

    Raises:
        LedgerError: where none is, or several are.
    """
    for found in _by(cast, wanted):
        if len(found) == 1:
            return found[0]
        if found:
            who = "; ".join(f"{one.name} ({one.id})" for one in found[:_NEAREST])
            raise LedgerError(f"{wanted!r} may be {len(found)} in the cast (name one by id: {who})")
    near = "; ".join(nearest(wanted, (n for one in cast for n in (one.name, *one.aliases))))
    raise LedgerError(
        f"nobody in the cast is {wanted!r}"
        + (f" (nearest: {near}; `allegedly cast` lists all)" if near else "")
    )


def nearest(wanted: str, names: Iterable[str]) -> list[str]:
    """The names most like what is wanted, the nearest first."""
    words = set(plain(wanted).split())

    def likeness(name: str) -> tuple[int, float]:
        ours = plain(name)
        return len(words & set(ours.split())), SequenceMatcher(None, plain(wanted), ours).ratio()

    return sorted(dict.fromkeys(names), key=likeness, reverse=True)[:_NEAREST]


def _by(cast: Sequence[CastMember], wanted: str) -> Iterator[list[CastMember]]:
    """Who may be meant, the surest way of naming somebody first."""
    name = plain(wanted)
    yield [one for one in cast if one.id == wanted.strip()]
    yield [one for one in cast if plain(one.name) == name]
    yield [one for one in cast if name in {plain(n) for n in one.aliases}]
    words = set(name.split())
    yield [
        one
        for one in cast
        if words and any(words <= set(plain(n).split()) for n in (one.name, *one.aliases))
    ]


def _short(statement: str) -> str:
    return statement if len(statement) <= 80 else statement[:79] + "…"
