"""What happened to a review while somebody filled it in: nobody writes over what is unseen."""

from cors.cases.models import Case
from cors.core.errors import Changed
from cors.reviews.models import PreparedReview, Review

WENT_ON = (
    "{name} went on with this review while you were writing. Both versions are shown here. Put "
    "what should hold into the fields, and save."
)
WAS_HELD = (
    "{name} finished this review while you were writing, and there is a letter. What you wrote "
    "stands here. Save again to keep it as another review."
)


class Meanwhile(Changed):
    """Somebody else kept or held the review in between; `mark` is where it stands now."""

    def __init__(self, sentence: str, now: PreparedReview | None, mark: str) -> None:
        super().__init__(now.given() if now else {})
        self.sentence = sentence
        self.mark = mark


def check_seen(seen: str | None, case: Case) -> None:
    """Raise Meanwhile when the review stands elsewhere than the page did; hold the case first."""
    if seen is None:
        return
    mark = PreparedReview.mark_of(case)
    if seen == mark:
        return
    if seen.rpartition("-")[2] != mark.rpartition("-")[2]:
        held = Review.of(case).select_related("created_by").last()
        raise Meanwhile(_by(WAS_HELD, held and held.created_by), None, mark)
    now = PreparedReview.of(case)
    raise Meanwhile(_by(WENT_ON, now and now.changed_by), now, mark)


def _by(sentence: str, somebody: object) -> str:
    return sentence.format(name=somebody or "Somebody else")
