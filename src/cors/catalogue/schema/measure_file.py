"""Reading a measure's definition file; the rules that span several keys are checked after."""

from pathlib import PurePath
from types import MappingProxyType

from cors.catalogue.schema import measure
from cors.catalogue.schema.lists import common
from cors.catalogue.schema.measure.definition import EVERYBODY
from cors.catalogue.schema.measure_items import read_items, read_risk_rules, read_skip_rules
from cors.catalogue.schema.measure_rules import check_measure
from cors.catalogue.schema.score_table import read_score
from cors.catalogue.schema.table import Table, shown

SKIPPED = "-"
NO_SCORE = "none"


def read_measure(file: Table, place: int, pack: str) -> measure.MeasureDefinition:
    """Read one measure of a pack; the file is named after its key."""
    key = file.text("key")
    stem = PurePath(file.file).stem
    if key != stem:
        file.wrong("key", f"{shown(key)} must be the name of the file, {shown(stem)}")
    score_only = file.flag("score_only", False)
    items = () if score_only else read_items(file)
    names = tuple(item.key for item in items)
    definition = measure.MeasureDefinition(
        **common(file, key, place),
        version=file.text("version"),
        name=file.text("name"),
        about=file.text("about", ""),
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
        risk_rules=() if score_only else read_risk_rules(file, names),
        skip_rules=() if score_only else read_skip_rules(file, names),
        golden=() if score_only else _golden(file),
        pack=pack,
        population=_population(file.table("population")) if file.has("population") else EVERYBODY,
        validated=file.flag("validated", True),
        comparability=file.text("comparability", key),
        min_interval_days=file.whole("min_interval_days", 0),
        main=file.text("main", ""),
        codes=file.words("codes"),
    )
    file.close()
    check_measure(file, definition)
    return definition


def _population(table: Table) -> measure.Population:
    population = measure.Population(
        youngest=table.whole("youngest") if table.has("youngest") else None,
        oldest=table.whole("oldest") if table.has("oldest") else None,
        respondent=table.choice("respondent", measure.Respondent, measure.Respondent.SELF),
        note=table.text("note", ""),
    )
    table.close()
    return population


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
