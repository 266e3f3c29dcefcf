"""One thing has one place in a report, and everything that names it leads there."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from allegedly.present import render_report
from allegedly.present.account.noted import dated_note
from allegedly.present.account.summary import summary
from allegedly.present.account.targets import shortened
from allegedly.present.known import Known
from allegedly.present.rows import listings
from allegedly.records import Account, Article, CastMember, EntityRef, Reading, Story

from .accounts import account_of
from .making import person, reading, said
from .test_browser import HIT
from .test_island import data_of


@pytest.fixture(scope="module")
def page(readings: tuple[Reading, ...]) -> str:
    return render_report(readings, title="x", account=account_of(readings))


def two_names() -> tuple[list[Reading], CastMember]:
    """One person under two names in two articles."""
    text = "{} said it rains."
    found = []
    for name in ("Mara Ellis", "Ellis"):
        line = text.format(name)
        article = Article(text=line, outlet=f"{name} Post")
        row = replace(said(line, [name], ["said"], ["it rains"]), speaker=0)
        found.append(reading(article, [row], entities=[person(name)]))
    entities = tuple(EntityRef(one.article.id, 0) for one in found)
    return found, CastMember("p-7", "s", "Mara Ellis", "person", ("Ellis",), (), entities, ())


def test_one_person_is_one_speaker_across_articles() -> None:
    found, member = two_names()
    account = Account(stage="", cast=(member,))
    page = render_report(found, title="x", account=account)
    assert speakers(page) == [["Mara Ellis", "p-7", 2]]
    apart = render_report(found, title="x")
    assert speakers(apart) == [["Ellis", 0, 1], ["Mara Ellis", 0, 1]]


def speakers(page: str) -> list[list[Any]]:
    """Who the filters offer: names, members of the cast, how many statements."""
    data = data_of(page)
    return [[data["words"][name], member, count] for name, _, member, count in data["speakers"]]


def test_two_of_one_name_stay_two() -> None:
    found, member = two_names()
    first, second = member.entities
    cast = [
        replace(member, id="p-7", entities=(first,)),
        replace(member, id="p-8", entities=(second,)),
    ]
    rows = [row.speaker for one in listings(found, Known(cast)) for row in one.rows]
    assert len({one.key for one in rows}) == 2
    assert {one.member for one in rows} == {"p-7", "p-8"}


def test_the_contents_lead_to_every_section_in_order(page: str) -> None:
    (nav,) = re.findall(r'<nav class="contents".*?</nav>', page, re.DOTALL)
    links = re.findall(r'href="#([^"]+)">([^<]+)<', nav)
    assert [label for _, label in links] == [
        "Account", "Rumors", "Contradictions", "Sourcing", "Timeline", "Claims", "Cast", "Copies",
        "Statements", "Articles", "How to read this",
    ]  # fmt: skip
    places = [page.index(f'id="{anchor}"') for anchor, _ in links]
    assert places == sorted(places)


def test_headings_never_skip_a_level(page: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("row", ["rr-1", "cd-1", "oo-1", "ev-1", "kk-1", "pp-1", "q"])
def test_a_row_of_the_account_can_be_cited(page: str, row: str) -> None:
    (anchor,) = set(re.findall(f'id="({row}(?:[0-9a-f]{{10}})?)"', page))
    assert page.count(f'id="{anchor}"') == 1
    assert f'class="cite" href="#{anchor}"' in page


def test_members_of_the_cast_are_links_wherever_they_are_named(
    readings: tuple[Reading, ...],
) -> None:
    account = account_of(readings)
    edge = replace(account.sourcing[1], speaker="p-1")
    told = replace(account.claims[0].appearances[1])
    chained = replace(told, chain=replace(told.chain, speaker="p-1"))
    claim = replace(account.claims[0], appearances=(account.claims[0].appearances[0], chained))
    page = render_report(
        readings, title="x", account=replace(account, claims=(claim,), sourcing=(edge,))
    )
    data = data_of(page)
    assert "p-1" in [member for _, member, *_ in data["chains"]]
    for heading in ("sourcing-1", "events-1"):
        section = page[page.index(f'id="{heading}"') :].partition("</section>")[0]
        assert 'href="#pp-1"' in section, heading
    cast = page[page.index('id="cast-1"') :].partition("</section>")[0]
    assert "through Evening Quay" in cast


def test_a_folded_row_opens_when_it_is_cited(
    browser: Any, readings: tuple[Reading, ...], tmp_path: Path
) -> None:
    account = account_of(readings)
    path = tmp_path / "report.html"
    path.write_text(render_report(readings, title="x", account=account), encoding="utf-8")
    opened = browser.new_page(viewport={"width": 390, "height": 800})
    opened.goto(f"{path.as_uri()}#kk-1")
    opened.wait_for_timeout(100)
    assert opened.is_visible("#kk-1 blockquote")
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.closest('#kk-1') !== null")
    opened.close()


def test_words_of_the_account_are_lit_where_there_are_no_statements(
    browser: Any, readings: tuple[Reading, ...], tmp_path: Path
) -> None:
    bare = [
        replace(one, body=replace(one.body, attributions=()), headline=None) for one in readings
    ]
    path = tmp_path / "report.html"
    path.write_text(render_report(bare, title="x", account=account_of(bare)), encoding="utf-8")
    opened = browser.new_page()
    opened.goto(path.as_uri())
    link = opened.locator(".rumor a.words").first
    words = link.text_content()
    link.click()
    opened.wait_for_timeout(100)
    assert opened.evaluate(HIT) == words
    opened.close()


def test_notes_have_their_days_in_words() -> None:
    assert dated_note("Moved: 2024-03-12 gives way.") == "Moved: 12 March 2024 gives way."
    assert dated_note("It says “on 2024-03-12”.") == "It says “on 2024-03-12”."


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("The Harbour Gull", "The Harbour Gull"),
        ("What a buyer would get for its money at the sound", "What a buyer would get for its…"),
        ("x" * 60, "x" * 36 + "…"),
    ],
)
def test_a_long_title_is_cut_at_a_word(name: str, short: str) -> None:
    assert shortened(name) == short


def test_the_summary_is_made_from_rows(readings: tuple[Reading, ...]) -> None:
    account = account_of(readings)
    told = summary(account, account.stories[0])
    words = ["".join(part.text for part in one.pieces) for one in told]
    assert words[0] == "Resolved by a person as false: Odile Marsh leaves the band."
    assert "Everything rests on one unnamed source." in words
    assert words[-1].startswith("One contradiction: ")
    assert {one.href[:2] for one in told} <= {"#r", "#e", "#c"}


def test_several_stories_have_contents_of_their_own(readings: tuple[Reading, ...]) -> None:
    account = account_of(readings)
    other = Story("s-2", "Another story", account.stories[0].articles[:2])
    page = render_report(
        readings, title="Two", account=replace(account, stories=(*account.stories, other))
    )
    assert '<h1 dir="auto">Two</h1>' in page
    assert '<a href="#stories">Stories</a>' in page
    assert '<a href="#claims-1">Claims</a>' in page
    assert "Nothing in this coverage is treated as unsettled." in page
    ids = re.findall(r'\sid="?([^"\s>]+)', page)
    assert len(ids) == len(set(ids))
    inner = set(re.findall(r'href="?#([^"\s>]+)', page))
    assert not [one for one in inner - set(ids) if not re.match(r"[xs][0-9a-f]{8}-", one)]


def test_many_rows_are_folded(readings: tuple[Reading, ...]) -> None:
    account = account_of(readings)

    def many(rows: tuple[Any, ...], count: int) -> tuple[Any, ...]:
        return tuple(replace(rows[0], id=f"{rows[0].id}-{number}") for number in range(count))

    page = render_report(
        readings,
        title="x",
        account=replace(
            account,
            rumors=many((replace(account.rumors[0], state="unverified", resolution=None),), 9),
            contradictions=many(account.contradictions, 13),
            claims=many(account.claims, 15),
            timeline=many(account.timeline, 40),
        ),
    )
    for words in ("4 more claims that", "3 more contradictions", "3 more claims in several"):
        assert f"<summary>{words}" in page
    ids = re.findall(r'\sid="?([^"\s>]+)', page)
    assert len(ids) == len(set(ids))
    assert page.count('class="rumor"') == 9
    assert page.count('<li class="event"') == 40
