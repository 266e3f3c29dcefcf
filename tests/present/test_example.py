"""The report of the bundled example, and one of 300 dense articles, as a reader has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pytest

from allegedly import Reader, read
from allegedly.link.account import link
from allegedly.present import render_report
from allegedly.present.known import Known
from allegedly.present.rows import listings
from allegedly.records import Account, Reading

from .scattered import dense
from .test_browser import VISITED, ready, until, words

READY = "document.body.classList.contains('ready')"
LINKS = "all => all.map((one) => [one.hash, one.textContent])"


@dataclass(frozen=True, slots=True)
class Example:
    readings: tuple[Reading, ...]
    account: Account
    path: Path


@pytest.fixture(scope="module")
def example(reader: Reader, coverage: Path, tmp_path_factory: Any) -> Example:
    found = tuple(one for one in read([str(coverage)], reader=reader) if isinstance(one, Reading))
    account = link(found)
    path: Path = tmp_path_factory.mktemp("example") / "report.html"
    page = render_report(found, title="x", account=account)
    path.write_text(page, encoding="utf-8", newline="")
    return Example(found, account, path)


@pytest.fixture(scope="module")
def opened(browser: Any, example: Example) -> Iterator[Any]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(example.path.as_uri())
    ready(page)
    yield page
    page.close()


def flat(text: str) -> str:
    return " ".join(text.split())


def test_every_line_of_the_account_leads_to_the_words_it_shows(opened: Any) -> None:
    quoted = dict(opened.eval_on_selector_all("a.words", LINKS))
    assert len(quoted) > 100
    lit = dict(zip(quoted, opened.evaluate(VISITED, list(quoted)), strict=True))
    assert {at: flat(text) for at, text in lit.items()} == {
        at: flat(text) for at, text in quoted.items()
    }


def test_every_statement_leads_to_its_words(opened: Any, example: Example) -> None:
    expected = words(listings(example.readings, Known(example.account.cast)))
    assert len(expected) > 150
    addresses = [f"#w{row}" for row in expected]
    assert opened.evaluate(VISITED, addresses) == list(expected.values())


def test_every_mark_in_a_picture_leads_to_words(opened: Any) -> None:
    marks = opened.eval_on_selector_all(
        ".chart a", "all => all.map((one) => [one.href.baseVal, one.textContent.trim()])"
    )
    assert len(marks) > 10
    assert all(said for _, said in marks)
    places = list({at for at, _ in marks if at.startswith("#x")})
    assert all(opened.evaluate(VISITED, places))


def test_every_other_link_leads_to_an_element(opened: Any) -> None:
    lost = opened.eval_on_selector_all(
        "a[href^='#']",
        """all => all.map((one) => one.hash ?? one.href.baseVal)
        .filter((at) => !/^#[xweu t]?[0-9a-f]{8}[.\\d]*-/.test(at.replace(/^#[xwetu]/, '#'))
          && !document.getElementById(at.slice(1)))""",
    )
    assert lost == []


def processor(browser: Any) -> tuple[Any, Callable[[], float]]:
    """A page, and a clock of the seconds that its processor has worked for it."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")

    def seconds() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return float(next(one["value"] for one in metrics if one["name"] == "ProcessTime"))

    return page, seconds


def test_the_example_opens_within_a_second(browser: Any, example: Example) -> None:
    """By the clock at the best of five, as a machine may be busy; by the processor at most half."""
    took, worked = [], []
    for _ in range(5):
        page, seconds = processor(browser)
        before, start = seconds(), perf_counter()
        page.goto(example.path.as_uri())
        until(page, READY)
        took.append(perf_counter() - start)
        worked.append(seconds() - before)
        page.close()
    assert min(took) < 1
    assert median(worked) < 0.5


CHANGES = [
    "document.getElementById('happens').click()",
    "document.getElementById('cast').click()",
    "document.getElementById('says').click()",
    """(() => {
      const select = document.querySelector('select[name=outlet]');
      select.selectedIndex = 3;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    })()""",
    "document.querySelector('button[type=reset]').click()",
]


def test_300_dense_articles_do_not_stutter(browser: Any, tmp_path: Path) -> None:
    """What a change of view costs the processor; people notice from a fifth of a second on."""
    found, account = dense(300)
    path = tmp_path / "report.html"
    page_of_all = render_report(found, title="x", account=account)
    path.write_text(page_of_all, encoding="utf-8", newline="")
    page, seconds = processor(browser)
    page.goto(path.as_uri())
    until(page, READY)
    assert seconds() < 3
    statements = sum(len(one.body.attributions) for one in found)
    for _ in range(1000):
        if page.evaluate("document.querySelectorAll('#statements li').length") == statements:
            break
        page.wait_for_timeout(50)
    page.evaluate("document.getElementById('articles').scrollIntoView()")
    page.wait_for_timeout(500)
    costs = []
    for change in CHANGES:
        before = seconds()
        page.evaluate(change)
        page.wait_for_timeout(300)
        costs.append(seconds() - before)
    assert max(costs) < 0.4
    assert median(costs) < 0.2
    page.close()
