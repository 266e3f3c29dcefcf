"""Invented stories told by several outlets, one of each sort of rumor, up to their claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allegedly import Reader
from allegedly.link.cast.finding import Cast, find_cast
from allegedly.link.claims.finding import find_claims
from allegedly.link.copies.groups import find_copies
from allegedly.link.judging import Judge
from allegedly.link.material import Material
from allegedly.link.sourcing.chains import find_chains
from allegedly.records import Claim, Place, Reading

#: (outlet, day, title, text) of an article.
Told = tuple[str, str | None, str | None, str]

COUPLE: tuple[Told, ...] = (
    (
        "Glow",
        "2023-03-02",
        "Are Lena Torvik and Oskar Brill getting back together?",
        "The singer Lena Torvik filed for divorce from the actor Oskar Brill in November. Now "
        "sources close to Torvik have told Glow that the pair could get back together. Brill was "
        "seen at her concert in Tarn on Sunday.",
    ),
    (
        "Star Weekly",
        "2023-03-04",
        "Lena Torvik is not taking Oskar Brill back",
        "A friend of Lena Torvik said that she isn't interested in reconciling with Oskar Brill. "
        "“It is over,” the friend said. Torvik filed for divorce last November after four years "
        "of marriage.",
    ),
    (
        "The Tarn Mirror",
        "2023-03-05",
        "Torvik and Brill at dinner",
        "Lena Torvik and Oskar Brill had dinner in Tarn on Saturday. Whether the two will reunite "
        "remains to be seen. Torvik asked a court to end her marriage to Brill in November 2022.",
    ),
)
MINISTER: tuple[Told, ...] = (
    (
        "Corven Post",
        "2024-05-06",
        "Transport minister to resign, sources say",
        "The transport minister, Ada Pell, will resign this week, two officials told the Corven "
        "Post. She has been under pressure since the Harl bridge collapsed in March. The prime "
        "minister, Jonas Wick, met her on Sunday.",
    ),
    (
        "Northline",
        "2024-05-07",
        "Pell denies she is stepping down",
        "Ada Pell, the transport minister, denied on Tuesday that she was stepping down. "
        "“I am not resigning,” she told Northline. The Corven Post reported on Monday that Pell "
        "would resign this week, citing two officials.",
    ),
    (
        "Harl Gazette",
        "2024-05-08",
        "Will Ada Pell resign?",
        "It is unclear whether Ada Pell will step down over the collapse of the Harl bridge. "
        "Jonas Wick, the prime minister, said that he had full confidence in her.",
    ),
)
PHONE: tuple[Told, ...] = (
    (
        "Gadget Hour",
        "2025-01-10",
        "Lumen to launch folding phone in May",
        "Lumen will launch a folding phone in May, according to a person familiar with the "
        "company's plans. The phone, called the Lumen Leaf, is expected to cost €1,900.",
    ),
    (
        "Trade Ledger",
        "2025-01-12",
        "Lumen Leaf said to cost €1,200",
        "The folding phone that Lumen is said to be launching in May will cost €1,200, a supplier "
        "said. Lumen declined to comment.",
    ),
)
ARREST: tuple[Told, ...] = (
    (
        "Wick Courier",
        "2022-09-01",
        "Brewer arrested over missing millions",
        "Police have arrested Rufus Tane, the former chief executive of Tannet Ales, a police "
        "spokesman said. Tane allegedly stole €2 million from the brewery's pension fund.",
    ),
    (
        "Trade Ledger",
        "2022-09-02",
        "Former Tannet boss held",
        "Rufus Tane, who led Tannet Ales until June, was arrested in Wick on Wednesday. His lawyer "
        "denied that Tane had stolen any money.",
    ),
)
STORIES = {"couple": COUPLE, "minister": MINISTER, "phone": PHONE, "arrest": ARREST}


def material(reader: Reader, told: Sequence[Told]) -> Material:
    """The readings of these articles as one story."""
    readings: list[Reading] = [
        reader.read(text, title=title, published=day, outlet=outlet)
        for outlet, day, title, text in told
    ]
    return Material("s", readings, find_copies([one.article for one in readings]))


def claims_of(
    story: Material, judge: Judge, before: Mapping[Place, str] | None = None
) -> tuple[tuple[Claim, ...], Cast]:
    """The claims of a story, and its cast."""
    cast = find_cast(story)
    return find_claims(story, cast, find_chains(story, cast), judge, before), cast


def carrying(claims: Sequence[Claim], words: str) -> Claim:
    """The claim that has an appearance with these words in it."""
    found = [c for c in claims if any(words in one.anchor.text for one in c.appearances)]
    assert len(found) == 1, f"{words!r} is in {[c.statement for c in found]}"
    return found[0]
