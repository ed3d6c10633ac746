"""The equality questions of the catalogue, and which answers fit them."""

from typing import Any, cast

from cors.catalogue.choices import Catalogue, catalogue_of
from cors.catalogue.schema.code_lists import NOT_ASKED
from cors.catalogue.schema.entries import CodeList
from cors.core.errors import Refused


def questions_of(organisation_id: Any) -> list[CodeList]:
    """Return the questions that an organisation asks, in the order of the screen."""
    return cast(list[CodeList], catalogue_of(organisation_id).entries("code_list"))


def answers_to(question: CodeList) -> list[tuple[str, str]]:
    """Return key and label of each answer; "not asked" is no answer, it is the lack of one."""
    return [(code.key, code.label) for code in question.codes.values() if code.key != NOT_ASKED]


def refuse_unknown(catalogue: Catalogue, question: str, code: str) -> None:
    """Refuse an answer that the catalogue does not know; several are parted by commas."""
    asked = cast(CodeList | None, catalogue.entry("code_list", question))
    if asked is None:
        raise Refused("This question is not in the catalogue. Ask your manager to add it.")
    given = code.split(",") if asked.many else [code]
    known = {key for key, _ in answers_to(asked)}
    if code and not known.issuperset(given):
        raise Refused("Choose one of the answers in the list.", field=question)
    alone = {entry.key for entry in asked.codes.values() if not entry.answered}
    if len(given) > 1 and alone.intersection(given):
        raise Refused("Choose either answers or “rather not say”, not both.", field=question)
