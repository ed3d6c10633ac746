"""Forms: what a template suggests, and choosing from it."""

from typing import Any

from cors.catalogue.choices import Catalogue
from cors.catalogue.models import Service
from cors.core.forms import ChipsField, EditForm, ManyChipsField, WordsField
from cors.plans.forms.plan_form import PlanForm, catalogue_for, who_does_it
from cors.plans.lengths import LONGEST_WORDS
from cors.plans.models import PlanTemplate
from cors.plans.models.template import LISTS
from cors.plans.suggested import Chosen, Suggested

NOTHING = {"name": "", "steps": "", **dict.fromkeys(LISTS, "")}


class TemplateForm(EditForm):
    """A name, and what is suggested; a new one says for which service."""

    name = WordsField("Name", hint="Such as: first weeks, moving on.", missing="Give it a name")
    service = ChipsField("For which service?", missing="Choose the service", shown=12)
    areas = ManyChipsField(
        "Goals in which parts of life?", hint="The words come from each person.", shown=12
    )
    barriers = ManyChipsField("What is often in the way?", shown=10)
    work = ManyChipsField("What often helps?", shown=10)
    steps = WordsField(
        "First steps", hint="One on each line.", lines=5, most=20_000, required=False
    )

    def __init__(
        self,
        *args: Any,
        catalogue: Catalogue,
        services: list[Service],
        template: PlanTemplate | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, known=template.stands() if template else NOTHING, **kwargs)
        self.services = {str(each.pk): each for each in services}
        self.choose("service", [(key, str(each)) for key, each in self.services.items()])
        if template:
            del self.fields["service"]
        for name, kind in LISTS.items():
            self._offer(name, kind, catalogue, getattr(template, name, []))

    def _offer(self, name: str, kind: str, catalogue: Catalogue, kept: list[str]) -> None:
        keys = [entry.key for entry in catalogue.entries(kind)]
        keys += [key for key in kept if key not in keys]
        self.choose(name, [(key, catalogue.label(kind, key)) for key in keys])
        self.initial[name] = kept

    def clean(self) -> dict[str, Any]:
        """Return what the verb asks for."""
        data = dict(self.cleaned_data)
        lists = {name: data.get(name, []) for name in LISTS}
        steps = data.get("steps", "").splitlines()
        found = {"name": data.get("name", ""), "suggested": Suggested(steps=steps, **lists)}
        if "service" in self.fields:
            return {**found, "service": self.services.get(data.get("service", ""))}
        return {**found, "seen": data.get("seen", "")}


class UseTemplateForm(PlanForm):
    """Words for goals, and ticks for the rest; nothing is chosen at the start."""

    goals = ManyChipsField("For which of the goals that stand?", goals=True)
    barriers = ManyChipsField("Is any of this in the way?", shown=20)
    work = ManyChipsField("What will be done?", shown=20)
    steps = ManyChipsField("Which steps come first?", shown=20)
    owner = ChipsField("Who does the steps?", required=False)

    def __init__(self, *args: Any, template: PlanTemplate, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        catalogue = catalogue_for(self.case)
        self.areas = [key for key in template.areas if catalogue.has("life_area", key)]
        for key in self.areas:
            label = f"{catalogue.label('life_area', key)}: what does {self.name} want to change?"
            self.fields[f"words-{key}"] = WordsField(
                label, hint="In their own words. Leave it empty if there is no goal here now.",
                lines=2, most=LONGEST_WORDS, required=False,
            )  # fmt: skip
        self.offer_goals("goals")
        for name in ("barriers", "work"):
            kind = LISTS[name]
            keys = [key for key in getattr(template, name) if catalogue.has(kind, key)]
            self._suggest(name, [(key, catalogue.label(kind, key)) for key in keys])
        self._suggest("steps", [(words, words) for words in template.steps])
        self.choose("owner", who_does_it(self.case.client))
        if "steps" not in self.fields:
            del self.fields["owner"]
        self.order_fields([f"words-{key}" for key in self.areas])

    def _suggest(self, name: str, choices: list[tuple[str, str]]) -> None:
        if choices:
            self.choose(name, choices)
        else:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Return what was chosen, as the verb asks for it."""
        data = super().clean()
        words = {key: data.get(f"words-{key}", "") for key in self.areas}
        lists = {name: data.get(name) or [] for name in ("goals", "barriers", "work", "steps")}
        chosen = Chosen(words=words, owner=data.get("owner", ""), **lists)
        return {"chosen": chosen, "on": data.get("on")}
