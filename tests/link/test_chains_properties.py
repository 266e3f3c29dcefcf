"""What holds of the chains of any story."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.link.cast.finding import find_cast
from allegedly.link.copies.groups import find_copies
from allegedly.link.material import Material
from allegedly.link.sourcing.chains import Chains, account_of, find_chains, independent
from allegedly.records import Copies, CopyGroup, Reading

from .chains_making import Said, page

OUTLETS = ("Tarn Courier", "The Gull", "Northline", None)
SOURCES: tuple[tuple[str, Said], ...] = (
    ("A friend of the mayor said {0}.", Said("A friend of the mayor", "said", "")),
    ("The person said {0}.", Said("The person", "said", "")),
    ("One of them said {0}.", Said("One of them", "said", "")),
    ("Two officials told the Courier {0}.", Said("Two officials", "told", "")),
    ("The Courier reported {0}.", Said("The Courier", "reported", "", "outlet", "Courier")),
    ("Northline reported {0}.", Said("Northline", "reported", "", "outlet", "Northline")),
    ("Ada Finch said {0}.", Said("Ada Finch", "said", "", "named", "Ada Finch")),
    ("The council memo says {0}.", Said("The council memo", "says", "", "document")),
    ("It says {0}.", Said("It", "says", "", "none")),
    (
        "The person who told the Courier said {0}.",
        Said("The person who told the Courier", "said", ""),
    ),
)
CONTENTS = (
    "that the depot is sold to Oreston Works",
    "that nine trams stay in Tarn",
    "that nobody has asked the drivers",
)


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    """Articles of one day each, by a few outlets that cite each other."""
    found = []
    for day in range(draw(st.integers(1, 5))):
        rows = draw(
            st.lists(
                st.tuples(st.sampled_from(SOURCES), st.sampled_from(CONTENTS)),
                min_size=1,
                max_size=4,
                unique_by=lambda row: row[1],
            )
        )
        text = " ".join(pattern.format(content) for (pattern, _), content in rows)
        said = [one._replace(content=content) for (_, one), content in rows]
        outlet = draw(st.sampled_from(OUTLETS))
        found.append(page(text, *said, outlet=outlet, day=f"2024-03-{day + 1:02}"))
    return found


def chains_of(found: list[Reading], copies: Copies | None = None) -> tuple[Material, Chains]:
    material = Material("story", found, copies)
    return material, find_chains(material, find_cast(material))


@settings(max_examples=60)
@given(readings(), st.randoms(use_true_random=False))
def test_roots_do_not_depend_on_the_order_of_articles(found: list[Reading], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = (
        {
            key: (chain.root if chain.speaker is None else "cast", chain.via, chain.origin)
            for key, chain in chains_of(order)[1]
        }
        for order in (found, shuffled)
    )
    assert one == other


@settings(max_examples=60)
@given(readings())
def test_every_chain_is_its_teller_s(found: list[Reading]) -> None:
    material, chains = chains_of(found)
    for reading in material.readings:
        article = reading.article.id
        for number in (None, *range(len(reading.body.attributions))):
            chain = chains.of(article, "text", number)
            assert chain.teller == material.teller(article)
            assert chain.teller not in chain.via
            assert len(set(chain.via)) == len(chain.via)
            assert chain.root
            assert (chain.sourcing == "named") <= (chain.origin is not None)
        for sentence in reading.sentences:
            assert chains.at(article, "text", sentence).teller == material.teller(article)


@settings(max_examples=60)
@given(readings(), st.data())
def test_a_copy_is_no_new_origin(found: list[Reading], data: st.DataObject) -> None:
    original = data.draw(st.sampled_from(found))
    article = replace(
        original.article, outlet="Westmark Herald", given_id="copy", published=None, url=None
    )
    copy = replace(original, article=article)
    group = CopyGroup(original.article.id, (original.article.id, article.id), True)
    _, before = chains_of(found)
    _, after = chains_of([*found, copy], Copies(groups=(group,)))
    count = independent(chain for _, chain in before)
    assert independent(chain for _, chain in after) == count
    kept = {key: chain.root for key, chain in before if chain.speaker is None}
    assert kept == {
        key: chain.root for key, chain in after if chain.speaker is None and key[0] != article.id
    }


@settings(max_examples=60)
@given(readings())
def test_account_says_how_many(found: list[Reading]) -> None:
    material, chains = chains_of(found)
    told = [
        chains.of(reading.article.id, "text", number)
        for reading in material.readings
        for number in range(len(reading.body.attributions))
    ]
    count, account = independent(told), account_of(told)
    assert 1 <= count <= len({chain.root for chain in told})
    assert account.endswith(".")
    assert ("independent origins" in account) == (count > 1)


def test_three_hundred_copies_are_one_origin() -> None:
    text = (
        "A person familiar with the talks said that the depot is sold to Oreston Works and that "
        "nine trams stay in Tarn, where they have run since 1931 between the harbour and the hill."
    )
    content = "that the depot is sold to Oreston Works"
    found = [
        page(
            text,
            Said("A person familiar with the talks", "said", content),
            outlet=f"Paper {number}",
            day=f"2024-{1 + number // 28:02}-{1 + number % 28:02}",
        )
        for number in range(300)
    ]
    _, chains = chains_of(found, find_copies(one.article for one in found))
    assert independent(chain for _, chain in chains) == 1
