"""Forms about a person."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cors.access.models import Membership
from cors.catalogue.schema.entries import CodeList
from cors.clients.models import Client, Consent, ContactPoint, Relationship
from cors.clients.questions import answers_to
from cors.core.forms import (
    ChipsField,
    CorsForm,
    DayField,
    EditForm,
    ListField,
    ManyChipsField,
    NumberField,
    WordsField,
)


class DatedForm(CorsForm):
    """A form with a day that starts at today."""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today


class PersonForm(CorsForm):
    """What is known of a person."""

    name = WordsField("Name", hint="All names, the family name last.", most=200)
    preferred_name = WordsField("What they like to be called", required=False, most=100)
    birth_date = DayField("Date of birth", required=False)
    birth_year = NumberField("Year of birth", hint="If only the year is known.", required=False)
    pronouns = WordsField("Pronouns", required=False, most=60)
    language = WordsField("Language they are at home in", required=False, most=100)
    needs = WordsField(
        "What to mind",
        hint="An interpreter, large print, a step-free room.",
        required=False,
        lines=2,
    )
    reference = WordsField(
        "Reference", hint="Left empty, the next free one is given.", required=False, most=40
    )

    def year(self) -> int | None:
        """Return the year of birth, from the date where that is known."""
        day: date | None = self.cleaned_data["birth_date"]
        year: int | None = self.cleaned_data["birth_year"]
        return day.year if day else year

    def who(self) -> str:
        """Return what tells this person from others: a warning is gone past for them alone."""
        data = self.cleaned_data
        return f"{data['name']} {data['preferred_name']} {self.year() or ''}".strip()

    @classmethod
    def known(cls, client: Client) -> dict[str, Any]:
        """Return what the form starts with for somebody who is here already."""
        known: dict[str, Any] = {name: getattr(client, name) for name in cls.base_fields}
        return known | {"birth_date": client.born_on}


class EditPersonForm(EditForm, PersonForm):
    """What is known of somebody who is here already."""


class ContactPointForm(DatedForm):
    """A way to reach a person."""

    kind = ChipsField("What is it?", ContactPoint.Kind.choices)
    value = WordsField("Number or address", most=400)
    safety = ChipsField("Is it safe to use?", ContactPoint.Safety.choices)
    rule = WordsField(
        "What to mind", hint="After 16:00, no messages, ask for Ann.", required=False, most=400
    )
    on = DayField("Agreed with them on")


class CheckForm(EditForm, DatedForm):
    """The rule of a way to reach a person, gone through again."""

    safety = ChipsField("Is it safe to use?", ContactPoint.Safety.choices)
    rule = WordsField("What to mind", required=False, most=400)
    on = DayField("Gone through with them on")


class ConsentForm(DatedForm):
    """What was asked, in which words, and the answer."""

    purpose = ListField("What were they asked?", Consent.Purpose.choices)
    read_out = WordsField("The words as you read them out", lines=4)
    agreed = ChipsField("What did they say?", [("yes", "Yes"), ("no", "No")])
    on = DayField("When?")
    expires_date = DayField("Ask again by", hint="Left empty, a yes holds on.", required=False)

    def clean_agreed(self) -> bool:
        return bool(self.cleaned_data["agreed"] == "yes")


class AlertForm(DatedForm):
    """What everybody who meets a person has to mind."""

    words = WordsField("What has everybody to mind?", lines=2, most=1000)
    on = DayField("From")


class RelationshipForm(DatedForm):
    """Somebody in the life of a person."""

    name = WordsField("Who?", hint="A name, or what they call them: “our Bev”.", most=200)
    kind = ChipsField("Who are they to them?", choices=Relationship.Kind.choices)
    words = WordsField(
        "What is good to know?",
        hint="A number, when they help, what they may be told.",
        required=False,
        lines=2,
        most=1000,
    )
    on = DayField("Since", hint="The day you heard of them will do.")


class EqualityForm(EditForm, DatedForm):
    """One list a question; nothing chosen means that nobody asked."""

    on = DayField("Asked on")

    def __init__(
        self, *args: Any, questions: list[CodeList], given: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, known=given, **kwargs)
        self.initial = {"seen": self.initial["seen"]}  # the answers start in their own fields
        self.questions = {question.key: question for question in questions}
        for key, question in self.questions.items():
            self.fields[key] = _field(question, given.get(key, ""))
        self.order_fields([*self.questions, "on"])

    def clean(self) -> dict[str, Any]:
        """Gather the answers by question, as the verb takes them."""
        data = self.cleaned_data
        answers = {key: data[key] for key in self.questions if key in data}
        joined = {k: ",".join(v) if isinstance(v, list) else v for k, v in answers.items()}
        rest: dict[str, Any] = {name: data[name] for name in ("on", "seen") if name in data}
        return {"answers": joined, **rest}


def _field(question: CodeList, given: str) -> ListField | ManyChipsField:
    label, choices = question.question or question.label, answers_to(question)
    if question.many:
        initial = given.split(",") if given else []
        return ManyChipsField(label, choices, hint=question.hint, initial=initial, shown=99)
    return ListField(
        label, choices, hint=question.hint, nothing="Not asked", initial=given, required=False
    )


class BlockForm(CorsForm):
    """Who must not see a person."""

    member = ListField("Who must not see them?")
    reason = WordsField("Why?", hint="A later lead has to be able to judge it.", most=400)

    def __init__(self, *args: Any, colleagues: list[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.colleagues = {str(colleague.pk): colleague for colleague in colleagues}
        self.choose("member", [(key, str(each)) for key, each in self.colleagues.items()])

    def clean_member(self) -> Membership:
        return self.colleagues[self.cleaned_data["member"]]


class EraseForm(CorsForm):
    """The reference, typed to be sure of the person."""

    typed_reference = WordsField("Type the reference", most=40)
