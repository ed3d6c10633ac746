"""Reading the answers to questions about a person; three ends of a list mean "no answer"."""

from collections.abc import Mapping
from types import MappingProxyType

from cors.catalogue.schema.entries import Code, CodeList
from cors.catalogue.schema.lists import common
from cors.catalogue.schema.table import Table, shown

RATHER_NOT_SAY, NOT_ASKED, NOT_KNOWN = "rather-not-say", "not-asked", "not-known"
AFTER_ALL_ANSWERS = 10_000
UNANSWERED = {
    RATHER_NOT_SAY: ("Rather not say", "They were asked and kept it to themselves."),
    NOT_ASKED: ("Not asked", "Nobody has asked yet."),
    NOT_KNOWN: ("Not known", "They were asked and could not say."),
}


def read_code_list(file: Table, key: str, place: int) -> CodeList:
    """Read one file of answers, and put the ways of not answering after them."""
    groups = _groups(file)
    answers = _answers(file, groups)
    found = CodeList(
        **common(file, key, place),
        question=file.text("question"),
        source=file.text("source"),
        many=file.flag("many", False),
        codes=MappingProxyType({**answers, **_unanswered()}),
        groups=groups,
    )
    file.close()
    return found


def _groups(file: Table) -> Mapping[str, str]:
    if not file.has("groups"):
        return MappingProxyType({})
    table = file.table("groups")
    return MappingProxyType({name: table.text(name) for name in table.names()})


def _answers(file: Table, groups: Mapping[str, str]) -> dict[str, Code]:
    found: dict[str, Code] = {}
    for place, table in enumerate(file.tables("codes"), start=1):
        group = table.reference("group", groups, "a group") if groups else ""
        code = Code(**common(table, table.text("key"), place), group=group, answered=True)
        table.close()
        if code.key in found or code.key in UNANSWERED:
            table.wrong("key", f"{shown(code.key)} stands in this list already")
        found[code.key] = code
    if len(found) < 2:
        file.wrong("codes", "must hold at least two answers")
    return found


def _unanswered() -> dict[str, Code]:
    return {
        key: Code(
            key=key,
            label=label,
            hint=hint,
            sort=AFTER_ALL_ANSWERS + place,
            group="",
            answered=False,
        )
        for place, (key, (label, hint)) in enumerate(UNANSWERED.items(), start=1)
    }
