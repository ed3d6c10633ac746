"""From answers to scores, by what the measure's definition says. Pure: no Django."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

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
from cors.measures.answers import by_item, check_answers

Answers = Mapping[str, int | None]
Values = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ScoreFound:
    """One number with its words by scheme; None where too few questions were answered."""

    key: str
    value: float | None
    answered: int
    of: int
    pro_rated: bool
    bands: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Scored:
    """What came of the answers: numbers by their key, and the flags to raise at once.

    `complete`: every question was answered, or needed no answer.
    """

    scores: Mapping[str, ScoreFound]
    risks: tuple[RiskRule, ...]
    complete: bool

    def value(self, key: str) -> float | None:
        return self.scores[key].value

    def values(self) -> dict[str, float]:
        """Return the numbers that could be computed."""
        found = {key: score.value for key, score in self.scores.items()}
        return {key: value for key, value in found.items() if value is not None}


def score(definition: MeasureDefinition, answers: Answers | Sequence[int | None]) -> Scored:
    """Score the answers, by item key or in the order of the items; None where skipped.

    Raises Refused, with the item as its field, for an answer that the definition does not offer.
    """
    given = by_item(definition, answers)
    check_answers(definition, given)
    values = _with_needless(definition, given)
    items = {item.key: item for item in definition.items}
    return Scored(
        scores={
            each.key: _score_of(each, items, values)
            for each in definition.scores
            if each.method is not Method.REPORTED
        },
        risks=tuple(rule for rule in definition.risk_rules if _is_raised(rule, given)),
        complete=len(values) == len(definition.items),
    )


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


def _with_needless(definition: MeasureDefinition, given: Answers) -> Values:
    """Return what was answered, and what counts without an answer by a skip rule."""
    values = {key: answer for key, answer in given.items() if answer is not None}
    for rule in definition.skip_rules:
        asked = [given.get(key) for key in rule.items]
        if None not in asked and sum(answer or 0 for answer in asked) <= rule.total:
            values = dict.fromkeys(rule.skips, rule.counts) | values
    return values


def _score_of(definition: Score, items: Mapping[str, Item], values: Values) -> ScoreFound:
    numbers = {key: items[key].counted(values[key]) for key in definition.items if key in values}
    answered, of = len(numbers), len(definition.items)
    value: float | None = None
    if answered >= _needed(definition.missing, of) and values.keys().isdisjoint(definition.without):
        value = _worked_out(definition, numbers, items, of)
    return ScoreFound(
        key=definition.key,
        value=value,
        answered=answered,
        of=of,
        pro_rated=value is not None and answered < of,
        bands={}
        if value is None
        else {scheme.name: scheme.label(value) for scheme in definition.bands},
    )


def _needed(rule: MissingRule | None, items: int) -> int:
    if rule is None or rule.prorate is Prorate.NONE:
        return items
    return rule.min_answered


def _worked_out(
    definition: Score, numbers: Values, items: Mapping[str, Item], of: int
) -> float | None:
    """A skipped item counts the mean of the others, so that a sum keeps its range."""
    if definition.method is Method.LOOKUP:
        lowest = sum(items[key].lowest for key in numbers)
        return definition.table[sum(numbers.values()) - lowest]
    if definition.method is Method.EXPRESSION:
        if definition.expression is None:
            return None
        exact = definition.expression.value({key: Fraction(n) for key, n in numbers.items()})
        return _rounded(exact.numerator, exact.denominator, definition.decimals)
    if definition.method is Method.COUNT:
        total = sum(number >= definition.at_least[key] for key, number in numbers.items())
    else:
        total = sum(numbers.values())
    times = of if definition.method in (Method.SUM, Method.COUNT) else definition.times
    return _rounded(total * times, len(numbers), definition.decimals)


def _rounded(above: int, below: int, decimals: int) -> float:
    """Round halves up, exactly: a float's own rounding takes halves to the even neighbour."""
    scale: int = 10**decimals
    return ((2 * above * scale + below) // (2 * below)) / scale


def _is_raised(rule: RiskRule, answers: Answers) -> bool:
    answer = answers.get(rule.item)
    return answer is not None and answer > rule.above
