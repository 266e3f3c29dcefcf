"""A report in several pages: the same links, across files, without a server."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from allegedly.present import render_report, render_report_pages
from allegedly.records import Reading

from .accounts import account_of
from .hostile import hostile_story
from .repeating import repeated
from .test_browser import HIT, until

PER_PAGE = 3


@pytest.fixture(scope="module")
def pages(readings: tuple[Reading, ...]) -> dict[str, str]:
    found, account = repeated(readings, account_of(readings), 2)
    return render_report_pages(found, title="x", account=account, per_page=PER_PAGE)


def ids(page: str) -> list[str]:
    return re.findall(r'\sid="?([^"\s>]+)', page)


def test_there_is_an_index_and_pages_of_articles(pages: dict[str, str]) -> None:
    assert list(pages) == ["index.html", *(f"articles-{n}.html" for n in range(1, len(pages)))]
    assert len(pages) > 3
    assert 'class="story"' in pages["index.html"]
    assert all('class="story"' not in page for name, page in pages.items() if name != "index.html")


def test_every_link_leads_somewhere_on_its_page_or_another(pages: dict[str, str]) -> None:
    known = {name: set(ids(page)) for name, page in pages.items()}
    across = 0
    for name, page in pages.items():
        assert len(ids(page)) == len(known[name])
        for href in re.findall(r'href="?([^"\s>]+)', page):
            file, _, fragment = href.partition("#")
            if file.startswith("http"):
                continue
            assert file in ("", *pages)
            place = re.match(r"[xs]([0-9a-f]{8}(?:\.\d+)?)-", fragment)
            assert not fragment or (f"a{place[1]}" if place else fragment) in known[file or name]
            across += bool(file and fragment)
    assert across > 10


def test_one_file_has_the_fragments_of_the_pages(
    readings: tuple[Reading, ...], pages: dict[str, str]
) -> None:
    found, account = repeated(readings, account_of(readings), 2)
    whole = set(ids(render_report(found, title="x", account=account)))
    paged = {one for page in pages.values() for one in ids(page)}
    assert paged - whole <= {"pages", "all"}
    assert whole - paged <= {"articles", "texts"}


def test_a_link_on_the_index_lights_its_words_on_another_page(
    browser: Any, pages: dict[str, str], tmp_path: Path
) -> None:
    for name, page in pages.items():
        (tmp_path / name).write_text(page, encoding="utf-8", newline="")
    opened = browser.new_page()
    opened.goto((tmp_path / "index.html").as_uri())
    link = opened.locator(".rumor a.words").first
    words = link.text_content()
    link.click()
    until(opened, HIT, words)
    assert "/articles-" in opened.url
    opened.go_back()
    opened.wait_for_timeout(200)
    assert opened.url.endswith("/index.html")
    opened.close()


def test_hostile_articles_can_be_paged() -> None:
    readings, unread = hostile_story()
    found = render_report_pages(readings, unread, title="x", per_page=5)
    for page in found.values():
        page.encode()
        assert page.count("<script") == 2


def test_nothing_read_is_still_a_folder() -> None:
    assert list(render_report_pages([], title="x")) == ["index.html", "articles-1.html"]
