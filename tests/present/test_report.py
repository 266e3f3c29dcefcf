"""The report as text: what it holds, what it never holds."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from allegedly.present import render_report
from allegedly.present.report import counted
from allegedly.present.rows import listings
from allegedly.present.safe import host_of, language_tag, one_line, writable
from allegedly.records import (
    Article,
    Reading,
    Unread,
)

from .hostile import STRINGS, hostile_story
from .making import reading, said


class Page(HTMLParser):
    """What elements and attributes a page has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def values(self, name: str) -> list[str]:
        return [value for _, found, value in self.attributes if found == name]


@pytest.fixture(scope="module")
def story_page(readings: tuple[Reading, ...], unread: tuple[Unread, ...]) -> str:
    return render_report(readings, unread, title="The Paper Lanterns")


@pytest.fixture(scope="module")
def hostile_page() -> str:
    found, unread = hostile_story()
    return render_report(found, unread, title="".join(STRINGS))


def test_the_policy_allows_the_blocks_in_the_page_and_nothing_else(story_page: str) -> None:
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', story_page)
    policy = policy.replace("&#39;", "'")
    blocks = re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", story_page, re.DOTALL)
    style, script = (
        "'sha256-" + base64.b64encode(hashlib.sha256(block.encode()).digest()).decode() + "'"
        for block in blocks
    )
    assert policy == (
        f"default-src 'none'; style-src {style}; script-src {script}; "
        "base-uri 'none'; form-action 'none'"
    )
    assert story_page.index("Content-Security-Policy") < story_page.index("<style>")


def test_the_head_counts(story_page: str) -> None:
    text = re.sub(r"<[^>]+>|\s+", " ", story_page)
    text = " ".join(text.split())
    assert "4 articles from 3 outlets April 2023 (1 undated) 20 statements" in text
    assert "2 inputs could not be read" in text
    assert "coverage/archive.zip is an archive, not a page unpack it and read its folder" in text
    assert "it is in German (de); only English is read" in text


def test_articles_without_anything_found_have_no_empty_lists() -> None:
    page = render_report([reading(Article(text="It rained."))], title="x")
    assert not set(Page(page).values("class")) & {"found", "times", "timeline"}


def test_every_id_is_there_once_and_every_inner_link_leads_somewhere(hostile_page: str) -> None:
    page = Page(hostile_page)
    ids = page.values("id")
    assert len(set(ids)) == len(ids)
    rows = {f"s{row.id}" for one in listings(hostile_story()[0]) for row in one.rows}
    inner = {value[1:] for value in page.values("href") if value.startswith("#")}
    assert inner <= {*ids, *rows}


def test_hostile_strings_add_no_element_and_no_attribute(
    story_page: str, hostile_page: str
) -> None:
    plain, bad = Page(story_page), Page(hostile_page)
    assert set(bad.tags) <= set(plain.tags)
    known = {(tag, name) for tag, name, _ in plain.attributes}
    assert {(tag, name) for tag, name, _ in bad.attributes} - known == set()
    assert bad.tags.count("script") == 2
    assert not [name for _, name, _ in bad.attributes if name.startswith("on") or name == "style"]


def test_only_web_addresses_are_linked(hostile_page: str) -> None:
    outer = [value for value in Page(hostile_page).values("href") if not value.startswith("#")]
    assert all(value.startswith(("http://", "https://")) for value in outer)
    assert hostile_page.count('rel="noopener noreferrer nofollow"') == len(outer)


def test_a_report_can_always_be_written(hostile_page: str) -> None:
    encoded = hostile_page.encode("utf-8")
    assert b"\x00" not in encoded


def test_the_same_readings_give_the_same_report(readings: tuple[Reading, ...]) -> None:
    assert render_report(readings, title="x") == render_report(readings[::-1], title="x")


def test_it_observes_and_does_not_judge(story_page: str) -> None:
    body = story_page[story_page.index("<body") : story_page.index("<script>")]
    words = set(re.findall(r"[a-z]+", re.sub(r"<[^>]+>", " ", body.lower())))
    assert not words & {"fake", "true", "false", "lie", "credible", "trust", "debunked", "score"}


def test_nothing_read() -> None:
    page = render_report([], title="")
    assert "No statement was found" in page
    assert "<title>Report – allegedly</title>" in page


@pytest.mark.parametrize("url", ["https://www.quay.example/a?b=1&c", "http://quay.example"])
def test_hosts(url: str) -> None:
    assert host_of(url) == "quay.example"


@pytest.mark.parametrize(
    "url", [None, "", "quay.example", "https:quay.example", "HTTPS:/x", "x://y"]
)
def test_no_hosts(url: str | None) -> None:
    assert host_of(url) is None


def test_replacements_keep_their_place() -> None:
    assert writable("a\x00b\ud800c") == "a\ufffdb\ufffdc"
    assert one_line("a\n b\x1b[0m\u202ec") == "a b\ufffd[0m\ufffdc"
    assert language_tag("de") == "de"
    assert language_tag('de" onload="') is None


def test_counted() -> None:
    assert counted(1, "article") == "1 article"
    assert counted(1200, "article") == "1,200 articles"


@pytest.mark.parametrize(
    ("articles", "shown", "hidden"),
    [
        ([(None, None)], ["b0.txt", "outlets not stated"], ["Outlet unknown</b>", "Untitled"]),
        ([(None, "A title")], ["A title"], ["Outlet unknown</b>"]),
        ([("Gull", "A title"), (None, "Other")], ["<b>Outlet unknown</b>", "<b>Gull</b>"], []),
        ([("Gull", "A title"), (None, None)], ["b1.txt"], ["<b>Outlet unknown</b>", "Untitled"]),
    ],
)
def test_an_article_goes_by_what_is_known_of_it(
    articles: list[tuple[str | None, str | None]], shown: list[str], hidden: list[str]
) -> None:
    text = "Mara Ellis said it rains."
    found = [
        reading(
            Article(text=text, outlet=outlet, title=title, origin=f"a/b{number}.txt"),
            [said(text, ["Mara Ellis"], ["said"], ["it rains"])],
        )
        for number, (outlet, title) in enumerate(articles)
    ]
    page = render_report(found, title="x")
    assert [part for part in shown if part not in page] == []
    assert [part for part in hidden if part in page] == []
