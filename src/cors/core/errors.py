"""What a person can mend, what a person may not do, and what must never be read."""

from collections.abc import Iterator, Mapping
from typing import Any


class Refused(Exception):
    """The records would become wrong; the sentence tells a person what to do instead."""

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class Changed(Refused):
    """Somebody else changed it in between: `now` is what stands there, by field."""

    def __init__(self, now: Mapping[str, Any]) -> None:
        super().__init__(
            "Somebody else changed this while you were writing, and theirs stands. Both are shown "
            "here. Put what should hold into the fields, and save."
        )
        self.now = dict(now)


class NotAllowed(Exception):
    """The person may see the record but may not do this to it."""


class SentBefore(Exception):
    """This very form was saved already."""


class NoRoom(Exception):
    """The disk is full: reading goes on, writing waits."""


class SealError(Exception):
    """Sealed text can't be opened or was used in a way that would leak or lose it."""


class KeyDestroyed(SealError):
    """The key of this person was destroyed: the text is gone for good."""


def causes_of(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and what it came of, the last first."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
