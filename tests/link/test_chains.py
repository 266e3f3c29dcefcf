"""Whose word it is: relays, copies, unnamed people, documents, the teller's own voice."""

from __future__ import annotations

import pytest

from allegedly.link.sourcing.chains import find_edges, independent
from allegedly.records import Appearance, Chain, Claim, Reading, Span

from .chains_making import Said, page, story

COURIER = page(
    "The council is in talks to sell the tram depot, a person familiar with the talks told the "
    "Tarn Courier. The buyer is Oreston Works, the person said. The price is nine million, "
    "according to the same person.\n\nA clerk at the town hall said that nobody was in.",
    Said(
        "a person familiar with the talks", "told", "The council is in talks to sell the tram depot"
    ),
    Said("the person", "said", "The buyer is Oreston Works"),
    Said("the same person", "according to", "The price is nine million"),
    Said("A clerk at the town hall", "said", "that nobody was in"),
    outlet="Tarn Courier",
    day="2024-03-01",
)
GULL = page(
    "The Tarn Courier reported on Friday, citing a person familiar with the talks, that the "
    "council wants to sell the tram depot. Workmen were reportedly seen there.",
    Said(
        "The Tarn Courier",
        "reported",
        "that the council wants to sell the tram depot",
        "outlet",
        "Tarn Courier",
    ),
    Said(
        "a person familiar with the talks",
        "citing",
        "that the council wants to sell the tram depot",
        via=("Tarn Courier",),
    ),
    outlet="The Gull",
    day="2024-03-02",
)
POST = page(
    "The depot may be sold for nine million, as the Courier first reported. The mayor, Ada Finch, "
    "denied that it was for sale.",
    Said("the Courier", "reported", "The depot may be sold for nine million", "outlet", "Courier"),
    Said("Ada Finch", "denied", "that it was for sale", "named", "Ada Finch"),
    outlet="Corven Post",
    day="2024-03-03",
)


def chain(of: Reading, number: int | None, *story_of: Reading) -> Chain:
    _, chains = story(*(story_of or (of,)))
    return chains.of(of.article.id, "text", number)


def test_same_person_in_one_article_is_one_origin() -> None:
    chains = [chain(COURIER, number) for number in range(3)]
    assert {one.root for one in chains} == {chains[0].root}
    assert {one.origin for one in chains} == {"a person familiar with the talks"}
    assert [one.via for one in chains] == [(), (), ()]
    assert chain(COURIER, 3).root != chains[0].root


def test_relay_ends_at_the_origin_of_the_report() -> None:
    first = chain(COURIER, 0, COURIER, GULL)
    for number in (0, 1):
        again = chain(GULL, number, COURIER, GULL)
        assert again.teller == "The Gull"
        assert again.via == ("Tarn Courier",)
        assert again.root == first.root
        assert again.sourcing == "outlet"
        assert again.origin == "a person familiar with the talks"


def test_relay_is_one_origin_without_the_report_too() -> None:
    other = page(
        "The council wants to sell the tram depot, the Tarn Courier wrote, citing a person "
        "familiar with the talks.",
        Said(
            "a person familiar with the talks",
            "citing",
            "The council wants to sell the tram depot",
            via=("Tarn Courier",),
        ),
        outlet="Corven Post",
    )
    assert chain(GULL, 1, GULL, other).root == chain(other, 0, GULL, other).root


def test_bare_relay_is_traced_by_what_it_says() -> None:
    relay = chain(POST, 0, COURIER, GULL, POST)
    assert relay.via == ("Tarn Courier",)
    assert relay.root == chain(COURIER, 0).root


def test_relay_of_something_the_report_does_not_say_has_no_origin() -> None:
    other = page(
        "Swans nest under the pier in April, the Courier reported.",
        Said("the Courier", "reported", "Swans nest under the pier in April", "outlet", "Courier"),
        outlet="Corven Post",
    )
    found = chain(other, 0, COURIER, other)
    assert (found.via, found.origin) == (("Tarn Courier",), None)
    assert found.root != chain(COURIER, 0).root


def test_unnamed_people_of_two_outlets_are_two_origins() -> None:
    other = page(
        "A person familiar with the talks said the depot would stay.",
        Said("A person familiar with the talks", "said", "the depot would stay"),
        outlet="Corven Post",
    )
    assert chain(COURIER, 0, COURIER, other).root != chain(other, 0, COURIER, other).root


def test_the_person_behind_an_earlier_report_is_the_same() -> None:
    later = page(
        "The person whose account of talks was first reported by the Courier in March did not "
        "waver. “It was real,” the person said.",
        Said("the person", "said", "“It was real,”"),
        outlet="Tarn Courier",
        day="2024-03-20",
        who={"Courier": "organization"},
    )
    assert chain(later, 0, COURIER, later).root == chain(COURIER, 0).root


@pytest.mark.parametrize(
    ("again", "same"),
    [
        ("one of them", True),
        ("One of the officials", True),
        ("They", True),
        ("Another official", False),
        ("A lawyer", False),
        ("The intelligence official", False),
    ],
)
def test_words_for_those_mentioned_before(again: str, same: bool) -> None:
    one = page(
        f"Two council officials said the depot was safe. {again} said that it was dull.",
        Said("Two council officials", "said", "the depot was safe"),
        Said(again, "said", "that it was dull"),
    )
    assert (chain(one, 0).root == chain(one, 1).root) is same


def test_a_named_person_is_one_origin_whoever_quotes() -> None:
    other = page(
        "Ada Finch told the Gull that the depot was not for sale.",
        Said(
            "Ada Finch", "told", "that the depot was not for sale", "named", "Ada Finch", ("Gull",)
        ),
        outlet="Quay Business",
        who={"Gull": "organization"},
    )
    here, there = chain(POST, 1, GULL, POST, other), chain(other, 0, GULL, POST, other)
    assert here.root == there.root == here.speaker
    assert (there.via, there.sourcing, there.origin) == (("The Gull",), "named", "Ada Finch")


def test_sources_who_spoke_to_an_outlet_are_not_sources_of_it() -> None:
    one = page(
        "According to sources for TMZ, the pair may marry. A TMZ employee said that it was late.",
        Said("sources for TMZ", "According to", "the pair may marry", via=("TMZ",)),
        Said("A TMZ employee", "said", "that it was late", via=("TMZ",)),
        outlet=None,
        who={"TMZ": "organization"},
    )
    relayed, own = chain(one, 0), chain(one, 1)
    assert (relayed.via, relayed.origin, relayed.sourcing) == (("TMZ",), "sources", "outlet")
    assert (own.via, own.origin, own.sourcing) == ((), "a TMZ employee", "unnamed")


def test_outlet_that_is_told_stands_between() -> None:
    one = page(
        "A friend told the Daily News that the pair had parted.",
        Said("A friend", "told", "that the pair had parted"),
        outlet="The Gull",
    )
    assert chain(one, 0).via == ("Daily News",)


def test_one_document_in_several_articles() -> None:
    memo = page(
        "A confidential council memo seen by the Courier sets out two futures. The memo says that "
        "a sale is possible. It adds that a lease is too.",
        Said("The memo", "says", "that a sale is possible", "document"),
        Said("It", "adds", "that a lease is too", "none"),
        outlet="Tarn Courier",
        who={"Courier": "organization"},
    )
    other = page(
        "The council memo that leaked in March says that trams are old. A police memo says nothing "
        "of it.",
        Said("The council memo", "says", "that trams are old", "document"),
        Said("A police memo", "says", "nothing of it", "document"),
        outlet="The Gull",
    )
    _, chains = story(memo, other)
    same = [chains.of(memo.article.id, "text", n) for n in (0, 1)]
    same.append(chains.of(other.article.id, "text", 0))
    same.append(chains.at(memo.article.id, "text", memo.sentences[0]))
    assert {one.root for one in same} == {same[0].root}
    assert all((one.sourcing, one.via) == ("document", ()) for one in same)
    assert chains.of(other.article.id, "text", 1).root != same[0].root


def test_report_of_an_outlet_is_no_document() -> None:
    one = page(
        "A report in the Tarn Courier says the depot is sold.",
        Said("A report in the Tarn Courier", "says", "the depot is sold", "document"),
        outlet="The Gull",
        who={"Tarn Courier": "organization"},
    )
    found = chain(one, 0, COURIER, one)
    assert (found.via, found.sourcing) == (("Tarn Courier",), "outlet")


def test_what_is_said_where() -> None:
    one = page(
        "In an episode of the podcast “Loose Ends” Ada Finch went further. “I would leave,” Finch "
        "said.\n\nLater Finch said the trams were fine.",
        Said("Finch", "said", "“I would leave,”", "named", "Finch"),
        Said("Finch", "said", "the trams were fine", "named", "Finch"),
    )
    assert chain(one, 0).via == ("Loose Ends",)
    assert chain(one, 1).via == ()


def test_inner_source_counts_and_an_outlet_around_it_is_between() -> None:
    one = page(
        "TMZ reports that Ada Finch said she would leave.",
        Said("TMZ", "reports", "that Ada Finch said she would leave", "outlet", "TMZ"),
        Said("Ada Finch", "said", "she would leave", "named", "Ada Finch", within=0),
        outlet="The Gull",
    )
    for number in (0, 1):
        found = chain(one, number)
        assert (found.via, found.origin) == (("TMZ",), "Ada Finch")


def test_persons_are_not_between() -> None:
    one = page(
        "Bram Holt said that Ada Finch said she would leave.",
        Said("Bram Holt", "said", "that Ada Finch said she would leave", "named", "Bram Holt"),
        Said("Ada Finch", "said", "she would leave", "named", "Ada Finch", within=0),
    )
    assert (chain(one, 1).via, chain(one, 1).origin) == ((), "Ada Finch")


@pytest.mark.parametrize(
    "source", ["Rumors", "A banner over the rail", "No one", "you", "Everyone", "Some"]
)
def test_nobodys_word_has_no_origin(source: str) -> None:
    one = page(f"{source} said the depot was sold.", Said(source, "said", "the depot was sold"))
    assert chain(one, 0).origin is None
    assert chain(one, 0).root == chain(one, None).root


def test_headline_has_the_source_of_its_text() -> None:
    one = page(
        "Two people briefed on the plan said the depot was sold.",
        Said("Two people briefed on the plan", "said", "the depot was sold"),
        title="Depot sold, sources say",
        headline=[Said("sources", "say", "Depot sold")],
    )
    _, chains = story(one)
    assert chains.of(one.article.id, "title", 0) == chains.of(one.article.id, "text", 0)


def test_hedged_sentence_goes_on_with_what_was_told() -> None:
    _, chains = story(COURIER, GULL)
    going_on = chains.at(GULL.article.id, "text", GULL.sentences[1])
    assert going_on == chains.of(GULL.article.id, "text", 0)
    one = page(
        "A friend said the pair had parted. They were seen at noon. They could marry.\n\n"
        "A wedding would be nice.",
        Said("A friend", "said", "the pair had parted"),
    )
    _, chains = story(one)
    own = chains.of(one.article.id, "text", None)
    assert own.sourcing == "self"
    assert [chains.at(one.article.id, "text", span) for span in one.sentences[1:]] == [own] * 3


WIRE = (
    "The tram depot of Tarn is not for sale, the mayor, Ada Finch, said on Monday. Every tram will "
    "be repaired before the winter, and two new ones have been ordered from a works in Harl that "
    "built the first of them in 1931. The Tarn Courier reported that the council wants to sell the "
    "tram depot. Nobody at the works could be reached on Monday evening."
)


def _wire(outlet: str, day: str) -> Reading:
    return page(
        WIRE,
        Said("Ada Finch", "said", "The tram depot of Tarn is not for sale", "named", "Ada Finch"),
        Said(
            "The Tarn Courier",
            "reported",
            "that the council wants to sell the tram depot",
            "outlet",
            "Tarn Courier",
        ),
        outlet=outlet,
        day=day,
    )


def test_copy_has_the_chains_of_its_original() -> None:
    wire, copy = _wire("Northline", "2024-03-04"), _wire("Westmark Herald", "2024-03-05")
    _, chains = story(COURIER, wire, copy)
    named = chains.of(copy.article.id, "text", 0)
    assert (named.via, named.sourcing, named.origin) == (("Northline",), "named", "Ada Finch")
    relayed = chains.of(copy.article.id, "text", 1)
    assert relayed.via == ("Northline", "Tarn Courier")
    assert relayed.root == chains.of(COURIER.article.id, "text", 0).root
    own = [chains.of(one.article.id, "text", None) for one in (wire, copy)]
    assert own[0].root == own[1].root
    assert (own[1].via, own[1].sourcing) == (("Northline",), "outlet")


def test_agency_in_the_dateline_stands_between() -> None:
    one = page(
        "TARN, March 4 (Reuters) - Ada Finch said the depot was safe.",
        Said("Ada Finch", "said", "the depot was safe", "named", "Ada Finch"),
        outlet="The Gull",
    )
    assert chain(one, 0).via == ("Reuters",)
    assert chain(one, None).via == ("Reuters",)


def test_edges_join_alike_chains() -> None:
    material, chains = story(COURIER, GULL, POST)

    def seen(reading: Reading, number: int) -> Appearance:
        one = reading.body.attributions[number]
        return Appearance(
            anchor=material.anchor(reading.article.id, "text", one.content[0]),
            voice="attributed",
            stance="for",
            certainty="certain",
            chain=chains.of(reading.article.id, "text", number),
            attribution=number,
            published=None,
            confidence=0.9,
        )

    def claim(name: str, *places: Appearance) -> Claim:
        return Claim(name, "story", "…", places[0].anchor, places, (), 1)

    edges = find_edges(
        material,
        [
            claim("k1", seen(POST, 1), seen(GULL, 0), seen(COURIER, 0)),
            claim("k2", seen(COURIER, 1), seen(COURIER, 0)),
        ],
    )
    assert [(edge.teller, edge.via, edge.claims) for edge in edges] == [
        ("Tarn Courier", (), ("k1", "k2")),
        ("The Gull", ("Tarn Courier",), ("k1",)),
        ("Corven Post", (), ("k1",)),
    ]
    assert [len(edge.anchors) for edge in edges] == [2, 1, 1]
    for edge in edges:
        for anchor in edge.anchors:
            assert material.article(anchor.article).text[anchor.span.start : anchor.span.end] == (
                anchor.text
            )


def test_places_unknown_are_refused() -> None:
    _, chains = story(COURIER)
    with pytest.raises(KeyError):
        chains.of(COURIER.article.id, "text", 99)
    assert chains.at(COURIER.article.id, "title", Span(0, 3)).sourcing == "self"


def test_no_articles() -> None:
    material, chains = story()
    assert list(chains) == []
    assert independent(()) == 0
    assert find_edges(material, ()) == ()


def test_a_named_outlet_of_the_story_is_relied_on_as_an_outlet() -> None:
    relay = page(
        "The Tarn Courier claimed that the council wants to sell the tram depot.",
        Said(
            "The Tarn Courier",
            "claimed",
            "that the council wants to sell the tram depot",
            "named",
            "Tarn Courier",
        ),
        outlet="The Gull",
        day="2024-03-02",
    )
    found = chain(relay, 0, COURIER, relay)
    assert (found.via, found.sourcing) == (("Tarn Courier",), "outlet")
    assert found.origin == "a person familiar with the talks"
