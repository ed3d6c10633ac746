"""The form on paper: each goal in the person's own words, and eleven boxes to tick."""

from collections.abc import Sequence
from pathlib import Path

from cors.core.print import set_pdf
from cors.plans.models import Rater

TEMPLATE = Path(__file__).parent / "goal_sheet.typ"


def as_pdf(
    goals: Sequence[str],
    raters: Sequence[tuple[str, str]],
    *,
    organisation: str,
    large: bool = False,
) -> bytes:
    """Set the form on A4, at 18 points when large; raters: key and name, the client's first."""
    name = dict(raters)[Rater.CLIENT]
    words = {
        "title": f"Goals of {name}",
        "organisation": organisation,
        "who": [label for _, label in raters],
        "goals": list(goals),
        "large": large,
    }
    return set_pdf(TEMPLATE, words)
