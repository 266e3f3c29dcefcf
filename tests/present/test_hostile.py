"""What stands in the coverage runs nothing and asks for nothing, whatever it is."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from allegedly.present import render_report
from allegedly.records import Account

from .accounts import account_of
from .hostile import MANY, hostile_record, hostile_story
from .test_browser import ready

#: Reports that the strings are spread over: one has up to 300 articles.
PARTS = 4


def test_there_are_enough_hostile_strings() -> None:
    assert len(set(MANY)) == len(MANY) > 800


@pytest.mark.parametrize("part", range(PARTS))
def test_hostile_strings_run_nothing_and_ask_for_nothing(
    browser: Any, tmp_path: Path, part: int
) -> None:
    strings = MANY[part::PARTS]
    found, unread = hostile_story(strings)
    account: Account = hostile_record(account_of(found), cycle(strings))
    path = tmp_path / "report.html"
    page = render_report(found, unread, title="<script>x</script>", account=account)
    path.write_text(page, encoding="utf-8", newline="")
    asked: list[str] = []
    troubles: list[str] = []
    opened = browser.new_page()
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("dialog", lambda dialog: troubles.append(dialog.message))
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("console", lambda message: troubles.append(message.text))
    opened.goto(path.as_uri())
    ready(opened)
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
