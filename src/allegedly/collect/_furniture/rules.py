"""What furniture looks like, as data: pattern, kind, what it is.

``LINES`` (in ``credits`` and ``widgets``) are matched against a whole line, without
the spaces around it and of at most ``LONGEST_LINE`` characters, ``ANYWHERE`` wherever
it occurs, ``TAILS`` at the end of a line. A rule earns its place only if no sentence of
news can match it: showing a caption costs little, losing a quote costs the story.
Every open repetition is bounded, and so is what a pattern is tried on, so that the
time grows with the text and no faster.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...records import FurnitureKind

LONGEST_LINE = 320

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĆČĐĞĘİŁŃŐŘŚŞŠŤŽ"
_NAME = rf"[{_UPPER}@][\w.'’@-]*"
_BETWEEN = "(?:de|da|del|den|der|di|la|le|van|von|bin|al|el|of|the|and|&)"
NAMES = rf"{_NAME}(?: (?:{_BETWEEN} )?{_NAME}){{0,6}}"
"""One name or some, each word with a capital."""

AGENCY = (
    "(?i:AP|AFP|EPA|ANI|PTI|CEN|SWNS|WENN|Reuters|Getty(?: Images)?|Shutterstock|Alamy|iStock|"
    "iStockphoto|Splash(?: News)?|Rex(?: Features)?|WireImage|FilmMagic|(?:The )?Associated Press|"
    "Press Association|Agence France-Presse|Zuma(?: Press)?|Unsplash|Pixabay|Pexels|"
    "Depositphotos|Corbis|Barcroft|Anadolu|Xinhua|Sipa|Backgrid|Landov|Europics|Redux|Polaris)"
)
"""Who sells pictures to newsrooms."""

PICTURE = (
    "(?:photo|image|picture|pic|screenshot|screen ?grab|screen shot|illustration|graphic|"
    "photograph|photographer|photography|video)s?"
)
PLATFORM = (
    r"(?:Facebook|Twitter|X|Instagram|LinkedIn|Reddit|Pinterest|WhatsApp|Telegram|Tumblr|YouTube|"
    r"Google ?\+|Google|Flipboard|Threads|Bluesky|Mastodon|TikTok|Snapchat|Messenger|StumbleUpon|"
    r"Digg|Pocket|Email|E-mail|Print|Mail|SMS|RSS|Copy link|Share|Tweet|Pin|Comments?)"
)
WORK = "(?:story|article|post|page|piece|report|video|entry|item)"


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern, the kind of furniture it finds, and what that is in words."""

    pattern: str
    kind: FurnitureKind
    what: str
