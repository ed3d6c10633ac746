"""A table's digest: equal when the same rows stand in two databases, whatever their order.

Each row is hashed with SHA-256 over its columns in the order of their names; the digest is the sum
of the hashes modulo 2**256. It finds what a copy lost or changed. Against forgery stands the seal
of the file, not the digest.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cors.safekeeping.tables.kinds import Column, Kind, Plain, json_text

MODULUS = 2**256


@dataclass(frozen=True)
class TableDigest:
    """How many rows, and what they hold."""

    rows: int
    digest: str


def digest_of(columns: Sequence[Column], rows: Iterable[Sequence[Plain]]) -> TableDigest:
    """Return the digest of rows whose values stand in the order of the columns."""
    order = sorted(range(len(columns)), key=lambda at: columns[at].name)
    names = "\x00".join(columns[at].name for at in order).encode()
    kinds = [columns[at].kind for at in order]
    count = total = 0
    for row in rows:
        written = b"".join(_written(row[at], kind) for at, kind in zip(order, kinds, strict=True))
        total += int.from_bytes(hashlib.sha256(written).digest(), "big")
        count += 1
    body = names + b"\x01" + (total % MODULUS).to_bytes(32, "big") + count.to_bytes(8, "big")
    return TableDigest(rows=count, digest=hashlib.sha256(body).hexdigest())


def _written(value: Plain, kind: Kind) -> bytes:
    """Write a value with its length before it, so that no two rows read alike."""
    if value is None:
        return b"-"
    if isinstance(value, bytes):
        body = value
    elif kind is Kind.JSON:
        body = json_text(str(value)).encode()
    else:
        body = (repr(value) if isinstance(value, float) else str(value)).encode()
    return b"%d:%b" % (len(body), body)


def differing(one: dict[str, TableDigest], other: dict[str, TableDigest]) -> list[str]:
    """Name the tables that are not the same."""
    return sorted(
        table for table in one.keys() | other.keys() if one.get(table) != other.get(table)
    )
