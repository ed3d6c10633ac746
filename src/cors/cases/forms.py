"""Forms about a case."""

from collections.abc import Iterable
from typing import Any

from cors.access.models import Membership
from cors.cases.models import Case
from cors.catalogue.models import Service
from cors.clients.forms import DatedForm
from cors.core.forms import ChipsField, CorsForm, DayField, ListField, WordsField


class ReferForm(DatedForm):
    """To which service, from where, why."""

    service = ListField("To which service?")
    source = ListField("Who pointed them our way?", nothing="Not said", required=False)
    words = WordsField("What brings them?", required=False, lines=3)
    on = DayField("When did the referral come?")

    def __init__(
        self, *args: Any, services: Iterable[Service], sources: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.services = {str(service.pk): service for service in services}
        self.choose("service", [(key, str(value)) for key, value in self.services.items()])
        self.choose("source", sources)

    def clean_service(self) -> Service:
        return self.services[self.cleaned_data["service"]]


class AcceptForm(DatedForm):
    """The day of the decision."""

    on = DayField("Accepted on")


class DeclineForm(DatedForm):
    """Why, and the day of the decision."""

    reason = ListField("Why?", Case.DeclinedReason.choices)
    words = WordsField("What would help them instead?", required=False, lines=2)
    on = DayField("Declined on")


class PeopleForm(DatedForm):
    """A form that names colleagues."""

    def __init__(self, *args: Any, colleagues: Iterable[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.colleagues = {str(colleague.pk): colleague for colleague in colleagues}
        self.names = [(key, str(colleague)) for key, colleague in self.colleagues.items()]

    def named(self, field: str) -> Membership | None:
        return self.colleagues.get(self.cleaned_data[field])


class OpenForm(PeopleForm):
    """When it begins and who holds it."""

    keyworker = ListField("Who holds the case?", nothing="Nobody yet", required=False)
    on = DayField("Opened on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("keyworker", self.names)

    def clean_keyworker(self) -> Membership | None:
        return self.named("keyworker")


class AssignForm(PeopleForm):
    """Who, as what, from when."""

    member = ListField("Who?")
    part = ChipsField("What do they do?", [("keyworker", "Hold the case"), ("worker", "Help")])
    on = DayField("From")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("member", self.names)

    def clean_member(self) -> Membership | None:
        return self.named("member")


class HandOverForm(PeopleForm):
    """From whom, to whom, from when."""

    giver = ListField("Who hands over?")
    taker = ListField("Who takes over?")
    on = DayField("From")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("giver", self.names)
        self.choose("taker", self.names)

    def clean_giver(self) -> Membership | None:
        return self.named("giver")

    def clean_taker(self) -> Membership | None:
        return self.named("taker")


class PauseForm(DatedForm):
    """From when the support rests, and why."""

    on = DayField("From")
    words = WordsField("Why?", required=False, lines=2)


class EndPauseForm(DatedForm):
    """From when it goes on."""

    on = DayField("Goes on from")


class RestrictForm(CorsForm):
    """Why only those named on the case may see it."""

    words = WordsField("Why?", hint="Only those named on the case will read this.", lines=2)


class ReOpenForm(DatedForm):
    """From when, and what happened."""

    on = DayField("Goes on from")
    words = WordsField("What happened?", required=False, lines=2)
