"""Sentences outside all attributions whose source the text gives all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .page import Page
from .voices import Voice, Voices
from .words import GOING_ON


def sourced_sentences(voices: Voices) -> dict[int, Voice]:
    """Sentence numbers with the unnamed source or document that is said to tell them.

    Only sentences without a cue: where there is one, the attribution says who.
    """
    page = voices.page
    taken = {page.sentence(span.start) for one in page.attributions("text") for span in one.cue}
    found: dict[int, Voice] = {}
    for one in page.pool:
        number = page.sentence(one.description.span.start)
        told = one.attribution is None and one.description.tells
        if told and number is not None and number not in taken:
            found.setdefault(number, voices.at(one))
    for paper in page.papers:
        number = page.sentence(paper.span.start)
        if paper.speaks and number is not None and number not in taken:
            found.setdefault(number, voices.of_paper(paper))
    return found


def continued(page: Page, known: Callable[[int], Voice | None]) -> Iterator[tuple[int, Voice]]:
    """Hedged sentences that go on with what an unnamed source or another outlet told.

    "The price could be …, according to the Courier. Lawyers were reportedly in the
    building": the second has no source of its own, and hedges, and stands in the same
    paragraph right after. ``known`` gives what is known of the word a sentence rests on.
    """
    text, sentences = page.text("text"), page.reading.sentences
    hedged = {
        hedge.sentence
        for hedge in page.reading.body.hedges
        if hedge.span.of(text).casefold() in GOING_ON
    }
    touched = {
        page.sentence(span.start)
        for one in page.attributions("text")
        for span in (*one.source, *one.cue, *one.content)
    }
    before: Voice | None = None
    for number, span in enumerate(sentences):
        if number and "\n" in text[sentences[number - 1].end - 1 : span.start]:
            before = None
        here = known(number)
        rests = before is not None and (before.sourcing == "unnamed" or before.via)
        if here is None and rests and before and number in hedged and number not in touched:
            yield number, before
            here = before
        before = here
