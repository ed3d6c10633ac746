"""Reading one score of a measure and the facts that are known about it."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import TypedDict

from cors.catalogue.schema import measure
from cors.catalogue.schema.expression import Expression, NotASum, parsed
from cors.catalogue.schema.mistakes import one_of
from cors.catalogue.schema.table import Table


def read_score(table: Table, items: Collection[str], *, score_only: bool) -> measure.Score:
    """Read a score with its bands, cut-offs, reliability, reliable change and norms."""
    low, high = _range(table)
    method = measure.Method.REPORTED if score_only else table.choice("method", measure.Method)
    score = measure.Score(
        key=table.text("key"),
        label=table.text("label"),
        method=method,
        items=() if score_only else table.references("items", items, "an item of this measure"),
        low=low,
        high=high,
        decimals=table.whole("decimals", 0),
        higher_is=table.choice("higher_is", measure.HigherIs),
        individual_change=table.flag("individual_change", True),
        missing=None if score_only else _missing(table.table("missing")),
        bands=tuple(_scheme(each) for each in table.tables("bands")),
        cut_offs=tuple(_cut_off(each) for each in table.tables("cut_offs")),
        reliability=tuple(_reliability(each) for each in table.tables("reliability")),
        reliable_change=tuple(_change(each) for each in table.tables("reliable_change")),
        norms=tuple(_norm(each) for each in table.tables("norms")),
        minimal_change=tuple(_minimal(each) for each in table.tables("minimal_change")),
        is_ladder=table.flag("ladder", False),
        codes=table.words("codes"),
        **(_workings(table, method, items) if not score_only else {}),
    )
    table.close()
    return score


class Workings(TypedDict, total=False):
    """What only one of the methods asks for."""

    times: int
    table: tuple[float, ...]
    at_least: Mapping[str, int]
    expression: Expression | None
    without: tuple[str, ...]


def _workings(table: Table, method: measure.Method, items: Collection[str]) -> Workings:
    found = Workings(
        without=table.references("without", items, "an item of this measure", needed=False)
    )
    if method is measure.Method.SCALED_MEAN:
        found["times"] = table.whole("times")
    if method is measure.Method.LOOKUP:
        found["table"] = table.numbers("table")
    if method is measure.Method.COUNT:
        found["at_least"] = _at_least(table)
    if method is measure.Method.EXPRESSION:
        found["expression"] = _expression(table)
    return found


def _at_least(table: Table) -> Mapping[str, int]:
    """From which answer an item counts: one number for all, others by item."""
    usual = table.whole("at_least")
    found = dict.fromkeys(table.texts("items", ()), usual)
    if table.has("at_least_of"):
        apart = table.table("at_least_of")
        for name in apart.names():
            if name not in found:
                apart.wrong(name, f"is not an item of this score; {one_of(tuple(found))}")
            found[name] = apart.whole(name)
    return MappingProxyType(found)


def _expression(table: Table) -> Expression | None:
    text = table.text("expression")
    try:
        return parsed(text) if text else None
    except NotASum as wrong:
        table.wrong("expression", str(wrong))
        return None


def _range(table: Table) -> tuple[float, float]:
    ends = table.wholes("range")
    if len(ends) == 2 and ends[0] < ends[1]:
        return float(ends[0]), float(ends[1])
    if table.has("range"):
        table.wrong("range", "must hold two numbers, the lowest score first")
    return 0.0, 0.0


def _missing(table: Table) -> measure.MissingRule:
    rule = measure.MissingRule(
        min_answered=table.whole("min_answered"),
        prorate=table.choice("prorate", measure.Prorate),
        source=table.text("source"),
        verified=table.flag("verified"),
    )
    table.close()
    return rule


def _scheme(table: Table) -> measure.BandScheme:
    scheme = measure.BandScheme(
        name=table.text("name"),
        bands=tuple(_band(each) for each in table.tables("of")),
        source=table.text("source"),
        verified=table.flag("verified"),
    )
    table.close()
    return scheme


def _band(table: Table) -> measure.Band:
    band = measure.Band(
        low=table.number("from"), high=table.number("to"), label=table.text("label")
    )
    table.close()
    return band


def _cut_off(table: Table) -> measure.CutOff:
    cut_off = measure.CutOff(
        name=table.text("name"),
        at=table.number("at"),
        note=table.text("note", ""),
        source=table.text("source"),
        verified=table.flag("verified"),
    )
    table.close()
    return cut_off


def _reliability(table: Table) -> measure.Reliability:
    found = measure.Reliability(
        kind=table.choice("kind", measure.ReliabilityKind),
        value=table.number("value"),
        sample=table.text("sample", ""),
        source=table.text("source"),
        verified=table.flag("verified"),
    )
    table.close()
    return found


def _change(table: Table) -> measure.ReliableChange:
    found = measure.ReliableChange(
        value=table.number("value"),
        confidence=table.number("confidence") if table.has("confidence") else None,
        basis=table.choice("basis", measure.Basis, measure.Basis.PUBLISHED),
        source=table.text("source"),
        verified=table.flag("verified"),
    )
    table.close()
    return found


def _minimal(table: Table) -> measure.MinimalChange:
    found = measure.MinimalChange(
        value=table.number("value"),
        note=table.text("note", ""),
        source=table.text("source"),
        verified=table.flag("verified"),
    )
    table.close()
    return found


def _norm(table: Table) -> measure.Norm:
    found = measure.Norm(
        population=table.text("population"),
        mean=table.number("mean"),
        sd=table.number("sd"),
        n=table.whole("n"),
        source=table.text("source"),
        verified=table.flag("verified"),
    )
    table.close()
    return found
