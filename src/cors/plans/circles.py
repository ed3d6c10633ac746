"""Whether what holds what would go round in a circle. Pure: no Django."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def goes_round(links: Iterable[tuple[K, K]], new: tuple[K, K]) -> bool:
    """Say whether a new link (holder, held) would lead back to its own start.

    links: those that stand already, in any order; they may hold circles of their own.
    """
    held_by: dict[K, set[K]] = defaultdict(set)
    for holder, held in links:
        held_by[holder].add(held)
    start, first = new
    seen, ahead = set[K](), [first]
    while ahead:
        each = ahead.pop()
        if each == start:
            return True
        if each not in seen:
            seen.add(each)
            ahead.extend(held_by[each])
    return False
