"""The readings of one story: order, lookups, anchors."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from allegedly.link.headlines import headline_of
from allegedly.link.material import Material
from allegedly.records import Copies, CopyGroup, Dating, Place, Reading, Span, When

from ..present.story import story


def _material(**more: object) -> Material:
    return Material("s-1", story(), **more)  # type: ignore[arg-type]


def _undated(material: Material) -> Reading:
    return next(one for one in material.readings if one.article.published is None)


def test_readings_stand_by_date_the_undated_ones_last() -> None:
    days = [one.article.published for one in _material().readings]
    known = [day.earliest for day in days if day and day.earliest]
    assert known == sorted(known)
    assert days[-1] is None


def test_a_dating_puts_an_article_in_its_place() -> None:
    material = _material()
    article = _undated(material).article.id
    when = When("1999-01", date(1999, 1, 1), date(1999, 1, 31), "shared")
    dated = material.dated([Dating(article, when, "It shares a filing.", ())])
    assert dated.order(article) == 0
    assert dated.published(article) == when
    assert material.published(article) is None


def test_an_anchor_has_the_characters_that_stand_there() -> None:
    material = _material()
    for layer in material.layers():
        for mention in layer.layers.mentions:
            anchor = material.anchor(layer.article, layer.field, mention.span)
            assert anchor.text == layer.text[mention.span.start : mention.span.end]
            assert material.at(anchor.place) == anchor


def test_sentences_are_found_by_place() -> None:
    material = _material()
    for reading in material.readings:
        for number, span in enumerate(reading.sentences):
            assert material.sentence(reading.article.id, span.start) == number
            assert material.sentence(reading.article.id, span.end - 1) == number
        assert material.sentence(reading.article.id, len(reading.article.text) + 5) is None


def test_furniture_is_no_news() -> None:
    material = _material()
    for reading in material.readings:
        furniture = [one.span for one in reading.article.furniture]
        news = material.news(reading.article.id)
        assert set(news) <= set(reading.sentences)
        for span in reading.sentences:
            assert (span in news) == (not any(span.overlaps(piece) for piece in furniture))


def test_copies_lead_back_to_the_first_teller() -> None:
    first, second, *_ = (one.article.id for one in _material().readings)
    material = _material(copies=Copies(groups=(CopyGroup(first, (first, second), dated=True),)))
    assert material.original(second) == first
    assert second not in {one.article.id for one in material.originals}


@pytest.mark.parametrize(
    ("outlet", "url", "teller"),
    [
        ("Evening Quay", "https://www.quay.example/a", "Evening Quay"),
        (None, "https://www.quay.example/a", "quay.example"),
    ],
)
def test_who_tells_it(outlet: str | None, url: str | None, teller: str) -> None:
    reading = story()[0]
    reading = replace(reading, article=replace(reading.article, outlet=outlet, url=url))
    assert Material("s-1", [reading]).teller(reading.article.id) == teller


def test_without_outlet_and_address_an_article_tells_itself() -> None:
    reading = story()[0]
    reading = replace(reading, article=replace(reading.article, outlet=None, url=None))
    material = Material("s-1", [reading])
    assert material.teller(reading.article.id) == reading.article.id


def test_a_story_is_called_by_a_headline_of_its_own() -> None:
    material = _material()
    titles = {one.article.title for one in material.readings}
    assert headline_of(material) in titles
    assert headline_of(Material("s-1", [])) == ""


def test_a_place_counts_in_its_field() -> None:
    material = _material()
    titled = next(one for one in material.readings if one.article.title)
    title = titled.article.title or ""
    assert material.at(Place(titled.article.id, Span(0, 5), "title")).text == title[:5]
