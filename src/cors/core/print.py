"""Setting a document: words in, tagged PDF out, accessible by the standard wherever fonts allow."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from unicodedata import category

from django.http import HttpResponse

FONTS = Path(__file__).parent / "print_fonts"
# The standard refuses a letter that no font draws. Then the fonts of this machine are asked, and
# last the letter stays a box on paper: its text is in the PDF all the same and is read aloud.
WAYS: tuple[dict[str, Any], ...] = (
    {"pdf_standards": ["ua-1"], "ignore_system_fonts": True},
    {"pdf_standards": ["ua-1"], "ignore_system_fonts": False},
    {"ignore_system_fonts": False},
)
# What the standard says of a template whose documents bear no title: no other font mends that.
NO_TITLE = "missing document title"


def on_paper(pdf: bytes, name: str) -> HttpResponse:
    """Hand a PDF to the browser, to be looked at first."""
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer


class NotSetError(Exception):
    """A document could not be set; says no more, for the reason may quote its words."""


def set_pdf(template: Path, words: Mapping[str, Any]) -> bytes:
    """Set a typst template with words, which stand in it as they are, never as markup."""
    import typst  # heavy: only who asks for a PDF waits for it

    inputs = {"words": json.dumps(_printable(words), default=str)}
    for way in WAYS:
        try:
            pdf: bytes = typst.compile(template, sys_inputs=inputs, font_paths=[FONTS], **way)
        except typst.TypstError as error:
            if NO_TITLE in str(error):
                break
            continue
        return pdf
    raise NotSetError(template.name)


def _printable(words: Any) -> Any:
    """Return the same without control characters, which no font draws."""
    if isinstance(words, str):
        return "".join(" " if category(sign) == "Cc" and sign != "\n" else sign for sign in words)
    if isinstance(words, Mapping):
        return {key: _printable(value) for key, value in words.items()}
    return [_printable(each) for each in words] if isinstance(words, list | tuple) else words
