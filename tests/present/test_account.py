"""The stories of a report: every row leads to the very words it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from allegedly.present import render_report
from allegedly.present.account.scale import Scale
from allegedly.present.account.sourcing import origins
from allegedly.present.account.summary import many
from allegedly.present.account.targets import Targets
from allegedly.present.rows import listings
from allegedly.present.safe import writable
from allegedly.records import Account, Anchor, Edge, Reading

from .accounts import account_of
from .hostile import STRINGS, hostile_record, hostile_story
from .scattered import generated
from .test_browser import HIT, VISITED, ready, until


def anchors_of(value: object) -> Iterator[Anchor]:
    """Every anchor anywhere in an account."""
    if isinstance(value, Anchor):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from anchors_of(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from anchors_of(one)


def test_without_an_account_there_is_no_story(readings: tuple[Reading, ...]) -> None:
    page = render_report(readings, title="x")
    assert 'class="story"' not in page
    assert 'id="statements"' in page


def test_a_story_comes_first_and_names_the_report(readings: tuple[Reading, ...]) -> None:
    page = render_report(readings, title="x", account=account_of(readings))
    assert '<h1 dir="auto">Will the band part?</h1>' in page
    assert page.index('id="story-1"') < page.index('id="statements"')
    assert page == render_report(readings, title="x", account=account_of(readings))


@pytest.mark.parametrize(
    "words",
    [
        "Resolved by a person as false",
        "Everything rests on one unnamed source",
        "borne out",
        "One says March, the other June.",
        "Overtaken, not contradicted",
        "Dates differ",
        "they count as one origin",
        "It tells of a letter of April 2023.",
    ],
)
def test_a_story_says_in_plain_words(readings: tuple[Reading, ...], words: str) -> None:
    assert words in render_report(readings, title="x", account=account_of(readings))


def test_the_software_rules_on_nothing(readings: tuple[Reading, ...]) -> None:
    account = account_of(readings)
    open_rumor = replace(account.rumors[0], state="unverified", resolution=None, track=())
    page = render_report(readings, title="x", account=replace(account, rumors=(open_rumor,)))
    assert "Unverified" in page
    assert "Resolved" not in page.split('id="statements"')[0].split("<main")[1]


def test_every_link_leads_somewhere(readings: tuple[Reading, ...]) -> None:
    page = render_report(readings, title="x", account=account_of(readings))
    ids = re.findall(r'\sid="?([^"\s>]+)', page)
    assert len(ids) == len(set(ids))
    listed = listings(readings)
    rows = {f"s{row.id}" for one in listed for row in one.rows}
    for fragment in set(re.findall(r'href="#([^"]+)"', page)) - {*ids, *rows}:
        place = re.fullmatch(r"x([0-9a-f]{8})-(h?)(\d+)-(\d+)", fragment)
        assert place, fragment
        (article,) = [one.reading.article for one in listed if one.id == place[1]]
        text = (article.title or "") if place[2] else article.text
        assert 0 <= int(place[3]) < int(place[4]) <= len(text)


def lit(page: Any, addresses: dict[str, str]) -> dict[str, str]:
    """What is lit at each of these addresses."""
    return dict(zip(addresses, page.evaluate(VISITED, list(addresses)), strict=True))


def test_a_row_leads_to_its_words(
    browser: Any, readings: tuple[Reading, ...], tmp_path: Path
) -> None:
    account = account_of(readings)
    path = tmp_path / "report.html"
    path.write_text(render_report(readings, title="x", account=account), encoding="utf-8")
    targets = Targets(listings(readings), account)
    quotes = [targets.quote(one) for one in anchors_of(account)]
    texts = {one.id: one for one in (each.article for each in readings)}
    expected = {}
    for one in quotes:
        article = texts[one.place.article]
        field = article.text if one.place.field == "text" else article.title or ""
        expected[one.href] = one.place.span.of(field)
    page = browser.new_page()
    page.goto(path.as_uri())
    ready(page)
    assert lit(page, expected) == expected
    page.close()


def test_300_strings_of_many_scripts_are_lit_exactly(browser: Any, tmp_path: Path) -> None:
    found = generated(300)
    account = account_of(found)
    path = tmp_path / "report.html"
    path.write_text(render_report(found, title="x", account=account), "utf-8", newline="")
    targets = Targets(listings(found), account)
    anchors = sorted(set(anchors_of(account)), key=lambda one: (one.article, one.span))[:320]
    expected = {targets.quote(one).href: writable(one.text) for one in anchors}
    assert len(expected) >= 300
    page = browser.new_page()
    page.goto(path.as_uri())
    until(page, "document.body.classList.contains('ready')")
    assert lit(page, expected) == expected
    page.close()


def test_any_place_can_be_cited(
    browser: Any, readings: tuple[Reading, ...], tmp_path: Path
) -> None:
    path = tmp_path / "report.html"
    path.write_text(render_report(readings, title="x"), encoding="utf-8")
    (one, *_) = listings(readings)
    page = browser.new_page()
    page.goto(f"{path.as_uri()}#x{one.id}-4-20")
    until(page, HIT, one.reading.article.text[4:20])
    for nonsense in ("x", "x00000000-1-2", f"x{one.id}-9999999-99999999", f"w{one.id}-1", "%E0%A4"):
        page.evaluate(f"location.hash = '{nonsense}'")
        until(page, HIT, "")
    page.close()


def test_hostile_strings_in_every_field_run_nothing(browser: Any, tmp_path: Path) -> None:
    readings, unread = hostile_story()
    account: Account = hostile_record(account_of(readings), cycle(STRINGS))
    path = tmp_path / "report.html"
    page = render_report(readings, unread, title="x", account=account)
    path.write_text(page, encoding="utf-8", newline="")
    opened = browser.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.set_viewport_size({"width": 320, "height": 700})
    opened.goto(path.as_uri())
    ready(opened)
    opened.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert opened.evaluate("document.documentElement.scrollWidth") <= 320
    assert opened.evaluate("window.broken") is None
    assert asked == [path.as_uri()]
    ids = opened.evaluate("() => [...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))
    opened.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_fault_of_accessibility(
    browser: Any, readings: tuple[Reading, ...], tmp_path: Path, scheme: str
) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    )
    path = tmp_path / "report.html"
    path.write_text(render_report(readings, title="x", account=account_of(readings)), "utf-8")
    page = browser.new_page(color_scheme=scheme)
    page.goto(path.as_uri())
    ready(page)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    faults = [
        (fault["id"], fault["nodes"][0]["html"])
        for fault in axe.Axe().run(page).response["violations"]
        if fault["impact"] in ("serious", "critical")
    ]
    assert not faults
    page.close()


def test_who_relies_on_whom_is_a_tree(readings: tuple[Reading, ...]) -> None:
    account = account_of(readings)

    def edge(teller: str, *via: str) -> Edge:
        return Edge("s-1", teller, via, "an insider", None, "unnamed", ("k-1",), ())

    (origin,) = origins([edge("A"), edge("B", "A"), edge("C", "B", "A")],
                        Targets(listings(readings), account))  # fmt: skip
    (first,) = origin.branches
    (second,) = first.branches
    assert (first.name, second.name, second.branches[0].name) == ("A", "B", "C")
    assert origin.tellers == 3


@pytest.mark.parametrize(
    ("earliest", "latest", "point"),
    [
        (date(2021, 2, 1), date(2021, 2, 28), False),
        (date(2021, 2, 9), date(2021, 2, 9), True),
        (None, date(2021, 2, 9), False),
    ],
)
def test_a_partial_date_is_drawn_as_the_interval_it_is(
    earliest: date | None, latest: date, *, point: bool
) -> None:
    scale = Scale(date(2021, 1, 1), date(2021, 12, 31))
    place = scale.stretch(earliest, latest)
    assert place.point == point
    assert float(place.x[:-1]) <= float(place.end[:-1])
    assert (place.x == place.end) == point


def test_a_scale_of_one_day_has_one_tick() -> None:
    scale = Scale.over([date(2021, 1, 1), None])
    assert scale is not None
    assert [one.label for one in scale.ticks] == ["1 January 2021"]
    assert Scale.over([None]) is None


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "no claims"), (1, "one claim"), (11, "11 claims"), (1200, "1,200 claims")],
)
def test_counts_as_newspapers_write_them(count: int, said: str) -> None:
    assert many(count, "claim") == said
