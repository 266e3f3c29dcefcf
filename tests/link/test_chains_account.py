"""The number of independent origins, and the plain sentence about them."""

from __future__ import annotations

import pytest

from allegedly.link.sourcing.chains import account_of, independent
from allegedly.records import Chain, Sourcing


def _chain(
    teller: str,
    origin: str | None,
    root: str,
    *via: str,
    sourcing: Sourcing = "unnamed",
) -> Chain:
    return Chain(teller, via, origin, None, sourcing, root)


PERSON = "a person familiar with the talks"
OWN = _chain("Tarn Courier", PERSON, "a")
RELAY = _chain("The Gull", PERSON, "a", "Tarn Courier", sourcing="outlet")
NAMED = _chain("Corven Post", "Ada Finch", "c1", sourcing="named")
MEMO = _chain("Tarn Courier", "a council memo", "d", sourcing="document")
SELF = _chain("Quay Business", None, "q", sourcing="self")
PAIR = _chain("Quay Business", "two people briefed on the process", "p")


@pytest.mark.parametrize(
    ("chains", "count", "account"),
    [
        ([], 0, "Nobody tells it."),
        (
            [
                OWN,
                SELF,
                _chain("The Gull", None, "g", sourcing="self"),
                _chain("0123456789abcdef", None, "s", sourcing="self"),
                _chain("fedcba9876543210", None, "t", sourcing="self"),
            ],
            5,
            "Five independent origins: one unnamed source (a person familiar with the talks, told "
            "by the Tarn Courier); Quay Business, the Gull and two articles in their own voice.",
        ),
        (
            [OWN, RELAY],
            1,
            "Everything rests on one unnamed source (a person familiar with the talks, first told "
            "by the Tarn Courier).",
        ),
        (
            [OWN],
            1,
            "Everything rests on one unnamed source (a person familiar with the talks, told by the "
            "Tarn Courier).",
        ),
        ([NAMED], 1, "Everything rests on the word of Ada Finch."),
        ([MEMO], 1, "Everything rests on one document (a council memo)."),
        ([SELF], 1, "Quay Business tells it in its own voice and names no source for it."),
        (
            [_chain("0123456789abcdef", None, "s", sourcing="self")],
            1,
            "One article tells it in its own voice and names no source for it.",
        ),
        (
            [_chain("Glow", None, "n", sourcing="none")],
            1,
            "Glow tells it as hearsay; nobody is named for it.",
        ),
        (
            [_chain("Glow", None, "o", "TMZ", sourcing="outlet")],
            1,
            "Everything rests on a report by TMZ, and nobody says whose word that is.",
        ),
        (
            [_chain("Glow", "sources", "o", "TMZ", sourcing="outlet")],
            1,
            "Everything rests on unnamed sources (sources, first told by TMZ).",
        ),
        (
            [PAIR],
            1,
            "Everything rests on two unnamed sources (two people briefed on the process, told by "
            "Quay Business).",
        ),
        (
            [OWN, RELAY, NAMED],
            2,
            "Two independent origins: one unnamed source (a person familiar with the talks, first "
            "told by the Tarn Courier); Ada Finch. Two of three outlets rest on one unnamed "
            "source.",
        ),
        (
            [NAMED, MEMO],
            2,
            "Two independent origins: Ada Finch; one document (a council memo).",
        ),
        (
            [_chain(f"Outlet {n}", f"Name {n}", f"c{n}", sourcing="named") for n in range(7)],
            7,
            "Seven independent origins: Name 0; Name 1; Name 2; Name 3; three more.",
        ),
        (
            [_chain("Glow", "some reports", "r", sourcing="outlet")],
            1,
            "Everything rests on an outlet that is not named (some reports).",
        ),
    ],
)
def test_account(chains: list[Chain], count: int, account: str) -> None:
    assert independent(chains) == count
    assert account_of(chains) == account


def test_own_voice_counts_only_where_nothing_else_is_behind() -> None:
    own = _chain("Tarn Courier", None, "s", sourcing="self")
    assert independent([own]) == 1
    assert independent([own, OWN]) == 1  # the Courier has it from somebody
    assert independent([own, RELAY]) == 1  # others say that it has
    assert independent([own, NAMED]) == 2
    assert independent([own, SELF]) == 2
    copy = _chain("Westmark Herald", None, "s", "Tarn Courier", sourcing="outlet")
    assert independent([own, copy]) == 1
    bare = _chain("Glow", None, "o", "Tarn Courier", sourcing="outlet")
    assert independent([OWN, bare]) == 1
