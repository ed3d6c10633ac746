import pytest

from tests.repository import sizes
from tests.repository.sizes import Budget


@pytest.mark.parametrize("budget", sizes.budgets(), ids=lambda budget: budget.kind)
def test_nothing_outgrows_its_budget(budget: Budget) -> None:
    assert not budget.over(), "\n".join(budget.over())


def test_the_screens_that_show_many_slices_stay_small() -> None:
    assert sizes.casefile_lines() <= 2500


def test_there_are_at_least_as_many_lines_of_tests_as_of_code() -> None:
    assert sizes.lines_of_tests() >= sizes.lines_of_code()
