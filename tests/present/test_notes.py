"""Whatever nests, overlaps or crosses: elements are well formed, and the text stays the text."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.present.notes import Annotated, Note
from allegedly.present.offsets import Offsets
from allegedly.present.safe import writable

ALPHABET = st.one_of(
    st.sampled_from("ab  \n\r<&>\"'e\u0301\u202e\u05d0\u0627\U0001f9d1\u200d\U0001f680\x00\ud800"),
    st.characters(),
)
TAGS = ("i", "data", "u", "b")


class Marked(HTMLParser):
    """Which characters each element covers; fails where elements cross or stay open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[tuple[str, str]] = []
        self.covered: dict[str, list[int]] = {}
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        name = named.get("id") or named.get("data-of") or ""
        if "id" in named:
            self.ids.append(name)
        self.open.append((tag, name))
        self.covered.setdefault(name, [])

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for _, name in self.open:
            self.covered[name] += range(len(self.text), len(self.text) + len(data))
        self.text += data


def parsed(text: str, notes: list[Note], starts: list[int]) -> Marked:
    annotated = Annotated(text, notes, starts)
    marked = Marked()
    for start in starts:
        marked.feed(str(annotated.piece(start)))
        marked.close()
        assert not marked.open  # no element reaches over the end of a piece
    return marked


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, list[Note], list[int]]:
    text = draw(st.text(ALPHABET, min_size=1, max_size=60))
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 20), st.sampled_from(TAGS))
    notes = [
        Note(start, min(len(text), start + size), tag, f"x{number}")
        for number, (start, size, tag) in enumerate(draw(st.lists(places, max_size=8)))
    ]
    starts = draw(st.sets(st.integers(0, len(text) - 1), max_size=5))
    return text, sorted(notes, key=lambda note: note.order), sorted({0, *starts})


@given(annotated())
def test_elements_cover_what_they_should(made: tuple[str, list[Note], list[int]]) -> None:
    text, notes, starts = made
    marked = parsed(text, notes, starts)
    assert marked.text == writable(text)
    for note in notes:
        assert marked.covered[note.anchor] == list(range(note.start, note.end))
    assert sorted(marked.ids) == sorted(note.anchor for note in notes)


CASES = [
    ([], "abcdef"),
    ([(0, 6, "i")], "<i id=x0>abcdef</i>"),
    ([(0, 6, "i"), (2, 4, "i")], "<i id=x0>ab<i id=x1>cd</i>ef</i>"),
    ([(0, 4, "i"), (0, 4, "b")], "<i id=x0><b id=x1>abcd</b></i>ef"),
    (
        [(0, 4, "i"), (2, 6, "u")],
        "<i id=x0>ab<u id=x1>cd</u></i><u data-of=x1>ef</u>",
    ),
    (
        [(0, 3, "i"), (1, 5, "data"), (2, 6, "u")],
        "<i id=x0>a<data id=x1>b<u id=x2>c</u></data></i>"
        "<u data-of=x2><data data-of=x1>de</data>f</u>",
    ),
]


@pytest.mark.parametrize(("places", "html"), CASES)
def test_nesting(places: list[tuple[int, int, str]], html: str) -> None:
    notes = [Note(start, end, tag, f"x{n}") for n, (start, end, tag) in enumerate(places)]
    assert str(Annotated("abcdef", notes, [0]).piece(0)) == html


def test_pieces_cut_notes() -> None:
    cut = Annotated("abcdef", [Note(1, 5, "b", "x")], [0, 2, 4])
    assert [str(cut.piece(start)) for start in (0, 2, 4)] == [
        "a<b id=x>b</b>",
        "<b data-of=x>cd</b>",
        "<b data-of=x>e</b>f",
    ]


def test_a_text_without_pieces() -> None:
    assert Annotated("", [], []) is not None


@given(st.text(ALPHABET, max_size=40))
def test_offsets_are_those_of_a_browser(text: str) -> None:
    offsets = Offsets(text)
    for at in range(len(text) + 1):
        before = text[:at].encode("utf-16-le", "surrogatepass")
        assert offsets.at(at) == len(before) // 2
