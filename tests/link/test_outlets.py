"""Which outlet a name stands for."""

from __future__ import annotations

import pytest

from allegedly.link.cast.finding import find_cast
from allegedly.link.material import Material
from allegedly.link.sourcing.outlets import Outlets, is_outlet_noun, tokens

from .chains_making import Said, page


def _outlets(*tellers: str, cited: str | None = None) -> tuple[Outlets, str]:
    said = [Said(cited, "reported", "it", "outlet", cited)] if cited else []
    text = f"{cited} reported it." if cited else "Nothing."
    readings = [page(f"{text} {n}", *said, outlet=name) for n, name in enumerate(tellers)]
    material = Material("story", readings)
    return Outlets(material, find_cast(material)), readings[0].article.id


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("the Courier", "Tarn Bay Courier"),
        ("The Tarn Bay Courier", "Tarn Bay Courier"),
        ("Courier’s", "Tarn Bay Courier"),
        ("Tarn Bay", None),
        ("the Gull", "The Gull"),
        ("this site", "Tarn Bay Courier"),
        ("us", "Tarn Bay Courier"),
        ("We Sell Trams", None),
        ("Fox", "Fox News"),
        ("the New York Daily News", "nydailynews.com"),
        ("The Sun", "thesun.co.uk"),
        ("Herald", None),
    ],
)
def test_names(name: str, found: str | None) -> None:
    tellers = ("Tarn Bay Courier", "The Gull", "Fox News", "nydailynews.com", "thesun.co.uk")
    outlets, article = _outlets(*tellers, "Tarn Herald", "Corven Herald")
    assert outlets.named(name, article) == found


def test_of_two_heralds_the_page_s_own() -> None:
    outlets, article = _outlets("Tarn Herald", "Corven Herald")
    assert outlets.named("the Herald", article) == "Tarn Herald"


def test_an_outlet_that_is_only_cited() -> None:
    outlets, article = _outlets("The Gull", cited="Associated Press")
    assert outlets.named("the AP", article) == "Associated Press"
    assert outlets.of(article, 0) == "Associated Press"


def test_words() -> None:
    assert tokens("The Tarn Courier’s") == ("tarn", "courier")
    assert tokens("www.thesun.co.uk") == ("thesun",)
    assert is_outlet_noun("a local newspaper")
    assert not is_outlet_noun("the council")


def test_a_teller_read_as_a_person_is_known_by_its_whole_name() -> None:
    said = Said("Velvet Lantern", "reported", "the depot was sold", "named", "Velvet Lantern")
    told = page("Velvet Lantern reported the depot was sold.", said, outlet="The Gull")
    material = Material("story", [told, page("Nothing.", outlet="Velvet Lantern")])
    found = Outlets(material, find_cast(material))
    assert found.teller_named("the Velvet Lantern") == "Velvet Lantern"
    assert found.teller_named("Lantern") is None
