"""What must hold for golden answers, so that a test of the scoring can rest on them."""

from cors.catalogue.schema.measure import Golden, MeasureDefinition
from cors.catalogue.schema.mistakes import one_of
from cors.catalogue.schema.table import Table, shown

FEWEST_GOLDEN = 6


def check_golden(file: Table, definition: MeasureDefinition) -> None:
    """Note golden answers that do not fit the items or the scores."""
    if len(definition.golden) < FEWEST_GOLDEN:
        file.wrong("golden", f"must hold at least {FEWEST_GOLDEN} sets of answers")
    for at, golden in enumerate(definition.golden, start=1):
        _check_answers(file, f"golden[{at}].answers", golden, definition)
        _check_expected(file, f"golden[{at}].expected", golden, definition)


def _check_answers(file: Table, where: str, golden: Golden, definition: MeasureDefinition) -> None:
    if len(golden.answers) != len(definition.items):
        file.wrong(where, f"must hold {len(definition.items)} answers, one an item")
        return
    for item, answer in zip(definition.items, golden.answers, strict=True):
        if answer is not None and answer not in item.values:
            file.wrong(where, f"{answer} is no answer to {shown(item.key)}")


def _check_expected(file: Table, where: str, golden: Golden, definition: MeasureDefinition) -> None:
    scores = {score.key: score for score in definition.scores}
    for key in scores.keys() - golden.expected.keys():
        file.wrong(where, f"says nothing of the score {shown(key)}")
    for key, value in golden.expected.items():
        score = scores.get(key)
        if score is None:
            file.wrong(f"{where}.{key}", f"is no score of this measure; {one_of(tuple(scores))}")
        elif value is not None and not score.low <= value <= score.high:
            file.wrong(f"{where}.{key}", f"{value:g} lies outside {score.low:g} to {score.high:g}")
