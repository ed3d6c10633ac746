"""What Lighthouse needs on this machine; a sentence says what is missing."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from cors.config.check.browser import find_chromium
from cors.config.environment import ROOT
from cors.core.errors import Refused

PROGRAM = Path("node_modules") / ".bin" / "lighthouse"


@dataclass(frozen=True)
class Tools:
    """The program and the browser that it drives."""

    lighthouse: str
    chromium: str

    def environment(self) -> dict[str, str]:
        return dict(os.environ) | {"CHROME_PATH": self.chromium}


def find_tools(root: Path = ROOT) -> Tools:
    """Return the tools, or raise Refused with what to install."""
    if not shutil.which("node"):
        raise Refused("Lighthouse needs Node 18 or newer. Install it, then run npm ci here.")
    if not (root / PROGRAM).exists():
        raise Refused(f"Lighthouse is not installed. Run npm ci in {root}.")
    chromium = find_chromium()
    if chromium is None:
        raise Refused("Lighthouse needs Chromium. Install it, or name one in CORS_CHROMIUM.")
    return Tools(str(root / PROGRAM), chromium)
