from tests.repository import sizes


def test_nothing_outgrows_its_budget() -> None:
    over = [line for budget in sizes.budgets() for line in budget.over()]
    assert not over, "\n".join(over)


def test_the_screens_that_show_many_slices_stay_small() -> None:
    assert sizes.casefile_lines() <= 2500


def test_tests_keep_up_with_the_code() -> None:
    assert sizes.lines_of_tests() >= sizes.lines_of_code()
