"""The cast of a story: who is joined across articles, and who is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from allegedly.link.cast.finding import Cast, find_cast
from allegedly.link.material import Material
from allegedly.records import Article, CastDecision, CastMember, Layers, Place, Reading, Span

from .cast_making import cast_of, parts, reading


def names(cast: Cast) -> list[str]:
    return sorted(member.name for member in cast.members)


def member(cast: Cast, name: str) -> CastMember:
    return next(one for one in cast.members if one.name == name)


def joined(first: str, second: str, kinds: str = "") -> bool:
    """Whether entity 0 of two articles is one member."""
    one, other = reading(first, kinds), reading(second, kinds)
    cast = cast_of(one, other)
    return cast.of(one.article.id, 0) == cast.of(other.article.id, 0) is not None


SAME = [
    ("{0:Ada Finch} spoke.", "{0:Ada Finch} left."),
    ("{0:Ada Finch} spoke.", "Then {0:Finch} left."),
    ("{0:Ada Finch} spoke.", "Then {0:Ada} left."),
    ("{0:Ada Finch} spoke.", "{0:Cllr Ada Finch} left."),
    ("{0:Ada Finch} spoke.", "{0:Former Mayor Ada Finch} left."),
    ("{0:Donald Quill} spoke.", "It was {0:President Quill} again."),
    ("{0:Annelie Torvane} spoke.", "{0:Anelie Torvane} left."),
    ("{0:Rosalind Tressick} spoke.", "{0:Rosalind Tresick} left."),
    ("{0:Sarah Finch} spoke.", "{0:Sara Finch} left."),
    ("{0:Zoë Brandt} spoke.", "{0:Zoe Brandt} left."),
    ("{0:Robert Alder} spoke.", "{0:Bob Alder} left."),
    ("{0:Robert Alder} spoke.", "They all know {0:Bob}."),
    ("{0:Leonard “Skip” Alder} spoke.", "{0:Skip Alder} left."),
    ("{0:Leonard “Skip” Alder} spoke.", "They all know {0:Skip}."),
    ("{0:Leonard Alder} spoke.", "{0:Leonard J. Alder} left."),
    ("{0:Leonard Alder} spoke.", "{0:L. Alder} left."),
    ("{0:Leonard James Alder} spoke.", "{0:Leonard J. Alder} left."),
    ("{0:Nora Quill} spoke.", "{0:Nora Quill Marsh} left."),
    ("{0:Anton Breckner} spoke.", "So wrote @{0:breckner4bay} at night."),
    ("{0:Tom Finch Jr} spoke.", "{0:Tom Finch} left."),
    ("{0:Enrique Peña Nieto} spoke.", "It was {0:Peña Nieto} again."),
    ("{0:K. Michael Alder} spoke.", "{0:Michael Alder} left."),
    ("{0:Mohamed Ben-Salah} spoke.", "{0:Mohamed Ben Salah} left."),
    ("{0:Orrin President Ada Finch} spoke.", "{0:Ada Finch} left."),
    ("{0:Marrow Line CEO Finch} spoke.", "{0:Ada Finch} left."),
    ("{0:Ada Finch} spoke. {1:Finch Declares} it.", "{0:Ada Finch} left."),
]
APART = [
    ("{0:Ada Finch} spoke.", "{0:Tom Finch} left."),
    ("{0:Joan Alder} spoke.", "{0:Jean Alder} left."),
    ("{0:Marian Alder} spoke.", "{0:Marion Alder} left."),
    ("{0:Tom Finch Jr} spoke.", "{0:Tom Finch Sr} left."),
    ("{0:Nora Quill Marsh} spoke.", "{0:Nora Beck Marsh} left."),
    ("{0:Ada Finch} spoke. {0~She} left, {0~she} ran.", "Then {0:Mr Finch} left."),
    (
        "{0:Ada Finch} spoke. {0~She} left, {0~she} ran.",
        "{0:Finch} spoke. {0~He} left, {0~he} ran.",
    ),
    ("{0:Ada Finch} spoke. {1:Tom Finch} left.", "{0:Finch} spoke."),
    ("{0:Ada Finch} spoke. {1:Ada Alder} left.", "{0:Ada} spoke."),
    ("{0:John Finch} spoke. {1:Jane Finch} left.", "{0:J. Finch} spoke."),
    ("{0:Tom Alder} spoke.", "{0:Tom Adler} spoke."),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_one_person(first: str, second: str) -> None:
    assert joined(first, second)
    assert joined(second, first)


@pytest.mark.parametrize(("first", "second"), APART)
def test_two_people(first: str, second: str) -> None:
    assert not joined(first, second)
    assert not joined(second, first)


BODIES = [
    ("{0:Kestrel Courier} wrote.", "the {0:Kestrel Courier} wrote.", "o", True),
    ("{0:The Kestrel Courier} wrote.", "{0:Kestrel Courier} wrote.", "o", True),
    ("{0:The Kestrel Courier} wrote.", "So said the {0:Courier}.", "o", True),
    ("So {0:Strandholm Ltd} says.", "It is {0:Strandholm}.", "o", True),
    ("So {0:Strandholm Marine Group} says.", "It is {0:Strandholm}.", "o", True),
    ("So {0:Harbour and Deck Workers’ Union} says.", "It is {0:HDWU}.", "o", True),
    ("So {0:Hask & Dunmore} says.", "It is {0:Hask and Dunmore}.", "o", True),
    ("So {0:Strandholm Marine} says.", "It is {0:Strandhlom Marine}.", "o", True),
    ("So {0:Strandholm} says.", "It is {0:Orrin-based Strandholm}.", "o", True),
    ("The {0:Arden Cardinals} won.", "The {0:Cardinals} won.", "o", True),
    ("So {0:Channel 4} says.", "It is {0:Channel 5}.", "o", False),
    ("So {0:Kestrel Council} says.", "It is {0:Kestrel Courier}.", "o", False),
    ("They sing “{0:The Last Boat}” here.", "They sing “{0:Last Boat}” here.", "w", True),
    ("It is {0:U.S.} law.", "It is {0:United States} law.", "l", True),
]


@pytest.mark.parametrize(("first", "second", "kinds", "same"), BODIES)
def test_bodies(first: str, second: str, kinds: str, same: bool) -> None:
    assert joined(first, second, kinds) is same
    assert joined(second, first, kinds) is same


def test_a_surname_that_two_bear_joins_whom_the_gender_tells() -> None:
    one = reading("{0:Ada Finch} spoke. {0~She} left, {0~she} ran. {1:Mr Tom Finch} left.")
    other = reading("It was {0:Mr Finch} who spoke.")
    cast = cast_of(one, other)
    assert cast.of(other.article.id, 0) == cast.of(one.article.id, 1)


def test_a_surname_goes_to_the_one_whom_the_story_calls_so() -> None:
    usual = [reading(f"No {n}. {{0:Ada Finch}} spoke. Then {{0:Finch}} left.") for n in range(4)]
    rare = reading("{0:Tom Finch} was there.")
    alone = reading("On Monday {0:Finch} was there.")
    cast = cast_of(*usual, rare, alone)
    assert cast.of(alone.article.id, 0) == cast.of(usual[0].article.id, 0)
    fewer = cast_of(usual[0], rare, alone)
    assert len({fewer.of(one.article.id, 0) for one in (usual[0], rare, alone)}) == 3


def test_a_slip_in_a_short_name_needs_the_right_one_often() -> None:
    often = [reading(f"No {n}. {{0:Kanvor West}} spoke.") for n in range(3)]
    slip = reading("It was {0:Kanvor Wat} who spoke.")
    cast = cast_of(*often, slip)
    assert [(one.name, one.aliases) for one in cast.members] == [("Kanvor West", ("Kanvor Wat",))]
    assert len(cast_of(often[0], slip).members) == 2


def test_a_name_without_a_full_one_joins_itself() -> None:
    cast = cast_of(reading("Then {0:Madra} sang."), reading("They love {0:Madra}."))
    assert [len(one.entities) for one in cast.members] == [2]


def test_two_that_one_article_tells_apart_stay_apart() -> None:
    one = reading("{0:Annelie Torvane} met {1:Anelie Torvane}.")
    assert names(cast_of(one, reading("{0:Annelie Torvane} spoke."))) == [
        "Anelie Torvane",
        "Annelie Torvane",
    ]


def test_a_role_alone_is_whoever_holds_it() -> None:
    known = reading("{0:Joan Pellowe}, {0~the harbour master|master}, spoke.")
    alone = reading("{0~The harbour master|master} spoke. {0~She} left.")
    cast = cast_of(known, alone)
    assert cast.of(alone.article.id, 0) == cast.of(known.article.id, 0)
    assert member(cast, "Joan Pellowe").roles == ("the harbour master",)


def test_a_role_that_two_hold_is_nobodys() -> None:
    known = reading(
        "{0:Joan Pellowe}, {0~the harbour master|master}, met {1:Tom Alder}, "
        "{1~the harbour master|master} before her."
    )
    alone = reading("{0~The harbour master|master} spoke.")
    assert cast_of(known, alone).of(alone.article.id, 0) is None


def test_a_role_at_another_body_is_another() -> None:
    known = reading("{0:Ada Finch}, {0~the chief executive of Marrow Ferries|executive}, spoke.")
    same = reading("{0~The chief executive of Marrow Ferries|executive} left.")
    other = reading("{0~The chief executive of Strandholm|executive} left.")
    cast = cast_of(known, same, other)
    assert cast.of(same.article.id, 0) == cast.of(known.article.id, 0)
    assert cast.of(other.article.id, 0) is None


def test_a_role_and_a_name_that_nothing_explains() -> None:
    one = reading(
        "{0~The harbour master|master} shook {0~her} head. On Friday {0~she} gave in.\n"
        "“Nobody asked me,” {1!Joan Pellowe} said."
    )
    alone = reading("{0~The harbour master|master} spoke.")
    cast = cast_of(one, alone)
    assert names(cast) == ["Joan Pellowe"]
    assert len(cast.members[0].entities) == 3
    told = reading(
        "{0~The harbour master|master} shook {0~her} head.\n"
        "“Nobody asked me,” {1!Joan Pellowe}, a baker, said."
    )
    assert cast_of(told).of(told.article.id, 0) != cast_of(told).of(told.article.id, 1)


def test_an_office_holder_without_a_name_is_in_the_cast_where_they_speak() -> None:
    one = reading("{0!The harbour master|master} spoke.")
    cast = cast_of(Reading(one.article, one.sentences, one.entities, _unnamed(one.body), None, "t"))
    assert [(m.name, m.kind) for m in cast.members] == [("The harbour master", "person")]


def _unnamed(layers: Layers) -> Layers:
    return replace(layers, mentions=tuple(replace(m, named=False) for m in layers.mentions))


@pytest.mark.parametrize(
    "text",
    [
        "{0~A person familiar with the talks|person} spoke.",
        "{0~The person|person} spoke. {0~The person|person} left.",
        "{0~Her brother|brother} spoke.",
        "{0~somebody} spoke.",
        "{0~The residents|residents} spoke.",
    ],
)
def test_nobody_in_particular_is_no_member(text: str) -> None:
    one, other = reading(text), reading(f"Again: {text}")
    assert cast_of(one, other).members == ()
    assert cast_of(one, other).of(one.article.id, 0) is None


def test_the_council_is_the_only_council_of_the_story() -> None:
    known = reading("{0:Kestrel Bay Council} met. {1:Kestrel Bay Courier} wrote.", "oo")
    alone = reading("{0~The council|council} met. {1~The union|union} left.", "oo")
    cast = cast_of(known, alone)
    assert cast.of(alone.article.id, 0) == cast.of(known.article.id, 0)
    two = reading("{0:Orrin Council} met.", "o")
    assert cast_of(known, two, alone).of(alone.article.id, 0) is None


def test_the_outlet_itself_tells_who_the_courier_is() -> None:
    one = reading("It told the {0:Courier}.", "o", outlet="Kestrel Courier")
    other = reading("It told the {0:Courier}.", "o", outlet="Aldhaven Courier")
    cast = cast_of(one, other)
    assert names(cast) == ["Aldhaven Courier", "Kestrel Courier"]
    assert member(cast, "Kestrel Courier").aliases == ("Courier",)


def test_kinds_go_by_the_majority_unless_somebody_is_he_or_she() -> None:
    often = [reading(f"No {n}. So {{0:Strandholm}} says.", "o") for n in range(3)]
    wrong = reading("But {0:Strandholm} has money.")
    him = reading("But {0:Strandholm} left. {0~He} ran.")
    cast = cast_of(*often, wrong, him)
    assert cast.of(wrong.article.id, 0) == cast.of(often[0].article.id, 0)
    assert cast.of(him.article.id, 0) != cast.of(often[0].article.id, 0)
    assert {one.kind for one in cast.members} == {"organization", "person"}


def test_a_surname_is_not_what_a_headline_takes_for_a_first_name() -> None:
    known = reading("{0:Ada Finch} spoke. {0:Finch} left. {0:Finch} ran. {1:Finch Declares} it.")
    alone = reading("So {0:Finch} left.")
    cast = cast_of(known, alone)
    assert cast.of(alone.article.id, 0) == cast.of(known.article.id, 0)


def test_what_is_only_an_office_is_no_name() -> None:
    cast = cast_of(reading("The {0:President} spoke."), reading("Then {0:D-Orrin} left."))
    assert cast.members == ()


def test_two_things_in_one_name_are_not_the_name_of_one() -> None:
    cast = cast_of(
        reading("So {0:Marrow Line and Hask Ltd} say. {0:Marrow Line} knows.", "o"),
        reading("But {0:Hask Ltd} does not.", "o"),
    )
    assert names(cast) == ["Hask Ltd", "Marrow Line"]


def test_a_well_known_name_is_not_short_for_a_rare_longer_one() -> None:
    often = [reading(f"No {n}. So {{0:Strandholm}} says.", "o") for n in range(5)]
    rare = reading("They met at the {0:Strandholm Shop}.", "o")
    assert names(cast_of(*often, rare)) == ["Strandholm", "Strandholm Shop"]


def test_a_child_named_like_a_town_is_not_the_town() -> None:
    town, child = reading("He lives in {0:Paris}.", "l"), reading("Little {0:Paris} sang.")
    cast = cast_of(town, child)
    assert sorted(one.kind for one in cast.members) == ["person", "place"]


def test_a_couple_stays_a_group_and_is_one_by_who_it_is() -> None:
    one = reading(
        "{0:Ada Finch} and {1:Tom Alder} met. {2~The couple|couple} left.",
        "ppg",
        names=("", "", "Ada Finch and Tom Alder"),
    )
    other = reading(
        "{0:Tom Alder} and {1:Ada Finch} met. {2~The exes|exes} left.",
        "ppg",
        names=("", "", "Tom Alder and Ada Finch"),
    )
    cast = cast_of(one, other)
    assert cast.of(one.article.id, 2) == cast.of(other.article.id, 2)
    assert sorted(one.kind for one in cast.members) == ["group", "person", "person"]


def test_families_are_groups() -> None:
    one = reading("{0:Ada Finch} spoke of {1:the Finches}.", "pg")
    other = reading("{0:Ada Finch} spoke of {1:the Finch family|Finch family}.", "pg")
    assert sorted(m.kind for m in cast_of(one, other).members) == ["group", "person"]


def test_a_capital_at_the_start_of_a_sentence_is_no_name() -> None:
    one = reading("{0:Ferry} operator denies. The ferry is not for sale.", "o")
    assert cast_of(one).members == ()


def test_the_fullest_name_in_use_is_shown_and_slips_are_aliases() -> None:
    cast = cast_of(
        reading("{0:Cllr Ada Finch} spoke. {0:Finch} left."),
        reading("{0:Ada Finch} spoke."),
        reading("{0:Adda Finch} spoke. {0:ADA FINCH} left."),
    )
    assert [one.name for one in cast.members] == ["Ada Finch"]
    assert set(cast.members[0].aliases) == {"Cllr Ada Finch", "Finch", "Adda Finch"}


def test_roles_are_the_coverage_s_words_the_most_frequent_first() -> None:
    cast = cast_of(
        reading("{0~The port’s director|director}, {0:Ada Finch}, spoke."),
        reading("{0:Ada Finch}, {0~the port’s director|director}, spoke. {0~Her brother|brother}."),
        reading("{0:supermodel Ada Finch|Ada Finch}, {0~a baker who sings|baker}, spoke."),
    )
    assert cast.members[0].roles == ("the port’s director", "a baker", "supermodel")


def test_anchors_are_the_first_name_of_each_article() -> None:
    one = reading("{0~She} spoke. {0~The baker|baker}, {0:Ada Finch}, left. {0:Finch} ran.")
    cast = cast_of(one, reading("Again {0:Finch} left."))
    found = {anchor.article: anchor for anchor in cast.members[0].anchors}
    assert found[one.article.id].text == "Ada Finch"
    for anchor in found.values():
        assert anchor.field == "text"
        assert len(anchor.text) == anchor.span.end - anchor.span.start


def test_members_in_most_articles_come_first() -> None:
    cast = cast_of(
        reading("{0:Tom Alder} met {1:Ada Finch}."),
        reading("{0:Ada Finch} met {1:Nils Brandt}, {1:Brandt} and {1:Brandt}."),
    )
    assert [one.name for one in cast.members] == ["Ada Finch", "Nils Brandt", "Tom Alder"]


def test_lookups() -> None:
    one = reading("{0:Ada Finch} spoke. {0:Finch} met {1:Nora Finch} at {2:The Courier}.", "ppo")
    cast = cast_of(one)
    ada = member(cast, "Ada Finch")
    assert cast.get(ada.id) is ada
    assert cast.by_name("ada  finch") is ada
    assert cast.by_name("Finch") is ada
    courier = cast.by_name("the courier")
    assert courier is not None
    assert courier.kind == "organization"
    assert cast.by_name("Nobody") is None
    assert cast.of(one.article.id, 99) is None
    assert cast.of("no article", 0) is None
    with pytest.raises(KeyError):
        cast.get("none")


def test_nobody_at_all() -> None:
    assert cast_of().members == ()
    unread = Reading(Article("Rien."), (), (), Layers(), None, "test", unread="language")
    assert cast_of(unread).members == ()


FIRST = reading("{0:Ada Finch} spoke. {1:Tom Alder} left.")
SECOND = reading("Again {0:Ada Finch} spoke.")
THIRD = reading("Once more {0:Ada Finch} spoke.")


def place(one: Reading, text: str) -> Place:
    start = one.article.text.index(text)
    return Place(one.article.id, Span(start, start + len(text)))


def decided(*decisions: CastDecision) -> Cast:
    return find_cast(Material("story", [FIRST, SECOND, THIRD]), decisions)


MERGE = CastDecision("merge", place(FIRST, "Ada Finch"), place(FIRST, "Tom Alder"))
SPLIT = CastDecision("split", place(FIRST, "Ada Finch"), place(SECOND, "Ada Finch"))


def test_a_merge_joins_whom_names_keep_apart() -> None:
    cast = decided(MERGE)
    assert [len(one.entities) for one in cast.members] == [4]
    assert cast.members[0].name == "Ada Finch"
    assert cast.members[0].aliases == ("Tom Alder",)


def test_a_split_takes_the_second_out_and_leaves_the_others_together() -> None:
    cast = decided(SPLIT)
    of = [cast.of(one.article.id, 0) for one in (FIRST, SECOND, THIRD)]
    assert of[0] == of[2] != of[1]


def test_a_split_holds_against_joins_through_others() -> None:
    bridge = reading("Then {0:Finch} spoke.")
    one, other = reading("{0:Ada Finch} spoke."), reading("{0:A. Finch} spoke.")
    apart = CastDecision("split", place(one, "Ada Finch"), place(other, "A. Finch"))
    through = CastDecision("merge", place(one, "Ada Finch"), place(bridge, "Finch"))
    again = CastDecision("merge", place(bridge, "Finch"), place(other, "A. Finch"))
    cast = find_cast(Material("s", [one, other, bridge]), [through, again, apart])
    assert cast.of(one.article.id, 0) != cast.of(other.article.id, 0)
    # Of the two merges that cannot both hold beside the split the later one does.
    assert cast.of(bridge.article.id, 0) == cast.of(other.article.id, 0)


def test_later_decisions_win() -> None:
    back = CastDecision("split", MERGE.first, MERGE.second)
    assert parts(decided(MERGE, back)) == parts(decided())
    again = CastDecision("merge", SPLIT.first, SPLIT.second)
    assert parts(decided(SPLIT, again)) == parts(decided())
    assert parts(decided(MERGE, back, MERGE)) == parts(decided(MERGE))


def test_a_decision_finds_its_mention_when_the_reading_has_changed() -> None:
    # The place now lies inside a longer mention; or beside all, with the same words elsewhere.
    longer = Place(FIRST.article.id, Span(2, 7))
    assert parts(decided(CastDecision("merge", longer, MERGE.second))) == parts(decided(MERGE))
    moved = reading("Finch rode. Then {0:Finch} spoke to {1:Tom Alder}.")
    gone = Place(moved.article.id, Span(0, 5))
    cast = find_cast(
        Material("s", [moved]), [CastDecision("merge", gone, place(moved, "Tom Alder"))]
    )
    assert len(cast.members) == 1


def test_a_decision_about_nobody_changes_nothing() -> None:
    nowhere = Place(FIRST.article.id, Span(10, 15))
    gone = Place("no such article", Span(0, 3))
    for bad in (nowhere, gone):
        for kind in ("merge", "split"):
            decision = CastDecision(kind, bad, MERGE.second)
            assert parts(decided(decision)) == parts(decided())


def test_ids_last_when_articles_come_and_go() -> None:
    before = find_cast(Material("story", [FIRST, SECOND]))
    known = {ref: one.id for one in before.members for ref in one.entities}
    after = find_cast(
        Material("story", [reading("{0:Ada Finch} at noon."), THIRD, FIRST]), (), known
    )
    assert after.of(FIRST.article.id, 0) == before.of(FIRST.article.id, 0)
    assert after.of(FIRST.article.id, 1) == before.of(FIRST.article.id, 1)


def test_two_people_read_as_one_are_told_apart_where_another_article_does() -> None:
    apart = reading("{0:Ada Finch} met {1:Tom Alder}. {0:Finch} sang.")
    mixed = reading("{0:Tom Alder} and {0:Ada Finch} left. {0:Alder} drove. {0:Alder} slept.")
    cast = cast_of(apart, mixed, reading("{0:Tom Alder} sang. {1:Ada Finch} left."))
    assert names(cast) == ["Ada Finch", "Tom Alder"]
    assert member(cast, "Ada Finch").aliases == ("Finch",)
    assert member(cast, "Tom Alder").aliases == ("Alder",)


def test_another_name_of_one_person_is_no_mixture() -> None:
    cast = cast_of(
        reading("{0:Ada Finch}, born {0:Anna Quill}, sang."), reading("{0:Anna Quill} left.")
    )
    assert len(cast.members) == 1


def test_an_outlet_that_tells_the_story_is_no_person() -> None:
    cast = cast_of(
        reading("Nobody spoke.", outlet="Velvet Lantern"),
        reading("{0:Velvet Lantern} reported it.", "p"),
    )
    assert [one.kind for one in cast.members] == ["organization"]


def test_the_same_role_in_fewer_words_is_the_same_person() -> None:
    one = reading(
        "{1:Ada Finch} sings. {0~Ada Finch's publicist} said no. "
        "{2:publicist Cora Vane|Cora Vane} spoke."
    )
    cast = cast_of(one)
    assert cast.of(one.article.id, 0) == cast.of(one.article.id, 2)


def test_two_bodies_read_as_one_join_nobody() -> None:
    first = reading("{0:Northwind} bid. Then {1:Talbot} did.", "oo")
    second = reading("{0:Northwind and Talbot} met. {0:Talbot} won.", "o")
    cast = cast_of(first, second)
    assert cast.of(first.article.id, 0) != cast.of(first.article.id, 1)
    assert names(cast) == ["Northwind", "Talbot"]


def test_a_firm_with_two_names_stays_one() -> None:
    assert joined("{0:Hask and Dunmore} bid.", "{0:Hask and Dunmore} won.", "o")
