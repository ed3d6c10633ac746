"""From answers to scores, by what the measure's definition says. Pure: no Django."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from cors.catalogue.schema.measure import (
    Item,
    MeasureDefinition,
    Method,
    MissingRule,
    Prorate,
    RiskRule,
    Score,
)
from cors.core.errors import Refused


@dataclass(frozen=True, slots=True)
class ScoreFound:
    """One number, or None where too few questions were answered."""

    key: str
    value: float | None
    answered: int
    of: int
    pro_rated: bool


@dataclass(frozen=True, slots=True)
class Scored:
    """What came of the answers: numbers by their key, and the flags to raise at once."""

    scores: Mapping[str, ScoreFound]
    risks: tuple[RiskRule, ...]

    def value(self, key: str) -> float | None:
        return self.scores[key].value

    def values(self) -> dict[str, float]:
        """Return the numbers that could be computed."""
        found = {key: score.value for key, score in self.scores.items()}
        return {key: value for key, value in found.items() if value is not None}


def score(definition: MeasureDefinition, answers: Mapping[str, int | None]) -> Scored:
    """Score the answers by item key, None or left out where skipped.

    Raises Refused, with the item as its field, for an answer that the definition does not offer.
    """
    check_answers(definition, answers)
    items = {item.key: item for item in definition.items}
    return Scored(
        scores={
            each.key: _score_of(each, items, answers)
            for each in definition.scores
            if each.method is not Method.REPORTED
        },
        risks=tuple(rule for rule in definition.risk_rules if _is_raised(rule, answers)),
    )


def check_answers(definition: MeasureDefinition, answers: Mapping[str, int | None]) -> None:
    """Raise Refused for an item or an answer that this measure does not have."""
    items = {item.key: item for item in definition.items}
    for key, answer in answers.items():
        if key not in items:
            raise Refused(f"{definition.label} has no question {key}.", field=key)
        if answer is not None and answer not in items[key].values:
            offered = ", ".join(str(value) for value in items[key].values)
            raise Refused(f"Choose one of the answers offered: {offered}.", field=key)


def check_reported(definition: MeasureDefinition, key: str, value: float) -> None:
    """Raise Refused for a reported number that this score can't take."""
    found = next((each for each in definition.scores if each.key == key), None)
    if found is None:
        raise Refused(f"{definition.label} has no score {key}.", field="score")
    if not found.low <= value <= found.high:
        raise Refused(
            f"Write a number from {found.low:g} to {found.high:g}: {definition.label} "
            f"can't be {value:g}.",
            field="score",
        )
    if round(value, found.decimals) != value:
        how = f"at most {found.decimals} decimals" if found.decimals else "a whole number"
        raise Refused(f"Write {how}: {definition.label} can't be {value:g}.", field="score")


def counted(item: Item, answer: int) -> int:
    """Return what an answer counts: as it is, or turned round where the item is reversed."""
    return item.lowest + item.highest - answer if item.reverse else answer


def _score_of(
    definition: Score, items: Mapping[str, Item], answers: Mapping[str, int | None]
) -> ScoreFound:
    given = {key: answers.get(key) for key in definition.items}
    numbers = [counted(items[key], answer) for key, answer in given.items() if answer is not None]
    enough = len(numbers) >= _needed(definition.missing, len(given))
    value = _combined(definition.method, numbers, len(given)) if numbers and enough else None
    return ScoreFound(
        key=definition.key,
        value=None if value is None else _rounded(value, definition.decimals),
        answered=len(numbers),
        of=len(given),
        pro_rated=value is not None and len(numbers) < len(given),
    )


def _needed(rule: MissingRule | None, items: int) -> int:
    if rule is None or rule.prorate is Prorate.NONE:
        return items
    return rule.min_answered


def _combined(method: Method, numbers: list[int], items: int) -> Fraction:
    """A skipped item counts the mean of the others, so that a sum keeps its range."""
    mean = Fraction(sum(numbers), len(numbers))
    return mean * items if method is Method.SUM else mean


def _rounded(value: Fraction, decimals: int) -> float:
    """Round halves up, exactly: a float's own rounding takes halves to the even neighbour."""
    scale = 10**decimals
    return float(Fraction(floor(value * scale + Fraction(1, 2)), scale))


def _is_raised(rule: RiskRule, answers: Mapping[str, int | None]) -> bool:
    answer = answers.get(rule.item)
    return answer is not None and answer > rule.above
