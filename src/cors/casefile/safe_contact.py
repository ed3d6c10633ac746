"""What everybody has to mind before they ring, write or visit: alerts first, then the rules."""

from cors.casefile.case_record import CaseRecord
from cors.clients import safe_contact as reaching
from cors.clients.models import Client, ContactPoint


def to_mind(client: Client, points: list[ContactPoint], alerts: list[str]) -> dict[str, str]:
    """Return what stands in the banner; empty where nothing is to be minded."""
    is_minded = any(point.rule or point.safety != ContactPoint.Safety.SAFE for point in points)
    found = reaching.safe_contact(client, points) if is_minded else None
    lines = [*alerts, *([found.rule, found.words] if found else [])]
    said = [line for line in lines if line]
    return {"rule": said[0], "words": " ".join(said[1:])} if said else {"rule": "", "words": ""}


def safe_contact(record: CaseRecord) -> dict[str, str]:
    """Return the banner of a case."""
    alerts = [str(alert.words) for alert in record.alerts]
    return to_mind(record.client, record.contact_points, alerts)
