"""Answers as they come in: a whole number or nothing for each question. Pure: no Django."""

from collections.abc import Mapping, Sequence

from cors.catalogue.schema.measure import MeasureDefinition
from cors.core.errors import Refused

Answers = Mapping[str, int | None]


def by_item(definition: MeasureDefinition, answers: Answers | Sequence[int | None]) -> Answers:
    """Return the answers by item; a list goes by the order of the items.

    Raises Refused where the list has too many or too few, with the first item concerned.
    """
    if definition.score_only:
        raise Refused(f"{definition.label} is recorded by its total alone.", field="score")
    if isinstance(answers, Mapping):
        return answers
    wanted, given = len(definition.items), len(answers)
    if wanted == given:
        return {item.key: answer for item, answer in zip(definition.items, answers, strict=True)}
    concerned = definition.items[given].key if given < wanted else str(wanted + 1)
    raise Refused(
        f"{definition.label} has {wanted} questions; this list holds {given}. "
        "Write null for a question that was skipped.",
        field=concerned,
    )


def check_answers(definition: MeasureDefinition, answers: Answers) -> None:
    """Raise Refused for an item or an answer that this measure does not have."""
    items = {item.key: item for item in definition.items}
    for key, answer in answers.items():
        if key not in items:
            raise Refused(f"{definition.label} has no question {key}.", field=key)
        # True counts as 1 in Python and 2.0 as 2: neither is an answer that somebody chose.
        if answer is not None and (type(answer) is not int or answer not in items[key].values):
            offered = ", ".join(str(value) for value in items[key].values)
            raise Refused(f"Choose one of the answers offered: {offered}.", field=key)
