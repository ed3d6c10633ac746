"""The sizes of each way to draw: for a worker's wide page, and for a phone."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """Lengths in CSS pixels; left and right are the ends of the plot."""

    name: str
    width: float
    edge: float
    left: float
    right: float
    small: float = 12
    axis: float = 11
    dose: float = 2.3

    @property
    def is_phone(self) -> bool:
        return self.name == "phone"


WORKER = Style("worker", width=1120, edge=20, left=212, right=1028)
PHONE = Style(
    "phone",
    width=358,
    edge=16,
    left=38,
    right=318,
    small=13,
    axis=12,
    dose=1.7,
)
