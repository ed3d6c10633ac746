"""The parts that show a figure: its bases, what is held back, what is unknown."""

import re

import pytest
from django.template.loader import render_to_string

BASE = {"words": "of everyone", "part": 2, "whole": 8, "share": 25, "width": 100, "got": 25}
EMPTY = {"words": "of those asked", "part": 0, "whole": 0, "share": None, "width": 0, "got": 0}
HELD = {"words": "of both", "part": 2, "whole": 3, "share": 67, "width": 40, "got": 20, "held": 8}


def bases(*rows: dict[str, object]) -> str:
    return render_to_string("core/components/bases.html", {"bases": rows})


def figure(**given: object) -> str:
    whole = {"title": "Goals reached", "value": "2", "bases": [BASE], **given}
    return render_to_string("core/components/figure_row.html", {"figure": whole})


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_a_base_says_how_many_of_how_many() -> None:
    assert "of everyone 2 of 8 25%" in words(bases(BASE))


def test_a_share_of_nought_is_a_figure_where_there_was_somebody_to_count() -> None:
    assert "0 of 8 0%" in words(bases({**BASE, "part": 0, "share": 0, "got": 0}))


def test_an_empty_base_says_in_words_that_there_is_nobody() -> None:
    said = words(bases(BASE, EMPTY))
    assert said.endswith("of those asked Nobody to count")


@pytest.mark.parametrize("figure_like", ["0 of 0", "–%", "None", "0%"])
def test_an_empty_base_never_looks_like_a_figure(figure_like: str) -> None:
    assert figure_like not in words(bases(EMPTY))


def test_an_empty_base_has_no_bar() -> None:
    assert bases(EMPTY).count("<svg") == 0
    assert bases(BASE, EMPTY).count("<svg") == bases(BASE).count("<svg")


def test_every_row_has_as_many_places_however_little_it_says() -> None:
    for row in (BASE, EMPTY, HELD):
        page = bases(row)
        spans = [int(n) for n in re.findall(r'colspan="(\d)"', page)]
        assert page.count("<td") + sum(spans) - len(spans) == 3


def test_a_small_number_is_held_back_with_its_share() -> None:
    said = words(bases(HELD))
    assert "of both fewer than 8" in said
    assert "2 of 3" not in said
    assert "67" not in bases(HELD)


def test_a_figure_shows_its_value_and_its_bases() -> None:
    said = words(figure())
    assert said.startswith("Goals reached 2")
    assert "of everyone 2 of 8 25%" in said


def test_a_figure_that_is_held_back_gives_nothing_away() -> None:
    said = words(figure(held=8, target_share=56))
    assert "fewer than 8" in said
    assert not re.search(r"\b2\b|25|56", said)
    assert "<svg" not in figure(held=8, target_share=56)


def test_a_figure_that_is_unknown_says_so_and_shows_no_target() -> None:
    page = figure(unknown=True, value=None, bases=[], target_share=56)
    assert "Could not be worked out" in words(page)
    assert "<svg" not in page
    assert "None" not in page


@pytest.mark.parametrize(("share", "bars"), [(56, 1), (0, 1), (None, 0), ("", 0)])
def test_a_target_of_nought_is_drawn_and_no_target_is_not(share: object, bars: int) -> None:
    assert figure(bases=[], target_share=share).count("<svg") == bars


def test_who_is_missing_and_what_is_counted_stand_with_the_figure() -> None:
    said = words(figure(missing="3 lost touch.", definition="Goals called reached."))
    assert "3 lost touch." in said
    assert "Goals called reached." in said
