"""Runs in the worker's process: what is on a page, by trafilatura and the page's metadata."""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
from typing import Any
from urllib.parse import urlsplit

from .page_data import linked_data, meta
from .page_date import find_published
from .page_text import mark_paragraphs, text_of

_MOST_MEMORY = 4_000_000_000
_PARTED = re.compile(r"\s*;\s*")


def serve() -> None:
    """Answer one line of JSON for each that comes, until none comes any more.

    Only called in a process that was started for this.
    """
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    _limit_memory()
    sys.setrecursionlimit(20_000)
    import trafilatura  # noqa: F401

    answers.write(b"{}\n")
    answers.flush()
    for line in sys.stdin.buffer:
        request = json.loads(line)
        try:
            answer = extract(request["html"], request["url"])
        except Exception as error:
            answer = {"problem": f"the page could not be read: {type(error).__name__}"}
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


def extract(html: str, url: str | None) -> dict[str, str | None]:
    """Text, title, byline, outlet, url, date, basis of a page; None for what it does not say.

    ``problem`` says why there is no text, where that is known.
    """
    import trafilatura

    tree = trafilatura.load_html(html)
    if tree is None:
        return {"problem": "no HTML in it"}
    own_url = _own_url(tree)
    address = own_url or url
    found = trafilatura.extract_metadata(tree, default_url=address)
    value, basis = find_published(tree, address)
    outlet = _outlet(tree, address)
    mark_paragraphs(tree)
    article = trafilatura.bare_extraction(
        tree, url=address, include_comments=False, with_metadata=False
    )
    body: Any = getattr(article, "body", None)
    return {
        "text": text_of(body, found.title) if body is not None else None,
        "title": found.title,
        "byline": ", ".join(_PARTED.split(found.author)) if found.author else None,
        "outlet": outlet,
        "url": own_url,
        "date": value,
        "basis": basis,
    }


def _own_url(tree: Any) -> str | None:
    """The address the page gives itself, if it is a whole one."""
    links = tree.xpath('//link[@rel="canonical"]/@href')
    for address in (*links, *meta(tree, "og:url")):
        with contextlib.suppress(ValueError):
            parts = urlsplit(address.strip())
            if parts.scheme in ("http", "https") and parts.netloc:
                return str(address).strip()
    return None


#: What links to a front page say when they do not say whose it is.
_HOME = frozenset({"home", "homepage", "home page", "front page", "start", "menu", "logo", "back"})
_LONGEST_NAME = 40


def _outlet(tree: Any, url: str | None) -> str | None:
    """The name the site gives itself; else its domain; else None."""
    publishers = (item.get("publisher") for item in linked_data(tree))
    names = [item.get("name") for item in publishers if isinstance(item, dict)]
    for name in (*meta(tree, "og:site_name"), *names, *meta(tree, "application-name")):
        if isinstance(name, str) and name.strip():
            return " ".join(name.split())
    home = _home(tree)
    if home or not url:
        return home
    from courlan import extract_domain

    return extract_domain(url)


def _home(tree: Any) -> str | None:
    """The words of the link to the site's front page that stands above the headline."""
    for element in tree.iter("h1", "a"):
        if element.tag == "h1":
            return None
        name = " ".join(element.text_content().split())
        if element.get("href", "").strip() == "/" and _is_name(name):
            return name
    return None


def _is_name(words: str) -> bool:
    """Whether a link to the front page has the site's name, not just "Home" or an arrow."""
    short = 2 <= len(words) <= _LONGEST_NAME and any(char.isalpha() for char in words)
    return short and words.casefold() not in _HOME


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
