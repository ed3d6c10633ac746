"""The whole check, as a laptop and the build machine run it."""

from cors.config.check.steps import run

__all__ = ["run"]
