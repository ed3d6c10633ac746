"""Minutes spent recording, from when a page was opened and when it was saved. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

LONGEST = timedelta(minutes=30)  # a page that lay open for longer was not being filled in
PAGE, SAVE = "record", "record_contact"


@dataclass(frozen=True)
class Deed:
    """One page opened or one thing saved, by one worker; about: whose page or entry it was."""

    at: datetime
    verb: str
    is_read: bool
    about: object = None


@dataclass(frozen=True)
class Spent:
    """Seconds over the entries that could be timed; the others have no page opened before them."""

    seconds: int = 0
    timed: int = 0
    not_timed: int = 0

    @property
    def each(self) -> int | None:
        """Seconds for one entry; None where none could be timed."""
        return round(self.seconds / self.timed) if self.timed else None


def spent(deeds: Sequence[Deed]) -> Spent:
    """Add up from the first time the page was opened, at most 30 minutes before, to its save."""
    opened: dict[object, list[datetime]] = {}
    seconds = timed = not_timed = 0
    for deed in sorted(deeds, key=lambda each: each.at):
        if deed.is_read and deed.verb == PAGE:
            opened.setdefault(deed.about, []).append(deed.at)
        elif not deed.is_read and deed.verb == SAVE:
            near = [at for at in opened.pop(deed.about, []) if deed.at - at <= LONGEST]
            if near:
                seconds += round((deed.at - near[0]).total_seconds())
                timed += 1
            else:
                not_timed += 1
    return Spent(seconds, timed, not_timed)


def counted(deeds: Iterable[Deed], *, reads: bool) -> Counter[str]:
    """Count what was saved, or which pages were opened."""
    return Counter(deed.verb for deed in deeds if deed.is_read == reads)


def in_words(seconds: int) -> str:
    """Return `40 seconds`, `1 minute`, `2 hours 5 minutes`: to the minute from one minute on."""
    if seconds < 60:
        return _number(seconds, "second")
    hours, minutes = divmod(round(seconds / 60), 60)
    parts = [_number(hours, "hour")] * bool(hours) + [_number(minutes, "minute")] * bool(minutes)
    return " ".join(parts)


def _number(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
