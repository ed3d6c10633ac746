"""Which service, and from which day to which."""

from datetime import date, timedelta
from typing import Any

from cors.catalogue.models import Service
from cors.core.forms import CorsForm, DayField, ListField
from cors.reports.figure import Period


class PeriodForm(CorsForm):
    """A service (or all that one sees) and a period."""

    service = ListField("Service", required=False, nothing="All services")
    first = DayField("From", missing="Give the first day")
    last = DayField("To", missing="Give the last day")

    def __init__(self, *args: Any, services: list[Service], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.services = services
        self.choose("service", [(str(service.pk), service.name) for service in services])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("first"), data.get("last")
        if first and last and last < first:
            self.add_error("last", "The last day is before the first. Give a later one")
        return data

    def period(self) -> Period:
        """Return the period asked for."""
        return Period(self.cleaned_data["first"], self.cleaned_data["last"])

    def chosen(self) -> list[Service]:
        """Return the service asked for, or all that may be seen."""
        key = self.cleaned_data["service"]
        return [service for service in self.services if key in ("", str(service.pk))]


def year_until(today: date) -> dict[str, date]:
    """Return the first and last day of the twelve months that end today, both counted."""
    try:
        year_ago = today.replace(year=today.year - 1)
    except ValueError:  # 29 February
        year_ago = today.replace(year=today.year - 1, day=28)
    return {"first": year_ago + timedelta(days=1), "last": today}
