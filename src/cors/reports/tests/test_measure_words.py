"""What stands beside a mean change: how sure, for whom there was room, and who is left."""

from collections import Counter

from cors.catalogue.schema.measure import Score
from cors.catalogue.shipped import shipped
from cors.measures.limits import limit_of
from cors.reports.measure_words import beside
from cors.reports.pairs import Pairs

PHQ: Score = shipped().measures["phq-9"].scores[0]
TEN = list(
    zip([18, 17, 20, 12, 15, 19, 14, 16, 13, 21], [9, 8, 15, 12, 9, 20, 6, 10, 9, 12], strict=True)
)


def said(twice: list[tuple[int, int]], *once: int, claims: bool = True) -> str:
    pairs = Pairs(PHQ, Counter(twice), Counter(once))
    return " ".join(beside(pairs, limit_of(PHQ), claims=claims))


def test_says_means_spreads_interval_and_effect() -> None:
    """Changes of 5.5 on average, spread 3.63: 5.5 ± 2.262 × 3.63 ÷ √10, and 5.5 ÷ 3.53."""
    words = said(TEN)
    assert "First 16.5 on average (spread 3.0), latest 11.0 on average (spread 4.0)." in words
    assert "95 % interval of the mean change: from +2.9 to +8.1 points." in words
    assert "In spreads (d_av): +1.56, 95 % interval from +0.59 to +2.49." in words


def test_few_pairs_have_no_effect_and_one_has_no_interval() -> None:
    assert "d_av" not in said(TEN[:9])
    assert "interval" in said(TEN[:2])
    assert said(TEN[:1]) == "First 18.0 on average, latest 9.0 on average."


def test_too_few_pairs_say_nothing_of_change_but_who_is_left() -> None:
    words = said([(18, 9), (16, 8)] * 3, *[4, 5, 6] * 6, claims=False)
    assert "on average" not in words
    assert "interval" not in words
    assert "Those asked again began" in words


def test_says_for_whom_there_was_no_room() -> None:
    words = said([(3, 2), (5, 0), (12, 8), (25, 20)])
    assert "2 of 4 began so near the good end that they could not get better" in words
    assert "1 of 4 began so near the other end that they could not get worse" in words
    assert "so near" not in said([(12, 8), (15, 9)])


def test_says_whether_those_who_are_missing_are_like_the_others() -> None:
    alike = said([(10, 4), (14, 6), (12, 5), (11, 9), (13, 8)], 12, 12, 10, 14, 12)
    assert "Those asked once began much as those asked again did." in alike
    better = said([(10, 4), (10, 6)] * 3, *[16] * 6)
    assert "began 1.9 spreads better than those asked once" in better
    worse = said([(16, 4), (16, 6)] * 3, *[10] * 6)
    assert "began 1.9 spreads worse than those asked once" in worse
    assert "Those asked" not in said([(10, 4), (14, 6)])


def test_a_change_of_nothing_has_no_sign() -> None:
    assert "from −" in said([(10, 12), (12, 10)])
    assert "from 0 to 0 points" in said([(10, 10), (12, 12)])
