"""Whatever a reading holds, the timeline and the datings of it are well formed."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly.link.cast.finding import Cast
from allegedly.link.dating.finding import find_datings
from allegedly.link.material import Material
from allegedly.link.timeline.finding import find_timeline
from allegedly.records import CastMember, EntityRef, Reading

from ..strategies import readings


def _cast(material: Material) -> Cast:
    """Everybody is somebody, by name."""
    named: dict[str, list[EntityRef]] = {}
    for reading in material.readings:
        for number, entity in enumerate(reading.entities):
            named.setdefault(entity.name, []).append(EntityRef(reading.article.id, number))
    return Cast(
        [
            CastMember(f"c{n}", "s", name, "person", (), (), tuple(refs), ())
            for n, (name, refs) in enumerate(named.items())
        ]
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(readings(), max_size=4, unique_by=lambda one: one.article.id))
def test_items_and_datings_of_anything_are_well_formed(drawn: list[Reading]) -> None:
    material = Material("s", drawn)
    datings = find_datings(material)
    undated = {one.article.id for one in drawn if one.article.published is None}
    assert {one.article for one in datings} <= undated
    assert len({one.article for one in datings}) == len(datings)
    for dating in datings:
        assert dating.when.earliest or dating.when.latest
        assert all(material.at(anchor.place) == anchor for anchor in dating.anchors)
    material = material.dated(datings)
    items = find_timeline(material, _cast(material))
    assert len({one.id for one in items}) == len(items)
    for item in items:
        assert item.anchors
        assert item.summary == item.anchors[0].text
        assert all(material.at(anchor.place) == anchor for anchor in item.anchors)
        assert all(material.at(one.anchor.place) == one.anchor for one in item.dates)
        assert {anchor.article for anchor in item.anchors} == set(item.articles)
        assert not (item.earliest and item.latest and item.earliest > item.latest)
        assert (item.when is None) == (item.earliest is None and item.latest is None)
    assert find_timeline(material, _cast(material)) == items
