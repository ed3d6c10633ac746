"""Reading one score of a measure and the facts that are known about it."""

from collections.abc import Collection

from cors.catalogue.schema import measure
from cors.catalogue.schema.table import Table


def read_score(table: Table, items: Collection[str], *, score_only: bool) -> measure.Score:
    """Read a score with its bands, cut-offs, reliability, reliable change and norms."""
    low, high = _range(table)
    score = measure.Score(
        key=table.text("key"),
        label=table.text("label"),
        method=measure.Method.REPORTED if score_only else table.choice("method", measure.Method),
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
    )
    table.close()
    return score


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
