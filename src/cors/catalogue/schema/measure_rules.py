"""What must hold across a measure's keys, whatever each of them says."""

from collections import Counter
from collections.abc import Iterable

from cors.catalogue.schema.golden_rules import check_golden
from cors.catalogue.schema.measure import (
    Item,
    LicenceClass,
    MeasureDefinition,
    Wording,
)
from cors.catalogue.schema.mistakes import one_of
from cors.catalogue.schema.score_rules import check_score
from cors.catalogue.schema.table import Table, shown

MAY_SHIP_WORDS = (LicenceClass.A, LicenceClass.O)


def check_measure(file: Table, definition: MeasureDefinition) -> None:
    """Note every rule that the definition breaks."""
    _check_repeats(file, "items", (item.key for item in definition.items))
    _check_repeats(file, "scores", (score.key for score in definition.scores))
    _check_wording(file, definition)
    if not definition.scores:
        file.wrong("scores", "a measure has at least one score")
    if not definition.items and not definition.score_only:
        file.wrong("items", "a measure has items, unless it says score_only = true")
    for at, item in enumerate(definition.items, start=1):
        _check_options(file, f"items[{at}]", item)
    for at, score in enumerate(definition.scores, start=1):
        check_score(file, f"scores[{at}]", score, definition)
    _check_risk_rules(file, definition)
    if not definition.score_only:
        check_golden(file, definition)


def _check_repeats(file: Table, name: str, keys: Iterable[str]) -> None:
    for key, times in Counter(keys).items():
        if times > 1:
            file.wrong(name, f"the key {shown(key)} stands {times} times")


def _check_wording(file: Table, definition: MeasureDefinition) -> None:
    worded = [bool(item.text) for item in definition.items]
    if definition.wording is Wording.NOT_SHIPPED:
        if any(worded):
            file.wrong("wording", "says not shipped, yet an item has its text")
        return
    if not worded or not all(worded):
        file.wrong("wording", "says shipped, yet an item has no text")
    if not definition.wording_source:
        file.wrong("wording_source", "is missing; say where the wording was held against")
    if definition.licence.letter not in MAY_SHIP_WORDS:
        letters = [letter.value for letter in MAY_SHIP_WORDS]
        file.wrong("wording", f"may only ship under licence class {one_of(letters)}")


def _check_options(file: Table, where: str, item: Item) -> None:
    values = item.values
    if len(values) < 2 or len(set(values)) != len(values):
        file.wrong(f"{where}.options", "must hold two options or more, each with its own value")
    elif item.reverse and values[0] > values[-1]:
        file.wrong(f"{where}.reverse", "the options already run downwards: it would turn twice")


def _check_risk_rules(file: Table, definition: MeasureDefinition) -> None:
    items = {item.key: item for item in definition.items}
    for at, rule in enumerate(definition.risk_rules, start=1):
        item = items.get(rule.item)
        if item and not item.lowest <= rule.above < item.highest:
            file.wrong(f"risk_rules[{at}].above", f"no answer to {rule.item} is above it, or all")
