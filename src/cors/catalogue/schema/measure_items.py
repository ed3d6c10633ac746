"""Reading a measure's questions, its lists of answers, and the rules that hang on an answer."""

from collections.abc import Mapping

from cors.catalogue.schema import measure
from cors.catalogue.schema.table import Table

MOST_NUMBERS = 1_000
Options = Mapping[str, tuple[measure.Option, ...]]


def read_items(file: Table) -> tuple[measure.Item, ...]:
    """Read the questions; each names a list of answers that stands in the same file."""
    table = file.table("options")
    options = {name: _options(table, name) for name in table.names()}
    return tuple(_item(each, options) for each in file.tables("items"))


def _options(table: Table, name: str) -> tuple[measure.Option, ...]:
    """Read a list of answers, or the two ends of a row of numbers."""
    if not table.is_table(name):
        return tuple(_option(each) for each in table.tables(name))
    ends = table.table(name)
    low, high = ends.whole("from"), ends.whole("to")
    ends.close()
    if not low < high <= low + MOST_NUMBERS:
        ends.wrong("to", f"must lie above from, by {MOST_NUMBERS} at most")
        return ()
    return tuple(measure.Option(value=each, label=str(each)) for each in range(low, high + 1))


def _option(table: Table) -> measure.Option:
    option = measure.Option(value=table.whole("value"), label=table.text("label", ""))
    table.close()
    return option


def _item(table: Table, options: Options) -> measure.Item:
    named = table.reference("options", options, "a list of options")
    item = measure.Item(
        key=table.text("key"),
        text=table.text("text", ""),
        options=options.get(named, ()),
        reverse=table.flag("reverse", False),
    )
    table.close()
    return item


def read_risk_rules(file: Table, items: tuple[str, ...]) -> tuple[measure.RiskRule, ...]:
    """Read which answers raise a flag at once."""
    rules = []
    for table in file.tables("risk_rules"):
        rules.append(
            measure.RiskRule(
                item=table.reference("item", items, "an item of this measure"),
                above=table.whole("above"),
                says=table.text("says"),
            )
        )
        table.close()
    return tuple(rules)


def read_skip_rules(file: Table, items: tuple[str, ...]) -> tuple[measure.SkipRule, ...]:
    """Read which answers make other questions needless."""
    rules = []
    for table in file.tables("skip_rules"):
        rules.append(
            measure.SkipRule(
                items=table.references("items", items, "an item of this measure"),
                total=table.whole("total"),
                skips=table.references("skips", items, "an item of this measure"),
                counts=table.whole("counts", 0),
            )
        )
        table.close()
    return tuple(rules)
