"""The data of a report says where in the texts everything is, and takes little room."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.present import render_report
from allegedly.present.found import KINDS, Found, found_in
from allegedly.present.island import packed
from allegedly.present.rows import Listing, Row, listings
from allegedly.present.safe import one_line
from allegedly.records import Article, Attribution, Furniture, Reading, Span

from .accounts import account_of
from .hostile import hostile_story
from .making import reading
from .scattered import dense, generated

ROLES = ("source", "cue", "content")


def data_of(page: str) -> dict[str, Any]:
    """The data as the script has it."""
    (island,) = re.findall(r'<script type="application/gzip" id="data">([^<]*)</script>', page)
    found: dict[str, Any] = json.loads(gzip.decompress(base64.b64decode(island)))
    return found


def rows_of(flat: list[int], width: int) -> Iterator[tuple[int, ...]]:
    """Rows of one width; the first number of each is the distance from the row before."""
    start = 0
    for at in range(0, len(flat), width):
        start += flat[at]
        yield (start, *flat[at + 1 : at + width])


def statement(row: list[Any]) -> tuple[tuple[Span, ...], ...]:
    """Source, cue and content of a statement."""
    begin = row[3]
    return tuple(
        tuple(Span(begin + at, begin + at + length) for at, length in zip(*[iter(part)] * 2))  # noqa: B905
        for part in row[4:7]
    )


def known(row: Row) -> tuple[tuple[Span, ...], ...]:
    return row.source, row.cue, row.content


def check(one: Listing, data: dict[str, Any], words: list[str]) -> None:
    """The data of an article says what its reading does."""
    found: Found = found_in(one.reading)
    for field in ("title", "text"):
        part = data.get(field, {})
        rows = [row for row in one.rows if row.field == field]
        assert [statement(row) for row in part.get("rows", [])] == list(map(known, rows))
        assert [
            (start, start + length, member) for start, length, member, *_ in rows_of(
                part.get("mentions", []), 5
            )
        ] == [
            (m.span.start, m.span.end, m.member if m.named else ~m.member)
            for m in found.mentions
            if m.field == field
        ]  # fmt: skip
        assert [
            (start, start + length, *(words[number] for number in numbers))
            for start, length, *numbers in rows_of(part.get("times", []), 5)
        ] == [
            (t.span.start, t.span.end, one_line(t.value), t.meaning, t.interval)
            for t in found.times
            if t.field == field
        ]
        assert [
            (start, start + length, words[abs(status)], status > 0)
            for start, length, status in rows_of(part.get("events", []), 3)
        ] == [
            (e.span.start, e.span.end, e.status, e in found.listed)
            for e in found.events
            if e.field == field
        ]
        assert [
            (start, start + length, words[sure], start + scope, start + scope + far)
            for start, length, sure, scope, far in rows_of(part.get("hedges", []), 5)
        ] == [
            (h.span.start, h.span.end, h.certainty, h.scope.start, h.scope.end)
            for h in found.hedges
            if h.field == field
        ]
    cast = data.get("cast", [])
    assert [(cast[at], words[cast[at + 1]], cast[at + 2]) for at in range(0, len(cast), 3)] == [
        (list(KINDS).index(one.kind), one.name, one.mentions) for one in found.cast
    ]


@pytest.mark.parametrize("hostile", [False, True])
def test_the_data_says_what_the_readings_do(
    readings: tuple[Reading, ...], *, hostile: bool
) -> None:
    found = hostile_story()[0] if hostile else [*readings, *generated(40)]
    data = data_of(render_report(found, title="x"))
    listed = listings(found)
    assert len(data["articles"]) == len(listed)
    for one, part in zip(listed, data["articles"], strict=True):
        assert part["id"] == one.id
        check(one, part, data["words"])


TEXTS = st.text(st.characters(), min_size=1, max_size=80)


@st.composite
def spans(draw: st.DrawFn, length: int) -> tuple[Span, ...]:
    pairs = draw(st.lists(st.tuples(st.integers(0, length - 1), st.integers(1, 12)), max_size=3))
    return tuple(sorted(Span(start, min(length, start + size)) for start, size in pairs))


@st.composite
def with_rows(draw: st.DrawFn) -> Reading:
    text = draw(TEXTS)
    rows = []
    for _ in range(draw(st.integers(0, 5))):
        source, cue, content = (draw(spans(len(text))) for _ in range(3))
        if not (source or cue or content):
            content = (Span(0, len(text)),)
        rows.append(Attribution(source, cue, content, "mixed", "named", None, (), None, 0.5))
    furniture = tuple(Furniture(span, "share") for span in draw(spans(len(text))))
    return reading(Article(text=text, furniture=furniture), rows)


@given(with_rows())
def test_statements_are_where_they_were_read(one: Reading) -> None:
    (listing,) = listings([one])
    data = data_of(render_report([one], title="x"))
    (article,) = data["articles"]
    check(listing, article, data["words"])
    assert len({row.id for row in listing.rows}) == len(listing.rows)


@given(st.lists(st.tuples(st.integers(0, 10**7), st.integers(), st.integers())))
def test_packing_keeps_every_number(rows: list[tuple[int, int, int]]) -> None:
    ordered = sorted(rows)
    assert list(rows_of(packed(ordered), 3)) == ordered


def test_only_what_was_found_is_there() -> None:
    (article,) = data_of(render_report([reading(Article(text="It rained."))], title="x"))[
        "articles"
    ]
    assert set(article) == {"id", "outlet", "text"}
    assert set(article["text"]) == {"sentences"}


def test_the_data_are_letters_that_mean_nothing_in_html() -> None:
    found, unread = hostile_story()
    (island,) = re.findall(r'id="data">([^<]*)<', render_report(found, unread, title="x"))
    assert re.fullmatch(r"[A-Za-z0-9+/]+=*", island)


def test_the_words_of_an_account_are_taken_from_the_texts(readings: tuple[Reading, ...]) -> None:
    account = account_of(readings)
    page = render_report(readings, title="x", account=account)
    data = data_of(page)
    texts = {one.id: one.reading.article for one in listings(readings)}
    (claim,) = account.claims
    told = []
    for *_, (number, head, start, length) in data["claims"][claim.id]:
        article = texts[data["labels"][number][0]]
        told.append(((article.title or "") if head else article.text)[start : start + length])
    assert told == [one.anchor.text for one in claim.appearances]
    (rumor,) = account.rumors
    shown = [one for one in rumor.stances if one.stance != "unrelated"]
    assert [row[1] for row in data["rumors"][rumor.id]] == [
        [value for value, _ in data["stances"]].index(one.stance) for one in shown
    ]


def test_300_dense_articles_with_an_account_stay_under_two_megabytes() -> None:
    """Beyond the articles' own text; the words of the account are the articles' too."""
    found, account = dense(300)
    own = sum(len(f"{one.article.title}{one.article.text}".encode()) for one in found)
    page = render_report(found, title="x", account=account)
    beyond = len(page.encode()) - own
    assert beyond < 2_000_000
    assert beyond > 900_000, "too little was found for this to measure anything"
