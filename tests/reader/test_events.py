"""Events from scores made up here: which words are rows, and which times are theirs."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.reader.clauses import clauses_of
from allegedly.reader.encoder import Tables
from allegedly.reader.events import Setting, events_of
from allegedly.reader.hedges import hedges_of
from allegedly.reader.modes import speech_quotes
from allegedly.reader.quotes import find_quotes
from allegedly.reader.sentences import split_sentences
from allegedly.reader.tokens import Tokens
from allegedly.records import Attribution, Event, Furniture, Mention, Span, Time, TimeType, When

CLASSES = ("occurrence", "state", "aspectual", "intention", "perception", "reporting")
STATUSES = ("happened", "ongoing", "planned", "possible", "denied", "hypothetical")
WIDTH = 16
_TOKEN = re.compile(r"\w+|[^\w\s]")


def tables() -> Tables:
    flat = np.zeros(24, dtype=np.float32)
    two = np.zeros((2, 4), dtype=np.float32)
    labels: dict[str, tuple[str, ...]] = {"events": CLASSES, "status": STATUSES}
    return Tables("test", {}, labels, 0, 0, 0, WIDTH, two, two, flat, two, flat)


def tokens_of(text: str, tags: dict[str, Any] | None = None, firsts: Any = None) -> Tokens:
    spans = np.array([m.span() for m in _TOKEN.finditer(text)], dtype=np.int64).reshape(-1, 2)
    n = len(spans)
    nothing = np.zeros((n, 0), dtype=np.float32)
    blank = {
        "events": np.tile(np.array([9.0] + [0.0] * 6, dtype=np.float32), (n, 1)),
        "status": np.tile(np.array([1.0] + [0.0] * 5, dtype=np.float32), (n, 1)),
    }
    rows = np.zeros((n, 2 * WIDTH), dtype=np.float32) if firsts is None else firsts
    numbers = np.arange(n, dtype=np.int64)
    return Tokens(text, spans, tags or blank, nothing, rows, numbers * 0, numbers)


def read(
    text: str,
    events: dict[str, str],
    times: dict[str, tuple[TimeType, str]] | None = None,
    dated: dict[tuple[str, str], float] | None = None,
    furniture: tuple[Furniture, ...] = (),
) -> list[tuple[str, Event]]:
    """The events of ``text`` where the encoder gives words their classes and pairs their scores."""
    tokens = tokens_of(text)

    def first(words: str) -> int:
        at = text.index(words)
        return tokens.range(Span(at, at + len(words)))[0]

    for word, kind in events.items():
        tokens.tags["events"][first(word), 1 + CLASSES.index(kind)] = 20.0
    found = []
    for words, (kind, value) in (times or {}).items():
        at = text.index(words)
        found.append(Time(Span(at, at + len(words)), kind, value, None, None, None))
    for column, word in enumerate(events):
        tokens.firsts[first(word), column] = 1.0
        for (event, time), score in (dated or {}).items():
            if event == word:
                tokens.firsts[first(time), WIDTH + column] = score * math.sqrt(WIDTH)
    for words in times or {}:
        # Columns that no event asks for keep other scores clearly below none.
        for column, word in enumerate(events):
            if (word, words) not in (dated or {}):
                tokens.firsts[first(words), WIDTH + column] = -9.0 * math.sqrt(WIDTH)
    sentences = split_sentences(text)
    clauses = clauses_of(text, sentences)
    setting = Setting(clauses, sentences, found, (), (), hedges_of(clauses), furniture)
    return [(e.span.of(text), e) for e in events_of(tokens, tables(), setting)]


def test_saying_thinking_and_auxiliaries_are_no_rows() -> None:
    text = "Breck said he was glad and wants to sell the boats, apparently."
    classes = {"said": "reporting", "was": "state", "wants": "intention", "sell": "occurrence"}
    classes["apparently"] = "intention"
    assert [word for word, _ in read(text, classes)] == ["sell"]


def test_a_hyphen_makes_one_word() -> None:
    text = "The re-run was planned."
    ((word, event),) = read(text, {"re": "occurrence", "run": "occurrence"})
    assert (word, event.type) == ("re-run", "occurrence")


def test_furniture_has_no_events() -> None:
    text = "Subscribe and win a boat.\n\nBreck sold the boats."
    furniture = (Furniture(Span(0, 25), "newsletter"),)
    found = read(text, {"win": "occurrence", "sold": "occurrence"}, furniture=furniture)
    assert [(word, e.sentence) for word, e in found] == [("sold", 1)]


DAY: dict[str, tuple[TimeType, str]] = {
    "Friday": ("DATE", "2021-02-05"),
    "Monday": ("DATE", "2021-02-08"),
}


def test_the_scored_time_wins_over_the_nearest() -> None:
    text = "On Friday the council, which met Monday, sold the boats."
    scores = {("sold", "Friday"): 2.0, ("sold", "Monday"): 1.0, ("met", "Monday"): 3.0}
    found = dict(read(text, {"met": "occurrence", "sold": "occurrence"}, DAY, scores))
    assert (found["sold"].when, found["sold"].time) == ("2021-02-05", 0)
    assert (found["met"].when, found["met"].time) == ("2021-02-08", 1)


def test_an_event_that_no_time_scores_for_has_none() -> None:
    text = "On Friday Breck spoke of boats that sank."
    found = dict(read(text, {"sank": "occurrence"}, {"Friday": DAY["Friday"]}))
    assert (found["sank"].when, found["sank"].time) == (None, None)


def test_times_of_other_sentences_are_not_taken() -> None:
    text = "Breck met Finch on Friday. He sold the boats."
    found = dict(
        read(text, {"sold": "occurrence"}, {"Friday": DAY["Friday"]}, {("sold", "Friday"): 9.0})
    )
    assert found["sold"].time is None


@pytest.mark.parametrize("word", ["since", "until", "by", "before", "from"])
def test_a_time_that_only_bounds_an_event_is_not_its_date(word: str) -> None:
    text = f"The boats were sold {word} Friday."
    times = {"Friday": DAY["Friday"]}
    found = dict(read(text, {"sold": "occurrence"}, times, {("sold", "Friday"): 9.0}))
    assert found["sold"].time is None


@pytest.mark.parametrize(
    ("kind", "value", "when"),
    [
        ("DATE", "2021-02-05", "2021-02-05"),
        ("DATE", "2021-SU", "2021-SU"),
        ("TIME", "2021-02-05TNI", "2021-02-05TNI"),
        ("DATE", "XXXX-02-05", None),
        ("DATE", "PAST_REF", None),
        ("DURATION", "P2D", None),
        ("SET", "XXXX-WXX-1", None),
    ],
)
def test_only_calendar_values_date_an_event(kind: TimeType, value: str, when: str | None) -> None:
    text = "The boats sank on Friday."
    scores = {("sank", "Friday"): 5.0}
    ((_, event),) = read(text, {"sank": "occurrence"}, {"Friday": (kind, value)}, scores)
    assert (event.when, event.time) == (when, 0)


@pytest.mark.parametrize(
    ("published", "status"),
    [("2021-02-04", "planned"), ("2021-02-05", "happened"), (None, "happened")],
)
def test_what_is_dated_later_has_not_happened(published: str | None, status: str) -> None:
    text = "A strike on Friday."
    tokens = tokens_of(text)
    tokens.tags["events"][1, 1] = 20.0
    tokens.firsts[1, 0], tokens.firsts[3, WIDTH] = 1.0, 5.0 * math.sqrt(WIDTH)
    day = date(2021, 2, 5)
    times = (Time(Span(12, 18), "DATE", day.isoformat(), None, day, day),)
    sentences = split_sentences(text)
    when = When.from_iso(published, "given") if published else None
    clauses = clauses_of(text, sentences)
    setting = Setting(clauses, sentences, times, (), (), (), published=when)
    assert [e.status for e in events_of(tokens, tables(), setting)] == [status]


@given(
    st.lists(
        st.sampled_from(
            [
                "Breck",
                "sold",
                "not",
                "“",
                "”",
                ".",
                "?",
                ",",
                "who",
                "the",
                "boats",
                "to",
                "her",
                "may",
                "if",
                "Friday",
                "\n\n",
                "-",
                "’s",
                "😀",
                "said",
            ]
        ),
        max_size=40,
    ).map(" ".join)
    | st.text(max_size=50),
    st.integers(0, 2**32 - 1),
)
def test_any_scores_on_any_text_give_events_that_hold(text: str, seed: int) -> None:
    rng = np.random.default_rng(seed)
    sentences = split_sentences(text)
    n = len(_TOKEN.findall(text))
    tags = {
        "events": rng.normal(size=(n, 7)).astype(np.float32),
        "status": rng.normal(size=(n, 6)).astype(np.float32),
    }
    tokens = tokens_of(text, tags, rng.normal(size=(n, 2 * WIDTH)).astype(np.float32))
    some = [Span(*m.span()) for m in _TOKEN.finditer(text) if rng.random() < 0.3]
    mentions = [Mention(s, "person", True, k % 3, s) for k, s in enumerate(some)]
    times = [Time(s, "DATE", "2021", None, None, None) for s in some[::2]]
    clauses = clauses_of(text, sentences)
    setting = Setting(clauses, sentences, times, mentions, (), hedges_of(clauses))
    found = events_of(tokens, tables(), setting)
    assert list(found) == sorted(found, key=lambda e: e.span)
    for event in found:
        assert event.span.of(text).strip() == event.span.of(text) != ""
        assert sentences[event.sentence].overlaps(event.span)
        assert event.time is None or sentences[event.sentence].overlaps(times[event.time].span)
        assert (event.when is None) == (event.time is None)
        assert set(event.participants) <= {m.entity for m in mentions}
        assert event.status in STATUSES
        assert event.type != "reporting"


@pytest.mark.parametrize("unit", ["sold ", "Breck, ", "and sold ", "who sold ", "if ", "to sell "])
def test_long_input_takes_no_longer_than_its_length(unit: str) -> None:
    text = unit * 2000
    tokens = tokens_of(text)
    tokens.tags["events"][:, 1] = 20.0
    sentences = split_sentences(text)
    clauses = clauses_of(text, sentences)
    mentions = [
        Mention(Span(*m.span()), "person", True, 0, Span(*m.span())) for m in _TOKEN.finditer(text)
    ]
    setting = Setting(clauses, sentences, (), mentions, (), hedges_of(clauses))
    assert events_of(tokens, tables(), setting)


def test_i_in_a_quotation_is_its_speaker() -> None:
    text = "“I’ve sold the boats,” Breck said. I saw it."
    tokens = tokens_of(text)
    for word in ("sold", "saw"):
        at = text.index(word)
        tokens.tags["events"][tokens.range(Span(at, at + 1))[0], 1] = 20.0
    sentences = split_sentences(text)
    clauses = clauses_of(text, sentences, speech_quotes(text, find_quotes(text)))
    content, source = (Span(text.index(w), text.index(w) + len(w)) for w in (text[:22], "Breck"))
    said = Attribution((source,), (), (content,), "direct", "named", 7, (), None, 1.0)
    mentions = (Mention(source, "person", True, 7, source),)
    setting = Setting(clauses, sentences, (), mentions, (said,), hedges_of(clauses))
    found = events_of(tokens, tables(), setting)
    assert [(e.span.of(text), e.participants) for e in found] == [("sold", (7,)), ("saw", ())]
