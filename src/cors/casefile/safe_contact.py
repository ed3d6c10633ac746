"""How somebody may be reached without putting them in danger, in one line."""

from cors.casefile.case_record import CaseRecord
from cors.clients.models import ContactPoint


def safe_contact(record: CaseRecord) -> dict[str, str]:
    """Return the rule (strong) and the rest; empty when nothing is to be minded."""
    minded = [
        point
        for point in record.contact_points
        if point.safety != ContactPoint.Safety.SAFE or point.rule
    ]
    rules = [_rule(point) for point in minded]
    alerts = [alert.words for alert in record.alerts]
    lines = [line for line in alerts + rules if line]
    return {"rule": lines[0], "words": " ".join(lines[1:])} if lines else {"rule": "", "words": ""}


def _rule(point: ContactPoint) -> str:
    if point.rule:
        return _sentence(point.rule)
    if point.safety == ContactPoint.Safety.NEVER:
        return f"Never use: {point.get_kind_display().lower()}."
    return f"With care: {point.get_kind_display().lower()}."


def _sentence(words: str) -> str:
    return words if words[-1] in ".!?" else f"{words}."
