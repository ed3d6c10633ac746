from pathlib import Path

from cors.core import style_stamp


def test_the_built_sheet_fits_its_sources_and_every_page() -> None:
    found = list(style_stamp.complaints())
    assert not found, "\n".join(found)


def test_a_changed_source_changes_the_digest(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / "styles").mkdir()
    sheet = tmp_path / "styles" / "app.css"
    sheet.write_text(".a { color: red }")
    before = style_stamp.digest(tmp_path / "styles")
    sheet.write_text(".a { color: blue }")
    assert style_stamp.digest(tmp_path / "styles") != before


def test_line_ends_of_another_system_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / "styles").mkdir()
    sheet = tmp_path / "styles" / "app.css"
    sheet.write_bytes(b".a {\n}\n")
    before = style_stamp.digest(tmp_path / "styles")
    sheet.write_bytes(b".a {\r\n}\r\n")
    assert style_stamp.digest(tmp_path / "styles") == before


def test_a_stamp_replaces_the_one_before(tmp_path: Path) -> None:
    built = tmp_path / "app.css"
    built.write_text(".a{}")
    style_stamp.stamp(built)
    style_stamp.stamp(built)
    assert style_stamp.stamped(built.read_text()) == style_stamp.digest()
    assert built.read_text().count("sources") == 1


def test_classes_are_found_around_what_a_template_works_out() -> None:
    page = """<p class="voice {% if big == "yes" %}voice-lg{% endif %} chip-{{ tone }} {{ more }}">
    {# class="ghost" #}{% include "a.html" with classes="mb-4 lg:flex!" %}"""
    assert style_stamp.classes_used(page) == {"voice", "voice-lg", "mb-4", "lg:flex!"}


def test_classes_are_found_in_python() -> None:
    code = """attrs = {"class": "input"}; x = '<svg class="mark m-win">'; y = {"class": "a.B"}"""
    assert style_stamp.classes_used(code, in_python=True) == {"input", "mark", "m-win"}


def test_a_sheet_tells_which_classes_it_has() -> None:
    sheet = r".btn{}.lg\:flex\!{}.p-0\.5:hover{}@media print{.foot>a{}}"
    assert {"btn", "lg:flex!", "p-0.5", "foot"} <= style_stamp.classes_styled(sheet)
