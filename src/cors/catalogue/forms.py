"""Forms: entries, services and the word for the people supported."""

from datetime import date
from typing import Any

from cors.access.models import Membership, Team
from cors.catalogue.choices import Catalogue
from cors.catalogue.kinds import Kind
from cors.catalogue.models import Service
from cors.core.forms import CorsForm, DayField, EditForm, ListField, NumberField, WordsField

REVIEW_WEEKS = "Weeks from one review to the next"
CONTACT_DAYS = "Days after which somebody not seen is worth a look"
CONTACT_HINT = "Today then says so to the worker. A rest silences it."


class RelabelForm(EditForm):
    """What an entry is called here."""

    label = WordsField(
        "What you call it", hint="Empty goes back to the name it came with.", required=False
    )


class OwnEntryForm(CorsForm):
    """An entry that only this organisation has."""

    label = WordsField("What you call it", missing="Give it a name")
    life_area = ListField("Part of life", required=False)

    def __init__(self, *args: Any, kind: Kind, catalogue: Catalogue, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not kind.asks_life_area:
            del self.fields["life_area"]
            return
        areas = catalogue.entries("life_area")
        self.choose("life_area", [(area.key, area.label) for area in areas])


class ServiceForm(CorsForm):
    """A service, the team that runs it and how often it looks back."""

    name = WordsField(
        "What do you do?", hint="Such as “Move-on support”.", missing="Give it a name"
    )
    team = ListField("Which team runs it?", nothing="No team yet", required=False)
    review_weeks = NumberField(REVIEW_WEEKS, initial=12)
    contact_every_days = NumberField(CONTACT_DAYS, hint=CONTACT_HINT, initial=21)

    def __init__(self, *args: Any, by: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.teams = {str(team.pk): team for team in Team.of(by.organisation)}
        self.choose("team", [(key, str(team)) for key, team in self.teams.items()])

    def clean_team(self) -> Team | None:
        return self.teams.get(self.cleaned_data["team"])


class ServiceNameForm(EditForm):
    """What a service is called."""

    name = WordsField("What you call it", missing="Give it a name")

    def __init__(self, *args: Any, service: Service, **kwargs: Any) -> None:
        super().__init__(*args, known={"name": service.name}, **kwargs)


class HowOftenForm(EditForm):
    """How often a service looks back, and when it misses somebody."""

    review_weeks = NumberField(REVIEW_WEEKS)
    contact_every_days = NumberField(CONTACT_DAYS, hint=CONTACT_HINT)

    def __init__(self, *args: Any, service: Service, **kwargs: Any) -> None:
        super().__init__(*args, known=service.how_often(), **kwargs)


class ToldForm(EditForm):
    """Who is told when an answer asks to talk about safety."""

    member = ListField("Who is told?", nothing="Nobody besides the keyworker", required=False)

    def __init__(self, *args: Any, service: Service, by: Membership, **kwargs: Any) -> None:
        super().__init__(*args, known=service.who_is_told(), **kwargs)
        self.members = {str(each.pk): each for each in service.who_may_be_told(by)}
        self.choose("member", [(key, each.user.name) for key, each in self.members.items()])

    def clean_member(self) -> Membership | None:
        return self.members.get(self.cleaned_data["member"])


class ServiceEndForm(CorsForm):
    """The day from which a service takes nobody new."""

    on = DayField("Last day", missing="Choose the last day")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"on": today}, **kwargs)


class ClientWordForm(EditForm):
    """The word for one person, and for several."""

    client_word = WordsField("One", hint="As it stands inside a sentence: member, young person.")
    clients_word = WordsField("Several", hint="Such as members, young people.")

    def __init__(self, *args: Any, by: Membership, **kwargs: Any) -> None:
        words = {
            "client_word": by.organisation.client_word,
            "clients_word": by.organisation.clients_word,
        }
        super().__init__(*args, known=words, **kwargs)
