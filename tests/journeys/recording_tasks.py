"""What keyworkers record most, each as somebody does it who knows the screen."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator

from tests.journeys.hand import Hand
from tests.journeys.visitor import Visitor

CALL, VISIT, TRIED = "Call", "Visit", "Tried to reach"
KINDS = (VISIT, CALL, TRIED)


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody in front of Today, with one of their people in mind."""

    visitor: Visitor
    hand: Hand
    person: str

    def presses(self, words: str) -> None:
        """Press a button or a link by its words."""
        page = self.visitor.page
        found = page.get_by_role("button", name=words, exact=True)
        self.hand.taps(found.or_(self.visitor.link(words)).locator("visible=true").first)

    def opens_record(self) -> None:
        name = f"Record for {self.person}"
        card = self.visitor.page.get_by_role("link", name=name, exact=True)
        self.hand.taps(card.locator("visible=true").first)
        self.visitor.page.wait_for_url("**/record/*/")

    def chooses(self, words: str) -> None:
        """Tap a chip by its words; what is behind More costs a tap more."""
        chip = self.visitor.page.get_by_label(words, exact=True).first
        if not chip.is_visible():
            self.hand.taps(chip.locator("xpath=ancestor::details/summary"))
        self.hand.taps(chip)

    def takes_first(self, name: str) -> None:
        """Tap the first chip of a question, which habit put there."""
        self.hand.taps(self.visitor.page.locator(f"[name={name}]").first)

    def rates(self, value: int) -> None:
        goal = self.visitor.page.locator(".row-goal").first
        self.hand.taps(goal.locator("input[type=checkbox]"))
        self.hand.taps(goal.get_by_label(str(value), exact=True))

    def writes(self, name: str, words: str) -> None:
        """Tap into a field, unless the cursor stands there, and type."""
        field = self.visitor.page.locator(f"[name={name}]")
        if self.hand.touch or not _stands_in(field):
            self.hand.taps(field)
        self.hand.types(words)

    def saves(self) -> None:
        self.presses("Save")
        self.visitor.page.wait_for_url("**/cases/*/")


def _stands_in(field: Locator) -> bool:
    return bool(field.evaluate("field => field === document.activeElement"))


def call_not_answered(worker: Worker) -> None:
    worker.opens_record()
    worker.chooses(TRIED)
    worker.saves()


def visit_with_rating(worker: Worker) -> None:
    worker.opens_record()
    worker.chooses(VISIT)
    worker.rates(7)
    worker.saves()


def small_success(worker: Worker) -> None:
    worker.presses("Add a small success")
    worker.writes("words", "Rang the landlord herself")
    worker.saves()


def setback(worker: Worker) -> None:
    worker.opens_record()
    worker.chooses(CALL)
    worker.chooses("Setback")
    worker.writes("setback_words", "Missed the viewing")
    worker.writes("setback_help", "A lift there")
    worker.saves()


def barrier_with_work(worker: Worker) -> None:
    worker.opens_record()
    worker.chooses(VISIT)
    worker.takes_first("done")
    worker.chooses("Barrier")
    worker.takes_first("barrier_type")
    worker.saves()


def outcome_with_evidence(worker: Worker) -> None:
    worker.opens_record()
    worker.chooses(VISIT)
    worker.chooses("Outcome")
    worker.takes_first("outcome_type")
    worker.takes_first("outcome_evidence")
    worker.saves()


def three_calls(worker: Worker) -> None:
    worker.opens_record()
    worker.chooses(CALL)
    for place in (2, 3):
        worker.presses("Save and next person")
        worker.visitor.page.wait_for_url(f"**/record/*/?round={place}&kind=call")
    worker.saves()


def next_step(worker: Worker) -> None:
    worker.opens_record()
    worker.chooses(CALL)
    worker.writes("step_words", "Ring the council together")
    worker.chooses("Tomorrow")
    worker.saves()


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to record, and what it may cost on any screen: taps, and seconds with typing."""

    name: str
    does: Callable[[Worker], None]
    most_taps: int
    budget_s: float
    on_case: bool = False


TASKS = (
    Task("A call that nobody answered", call_not_answered, 4, 10),
    Task("A visit with one goal rated", visit_with_rating, 6, 16),
    Task("A small success, from the case page", small_success, 3, 17, on_case=True),
    Task("A setback, with what could help", setback, 7, 30),
    Task("A barrier nobody expected, and what was done", barrier_with_work, 8, 22),
    Task("An outcome reached, with what shows it", outcome_with_evidence, 7, 20),
    Task("A round of three calls", three_calls, 6, 15),
    Task("A next step agreed, with its day", next_step, 6, 25),
)
