"""Coverage of three invented stories, and of one statement, for the tests of this room."""

from __future__ import annotations

from allegedly.collect import article_from_text
from allegedly.records import Article

BRIDGE = (
    (
        "Tallow Bridge closed after crack is found",
        "Engineers closed Tallow Bridge on Monday after a crack was found in the eastern pier. "
        "The bridge carries the road from Pell Harbour to the island of Gannet. Ruth Alder, who "
        "inspects bridges for the county, said that the crack was as long as a bus. Lorries will "
        "have to take the ferry from Pell Harbour until the pier has been propped up.",
    ),
    (
        "Islanders stranded as bridge shuts",
        "People on Gannet woke on Monday to find their only bridge shut. A crack in a pier of "
        "Tallow Bridge was discovered by divers, the county said. Pell Harbour’s ferry took the "
        "first lorries across at noon. “We can prop up the pier, but not in a week,” said the "
        "inspector, Ruth Alder.",
    ),
    (
        "How long will Gannet be without its bridge?",
        "Nobody can say when Tallow Bridge will open again. The crack in the eastern pier has "
        "grown by a hand since Monday, Ruth Alder told the county’s road committee, and the ferry "
        "from Pell Harbour is full. Gannet’s only baker has run out of flour because no lorries "
        "come across the bridge.",
    ),
)
OPERA = (
    (
        "Tenor walks out of Corven opera",
        "The tenor Matteo Brill walked out of the Corven opera house in the second act on Sunday "
        "evening. The conductor, Ilse Varga, went on without him, and the audience sang the aria "
        "from the programme. The opera house said that the tenor had been unwell.",
    ),
    (
        "Brill was not unwell, says his agent",
        "The agent of the tenor Matteo Brill denied that he was unwell when he left the stage of "
        "the Corven opera house on Sunday. There had been a quarrel with the conductor, Ilse "
        "Varga, about the tempo of the aria in the second act, the agent said.",
    ),
    (
        "Corven opera looks for a new tenor",
        "After the quarrel between Ilse Varga and Matteo Brill the Corven opera house is looking "
        "for another tenor. The conductor said that the aria would be sung at her tempo. The "
        "audience of Sunday evening gets its money back for the second act.",
    ),
)
MINE = (
    (
        "Copper firm Oreston to reopen Harl mine",
        "The mining company Oreston wants to reopen the copper mine at Harl, shut since 1987. "
        "Shares in Oreston rose by a tenth. The price of copper has doubled in three years, and "
        "the shafts at Harl could be pumped dry by spring, its chairman Piet Dorn said.",
    ),
    (
        "Harl splits over copper",
        "The village of Harl is divided over plans by Oreston to open its copper mine again. The "
        "mining company promises two hundred jobs; fishermen fear what will be pumped from the "
        "shafts into the lake. Piet Dorn, the chairman, invited them to a meeting.",
    ),
)
STATEMENT = (
    "“We have found no sign that the machine was opened by anybody after it left the works, and "
    "we shall hand all our papers to the inquiry on Friday,” the company said."
)


def article(text: str, *, title: str | None = None, day: str | None = None, **more: str) -> Article:
    """An article as the command line would take it in."""
    return article_from_text(
        text,
        title=title,
        published=day,
        outlet=more.get("outlet"),
        url=more.get("url"),
        given_id=more.get("name"),
    )


def coverage() -> dict[str, list[Article]]:
    """Three stories of the same week: name to articles."""
    told = {"bridge": BRIDGE, "opera": OPERA, "mine": MINE}
    return {
        name: [
            article(text, title=title, day=f"2023-05-{8 + number:02}", name=f"{name}-{number}")
            for number, (title, text) in enumerate(texts)
        ]
        for name, texts in told.items()
    }
