"""Recording keeps within its taps and seconds, and the published table says what it costs."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, StorageState

from tests.journeys import keyworker
from tests.journeys.conftest import opened
from tests.journeys.hand import Hand
from tests.journeys.klm import Counted
from tests.journeys.recording_budget import (
    PAGE,
    PLAY,
    Figures,
    as_page,
    figures_of,
    is_to_be_written,
    over,
    publish,
    published,
    stale,
)
from tests.journeys.recording_tasks import KINDS, TASKS, Task, Worker
from tests.journeys.server import Demo
from tests.journeys.visitor import DESK, PHONE, Screen, Visitor

SCREENS = {"phone": PHONE, "desk": DESK}
SETTLED_MS = 200  # what was felt before a task begins is told by then
KNOWN = Counted(taps=5, keys=10, flicks=1, questions=3, changes=2, pages=2)


@pytest.fixture(scope="module")
def measured() -> Iterator[dict[str, Figures]]:
    """What this run found; written down at its end where that was asked for."""
    found: dict[str, Figures] = {task.name: {} for task in TASKS}
    yield found
    if is_to_be_written() and all("desk" in figures for figures in found.values()):
        publish(found)


@pytest.fixture(scope="module")
def used_to_it(
    chromium: Browser, demo: Demo, signed_in: Callable[[str], StorageState]
) -> StorageState:
    """Somebody who recorded contacts of these kinds before."""
    context = opened(chromium, DESK, signed_in("Amina"))
    visitor = Visitor(context.new_page(), demo.url, DESK)
    for kind in KINDS:
        _records(visitor, kind)
    case = visitor.page.url.removeprefix(visitor.url)
    keyworker.lets_drafts_go(visitor, case.replace("/cases/", "/record/"))
    context.close()
    return signed_in("Amina")


@pytest.fixture
def at_work(
    chromium: Browser, demo: Demo, used_to_it: StorageState
) -> Iterator[Callable[[Screen], Worker]]:
    """Put somebody in front of a screen."""
    contexts = []

    def come(screen: Screen) -> Worker:
        context = opened(chromium, screen, used_to_it, touch=screen is PHONE)
        contexts.append(context)
        visitor = Visitor(context.new_page(), demo.url, screen)
        return Worker(visitor, Hand(visitor.page, touch=screen is PHONE), keyworker.HANA)

    yield come
    for context in contexts:
        context.close()


def _records(visitor: Visitor, kind: str) -> None:
    visitor.goes("/")
    button = visitor.page.get_by_role("link", name=f"Record for {keyworker.HANA}", exact=True)
    button.first.click()
    if not visitor.page.get_by_label(kind, exact=True).is_visible():
        visitor.page.locator("fieldset:has([name=kind]) summary").first.click()
    visitor.chooses(kind)
    visitor.presses_on(visitor.button("Save"))
    visitor.page.wait_for_url("**/cases/*/")


def counts(worker: Worker, task: Task) -> Counted:
    """Do a task from where it begins, and say what the pages felt."""
    if task.on_case:
        keyworker.opens(worker.visitor, worker.person)
    else:
        worker.visitor.goes("/")
        name = f"Record for {worker.person}"
        card = worker.visitor.page.get_by_role("link", name=name, exact=True)
        card.locator("visible=true").first.scroll_into_view_if_needed()
        worker.hand.reaches(card.locator("visible=true").first)
    worker.visitor.page.wait_for_load_state()
    worker.visitor.page.wait_for_timeout(SETTLED_MS)
    worker.hand.starts()
    task.does(worker)
    worker.visitor.page.wait_for_load_state()
    return worker.hand.counted()


@pytest.mark.browser
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("task", TASKS, ids=[task.name for task in TASKS])
def test_a_task_keeps_within_its_budget_and_costs_what_is_published(
    at_work: Callable[[Screen], Worker], measured: dict[str, Figures], task: Task, screen: str
) -> None:
    counted = counts(at_work(SCREENS[screen]), task)
    found = figures_of(task, counted)
    if screen == "phone":
        measured[task.name] |= found
    else:
        measured[task.name]["desk"] = found
    print(f"{task.name}, {screen}: {counted}, {counted.seconds()} s")
    assert not over(task, counted)
    if not is_to_be_written():
        known = published()[task.name]
        assert not stale(known if screen == "phone" else known["desk"], found)


@pytest.mark.browser
def test_the_hand_counts_taps_keys_and_flicks_that_pages_feel(
    at_work: Callable[[Screen], Worker],
) -> None:
    worker = at_work(PHONE)
    worker.visitor.goes("/")
    worker.opens_record()
    worker.visitor.page.wait_for_timeout(SETTLED_MS)
    worker.hand.starts()
    worker.chooses("Call")
    worker.writes("note", "Ab c")
    counted = worker.hand.counted()
    assert (counted.taps, counted.keys, counted.questions) == (2, 4, 2)
    assert counted.flicks >= 1
    assert (counted.changes, counted.pages) == (0, 0)
    worker.saves()


def test_the_page_says_what_the_figures_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == as_page(published())


def test_every_task_is_published_with_its_budget() -> None:
    known = published()
    assert list(known) == [task.name for task in TASKS]
    for task in TASKS:
        for figures in (known[task.name], known[task.name]["desk"]):
            assert set(figures) >= {"taps", "keys", "klm_s", "budget_s"}
            assert figures["taps"] <= task.most_taps
            assert figures["klm_s"] <= figures["budget_s"] == task.budget_s


def test_the_estimate_is_the_sum_of_its_operators() -> None:
    assert KNOWN.seconds() == round(1.3 * 6 + 0.28 * 10 + 0.4 * 2 + 1.35 * 3 + 1.0 * 2, 1)
    assert replace(KNOWN, keys=20).seconds() == round(KNOWN.seconds() + 2.8, 1)


def test_a_tap_or_a_second_too_many_is_over_budget() -> None:
    task = replace(TASKS[0], most_taps=5, budget_s=KNOWN.seconds())
    assert over(task, KNOWN) == []
    assert len(over(replace(task, most_taps=4), KNOWN)) == 1
    assert len(over(task, replace(KNOWN, keys=11))) == 1


def test_other_figures_make_the_table_stale() -> None:
    figures = figures_of(TASKS[0], KNOWN)
    assert stale(figures, figures) == []
    assert stale(figures, figures | {"taps": 6}) == ["taps: 5 published, 6 now"]
    assert stale(figures, figures | {"klm_s": figures["klm_s"] + PLAY - 0.1}) == []
    assert stale(figures, figures | {"klm_s": figures["klm_s"] + PLAY + 0.1})
