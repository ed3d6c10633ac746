"""Figures in print: a tagged document in which everything stands that the page says."""

import shutil
import subprocess
from pathlib import Path

import pytest

from cors.catalogue.choices import Catalogue
from cors.catalogue.shipped import shipped
from cors.reports.figure import Base, Material, Section
from cors.reports.figures import sections
from cors.reports.measure_figures import measure_figures
from cors.reports.page import FiguresPage
from cors.reports.pdf import as_pdf
from cors.reports.rows import in_words
from cors.reports.tests.made_up_facts import (
    IN_SPRING,
    a_case,
    a_contact,
    a_moment,
    a_score,
    an_aim,
    an_outcome,
    given,
)
from cors.reports.tests.made_up_page import TWO, a_figure, a_page

pytestmark = pytest.mark.slow
needs_reader = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="pdftotext reads the words of a PDF and is not here"
)


def material() -> Material:
    return given(
        cases=[a_case("ada"), a_case("bo")],
        contacts=[a_contact("ada")],
        moments=[a_moment("ada")],
        aims=[an_aim("bo")],
        outcomes=[an_outcome("ada", checks=((13, "kept", IN_SPRING),))],
        scores=[a_score("ada", 20), a_score("ada", 11, IN_SPRING), a_score("bo", 4)],
    )


def whole_page() -> FiguresPage:
    facts, page = material(), a_page()
    measured = tuple(measure_figures(facts, Catalogue(shipped(), [])))
    parts = (*sections(facts), Section("Change on measures", measured))
    return FiguresPage(page.services, page.period, page.as_of, parts)


def words_of(pdf: bytes, folder: Path) -> str:
    path = folder / "figures.pdf"
    path.write_bytes(pdf)
    told = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True, text=True
    )
    return " ".join(told.stdout.split())


def test_is_a_tagged_document() -> None:
    pdf = as_pdf(whole_page(), "Harbour Street")
    assert pdf.startswith(b"%PDF-")
    for sign in (b"/StructTreeRoot", b"/MarkInfo", b"/Lang"):
        assert sign in pdf


@needs_reader
def test_holds_the_name_and_the_number_of_every_figure(tmp_path: Path) -> None:
    page = whole_page()
    words = words_of(as_pdf(page, "Harbour Street"), tmp_path)
    for section in page.sections:
        assert section.title in words
        for figure in section.figures:
            assert f"{figure.label} {in_words(figure)}" in words
            assert figure.missing in words


@needs_reader
def test_says_whose_figures_of_which_days_and_as_of_when(tmp_path: Path) -> None:
    words = words_of(as_pdf(a_page(a_figure(1)), "Harbour Street"), tmp_path)
    assert "Figures, Move-on, Work" in words
    assert "1 January 2026 to 31 March 2026. As of 1 April 2026, 09:05." in words
    assert "do not pass this on" in words


@needs_reader
def test_says_that_the_unknown_is_not_zero(tmp_path: Path) -> None:
    figure = a_figure(None, note="Nobody was asked.", missing="3 lost touch.", bases=TWO)
    words = words_of(as_pdf(a_page(figure), "Harbour Street"), tmp_path)
    assert "Could not be worked out Nobody was asked. This is not zero. 3 lost touch." in words


@needs_reader
def test_shows_the_part_of_each_base(tmp_path: Path) -> None:
    words = words_of(as_pdf(a_page(a_figure(5, bases=TWO)), "Harbour Street"), tmp_path)
    assert "of everyone 5 of 20 25%" in words
    assert "of those asked 5 of 8" in words
    assert "63%" not in words, "a share of fewer than ten says more than there is"


@needs_reader
def test_says_in_words_that_a_base_is_empty(tmp_path: Path) -> None:
    bases = (Base("of everyone", 14), Base("of those asked", 0))
    words = words_of(as_pdf(a_page(a_figure(0, bases=bases)), "Harbour Street"), tmp_path)
    assert "of everyone 0 of 14 0%" in words
    assert "of those asked Nobody to count" in words
    assert "0 of 0" not in words
    assert "–%" not in words
    assert "none" not in words


@needs_reader
def test_prints_words_as_they_are_never_as_markup(tmp_path: Path) -> None:
    evil = '#panic("x") *bold* $x$ <label> @ref = Title \\ // note'
    words = words_of(as_pdf(a_page(a_figure(1, label=evil, missing=evil)), evil), tmp_path)
    assert words.count(evil) >= 2


def test_leaves_out_parts_without_figures_and_bears_no_service() -> None:
    page = a_page(a_figure(1))
    empty = FiguresPage((), page.period, page.as_of, (Section("Nothing here"), *page.sections))
    assert as_pdf(empty, "Harbour Street").startswith(b"%PDF-")
