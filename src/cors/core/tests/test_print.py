"""A document is set from words that stay words, and a failure repeats none of them."""

from pathlib import Path

import pytest

from cors.core import print as printing
from cors.core.print import NotSetError, set_pdf

TITLED = '#set document(title: "A letter", date: none)\n#set text(lang: "en")\n'
LETTER = TITLED + "#let words = json(bytes(sys.inputs.words))\n#words.said\n"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "letter.typ"
    path.write_text(LETTER, encoding="utf-8")
    return path


def test_the_same_words_give_a_tagged_document(template: Path) -> None:
    pdf = set_pdf(template, {"said": "Dear Hana"})
    assert pdf.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in pdf


@pytest.mark.parametrize(
    "said",
    [
        *("#panic()", "$ x", "*bold", "[", "]", "`", "\\", '"', "<label", "@nobody", "= Title"),
        *("\x00\x07\x1b", "line\nline", "", "🦆", "家 مرحبا"),
    ],
)
def test_no_word_keeps_a_document_from_being_set(template: Path, said: str) -> None:
    assert set_pdf(template, {"said": said}).startswith(b"%PDF-")


def test_words_that_are_missing_are_an_error_that_names_the_template_only(template: Path) -> None:
    with pytest.raises(NotSetError) as failed:
        set_pdf(template, {"other": "Hana Novak"})
    assert str(failed.value) == "letter.typ"
    assert "Hana" not in repr(failed.value)


def test_a_template_without_a_title_is_not_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "untitled.typ"
    path.write_text(LETTER.removeprefix(TITLED), encoding="utf-8")
    with pytest.raises(NotSetError):
        set_pdf(path, {"said": "Dear Hana"})


def test_signs_that_no_font_draws_are_blanks_and_ends_of_lines_stay() -> None:
    words = {"a": "x\x07y\n", "of": ["\x1b", ("\t", 7)], "deep": {"b": "\x00"}, "none": None}
    assert printing._printable(words) == {
        "a": "x y\n",
        "of": [" ", [" ", 7]],
        "deep": {"b": " "},
        "none": None,
    }
