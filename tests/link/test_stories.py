"""Articles are put into stories: what belongs together, names, order, growth."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.link import Stories, find_stories
from allegedly.records import Article, Assignment

from ..strategies import articles as any_articles
from .making import BRIDGE, article, coverage


def partition(found: dict[str, str]) -> set[frozenset[str]]:
    """The stories as sets of ids, whatever their names."""
    told: dict[str, set[str]] = {}
    for one, story in found.items():
        told.setdefault(story, set()).add(one)
    return {frozenset(group) for group in told.values()}


def expected() -> set[frozenset[str]]:
    return {frozenset(a.id for a in group) for group in coverage().values()}


def everything() -> list[Article]:
    return [item for group in coverage().values() for item in group]


def test_three_stories_of_one_week_are_told_apart() -> None:
    assert partition(find_stories(everything())) == expected()


def test_a_story_bears_the_id_of_its_first_article() -> None:
    found = find_stories(reversed(everything()))
    for group in coverage().values():
        assert {found[item.id] for item in group} == {group[0].id}


def test_nothing_gives_nothing() -> None:
    assert find_stories([]) == {}
    assert Stories().add([]) == []
    assert Stories().of("unknown") is None


def test_one_article_is_a_story() -> None:
    one = article("Fog lay on the estuary all morning.")
    assert find_stories([one]) == {one.id: one.id}


def test_an_article_without_words_is_a_story() -> None:
    silent, loud = article("…"), article("Fog lay on the estuary.")
    assert partition(find_stories([silent, loud])) == {frozenset({silent.id}), frozenset({loud.id})}


@given(st.randoms())
@settings(max_examples=20, deadline=None)
def test_the_order_within_a_batch_is_nothing(chance: random.Random) -> None:
    shuffled = everything()
    chance.shuffle(shuffled)
    assert find_stories(shuffled) == find_stories(everything())


@pytest.mark.parametrize("seed", range(5))
def test_one_by_one_in_any_order_gives_the_same_stories(seed: int) -> None:
    shuffled = everything()
    random.Random(seed).shuffle(shuffled)
    stories = Stories()
    for item in shuffled:
        stories.add([item])
    found = {a.article: a.story for a in stories.assignments()}
    assert partition(found) == expected()
    # A story is named after the first article handed in, and keeps that name.
    for group in coverage().values():
        first = next(item for item in shuffled if item in group)
        assert {found[item.id] for item in group} == {first.id}


def test_adding_tells_what_is_new_and_only_that() -> None:
    stories = Stories()
    first, second, *_ = coverage()["bridge"]
    assert stories.add([first]) == [Assignment(first.id, first.id)]
    assert stories.add([second]) == [Assignment(second.id, first.id)]
    assert stories.add([first, second]) == []
    assert stories.of(second.id) == first.id


def test_joined_stories_keep_the_older_name_and_say_so() -> None:
    title, text = BRIDGE[0]
    half = text.split(". ")
    one = article(f"{half[0]}. {half[1]}.", title=title, day="2023-05-08")
    # Something of the same event that shares no more than a name with the first.
    other = article("Ruth Alder likes lorries. The ferry is full.", day="2023-05-08")
    stories = Stories()
    stories.add([one])
    stories.add([other])
    assert stories.of(other.id) == other.id
    between = [
        article(f"{text} {other.text}", title=title, day="2023-05-08", name=f"{n}")
        for n in range(3)
    ]
    changed = {found.article: found.story for found in stories.add(between)}
    assert {changed[item.id] for item in between} == {one.id}
    assert changed.get(other.id, other.id) == stories.of(other.id)


@pytest.mark.parametrize(("day", "joins"), [("2023-05-09", True), ("2023-08-20", False)])
def test_what_is_alike_but_months_apart_is_another_story(day: str, joins: bool) -> None:
    text = "The island of Gannet has voted for a new mayor, a fisherman who likes the quiet."
    found = find_stories([*everything(), article(text, title="News from the county", day=day)])
    assert (len(set(found.values())) == len(expected())) == joins


def test_an_undated_article_joins_its_story() -> None:
    title, text = BRIDGE[2]
    undated = article(text, title=title)
    found = find_stories([*everything()[:2], *everything()[3:], undated])
    assert found[undated.id] == found[everything()[0].id]


@given(st.lists(any_articles(), max_size=8))
@settings(max_examples=60, deadline=None)
def test_every_article_gets_exactly_one_story(batch: list[Article]) -> None:
    found = find_stories(batch)
    assert set(found) == {item.id for item in batch}
    assert all(found[story] == story for story in found.values())


def test_five_hundred_copies_are_one_story_soon() -> None:
    title, text = BRIDGE[0]
    batch = [article(text, title=title, day="2023-05-08", name=f"{n}") for n in range(500)]
    before = time.process_time()
    assert len(partition(find_stories(batch))) == 1
    assert time.process_time() - before < 30
