"""Who "I" and "we" are, once the speakers are known."""

from __future__ import annotations

import pytest

from allegedly.reader.candidate import Candidate, Form
from allegedly.reader.cast import Cast
from allegedly.reader.enumerations import names_in_lists
from allegedly.reader.firsthand import resolve_first_person
from allegedly.records import Attribution, Entity, MentionKind, Span

TEXT = "“I told him: ‘We can wait,’” Ada Finch said. I do not know."
ADA, LINE, CREW, WE = 0, 1, 2, 3
ENTITIES = [Entity("Ada Finch", "person"), Entity("Northline", "organization")]
ENTITIES += [Entity("the crew", "group"), Entity("we", "group")]


def at(surface: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(surface, start + 1)
    return Span(start, start + len(surface))


def pronoun(surface: str, nth: int = 0, *, quoted: bool = True) -> Candidate:
    return Candidate(at(surface, nth), "person", "pronoun", 0, 0, quoted=quoted)


def said(content: str, speaker: int | None, source: str | None = None) -> Attribution:
    sources = (at(source),) if source else ()
    return Attribution(sources, (), (at(content),), "direct", "named", speaker, (), None, 1.0)


OUTER = "“I told him: ‘We can wait,’”"
CASES = [
    ("I", [said(OUTER, ADA)], True, ADA),
    ("I", [said(OUTER, LINE)], True, -1),
    ("I", [said(OUTER, None)], True, -1),
    ("I", [said(OUTER, ADA)], False, -1),
    ("I", [], True, -1),
    ("We", [said(OUTER, ADA)], True, WE),
    ("We", [said(OUTER, ADA)], False, -1),
    ("We", [said(OUTER, ADA), said("‘We can wait,’", LINE)], True, LINE),
    ("We", [said(OUTER, ADA), said("‘We can wait,’", CREW)], True, CREW),
]


@pytest.mark.parametrize(("word", "attributions", "quoted", "entity"), CASES)
def test_first_person(
    word: str, attributions: list[Attribution], quoted: bool, entity: int
) -> None:
    found = [pronoun(word, quoted=quoted)]
    resolve_first_person(TEXT, found, attributions, ENTITIES, {ADA: WE}.__getitem__)
    assert found[0].entity == entity
    assert entity < 0 or found[0].kind == ENTITIES[entity].kind


def test_somebody_only_described_speaks_too() -> None:
    speaker = Candidate(at("Ada Finch"), "person", "description", 0, 0, entity=ADA)
    found = [pronoun("I"), speaker]
    people = [said(OUTER, None, "Ada Finch")]
    resolve_first_person(TEXT, found, people, ENTITIES, {ADA: WE}.__getitem__)
    assert found[0].entity == ADA


def test_one_speaker_has_one_we() -> None:
    cast = Cast()
    cast.figures.open("Ada Finch", "person", ("ada", "finch"))
    cast.figures.open("Tom Alder", "person", ("tom", "alder"))
    assert cast.with_others(0) == cast.with_others(0) != cast.with_others(1)
    assert {(e.name, e.kind) for e in cast.entities()} == {("we", "group")}


def names(text: str, noun: str, listed: list[str], kind: MentionKind) -> dict[str, str]:
    """Kinds of the names of a list after it was looked at."""

    def make(surface: str, form: Form, kind: MentionKind) -> Candidate:
        start = text.index(surface)
        return Candidate(Span(start, start + len(surface)), kind, form, start, start)

    found = [make(noun, "description", "group")] if noun else []
    found += [make(name, "name", kind) for name in listed]
    names_in_lists(text, found)
    return {c.span.of(text): c.kind for c in found if c.form == "name"}


LISTS: list[tuple[str, str, list[str], str]] = [
    ("four kids (Ash, Paris, and Wren).", "four kids", ["Ash", "Paris", "Wren"], "person"),
    ("four kids – Ash, Paris and Wren", "four kids", ["Ash", "Paris", "Wren"], "person"),
    ("their children Ash (8) and Paris (5)", "their children", ["Ash", "Paris"], "person"),
    ("residents of Paris, Calder and Ash", "residents of Paris", ["Calder", "Ash"], "place"),
    ("two friends, Ash and Paris, left", "two friends", ["Ash", "Paris"], "person"),
    ("fans met in Paris and Calder", "fans", ["Paris", "Calder"], "place"),
    ("fans left (Paris is far)", "fans", ["Paris"], "place"),
    ("four songs from it – Ash, Paris, and Wren", "", ["Ash", "Paris", "Wren"], "work"),
    ("four songs in Paris, Ash", "", ["Paris", "Ash"], "place"),
]


@pytest.mark.parametrize(("text", "noun", "listed", "kind"), LISTS)
def test_lists(text: str, noun: str, listed: list[str], kind: str) -> None:
    assert set(names(text, noun, listed, "place").values()) == {kind}
