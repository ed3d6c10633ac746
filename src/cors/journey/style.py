"""The sizes of each way to draw: for a worker's wide page, and for a phone."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """Lengths in CSS pixels; gutter is the room for words beside a lane."""

    name: str
    width: float
    edge: float
    left: float
    right: float
    number_room: float
    letter_size: float = 12
    small: float = 12
    label: float = 12
    axis: float = 11
    dose: float = 2.3
    marks: float = 1.0

    @property
    def plot(self) -> float:
        return self.right - self.left

    @property
    def is_phone(self) -> bool:
        return self.name == "phone"


WORKER = Style("worker", width=1120, edge=20, left=212, right=1028, number_room=92)
PHONE = Style(
    "phone",
    width=358,
    edge=16,
    left=38,
    right=318,
    number_room=40,
    small=13,
    axis=12,
    dose=1.7,
)
