"""The wording of a measure in a licensee's own file, and a definition with these words in it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from cors.catalogue.schema.measure import Item, MeasureDefinition, Option
from cors.catalogue.schema.mistakes import Mistake
from cors.catalogue.schema.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Questions by item, answers by item and value; `reference` is the licence they come under."""

    measure: str
    version: str
    reference: str
    intro: str
    items: Mapping[str, str]
    answers: Mapping[str, Mapping[str, str]]


def read_wording(
    text: str, measures: Mapping[str, MeasureDefinition]
) -> tuple[Wording | None, list[Mistake]]:
    """Read a file as a licensee writes it; every question and every answer must have its words."""
    mistakes: list[Mistake] = []
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return None, [Mistake("wording", "file", f"is not TOML: {error}")]
    file = Table(raw, file="wording", path="", mistakes=mistakes)
    definition = measures.get(file.reference("measure", tuple(measures), "a measure"))
    if definition is None:
        return None, mistakes
    if definition.score_only or definition.is_worded:
        file.wrong("measure", f"{definition.label} has no slots to fill")
        return None, mistakes
    return _read(file, definition), mistakes


def worded(definition: MeasureDefinition, wording: Wording) -> MeasureDefinition:
    """Return the definition with the words put into its slots."""
    return replace(
        definition,
        intro=wording.intro or definition.intro,
        items=tuple(_worded_item(item, wording) for item in definition.items),
    )


def as_data(wording: Wording) -> dict[str, Any]:
    """Return the words as they are kept."""
    return {
        "intro": wording.intro,
        "items": dict(wording.items),
        "answers": {key: dict(labels) for key, labels in wording.answers.items()},
    }


def from_data(measure: str, version: str, data: Mapping[str, Any]) -> Wording:
    """Return the words that were kept."""
    return Wording(measure=measure, version=version, reference="", **data)


def _read(file: Table, definition: MeasureDefinition) -> Wording:
    version = file.text("version")
    if version != definition.version:
        file.wrong("version", f"must be {definition.version}, the version of the slots")
    items, answers, apart = file.table("items"), file.table("answers"), _apart(file)
    wording = Wording(
        measure=definition.key,
        version=version,
        reference=file.text("licence"),
        intro=file.text("intro", ""),
        items={item.key: items.text(item.key) for item in definition.items},
        answers={
            item.key: _answers(apart.table(item.key) if apart.has(item.key) else answers, item)
            for item in definition.items
        },
    )
    for table in (items, answers, file):
        table.close()
    return wording


def _apart(file: Table) -> Table:
    """Answers that only one question has stand in [answers_of.<item>]."""
    if file.has("answers_of"):
        return file.table("answers_of")
    return Table({}, file="wording", path="answers_of", mistakes=[])


def _answers(table: Table, item: Item) -> dict[str, str]:
    """A row of numbers has them as its labels; only its ends may be put in words."""
    return {
        str(option.value): table.text(str(option.value), option.label or None)
        for option in item.options
    }


def _worded_item(item: Item, wording: Wording) -> Item:
    labels = wording.answers[item.key]
    options = tuple(
        Option(value=each.value, label=labels[str(each.value)]) for each in item.options
    )
    return replace(item, text=wording.items[item.key], options=options)
