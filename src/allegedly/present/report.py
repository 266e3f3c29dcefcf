"""The report: one HTML file that holds everything and asks the network for nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from allegedly._version import __version__
from allegedly.records import Account, Reading, Sourcing, Unread

from .account import STANCES, Targets, story_views
from .overview import overview
from .rows import SOURCING, listings
from .safe import in_html, isolated, one_line
from .views import ArticleView, article_views, timeline

_HIT = "{background:var(--hit);color:var(--hit-ink);text-decoration-color:currentColor}"
_TOP = 10
_LONG = 500
"""From this many statements on, the browser lays out only what is in view."""
_MEANINGS: dict[Sourcing, str] = {
    "named": "somebody with a name",
    "unnamed": "somebody who is not named, such as “a source close to the family”",
    "outlet": "another outlet",
    "document": "a filing, a letter, a post",
    "self": "the outlet itself saw or heard it",
    "none": "nobody is given as the source",
}


def render_report(
    readings: Sequence[Reading],
    unread: Sequence[Unread] = (),
    *,
    title: str,
    account: Account | None = None,
) -> str:
    """The report as one HTML document; the same readings give the same characters.

    With ``account``, what linking found in these readings, it tells their stories first.

    It carries its own style and script, allowed by hash in a Content-Security-Policy
    that forbids everything else, and can always be encoded as UTF-8.
    """
    listed = listings(readings)
    counts = overview(listed)
    account = account or Account(stage="")
    targets = Targets(listed, account)
    # The rows come first: only then is it known which places of the texts they lead to.
    stories = story_views(account, targets)
    articles = article_views(listed, counts, targets.within)
    style, unscripted = _asset("report.css"), _target_rules(articles)
    script = _asset("report.js") + _asset("texts.js")
    return (
        _environment()
        .get_template("report.html")
        .render(
            title=(stories[0].title if len(stories) == 1 else one_line(title)) or "Report",
            policy=_policy((style, *unscripted), script),
            style=Markup(style),
            unscripted=[Markup(one) for one in unscripted],
            script=Markup(script),
            counts=counts,
            labels=SOURCING,
            meanings=_MEANINGS,
            top=counts.resolved[:_TOP],
            articles=articles,
            stories=stories,
            datings={one.article.href: one for story in stories for one in story.datings},
            stances=STANCES,
            timeline=timeline(articles),
            unread=unread,
            long=counts.statements > _LONG,
            version=__version__,
            stages=sorted({one.stage for one in readings}),
            linking=account.stage,
        )
    )


def counted(number: int, noun: str) -> str:
    """``1 article``, ``1,200 articles``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("allegedly.present"),
        autoescape=True,
        finalize=in_html,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["counted"] = counted
    environment.filters["isolated"] = isolated
    return environment


@cache
def _asset(name: str) -> str:
    """A style or script of the package; line ends as browsers hash them."""
    loader = _environment().loader
    assert loader is not None
    source, _, _ = loader.get_source(_environment(), name)
    return source.replace("\r\n", "\n")


def _target_rules(articles: Iterable[ArticleView]) -> tuple[str, ...]:
    """What lights a row's words without JavaScript: thousands of rules that only then are loaded.

    One per way of finding segments, as a browser drops a rule it only half knows.
    """
    selectors = [selector for article in articles for selector in article.selectors]
    near = [one for one in selectors if one.startswith("#")]
    far = [one for one in selectors if not one.startswith("#")]
    return tuple(",".join(group) + _HIT for group in (near, far) if group)


def _policy(styles: Iterable[str], script: str) -> str:
    allowed = " ".join(_hash(style) for style in styles)
    return (
        f"default-src 'none'; style-src {allowed}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(block: str) -> str:
    digest = hashlib.sha256(block.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
