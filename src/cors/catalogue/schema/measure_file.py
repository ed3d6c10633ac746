"""Reading a measure's definition file; the rules that span several keys are checked after."""

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType

from cors.catalogue.schema import measure
from cors.catalogue.schema.lists import common
from cors.catalogue.schema.measure_rules import check_measure
from cors.catalogue.schema.score_table import read_score
from cors.catalogue.schema.table import Table, shown

SKIPPED = "-"
NO_SCORE = "none"
Options = Mapping[str, tuple[measure.Option, ...]]


def read_measure(file: Table, place: int) -> measure.MeasureDefinition:
    """Read one measure; the file is named after its key."""
    key = file.text("key")
    stem = PurePath(file.file).stem
    if key != stem:
        file.wrong("key", f"{shown(key)} must be the name of the file, {shown(stem)}")
    score_only = file.flag("score_only", False)
    items = () if score_only else _items(file)
    names = tuple(item.key for item in items)
    definition = measure.MeasureDefinition(
        **common(file, key, place),
        version=file.text("version"),
        name=file.text("name"),
        language=file.text("language", "en"),
        licence=_licence(file.table("licence")),
        wording=file.choice("wording", measure.Wording),
        wording_source=file.text("wording_source", ""),
        score_only=score_only,
        intro=file.text("intro", ""),
        recall=file.text("recall", ""),
        recall_days=file.whole("recall_days", 0),
        items=items,
        scores=tuple(
            read_score(each, names, score_only=score_only) for each in file.tables("scores")
        ),
        risk_rules=() if score_only else _risk_rules(file, names),
        golden=() if score_only else _golden(file),
    )
    file.close()
    check_measure(file, definition)
    return definition


def _licence(table: Table) -> measure.Licence:
    licence = measure.Licence(
        letter=table.choice("class", measure.LicenceClass),
        terms=table.text("terms"),
        holder=table.text("holder"),
        attribution=table.text("attribution"),
        url=table.text("url", ""),
        noncommercial=table.flag("noncommercial", False),
    )
    table.close()
    return licence


def _items(file: Table) -> tuple[measure.Item, ...]:
    options = _options(file.table("options"))
    return tuple(_item(each, options) for each in file.tables("items"))


def _options(table: Table) -> Options:
    return {name: tuple(_option(each) for each in table.tables(name)) for name in table.names()}


def _option(table: Table) -> measure.Option:
    option = measure.Option(value=table.whole("value"), label=table.text("label"))
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


def _risk_rules(file: Table, items: tuple[str, ...]) -> tuple[measure.RiskRule, ...]:
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


def _golden(file: Table) -> tuple[measure.Golden, ...]:
    found = []
    for table in file.tables("golden"):
        expected = table.table("expected")
        scores = {name: _expected(expected, name) for name in expected.names()}
        found.append(
            measure.Golden(
                answers=table.answers("answers", SKIPPED), expected=MappingProxyType(scores)
            )
        )
        table.close()
    return tuple(found)


def _expected(table: Table, score: str) -> float | None:
    return None if table.holds(score, NO_SCORE) else table.number(score)
