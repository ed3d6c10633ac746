"""How a person may be reached, in one line for the banner on their pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cors.clients.days import in_words
from cors.clients.models import Client, ContactPoint

NOBODY_ASKED = "Nobody has written down how it is safe to reach {called}."
IN_A_SENTENCE = {
    "mobile": "the mobile",
    "landline": "the landline",
    "email": "e-mail",
    "post": "post",
    "other": "the other way on the list",
}


@dataclass(frozen=True)
class SafeContact:
    """What to mind, what never to do, and when it was last gone through with the person."""

    rule: str
    words: str
    checked_date: date | None


def safe_contact(client: Client, points: Sequence[ContactPoint] | None = None) -> SafeContact:
    """Return what a worker has to know before they ring, write or visit."""
    points = list(ContactPoint.of(client)) if points is None else points
    if not points:
        return SafeContact(NOBODY_ASKED.format(called=client.called), "", None)
    never = [point for point in points if point.safety == ContactPoint.Safety.NEVER]
    usable = [point for point in points if point.is_usable]
    rules = [_rule(point) for point in usable if point.rule]
    if not usable:
        rules = ["There is no safe way to reach them on the list."]
    elif not rules:
        rules = [f"Safe to use: {_joined(usable)}."]
    words = f"Never use {_joined(never, 'or')}." if never else ""
    return SafeContact(" ".join(rules), words, min(point.checked_date for point in points))


def safe_contact_line(client: Client) -> str:
    """Return the same as one line of text."""
    found = safe_contact(client)
    checked = f"Last checked on {in_words(found.checked_date)}." if found.checked_date else ""
    return " ".join(part for part in (found.rule, found.words, checked) if part)


def _rule(point: ContactPoint) -> str:
    end = "" if point.rule.endswith((".", "!", "?", "…")) else "."
    return f"{point.get_kind_display()}: {point.rule}{end}"


def _joined(points: Sequence[ContactPoint], word: str = "and") -> str:
    names = list(dict.fromkeys(IN_A_SENTENCE[point.kind] for point in points))
    return f" {word} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
