"""Rows of different records put side by side: which key of the catalogue each used, and when."""

from typing import Any

from django.db.models import CharField, F, QuerySet, Value


def as_used(rows: QuerySet[Any], what: str, key: str) -> Any:
    """Return rows of (what, key of the catalogue, written at), so that records can be joined."""
    named = rows.order_by().annotate(
        what=Value(what, output_field=CharField()), used_key=F(key), at=F("created_at")
    )
    return named.values_list("what", "used_key", "at")
