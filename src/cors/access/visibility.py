"""Who sees which client's records: the door asks the rules that the slices above register."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.db.models import Q

if TYPE_CHECKING:
    from cors.access.models.membership import Membership

CaseRule = Callable[["Membership"], Any]
_rules: dict[str, CaseRule] = {}


def register(*, cases: CaseRule, clients: CaseRule) -> None:
    """Say how the visible cases and clients of a member are found (as querysets of keys)."""
    _rules["cases"] = cases
    _rules["clients"] = clients


def seen_by(member: "Membership", model: Any) -> Q:
    """Return the condition under which this person sees a record of the model.

    A path that leads through a case asks whether the case is visible, others ask for the client.
    """
    path: str = model.scope
    if path == "":
        return Q(pk__in=_rules["clients"](member))
    through = path.removesuffix("client").removesuffix("__")
    if through == "" and model._meta.label == "cases.Case":
        return Q(pk__in=_rules["cases"](member))
    if through == "":
        return Q(client__in=_rules["clients"](member))
    return Q(**{f"{through}__in": _rules["cases"](member)})
