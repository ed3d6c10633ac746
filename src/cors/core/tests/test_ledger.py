"""The ledger of erasures: what is written is read, and what is damaged stops the start."""

import json
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.core import ledger
from cors.core.errors import SealError
from cors.core.ledger import Erased, append, entries, replay

HANA = Erased(UUID(int=1), UUID(int=9), datetime(2026, 11, 23, 9, 5, tzinfo=UTC))
SAM = Erased(UUID(int=2), UUID(int=9), datetime(2026, 11, 24, tzinfo=UTC))
WHOLE = {"subject": str(UUID(int=1)), "organisation": str(UUID(int=9)), "at": "2026-11-23T09:05"}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "apart" / "erased.jsonl"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Erased]:
    """Whoever is erased again, in turn; only Sam stands there again."""
    found: list[Erased] = []

    def erase_again(erased: Erased) -> bool:
        found.append(erased)
        return erased == SAM

    monkeypatch.setattr(ledger, "_erasers", {"clients": erase_again})
    return found


def test_what_is_written_is_read_in_its_order(book: Path) -> None:
    append(book, HANA)
    append(book, SAM)
    assert list(entries(book)) == [HANA, SAM]


@given(st.uuids(), st.uuids(), st.datetimes(timezones=st.just(UTC)))
def test_every_line_comes_back_as_it_went_in(
    tmp_path_factory: pytest.TempPathFactory, subject: UUID, organisation: UUID, at: datetime
) -> None:
    book = tmp_path_factory.mktemp("book") / "erased.jsonl"
    append(book, Erased(subject, organisation, at))
    assert list(entries(book)) == [Erased(subject, organisation, at)]


def test_without_a_ledger_nobody_was_erased(book: Path) -> None:
    assert list(entries(book)) == []


def test_the_ledger_is_its_owners_alone(book: Path) -> None:
    append(book, HANA)
    assert book.stat().st_mode & 0o077 == 0


def test_a_line_holds_no_word_about_anybody(book: Path) -> None:
    append(book, HANA)
    assert set(json.loads(book.read_text())) == {"subject", "organisation", "at"}


def test_a_folder_that_cannot_be_written_stops_the_erasing(tmp_path: Path) -> None:
    (tmp_path / "apart").write_text("a file where the folder should be")
    with pytest.raises(OSError):
        append(tmp_path / "apart" / "erased.jsonl", HANA)


DAMAGED = {
    "nothing": b"",
    "half a line": b'{"subject": "0',
    "no line of ours": b"erased: Hana",
    "a list": b"[]",
    "a number": b"7",
    "no organisation": json.dumps({"subject": WHOLE["subject"], "at": WHOLE["at"]}).encode(),
    "a subject that is no key": json.dumps({**WHOLE, "subject": "Hana"}).encode(),
    "a subject that is a number": json.dumps({**WHOLE, "subject": 5}).encode(),
    "a subject that is nothing": json.dumps({**WHOLE, "subject": None}).encode(),
    "a day that is none": json.dumps({**WHOLE, "at": "yesterday"}).encode(),
    "bytes that are no text": b"\xff\xfe\x00\x80",
    "text of another encoding": json.dumps(WHOLE).encode("utf-16"),
}


@pytest.mark.parametrize("line", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_line_is_named_and_nothing_is_read_past_it(book: Path, line: bytes) -> None:
    append(book, HANA)
    with book.open("ab") as file:
        file.write(line + b"\n")
    append(book, SAM)
    found = entries(book)
    assert next(found) == HANA
    with pytest.raises(SealError, match=r"^Line 2 of .* is damaged\. Mend it or put"):
        next(found)


def test_the_sentence_repeats_nothing_of_the_damaged_line(book: Path) -> None:
    book.parent.mkdir()
    book.write_text('{"subject": "Hana Novak"}\n')
    with pytest.raises(SealError) as refused:
        list(entries(book))
    assert "Hana" not in str(refused.value)
    assert refused.value.__suppress_context__


def test_all_are_erased_again_and_those_who_were_back_are_counted(
    book: Path, asked: list[Erased]
) -> None:
    append(book, HANA)
    append(book, SAM)
    assert replay(book) == 1
    assert asked == [HANA, SAM]


def test_nobody_is_counted_where_nobody_came_back(book: Path, asked: list[Erased]) -> None:
    append(book, HANA)
    assert replay(book) == 0
    assert asked == [HANA]
