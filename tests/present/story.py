"""A story about an invented band, as five articles and two inputs that could not be read."""

from __future__ import annotations

from allegedly.records import Article, Attribution, Furniture, Layers, Reading, Unread, When

from .making import (
    described,
    happens,
    hedged,
    named,
    outlet,
    person,
    places,
    reading,
    said,
    timed,
)

COULD_NOT = (
    Unread("coverage/archive.zip", "is an archive, not a page", "unpack it and read its folder"),
    Unread("https://quay-gazette.example/404", "the server answered 404 Not Found"),
)


def story() -> tuple[Reading, ...]:
    """The five articles, not in the order they appeared in."""
    return (_observer(), _quay(), _gazette(), _undated(), _german())


def _quay() -> Reading:
    caption = "Odile Marsh on stage in Quayside last summer. Photo: L. Imber"
    share = "Share this story with a friend"
    text = (
        "Odile Marsh is leaving The Paper Lanterns after eleven years, according to a source "
        "close to the band.\n\n"
        f"{caption}\n\n"
        "“She told them in March and nobody shouted,” the source said, adding that the singer "
        "had already “packed up the rehearsal room.”\n\n"
        "A spokesman for the group, Tomas Brandvik, declined to comment. In a letter to the "
        "fan club seen by the Evening Quay, the band’s management writes that all dates from "
        "June on are “under review”.\n\n"
        f"{share}"
    )
    title = "Odile Marsh ‘to quit’ The Paper Lanterns, source says"
    spans = places(text, caption, share)
    article = Article(
        text=text,
        title=title,
        outlet="Evening Quay",
        url="https://www.evening-quay.example/music/odile-marsh",
        byline="By Petra Hallow",
        published=When.from_iso("2023-04-03", "json-ld"),
        language="en",
        furniture=(Furniture(spans[0], "caption"), Furniture(spans[1], "share")),
        origin="coverage/quay.html",
    )
    return reading(
        article,
        _quay_rows(text),
        [
            said(
                title,
                ["source"],
                ["says"],
                ["Odile Marsh ‘to quit’ The Paper Lanterns"],
                mode="mixed",
                sourcing="unnamed",
            )
        ],
        [
            person("Odile Marsh"),
            person("Tomas Brandvik"),
            outlet("Paper Lanterns management"),
            outlet("The Paper Lanterns"),
        ],
        found=_quay_layers(text),
    )


def _quay_rows(text: str) -> list[Attribution]:
    leaving = ["Odile Marsh is leaving The Paper Lanterns after eleven years"]
    shouted = ["“She told them in March and nobody shouted,”"]
    packed = ["that the singer had already “packed up the rehearsal room.”"]
    review = ["that all dates from June on are “under review”"]
    return [
        said(text, ["a source close to the band"], ["according to"], leaving, sourcing="unnamed"),
        said(text, ["the source"], ["said"], shouted, mode="direct", sourcing="unnamed"),
        said(text, ["She"], ["told"], speaker=0, within=1, confidence=0.61),
        said(text, ["the source"], ["adding"], packed, mode="mixed", sourcing="unnamed"),
        said(
            text,
            ["A spokesman for the group, Tomas Brandvik"],
            ["declined"],
            ["to comment"],
            speaker=1,
        ),
        said(
            text,
            ["a letter to the fan club", "the band’s management"],
            ["writes"],
            review,
            mode="mixed",
            sourcing="document",
            speaker=2,
        ),
    ]


def _quay_layers(text: str) -> Layers:
    return Layers(
        mentions=(
            named(text, "Odile Marsh", 0),
            named(text, "The Paper Lanterns", 3, kind="organization"),
            described(text, "|She| told", 0),
            described(text, "the singer", 0, "singer"),
            named(text, "A spokesman for the group, Tomas Brandvik", 1, "Tomas Brandvik"),
            described(text, "|the group|, Tomas", 3, "group", kind="organization"),
            described(text, "the band’s management", 2, "management", kind="organization"),
            described(text, "|the band|’s", 3, "band", kind="organization"),
        ),
        times=(
            timed(text, "eleven years", "P11Y", "DURATION"),
            timed(text, "March", "2023-03"),
            timed(text, "June", "2023-06"),
        ),
        events=(
            happens(text, "leaving", "ongoing", participants=(0, 3)),
            happens(text, "told", when="2023-03", time=1, participants=(0,), kind="reporting"),
            happens(text, "shouted", "denied", when="2023-03", time=1),
            happens(text, "|said|, adding", kind="reporting"),
            happens(text, "packed", participants=(0,)),
            happens(text, "declined", participants=(1,), kind="intention"),
            happens(text, "review", "planned", when="2023-06", time=2, participants=(2,)),
        ),
    )


def _observer() -> Reading:
    text = (
        "The Paper Lanterns have not split, their drummer insisted on Tuesday.\n"
        "“I had breakfast with Odile this morning,” Ines Okonjo told Radio Halm. “If she has "
        "left, she forgot to mention it over the eggs.”\n"
        "The Evening Quay reported on Monday that Marsh had told the band in March. Okonjo said "
        "she believed that the report “came from somebody who was not in the room”.\n"
        "Our reporter saw three of the four members enter the studio in Halm at noon."
    )
    title = "Drummer: Paper Lanterns have not split"
    article = Article(
        text=text,
        title=title,
        outlet="The Halm Observer",
        url="https://halm-observer.example/lanterns",
        published=When.from_iso("2023-04-04", "given"),
        language="en",
        given_id="halm-17",
        origin="wire.jsonl:3",
    )
    return reading(
        article,
        _observer_rows(text),
        [said(title, ["Drummer"], [":"], ["Paper Lanterns have not split"], speaker=0)],
        [
            person("Ines Okonjo"),
            outlet("Evening Quay"),
            outlet("Radio Halm"),
            person("Odile Marsh"),
        ],
        found=_observer_layers(text),
    )


def _observer_rows(text: str) -> list[Attribution]:
    room = "the report “came from somebody who was not in the room”"
    breakfast = [
        "“I had breakfast with Odile this morning,”",
        "“If she has left, she forgot to mention it over the eggs.”",
    ]
    return [
        said(
            text,
            ["their drummer"],
            ["insisted"],
            ["The Paper Lanterns have not split"],
            speaker=0,
        ),
        said(text, ["Ines Okonjo"], ["told"], breakfast, mode="direct", speaker=0, via=(2,)),
        said(
            text,
            ["The Evening Quay"],
            ["reported"],
            ["that Marsh had told the band in March"],
            sourcing="outlet",
            speaker=1,
        ),
        said(text, ["Marsh"], ["had |told| the band"], speaker=3, within=2, confidence=0.58),
        said(
            text,
            ["|Okonjo| said"],
            ["said"],
            [f"she believed that {room}"],
            mode="mixed",
            speaker=0,
        ),
        said(
            text,
            ["said |she| believed"],
            ["believed"],
            [f"that {room}"],
            mode="mixed",
            speaker=0,
            within=4,
            certainty="probable",
            hedges=(0,),
        ),
        said(
            text,
            ["Our reporter"],
            ["saw"],
            ["three of the four members enter the studio in Halm at noon"],
            sourcing="self",
        ),
    ]


def _observer_layers(text: str) -> Layers:
    return Layers(
        mentions=(
            described(text, "their drummer", 0, "drummer"),
            named(text, "Ines Okonjo", 0),
            named(text, "|Odile| this", 3),
            described(text, "|she| has", 3),
            named(text, "The Evening Quay", 1, kind="organization"),
            named(text, "|Marsh| had told", 3),
            named(text, "|Okonjo| said", 0),
        ),
        times=(
            timed(text, "Tuesday", "2023-04-04"),
            timed(text, "this morning", "2023-04-04TMO", "TIME"),
            timed(text, "Monday", "2023-04-03"),
            timed(text, "March", "2023-03"),
            timed(text, "noon", "2023-04-04T12:00", "TIME"),
        ),
        events=(
            happens(text, "split", "denied", participants=(1,)),
            happens(text, "insisted", when="2023-04-04", time=0, kind="reporting"),
            happens(text, "breakfast", when="2023-04-04TMO", time=1, participants=(0, 3)),
            happens(text, "left", "hypothetical", participants=(3,)),
            happens(text, "reported", when="2023-04-03", time=2, kind="reporting"),
            happens(text, "had |told| the band", when="2023-03", time=3, participants=(3,)),
            happens(text, "enter", when="2023-04-04T12:00", time=4),
        ),
        hedges=(hedged(text, "believed", "probable", "that the report “came from somebody"),),
    )


def _gazette() -> Reading:
    text = (
        "It is said that the band will go on as a trio.\n\n"
        "Neither Odile Marsh nor the group’s label, Low Ceiling Records, answered questions. "
        "“We are a small label, and we have a small telephone,” its founder Mattias Roe wrote "
        "in a post. He added: “Odile is family. Families do not resign.”"
    )
    article = Article(
        text=text,
        title="Paper Lanterns ‘to go on as a trio’",
        outlet="Quay Gazette",
        url="https://quay-gazette.example/trio?ref=1&from=front",
        published=When.from_iso("2023-04", "url"),
        language="en",
        origin="coverage/gazette.html",
    )
    return reading(
        article,
        [
            said(
                text,
                cue=["It is said"],
                content=["that the band will go on as a trio"],
                sourcing="none",
                confidence=0.88,
            ),
            said(
                text,
                ["its founder Mattias Roe"],
                ["wrote in a post"],
                ["“We are a small label, and we have a small telephone,”"],
                mode="direct",
                speaker=0,
            ),
            said(
                text,
                ["He"],
                ["added"],
                ["“Odile is family. Families do not resign.”"],
                mode="direct",
                speaker=0,
            ),
        ],
        [],
        [person("Mattias Roe"), person("Odile Marsh")],
    )


def _undated() -> Reading:
    text = (
        "Odile Marsh to play alone in Halm\n\n"
        "The singer will appear without her band in the autumn, the organisers announced. "
        "Odile Marsh said: “I will bring one guitar\n\nand no explanations.”"
    )
    return reading(
        Article(text=text, title="Odile Marsh to play alone in Halm", origin="notes.txt"),
        [
            said(
                text,
                ["the organisers"],
                ["announced"],
                ["The singer will appear without her band in the autumn"],
            ),
            said(
                text,
                ["|Odile Marsh| said"],
                ["|said|:"],
                ["“I will bring one guitar\n\nand no explanations.”"],
                mode="direct",
                speaker=0,
            ),
        ],
        [],
        [person("Odile Marsh")],
    )


def _german() -> Reading:
    article = Article(
        text="Die Papierlaternen machen weiter, sagte ihr Schlagzeuger dem Sender.",
        title="Papierlaternen machen weiter",
        outlet="Halmer Bote",
        published=When.from_iso("2023-04-05", "meta"),
        language="de",
        origin="coverage/bote.html",
    )
    return reading(article, unread="it is in German (de); only English is read")
