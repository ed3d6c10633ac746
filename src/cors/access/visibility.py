"""Who sees which client's records: the door asks the rules that the slices above register."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.db.models import Q

if TYPE_CHECKING:
    from cors.access.models.membership import Membership

# Takes the member and the path from the record to the case or client, "" or ending in "__".
Rule = Callable[["Membership", str], Q]
_rules: dict[str, Rule] = {}
kept_statements: dict[tuple[Any, ...], Any] = {}  # made from these rules, by who asks for what


def register(*, cases: Rule, clients: Rule) -> None:
    """Say under which condition a member sees a case or a client."""
    kept_statements.clear()
    _rules["cases"] = cases
    _rules["clients"] = clients


def seen_by(member: "Membership", model: Any) -> Q:
    """Return the condition under which this person sees a record of the model.

    A path that leads through a case asks whether the case is visible, others ask for the client.
    The condition is one on the row in hand: what one record costs must not grow with their number.
    """
    path: str = model.scope
    if path == "":
        return _rules["clients"](member, "")
    to_case = path.removesuffix("client")
    if to_case == "" and model._meta.label != "cases.Case":
        return _rules["clients"](member, "client__")
    return _rules["cases"](member, to_case)
