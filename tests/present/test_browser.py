"""The report as a reader has it: in a real browser, with and without JavaScript."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from allegedly.present import render_report
from allegedly.present.found import EventRow, TimeRow, found_in
from allegedly.present.rows import Listing, listings
from allegedly.present.safe import one_line, writable
from allegedly.records import (
    Article,
    Attribution,
    Event,
    Hedge,
    Layers,
    Mention,
    Reading,
    Span,
    Time,
)

from .hostile import hostile_story
from .making import outlet, person, reading

LIT = """() => [...document.querySelectorAll('mark')]
  .filter((mark) => getComputedStyle(mark).backgroundColor === 'rgb(255, 210, 63)')
  .map((mark) => mark.textContent).join('')"""
HIT = "() => [...document.querySelectorAll('mark.hit')].map((mark) => mark.textContent).join('')"
SHOWN = "() => document.querySelectorAll('#statements li[data-f]:not([hidden])').length"
COUNT = "document.getElementById('shown').textContent"
SCRIPTS = (
    "abcde ,.",
    "אבגד ",
    "خبر عاجل",
    "e\u0301a\u0308o\u0302",
    "🧑‍🚀🪁𝔸𐍈",
    "\u202e\u2066\n\r\t<&>\"'\x00",
)


@pytest.fixture
def page(browser: Any, report: Path) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    opened = context.new_page()
    opened.goto(report.as_uri())
    yield opened
    context.close()


def generated(count: int) -> list[Reading]:
    """Readings of made-up texts in many scripts, with rows and layers that may overlap."""
    chance = random.Random(7)
    found = []
    for number in range(count):
        letters = "".join(chance.sample(SCRIPTS, 3))
        text = f"{number}" + "".join(chance.choices(letters, k=60)) + "."
        rows = [made(chance, len(text)) for _ in range(3)]
        layers = scattered(chance, len(text))
        people = [person("Mara Ellis"), outlet("Quay Post")]
        article = Article(text=text, given_id=str(number))
        found.append(reading(article, rows, entities=people, found=layers))
    return found


def scattered(chance: random.Random, length: int) -> Layers:
    """Mentions, times, events and hedges anywhere, nested, touching and crossing."""

    def span() -> Span:
        start = chance.randrange(length)
        return Span(start, min(length, start + chance.randint(1, 15)))

    def inside(outer: Span) -> Span:
        start = chance.randrange(outer.start, outer.end)
        return Span(start, chance.randint(start + 1, outer.end))

    places = [span() for _ in range(4)]
    return Layers(
        mentions=tuple(
            Mention(one, "person", n > 1, n % 2, inside(one)) for n, one in enumerate(places)
        ),
        times=tuple(Time(span(), "DATE", "2021-02", None, None, None) for _ in range(2)),
        events=tuple(
            Event(span(), 0, "planned", when, None, (0,), "occurrence") for when in ("2021", None)
        ),
        hedges=(Hedge(span(), "possible", 0, span()),),
    )


def made(chance: random.Random, length: int) -> Attribution:
    def spans(most: int) -> tuple[Span, ...]:
        starts = [chance.randrange(length) for _ in range(chance.randint(1, most))]
        return tuple(Span(at, min(length, at + chance.randint(1, 20))) for at in sorted(starts))

    return Attribution(spans(1), spans(1), spans(3), "mixed", "named", None, (), None, 0.9)


def until(page: Any, expression: str, value: object = True) -> None:
    """Waits for the page; its policy forbids the waiting that playwright itself offers."""
    for _ in range(100):
        if page.evaluate(expression) == value:
            return
        page.wait_for_timeout(20)
    assert page.evaluate(expression) == value


def words(listed: Sequence[Listing]) -> dict[str, str]:
    """What is to be highlighted for each row: everything it stands on, in order."""
    return {
        row.id: writable("".join(one.words(row, row.spans))) for one in listed for row in one.rows
    }


def test_filters_leave_the_rows_they_should(page: Any) -> None:
    assert page.evaluate(SHOWN) == 20
    page.select_option("select[name=speaker]", "Ines Okonjo")
    assert page.evaluate(SHOWN) == 5
    assert page.text_content("#shown") == "5 of 20 statements: Ines Okonjo"
    page.check("input[name=direct]")
    assert page.evaluate(SHOWN) == 1
    page.click("button[type=reset]")
    until(page, COUNT, "20 statements")
    page.select_option("select[name=outlet]", "Quay Gazette")
    assert page.evaluate(SHOWN) == 3
    page.select_option("select[name=sourcing]", "none")
    assert page.evaluate(SHOWN) == 1
    page.select_option("select[name=sourcing]", "document")
    assert page.evaluate(SHOWN) == 0
    assert page.is_visible("#none")


def test_words_are_found_whatever_their_case_and_accents(page: Any) -> None:
    page.fill("input[name=q]", "NÖT split")
    until(page, COUNT, "2 of 20 statements: “NÖT split”")


def test_a_view_can_be_cited(page: Any, browser: Any, report: Path) -> None:
    page.click("nav.speakers a:has-text('Odile Marsh')")
    page.check("input[name=direct]")
    assert page.url.endswith("#view?speaker=Odile+Marsh&direct=1")
    other = browser.new_page()
    other.goto(page.url)
    assert other.evaluate(SHOWN) == 1
    assert other.input_value("select[name=speaker]") == "Odile Marsh"
    assert other.get_attribute("nav.speakers a[aria-current]", "data-value") == "Odile Marsh"
    other.close()


def test_a_link_to_a_hidden_row_shows_it(page: Any) -> None:
    first = page.get_attribute("#statements li[data-f]", "id")
    page.select_option("select[name=speaker]", "Mattias Roe")
    assert not page.is_visible(f"#{first}")
    page.evaluate(f"location.hash = '{first}'")
    until(page, f"document.getElementById('{first}').hidden", value=False)
    assert page.evaluate(SHOWN) == 20
    page.wait_for_timeout(100)
    assert page.url.endswith(f"#{first}")


def test_a_row_leads_to_its_words(page: Any, readings: tuple[Reading, ...]) -> None:
    expected = words(listings(readings))
    for row, text in expected.items():
        page.click(f"#s{row} .ref a[href='#w{row}']")
        until(page, HIT, text)
        assert page.evaluate(LIT) == text
        box = page.locator("mark.hit").first.bounding_box()
        assert 0 <= box["y"] < 900


@pytest.mark.parametrize("scripts", [True, False])
def test_300_strings_are_highlighted_exactly(
    browser: Any, tmp_path: Path, *, scripts: bool
) -> None:
    found = generated(100)
    expected = words(listings(found))
    assert len(expected) == 300
    path = tmp_path / "report.html"
    path.write_text(render_report(found, title="x"), encoding="utf-8", newline="")
    context = browser.new_context(java_script_enabled=scripts, color_scheme="light")
    opened = context.new_page()
    for row, text in expected.items():
        opened.goto(f"{path.as_uri()}#w{row}")
        assert opened.evaluate(LIT) == text
        assert not scripts or opened.evaluate(HIT) == text
    texts = opened.evaluate(
        "() => [...document.querySelectorAll('div.text')].map((one) => one.textContent)"
    )
    assert texts == [writable(one.reading.article.text) for one in listings(found)]
    context.close()


def test_a_line_of_the_timeline_is_the_sentence_in_the_text(
    page: Any, readings: tuple[Reading, ...]
) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown = page.eval_on_selector_all(
        "#times .sentence",
        """all => all.map((one) => [
          [...one.childNodes].filter((node) => node.nodeName !== 'EM')
            .map((node) => node.textContent).join(''),
          [...one.querySelectorAll('a')].map((link) => link.textContent)])""",
    )
    rows = [row for one in readings for row in found_in(one, set()).listed if row.dated]
    assert {(one_line(text), tuple(words)) for text, words in shown} == {
        (
            row.context,
            tuple(one.quoted for one in rows if (one.context, one.when) == (row.context, row.when)),
        )
        for row in rows
    }


@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_to_an_event_or_time_lights_its_words(
    browser: Any, report: Path, readings: tuple[Reading, ...], *, scripts: bool
) -> None:
    context = browser.new_context(java_script_enabled=scripts, color_scheme="light")
    opened = context.new_page()
    lit = """() => [...document.querySelectorAll('.text :is(b, data, u)')]
      .filter((one) => getComputedStyle(one).backgroundColor === 'rgb(255, 210, 63)')
      .map((one) => one.textContent)"""
    count = 0
    for one in readings:
        found = found_in(one, set())
        rows: list[EventRow | TimeRow] = [*found.listed, *found.times]
        for row in rows:
            opened.goto(f"{report.as_uri()}#{row.anchor}")
            assert opened.evaluate(lit) == [row.quoted]
            count += 1
    assert count == 21
    context.close()


STYLES = {
    "clock": ("data", "background-color"),
    "happens": ("b", "font-weight"),
    "doubts": ("u", "text-decoration-line"),
    "cast": ("i:not(.h)", "border-bottom-style"),
    "says": ("mark.c", "background-color"),
}


@pytest.mark.parametrize("layer", STYLES)
def test_each_layer_is_switched_alone(page: Any, layer: str) -> None:
    def looks() -> dict[str, str]:
        return {
            name: page.eval_on_selector(
                f"div.text {element}", f"one => getComputedStyle(one).getPropertyValue('{style}')"
            )
            for name, (element, style) in STYLES.items()
        }

    before = looks()
    page.click(f"label:has(#{layer})")
    after = looks()
    assert {name for name in STYLES if before[name] != after[name]} == {layer}
    page.click(f"label:has(#{layer})")
    assert looks() == before


TIPS = [
    ("data:text('eleven years')", ["clock"], "time 11 years (P11Y)"),
    ("data:text('June')", ["clock"], "time June 2023, 1 to 30 June 2023 (2023-06)"),
    ("b:text('review')", ["happens"], "event planned, June 2023"),
    ("b:text('leaving')", ["happens"], "event ongoing, date unknown"),
    ("u:text('believed')", ["doubts"], "hedge probable"),
    ("i:text('singer')", ["cast"], "mention Odile Marsh (people)"),
    ("mark.c:text('to comment')", ["says"], "statement Tomas Brandvik: Named, indirect"),
]


@pytest.mark.parametrize(("where", "on", "says"), TIPS)
def test_a_tip_says_what_a_mark_stands_for(page: Any, where: str, on: list[str], says: str) -> None:
    for layer in STYLES:
        page.set_checked(f"#{layer}", layer in on)
    page.locator(f"div.text {where}").first.hover()
    assert page.inner_text("#tip") == says
    page.keyboard.press("Escape")
    assert not page.is_visible("#tip")


def test_a_tip_speaks_only_of_what_is_shown(page: Any) -> None:
    for layer in STYLES:
        page.set_checked(f"#{layer}", layer in ("happens", "says"))
    page.locator("div.text b:text('declined')").hover()
    assert page.inner_text("#tip").splitlines() == [
        "event happened, date unknown",
        "statement Tomas Brandvik: Named, indirect",
    ]
    page.uncheck("#happens")
    page.uncheck("#says")
    page.locator("div.text b:text('leaving')").hover()
    assert not page.is_visible("#tip")


def test_a_mention_shows_where_else_it_is_meant(page: Any) -> None:
    page.check("#cast")
    page.locator("div.text i:text('singer')").first.hover()
    same = page.eval_on_selector_all("i.same", "all => all.map((one) => one.textContent)")
    assert same == ["Odile Marsh", "She", "the singer"]


def test_arrows_step_through_a_text(page: Any) -> None:
    for layer in STYLES:
        page.set_checked(f"#{layer}", layer == "clock")
    text = page.locator("div.text").first
    text.focus()
    for words, key in (("eleven years", "ArrowRight"), ("March", "ArrowRight")):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.textContent") == words
        assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "tip"
        assert page.is_visible("#tip")
    page.keyboard.press("ArrowLeft")
    assert page.inner_text("#tip") == "time 11 years (P11Y)"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "text"
    assert not page.is_visible("#tip")
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.closest('div.text')")


def test_undated_events_are_listed_from_the_text(page: Any) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    listed = page.eval_on_selector_all(".undated", "all => all.map((one) => one.textContent)")
    assert listed == ["leaving ongoing, packed, declined", "split denied, left hypothetical"]
    links = page.eval_on_selector_all(".undated a", "all => all.map((one) => one.hash)")
    assert all(page.query_selector(f"div.text b[id='{link[1:]}']") for link in links)


def test_lists_take_no_room_on_narrow_screens(browser: Any, report: Path) -> None:
    opened = browser.new_page(viewport={"width": 360, "height": 780})
    opened.goto(report.as_uri())
    assert not opened.is_visible("details.found ol")
    opened.click("article .facts a[href^='#f']")
    until(opened, "document.querySelector('details.found').open")
    assert opened.is_visible("details.found ol")
    opened.close()


def test_without_javascript_everything_can_be_read(browser: Any, report: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(report.as_uri())
    assert not opened.is_visible("form")
    assert opened.locator("#statements li[data-f]").count() == 20
    assert opened.locator("#statements li[data-f]").last.is_visible()
    assert opened.locator("div.text p").last.is_visible()
    assert opened.locator("#times .what a").first.is_visible()
    assert opened.locator("details.found .meant li").first.is_visible()
    assert opened.inner_text("details.found .undated >> nth=0") == "3 events"
    opened.check("#happens")
    weight = "one => getComputedStyle(one).fontWeight"
    assert opened.eval_on_selector("div.text b", weight) == "700"
    context.close()


def test_hostile_strings_run_nothing_and_ask_for_nothing(browser: Any, tmp_path: Path) -> None:
    found, unread = hostile_story()
    path = tmp_path / "report.html"
    path.write_text(render_report(found, unread, title="<script>x</script>"), encoding="utf-8")
    asked: list[str] = []
    troubles: list[str] = []
    opened = browser.new_page()
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("dialog", lambda dialog: troubles.append(dialog.message))
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("console", lambda message: troubles.append(message.text))
    opened.goto(path.as_uri())
    for value in opened.eval_on_selector_all(
        "select[name=speaker] option", "all => all.slice(0, 40).map((one) => one.value)"
    ):
        opened.select_option("select[name=speaker]", value)
    opened.evaluate("document.querySelectorAll('a[data-set]').forEach((link) => link.click())")
    opened.evaluate("location.hash = 'view?q=<script>window.broken=1</script>&speaker=%00%zz'")
    opened.wait_for_timeout(200)
    assert opened.evaluate("typeof window.broken") == "undefined"
    assert asked == [path.as_uri()]
    assert troubles == []
    opened.close()


def test_an_inline_script_would_be_stopped(browser: Any, report: Path, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    page = report.read_text(encoding="utf-8")
    bad = "<img src=x onerror='window.broken=1'><script>window.broken=1</script>"
    assert page.count("</main>") == 1
    path.write_text(page.replace("</main>", bad + "</main>"), encoding="utf-8")
    opened = browser.new_page()
    opened.goto(path.as_uri())
    assert opened.evaluate("typeof window.broken") == "undefined"
    opened.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("hostile", [False, True])
def test_nothing_is_wider_than_the_screen(
    browser: Any, report: Path, tmp_path: Path, width: int, *, hostile: bool
) -> None:
    path = report
    if hostile:
        path = tmp_path / "report.html"
        path.write_text(render_report(*hostile_story(), title="W" * 300), encoding="utf-8")
    opened = browser.new_page(viewport={"width": width, "height": 780})
    opened.goto(path.as_uri())
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    opened.close()


def test_dark_and_print_have_their_own_colours(page: Any) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(paper) != light
    page.emulate_media(media="print")
    assert page.evaluate(paper) == "rgb(255, 255, 255)"
    assert not page.is_visible("form")
    assert page.is_visible("#statements li[data-f]")


def test_everything_can_be_reached_with_the_keyboard(page: Any) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    unnamed = page.evaluate(
        """() => [...document.querySelectorAll('a, button, input, select, summary')]
        .filter((one) => !(one.textContent.trim() || one.closest('label'))).length"""
    )
    assert unnamed == 0
