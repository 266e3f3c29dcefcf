"""No step of linking breaks on a reading that makes little sense."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from allegedly.link.cast.finding import find_cast
from allegedly.link.claims.finding import find_claims
from allegedly.link.copies.groups import find_copies
from allegedly.link.material import Material
from allegedly.link.sourcing.chains import find_chains, find_edges
from allegedly.records import Reading

from .odd import odd_readings
from .rumoring import WordJudge


@given(odd_readings())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_odd_readings_have_a_cast_chains_and_claims(found: list[Reading]) -> None:
    copies = find_copies([one.article for one in found])
    material = Material("story", found, copies)
    cast = find_cast(material)
    chains = find_chains(material, cast)
    claims = find_claims(material, cast, chains, WordJudge())
    for claim in claims:
        for one in claim.appearances:
            article = material.article(one.anchor.article)
            field = article.text if one.anchor.field == "text" else article.title
            assert one.anchor.text == one.anchor.span.of(field or "")
    assert all(edge.count > 0 for edge in find_edges(material, claims) if hasattr(edge, "count"))
