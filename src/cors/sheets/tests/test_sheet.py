"""Sections and what goes on paper, without any record."""

from cors.sheets.sheet import Line, Section, Sheet, section


def test_a_section_without_lines_is_left_out_or_says_so() -> None:
    assert section("In the way", []) == []
    assert section("In the way", [Line("")]) == []
    assert section("Next", [], nothing="No step.") == [Section("Next", (), "No step.")]


def test_a_line_of_a_label_alone_stays() -> None:
    (found,) = section("Going along", [Line("", label="Hana"), Line("")])
    assert found.lines == (Line("", label="Hana"),)


def test_paper_bears_everything_but_addresses() -> None:
    line = Line("I want a door.", "Housing", "Hana", own=True, url="/cases/1/")
    sheet = Sheet("Hand-over", "Today", (Section("Goals", (line,), is_warning=True),))
    (found,) = sheet.on_paper()["sections"]
    assert found == {
        "head": "Goals",
        "lines": ({"words": "I want a door.", "detail": "Housing", "label": "Hana", "own": True},),
        "nothing": "",
        "is_warning": True,
    }
    assert "/cases/1/" not in str(sheet.on_paper())
