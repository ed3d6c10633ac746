"""The equality questions of the catalogue, and which answers fit them."""

from collections.abc import Mapping

from cors.catalogue.schema.code_lists import NOT_ASKED
from cors.catalogue.schema.entries import CodeList
from cors.catalogue.shipped import shipped
from cors.core.errors import Refused


def questions() -> Mapping[str, CodeList]:
    """Return the questions by key, in the order of the screen."""
    return shipped().code_lists


def answers_to(question: CodeList) -> list[tuple[str, str]]:
    """Return key and label of each answer; "not asked" is no answer, it is the lack of one."""
    return [(code.key, code.label) for code in question.codes.values() if code.key != NOT_ASKED]


def refuse_unknown(question: str, code: str) -> None:
    """Refuse an answer that the catalogue does not know; several are parted by commas."""
    asked = questions().get(question)
    if asked is None:
        raise Refused("This question is not in the catalogue. Ask your manager to add it.")
    given = code.split(",") if asked.many else [code]
    known = {key for key, _ in answers_to(asked)}
    if code and not known.issuperset(given):
        raise Refused("Choose one of the answers in the list.", field=question)
    alone = {entry.key for entry in asked.codes.values() if not entry.answered}
    if len(given) > 1 and alone.intersection(given):
        raise Refused("Choose either answers or “rather not say”, not both.", field=question)
