"""Strings that try to leave the place they are put in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from allegedly.records import (
    Anchor,
    Article,
    Attribution,
    Entity,
    Event,
    Furniture,
    Hedge,
    Layers,
    Mention,
    Reading,
    Span,
    Time,
    Unread,
    When,
)

from .making import outlet, reading

_CALL = "window.broken=1"
_MARKUP = [
    f"<script>{_CALL}</script>",
    f"</script><script>{_CALL}</script>",
    f"</style><script>{_CALL}</script>",
    f"</title><script>{_CALL}</script>",
    f"</textarea><script>{_CALL}</script>",
    f"<img src=x onerror={_CALL}>",
    f"<svg/onload={_CALL}>",
    f"<svg><script>{_CALL}</script></svg>",
    f"<math><mi//xlink:href='data:x,<script>{_CALL}</script>'>",
    f"<body onload={_CALL}>",
    f"<iframe srcdoc='<script>parent.{_CALL}</script>'></iframe>",
    f"<details open ontoggle={_CALL}>",
    f"<input autofocus onfocus={_CALL}>",
    f"<marquee onstart={_CALL}>",
    f"<video><source onerror={_CALL}></video>",
    f"<object data='javascript:{_CALL}'></object>",
    f"<a href='javascript:{_CALL}'>x</a>",
    f"<form action='javascript:{_CALL}'><button>x</button></form>",
    f"<template><script>{_CALL}</script></template>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<img src=https://evil.example/x.png>",
    "<img src='https://evil.example/?",
    "<!--",
    "-->",
    "<!-- --!>",
    "<![CDATA[",
    "]]>",
    "<?php",
    "<%= 1 %>",
    "<plaintext>",
    "<xmp>",
    "<noscript><p title='</noscript><img src=x onerror=window.broken=1>'>",
    "<mark id=s1 class=n0>",
    "</mark></p></div></article></main>",
    "</li></ol></section>",
    "</blockquote><p hidden>",
    "<select><option>",
    "</option></select>",
    "</bdi></b>",
]
_ATTRIBUTES = [
    f'" onmouseover="{_CALL}',
    f"' onmouseover='{_CALL}",
    f"` onmouseover=`{_CALL}",
    f'x" autofocus onfocus="{_CALL}" y="',
    "x' style='background:url(//evil.example)",
    '"><script>window.broken=1</script>',
    "'><script>window.broken=1</script>",
    'x\ny\rz="1"',
    '" id="filters',
    '" hidden="',
    '"/>',
    "/>",
    "=",
    '\\"',
    "&quot;>",
    "&#34;>",
    "&lt;script&gt;window.broken=1&lt;/script&gt;",
    "&amp;lt;",
    "&#0;",
    "&#x110000;",
    "&notin",
    "&",
]
_ADDRESSES = [
    f"javascript:{_CALL}",
    f"JaVaScRiPt:{_CALL}",
    f" javascript:{_CALL}",
    f"java\tscript:{_CALL}",
    f"\x01javascript:{_CALL}",
    f"javascript://quay.example/%0a{_CALL}",
    f"vbscript:{_CALL}",
    f"data:text/html,<script>{_CALL}</script>",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "file:///etc/passwd",
    "blob:https://evil.example/1",
    "view-source:https://evil.example",
    "//evil.example/x",
    "/\\evil.example",
    "https:\\\\evil.example",
    "http:evil.example",
    "https://",
    "http://[",
    "https://[::1",
    "ftp://evil.example",
    "about:blank",
    "#filters",
    'https://evil.example/"onclick="window.broken=1',
    "https://evil.example/ x",
    "https://evil.example/\u202egpj.exe",
    "https://evil.example/\x00",
    "https://e\ud800.example",
]
_CHARACTERS = [
    "\x00",
    "a\x00b",
    "\ud800",
    "\udfff",
    "\udc00\ud800",
    "\ufffe",
    "\uffff",
    "\U0010ffff",
    "\u202e\u202d\u202a\u202b",
    "\u2066\u2067\u2068",
    "\u2069\u2069\u202c",
    "\u200e\u200f",
    "\u200b\u200c\u200d\u2060\ufeff",
    "e\u0301\u0302\u0303" * 20,
    "\u0489" * 60,
    "\U0001f468\u200d\U0001f469",
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b]8;;https://evil.example\x1b\\x\x1b]8;;\x1b\\",
    "\x9b31m",
    "\x07\x08\x0b\x0c\x7f\x85",
    "\r",
    "\r\n",
    "\n\n\n",
    "\t",
    "\u2028\u2029",
    "\xa0\xad",
    "\u05d0\u05d1 abc \u05d2",
    "\u0627\u0644\u062e\u0628\u0631 123",
    "\uff1cscript\uff1e",
    "\u017fcript",
    "W" * 400,
]
_TEMPLATES = [
    "{{ 7 * 7 }}",
    "{% raw %}",
    "{% include '/etc/passwd' %}",
    "{# x #}",
    "{{ config }}",
    "{{ ''.__class__ }}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "[[7*7]]",
    "%s%n%d",
    "{0.__class__}",
    "[bold red]x[/]",
    "[link=x]y[/link]",
    "[/]",
    "[[",
    "\\[x]",
    "*/ body{display:none} /*",
    "}body{display:none}",
    "`${window.broken=1}`",
    '";window.broken=1;//',
    "constructor",
    "__proto__",
    "toString",
    "hidden",
    "view?q=1",
    "=cmd|' /C calc'!A0",
]
STRINGS = [*_MARKUP, *_ATTRIBUTES, *_ADDRESSES, *_CHARACTERS, *_TEMPLATES]
#: Ways out of where a string may have been put: a value, an element, a comment, a text in JSON.
_OUT = ('">', "'>", "</script>", "<!-- -->", "</textarea></title></style>", '\\"}]')
#: Every string by itself and after each way out.
MANY = list(dict.fromkeys([*STRINGS, *(way + bad for way in _OUT for bad in STRINGS)]))


def hostile_reading(bad: str) -> Reading:
    """A reading with the string in every field that takes text."""
    middle, outer = f"{bad} said {bad} to {bad}.", f"{bad}!"
    text = f"{middle}\n{outer}"
    share = Furniture(Span(len(middle) + 1, len(text)), "share")
    title = f"says {bad} "
    article = Article(
        text=text,
        title=title,
        outlet=bad,
        url=bad,
        byline=bad,
        published=When(bad, None, None, bad),
        language=bad,
        furniture=(share,),
        given_id=bad,
        origin=bad,
    )
    cue = len(bad) + 1
    around = Attribution(
        source=(Span(0, len(bad)),),
        cue=(Span(cue, cue + 4),),
        content=(Span(cue + 5, len(middle)),),
        mode="direct",
        sourcing="named",
        speaker=0,
        via=(1,),
        within=None,
        confidence=0.9,
    )
    words = replace(around, source=(Span(0, len(middle)),), speaker=None, within=0, confidence=0.1)
    head = replace(around, source=(), cue=(Span(0, 4),), content=(Span(5, len(title)),))
    told = replace(around, certainty="possible", hedges=(0,))
    read = reading(
        article,
        [told, words],
        [head],
        [Entity(bad, "person"), outlet(bad)],
        bad,
        found=hostile_layers(bad, len(text)),
    )
    in_title = replace(hostile_layers(bad, len(title)), attributions=(head,))
    return replace(read, headline=in_title)


def hostile_layers(bad: str, length: int) -> Layers:
    """Everything that can be found, named and dated with the string, nested and crossing."""
    whole, first, last = Span(0, length), Span(0, length // 2 + 1), Span(length // 2, length)
    return Layers(
        mentions=(
            Mention(whole, "person", True, 0, last),
            Mention(first, "work", False, 1, Span(0, 1)),
        ),
        times=(
            Time(first, "DATE", bad, bad, None, None),
            Time(last, "SET", f"2021-02-09T{bad}", "APPROX", None, None),
            Time(whole, "DURATION", "2021/" + bad, None, None, None),
        ),
        events=(
            Event(first, 0, "denied", bad, 0, (0, 1), "occurrence"),
            Event(last, 0, "happened", "2021-02", 1, (0,), "state"),
            Event(Span(1, 2), 0, "possible", None, None, (1,), "perception"),
        ),
        hedges=(Hedge(last, "unknown", 0, first), Hedge(Span(0, 1), "possible", 0, whole)),
    )


def hostile_story(
    strings: Sequence[str] = STRINGS,
) -> tuple[list[Reading], list[Unread]]:
    """All strings, in everything a report is made of."""
    return [hostile_reading(bad) for bad in strings], [Unread(bad, bad, bad) for bad in strings]


def hostile_record(value: Any, taken: Iterator[str]) -> Any:
    """The record with a hostile string in every free-text field; ids and choices stay."""
    free = {"title", "note", "name", "aliases", "roles", "statement", "reasons", "account", "proof"}
    free |= {"about", "conflict", "outcome", "summary", "teller", "via", "origin"}
    if isinstance(value, tuple):
        return tuple(hostile_record(one, taken) for one in value)
    if not is_dataclass(value) or isinstance(value, (type, Anchor)):
        return value
    changed = {}
    for field in fields(value):
        old = getattr(value, field.name)
        if field.name in free:
            if isinstance(old, tuple):
                old = tuple(next(taken) for _ in range(3))
            elif isinstance(old, str):
                old = next(taken)
        else:
            old = hostile_record(old, taken)
        changed[field.name] = old
    return replace(value, **changed)
