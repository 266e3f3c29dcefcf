"""Claims of invented stories: what is gathered, who is for and against, and what stays apart."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly import Reader
from allegedly.link.cast.finding import find_cast
from allegedly.link.claims.finding import find_claims
from allegedly.link.material import Material
from allegedly.link.sourcing.chains import find_chains
from allegedly.records import Claim, Reading

from ..strategies import readings
from .claiming import COUPLE, MINISTER, PHONE, STORIES, Told, carrying, claims_of, material
from .contradicting import Bag


def told(reader: Reader, *articles: Told) -> tuple[Claim, ...]:
    return claims_of(material(reader, articles), Bag())[0]


def stances(claim: Claim) -> set[tuple[str, str]]:
    return {(one.chain.teller, one.stance) for one in claim.appearances}


@pytest.fixture(scope="module", params=sorted(STORIES))
def story(request: pytest.FixtureRequest, reader: Reader) -> tuple[Material, tuple[Claim, ...]]:
    found = material(reader, STORIES[request.param])
    return found, claims_of(found, Bag())[0]


def test_statements_are_words_of_the_coverage(story: tuple[Material, tuple[Claim, ...]]) -> None:
    for claim in story[1]:
        inner = claim.statement.rstrip(".?!").casefold()
        assert inner in " ".join(claim.anchor.text.split()).casefold()
        assert claim.anchor in [one.anchor for one in claim.appearances]


def test_places_are_exact_and_in_one_claim(story: tuple[Material, tuple[Claim, ...]]) -> None:
    places = [one.anchor for claim in story[1] for one in claim.appearances]
    assert len(set(places)) == len(places)
    assert all(story[0].at(anchor.place) == anchor for anchor in places)


def test_appearances_are_in_order(story: tuple[Material, tuple[Claim, ...]]) -> None:
    for claim in story[1]:
        order = [story[0].order(one.anchor.article) for one in claim.appearances]
        assert order == sorted(order)
        assert claim.origins >= 1


def test_the_rumor_gathers_its_questions_and_denials(reader: Reader) -> None:
    claim = carrying(told(reader, *COUPLE), "could get back together")
    assert stances(claim) >= {
        ("Glow", "observing"),
        ("Star Weekly", "against"),
        ("The Tarn Mirror", "observing"),
    }
    assert not {one for one in stances(claim) if one[1] == "for"}


def test_the_filing_is_another_claim(reader: Reader) -> None:
    claim = carrying(told(reader, *COUPLE), "filed for divorce last November")
    assert stances(claim) == {("Glow", "for"), ("Star Weekly", "for")}


def test_a_denial_joins_what_it_denies(reader: Reader) -> None:
    claim = carrying(told(reader, *MINISTER), "she was stepping down")
    assert claim.statement == "The transport minister, Ada Pell, will resign this week."
    assert stances(claim) == {
        ("Corven Post", "for"),
        ("Northline", "for"),
        ("Northline", "against"),
        ("Harl Gazette", "observing"),
    }


def test_figures_keep_claims_apart(reader: Reader) -> None:
    claims = told(reader, *PHONE)
    assert carrying(claims, "€1,900") != carrying(claims, "will cost €1,200")


def test_talks_are_not_the_thing_itself(reader: Reader) -> None:
    claims = told(
        reader,
        (
            "The Gull",
            "2024-02-01",
            None,
            "Ada Pell said the council was in talks to sell the pier.",
        ),
        ("The Post", "2024-02-02", None, "Rufus Tane said the council had sold the pier."),
    )
    assert carrying(claims, "in talks to sell") != carrying(claims, "had sold the pier")


def test_a_denial_alone_is_against_its_own_words(reader: Reader) -> None:
    claims = told(
        reader, ("The Gull", "2024-02-01", None, "Ada Pell denied that she had sold the pier.")
    )
    assert [one.stance for one in carrying(claims, "sold the pier").appearances] == ["against"]


def test_a_copy_tells_the_same_claims_on_the_same_word(reader: Reader) -> None:
    outlet, day, title, text = MINISTER[0]
    copy = ("Wick Courier", "2024-05-07", title, text)
    claims = told(reader, (outlet, day, title, text), copy)
    claim = carrying(claims, "will resign this week")
    assert {one.chain.teller for one in claim.appearances} == {"Corven Post", "Wick Courier"}
    assert claim.origins == 1


def test_ids_are_kept(reader: Reader) -> None:
    first = material(reader, MINISTER[:2])
    before, _ = claims_of(first, Bag())
    known = {one.anchor.place: claim.id for claim in before for one in claim.appearances}
    after, _ = claims_of(material(reader, MINISTER), Bag(), known)
    old, new = (carrying(found, "she was stepping down") for found in (before, after))
    assert old.id == new.id
    assert len(new.appearances) > len(old.appearances)


def test_the_same_again(reader: Reader) -> None:
    assert told(reader, *COUPLE) == told(reader, *COUPLE)


@pytest.mark.parametrize(
    "text", ["Fog.", "Nobody came. It rained.", "The crew met at noon and went home."]
)
def test_little_says_little(reader: Reader, text: str) -> None:
    assert told(reader, ("The Gull", None, None, text)) == ()


def test_no_articles() -> None:
    story = Material("s", [])
    cast = find_cast(story)
    assert find_claims(story, cast, find_chains(story, cast), Bag()) == ()


# Readings are large: drawing several takes long, and now and then too long.
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.lists(readings(unfit=False), max_size=2, unique_by=lambda one: one.article.id))
def test_any_readings_have_claims_that_hold_together(found: list[Reading]) -> None:
    story = Material("s", found)
    nobody = find_cast(Material("s", []))
    claims = find_claims(story, nobody, _Chains(), Bag())  # type: ignore[arg-type]
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        assert claim.statement
        assert all(0 <= one.confidence <= 1 for one in claim.appearances)


class _Chains:
    """Everybody speaks for themselves."""

    def of(self, article: str, field: str, attribution: int | None) -> object:
        from allegedly.records import Chain

        return Chain(article, (), None, None, "self", article)
