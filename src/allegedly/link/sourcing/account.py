"""How many independent origins some chains have, and that in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...reader.lexicon import MANY, MASTHEADS
from ...reader.person_nouns import PERSON_NOUNS
from ...records import Chain
from .words import ANYBODY, COUNTS

#: Origins that an account names one by one.
_NAMED = 4
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
#: The id of an article stands for its outlet where none is known.
_ID = re.compile(r"[0-9a-f]{16}")
_WORD = re.compile(r"[^\W_][\w’'-]*")
_PLURAL = MANY | {word for word in PERSON_NOUNS | ANYBODY if word.endswith("s")}


def home(chain: Chain) -> str:
    """The outlet that had it first, as far as the chain goes."""
    return chain.via[-1] if chain.via else chain.teller


def independent(chains: Iterable[Chain]) -> int:
    """The number of independent origins.

    Chains of one root count once. A chain without an origin (an outlet in its own voice,
    or a report of an outlet that nobody says the source of) counts only where nothing else
    is behind that outlet: where it tells it on somebody's word as well, that word counts.
    """
    return len(_origins(list(chains)))


def account_of(chains: Iterable[Chain]) -> str:
    """One or two plain sentences on what a claim rests on, given the chains of its appearances.

    They say nothing that the chains do not: how many independent origins there are, who they
    are in the coverage's words, and how many of the tellers rest on one unnamed source.
    """
    given = list(chains)
    origins = sorted(_origins(given).values(), key=lambda some: -len(_tellers(some)))
    if not origins:
        return "Nobody tells it."
    if len(origins) == 1:
        return _only(origins[0])
    own = [some for some in origins if _kind(some) == "self" and not some[0].via]
    sourced = [some for some in origins if some not in own]
    shown = [_described(some) for some in sourced[:_NAMED]]
    if len(sourced) > len(shown):
        shown.append(f"{_number(len(sourced) - len(shown))} more")
    if own:
        shown.append(_own_voices([_outlet(some[0].teller) for some in own]))
    line = f"{_number(len(origins)).capitalize()} independent origins: {'; '.join(shown)}."
    return f"{line} {_shared(given, origins)}".strip()


def _origins(chains: Sequence[Chain]) -> dict[str, list[Chain]]:
    """The chains that count, by root."""
    sourced = {name for one in chains if one.origin is not None for name in (home(one), one.teller)}
    found: dict[str, list[Chain]] = {}
    for one in chains:
        if one.origin is not None or home(one) not in sourced:
            found.setdefault(one.root, []).append(one)
    return found


def _only(chains: Sequence[Chain]) -> str:
    """What everything rests on."""
    one = chains[0]
    if one.origin is not None:
        word = "the word of " if _kind(chains) == "named" else ""
        return f"Everything rests on {word}{_described(chains)}."
    if not one.via and len(_tellers(chains)) == 1:
        who = _capital(_outlet(one.teller) or "one article")
        if all(other.sourcing == "none" for other in chains):
            return f"{who} tells it as hearsay; nobody is named for it."
        return f"{who} tells it in its own voice and names no source for it."
    return f"Everything rests on {_described(chains)}, and nobody says whose word that is."


def _described(chains: Sequence[Chain]) -> str:
    """An origin in words: what it is, in the coverage's words, and who told it first."""
    kind = _kind(chains)
    one = next((other for other in chains if not other.via), chains[0])
    words = one.origin or ""
    if kind == "named":
        return words
    if kind == "document":
        return f"one document ({words})"
    if kind == "outlet":
        return f"an outlet that is not named ({words})"
    first = _outlet(home(one))
    if kind == "unnamed":
        order = "first told" if len(_tellers(chains) | {home(one)}) > 1 else "told"
        told = f", {order} by {first}" if first else ""
        return f"{_unnamed(words)} ({words}{told})"
    if one.via:
        return f"a report by {first}" if first else "another report"
    return f"{first} in its own voice" if first else "one article in its own voice"


def _own_voices(outlets: Sequence[str | None]) -> str:
    """Those who say it themselves: "the Gull and two articles in their own voice"."""
    names = [name for name in outlets if name]
    others = len(outlets) - len(names[:_NAMED])
    told = names[:_NAMED]
    if others:
        more = "more outlets" if len(names) > _NAMED else "articles"
        one = "more outlet" if len(names) > _NAMED else "article"
        told.append(f"{_number(others)} {one if others == 1 else more}")
    if len(told) > 1:
        told = [", ".join(told[:-1]), told[-1]]
    whose = "its" if len(outlets) == 1 else "their"
    return f"{' and '.join(told)} in {whose} own voice"


def _kind(chains: Sequence[Chain]) -> str:
    """What an origin is, whatever stands between it and the tellers."""
    one = next((other for other in chains if not other.via), chains[0])
    if one.origin is None:
        return "self"
    if one.sourcing == "outlet":
        return "unnamed" if one.via else "outlet"
    return one.sourcing


def _unnamed(words: str) -> str:
    """ "one unnamed source", "two unnamed sources", "unnamed sources"."""
    found = [match.group().casefold() for match in _WORD.finditer(words)]
    first = found[0] if found else ""
    if first in COUNTS:
        return f"{_number(COUNTS[first])} unnamed sources"
    singular = first in ("a", "an", "one", "another", "somebody", "someone", "the", "this")
    plural = any(word in _PLURAL for word in found[:4])
    if singular and not (first in ("the", "this") and plural):
        return "one unnamed source"
    return "unnamed sources" if plural else "one unnamed source"


def _shared(chains: Sequence[Chain], origins: Sequence[Sequence[Chain]]) -> str:
    """How many of the tellers rest on one unnamed source, where it is more than one."""
    tellers = _tellers(chains)
    some = next((one for one in origins if _kind(one) == "unnamed"), None)
    if some is None or len(_tellers(some)) < 2:
        return ""
    which = "outlets" if all(_outlet(name) for name in tellers) else "articles"
    count, whole = len(_tellers(some)), len(tellers)
    source = _unnamed(some[0].origin or "")
    source = source if source == "one unnamed source" else f"the same {source}"
    if count == whole:
        return f"All {_number(whole)} {which} rest at least in part on {source}."
    return f"{_number(count).capitalize()} of {_number(whole)} {which} rest on {source}."


def _tellers(chains: Iterable[Chain]) -> set[str]:
    return {one.teller for one in chains}


def _outlet(name: str) -> str | None:
    """An outlet's name in a sentence; None where only an article's id is known."""
    if _ID.fullmatch(name):
        return None
    first, *rest = name.split(" ")
    lower = first.casefold() == "the" and rest
    return f"the {' '.join(rest)}" if lower else _with_article(name)


def _with_article(name: str) -> str:
    """ "the Kestrel Bay Courier", but "Northline": papers have an article, other names none."""
    last = name.split(" ")[-1].casefold()
    return f"the {name}" if last in MASTHEADS and " " in name else name


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
