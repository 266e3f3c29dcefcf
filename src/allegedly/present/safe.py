"""Page text is hostile: what of it may be shown, and what may become a link."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from markupsafe import Markup, escape

_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
_JOINERS = "\u200c\u200d"
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def writable(text: str) -> str:
    """The text with what UTF-8 or HTML cannot carry replaced, one character for one."""
    return _UNWRITABLE.sub("\ufffd", text)


def in_html(value: object) -> object:
    """A template value ready for HTML; strings are escaped, carriage returns kept as they are."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return Markup(str(escape(writable(value))).replace("\r", "&#13;"))


def isolated(text: str) -> object:
    """The text for HTML, kept from turning the direction of what stands around it.

    Letters of ASCII turn nothing, and a report has many names.
    """
    return text if text.isascii() else Markup(f"<bdi>{in_html(text)}</bdi>")


def one_line(text: str) -> str:
    """The text on one line, without anything that steers a terminal or the reading direction."""
    line = " ".join(text.split())
    return "".join(char if char.isprintable() or char in _JOINERS else "\ufffd" for char in line)


def host_of(url: str | None) -> str | None:
    """The host a URL names, without ``www.``; None where the URL must not become a link."""
    if not url or not url.isprintable() or any(char in url for char in ' <>"`\\'):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not url[len(parts.scheme) :].startswith("://"):
        return None
    return host.removeprefix("www.") if host else None


def language_tag(language: str | None) -> str | None:
    """The code for a ``lang`` attribute; None where it is not one."""
    return language if language and _LANGUAGE.fullmatch(language) else None
