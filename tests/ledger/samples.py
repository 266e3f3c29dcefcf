"""Readings that look like news, one per number, for tests and for the processes they start."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from allegedly.records import (
    Article,
    Attribution,
    Entity,
    Event,
    Furniture,
    Hedge,
    Layers,
    Mention,
    Reading,
    Span,
    Time,
    When,
)

NOON = datetime(2021, 2, 9, 12, 0, tzinfo=UTC)


def sample(number: int, stage: str = "1") -> Reading:
    """A full reading; the same for the same number and stage."""
    outlet = f"Ferry Post {number % 3}"
    text = (
        f"Share this\nMara Quill said on 9 February that pier {number} “will stay 😀 open”, "
        f"she told {outlet}. Sources close to the harbour reportedly denied it.\n"
    ) + f"Nothing else happened at pier {number}. " * 20
    title = f"Quill says pier {number} stays"

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    quote = Attribution(
        (at("Mara Quill"), at("she")), (at("said"), at("told")),
        (at(f"that pier {number} “will stay 😀 open”"),), "mixed", "named", 0, (1,), None, 0.93,
    )  # fmt: skip
    denial = Attribution(
        (at("Sources close to the harbour"),), (at("denied"),), (at("it."),),
        "indirect", "unnamed", None, (), 0, 0.5, "probable", (0,),
    )  # fmt: skip
    sources = Mention(at("Sources close to the harbour"), "group", False, 2, at("Sources"))
    hedge = Hedge(at("reportedly"), "probable", 1, at("denied it"))
    name, verb = Span(0, 5), Span(6, 10)
    says = Attribution(
        (name,), (verb,), (Span(11, len(title)),), "indirect", "named", 0, (), None, 1.0
    )
    return Reading(
        article=Article(
            text=text,
            title=title,
            outlet=outlet,
            url=f"https://post.example/{number}",
            byline="By Ivo Tarn",
            published=When.from_iso(f"2021-02-{number % 28 + 1:02}", "meta"),
            language="en",
            furniture=(Furniture(at("Share this"), "share"),),
            given_id=f"n{number}",
            origin=f"coverage/{number}.html",
        ),
        sentences=(
            Span(text.index("Mara"), text.index(" Sources")),
            Span(text.index("Sources"), text.index("\n", text.index("Sources"))),
            Span(text.index("Nothing"), len(text)),
        ),
        entities=(
            Entity("Mara Quill", "person"),
            Entity(outlet, "organization"),
            Entity("Sources close to the harbour", "group"),
        ),
        body=Layers(
            (_name(at("Mara Quill")), _name(at("she"), named=False), sources),
            (quote, denial),
            (Time(at("9 February"), "DATE", "2021-02-09", None, date(2021, 2, 9), None),),
            (Event(at("stay"), 0, "planned", "2021-02-09", 0, (0, 1), "state"),),
            (hedge,),
        ),
        headline=Layers((_name(name),), (says,)),
        stage=stage,
    )


def _name(span: Span, *, named: bool = True) -> Mention:
    return Mention(span, "person", named, 0, span)


def bare(text: str, **fields: object) -> Reading:
    """A reading of ``text`` in which nothing was found."""
    article = replace(Article(text), **fields)  # type: ignore[arg-type]
    return Reading(article, (), (), Layers(), None, "1")


def query(path: Path, sql: str) -> list[tuple[object, ...]]:
    """The rows of a query, by a connection of its own."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def dump(path: Path) -> list[str]:
    """Every row of every table, as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def numbers(readings: Iterator[Reading]) -> list[int]:
    """The numbers of the samples among ``readings``, checked to be whole, sorted."""
    found = []
    for reading in readings:
        number = int((reading.article.given_id or "").removeprefix("n"))
        assert reading == sample(number, reading.stage)
        found.append(number)
    return sorted(found)
