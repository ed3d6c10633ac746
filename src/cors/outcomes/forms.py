"""Forms: aim at an outcome, say that it happened, ask whether it lasted."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from cors.catalogue.choices import Catalogue
from cors.catalogue.schema.entries import OutcomeType
from cors.core.forms import ChipsField, ListField, WordsField
from cors.core.plain_days import plain_day
from cors.outcomes.models import Aim, Outcome, SustainedCheck
from cors.outcomes.rules import Check
from cors.plans.forms.plan_form import NOTE, PlanForm, catalogue_for

AIMED_AT = "What you work towards"
Group = tuple[str, list[tuple[str, str]]]


def outcome_choices(catalogue: Catalogue, aimed: Collection[str] = ()) -> list[Group]:
    """Return outcomes in groups: those aimed at, then by part of life, then ladder by ladder."""
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    groups[AIMED_AT] = [(key, catalogue.label("outcome_type", key)) for key in aimed]
    for entry in catalogue.entries("outcome_type"):
        if isinstance(entry, OutcomeType) and entry.key not in aimed:
            groups[_group_of(entry, catalogue)].append((entry.key, entry.label))
    return [(name, choices) for name, choices in groups.items() if choices]


def _group_of(entry: OutcomeType, catalogue: Catalogue) -> str:
    if entry.ladder:
        return f"Step by step: {catalogue.label('ladder', entry.ladder)}"
    return catalogue.label("life_area", entry.life_area)


class OutcomeForm(PlanForm):
    """Which outcome it is about; the page can be opened for one."""

    outcome_type = ListField("Which outcome?", missing="Choose the outcome")

    def offer_outcomes(self, catalogue: Catalogue, aimed: Collection[str] = ()) -> None:
        self.choose("outcome_type", outcome_choices(catalogue, aimed))
        self.fields["outcome_type"].initial = self.hints.get("outcome_type", "")


class AimForm(OutcomeForm):
    """What the work is for."""

    goal = ChipsField("For which goal?", required=False, goals=True)
    why = WordsField("Why does it matter here?", **NOTE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_outcomes(catalogue_for(self.case))
        self.offer_goals("goal")


class ConfirmForm(OutcomeForm):
    """What happened, when, and what shows it."""

    evidence = ChipsField("What shows it?", missing="Choose what shows it. Their own word counts")
    goal = ChipsField("For which goal?", required=False, goals=True)
    words = WordsField("In a few words", **NOTE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        catalogue = catalogue_for(self.case)
        self.offer_outcomes(catalogue, Aim.open_types(self.case))
        kinds = catalogue.entries("evidence_kind")
        self.choose("evidence", [(entry.key, entry.label) for entry in kinds])
        self.offer_goals("goal")


class StopAimForm(PlanForm):
    """From when on it is no longer what the work is for."""


class CheckForm(PlanForm):
    """Whether an outcome still holds, and who says so."""

    weeks = ChipsField("Which check?", missing="Choose which check it is")
    result = ChipsField(
        "Does it still hold?", SustainedCheck.Result.choices, missing="Choose whether it holds"
    )
    said_by = ChipsField("Who says so?", required=False, initial=SustainedCheck.SaidBy.CLIENT)
    words = WordsField("In a few words", **NOTE)

    def __init__(self, *args: Any, outcome: Outcome, checks: list[Check], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = self.fields["on"].initial
        asked = outcome.answers()
        open_checks = [check for check in checks if check.weeks not in asked]
        self.choose("weeks", [(str(each.weeks), _said(each, today)) for each in open_checks])
        due = [each.weeks for each in open_checks if each.state == "due"]
        self.fields["weeks"].initial = str(due[0]) if due else ""
        who = dict(SustainedCheck.SaidBy.choices) | {"client": self.name}
        self.choose("said_by", [(key, str(label)) for key, label in who.items()])

    def clean_weeks(self) -> int:
        return int(self.cleaned_data["weeks"])


def _said(check: Check, today: date) -> str:
    first, last = plain_day(check.first_date, today), plain_day(check.last_date, today)
    return f"{check.weeks} weeks on: {first} to {last}"
