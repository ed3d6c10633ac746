"""The keystroke-level model: seconds for what somebody does who knows the screen and errs not.

Card, Moran and Newell, "The keystroke-level model for user performance time with interactive
systems", Communications of the ACM 23 (1980), pages 396 to 410. B as by Kieras, "Using the
keystroke-level model to estimate execution times" (University of Michigan, 2001).
"""

from dataclasses import asdict, dataclass

K, P, B, H, M = 0.28, 1.10, 0.10, 0.40, 1.35
R = 1.00

TAP = P + 2 * B

CONSTANTS = {
    "K": (K, "one key, by an average typist who is no typist by trade (40 words a minute)"),
    "P": (P, "moving the hand to a point on the screen"),
    "B": (B, "pressing or letting go; a tap is P + 2 B, and so is a flick that scrolls"),
    "H": (H, "the hand going from the mouse to the keys or back; not on a phone"),
    "M": (M, "a thought, once for each question that is answered; none for opening and saving"),
    "R": (R, "waiting for a page; assumed, not from the paper"),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """What the pages saw of one task, each a number of times."""

    taps: int
    keys: int
    flicks: int
    questions: int
    changes: int
    pages: int

    def seconds(self) -> float:
        """Return the estimate in seconds."""
        hands = TAP * (self.taps + self.flicks) + K * self.keys + H * self.changes
        return round(hands + M * self.questions + R * self.pages, 1)

    def parts(self) -> dict[str, int]:
        return asdict(self)
