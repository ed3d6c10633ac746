"""Setting a document: words in, tagged PDF out; typst refuses output that is not accessible."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parent / "print_fonts"


def set_pdf(template: Path, words: Mapping[str, Any]) -> bytes:
    """Set a typst template with words, which stand in it as they are, never as markup."""
    import typst  # heavy: only who asks for a PDF waits for it

    pdf: bytes = typst.compile(
        template,
        sys_inputs={"words": json.dumps(words, default=str)},
        pdf_standards=["ua-1"],
        font_paths=[FONTS],
        ignore_system_fonts=True,
    )
    return pdf
