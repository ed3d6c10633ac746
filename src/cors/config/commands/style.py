"""`./cors style`: the style sheet, built anew."""

import argparse

from cors.config.commands.parts import Parts


def add(parts: Parts) -> None:
    part = parts.add_parser("style", help="build the style sheet anew (needs Node)")
    part.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Build app.css with the tools of package.json."""
    import shutil
    import subprocess

    from cors.config.environment import ROOT
    from cors.core.errors import Refused

    npm = shutil.which("npm")
    if npm is None:
        raise Refused("Building the style sheet needs Node and npm. Everything else does not.")
    install = subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=ROOT, check=False)
    return install.returncode or subprocess.run([npm, "run", "style"], cwd=ROOT).returncode
