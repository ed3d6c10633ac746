"""One thing that is unsafe or missing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """A key that stays the same, what is wrong, and what to do about it."""

    key: str
    says: str
    do: str


Look = Callable[[], Iterator[Finding]]
