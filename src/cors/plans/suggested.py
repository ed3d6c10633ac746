"""What a template suggests, and what was chosen from one: plain data, made by forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cors.plans.models import Goal


@dataclass(frozen=True)
class Suggested:
    """What a template suggests: keys of the catalogue, and steps in words."""

    areas: Sequence[str] = ()
    barriers: Sequence[str] = ()
    work: Sequence[str] = ()
    steps: Sequence[str] = ()


@dataclass(frozen=True)
class Chosen:
    """What was chosen for a case: the goals' words by part of life, and what hangs on them."""

    words: Mapping[str, str] = field(default_factory=dict)
    goals: Sequence[Goal] = ()
    barriers: Sequence[str] = ()
    work: Sequence[str] = ()
    steps: Sequence[str] = ()
    owner: str = ""
