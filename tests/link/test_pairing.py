"""How a statement and a text become one input of the pair model."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from allegedly.link.pairing import (
    BODY,
    BODY_PIECES,
    CLS,
    NOBODY,
    SENTENCE_PIECES,
    SEP,
    STATEMENT,
    STATEMENT_PIECES,
    THE_TITLE,
    TITLE,
    Laid,
    article,
    pair,
    pieced,
    single,
)
from allegedly.reader.pieces import load_tokenizer
from allegedly.reader.sentences import split_sentences
from allegedly.records import Span

STATEMENT_TEXT = "The lighthouse at Corran Point will be sold to a brewery."
FILLER = "The weather stayed mild all week. Nobody on the quay had much to say about it. "


@cache
def tokenizer() -> Tokenizer:
    return load_tokenizer((files("allegedly") / "weights" / "tokenizer.json").read_text("utf-8"))


def lay(statement: str, title: str | None, text: str, budget: int = BODY_PIECES) -> Laid:
    named = pieced(tokenizer(), title) if title else None
    body = pieced(tokenizer(), text)
    return article(pieced(tokenizer(), statement), named, body, split_sentences(text), budget)


def told(laid: Laid, owner: int) -> str:
    return str(tokenizer().decode(laid.ids[laid.owners == owner].tolist()))


def test_the_order_is_statement_title_body() -> None:
    laid = lay(STATEMENT_TEXT, "Lighthouse for sale", "A brewery wants it. The council waits.")
    assert laid.ids[0] == CLS
    assert laid.ids[-1] == SEP
    changes = laid.roles[np.flatnonzero(np.diff(laid.roles, prepend=-1))].tolist()
    assert changes == [STATEMENT, TITLE, BODY]
    assert told(laid, THE_TITLE) == "lighthouse for sale"
    assert told(laid, 0) == "a brewery wants it."
    assert told(laid, 1) == "the council waits."


def test_shared_words_are_marked_on_both_sides() -> None:
    laid = lay(STATEMENT_TEXT, None, "Two breweries looked at the lighthouse. Gulls sat there.")
    shared = [
        (int(role), tokenizer().id_to_token(int(piece)))
        for piece, role, match in zip(laid.ids, laid.roles, laid.matches, strict=True)
        if match
    ]
    assert (STATEMENT, "lighthouse") in shared
    assert (BODY, "lighthouse") in shared
    assert (STATEMENT, "brewery") in shared
    assert (BODY, "brewer") in shared  # with "##ies"
    assert not {token for _, token in shared} & {"the", "to", "will", "gulls"}


def test_the_sentence_that_matters_is_read_wherever_it_stands() -> None:
    key = "A brewery will buy the lighthouse at Corran Point. "
    text = FILLER * 40 + key + FILLER * 40
    laid = lay(STATEMENT_TEXT, None, text)
    spans = split_sentences(text)
    owners = sorted({int(owner) for owner in laid.owners} - {NOBODY})
    read = [spans[owner].of(text) for owner in owners]
    assert key.strip() in read
    assert owners[:2] == [0, 1]
    place = owners.index(next(n for n, s in enumerate(spans) if s.of(text) == key.strip()))
    assert owners[place + 1] == owners[place] + 1
    assert owners[place - 1] == owners[place] - 1


def test_a_sentence_about_whether_it_is_so_goes_before_idle_ones() -> None:
    text = FILLER * 40 + "It turned out to be a hoax. " + FILLER * 40
    spans = split_sentences(text)
    laid = lay(STATEMENT_TEXT, None, text)
    assert any("hoax" in spans[owner].of(text) for owner in set(laid.owners.tolist()) if owner >= 0)


def test_sentences_that_are_left_out_are_not_read() -> None:
    text = "The lighthouse is sold. Sign up for the lighthouse letter. The brewery paid."
    first, _, third = split_sentences(text)
    body = pieced(tokenizer(), text)
    laid = article(pieced(tokenizer(), STATEMENT_TEXT), None, body, [first, third])
    assert told(laid, 0) == "the lighthouse is sold."
    assert told(laid, 1) == "the brewery paid."


@pytest.mark.parametrize("text", ["", " \n ", "\u200b"])
def test_nothing_to_read_is_laid_out_too(text: str) -> None:
    laid = lay(STATEMENT_TEXT, None, text)
    assert laid.roles[-1] == BODY
    assert laid.ids[-1] == SEP
    assert (laid.owners == NOBODY).all()


def test_a_pair_has_its_title_in_the_title_role() -> None:
    one, other = (pieced(tokenizer(), text) for text in ("Sold!", STATEMENT_TEXT))
    assert set(pair(one, other, TITLE).roles.tolist()) == {STATEMENT, TITLE}
    assert set(pair(one, other).roles.tolist()) == {STATEMENT, BODY}


def test_a_single_sentence_is_a_statement_beside_nothing() -> None:
    laid = single(pieced(tokenizer(), "Sold!"))
    assert laid.ids.tolist()[0] == CLS
    assert not laid.roles.any()
    assert not laid.matches.any()


@given(st.text(max_size=300), st.none() | st.text(max_size=80), st.text(max_size=2000))
def test_any_text_can_be_laid_out(statement: str, title: str | None, text: str) -> None:
    laid = lay(statement, title, text)
    spans: tuple[Span, ...] = split_sentences(text)
    assert len(laid.ids) == len(laid.roles) == len(laid.matches) == len(laid.owners)
    assert len(laid) <= 3 + STATEMENT_PIECES + SENTENCE_PIECES + BODY_PIECES
    assert (np.diff(laid.roles) >= 0).all()
    body = laid.owners[laid.owners >= 0]
    assert (np.diff(body) >= 0).all()
    assert all(0 <= owner < len(spans) for owner in body.tolist())
    assert set(laid.matches.tolist()) <= {0, 1}


@given(st.integers(1, 120))
def test_the_budget_holds(budget: int) -> None:
    laid = lay(STATEMENT_TEXT, None, FILLER * 20 + STATEMENT_TEXT, budget)
    assert int((laid.owners >= 0).sum()) <= budget
