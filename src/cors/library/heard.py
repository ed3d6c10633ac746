"""What is known of one person or one organisation, so that one knows what was said to whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cors.access.models import Membership
from cors.library.models import Hearing, Question, Sent
from cors.library.receivers import Receiver


@dataclass(frozen=True)
class Line:
    """One answer, and how many heard it to the end, began it, or were sent it."""

    title: str
    heard: int
    started: int
    sent: int


@dataclass(frozen=True)
class Known:
    """What a person or all of an organisation heard, began, were sent and asked."""

    lines: tuple[Line, ...]
    questions: tuple[Question, ...]


def known_of(receiver: Receiver, by: Membership, titles: Mapping[str, str]) -> Known:
    """Return what a library knows; of people only what they agreed to."""
    hearings = Hearing.in_library(by).filter(works_for_id=receiver.works_for)
    sent = Sent.in_library(by).filter(works_for_id=receiver.works_for)
    questions = Question.in_library(by).filter(works_for_id=receiver.works_for)
    if receiver.user:
        hearings = hearings.filter(user_id=receiver.user)
        sent = sent.filter(user_id=receiver.user)
        questions = questions.filter(user_id=receiver.user).exclude(name="")
    lines = tuple(_lines(titles, list(hearings), list(sent)))
    return Known(lines, tuple(questions))


def _lines(
    titles: Mapping[str, str], hearings: Iterable[Hearing], sent: Iterable[Sent]
) -> list[Line]:
    found = []
    rows, given = list(hearings), list(sent)
    for slug, title in titles.items():
        here = [each for each in rows if each.slug == slug]
        heard = sum(each.heard_at is not None for each in here)
        times = sum(each.slug == slug for each in given)
        if here or times:
            found.append(Line(title, heard, len(here) - heard, times))
    return found
