"""Where a script is played: the people of the house, one client, and what was named so far."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid5

from cors.access.models import Membership
from cors.cases.models import Case
from cors.catalogue.models import Service
from cors.clients.models import Client
from cors.practice.script import day_ahead


@dataclass
class Scene:
    """One client's case while it is played."""

    house: dict[str, Membership]
    services: dict[str, Service]
    today: date
    client: Client
    case: Case
    named: dict[str, Any] = field(default_factory=dict)
    forms: int = 0

    def keep(self, told: dict[str, Any], record: Any) -> None:
        """Remember a record under the name that the script gives it."""
        if name := told.get("as"):
            self.named[name] = record

    def all(self, names: Sequence[str]) -> list[Any]:
        """Return the records of these names."""
        return [self.named[name] for name in names]

    def one(self, name: str | None) -> Any:
        """Return the record of a name, None for none."""
        return self.named[name] if name else None

    def form_key(self) -> UUID:
        """Return the key of the next form of this case."""
        self.forms += 1
        return uuid5(self.case.pk, f"form {self.forms}")

    def due(self, told: dict[str, Any], on: date) -> date | None:
        """Return a day ahead: `within` days of the entry, or `due_in` days of today."""
        if "within" in told:
            return on + timedelta(days=told["within"])
        return day_ahead(told["due_in"], self.today) if "due_in" in told else None


Play = Callable[[Scene, Any, date, Membership], None]
