"""Shows what was read: one HTML file, a short account for the terminal, JSON for other programs."""

from .contract import reading_to_json
from .report import render_report, render_report_pages
from .terminal import account

__all__ = ["account", "reading_to_json", "render_report", "render_report_pages"]
