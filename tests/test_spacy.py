"""The component in a spaCy pipeline."""

from __future__ import annotations

import pytest

from allegedly import Reader

spacy = pytest.importorskip("spacy", reason="spaCy is not installed")

_TEXT = (
    "“The kiln will be lit again in May,” said Orla Fenwick, the potter. A neighbour said that "
    "nobody had asked him."
)


def test_a_pipeline_says_who_says_what(reader: Reader) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("allegedly")
    doc = nlp(_TEXT)
    reading = doc._.reading
    assert reading.article.text == doc.text == _TEXT
    assert len(doc._.attributions) == len(reading.body.attributions) > 0
    first = doc._.attributions[0]
    assert first.speaker == "Orla Fenwick"
    assert "The kiln will be lit again in May" in first.content[0].text
    for quoted in doc._.attributions:
        pairs = zip(quoted.content, quoted.record.content, strict=True)
        assert all(span.of(_TEXT) in found.text for found, span in pairs)
    assert [span.text for span in doc.spans["time"]] == [
        one.span.of(_TEXT) for one in reading.body.times
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "…", "🧑‍🚀 e\u0301"])
def test_there_may_be_nothing_to_find(text: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("allegedly")
    assert nlp(text)._.attributions == ()
