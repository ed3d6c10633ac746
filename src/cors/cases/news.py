"""Rows of different records put side by side: what happened, of which record and case, when."""

from typing import Any

from django.db.models import CharField, F, QuerySet, Value


def as_news(
    rows: QuerySet[Any], kind: str, *, record: str, case: str, day: str, told: str = ""
) -> Any:
    """Return rows of (kind, record, case, day, written at, told), so that kinds can be joined.

    record, case, day and told are paths to columns; told may be left out.
    """
    words = CharField()
    return (
        rows.order_by()
        .annotate(
            what=Value(kind, output_field=words),
            record_key=F(record),
            case_key=F(case),
            day=F(day),
            at=F("created_at"),
            told=F(told) if told else Value("", output_field=words),
        )
        .values_list("what", "record_key", "case_key", "day", "at", "told")
    )
