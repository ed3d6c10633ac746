"""What we write in a letter reads at grade 6 or below, whatever was decided; their words stay."""

import re
from datetime import date, timedelta
from itertools import product
from typing import Any
from uuid import UUID

import pytest
from django.template.loader import render_to_string

from cors.casefile.tests.factories import words
from cors.reviews.letter import Letter, letter_of
from cors.reviews.models import Review, ReviewedGoal, ReviewedPart, ReviewedStep
from cors.reviews.tests.reading_grade import SENTENCE, grade
from cors.sheets.letter_pdf import _day
from tests.stage.personas import Stage

PLAIN = 6
DAY = date(2026, 9, 23)
# No word of ours: each is taken out of the letter before it is read.
THEIRS = "Xq{}"
NUMBERS = (None, 0, 4, 10)


class Kept:
    """A review as it was kept, without a database."""

    def __init__(self, goals: list[ReviewedGoal], next_date: date | None, said: str) -> None:
        self.rows = goals
        self.held_date, self.next_date = DAY, next_date
        self.client_words = self.worker_words = self.what_helped = self.in_the_way = said
        self.pk = UUID(int=1)

    class case:
        pk = UUID(int=2)

        class client:
            called = "Xq0"

    class created_by:
        first_name = "Xq1"

    def goals(self) -> list[ReviewedGoal]:
        return self.rows

    def named(self, side: str) -> list[ReviewedPart]:
        return [ReviewedPart(side=side, words="Xq2")]

    def steps(self) -> list[ReviewedStep]:
        owners = ("client", "worker", "together", "other")
        days = (None, DAY + timedelta(days=9))
        return [
            ReviewedStep(words="Xq3", owner=owner, due_date=day)
            for owner, day in product(owners, days)
        ]


def _letters(stage: Stage) -> list[Letter]:
    """Return a letter for every decision with every pair of numbers, begun at any number."""
    found = []
    for decision, then, client, worker in product(
        ReviewedGoal.Decision.values, NUMBERS, NUMBERS, NUMBERS
    ):
        goal = ReviewedGoal(
            first_words="Xq4", words="Xq5", decision=decision, baseline=then,
            client_rating=client, worker_rating=worker,
        )  # fmt: skip
        next_date = DAY + timedelta(weeks=12) if then else None
        kept: Any = Kept([goal], next_date, "Xq6" if client else "")
        found.append(letter_of(kept, stage.amina))
    return found


def _frame(letter: Letter) -> str:
    """Return what the page of the letter says in our words, sentence by sentence."""
    review = Kept([], None, "")
    context = {"letter": letter, "review": review, "picture": {"wide": "", "narrow": ""}}
    source = render_to_string("sheets/letter.html", context)
    article = source[source.index("<article") : source.index("</article>")]
    lines = re.sub(r"</(?:h1|h2|p|li)>", "\n", article)
    ours = "\n".join(words(line) for line in lines.split("\n"))
    return re.sub(r"\bXq\d\b|Harbour Street,", "", ours)


def test_every_letter_reads_plainly_as_a_whole(stage: Stage) -> None:
    letters = _letters(stage)
    assert len(letters) == 256
    frames = {_frame(letter) for letter in letters}
    assert len(frames) > 100
    hard = [(grade(frame), frame) for frame in frames if grade(frame) > PLAIN]
    assert not hard, max(hard)


def test_no_sentence_of_it_is_hard_by_itself(stage: Stage) -> None:
    sentences = {
        sentence.strip()
        for letter in _letters(stage)
        for sentence in SENTENCE.split(_frame(letter))
        if len(sentence.split()) > 3
    }
    assert len(sentences) > 20
    # A date alone is as hard to read as its month; it is no sentence.
    hard = {each: grade(each) for each in sentences if not re.search(r"\b2026$", each)}
    assert max(hard.values()) <= PLAIN, max(hard, key=lambda each: hard[each])


def test_their_own_words_stand_in_it_untouched(stage: Stage) -> None:
    said = "I  ain't never — “that” sure; 100% <not>."
    kept: Any = Kept([], None, said)
    assert letter_of(kept, stage.amina).own_words == said


def test_paper_says_the_same_of_the_day_as_the_page(stage: Stage) -> None:
    for letter in _letters(stage)[:20]:
        if letter.next_date:
            assert f"We look back again on {_day(letter.next_date)}." in _frame(letter)


@pytest.mark.parametrize("review", [Review])
def test_the_letter_asks_only_for_what_a_review_has(review: type[Review]) -> None:
    asked = ("goals", "named", "steps", "client_words", "worker_words", "what_helped",
             "in_the_way", "held_date", "next_date", "created_by", "case")  # fmt: skip
    assert all(hasattr(review, name) for name in asked)
