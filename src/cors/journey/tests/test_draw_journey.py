"""Pictures that were looked at and found good; CORS_RENEW_PICTURES=1 draws them anew."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from cors.journey.drawing import PHONE, WORKER, draw
from cors.journey.model import Journey
from cors.journey.nothing_yet import HEADING
from cors.journey.tests import drawn, more_people, people

GOLDEN = Path(__file__).parent / "golden"

PICTURES: dict[str, tuple[Journey, bool, bool]] = {
    "nothing-yet": (people.NOTHING, False, False),
    "nothing-yet-phone": (people.NOTHING, True, False),
    "one-day": (more_people.ONE_DAY, False, False),
    "three-weeks": (more_people.NOOR, False, False),
    "three-weeks-and-a-barrier": (more_people.YOUNG, False, False),
    "three-weeks-phone": (more_people.YOUNG, True, False),
    "sam": (people.SAM, False, False),
    "sam-phone": (people.SAM, True, False),
    "sam-print": (people.SAM, False, True),
    "setbacks": (more_people.SETBACKS, False, False),
    "unrated": (more_people.UNRATED, False, False),
    "long-words": (more_people.LONG_WORDS, False, False),
    "long-words-phone": (more_people.LONG_WORDS, True, False),
    "right-to-left": (more_people.RIGHT_TO_LEFT, False, False),
    "ended": (more_people.ENDED, False, False),
    "many": (more_people.MANY, False, False),
    "many-phone": (more_people.MANY, True, False),
}
each = pytest.mark.parametrize("name", PICTURES)


def picture(name: str) -> str:
    journey, on_phone, in_print = PICTURES[name]
    return draw(journey, style=PHONE if on_phone else WORKER, print=in_print)


@each
def test_the_picture_is_as_it_was_found_good(name: str) -> None:
    svg, file = picture(name), GOLDEN / f"{name}.svg"
    if os.environ.get("CORS_RENEW_PICTURES"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(svg + "\n", encoding="utf-8")
    assert svg + "\n" == file.read_text(encoding="utf-8")


@each
def test_no_text_lies_on_another_or_outside(name: str) -> None:
    svg = picture(name)
    assert drawn.overlaps(svg) == []
    assert drawn.outside(svg) == []


@each
def test_a_strict_policy_finds_nothing_inline(name: str) -> None:
    svg = picture(name)
    assert "style=" not in svg
    assert "<style" not in svg
    assert "<script" not in svg


def test_every_file_belongs_to_a_picture() -> None:
    assert {file.stem for file in GOLDEN.glob("*.svg")} == set(PICTURES)


def test_nothing_yet_says_where_to_start() -> None:
    assert HEADING in drawn.words(picture("nothing-yet"))


def test_print_has_plain_colours_and_nothing_to_press() -> None:
    svg = picture("sam-print")
    assert "var(" not in svg
    assert "class=" not in svg
    assert "<a " not in svg
    assert 'role="img"' in svg
    assert drawn.words(svg) == drawn.words(picture("sam"))


def test_what_a_person_typed_never_becomes_a_part_of_the_drawing() -> None:
    goal = replace(people.SAM_GOALS[0], words='<script>alert(1)</script> & "more" ]]>\x00\x08')
    svg = draw(replace(people.SAM, name="<b>", goals=(goal,)))
    assert "<script" not in svg
    assert "<b>" not in svg
    assert drawn.tree(svg) is not None
