"""Ids that last from one linking to the next."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from allegedly.link.identity import keep_ids, make_id

_GROUPS = st.lists(st.sets(st.integers(0, 40), min_size=1), max_size=8).map(
    lambda groups: [
        sorted(group - set().union(*groups[:place]))
        for place, group in enumerate(groups)
        if group - set().union(*groups[:place])
    ]
)


@given(_GROUPS, st.dictionaries(st.integers(0, 40), st.sampled_from(["c-a", "c-b", "c-c"])))
def test_groups_never_share_an_id(groups: list[list[int]], before: dict[int, str]) -> None:
    ids = keep_ids("c-", groups, before)
    assert len(set(ids)) == len(groups)
    for group, name in zip(groups, ids, strict=True):
        assert name.startswith("c-")
        assert name not in set(before.values()) or name in {before.get(one) for one in group}


@given(_GROUPS)
def test_linked_again_every_group_keeps_its_id(groups: list[list[int]]) -> None:
    ids = keep_ids("c-", groups, {})
    known = {one: name for group, name in zip(groups, ids, strict=True) for one in group}
    assert keep_ids("c-", groups[::-1], known) == ids[::-1]


def test_the_larger_part_keeps_the_id() -> None:
    before = dict.fromkeys("abc", "c-1")
    (small, large) = keep_ids("c-", ["a", "bc"], before)
    assert large == "c-1"
    assert small != "c-1"


def test_an_id_does_not_depend_on_how_its_parts_run_together() -> None:
    assert make_id("c-", "ab", "c") != make_id("c-", "a", "bc")
    assert make_id("c-", "ab", "c") == make_id("c-", "ab", "c")
