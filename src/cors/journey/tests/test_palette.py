"""The style sheet of the page and the plain colours of print say the same."""

import re
from pathlib import Path

import cors.journey
from cors.journey.drawing import PHONE, draw
from cors.journey.palette import LIGHT, PAINT, painted, rule
from cors.journey.tests.more_people import ENDED, MANY, SETBACKS, UNRATED
from cors.journey.tests.people import NOTHING, SAM

FOLDER = Path(str(cors.journey.__file__)).parent
SHEET = (FOLDER / "static" / "journey" / "journey.css").read_text(encoding="utf-8")


def test_every_class_has_its_rule_in_the_style_sheet() -> None:
    assert [name for name in PAINT if rule(name) not in SHEET.splitlines()] == []


def test_every_class_that_is_drawn_is_known() -> None:
    unpainted = {"j-picture", "j-hit", "j-bird"}
    for journey in (SAM, MANY, SETBACKS, UNRATED, ENDED, NOTHING):
        svg = draw(journey) + draw(journey, style=PHONE)
        used = {name for names in re.findall(r'class="([^"]+)"', svg) for name in names.split()}
        assert used - unpainted <= set(PAINT)


def test_the_style_sheet_names_no_colour_of_its_own() -> None:
    assert not re.findall(r"#[0-9a-f]{3,8}\b|oklch|rgb", SHEET)


def test_forced_colours_answer_for_every_token() -> None:
    forced = SHEET.split("@media (forced-colors: active)")[1]
    assert [token for token in LIGHT if f"--{token}:" not in forced] == []


def test_print_writes_colours_out() -> None:
    assert painted("j-ink j-halo") == {
        "fill": LIGHT["ink"],
        "paint-order": "stroke",
        "stroke": LIGHT["sand"],
        "stroke-width": "3",
    }
