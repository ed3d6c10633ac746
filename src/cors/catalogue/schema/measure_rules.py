"""What must hold across a measure's keys, whatever each of them says."""

from collections import Counter
from collections.abc import Iterable

from cors.catalogue.schema.golden_rules import check_golden
from cors.catalogue.schema.measure import (
    Item,
    LicenceClass,
    MeasureDefinition,
    Option,
    Wording,
)
from cors.catalogue.schema.mistakes import one_of
from cors.catalogue.schema.score_rules import check_score
from cors.catalogue.schema.table import KEY, Table, shown

MAY_SHIP_WORDS = (LicenceClass.A, LicenceClass.O)
LONGEST_ITEM_KEY = 20  # what a recorded answer can hold


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
        shipped = definition.wording is Wording.SHIPPED
        _check_options(file, f"items[{at}]", item, shipped=shipped)
    for at, score in enumerate(definition.scores, start=1):
        check_score(file, f"scores[{at}]", score, definition)
    _check_risk_rules(file, definition)
    _check_skip_rules(file, definition)
    _check_claims(file, definition)
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
    licence = definition.licence
    if licence.letter is LicenceClass.B and licence.noncommercial:
        return
    if licence.letter not in MAY_SHIP_WORDS:
        letters = [letter.value for letter in MAY_SHIP_WORDS]
        says = (
            f"may only ship under licence class {one_of(letters)}, or B with noncommercial = true"
        )
        file.wrong("wording", says)


def _check_options(file: Table, where: str, item: Item, *, shipped: bool) -> None:
    values = item.values
    if len(item.key) > LONGEST_ITEM_KEY or not KEY.fullmatch(item.key):
        file.wrong(
            f"{where}.key", f"is small letters, digits and hyphens, {LONGEST_ITEM_KEY} at most"
        )
    for option in item.options:
        _check_label(file, where, option, shipped=shipped)
    if len(values) < 2 or len(set(values)) != len(values):
        file.wrong(f"{where}.options", "must hold two options or more, each with its own value")
    elif item.reverse and values[0] > values[-1]:
        file.wrong(f"{where}.reverse", "the options already run downwards: it would turn twice")


def _check_label(file: Table, where: str, option: Option, *, shipped: bool) -> None:
    """The words of an answer belong to the wording; its bare number doesn't."""
    if shipped and not option.label:
        file.wrong(f"{where}.options", f"the answer {option.value} has no label")
    if not shipped and option.label not in ("", str(option.value)):
        file.wrong(f"{where}.options", "the wording is not shipped, yet an answer has its label")


def _check_risk_rules(file: Table, definition: MeasureDefinition) -> None:
    items = {item.key: item for item in definition.items}
    for at, rule in enumerate(definition.risk_rules, start=1):
        item = items.get(rule.item)
        if item and not item.lowest <= rule.above < item.highest:
            file.wrong(f"risk_rules[{at}].above", f"no answer to {rule.item} is above it, or all")


def _check_skip_rules(file: Table, definition: MeasureDefinition) -> None:
    items = {item.key: item for item in definition.items}
    for at, rule in enumerate(definition.skip_rules, start=1):
        if set(rule.items) & set(rule.skips):
            file.wrong(f"skip_rules[{at}].skips", "skips a question that it asks about")
        lowest = sum(items[key].lowest for key in rule.items if key in items)
        highest = sum(items[key].highest for key in rule.items if key in items)
        if not lowest <= rule.total < highest:
            file.wrong(f"skip_rules[{at}].total", "is never met, or always")
        for key in rule.skips:
            if key in items and rule.counts not in items[key].values:
                file.wrong(f"skip_rules[{at}].counts", f"{rule.counts} is no answer to {key}")


def _check_claims(file: Table, definition: MeasureDefinition) -> None:
    """A main score is one of the scores; a scale not validated claims no reliable change."""
    keys = tuple(score.key for score in definition.scores)
    if definition.main and definition.main not in keys:
        file.wrong("main", f"{shown(definition.main)} is no score of this measure; {one_of(keys)}")
    people = definition.population
    if people.oldest is not None and (people.youngest or 0) > people.oldest:
        file.wrong("population.youngest", "is older than oldest")
    for at, score in enumerate(definition.scores, start=1):
        if score.reliable_change and not definition.validated:
            file.wrong(f"scores[{at}].reliable_change", "belongs to no scale that is not validated")
