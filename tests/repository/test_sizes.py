from tests.repository import sizes

# An exemption with its reason: tests here are short (half of them have five lines or fewer), and
# the first house came all at once. Raise this with every change up to 1.0; never lower it.
REACHED = 0.9


def test_nothing_outgrows_its_budget() -> None:
    over = [line for budget in sizes.budgets() for line in budget.over()]
    assert not over, "\n".join(over)


def test_the_screens_that_show_many_slices_stay_small() -> None:
    assert sizes.casefile_lines() <= 2500


def test_tests_keep_up_with_the_code() -> None:
    """The gate is 1.0; it is not reached yet, and what was reached is not given up again."""
    assert sizes.lines_of_tests() >= sizes.lines_of_code() * REACHED
