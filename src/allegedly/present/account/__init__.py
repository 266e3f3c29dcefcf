"""The account of a ledger as a report shows it: everything decided, nothing left to compute."""

from __future__ import annotations

from .lists import lists
from .people import Voices
from .rumors import STANCES
from .story import StoryView, story_views
from .targets import ArticleLabel, Targets

__all__ = ["STANCES", "ArticleLabel", "StoryView", "Targets", "Voices", "lists", "story_views"]
