"""Lists in the terminal: rows say where they stand, fit the width, and steer nothing."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from rich.console import Console, RenderableType

from allegedly.ledger.quotes import Speakers, quotes_in
from allegedly.present.terminal_cast import cast, stories
from allegedly.present.terminal_conflicts import contradictions, overtaken
from allegedly.present.terminal_events import datings, timeline
from allegedly.present.terminal_lines import Coverage, shortened, words
from allegedly.present.terminal_quotes import quotes
from allegedly.present.terminal_rumors import rumors
from allegedly.present.terminal_sources import copies, sources
from allegedly.present.terminal_told import relies, told
from allegedly.records import Account, Anchor, Edge, Reading, Span
from tests.account_strategies import reworded

from .accounts import account_of
from .hostile import STRINGS, hostile_reading


def lists(account: Account, readings: tuple[Reading, ...]) -> Iterator[RenderableType]:
    """Every list there is, of this account."""
    coverage = Coverage((one.article for one in readings), account)
    said = [q for one in readings for q in quotes_in(one, Speakers(account))]
    yield rumors(list(enumerate(account.rumors, 1)), coverage)
    yield timeline(account.timeline, coverage)
    yield from datings(account, coverage)
    yield quotes(said, coverage)
    yield sources(account.sourcing, coverage)
    yield from copies(account.copies.groups, coverage)
    yield contradictions(account.contradictions, coverage)
    yield overtaken(account.overtaken, coverage)
    yield cast(account.cast, coverage)
    yield stories(account.stories, account.claims, coverage)
    yield told(account)


def printed(account: Account, readings: tuple[Reading, ...], width: int = 100) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=True, markup=False, highlight=False)
    for part in lists(account, readings):
        console.print(part)
    return out.getvalue()


def test_every_anchor_is_shown_with_where_it_stands(readings: tuple[Reading, ...]) -> None:
    account = account_of(readings)
    out = " ".join(printed(account, readings, 10_000).split())
    (found,) = account.contradictions
    for anchor in (found.first, found.second, *account.cast[0].anchors):
        where = f"{anchor.field} {anchor.span.start}-{anchor.span.end}]"
        assert where in out
        assert " ".join(anchor.text.split()) in out


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal(readings: tuple[Reading, ...], width: int) -> None:
    plain = Console(width=1000)
    for long in ("W" * 300, "名" * 90, "a word " * 60):
        out = printed(reworded(account_of(readings), long), readings, width)
        lines = out.splitlines()
        assert all(plain.render_str(line, markup=False).cell_len <= width for line in lines)


def test_nothing_steers_the_terminal(readings: tuple[Reading, ...]) -> None:
    made = account_of(readings)
    for bad in STRINGS[::4]:
        out = printed(reworded(made, bad), readings)
        steering = {char for char in out if not char.isprintable()} - set("\n\u200c\u200d")
        assert not steering, bad
        out.encode("utf-8")


def test_nor_do_articles(readings: tuple[Reading, ...]) -> None:
    for bad in STRINGS[::8]:
        told_by = (*readings[:2], hostile_reading(bad))
        out = printed(account_of(told_by), told_by)
        assert not {char for char in out if not char.isprintable()} - set("\n\u200c\u200d"), bad


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("it is so", "“it is so”"),
        ("“It is so,” she said", "““It is so,” she said”"),
        ("“It is so.”", "“It is so.”"),
        ('"It is so."', '"It is so."'),
        ("a\nb\x1b[31m", "“a b\ufffd[31m”"),
    ],
)
def test_words_are_in_quotation_marks_once(text: str, shown: str) -> None:
    assert words(Anchor("a", "text", Span(0, len(text)), text)) == shown


def test_very_long_words_lose_their_middle() -> None:
    line = shortened("begins " + "x " * 500 + "ends")
    assert line.startswith("begins")
    assert line.endswith("ends")
    assert " … " in line
    assert len(line) < 310


def edge(teller: str, *via: str) -> Edge:
    return Edge("s", teller, via, "somebody", None, "outlet" if via else "named", (), ())


@pytest.mark.parametrize(
    ("edges", "says"),
    [
        ([], "No outlet relies on another."),
        ([edge("Gull")], "No outlet relies on another."),
        ([edge("Echo", "Gull"), edge("Echo", "Gull")], "Echo relies on Gull."),
        ([edge("0123456789abcdef", "Gull")], "1 article relies on Gull."),
        (
            [edge("0123456789abcdef", "Gull"), edge("fedcba9876543210", "Gull")],
            "2 articles rely on Gull.",
        ),
        ([edge("Echo", "Gull"), edge("Post", "Gull", "Star")], "Echo and Post rely on Gull."),
        ([edge(str(n), "Gull") for n in range(5)], "5 outlets rely on Gull."),
    ],
)
def test_who_relies_on_whom_in_a_line(edges: list[Edge], says: str) -> None:
    assert relies(edges) == says
