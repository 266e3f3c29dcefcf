"""A story in one paragraph of plain words, made only from rows that are anchored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from allegedly.records import Account, Contradiction, Rumor, StanceValue, Story, TimelineItem

from ..safe import one_line

_PLACES = 2
_SHORT = 120
_SINGLE = str.maketrans("“”", "‘’")
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a sentence; ``quoted``: words of the coverage."""

    text: str
    quoted: bool = False

    @property
    def shown(self) -> str:
        """The text; within quotation marks, its own become single ones."""
        return self.text.translate(_SINGLE) if self.quoted else self.text


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in pieces; ``href`` leads to the rows it is made from."""

    pieces: tuple[Piece, ...]
    href: str


def number(count: int) -> str:
    """A count as newspapers write it: ``four``, ``1,200``."""
    return _WORDS[count] if count < len(_WORDS) else f"{count:,}"


def many(count: int, noun: str) -> str:
    """``one article``, ``four articles``."""
    return f"{number(count)} {noun}" if count == 1 else f"{number(count)} {noun}s"


def summary(account: Account, story: Story) -> tuple[Sentence, ...]:
    """The paragraph: what is unsettled, who stands where, on what it rests, what clashes."""
    return tuple(_sentences(account, story))


def _sentences(account: Account, story: Story) -> Iterator[Sentence]:
    rumors = [one for one in account.rumors if one.story == story.id]
    if rumors:
        yield from _rumor(rumors[0])
    others = len(rumors) - 1
    if others > 0:
        verb = "is" if others == 1 else "are"
        more = f"{_upper(many(others, 'more claim'))} {verb} unsettled."
        yield Sentence((Piece(more),), f"#r{rumors[1].id}")
    yield from _latest([one for one in account.timeline if one.story == story.id])
    pairs = [one for one in account.contradictions if one.story == story.id]
    if pairs:
        yield _clash(pairs)


def _latest(events: Sequence[TimelineItem]) -> Iterator[Sentence]:
    sure = [
        one
        for one in events
        if one.when and one.status == "happened" and len(one.articles) >= _PLACES
    ]
    if sure:
        one = sure[-1]
        told = many(len(one.articles), "article")
        before = f"The latest event that more than one article tells ({told}): "
        yield Sentence((Piece(before), *_quoted(one.summary)), f"#e{one.id}")


def _clash(pairs: Sequence[Contradiction]) -> Sentence:
    """How many contradictions there are, and both sides of the first that is short."""
    told = _upper(many(len(pairs), "contradiction"))
    before = f"{told}: " if len(pairs) == 1 else f"{told}, such as "
    short = (one for one in pairs if len(one.first.text) + len(one.second.text) <= 2 * _SHORT)
    one = next(short, None)
    if one is None:
        about = one_line(pairs[0].about)
        return Sentence((Piece(f"{before}{about}{_stop(about)}"),), f"#c{pairs[0].id}")
    first, second = (_trimmed(side.text) for side in (one.first, one.second))
    pieces = (Piece(before), Piece(first, quoted=True), Piece(" against "))
    return Sentence((*pieces, Piece(second, quoted=True), Piece(".")), f"#c{one.id}")


def _trimmed(text: str) -> str:
    """Quoted words without what closes them."""
    words = one_line(text)
    bare = words.strip(' "“”,.;:')
    return words if any(sign in bare for sign in '“”"') else bare


def _quoted(words: str) -> tuple[Piece, ...]:
    return Piece(one_line(words), quoted=True), Piece(_stop(words))


def _stop(quoted: str) -> str:
    """A full stop, where the quoted words do not bring one."""
    return "" if quoted.rstrip(" \n”\"’'").endswith((".", "!", "?", "…")) else "."


def _rumor(rumor: Rumor) -> Iterator[Sentence]:
    href = f"#r{rumor.id}"
    state = {
        "unverified": "The coverage leaves open: ",
        "true": "Resolved by a person as true: ",
        "false": "Resolved by a person as false: ",
    }[rumor.state]
    yield Sentence((Piece(state), *_quoted(rumor.statement)), href)
    counts = Counter(one.stance for one in rumor.stances)
    total = sum(counts.values()) - counts["unrelated"]
    if total:
        verb = "reports" if total == 1 else "report"
        told = f"{_upper(many(total, 'article'))} {verb} on it{_sides(counts)}."
        yield Sentence((Piece(told),), href)
    if rumor.account:
        yield Sentence((Piece(_rests(rumor)),), href)


def _sides(counts: Mapping[StanceValue, int]) -> str:
    if not counts["for"] and not counts["against"]:
        return " without taking a side"
    parts = [
        f"{number(counts['for'])} for it" if counts["for"] else "",
        f"{number(counts['against'])} against it" if counts["against"] else "",
        f"{number(counts['observing'])} without taking a side" if counts["observing"] else "",
    ]
    return f": {_listed([part for part in parts if part])}"


def _rests(rumor: Rumor) -> str:
    """What it rests on: the account's own sentence where it is short."""
    told = one_line(rumor.account)
    if len(told) <= _SHORT or rumor.origins < _PLACES:
        return told
    return f"It rests on {many(rumor.origins, 'independent origin')}."


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
