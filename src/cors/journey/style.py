"""The sizes of each way to draw: for a worker's page, for a phone, and for the person."""

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
    title: float = 20
    goal: float = 15
    now: float = 26
    marks: float = 1

    @property
    def is_phone(self) -> bool:
        return self.name == "phone"

    @property
    def is_client(self) -> bool:
        """Whether it is drawn for the person: large, plain, and in their own words only."""
        return self.name.startswith("client")

    @property
    def is_narrow(self) -> bool:
        return self.width < 400


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
CLIENT = Style(
    "client",
    width=794,
    edge=44,
    left=82,
    right=690,
    small=16,
    axis=16,
    dose=1.9,
    title=32,
    goal=20,
    now=42,
    marks=1.5,
)
CLIENT_PHONE = Style(
    "client-phone",
    width=358,
    edge=16,
    left=46,
    right=286,
    small=16,
    axis=16,
    dose=1.7,
    title=26,
    goal=18,
    now=36,
    marks=1.3,
)
