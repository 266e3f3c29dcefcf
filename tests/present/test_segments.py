"""Whatever is furniture, the lines of a text are the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from allegedly.present.segments import cut, paragraphs
from allegedly.records import Article, Furniture, Span

from .test_island import spans

ALPHABET = st.one_of(
    st.sampled_from(
        "ab  \n\n\r\t<&>\"'\u0301\u202e\u05d0\u0627\U0001f9d1\u200d\U0001f680\x00\ud800"
    ),
    st.characters(),
)
TEXTS = st.text(ALPHABET, min_size=1, max_size=80)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(TEXTS)
    furniture = tuple(Furniture(span, "share") for span in draw(spans(len(text))))
    return Article(text=text, furniture=furniture)


@given(articles())
def test_paragraphs_are_the_text_line_by_line(one: Article) -> None:
    lines = paragraphs(cut(one.text, one.furniture))
    seen = ["".join(piece.text for piece in line.segments) for line in lines]
    assert "".join(seen) == one.text
    for line in seen[:-1]:
        assert line.strip(" ").endswith("\n") or "\n" in line
        assert not line.isspace()


@given(articles())
def test_furniture_is_what_was_named_as_furniture(one: Article) -> None:
    inside = {at for each in one.furniture for at in range(each.span.start, each.span.end)}
    at = 0
    found: set[int] = set()
    for segment in cut(one.text, one.furniture):
        if segment.furniture:
            found.update(range(at, at + len(segment.text)))
        at += len(segment.text)
    assert found == inside


def test_furniture_of_one_kind_makes_a_paragraph_furniture() -> None:
    text = "News.\nPhoto: L. Imber\nMore news. Share"
    furniture = (Furniture(Span(6, 21), "caption"), Furniture(Span(33, 38), "share"))
    assert [line.furniture for line in paragraphs(cut(text, furniture))] == [None, "caption", None]


def test_an_empty_text_has_no_paragraph() -> None:
    assert cut("") == ()
    assert paragraphs(()) == ()
