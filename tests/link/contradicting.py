"""Short invented stories that contradict themselves, or only seem to, and what reads them."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from allegedly import Reader
from allegedly.link.cast.finding import Cast, find_cast
from allegedly.link.claims.finding import find_claims
from allegedly.link.claims.relations import words_of
from allegedly.link.copies.groups import find_copies
from allegedly.link.judging import Floats, Judgement
from allegedly.link.material import Material
from allegedly.link.sourcing.chains import Chains, find_chains
from allegedly.records import Claim, Reading, Span


class Bag:
    """A judge that knows words but not what they mean: texts with like words are alike."""

    stage = "bag"

    def embed(self, texts: Sequence[str]) -> Floats:
        """Unit vectors of hashed stems."""
        found = np.zeros((len(texts), 256), np.float32)
        for row, text in enumerate(texts):
            for word in words_of(text):
                if len(word.stem) > 3:
                    found[row, zlib.crc32(word.stem.encode()) % 256] += 1
        sizes = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(found / np.where(sizes > 0, sizes, 1), np.float32)

    def entail(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """Nothing entails or contradicts anything."""
        return np.tile(np.array([0.1, 0.2, 0.7], np.float32), (len(pairs), 1))

    def stance(
        self,
        statement: str,
        title: str | None,
        text: str,
        sentences: Sequence[Span] | None = None,
    ) -> Judgement:
        """Every article observes."""
        return Judgement({"for": 0.1, "against": 0.1, "observing": 0.7, "unrelated": 0.1}, None, ())


@dataclass(frozen=True)
class Linked:
    """A story with what the step before contradictions found."""

    material: Material
    cast: Cast
    chains: Chains
    claims: tuple[Claim, ...]


#: (outlet, day, title, text) of each article.
Told = tuple[str, str | None, str, str]


def linked(reader: Reader, *told: Told) -> Linked:
    """The story of these articles, linked up to its claims."""
    readings: list[Reading] = [
        reader.read(text, title=title, published=day, outlet=outlet)
        for outlet, day, title, text in told
    ]
    material = Material("s", readings, find_copies([one.article for one in readings]))
    cast = find_cast(material)
    chains = find_chains(material, cast)
    return Linked(material, cast, chains, find_claims(material, cast, chains, Bag()))


PRICE: tuple[Told, ...] = (
    (
        "The Wick Post",
        "2023-04-03",
        "Brewer in talks to sell Tannet Ales",
        "The Dunmore family is in talks to sell Tannet Ales to the drinks group Calloway Hart, a "
        "person close to the family told the Wick Post. The price under discussion is about "
        "€30 million. Tannet Ales employs 85 people at its brewery in Wick.",
    ),
    (
        "Trade Ledger",
        "2023-04-05",
        "Calloway Hart nears Tannet deal",
        "Calloway Hart is close to buying Tannet Ales in a deal worth €90 million, two people "
        "briefed on the talks said. Tannet Ales, which employs 150 people, has been owned by the "
        "Dunmore family since 1902.",
    ),
    (
        "Trade Ledger",
        "2023-04-12",
        "Tannet Ales hires a bank",
        "Tannet Ales has hired a bank to advise it, the company said on Wednesday.\n\n"
        "Correction: an article published here on 5 April gave the value of the deal with "
        "Calloway Hart as €90 million. That was an error. The figure should have been "
        "€30 million.",
    ),
)
WEDDING: tuple[Told, ...] = (
    (
        "Star Weekly",
        "2022-05-02",
        "Mira Solano to marry in June",
        "The singer Mira Solano and the racing driver Theo Brandt will marry in Lisbon on "
        "18 June, a friend of the couple told Star Weekly.",
    ),
    (
        "Glow",
        "2022-05-04",
        "All about the Solano wedding",
        "Mira Solano and Theo Brandt are to marry in Lisbon on 25 June, according to a source "
        "close to the singer.",
    ),
)
MOVED: tuple[Told, ...] = (
    (
        "Star Weekly",
        "2022-05-02",
        "Mira Solano to marry in June",
        "The singer Mira Solano and the racing driver Theo Brandt will marry in Lisbon on "
        "18 June, a friend of the couple told Star Weekly.",
    ),
    (
        "Glow",
        "2022-06-01",
        "Solano wedding postponed",
        "The wedding of Mira Solano and Theo Brandt has been postponed: the couple are now to "
        "marry in Lisbon on 2 July, her manager said on Wednesday.",
    ),
)
CAMPS: tuple[Told, ...] = (
    (
        "Glow",
        "2022-09-01",
        "Are Mira Solano and Theo Brandt back together?",
        "Sources close to Theo Brandt say that he and Mira Solano have got back together. The "
        "singer and the racing driver split in August.",
    ),
    (
        "Star Weekly",
        "2022-09-04",
        "Solano has moved on, say friends",
        "Friends of Mira Solano insist that she and Theo Brandt have not got back together. “She "
        "is seeing nobody,” one of them said.",
    ),
)
STATUS: tuple[Told, ...] = (
    (
        "Trade Ledger",
        "2023-04-05",
        "Calloway Hart nears Tannet deal",
        "Calloway Hart is on the verge of buying Tannet Ales, two people briefed on the talks "
        "told the Trade Ledger.",
    ),
    (
        "The Wick Post",
        "2023-04-07",
        "Brewer plays down talk of sale",
        "The owners of Tannet Ales have only looked at a sale as one of several options, a "
        "director of Tannet Ales told the Wick Post.",
    ),
)
AGES: tuple[Told, ...] = (
    (
        "Star Weekly",
        "2022-05-02",
        "Theo Brandt wins in Estoril",
        "Theo Brandt, who is 34, won his first race in Estoril on Sunday.",
    ),
    (
        "Glow",
        "2022-05-03",
        "Brandt wins at last",
        "The driver Theo Brandt, 39, has won a race at last. Nobody had expected it of him.",
    ),
)
BUYER: tuple[Told, ...] = (
    (
        "The Wick Post",
        "2023-04-03",
        "Tannet Ales finds a buyer",
        "Tannet Ales is to be sold. The buyer is Calloway Hart, a person close to the family said.",
    ),
    (
        "Evening Cask",
        "2023-04-04",
        "Who will own Tannet Ales?",
        "The brewery Tannet Ales will be sold within weeks. The buyer is Oskar Lindqvist, two "
        "directors told the Evening Cask.",
    ),
)
#: More of each kind: what is found, and the stories.
MORE: dict[str, tuple[str, tuple[Told, ...]]] = {
    "a price and a cost": (
        "value",
        (
            (
                "Gadget Daily",
                "2024-05-01",
                "Nova 5 price leaks",
                "The Lumen Nova 5 will cost $899, a person familiar with the matter said.",
            ),
            (
                "Pixel Post",
                "2024-05-03",
                "Nova 5 to cost more",
                "The Lumen Nova 5 will be priced at $1,099, two retailers said.",
            ),
        ),
    ),
    "two months for a launch": (
        "date",
        (
            (
                "Gadget Daily",
                "2024-05-01",
                "Nova 5 launch date",
                "Lumen is expected to launch the Nova 5 in September, according to a memo.",
            ),
            (
                "Pixel Post",
                "2024-05-03",
                "When is the Nova 5 coming?",
                "Lumen plans to launch the Nova 5 in November, a person briefed on it said.",
            ),
        ),
    ),
    "a toll of one day": (
        "value",
        (
            (
                "Vale Times",
                "2023-02-01",
                "Raid in Vale",
                "Police arrested three men in Vale on Wednesday after a raid on a warehouse.",
            ),
            (
                "Coast News",
                "2023-02-01",
                "Police raid warehouse",
                "Five people were arrested in Vale on Wednesday when police raided a warehouse.",
            ),
        ),
    ),
    "one vote counted twice": (
        "value",
        (
            (
                "Coast News",
                "2023-02-01",
                "Vale votes",
                "The council of Vale approved the plan on Tuesday by 14 votes to 7.",
            ),
            (
                "Vale Times",
                "2023-02-01",
                "Plan approved",
                "Councillors in Vale approved the plan on Tuesday by 12 votes to 9.",
            ),
        ),
    ),
    "a flat denial": (
        "polarity",
        (
            (
                "Vale Times",
                "2023-02-01",
                "Finch resigns",
                "Ada Finch has resigned as mayor of Vale, a person close to her said.",
            ),
            (
                "Coast News",
                "2023-02-02",
                "Mayor denies resigning",
                "The mayor of Vale, Ada Finch, denied that she had resigned.",
            ),
        ),
    ),
    "agreed, or only asked about": (
        "status",
        (
            (
                "Sport Eye",
                "2023-07-01",
                "Holt signs",
                "Varn City have agreed a deal to sign the striker Per Holt, people close to the "
                "club said.",
            ),
            (
                "Vale Times",
                "2023-07-02",
                "Holt talks early",
                "Varn City have merely asked about the striker Per Holt, the club’s director said.",
            ),
        ),
    ),
}
#: Each looks like a contradiction and is none.
HARMLESS: dict[str, tuple[Told, ...]] = {
    "a figure in the other's range": (
        ("The Wick Post", "2023-04-03", "Talks", "The price of Tannet Ales is about €30 million."),
        (
            "Trade Ledger",
            "2023-04-05",
            "Deal",
            "The price of Tannet Ales lies between €28 million and €32 million, a banker said.",
        ),
    ),
    "different bases": (
        ("The Wick Post", "2023-04-03", "Jobs", "Tannet Ales employs 85 people."),
        (
            "Trade Ledger",
            "2023-04-05",
            "Jobs",
            "Tannet Ales employs 110 people, counting the drivers.",
        ),
    ),
    "a toll that grows": (
        ("Coast News", "2023-01-02", "Storm", "The storm in Varn killed 4 people, police said."),
        ("Coast News", "2023-01-04", "Storm", "The storm in Varn killed 9 people, police said."),
    ),
    "a year older": (
        ("Star Weekly", "2021-12-20", "Race", "Theo Brandt, who is 34, won in Estoril."),
        ("Glow", "2022-02-03", "Race", "The driver Theo Brandt, 35, has lost in Estoril."),
    ),
    "two votes": (
        (
            "Vale Times",
            "2023-02-01",
            "No",
            "The council of Vale rejected the plan on Wednesday by 12 votes to 9.",
        ),
        (
            "Vale Times",
            "2023-03-01",
            "Yes",
            "The council of Vale approved the plan on Wednesday by 14 votes to 7.",
        ),
    ),
    "a plan and its day": (
        (
            "Vale Times",
            "2023-02-01",
            "Vote ahead",
            "Councillors in Vale are to vote on the plan on 8 February.",
        ),
        (
            "Vale Times",
            "2023-02-09",
            "Vote",
            "Councillors in Vale voted on the plan on 9 February after a long night.",
        ),
    ),
    "two forecasts": (
        ("Vale Times", "2023-02-01", "Sale", "The mill will be sold, its manager Ida Kerr said."),
        ("Coast News", "2023-02-02", "Sale", "The mill will not be sold, its owner Per Holt said."),
    ),
    "one speaker in one voice": (
        (
            "Vale Times",
            "2023-02-01",
            "Mill",
            "The mill in Vale employs 40 people. The mill in Holm, of the same owner, employs 65 "
            "people.",
        ),
    ),
}
