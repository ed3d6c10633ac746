"""On what ground an organisation may ask the questions of a measure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from cors.catalogue.schema.measure import MeasureDefinition
from cors.catalogue.schema.wording_file import Wording, from_data, worded


class Ground(Protocol):
    """What an organisation has: its word that it makes no profit, or words under a licence."""

    measure: str
    version: str
    words: dict[str, object] | None


@dataclass(frozen=True, slots=True)
class Licences:
    """The grounds that hold now: makes no profit or not, and wordings by measure."""

    noncommercial: bool
    wordings: Mapping[str, Wording]

    def worded(self, definition: MeasureDefinition) -> MeasureDefinition:
        """Return the definition with the words loaded here; as it is where there are none."""
        found = self.wordings.get(definition.key)
        fits = found is not None and found.version == definition.version
        return worded(definition, found) if found and fits else definition

    def why_not(self, definition: MeasureDefinition) -> str:
        """Say why these questions may not be asked here; "" where they may."""
        if definition.score_only:
            return ""
        if definition.needs_noncommercial and not self.noncommercial:
            return (
                f"{definition.label} is only for who makes no profit. "
                "A manager declares that in the settings, under licences."
            )
        if not self.worded(definition).is_worded:
            return f"The wording of {definition.label} is not loaded here."
        return ""


def licences_of(grounds: Iterable[Ground]) -> Licences:
    """Sort what an organisation has."""
    rows = list(grounds)
    return Licences(
        noncommercial=any(not row.measure for row in rows),
        wordings={
            row.measure: from_data(row.measure, row.version, row.words)
            for row in rows
            if row.measure and row.words
        },
    )


NO_LICENCES = Licences(noncommercial=False, wordings={})
