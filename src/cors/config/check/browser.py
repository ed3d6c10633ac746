"""Finds the Chromium in which journeys are driven."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def find_chromium() -> str | None:
    """Return the browser named in CORS_CHROMIUM, or one that is installed."""
    named = os.environ.get("CORS_CHROMIUM")
    found = (shutil.which(name) for name in (*([named] if named else NAMES), *PLACES))
    return next((path for path in found if path), None)
