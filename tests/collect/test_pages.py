"""Web pages: their text, what they say about themselves, and hostile ones."""

from __future__ import annotations

import contextlib
import os
import threading
import time

import pytest

from allegedly.collect import Limits, article_from_html
from allegedly.collect.worker import WORKER
from allegedly.errors import InputError

PARAGRAPHS = [
    "The mayor said on Monday, in a <b>long</b> <a href='/x'>statement</a>, that the clock"
    " <em>was not</em> for sale<a href='/y'>.</a>",
    "“I have never sold a clock,” she wrote. “I never will, and the council knows it.”",
    "Her brother, the bell ringer, told reporters that nobody had asked him anything at all.",
    "The council is due to vote on the future of the tower on 12 March, a spokesman said.",
]


def page(body: str = "", head: str = "", around: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!doctype html><html><head><title>Mayor denies it | The Bell</title>{head}</head><body>"
        f"{around}<article><h1>Mayor denies it</h1>{body}{text}</article></body></html>"
    )


def test_paragraphs_are_parted_by_blank_lines() -> None:
    article = article_from_html(page(), origin="a.html")
    assert article.text.split("\n\n") == [
        "The mayor said on Monday, in a long statement, that the clock was not for sale.",
        *PARAGRAPHS[1:],
    ]
    assert article.title == "Mayor denies it"
    assert (article.origin, article.language) == ("a.html", "en")
    assert (article.outlet, article.url, article.published) == (None, None, None)


def test_quotes_posts_lists_and_subheadings_stay_paragraphs() -> None:
    parts = [
        ("<blockquote><p>“It is ours,” she said.</p></blockquote>", "“It is ours,” she said."),
        (
            '<blockquote class="twitter-tweet"><p>The clock stays where it is, friends.</p>&mdash; '
            "Anna Holt (@annaholt) <a>May 3, 2024</a></blockquote>",
            "The clock stays where it is, friends.\n\n— Anna Holt (@annaholt) May 3, 2024",
        ),
        ("<h2>What the council says</h2>", "What the council says"),
        ("<ul><li>It was built.</li><li>It broke.</li></ul>", "It was built.\n\nIt broke."),
        ("<p>One line,<br>then another.</p>", "One line,\nthen another."),
        (
            "<div>A text in a bare division says that a dealer <i>offered</i> ten pounds.</div>",
            "A text in a bare division says that a dealer offered ten pounds.",
        ),
    ]
    text = article_from_html(page(f"<p>{PARAGRAPHS[2]}</p>" + "".join(p for p, _ in parts))).text
    for _, expected in parts:
        assert f"\n\n{expected}\n\n" in text
    assert text.count("never sold a clock") == 1


def test_what_is_not_text_is_left_out() -> None:
    around = (
        "<nav><a href='/'>Home</a></nav><div class='cookie-banner'><p>We use cookies.</p></div>"
        "<script>var secret = 'never';</script><style>p {color: red}</style>"
    )
    text = article_from_html(page(around=around)).text
    assert text.startswith("The mayor said")
    for word in ("Home", "cookies", "secret", "color"):
        assert word not in text


def test_furniture_that_stays_is_marked() -> None:
    article = article_from_html(
        page(
            f"<p>{PARAGRAPHS[2]}</p><p>View this post on Instagram</p><p>Read more: Old clocks</p>"
        )
    )
    marks = [(item.kind, item.span.of(article.text)) for item in article.furniture]
    assert marks == [
        ("embed", "View this post on Instagram"),
        ("related", "Read more: Old clocks"),
    ]


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


META = '<meta property="article:published_time" content="2024-03-02T23:30:00-05:00">'
MODIFIED = '<meta property="article:modified_time" content="2024-03-09">'
URL = "https://bell.example/2024/03/04/mayor"


@pytest.mark.parametrize(
    ("head", "body", "url", "value", "basis"),
    [
        (
            ld('{"@type": "NewsArticle", "datePublished": "2024-03-01", "dateModified": "2024"}')
            + META,
            "<time datetime='2024-03-03'>x</time>",
            URL,
            "2024-03-01",
            "json-ld",
        ),
        (
            ld('{"@graph": [{"@type": ["BlogPosting"], "datePublished": "2024-03"}]}'),
            "",
            None,
            "2024-03",
            "json-ld",
        ),
        (
            ld('{"@type": "VideoObject", "datePublished": "2020-01-01"}') + META,
            "",
            None,
            "2024-03-02",
            "meta",
        ),
        (ld("{broken") + META + MODIFIED, "", URL, "2024-03-02", "meta"),
        (
            MODIFIED,
            "<time datetime='2024-03-03T10:00Z'>x</time>",
            URL,
            "2024-03-03",
            "time-element",
        ),
        (
            "",
            "<time class='updated' datetime='2024-03-09'>x</time>"
            "<time class='published' datetime='2024-03-03'>x</time>",
            URL,
            "2024-03-03",
            "time-element",
        ),
        (
            "",
            "<blockquote class='twitter-tweet'><p>No sale.</p><time datetime='2019-01-01'>x</time>"
            "</blockquote>",
            URL,
            "2024-03-04",
            "url",
        ),
        ("", "", "https://bell.example/2024/03/mayor", "2024-03", "url"),
        ("", "", "https://bell.example/2024/mar/04/mayor", "2024-03-04", "url"),
        ("", "<p class='date'>Posted by Anna on 5 March 2024</p>", None, "2024-03-05", "text"),
        ("", "<span>March 2024</span>", None, "2024-03", "text"),
        ("", "<p>Updated 5 March 2024</p>", None, None, None),
        (MODIFIED, "<footer>© 2024 The Bell</footer>", None, None, None),
        ("", "<p>12/03/2024</p>", None, None, None),
        ("", "", "https://bell.example/story-20240", None, None),
    ],
)
def test_publication_date_and_its_basis(
    head: str, body: str, url: str | None, value: str | None, basis: str | None
) -> None:
    when = article_from_html(page(body, head), url=url).published
    assert (when.value if when else None, when.basis if when else None) == (value, basis)


def test_what_a_page_says_about_itself() -> None:
    head = (
        '<meta property="og:site_name" content="The  Bell">'
        '<meta name="author" content="Nia Corran">'
        '<link rel="canonical" href="https://bell.example/clock">'
    )
    article = article_from_html(page(head=head), url="http://m.bell.example/clock?from=feed")
    assert article.outlet == "The Bell"
    assert article.byline == "Nia Corran"
    assert article.url == "https://bell.example/clock"


@pytest.mark.parametrize(
    ("before", "after", "outlet"),
    [
        ('<p><a href="/">The Lock Bell</a></p>', "", "The Lock Bell"),
        ('<header><a href=" / "><b>The</b> Bell</a></header>', "", "The Bell"),
        ('<a href="/">Home</a> <a href="/">→</a>', "", None),
        ("", '<a href="/">The Bell</a>', None),
        ('<a href="/news">The Bell</a>', "", None),
        (f'<a href="/">{"long " * 20}</a>', "", None),
    ],
)
def test_the_link_to_the_front_page_names_the_outlet(
    before: str, after: str, outlet: str | None
) -> None:
    assert article_from_html(page(body=after, around=before)).outlet == outlet


def test_the_domain_stands_in_for_the_outlet() -> None:
    article = article_from_html(page(), url="https://news.bell.co.uk/clock")
    assert (article.outlet, article.url) == ("bell.co.uk", "https://news.bell.co.uk/clock")


def test_a_relative_canonical_address_is_no_address() -> None:
    assert article_from_html(page(head='<link rel="canonical" href="/clock">')).url is None


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 100_000 + "x" + "</div>" * 100_000,
        "<p>" + "<b>" * 100_000 + "x",
        "<noscript>" + "<div>" * 100_000 + "</noscript>",
        "<html><body>" + "<p>a" * 1_000_000,
        "<!--" * 200 + "<script>" * 200 + "<i>" * 100_000,
    ],
    ids=["nested", "unclosed", "hidden", "many", "unclosed comment"],
)
def test_too_deep_or_too_many_is_refused_at_once(html: str) -> None:
    start = time.perf_counter()
    with pytest.raises(InputError, match="the page holds"):
        article_from_html(html)
    assert time.perf_counter() - start < 1.5


@pytest.mark.parametrize("html", ["", "just words", "<html></html>", "<" * 10_000, "<p>" * 99])
def test_pages_without_an_article(html: str) -> None:
    with pytest.raises(InputError, match=r"a\.html: "):
        article_from_html(html, origin="a.html")


@pytest.mark.parametrize("tag", ["blockquote", "span", "ul><li", "table><tr><td"])
def test_nesting_within_the_budget_does_not_break_the_parser(tag: str) -> None:
    article_from_html(page())
    assert WORKER._process is not None
    before = WORKER._process.pid
    html = "<html><body>" + f"<{tag}>" * 240 + "The mayor said no. " * 30
    with contextlib.suppress(InputError):  # that there is no article in it is a fine answer
        article_from_html(html)
    assert article_from_html(page()).title == "Mayor denies it"
    assert WORKER._process is not None
    assert WORKER._process.pid == before


def test_a_slow_page_is_stopped_and_the_next_one_read() -> None:
    slow = "<article>" + "<p>The mayor said no on Monday, again.</p>" * 60_000
    article_from_html(page())
    start = time.perf_counter()
    with pytest.raises(InputError, match=r"not read after 0\.3 seconds"):
        article_from_html(slow, limits=Limits(html_seconds=0.3))
    assert time.perf_counter() - start < 3
    assert article_from_html(page()).title == "Mayor denies it"


def test_a_broken_parser_is_an_error_of_the_page() -> None:
    article_from_html(page())
    assert WORKER._process is not None
    WORKER._process.kill()
    with pytest.raises(InputError, match="broke the parser"):
        article_from_html(page())
    assert article_from_html(page()).text


def test_pages_may_be_read_from_many_threads() -> None:
    titles: list[str | None] = []

    def read(number: int) -> None:
        html = page().replace("Mayor denies it", f"Mayor denies it {number}")
        titles.append(article_from_html(html).title)

    threads = [threading.Thread(target=read, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, titles)) == [f"Mayor denies it {number}" for number in range(8)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_a_forked_process_reads_pages_of_its_own() -> None:
    article_from_html(page())
    child = os.fork()
    if not child:
        good = article_from_html(page()).title == "Mayor denies it"
        WORKER.close()
        os._exit(0 if good else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert article_from_html(page()).title == "Mayor denies it"
