"""The places on the picture that can be focused: one for each lane, saying its sentence."""

from cors.journey import sentences
from cors.journey.bands import Row
from cors.journey.model import Goal, Journey, Measure, letters
from cors.journey.sheet import Box, Link, Links, Sheet

__all__ = ["Links", "Stops", "to_the_table"]


def to_the_table(ident: str) -> str:
    """Lead every lane to the table after the picture."""
    return "#journey-table"


class Stops:
    """Lays a place that can be focused over each lane of a sheet."""

    def __init__(self, sheet: Sheet, journey: Journey, links: Links) -> None:
        self.sheet = sheet
        self.links = links
        self.letters = letters(journey)

    def lane(self, goal: Goal, box: Box) -> None:
        self._lay(goal.ident, sentences.of_lane(goal, self.letters.get(goal.ident, "")), box)

    def row(self, row: Row, box: Box) -> None:
        if row.barrier:
            said = sentences.of_barrier(row.barrier, self.letters)
            self._lay(row.barrier.ident, said, box)
            return
        ident = row.goals[0]
        self._lay(ident, sentences.of_straight(row.work[0], self.letters.get(ident, "")), box)

    def area(self, name: str, says: str, box: Box) -> None:
        self._lay(name, says, box)

    def measure(self, measure: Measure, box: Box) -> None:
        self._lay(measure.name, sentences.of_measure(measure), box)

    def _lay(self, ident: str, says: str, box: Box) -> None:
        self.sheet.links.append(Link(self.links(ident), says, box))
