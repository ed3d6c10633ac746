"""Which scores the items can give at all; a range that promises others is a mistake."""

from collections.abc import Sequence
from fractions import Fraction

from cors.catalogue.schema.measure import Item, MeasureDefinition, Method, Score
from cors.catalogue.schema.mistakes import one_of
from cors.catalogue.schema.table import Table

Reach = tuple[float, float]


def check_reach(file: Table, where: str, score: Score, definition: MeasureDefinition) -> None:
    """Note a range that is not what the items reach, and workings that don't fit the items."""
    items = [item for item in definition.items if item.key in score.items]
    if definition.score_only or not items:
        return
    if score.method is Method.REPORTED:
        file.wrong(f"{where}.method", "reported is for a measure that says score_only = true")
        return
    if score.method is Method.ITEM and len(items) != 1:
        file.wrong(f"{where}.items", "a score of one item names one item")
    if score.is_ladder and score.method is not Method.ITEM:
        file.wrong(f"{where}.ladder", "the steps of a ladder are the answers to one item")
    if set(score.without) & set(score.items):
        file.wrong(f"{where}.without", "names an item that the score is made of")
    reach = _reach(file, where, score, items)
    if reach is not None and reach != (score.low, score.high):
        file.wrong(f"{where}.range", f"the items reach from {reach[0]:g} to {reach[1]:g}")


def _reach(file: Table, where: str, score: Score, items: Sequence[Item]) -> Reach | None:
    """Return what the items reach; None where a mistake was noted already."""
    low, high = sum(item.lowest for item in items), sum(item.highest for item in items)
    if score.method in (Method.MEAN, Method.SCALED_MEAN):
        return low * score.times / len(items), high * score.times / len(items)
    if score.method is Method.COUNT:
        return _counted(file, where, score, items)
    if score.method is Method.LOOKUP:
        return _looked_up(file, where, score, high - low + 1)
    if score.method is Method.EXPRESSION:
        return _expressed(file, where, score, items)
    return float(low), float(high)


def _counted(file: Table, where: str, score: Score, items: Sequence[Item]) -> Reach:
    for item in items:
        if not item.lowest < score.at_least.get(item.key, item.highest) <= item.highest:
            file.wrong(f"{where}.at_least", f"each answer to {item.key} counts, or none")
    return 0.0, float(len(items))


def _looked_up(file: Table, where: str, score: Score, sums: int) -> Reach | None:
    if len(score.table) != sums:
        file.wrong(f"{where}.table", f"must hold {sums} numbers, one for each sum of the items")
        return None
    for one, other in zip(score.table, score.table[1:], strict=False):
        if other < one:
            file.wrong(f"{where}.table", f"falls from {one:g} to {other:g}; it must rise")
            return None
    return score.table[0], score.table[-1]


def _expressed(file: Table, where: str, score: Score, items: Sequence[Item]) -> Reach | None:
    if score.expression is None:
        return None
    keys = tuple(item.key for item in items)
    if set(score.expression.names) != set(keys):
        file.wrong(f"{where}.expression", f"must name each item of the score once; {one_of(keys)}")
        return None
    ranges = {item.key: (Fraction(item.lowest), Fraction(item.highest)) for item in items}
    low, high = score.expression.ends(ranges)
    return float(low), float(high)
