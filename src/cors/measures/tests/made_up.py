"""A small made-up measure, for rules that no shipped one shows."""

from collections.abc import Collection

from cors.catalogue.schema import measure
from cors.catalogue.schema.measure import HigherIs, MeasureDefinition, Method, Prorate, Score

OPTIONS = tuple(measure.Option(value=each, label=str(each)) for each in range(5))


def made_up_score(
    *,
    method: Method = Method.SUM,
    min_answered: int = 3,
    prorate: Prorate = Prorate.MEAN,
    decimals: int = 0,
    high: float = 12,
    higher_is: HigherIs = HigherIs.WORSE,
) -> Score:
    """Return a score over the three items."""
    reported = method is Method.REPORTED
    return Score(
        key="total",
        label="Total",
        method=method,
        items=() if reported else ("1", "2", "3"),
        low=0,
        high=high,
        decimals=decimals,
        higher_is=higher_is,
        individual_change=True,
        missing=None
        if reported
        else measure.MissingRule(
            min_answered=min_answered, prorate=prorate, source="made up", verified=True
        ),
        bands=(),
        cut_offs=(),
        reliability=(),
        reliable_change=(),
        norms=(),
    )


def made_up(
    *,
    method: Method = Method.SUM,
    min_answered: int = 3,
    prorate: Prorate = Prorate.MEAN,
    decimals: int = 0,
    reversed_items: Collection[str] = (),
    risk_above: int | None = None,
) -> MeasureDefinition:
    """Return a measure of three items, 0 to 4 each."""
    risks = () if risk_above is None else (
        measure.RiskRule(item="3", above=risk_above, says="Ask about safety now."),
    )  # fmt: skip
    items = tuple(
        measure.Item(key=key, text=f"Item {key}", options=OPTIONS, reverse=key in reversed_items)
        for key in "123"
    )
    total = made_up_score(
        method=method, min_answered=min_answered, prorate=prorate, decimals=decimals
    )
    return _definition(items=items, scores=(total,), risk_rules=risks)


def total_only() -> MeasureDefinition:
    """Return a measure of which only the total is known, 0 to 63."""
    total = made_up_score(method=Method.REPORTED, high=63)
    return _definition(items=(), scores=(total,), risk_rules=())


def _definition(
    *,
    items: tuple[measure.Item, ...],
    scores: tuple[Score, ...],
    risk_rules: tuple[measure.RiskRule, ...],
) -> MeasureDefinition:
    licence = measure.Licence(
        letter=measure.LicenceClass.O,
        terms="ours",
        holder="us",
        attribution="",
        url="",
        noncommercial=False,
    )
    return MeasureDefinition(
        key="made-up",
        label="Made-up",
        hint="",
        sort=10,
        version="1",
        name="Made-up measure",
        language="en-GB",
        licence=licence,
        wording=measure.Wording.SHIPPED,
        wording_source="",
        score_only=not items,
        intro="",
        recall="",
        recall_days=0,
        items=items,
        scores=scores,
        risk_rules=risk_rules,
        golden=(),
    )
