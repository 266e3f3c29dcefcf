"""What is marked as furniture, and what must never be."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.collect import furniture
from allegedly.collect._furniture import LINES
from allegedly.collect._furniture.rules import Rule

STORY = "The mayor said on Monday that the old clock was not for sale."


def marked(text: str) -> list[tuple[str, str]]:
    return [(item.kind, item.span.of(text)) for item in furniture(text)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("by Nia Corran", "byline"),
        ("By NIA CORRAN, Staff Writer", "byline"),
        ("By Nia Corran and Otto van Brandt, Bell News", "byline"),
        ("Otto Brandt in Leeds contributed to this report.", "byline"),
        ("(Reporting by Nia Corran; Editing by Otto Brandt)", "byline"),
        ("Additional reporting by agencies", "byline"),
        ("(Image credit: Bell TV)", "caption"),
        ("[Image via screengrab]", "caption"),
        ("Source: thebell.example", "caption"),
        ("Photo: the clock in June", "caption"),
        ("Otto Brandt/Getty Images", "caption"),
        ("Reuters", "caption"),
        ("The clock tower in June. Photo: Otto Brandt", "caption"),
        ("The clock tower on March 3, 2024, in Leeds. Otto Brandt/AP", "caption"),
        ("The clock in June (Photo: Otto Brandt)", "caption"),
        ("Enlarge this image toggle caption Otto Brandt/AP", "caption"),
        ("View this post on Instagram", "embed"),
        ("A post shared by Clock Fans (@clockfans)", "embed"),
        ("Scroll down for video", "embed"),
        ("https://skein.example/clock/4471", "embed"),
        ("Share", "share"),
        ("FacebookTwitterWhatsAppEmailPrint", "share"),
        ("Share this: Mail | Skein | Copy link", "share"),
        ("Follow Nia Corran on Twitter @niacorran", "share"),
        ("Like us on Facebook", "share"),
        ("Sign up for our daily newsletter", "newsletter"),
        ("Get the news delivered to your inbox every morning", "newsletter"),
        ("Enter your email address", "newsletter"),
        ("Related stories", "related"),
        ("Read more: The long history of the clock", "related"),
        ("SEE ALSO: Five towers that lean", "related"),
        ("Leave a Reply", "form"),
        ("Your email address will not be published. Required fields are marked *", "form"),
        ("Comments (14)", "form"),
        ("Have a view? Tell us in the comments below!", "form"),
        ("Home > News > Mayor denies selling the clock", "navigation"),
        ("Skip to content", "navigation"),
        ("Story continues below", "navigation"),
        ("ADVERTISEMENT", "notice"),
        ("Copyright 2024 The Bell. All rights reserved.", "notice"),
        ("We use cookies to improve your visit.", "notice"),
        ("Updated at 6 p.m. ET", "notice"),
    ],
)
def test_lines_that_are_furniture(line: str, kind: str) -> None:
    text = f"{STORY}\n\n{line}\n\n{STORY}"
    assert marked(text) == [(kind, line)]


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday evening the clock had stopped.",
        "By all accounts, Nia Corran had left.",
        "By The Numbers",
        "Source close to the mayor: “She never sold it.”",
        "“Read more books,” she said.",
        "Related to the mayor by marriage, Brandt denied everything.",
        "She sold the pictures to Getty Images.",
        "The photo: nobody has seen it, she said.",
        "Share prices fell on Monday.",
        "Follow the money, she told reporters on Twitter, and you will find him.",
        "Sign up for the army, he was told, or go home.",
        "A post shared by the mayor’s sister on Monday said: “It is ours.”",
        "A post shared by Nia Corran (@nia) shows the clock in pieces.",
        "The mayor declined to comment.",
        "Leave a reply on my desk, she wrote.",
        "Comments by the mayor were met with laughter.",
        "Home is where the clock is, said Brandt.",
        "Tags were found on the clock.",
        "Updated figures show that the clock lost two minutes.",
        "The video has been viewed a million times.",
        "Name one mayor who has not lied.",
        "Her email was read aloud in the chamber.",
        "She said that all rights were reserved for the town.",
        "Advertisement of the sale began in May, the minutes show.",
        "WATCH: the word was on every wall, she said.",
        "Nia Corran is a reporter who has been missing since May.",
        "Clock Fans",
        "What the council says",
        "7.40pm. Motion carried.",
        "12 March 2024",
    ],
)
def test_news_is_never_furniture(sentence: str) -> None:
    filler = "\n\n".join([STORY] * 9)
    assert marked(f"{filler}\n\n{sentence}\n\n{filler}") == []


def test_a_breadcrumb_ends_with_the_title_below_it() -> None:
    title = "Mayor Denies Selling The Clock"
    text = f"Home Town Hall {title}\n\n{title}\n\n{STORY}"
    assert marked(text) == [("navigation", f"Home Town Hall {title}")]


def test_the_phrase_right_above_a_credit_is_its_alt_text() -> None:
    alt = "screenshot old clock on the tower"
    assert marked(f"Title\n\n{alt}\n(Image credit: Bell TV)\n\n{STORY}") == [
        ("caption", alt),
        ("caption", "(Image credit: Bell TV)"),
    ]
    assert marked(f"Title\n\n{STORY}\n(Image credit: Bell TV)\n\n{STORY}") == [
        ("caption", "(Image credit: Bell TV)")
    ]


@pytest.mark.parametrize(
    "box",
    [
        ["Nia Corran", "Harbour and Clocks Reporter", "Nia likes boats. Favs: tea, gears."],
        ["About the author", "Nia has written for the Bell since 2016."],
    ],
)
def test_an_author_box_ends_the_text(box: list[str]) -> None:
    assert marked("\n\n".join([STORY, STORY, *box])) == [("author", line) for line in box]


def test_a_last_line_about_the_writer_needs_the_byline() -> None:
    last = "Nia Corran is a freelance writer in Leeds."
    assert marked(f"By Nia Corran\n\n{STORY}\n\n{last}")[1:] == [("author", last)]
    assert marked(f"By Otto Brandt\n\n{STORY}\n\n{last}")[1:] == []


def test_headlines_below_a_related_heading() -> None:
    text = f"{STORY}\n\nRelated stories\nClock stopped at noon\nCouncil cuts the budget\n\n{STORY}"
    assert [kind for kind, _ in marked(text)] == ["related"] * 3


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        (f" date 2021-12-01 {STORY}", "date 2021-12-01"),
        (f"Published: 12 March 2024 {STORY}", "Published: 12 March 2024"),
    ],
)
def test_a_date_in_front_of_the_text(text: str, prefix: str) -> None:
    assert marked(text) == [("byline", prefix)]


def test_a_date_line_is_furniture_in_the_head_only() -> None:
    line = "Mar 12, 2024"
    assert marked(f"Title\n\n{line}\n\n{STORY}") == [("byline", line)]
    assert marked("\n\n".join(["Title", *[STORY] * 9, line, STORY])) == []


def test_forms_glued_into_one_line_are_found() -> None:
    hint = "Your email address will not be published. Required fields are marked *"
    assert marked(f"{STORY} Leave a note {hint} and go.") == [("form", hint)]


def test_a_sentence_glued_to_a_credit_stays() -> None:
    credit = "Otto Brandt/Getty Images"
    assert marked(f"{STORY} {credit}") == [("caption", credit)]


def test_line_ends_of_any_kind() -> None:
    for end in ("\n", "\r\n", "\r", "\u2028"):
        assert marked(f"{STORY}{end}Share{end}{STORY}") == [("share", "Share")]


@given(st.text(max_size=400))
def test_spans_lie_within_any_text_in_order_without_overlap(text: str) -> None:
    _check_spans(text)


_PIECES = [
    "Share",
    "By Nia Corran",
    "(Image: AP)",
    "Home > A",
    STORY,
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "“",
]


@given(st.lists(st.sampled_from([*_PIECES, "Related", "Photo: X", "A post shared by N (@n)", "1"])))
def test_spans_of_texts_full_of_furniture(pieces: list[str]) -> None:
    _check_spans("".join(pieces))


def _check_spans(text: str) -> None:
    place = 0
    for item in furniture(text):
        assert place <= item.span.start < item.span.end <= len(text)
        assert item.span.of(text).strip()
        place = item.span.end


@pytest.mark.parametrize(
    "text",
    [
        "a " * 500_000,
        "Follow " * 100_000,
        "\n" * 500_000,
        "A post shared by " * 60_000,
        "(Photo: " * 99_999,
        "x\n" * 300_000,
        "Home > " * 40 + "\n\n" + "View this post on Insta " * 40_000,
    ],
    ids=["words", "follow", "blank", "posts", "brackets", "lines", "mixed"],
)
def test_time_grows_no_faster_than_the_text(text: str) -> None:
    start = time.perf_counter()
    furniture(text)
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("rule", LINES, ids=lambda rule: rule.what)
def test_each_rule_says_what_it_finds(rule: Rule) -> None:
    assert rule.what
    assert rule.kind
