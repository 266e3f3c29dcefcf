"""Rumors of a story: found, ranked, tracked, resolved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from allegedly.link.cast.finding import find_cast
from allegedly.link.copies.groups import find_copies
from allegedly.link.material import Material
from allegedly.link.rumors.changes import changes
from allegedly.link.rumors.finding import find_rumors, settle_tracked
from allegedly.records import Claim, Decisions, Reading, Resolution, Ruling, Rumor, Tracked

from .rumoring import SOLD, WordJudge, chains, claim, material, reading, seen

RESOLVED = Resolution(
    "false", date(2024, 3, 19), "https://tarn.example/minutes", None, "2024-04-01"
)


def rumors(
    story: Material, claims: Sequence[Claim] = (), decisions: Decisions | None = None
) -> tuple[Rumor, ...]:
    cast = find_cast(story)
    return find_rumors(
        story, cast, chains(story), claims, WordJudge(), decisions or Decisions(), {}
    )


def coverage() -> tuple[Material, Claim, list[Reading]]:
    """Two outlets for, two against, one that asks."""
    told = [
        reading("The Tarn mill will be sold, a friend of the owner said.", day="2024-03-01",
                outlet="Tarn Post", title="Tarn mill sold"),
        reading("The Tarn mill will be sold.", day="2024-03-02", outlet="Weir Mail"),
        reading("The owner denied that the Tarn mill will be sold.", day="2024-03-03",
                outlet="The Sluice"),
        reading("It is not so that the Tarn mill will be sold.", day="2024-03-04",
                outlet="Mill Lane News"),
        reading("A rumor has it the Tarn mill will be sold.", day="2024-03-05", outlet="Quern"),
    ]  # fmt: skip
    story = material(*told)
    words = "Tarn mill will be sold"
    places = [
        seen(story, told[0], words, voice="attributed", sourcing="unnamed", root="friend"),
        seen(story, told[1], words),
        seen(story, told[2], words, stance="against"),
        seen(story, told[3], words, stance="against"),
        seen(story, told[4], words, stance="observing", certainty="possible"),
    ]
    return story, claim(story, places), told


def test_a_rumor_has_a_stance_of_every_article_and_its_reasons() -> None:
    story, one, _ = coverage()
    (found,) = rumors(story, [one])
    assert [stance.stance for stance in found.stances] == [
        "for",
        "for",
        "against",
        "against",
        "observing",
    ]
    assert found.controversial
    assert found.claim == one.id
    assert found.state == "unverified"
    assert found.resolution is None
    assert found.origins == 3
    assert found.reasons[0].startswith("1 article calls it a rumor")
    assert found.anchors
    for anchor in found.anchors:
        text = story.article(anchor.article).text
        assert anchor.text == text[anchor.span.start : anchor.span.end]


def test_only_a_person_resolves_and_the_record_follows() -> None:
    story, one, _ = coverage()
    ruling = Ruling(SOLD, one.anchor.place, RESOLVED)
    (found,) = rumors(story, [one], Decisions(rulings=(ruling,)))
    assert (found.state, found.resolution) == ("false", RESOLVED)
    assert [(line.outlet, line.stance, line.borne_out) for line in found.track] == [
        ("Tarn Post", "for", False),
        ("Weir Mail", "for", False),
        ("The Sluice", "against", True),
        ("Mill Lane News", "against", True),
    ]
    assert found.track[0].sourcing == "unnamed"


def test_a_later_ruling_holds_and_the_earlier_one_stays_in_words() -> None:
    story, one, _ = coverage()
    earlier = Resolution("true", date(2024, 3, 10), "https://tarn.example/a", None, "2024-03-11")
    rulings = tuple(Ruling(SOLD, one.anchor.place, each) for each in (earlier, RESOLVED))
    (found,) = rumors(story, [one], Decisions(rulings=rulings))
    assert found.state == "false"
    assert found.reasons[-1] == "resolved false on 2024-03-19 (before: true on 2024-03-10)"


def test_a_claim_that_somebody_ruled_on_is_kept_though_nobody_doubts_it() -> None:
    told = reading("The Tarn mill will be sold.")
    story = material(told)
    one = claim(story, [seen(story, told, "The Tarn mill will be sold")])
    assert rumors(story, [one]) == ()
    (found,) = rumors(story, [one], Decisions(rulings=(Ruling(SOLD, None, RESOLVED),)))
    assert found.state == "false"


def test_a_ruling_outlives_the_claim_it_was_made_on() -> None:
    told = reading("The Tarn mill will be sold.")
    story = material(told)
    place = seen(story, told, "The Tarn mill").anchor.place
    (found,) = rumors(story, [], Decisions(rulings=(Ruling(SOLD, place, RESOLVED),)))
    assert (found.statement, found.state, found.claim) == (SOLD, "false", None)


def test_a_tracked_statement_that_nobody_mentions() -> None:
    story = material(reading("A cat sat on a wall."), reading("Rain fell on the town."))
    wanted = Decisions(tracked=(Tracked("The comet will return", None),))
    (found,) = rumors(story, [], wanted)
    assert found.tracked
    assert {one.stance for one in found.stances} == {"unrelated"}
    assert found.account == "No article in this ledger mentions it."
    assert (found.origins, found.claim, found.anchors, found.reasons) == (0, None, (), ())


def test_a_tracked_statement_joins_its_claim_and_comes_first() -> None:
    story, one, told = coverage()
    weir = seen(story, told[4], "A rumor has it", certainty="possible")
    other = claim(story, [weir], "A rumor has it")
    wanted = Decisions(tracked=(Tracked("the tarn mill will be sold!", story.story),))
    found = rumors(story, [other, one], wanted)
    assert found[0].tracked
    assert found[0].statement == "the tarn mill will be sold!"
    assert found[0].claim == one.id
    assert one.id not in [each.claim for each in found[1:]]


def test_a_statement_tracked_in_another_story_is_not_ours() -> None:
    story, _, _ = coverage()
    assert rumors(story, [], Decisions(tracked=(Tracked(SOLD, "elsewhere"),))) == ()


def test_a_statement_tracked_everywhere_stays_where_it_is_told() -> None:
    wanted = Decisions(tracked=(Tracked(SOLD, None),))
    here, _, _ = coverage()
    there = material(reading("A cat sat on a wall."))
    told, silent = rumors(here, [], wanted), rumors(there, [], wanted)
    assert settle_tracked([*silent, *told]) == told
    assert settle_tracked([*silent, *silent]) == silent


def test_of_two_claims_that_say_the_same_one_is_a_rumor() -> None:
    story, one, told = coverage()
    again = claim(
        story,
        [seen(story, told[4], "the Tarn mill will be sold", certainty="possible")],
        "the Tarn mill will be sold",
    )
    assert [each.claim for each in rumors(story, [one, again])] == [one.id]


def test_ids_last_and_differ() -> None:
    story, one, _ = coverage()
    wanted = Decisions(tracked=(Tracked("The comet will return", None),))
    cast, chain = find_cast(story), chains(story)
    first = find_rumors(story, cast, chain, [one], WordJudge(), wanted, {})
    before = {seen_.anchor.place: "r0ld" for seen_ in one.appearances}
    again = find_rumors(story, cast, chain, [one], WordJudge(), wanted, before)
    assert len({each.id for each in first}) == 2
    assert again[0].id == first[0].id
    assert again[1].id == "r0ld"


@pytest.mark.parametrize(
    "told",
    [
        [],
        [reading("The Tarn mill will be sold.")],
        [reading("?", title="?")],
        [reading(f"The Tarn mill may be sold, {'as is told here, ' * 20}{n}") for n in range(500)],
    ],
    ids=["nothing", "one article", "a mark alone", "500 copies"],
)
def test_odd_stories_do_no_harm(told: list[Reading]) -> None:
    story = material(*told, copies=find_copies([one.article for one in told]))
    found = rumors(story, [], Decisions(tracked=(Tracked(SOLD, None),)))
    assert len(found) == 1
    assert len(found[0].stances) == len(told)
    assert not found[0].controversial


def test_a_page_that_drops_the_rumor_is_seen_to_have_changed() -> None:
    more = " The council met on Monday in the long room over the river and talked until late."
    url = "https://tarn.example/mill"
    first = reading("The Tarn mill will be sold in June to a stranger." + more * 2,
                    day="2024-03-01", outlet="Tarn Post", url=url)  # fmt: skip
    later = reading("The owner denied it: the Tarn mill is not sold at all." + more * 2,
                    day="2024-03-02", outlet="Tarn Post", url=url)  # fmt: skip
    story = material(first, later, copies=find_copies([first.article, later.article]))
    (found,) = rumors(story, [], Decisions(tracked=(Tracked(SOLD, None),)))
    (change,) = changes(found, story)
    assert (change.outlet, change.before.stance, change.after.stance) == (
        "Tarn Post",
        "for",
        "against",
    )
    assert "to a stranger" in change.dropped[0].text


def test_who_only_asks_is_no_origin_where_somebody_tells() -> None:
    told = [
        reading("The Tarn mill will be sold, a friend said.", day="2024-03-01", outlet="Tarn Post"),
        reading("Will the Tarn mill be sold?", day="2024-03-02", outlet="Quern"),
    ]
    story = material(*told)
    places = [
        seen(story, told[0], SOLD.rstrip("."), voice="attributed", sourcing="unnamed", root="f"),
        seen(story, told[1], told[1].article.text, voice="question", stance="observing"),
    ]
    (found,) = rumors(story, [claim(story, places)])
    assert found.origins == 1


def test_a_disputed_rumor_is_worded_where_it_is_told_plainly() -> None:
    told = [
        reading("“She expects it to be sold by May,” a friend said.", day="2024-03-01"),
        reading("The Tarn mill will be sold by May.", day="2024-03-02", outlet="Weir Mail"),
        reading("The Tarn mill will not be sold by May.", day="2024-03-03", outlet="Quern"),
    ]
    story = material(*told)
    places = [
        seen(story, told[0], "She expects it to be sold by May", voice="attributed",
             sourcing="unnamed", root="friend"),
        seen(story, told[1], "The Tarn mill will be sold by May"),
        seen(story, told[2], "The Tarn mill will not be sold by May", stance="against"),
    ]  # fmt: skip
    (found,) = rumors(story, [claim(story, places)])
    assert found.statement == "The Tarn mill will be sold by May."
