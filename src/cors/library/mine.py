"""What somebody has heard, was sent and has asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from cors.access.models import Membership
from cors.library.models import Hearing, Listener, Question, Sent
from cors.library.offered import Offered, Offers

STATES = {"new": "New", "started": "Started", "heard": "Heard", "sent": "Sent to me"}


@dataclass(frozen=True)
class Shown:
    """An answer, and how far its listener came with it; "" where nothing may be noted."""

    offered: Offered
    state: str

    @property
    def state_words(self) -> str:
        return STATES.get(self.state, "") if self.state != "new" else ""


@dataclass(frozen=True)
class ForYou:
    """An answer to what one asked, or one that was sent with a line."""

    slug: str
    title: str
    asked: str = ""
    line: str = ""


@dataclass(frozen=True)
class Mine:
    """One listener's own side of the library."""

    hearings: Mapping[tuple[UUID, str], Hearing]
    listeners: Mapping[UUID, Listener]
    sent: tuple[Sent, ...]
    questions: tuple[Question, ...]

    def may_count(self, library: UUID) -> bool:
        said = self.listeners.get(library)
        return said is not None and said.counts

    def shown(self, found: Iterable[Offered]) -> list[Shown]:
        """Return answers with their state."""
        return [Shown(each, self.state(each)) for each in found]

    def state(self, offered: Offered) -> str:
        """Return new, started or heard; "" where this person did not agree that it is noted."""
        if not self.may_count(offered.library_id):
            return ""
        hearing = self.hearings.get((offered.library_id, offered.slug))
        if hearing is None:
            return "new"
        return "heard" if hearing.heard_at else "started"

    def picked(self, which: str, found: Iterable[Offered]) -> list[Offered]:
        """Keep the new, started, heard or sent ones; all for anything else."""
        if which == "sent":
            slugs = {each.slug for each in self.sent}
            return [each for each in found if each.slug in slugs]
        if which not in STATES:
            return list(found)
        return [each for each in found if self.state(each) == which]

    @property
    def answered(self) -> list[Question]:
        """Return the questions whose answer was not opened yet."""
        return [each for each in self.questions if each.answered_at and not each.told_at]

    @property
    def to_open(self) -> list[Sent]:
        """Return what was sent and not read yet; to all: as long as nothing says it was heard."""
        return [
            each
            for each in self.sent
            if not each.opened_at and (each.organisation_id, each.slug) not in self.hearings
        ]


def for_you(mine: Mine, offers: Offers) -> list[ForYou]:
    """Return what was answered or sent, and not opened yet."""
    titles = offers.titles
    answered = [
        ForYou(each.answered_with, titles[each.answered_with], asked=each.words)
        for each in mine.answered
        if each.answered_with in titles
    ]
    return answered + [
        ForYou(each.slug, titles[each.slug], line=each.line) for each in mine.to_open
    ]


def questions_of(mine: Mine, offers: Offers) -> list[tuple[Question, str]]:
    """Return one's own questions, each with the title of its answer, "" while it waits."""
    titles = offers.titles
    return [(each, titles.get(each.answered_with, "")) for each in mine.questions]


def mine_of(member: Membership, offers: Offers) -> Mine:
    """Return what a member heard, was sent and asked."""
    return Mine(
        hearings={(each.organisation_id, each.slug): each for each in Hearing.of(member)},
        listeners=Listener.of(member, offers.libraries),
        sent=tuple(each for each in Sent.to(member) if each.slug in offers.answers),
        questions=tuple(Question.of(member)),
    )
