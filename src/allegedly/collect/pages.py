"""A web page becomes an Article."""

from __future__ import annotations

from ..errors import InputError
from ..records import Article, When
from .decode import decode
from .limits import Limits
from .prescan import over_budget
from .sniff import is_own_report
from .text import make_article


def article_from_html(
    page: bytes | str,
    *,
    url: str | None = None,
    given_id: str | None = None,
    origin: str | None = None,
    limits: Limits | None = None,
) -> Article:
    """The Article on a page.

    Its text is the page's own, in paragraphs parted by a blank line; what is left
    in it of captions, embeds, share lines and the like is marked as furniture. The
    outlet is the name the site gives itself, else the domain. The publication date is
    the first found of: JSON-LD, meta elements, a time element, the address, a
    date written on the page; never that of a change, and no finer than it is written.
    ``url`` is where the page came from; the page's own word for it goes first.

    Raises:
        InputError: no text, no article, or over a budget of ``limits``.
    """
    limits = limits or Limits()
    where = origin or url or "page"
    html = page if isinstance(page, str) else decode(page, where, html=True)
    if is_own_report(html):
        raise InputError(where, "a report that allegedly made, not coverage", "leave it out")
    excess = over_budget(html, limits)
    if excess:
        raise InputError(where, f"the page holds {excess}", "no article needs that; leave it out")
    found = _extracted(html, url, where, limits)
    limits.check_text(str(found["text"]), where)
    date, basis = found.get("date"), found.get("basis")
    return make_article(
        str(found["text"]),
        title=_field(found, "title"),
        published=When.from_iso(str(date), str(basis)) if date else None,
        outlet=_field(found, "outlet"),
        url=_field(found, "url") or url,
        byline=_field(found, "byline"),
        given_id=given_id,
        origin=origin,
    )


def _extracted(html: str, url: str | None, where: str, limits: Limits) -> dict[str, object]:
    from .worker import WORKER, CrashedError, TooSlowError

    try:
        found = WORKER.ask(html, url, limits.html_seconds)
    except TooSlowError:
        raise InputError(
            where,
            f"the page was not read after {limits.html_seconds:g} seconds",
            "leave it out, or save its text",
        ) from None
    except CrashedError:
        raise InputError(
            where, "the page broke the parser", "leave it out, or save its text"
        ) from None
    except OSError as error:
        raise InputError(where, f"no process to read pages in could be started: {error}") from error
    if not found.get("text"):
        raise InputError(
            where, str(found.get("problem") or "no article found on the page"), "save its text"
        )
    return found


def _field(found: dict[str, object], key: str) -> str | None:
    value = found.get(key)
    return value if isinstance(value, str) else None
