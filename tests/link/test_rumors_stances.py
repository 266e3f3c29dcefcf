"""The stance of every article toward a statement."""

from __future__ import annotations

from typing import get_args

import pytest

from allegedly.link.copies.groups import find_copies
from allegedly.link.rumors import stances_gate
from allegedly.link.rumors.stances import Asked, find_stances
from allegedly.link.rumors.stances_evidence import SHOWS, evidence_of
from allegedly.link.rumors.stances_fused import Way, best, fused, lean, way_of
from allegedly.link.rumors.twins import Twins
from allegedly.records import Appearance, Certainty, Reading, Stance, StanceValue, Voice

from .rumoring import SOLD, WordJudge, chains, claim, material, reading, seen

LONG = "The council met on Monday in the long room over the river and it talked until late. " * 3


def judged(*told: Reading, judge: WordJudge | None = None, copies: bool = False) -> list[Stance]:
    found = find_copies([one.article for one in told]) if copies else None
    story = material(*told, copies=found)
    judge = judge or WordJudge()
    return list(find_stances(story, chains(story), judge, [Asked(SOLD, None)])[0])


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The Tarn mill will be sold in June. It rained.", "for"),
        ("It rained. The owner denied that the Tarn mill is to be sold.", "against"),
        ("It rained. The Tarn mill could be sold.", "observing"),
    ],
)
def test_the_stance_comes_with_its_sentence(text: str, stance: StanceValue) -> None:
    (found,) = judged(reading(text))
    assert found.stance == stance
    assert "mill" in found.anchors[0].text
    assert found.anchors[0].text == text[found.anchors[0].span.start : found.anchors[0].span.end]
    assert found.chain is not None


def test_an_article_without_the_words_is_not_read() -> None:
    judge = WordJudge()
    (found,) = judged(reading("A cat sat on a wall and sang."), judge=judge)
    assert (found.stance, found.anchors, found.chain) == ("unrelated", (), None)
    assert found.confidence >= 0.9
    assert judge.asked == []


def test_copies_are_read_once_and_each_has_its_own_anchors() -> None:
    judge = WordJudge()
    told = [reading(f"{'New: ' * n}{LONG} The Tarn mill will be sold.") for n in range(4)]
    found = judged(*told, judge=judge, copies=True)
    assert len(judge.asked) == 1
    assert {one.stance for one in found} == {"for"}
    assert [one.anchors[0].article for one in found] == [one.article.id for one in told]
    for one, place in zip(found, told, strict=True):
        span = one.anchors[0].span
        assert one.anchors[0].text == place.article.text[span.start : span.end]


def test_a_copy_under_another_title_has_a_headline_stance_of_its_own() -> None:
    text = f"{LONG} The Tarn mill will be sold."
    first = reading(text, title="Tarn mill sold", day="2024-03-01", outlet="Tarn Post")
    again = reading(text, title="Could the mill go?", day="2024-03-02", outlet="Weir Mail")
    found = judged(first, again, copies=True)
    assert [one.headline for one in found] == ["for", "observing"]


def test_an_article_in_another_language_has_no_stance() -> None:
    from dataclasses import replace

    told = replace(reading("Die Mühle."), unread="its language is German")
    assert judged(told, reading("The Tarn mill will be sold.")).__len__() == 1


def test_a_story_too_large_to_read_is_read_where_the_claim_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stances_gate, "READINGS", 3)
    told_ = [reading(f"The Tarn mill will be sold, it says here. {n}") for n in range(9)]
    story = material(*told_)
    one = claim(story, [seen(story, told_[7], "The Tarn mill will be sold")])
    judge = WordJudge()
    found = find_stances(story, chains(story), judge, [Asked(SOLD, one)])[0]
    assert len(judge.asked) == 3
    assert told_[7].article.text in {text for _, text in judge.asked}
    # Of the others nothing is known: they are not said to be unrelated.
    read = {text for _, text in judge.asked}
    assert [one.article for one in found] == [
        one.article.id for one in told_ if one.article.text in read
    ]
    assert next(one for one in found if one.article == told_[7].article.id).stance == "for"


@pytest.mark.parametrize(
    ("stance", "certainty", "voice", "via", "way"),
    [
        ("for", "certain", "asserted", (), "told"),
        ("for", "probable", "asserted", (), "hedged"),
        ("for", "certain", "attributed", (), "said"),
        ("for", "certain", "attributed", ("Weir Mail",), "relayed"),
        ("for", "possible", "asserted", (), "open"),
        ("observing", "unknown", "question", (), "open"),
        ("against", "certain", "asserted", (), "refuted"),
        ("against", "certain", "attributed", (), "denied"),
        ("against", "certain", "attributed", ("Weir Mail",), "denied first"),
    ],
)
def test_what_one_place_does(
    stance: StanceValue, certainty: Certainty, voice: Voice, via: tuple[str, ...], way: Way
) -> None:
    assert way_of(_place(reading(f"{SOLD}."), stance, certainty, voice, via)) == way


def test_far_down_a_place_tells_less() -> None:
    here = reading(f"{LONG * 3} {SOLD}.")
    assert way_of(_place(here, "for", "certain", "asserted", ())) == "told later"
    assert way_of(_place(here, "for", "certain", "attributed", ())) == "quoted"
    assert way_of(_place(here, "against", "certain", "attributed", ())) == "denied"


def test_a_denial_in_the_first_lines_outweighs_what_is_passed_on() -> None:
    scores: dict[StanceValue, float] = {
        "for": 0.6,
        "against": 0.15,
        "observing": 0.15,
        "unrelated": 0.1,
    }
    both = fused(scores, {"denied first": 0.8, "relayed": 0.9})
    assert max(both, key=lambda value: both[value]) == "against"


def test_what_carries_the_claim_is_about_it() -> None:
    scores: dict[StanceValue, float] = {
        "for": 0.1,
        "against": 0.05,
        "observing": 0.15,
        "unrelated": 0.7,
    }
    assert fused(scores, {"open": 0.9})["unrelated"] < 0.3
    assert fused(scores, {})["unrelated"] == pytest.approx(0.7)
    certain = fused(scores, {"open": 0.9}, carries=True)
    assert certain["unrelated"] < 0.01
    assert max(certain, key=lambda value: certain[value]) == "observing"


@pytest.mark.parametrize(
    ("way", "stance"),
    [
        ("told", "for"),
        ("sourced", "for"),
        ("denied", "observing"),
        ("denied first", "against"),
        ("refuted", "against"),
        ("quoted", "observing"),
        ("relayed", "observing"),
        ("open", "observing"),
    ],
)
def test_one_place_alone_speaks_plainly(way: Way, stance: StanceValue) -> None:
    assert best(fused(None, {way: 0.9})) == stance


def test_every_way_of_telling_speaks_for_a_stance() -> None:
    ways = {way for shown in SHOWS.values() for way in shown}
    assert ways == set(get_args(Way))


def test_who_denies_is_shown_denying() -> None:
    here = reading(f"The Weir Mail says that {SOLD}. The owner said that it is not so.")
    story = material(here)
    places = [
        seen(story, here, SOLD, voice="attributed", via=("Weir Mail",)),
        seen(story, here, "it is not so", stance="against", voice="attributed"),
    ]
    (first, *_) = evidence_of(story, Twins(story), here.article.id, (), places, "against")
    assert first.text == "The owner said that it is not so."


def test_what_somebody_without_a_name_says_first_is_the_articles_own() -> None:
    here = reading(f"{SOLD}.")
    place = seen(material(here), here, SOLD, voice="attributed", sourcing="unnamed")
    assert way_of(place) == "sourced"


def test_without_the_model_the_places_speak() -> None:
    here = reading(f"{SOLD}.")
    for stance in ("for", "against"):
        place = _place(here, stance, "certain", "asserted", ())
        assert best(fused(None, lean([place]))) == stance
    relayed = _place(here, "for", "certain", "attributed", ("Weir Mail",))
    assert best(fused(None, lean([relayed]))) == "observing"


def _place(
    here: Reading, stance: StanceValue, certainty: Certainty, voice: Voice, via: tuple[str, ...]
) -> Appearance:
    story = material(here)
    return seen(story, here, SOLD, stance=stance, certainty=certainty, voice=voice, via=via)


def test_places_tip_the_scales_of_an_unsure_model_only() -> None:
    here = reading(f"{SOLD}.")
    leaning = lean([_place(here, "against", "certain", "asserted", ())])
    unsure: dict[StanceValue, float] = {
        "for": 0.4,
        "against": 0.35,
        "observing": 0.2,
        "unrelated": 0.05,
    }
    sure: dict[StanceValue, float] = {
        "for": 0.94,
        "against": 0.02,
        "observing": 0.03,
        "unrelated": 0.01,
    }
    assert max((found := fused(unsure, leaning)), key=lambda value: found[value]) == "against"
    assert max((found := fused(sure, leaning)), key=lambda value: found[value]) == "for"
    assert sum(found.values()) == pytest.approx(1.0)
    assert fused(unsure, {}) == pytest.approx(unsure)


def test_names_that_every_article_has_are_no_reason_to_read_one() -> None:
    told = [
        reading(f"Ada Finch {what} in Varn.", day=f"2024-03-0{n}")
        for n, what in enumerate(
            ("expects a baby", "sang", "opened a shop", "lost a race", "met the mayor"), 1
        )
    ]
    story = material(*told)
    (share,) = stances_gate.word_shares(story, Twins(story), ["Ada Finch expects a baby."])
    first, *others = (share[one.article.id] for one in told)
    assert first == pytest.approx(1.0)
    assert all(one < stances_gate.GATE for one in others)
