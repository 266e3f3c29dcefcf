"""The account of a ledger as a report shows it: everything decided, nothing left to compute."""

from __future__ import annotations

from .rumors import STANCES
from .story import StoryView, story_views
from .targets import Targets

__all__ = ["STANCES", "StoryView", "Targets", "story_views"]
