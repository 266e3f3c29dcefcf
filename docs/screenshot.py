"""Takes a picture of a report file with Chromium.

    python docs/screenshot.py report.html report.png --width 1280 --height 900 --dark

Needs playwright (``pip install playwright``) and a Chromium or Chrome on PATH.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_browser() -> str | None:
    """The Chromium or Chrome on PATH, None where there is none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def launched(playwright: Playwright) -> Browser:
    """That browser, started for pictures and tests: without a window, without a network."""
    return playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("report", type=Path, help="the report, an HTML file")
    parser.add_argument("output", type=Path, help="the picture, a PNG file")
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--height", type=int, default=900)
    parser.add_argument("--dark", action="store_true", help="in dark colours")
    parser.add_argument("--full", action="store_true", help="the whole page, not one screen")
    parser.add_argument("--scale", type=float, default=1, help="pixels per CSS pixel")
    parser.add_argument("--fragment", default="", help="what to jump to, without the #")
    return parser.parse_args()


def main() -> None:
    """Opens the report and writes the picture."""
    from playwright.sync_api import sync_playwright

    asked = arguments()
    if find_browser() is None:
        raise SystemExit(
            "no Chromium or Chrome on PATH: install one, for example Debian's chromium"
        )
    url = asked.report.resolve().as_uri() + (f"#{asked.fragment}" if asked.fragment else "")
    with sync_playwright() as playwright:
        browser = launched(playwright)
        page = browser.new_page(
            viewport={"width": asked.width, "height": asked.height},
            device_scale_factor=asked.scale,
            color_scheme="dark" if asked.dark else "light",
        )
        page.goto(url)
        page.screenshot(path=asked.output, full_page=asked.full)
        browser.close()


if __name__ == "__main__":
    main()
