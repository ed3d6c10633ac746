"""Pictures that were looked at and found good; CORS_RENEW_PICTURES=1 draws them anew."""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest

from cors.journey.drawing import CLIENT, CLIENT_PHONE, PHONE, WORKER, Style, draw
from cors.journey.nothing_yet import HEADING
from cors.journey.tests import drawn, more_people, people
from cors.journey.tests.twelve import TWELVE, a_thousand_entries

GOLDEN = Path(__file__).parent / "golden"
STYLES = {style.name: style for style in (WORKER, PHONE, CLIENT, CLIENT_PHONE)}
JOURNEYS = TWELVE | {"ended": more_people.ENDED, "long-words": more_people.LONG_WORDS}
PICTURES = [f"{name}.{style}" for name in JOURNEYS for style in STYLES]
HEAVIEST = 60_000
GENEROUS = 3
"""A busy machine with a slow processor is given that many times the 50 ms."""

COLOUR = re.compile("#[0-9a-f]{6}")
each = pytest.mark.parametrize("name", PICTURES)


def picture(name: str) -> str:
    journey, style = name.split(".")
    return drawn_as(journey, STYLES[style])


def drawn_as(name: str, style: Style) -> str:
    return draw(
        JOURNEYS[name],
        style=style,
        opens=lambda ident: f"#{ident}",
        print=name == "print",
        night=name == "dark",
        right_to_left=name == "right-to-left",
    )


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
def test_no_text_is_too_small_to_read(name: str) -> None:
    least = 16 if "client" in name else 11
    assert all(text.size >= least for text in drawn.texts(picture(name)))


@each
def test_every_picture_is_light(name: str) -> None:
    assert len(picture(name).encode()) < HEAVIEST


@each
def test_a_strict_policy_finds_nothing_inline(name: str) -> None:
    svg = picture(name)
    assert "style=" not in svg
    assert "<style" not in svg
    assert "<script" not in svg


def test_every_file_belongs_to_a_picture() -> None:
    assert {file.name.removesuffix(".svg") for file in GOLDEN.glob("*.svg")} == set(PICTURES)


def test_nothing_yet_says_where_to_start() -> None:
    assert HEADING in drawn.words(picture("nothing-yet.worker"))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ["print", "dark"])
def test_plain_pictures_have_colours_written_out_and_nothing_to_press(
    name: str, style: str
) -> None:
    svg = picture(f"{name}.{style}")
    assert "var(" not in svg
    assert "class=" not in svg
    assert "<a " not in svg
    assert 'role="img"' in svg
    assert drawn.words(svg) == drawn.words(draw(TWELVE[name], style=STYLES[style]))


@pytest.mark.parametrize("style", STYLES)
def test_night_differs_from_print_in_its_colours_alone(style: str) -> None:
    day, night = picture(f"print.{style}"), picture(f"dark.{style}")
    assert day != night
    assert COLOUR.sub("", day) == COLOUR.sub("", night)


@pytest.mark.parametrize("style", STYLES)
def test_from_right_to_left_the_same_words_stand_at_the_other_side(style: str) -> None:
    there = draw(TWELVE["right-to-left"], style=STYLES[style])
    turned = picture(f"right-to-left.{style}")
    wide = STYLES[style].width
    found = {(text.words, text.size): text.box for text in drawn.texts(there)}
    for text in drawn.texts(turned):
        if "tspan" not in text.words and (text.words, text.size) in found:
            box = found[text.words, text.size]
            if abs((wide - box.right) - text.box.left) < 0.2:
                break
    else:
        pytest.fail("nothing stands where a mirror would show it")


@pytest.mark.parametrize("style", STYLES)
def test_a_thousand_entries_stay_light_and_nothing_overlaps(style: str) -> None:
    journey = a_thousand_entries()
    svg = draw(journey, style=STYLES[style], opens=lambda ident: f"/cases/x/timeline/#{ident}")
    assert len(svg.encode()) < HEAVIEST
    assert drawn.overlaps(svg) == []


@pytest.mark.parametrize("style", STYLES)
def test_a_thousand_entries_are_drawn_in_a_moment(style: str) -> None:
    journey = a_thousand_entries()
    held = sum(len(goal.ratings) + len(goal.moments) for goal in journey.goals)
    assert held + sum(len(work.sessions) for row in journey.barriers for work in row.work) > 800
    assert quickest(lambda: draw(journey, style=STYLES[style])) < 0.05 * GENEROUS


def quickest(once: Callable[[], str]) -> float:
    """Return the processor's seconds of the quickest of five, so that neighbours do not count."""
    found = []
    for _ in range(5):
        begun = process_time()
        once()
        found.append(process_time() - begun)
    return min(found)


def test_what_a_person_typed_never_becomes_a_part_of_the_drawing() -> None:
    goal = replace(people.SAM_GOALS[0], words='<script>alert(1)</script> & "more" ]]>\x00\x08')
    for style in STYLES.values():
        svg = draw(replace(people.SAM, name="<b>", goals=(goal,)), style=style)
        assert "<script" not in svg
        assert "<b>" not in svg
        assert drawn.tree(svg) is not None
