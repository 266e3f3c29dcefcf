"""A story in one paragraph of plain words, made only from rows that are anchored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from allegedly.records import Account, Rumor, Story

from ..safe import one_line
from .targets import Targets

_PLACES = 2
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; ``quoted`` are words of the coverage in it, ``href`` leads to the rows."""

    before: str
    quoted: str | None
    after: str
    href: str


def number(count: int) -> str:
    """A count as newspapers write it: ``four``, ``1,200``."""
    return _WORDS[count] if count < len(_WORDS) else f"{count:,}"


def many(count: int, noun: str) -> str:
    """``one article``, ``four articles``."""
    return f"{number(count)} {noun}" if count == 1 else f"{number(count)} {noun}s"


def summary(account: Account, story: Story, targets: Targets) -> tuple[Sentence, ...]:
    """The paragraph: what is unsettled, who stands where, on what it rests, what clashes."""
    return tuple(_sentences(account, story, targets))


def _sentences(account: Account, story: Story, targets: Targets) -> Iterator[Sentence]:
    rumors = [one for one in account.rumors if one.story == story.id]
    if rumors:
        yield from _rumor(rumors[0])
    others = len(rumors) - 1
    if others > 0:
        more = many(others, "more claim")
        verb = "is" if others == 1 else "are"
        yield Sentence(f"{_upper(more)} {verb} unsettled.", None, "", f"#r{rumors[1].id}")
    events = [one for one in account.timeline if one.story == story.id and one.when]
    if events:
        sure = [one for one in events if one.status == "happened" and len(one.articles) >= _PLACES]
        if sure:
            one = sure[-1]
            told = many(len(one.articles), "article")
            yield Sentence(
                f"The latest event that more than one article tells ({told}): ",
                one_line(one.summary),
                _stop(one.summary),
                f"#e{one.id}",
            )
    pairs = [one for one in account.contradictions if one.story == story.id]
    if pairs:
        told = many(len(pairs), "contradiction")
        verb = "is" if len(pairs) == 1 else "are"
        yield Sentence(
            f"There {verb} {told}, the first of them about: ",
            None,
            _about(pairs[0].about),
            f"#c{pairs[0].id}",
        )


def _stop(quoted: str) -> str:
    """A full stop, where the quoted words do not bring one."""
    return "" if quoted.rstrip(" \n”\"’'").endswith((".", "!", "?", "…")) else "."


def _about(about: str) -> str:
    words = one_line(about)
    return f"{words}{_stop(words)}"


def _rumor(rumor: Rumor) -> Iterator[Sentence]:
    href = f"#r{rumor.id}"
    state = {
        "unverified": "The coverage leaves open: ",
        "true": "Resolved by a person as true: ",
        "false": "Resolved by a person as false: ",
    }[rumor.state]
    yield Sentence(state, one_line(rumor.statement), _stop(rumor.statement), href)
    counts = Counter(one.stance for one in rumor.stances)
    total = sum(counts.values()) - counts["unrelated"]
    if total:
        parts = [
            f"{number(counts['for'])} for it" if counts["for"] else "",
            f"{number(counts['against'])} against it" if counts["against"] else "",
            f"{number(counts['observing'])} without taking a side" if counts["observing"] else "",
        ]
        told = _listed([part for part in parts if part])
        verb = "reports" if total == 1 else "report"
        yield Sentence(f"{_upper(many(total, 'article'))} {verb} on it: {told}.", None, "", href)
    if rumor.account:
        yield Sentence(one_line(rumor.account), None, "", href)


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
