"""The whole check, as a laptop and the build machine run it."""

from cors.config.check.run import run

__all__ = ["run"]
