"""Shows what was read: one HTML file, a short account for the terminal, JSON for other programs."""

from .contract import reading_to_json
from .report import render_report
from .terminal import account

__all__ = ["account", "reading_to_json", "render_report"]
