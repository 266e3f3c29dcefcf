"""The report as a reader has it: in a real browser, with and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from allegedly.present import render_report
from allegedly.present.found import found_in
from allegedly.present.rows import Listing, listings
from allegedly.present.safe import one_line, writable
from allegedly.records import Reading, Span

from .hostile import hostile_story
from .scattered import generated

LIT = """() => [...document.querySelectorAll('article:has(mark.hit) mark')]
  .filter((mark) => getComputedStyle(mark).backgroundColor === 'rgb(255, 210, 63)')
  .map((mark) => mark.textContent).join('')"""
HIT = "() => [...document.querySelectorAll('mark.hit')].map((mark) => mark.textContent).join('')"
SHOWN = "() => document.querySelectorAll('#statements li:not([hidden])').length"
#: Goes to each address and tells what is lit there.
VISITED = """async (addresses) => {
  const lit = [];
  for (const address of addresses) {
    const come = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    location.hash = address;
    await come;
    lit.push([...document.querySelectorAll('mark.hit')].map((one) => one.textContent).join(''));
  }
  return lit;
}"""
COUNT = "document.getElementById('shown').textContent"


@pytest.fixture
def page(browser: Any, report: Path) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    opened = context.new_page()
    opened.goto(report.as_uri())
    ready(opened)
    yield opened
    context.close()


def until(page: Any, expression: str, value: object = True) -> None:
    """Waits for the page; its policy forbids the waiting that playwright itself offers."""
    for _ in range(100):
        if page.evaluate(expression) == value:
            return
        page.wait_for_timeout(20)
    assert page.evaluate(expression) == value


def ready(page: Any) -> None:
    """Waits until the script has read its data, and has it draw everything, as for printing."""
    until(page, "document.body.classList.contains('ready')")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


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
    ready(other)
    assert other.evaluate(SHOWN) == 1
    assert other.input_value("select[name=speaker]") == "Odile Marsh"
    assert other.get_attribute("nav.speakers a[aria-current]", "data-value") == "Odile Marsh"
    other.close()


def test_a_link_to_a_hidden_row_shows_it(page: Any) -> None:
    first = page.get_attribute("#statements li", "id")
    page.select_option("select[name=speaker]", "Mattias Roe")
    assert not page.is_visible(f"[id='{first}']")
    page.evaluate(f"location.hash = '{first}'")
    until(page, f"document.getElementById('{first}').hidden", value=False)
    assert page.evaluate(SHOWN) == 20
    page.wait_for_timeout(100)
    assert page.url.endswith(f"#{first}")


def test_a_row_leads_to_its_words(page: Any, readings: tuple[Reading, ...]) -> None:
    expected = words(listings(readings))
    for row, text in expected.items():
        page.click(f"#statements a[href='#w{row}']")
        until(page, HIT, text)
        assert page.evaluate(LIT) == text
        box = page.locator("mark.hit").first.bounding_box()
        assert 0 <= box["y"] < 900


def test_300_strings_are_highlighted_exactly(browser: Any, tmp_path: Path) -> None:
    found = generated(100)
    listed = listings(found)
    expected = words(listed)
    assert len(expected) == 300
    path = tmp_path / "report.html"
    path.write_text(render_report(found, title="x"), encoding="utf-8", newline="")
    opened = browser.new_page(color_scheme="light")
    opened.goto(path.as_uri())
    ready(opened)
    for row, text in expected.items():
        opened.evaluate(f"location.hash = '#w{row}'")
        until(opened, HIT, text)
        assert opened.evaluate(LIT) == text
    texts = opened.evaluate(
        "() => [...document.querySelectorAll('div.text')].map((one) => one.textContent)"
    )
    assert texts == [writable(one.reading.article.text) for one in listed]
    opened.close()


COVERED = """() => [...document.querySelectorAll('div.text')].map((text) => {
  const covered = {};
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = [...node.data].length;
    const inside = new Set();
    for (let up = node.parentNode; up !== text; up = up.parentNode) inside.add(up.nodeName);
    for (const name of inside) {
      if (name !== 'P') for (let n = 0; n < length; n += 1) (covered[name] ??= []).push(at + n);
    }
    at += length;
  }
  return covered;
})"""


def test_each_layer_covers_what_was_found_and_nothing_else(browser: Any, tmp_path: Path) -> None:
    found = generated(100)
    path = tmp_path / "report.html"
    path.write_text(render_report(found, title="x"), encoding="utf-8", newline="")
    opened = browser.new_page()
    opened.goto(path.as_uri())
    ready(opened)

    def places(spans: Iterable[Span]) -> list[int]:
        return sorted({at for span in spans for at in range(span.start, span.end)})

    expected = []
    for one in listings(found):
        body = one.reading.body
        layers = {
            "MARK": places(span for row in one.rows for span in row.spans),
            "I": places(each.span for each in body.mentions),
            "DATA": places(each.span for each in body.times),
            "B": places(each.span for each in body.events),
            "U": places(each.span for each in body.hedges),
        }
        expected.append({name: where for name, where in layers.items() if where})
    assert opened.evaluate(COVERED) == expected
    opened.close()


def test_a_line_of_an_event_is_its_sentence_in_the_text(
    page: Any, readings: tuple[Reading, ...]
) -> None:
    shown = page.eval_on_selector_all(
        ".found .sentence",
        """all => all.map((one) => [
          [...one.childNodes].filter((node) => node.nodeName !== 'EM')
            .map((node) => node.textContent).join(''),
          [...one.querySelectorAll('a')].map((link) => link.textContent)])""",
    )
    expected = set()
    for one in readings:
        for row in (row for row in found_in(one).listed if row.when):
            inside = [each for each in found_in(one).listed if each.sentence == row.sentence]
            same = tuple(each.quoted for each in inside if each.when == row.when)
            expected.add((one_line(one.sentences[row.sentence].of(one.article.text)), same))
    assert {(one_line(text), tuple(words)) for text, words in shown} == expected


def test_a_link_to_an_event_or_time_lights_its_words(
    page: Any, readings: tuple[Reading, ...]
) -> None:
    links = page.eval_on_selector_all(
        ".found a", "all => all.map((one) => [one.hash, one.textContent])"
    )
    found = [found_in(one) for one in readings]
    rows = [one.quoted for each in found for one in each.listed]
    rows += [one.quoted for each in found for one in each.times]
    assert sorted(words for _, words in links) == sorted(rows)
    for address, text in links:
        page.evaluate(f"location.hash = '{address}'")
        until(page, HIT, text)
        assert page.evaluate(LIT) == text
    assert len(links) == 21


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
    listed = page.eval_on_selector_all(".undated", "all => all.map((one) => one.textContent)")
    assert listed == ["leaving ongoing, packed, declined", "split denied, left hypothetical"]


def test_an_article_lists_its_times_its_events_and_its_cast(page: Any) -> None:
    text = page.evaluate("document.querySelector('details.found').textContent")
    assert text == (
        "Times and eventsEvents"
        "March 2023“She told them in March and nobody shouted denied,” the source said, adding "
        "that the singer had already “packed up the rehearsal room.”Odile Marsh"
        "June 2023In a letter to the fan club seen by the Evening Quay, the band’s management "
        "writes that all dates from June on are “under review planned”."
        "Paper Lanterns managementDate unknownleaving ongoing, packed, declined"
        "Timeseleven years 11 yearsMarch March 2023 1 to 31 March 2023"
        "June June 2023 1 to 30 June 2023Who and whatPeopleOdile Marsh 3, Tomas Brandvik"
        "OrganizationsThe Paper Lanterns 3, Paper Lanterns management"
    )


def test_a_statement_says_how_sure_it_is(page: Any) -> None:
    notes = page.eval_on_selector_all(".group .note", "all => all.map((one) => one.textContent)")
    assert sum("certainty: probable (believed)" in note for note in notes) == 1
    assert sum("confidence of the reading" in note for note in notes) == 2


def test_lists_take_no_room_on_narrow_screens(browser: Any, report: Path) -> None:
    opened = browser.new_page(viewport={"width": 360, "height": 780})
    opened.goto(report.as_uri())
    ready(opened)
    assert not opened.is_visible("details.found ol")
    opened.click("article .facts a[href^='#f']")
    until(opened, "document.querySelector('details.found').open")
    assert opened.is_visible("details.found ol")
    opened.close()


def test_without_javascript_the_texts_can_be_read(
    browser: Any, report: Path, readings: tuple[Reading, ...]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(report.as_uri())
    assert not opened.is_visible("form")
    assert not opened.is_visible("fieldset")
    assert opened.is_visible("#unscripted")
    shown = " ".join(opened.text_content("main").split())
    for one in readings:
        for sentence in one.sentences:
            assert " ".join(sentence.of(one.article.text).split()) in shown
    context.close()


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
    ready(opened)
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
    assert page.is_visible("#statements li")


def test_everything_can_be_reached_with_the_keyboard(page: Any) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    unnamed = page.evaluate(
        """() => [...document.querySelectorAll('a, button, input, select, summary')]
        .filter((one) => !(one.textContent.trim() || one.closest('label'))).length"""
    )
    assert unnamed == 0
