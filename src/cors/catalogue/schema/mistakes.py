"""A mistake in a definition file, said so that a person can mend it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One thing to mend: in which file, at which key or line, and what is the matter."""

    file: str
    key: str
    says: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.says}"


class BrokenDefinitions(Exception):
    """The definition files can't be used; the message lists all that is to be mended."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        lines = "\n".join(f"  {mistake}" for mistake in self.mistakes)
        super().__init__(f"The definition files need mending before CORS can start:\n{lines}")


def one_of(allowed: Sequence[str]) -> str:
    """Say the choices in the order given: one of a, b, c."""
    return "one of " + ", ".join(allowed)
