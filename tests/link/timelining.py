"""Invented stories told by several outlets, and one undated page in each, up to their timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allegedly import Reader
from allegedly.link.cast.finding import find_cast
from allegedly.link.copies.groups import find_copies
from allegedly.link.dating.finding import find_datings
from allegedly.link.material import Material
from allegedly.link.timeline.finding import find_timeline
from allegedly.records import Dating, Place, TimelineItem

#: (outlet, day, title, text) of an article.
Told = tuple[str, str | None, str | None, str]

COUPLE: tuple[Told, ...] = (
    (
        "Glow",
        "2023-03-02",
        "Are Lena Torvik and Oskar Brill getting back together?",
        "The singer Lena Torvik filed for divorce from the actor Oskar Brill in November. The two "
        "married in 2018. Torvik will open the Tarn festival on 12 May.",
    ),
    (
        "Star Weekly",
        "2023-03-04",
        "Lena Torvik is not taking Oskar Brill back",
        "A friend of Lena Torvik said that she is not interested in Oskar Brill. Torvik filed for "
        "divorce last November after four years of marriage. The couple tied the knot in 2018.",
    ),
    (
        "Hearsay",
        None,
        "Torvik and Brill: a second chance?",
        "Lena Torvik filed for divorce from Oskar Brill in November of last year. Rumors say that "
        "the two might reconcile.",
    ),
    (
        "Fan Page",
        None,
        "All about Lena",
        "Lena Torvik married Oskar Brill in 2018. They have a dog.",
    ),
)
COUNCIL: tuple[Told, ...] = (
    (
        "Harl Gazette",
        "2024-05-06",
        "Harl council to vote on the pool",
        "Councillors in Harl will vote on the sale of the swimming pool on 21 May. The pool was "
        "built in 1962. The mayor, Ada Pell, said on Friday that nothing had been decided.",
    ),
    (
        "Harl Gazette",
        "2024-05-21",
        "Pool vote put off",
        "The vote on the sale of the swimming pool, planned for tonight, has been postponed until "
        "4 June. The mayor, Ada Pell, said that two councillors were ill.",
    ),
    (
        "Radio Harl",
        "2024-06-05",
        "Harl keeps its pool",
        "Councillors in Harl voted by 12 to 7 on Tuesday to keep the swimming pool. Ada Pell, the "
        "mayor, said that she was pleased. The roof will be repaired in August.",
    ),
)
COMPANY: tuple[Told, ...] = (
    (
        "Market Wire",
        "2022-09-14",
        "Oreston in talks over Velm",
        "The mining group Oreston is in talks to buy Velm Copper, a person familiar with the "
        "matter said. Oreston bought the Harl mine in 2017. A letter of intent was signed on 9 "
        "September, the person said.",
    ),
    (
        "The Ledger",
        "2022-09-20",
        "Oreston buys Velm Copper",
        "Oreston agreed on Monday to buy Velm Copper for 300 million crowns. Oreston last bought "
        "a mine in 2017, when it took over Harl. Velm's chairman, Piet Dorn, will resign on 1 "
        "October.",
    ),
    (
        "Mining Blog",
        "2022-10-03",
        "A new broom at Velm",
        "Piet Dorn resigned as chairman of Velm Copper on 1 October. He declined to comment.",
    ),
)


def material(reader: Reader, articles: Sequence[Told]) -> Material:
    """The material of a story, its undated articles dated."""
    readings = [
        reader.read(text, title=title, published=day, outlet=outlet)
        for outlet, day, title, text in articles
    ]
    found = Material("s-1", readings, find_copies([one.article for one in readings]))
    return found.dated(find_datings(found))


def datings(reader: Reader, articles: Sequence[Told]) -> dict[str, Dating]:
    """The datings of a story by outlet."""
    found = material(reader, articles)
    return {found.teller(one.article): one for one in find_datings(found)}


def timeline(
    reader: Reader, articles: Sequence[Told], before: Mapping[Place, str] | None = None
) -> tuple[TimelineItem, ...]:
    """The timeline of a story."""
    found = material(reader, articles)
    return find_timeline(found, find_cast(found), before)


def telling(items: Sequence[TimelineItem], words: str) -> TimelineItem:
    """The one item that quotes some words."""
    found = [one for one in items if any(words in anchor.text for anchor in one.anchors)]
    assert len(found) == 1, [one.summary for one in found]
    return found[0]
