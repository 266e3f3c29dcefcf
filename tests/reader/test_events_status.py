"""What the words around an event make of its status; where they say nothing, the score stays."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.reader.clauses import clauses_of
from allegedly.reader.event_status import Statuses
from allegedly.reader.hedges import hedges_of
from allegedly.reader.modes import speech_quotes
from allegedly.reader.quotes import find_quotes
from allegedly.reader.sentences import split_sentences
from allegedly.records import Status


def status(marked: str, trained: Status, headline: bool = False) -> Status:
    """The status of the event in [brackets], which the encoder takes for ``trained``."""
    found = re.search(r"\[(\w+)\]", marked)
    assert found
    text = marked.replace("[", "").replace("]", "")
    sentences = split_sentences(text)
    clauses = clauses_of(text, sentences, speech_quotes(text, find_quotes(text)))
    statuses = Statuses(clauses, hedges_of(clauses), headline)
    return statuses.of(clauses.at(found.start()), trained)


#: Text, what the encoder says, what it is.
TOLD: list[tuple[str, Status, Status]] = [
    ("The council [sold] the boats.", "happened", "happened"),
    ("The council did not [sell] the boats.", "happened", "denied"),
    ("The council hasn’t [sold] the boats.", "happened", "denied"),
    ("The boats were never [sold].", "happened", "denied"),
    ("There was no [sale].", "happened", "denied"),
    ("They left without [paying].", "happened", "denied"),
    ("The council cannot [sell] the boats.", "possible", "denied"),
    ("Breck failed to [sell] the boats.", "possible", "denied"),
    ("Breck denied that the boats were [sold].", "happened", "denied"),
    ("Breck denied [selling] the boats.", "happened", "denied"),
    ("The council dismissed reports of a [sale].", "happened", "denied"),
    ("The council may [sell] the boats.", "happened", "possible"),
    ("The boats could also be [sold].", "happened", "possible"),
    ("The boats should not be [sold].", "denied", "possible"),
    ("Will the council [sell] the boats?", "happened", "possible"),
    ("Rumors that Breck [sold] the boats grew.", "happened", "possible"),
    ("Rumors that Breck sold the boats [grew].", "happened", "possible"),
    ("Rumors have been [swirling] all week.", "ongoing", "ongoing"),
    ("It is unclear whether Breck [sold] the boats.", "happened", "possible"),
    ("Nothing in the memo says that the boats were [sold].", "happened", "possible"),
    ("The council will [sell] the boats.", "happened", "planned"),
    ("The boats will not be [sold].", "happened", "denied"),
    ("Breck said he would [sell] the boats.", "possible", "planned"),
    ("Breck agreed to [sell] the boats.", "possible", "planned"),
    ("The boats are set to be [sold].", "possible", "planned"),
    ("The pier is to [close].", "possible", "planned"),
    ("Breck refused to [sell] the boats.", "possible", "denied"),
    ("Finch was forced to [resign].", "possible", "happened"),
    ("Finch would be forced to [resign].", "possible", "planned"),
    ("Breck continues to [sell] boats.", "possible", "ongoing"),
    ("Breck would have [sold] the boats.", "happened", "hypothetical"),
    ("If Breck [sold] the boats, prices would rise.", "happened", "hypothetical"),
    ("If Breck sold the boats, prices would [rise].", "possible", "hypothetical"),
    ("They would eventually [marry].", "planned", "happened"),
    ("Breck not only [sold] the boats, he burned them.", "happened", "happened"),
    ("They do not know how the boats were [sold].", "happened", "happened"),
    ("It is no secret that the boats were [sold].", "happened", "happened"),
    ("The quay wasn’t to [close].", "happened", "denied"),
    ("Talk of the possibility of a meeting with Breck was [heard].", "happened", "happened"),
    ("Talk of the possibility of a [meeting] was heard.", "happened", "possible"),
    ("Neither Breck nor Finch [answered].", "happened", "denied"),
    ("No boats were [sold].", "happened", "denied"),
    ("“Nobody [came],” Breck said.", "happened", "denied"),
    ("No doubt Breck [sold] the boats.", "happened", "happened"),
    ("The boats are being [sold].", "ongoing", "ongoing"),
    ("Strandholm has already [split] in two.", "planned", "happened"),
    ("Breck was [selling] boats.", "ongoing", "happened"),
    ("Breck has been [selling] boats.", "happened", "ongoing"),
    ("Whether Breck is [selling] is not known.", "ongoing", "possible"),
    ("Breck went on to [sell] the boats.", "possible", "happened"),
    ("Breck [Sells] Boats To Strandholm", "ongoing", "happened"),
]


def test_a_noun_has_the_status_of_the_verb_that_supports_it() -> None:
    text = "Strandholm made its first bid. Strandholm will make its second bid."
    clauses = clauses_of(text, split_sentences(text))
    statuses = Statuses(clauses, (), False)
    told = {word: statuses.of(k, "happened") for k, word in enumerate(clauses.low) if word != "bid"}
    bids = [statuses.of(k, "ongoing") for k, word in enumerate(clauses.low) if word == "bid"]
    assert (told["made"], told["make"]) == ("happened", "planned")
    assert bids == ["happened", "planned"]


HEADLINES: list[tuple[str, Status, Status]] = [
    ("Council [sells] ferries", "ongoing", "happened"),
    ("Council to [sell] ferries", "possible", "planned"),
    ("Council [selling] ferries", "ongoing", "ongoing"),
    ("Council may [sell] ferries", "ongoing", "possible"),
    ("Will council [sell] ferries?", "ongoing", "possible"),
]


@pytest.mark.parametrize(("marked", "trained", "expected"), TOLD)
def test_status(marked: str, trained: Status, expected: Status) -> None:
    assert status(marked, trained) == expected


@pytest.mark.parametrize(("marked", "trained", "expected"), HEADLINES)
def test_status_in_a_headline(marked: str, trained: Status, expected: Status) -> None:
    assert status(marked, trained, headline=True) == expected


@given(st.text(max_size=80), st.sampled_from(("happened", "ongoing", "planned")))
def test_any_text_has_some_status(text: str, trained: Status) -> None:
    clauses = clauses_of(text, split_sentences(text))
    statuses = Statuses(clauses, hedges_of(clauses), False)
    for k in range(len(clauses.low)):
        assert isinstance(statuses.of(k, trained), str)
