"""Where the review of a case stands, in words: when it is due, and who began it."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from cors.casefile.case_record import CaseRecord
from cors.casefile.review_form import ReviewForm
from cors.core.plain_days import on_day
from cors.reviews.answers import left_out
from cors.reviews.due import in_words
from cors.reviews.models import PreparedReview


@dataclass(frozen=True)
class Standing:
    """What the head of the review says; each is empty where there is nothing to say."""

    due: str
    begun: str
    left_out: list[str]


def standing(record: CaseRecord, form: ReviewForm) -> Standing:
    """Say it for the page that shows this form."""
    due = record.next_review_date
    kept = form.prepared
    return Standing(
        due=f"It is {in_words(due, record.today)}." if due else "",
        begun=begun_by(record, kept) if kept else "",
        left_out=left_out(kept.given(), form.fields) if kept else [],
    )


def begun(record: CaseRecord) -> str:
    """Say that the next review was begun and not held, while it can be gone on with."""
    kept = record.prepared_review if record.is_open else None
    return f"The next one is not finished. {begun_by(record, kept)}" if kept else ""


def begun_by(record: CaseRecord, kept: PreparedReview) -> str:
    """Return `Ben began it on Friday, Amina went on with it today at 14:20.`."""
    zone = ZoneInfo(record.member.organisation.time_zone)
    first, last = (at.astimezone(zone) for at in (kept.created_at, kept.changed_at))
    time = f"{on_day(last.date(), record.today)} at {last:%H:%M}"
    if kept.version == 1:
        return f"{kept.created_by} began it {time}."
    began = on_day(first.date(), record.today)
    return f"{kept.created_by} began it {began}, {kept.changed_by} went on with it {time}."
