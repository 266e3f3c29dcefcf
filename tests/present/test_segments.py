"""Whatever overlaps, the text stays the text and a row's highlight is the row's words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from allegedly.present.rows import Listing, Row, listings
from allegedly.present.segments import Segment, cut, paragraphs
from allegedly.records import Article, Attribution, Furniture, Reading, Span

from .making import reading

ALPHABET = st.one_of(
    st.sampled_from(
        "ab  \n\n\r\t<&>\"'\u0301\u202e\u05d0\u0627\U0001f9d1\u200d\U0001f680\x00\ud800"
    ),
    st.characters(),
)
TEXTS = st.text(ALPHABET, min_size=1, max_size=80)


@st.composite
def spans(draw: st.DrawFn, length: int) -> tuple[Span, ...]:
    pairs = draw(st.lists(st.tuples(st.integers(0, length - 1), st.integers(1, 12)), max_size=3))
    return tuple(sorted(Span(start, min(length, start + size)) for start, size in pairs))


@st.composite
def attributions(draw: st.DrawFn, length: int) -> Attribution:
    source, cue, content = (draw(spans(length)) for _ in range(3))
    if not (source or cue or content):
        content = (Span(0, length),)
    return Attribution(source, cue, content, "mixed", "named", None, (), None, 0.5)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(TEXTS)
    found = draw(st.lists(attributions(len(text)), max_size=6))
    furniture = tuple(Furniture(span, "share") for span in draw(spans(len(text))))
    return reading(Article(text=text, furniture=furniture), found)


def highlighted(segments: tuple[Segment, ...], row: Row, role: str | None = None) -> str:
    return "".join(
        segment.text
        for segment in segments
        if any(mark.row == row.number and role in (None, mark.role) for mark in segment.marks)
    )


def words(listing: Listing, row: Row, where: tuple[Span, ...]) -> str:
    return "".join(listing.words(row, where))


@given(readings())
def test_the_segments_are_the_text_and_a_highlight_is_the_words(one: Reading) -> None:
    (listing,) = listings([one])
    segments = cut(one.article.text, listing.rows, one.article.furniture)
    assert "".join(segment.text for segment in segments) == one.article.text
    for row in listing.rows:
        assert highlighted(segments, row) == words(listing, row, row.spans)
        assert highlighted(segments, row, "source") == words(listing, row, row.source)
        assert highlighted(segments, row, "cue") == words(listing, row, row.cue)
        assert highlighted(segments, row, "content") == words(listing, row, row.content)
        (begin,) = [segment for segment in segments if row.id in segment.begins]
        assert row.number in {mark.row for mark in begin.marks}


@given(readings())
def test_paragraphs_hold_every_segment(one: Reading) -> None:
    (listing,) = listings([one])
    lines = paragraphs(cut(one.article.text, listing.rows, one.article.furniture))
    pieces = tuple(piece for line in lines for piece in line.segments)
    assert "".join(piece.text for piece in pieces) == one.article.text
    for row in listing.rows:
        assert highlighted(pieces, row) == words(listing, row, row.spans)
        assert sum(piece.begins.count(row.id) for piece in pieces) == 1
    for line in lines[:-1]:
        seen = "".join(piece.text for piece in line.segments)
        assert seen.strip(" ").endswith("\n") or seen.isspace() or "\n" in seen
        assert not seen.isspace()


@given(readings())
def test_furniture_is_what_was_named_as_furniture(one: Reading) -> None:
    text, furniture = one.article.text, one.article.furniture
    inside = {at for each in furniture for at in range(each.span.start, each.span.end)}
    at = 0
    found: set[int] = set()
    for segment in cut(text, (), furniture):
        if segment.furniture:
            found.update(range(at, at + len(segment.text)))
        at += len(segment.text)
    assert found == inside


def test_furniture_of_one_kind_makes_a_paragraph_furniture() -> None:
    text = "News.\nPhoto: L. Imber\nMore news. Share"
    furniture = (Furniture(Span(6, 21), "caption"), Furniture(Span(33, 38), "share"))
    assert [line.furniture for line in paragraphs(cut(text, (), furniture))] == [
        None,
        "caption",
        None,
    ]


def test_an_empty_text_has_no_paragraph() -> None:
    assert cut("", ()) == ()
    assert paragraphs(()) == ()
