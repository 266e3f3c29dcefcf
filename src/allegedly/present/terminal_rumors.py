"""Rumors in the terminal: who stands where, on whose word, and what people ruled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType

from allegedly.records import Rumor, Stance, StanceValue, Track

from .dates import in_words
from .terminal_lines import SOURCING, Coverage, blank, grid, line, more, words

_SIDES: tuple[StanceValue, ...] = ("for", "against", "observing")
_BORNE_OUT = {True: "borne out", False: "not borne out", None: "not resolved yet"}


def rumors(
    found: Sequence[tuple[int, Rumor]], coverage: Coverage, limit: int | None = None
) -> RenderableType:
    """The rumors with their numbers, each with the stance of every article that tells it."""
    shown = found[:limit] if limit else found
    parts: list[RenderableType] = []
    for count, rumor in shown:
        parts += [blank()] if parts else []
        parts += _rumor(count, rumor, coverage)
    return Group(*parts, *more(len(found) - len(shown), "rumor"))


def stand(rumor: Rumor) -> str:
    """``2 for, 1 against, 3 observing``: articles, those that say nothing of it left out."""
    counts = Counter(one.stance for one in rumor.stances)
    told = ", ".join(f"{counts[side]:,} {side}" for side in _SIDES if counts[side])
    return told or "no article says anything of it"


def state(rumor: Rumor) -> str:
    """``unverified``, ``false since 29 November 2022``."""
    ruled = rumor.resolution
    if ruled is None:
        return rumor.state
    return f"{ruled.state} since {ruled.on.day} {ruled.on:%B %Y}"


def _rumor(count: int, rumor: Rumor, coverage: Coverage) -> Iterator[RenderableType]:
    yield line(f"{count}. {rumor.statement}")
    facts = [state(rumor), stand(rumor)]
    facts += ["controversial"] if rumor.controversial else []
    facts += ["tracked"] if rumor.tracked else []
    facts.append(rumor.id)
    yield line("; ".join(facts), 3)
    if rumor.account:
        yield line(rumor.account, 3)
    if rumor.reasons:
        yield line(f"Why it counts as unsettled: {'; '.join(rumor.reasons)}", 3)
    if rumor.resolution is not None:
        yield line(f"Ruled by a person. Proof: {rumor.resolution.proof}", 3)
        if rumor.resolution.note:
            yield line(rumor.resolution.note, 3)
    told = [one for one in rumor.stances if one.stance != "unrelated"]
    told += [one for one in rumor.stances if one.stance == "unrelated" and _in_headline(one)]
    if told:
        yield grid(((one.stance, _stance(one, coverage)) for one in told), 3)
    if rumor.resolution is not None and rumor.track:
        yield line("Who had committed before:", 3)
        yield grid((_commitment(one) for one in rumor.track), 3)


def _in_headline(one: Stance) -> bool:
    return one.headline not in (None, "unrelated")


def _stance(one: Stance, coverage: Coverage) -> str:
    parts = [coverage.where(one.article)]
    if one.headline is not None and one.headline != one.stance:
        parts.append(f"headline {one.headline}")
    if one.chain is not None:
        parts.append(_relying(one, coverage))
    evidence = ""
    if one.anchors:
        best = one.anchors[0]
        evidence = f": {words(best)} [{best.field} {best.span.start}-{best.span.end}]"
    return ", ".join(part for part in parts if part) + evidence


def _relying(one: Stance, coverage: Coverage) -> str:
    chain = one.chain
    if chain is None or (chain.sourcing == "self" and not chain.via):
        return "in its own voice" if chain else ""
    origin = coverage.name(chain.speaker) or chain.origin
    via = " and ".join(outlet for outlet in chain.via if outlet != origin)
    after = f" by way of {via}" if via else ""
    if origin is None:
        return f"from {SOURCING[chain.sourcing]}{after}"
    kind = " (unnamed)" if chain.sourcing == "unnamed" else ""
    return f"on the word of {origin}{kind}{after}"


def _commitment(one: Track) -> tuple[str, str]:
    day, borne = in_words(one.published), _BORNE_OUT[one.borne_out]
    return one.stance, f"{one.outlet}, {day}, from {SOURCING[one.sourcing]}: {borne}"
