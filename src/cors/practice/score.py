"""What somebody would answer on a measure, by how close things feel."""

from random import Random
from typing import Any

PHQ_9 = (
    "interest", "mood", "sleep", "energy", "appetite", "self-worth", "concentration", "pace",
)  # fmt: skip
GAD_7 = (
    "nervous", "control-worry", "worry-too-much", "relax", "restless", "irritable", "afraid",
)  # fmt: skip
BURDEN = {"phq-9": PHQ_9, "gad-7": GAD_7}


def told(key: str, level: float, rng: Random) -> dict[str, Any]:
    """Return a measure as a script tells it; `level` from 0 (far off) to 10 (there)."""
    if items := BURDEN.get(key):
        weight = 3 * (1 - level / 10)
        answers = {item: _clamp(rng.gauss(weight, 0.6), 3) for item in items}
        # Thoughts of being better off dead are not made up by chance.
        return {"key": key, "answers": answers | ({"better-off-dead": 0} if key == "phq-9" else {})}
    if key == "audit-total":
        return {"key": key, "score": _clamp(rng.gauss(30 - 2.6 * level, 2.5), 40)}
    return {"key": key, "score": 4 * _clamp(rng.gauss(3 + 1.6 * level, 2), 25)}


def _clamp(value: float, highest: int) -> int:
    return max(0, min(highest, round(value)))
