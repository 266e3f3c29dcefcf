"""What holds for every cast, whatever the names; and how joining grows."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.link.cast.finding import find_cast
from allegedly.link.cast.joining import Joining, Link
from allegedly.link.cast.spelling import near, one_edit, slip, sound
from allegedly.link.material import Material
from allegedly.reader.lexicon import phrases
from allegedly.records import CastDecision, Place, Reading

from .cast_making import big_story, cast_of, parts, reading

_NAMES = sorted(
    phrases(
        "Ada Finch, Finch, Ada, Mrs Finch, Mr Finch, Tom Finch, Tom Alder, T. Finch, Adda Finch, "
        "Alder, Tommy Alder, Ada B. Finch, Ada Beck Finch, Ada Bell Finch, Finch Bank, Courier, "
        "the Finches, Alder Courier, Leonard “Skip” Alder, Skip, Skip Alder, Dr Nora Quill, Quill, "
        "Nora Quill Jr"
    )
)
_SAYS = ("she", "he", "the mayor", "the mayor of Alder", "the bank", "a baker", "her brother")


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    """A few articles, each with a few entities under names that may be anybody's."""
    made = []
    for number in range(draw(st.integers(1, 5))):
        text, kinds = f"No {number}. ", ""
        for n in range(draw(st.integers(1, 5))):
            kinds += draw(st.sampled_from("ppppolgw"))
            text += f"{{{n}:{draw(st.sampled_from(_NAMES))}}} spoke. "
            for said in draw(st.lists(st.sampled_from(_SAYS), max_size=2)):
                text += f"{{{n}~{said}}} left. "
        made.append(reading(text, kinds))
    return made


@given(readings())
@settings(max_examples=60, deadline=None)
def test_members_share_no_entity_and_every_anchor_is_its_text(found: list[Reading]) -> None:
    cast = cast_of(*found)
    texts = {one.article.id: one.article.text for one in found}
    refs = [ref for member in cast.members for ref in member.entities]
    assert len(refs) == len(set(refs))
    assert len({member.id for member in cast.members}) == len(cast.members)
    for one in cast.members:
        assert one.name
        assert one.name not in one.aliases
        assert len(set(one.aliases)) == len(one.aliases)
        assert len(set(one.roles)) == len(one.roles)
        assert [a.article for a in one.anchors] == list(
            dict.fromkeys(r.article for r in one.entities)
        )
        for anchor in one.anchors:
            assert anchor.text == anchor.span.of(texts[anchor.article])
        for ref in one.entities:
            assert cast.of(ref.article, ref.number) == one.id


@given(readings(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_articles_does_not_matter(found: list[Reading], rng: random.Random) -> None:
    shuffled = list(found)
    rng.shuffle(shuffled)
    one, other = cast_of(*found), cast_of(*shuffled)
    assert parts(one) == parts(other)
    assert {m.id: (m.name, m.kind, m.aliases, m.roles) for m in one.members} == {
        m.id: (m.name, m.kind, m.aliases, m.roles) for m in other.members
    }


def _places(found: list[Reading]) -> list[Place]:
    return [Place(one.article.id, m.span) for one in found for m in one.body.mentions if m.named]


@given(readings(), st.data())
@settings(max_examples=60, deadline=None)
def test_decisions_hold_and_can_be_taken_back(found: list[Reading], data: st.DataObject) -> None:
    material = Material("story", found)
    before = find_cast(material)
    first, second = (data.draw(st.sampled_from(_places(found))) for _ in range(2))

    def together(decisions: list[CastDecision]) -> bool:
        cast = find_cast(material, decisions)
        ids = [
            cast.of(place.article, m.entity)
            for place in (first, second)
            for one in found
            for m in one.body.mentions
            if one.article.id == place.article and m.span == place.span
        ]
        return ids[0] == ids[1]

    merge, split = CastDecision("merge", first, second), CastDecision("split", first, second)
    if not together([]):
        assert parts(find_cast(material, [merge, split])) == parts(before)
        assert together([merge])
        assert together([split, merge])
    else:
        assert parts(find_cast(material, [split, merge])) == parts(before)


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=8),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9), st.integers(0, 9)), max_size=20),
)
def test_what_is_kept_apart_is_never_joined(
    apart: list[tuple[int, int]], links: list[tuple[int, int, int]]
) -> None:
    joining = Joining(10)
    kept = [pair for pair in apart if joining.keep_apart(*pair)]
    joining.follow([Link(*link) for link in links], frozenset(pair[1] for pair in kept))
    assert all(joining.find(one) != joining.find(other) for one, other in kept)
    assert sorted(n for group in joining.groups() for n in group) == list(range(10))


_WORD = st.text("abcdehikmnrsty", min_size=1, max_size=9)


@given(_WORD, _WORD)
def test_slips_go_both_ways(one: str, other: str) -> None:
    for alike in (one_edit, slip, near):
        assert alike(one, other) == alike(other, one)
        assert not alike(one, one)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("tressick", "tresick", True),
        ("tressick", "tressikc", True),
        ("torvane", "torvanne", True),
        ("brannock", "brannok", True),
        ("alder", "adler", False),
        ("finch", "fitch", False),
        ("torvane", "corvane", False),
        ("erik", "eric", True),
    ],
)
def test_slips(one: str, other: str, same: bool) -> None:
    assert slip(one, other) is same


@given(_WORD)
def test_a_sound_is_never_longer_than_its_word(word: str) -> None:
    assert len(sound(word)) <= len(word)


def test_joining_grows_no_faster_than_the_story() -> None:
    small, large = (Material("story", big_story(n)) for n in (100, 400))

    def seconds(material: Material) -> float:
        start = time.process_time()
        find_cast(material)
        return time.process_time() - start

    find_cast(small)
    assert seconds(large) < 4 * 2.5 * max(seconds(small), 0.05)
