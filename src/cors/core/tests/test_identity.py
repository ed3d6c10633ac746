"""Keys sort by the time they were made and are never the same."""

import time
from uuid import RFC_4122

from cors.core.identity import uuid7


def test_is_version_7_with_the_milliseconds_first() -> None:
    before = time.time_ns() // 1_000_000
    key = uuid7()
    after = time.time_ns() // 1_000_000
    assert (key.version, key.variant) == (7, RFC_4122)
    assert before <= key.int >> 80 <= after


def test_later_keys_sort_after_earlier_ones() -> None:
    first = uuid7()
    time.sleep(0.002)
    assert first < uuid7()


def test_ten_thousand_keys_are_all_different() -> None:
    assert len({uuid7() for _ in range(10_000)}) == 10_000
