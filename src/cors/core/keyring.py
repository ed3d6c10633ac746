"""The keys opened during one request or job: loaded together, forgotten at its end."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from typing import Any, Protocol
from uuid import UUID

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from cors.core.errors import KeyDestroyed, SealError
from cors.core.master_key import master_key
from cors.core.sealing import new_key, unwrap, wrap

AT_ONCE = 500


class Wrapped(Protocol):
    """A key as it is stored: the record, or its columns alone where many are opened at once."""

    @property
    def subject(self) -> UUID: ...
    @property
    def organisation(self) -> UUID: ...
    @property
    def wrapped(self) -> Any: ...  # bytes, or what the driver gives for them


class Keyring:
    """Opened keys by whose they are; what a page is going to need is fetched in one query."""

    def __init__(self) -> None:
        self._keys: dict[UUID, bytes | None] = {}
        self._wanted: set[UUID] = set()

    def want(self, subject: UUID) -> None:
        """Remember that this key is likely to be needed."""
        if subject not in self._keys:
            self._wanted.add(subject)

    def key(self, subject: UUID, organisation: UUID) -> bytes:
        """Return an opened key; KeyDestroyed when the person was erased."""
        if subject not in self._keys:
            self._wanted.discard(subject)
            waiting = list(islice(self._wanted, AT_ONCE - 2))
            self._load({subject, organisation, *waiting}, organisation)
            self._wanted.difference_update(waiting)
        key = self._keys.get(subject)
        if key is None:
            raise KeyDestroyed("This person was erased. Nothing about them can be read.")
        return key

    def put(self, subject: UUID, key: bytes) -> None:
        """Keep a key that was just made."""
        self._keys[subject] = key

    def forget(self, subject: UUID) -> None:
        """Drop one key."""
        self._keys.pop(subject, None)

    def _load(self, subjects: set[UUID], organisation: UUID) -> None:
        from cors.core.models import SealingKey

        missing = subjects - self._keys.keys()
        columns = ("subject", "organisation", "wrapped")
        found = SealingKey.objects.filter(subject__in=missing).values_list(*columns, named=True)
        rows = {row.subject: row for row in found}
        if organisation in rows:
            self._keys[organisation] = _unwrapped(rows.pop(organisation), master_key())
        above = self._keys.get(organisation)
        if above is None:
            raise SealError("The key of this organisation is missing. Restore the database.")
        for subject, row in rows.items():
            if row.organisation == organisation:
                self._keys[subject] = _unwrapped(row, above)


def _unwrapped(row: "Wrapped", under: bytes) -> bytes | None:
    if row.wrapped is None:
        return None
    blob = bytes(row.wrapped)
    return unwrap(blob, under=under, organisation=row.organisation, subject=row.subject)


_current: ContextVar[Keyring | None] = ContextVar("cors_keyring", default=None)


def keyring() -> Keyring:
    """Return the ring of this request or job."""
    ring = _current.get()
    if ring is None:
        ring = Keyring()
        _current.set(ring)
    return ring


@contextmanager
def fresh_keyring() -> Iterator[Keyring]:
    """Open an empty ring and forget its keys at the end."""
    before = _current.set(Keyring())
    try:
        yield keyring()
    finally:
        _current.reset(before)


def make_organisation_key(organisation: UUID) -> None:
    """Make the key under which the keys of an organisation's clients are wrapped."""
    _store(organisation, organisation, under=master_key())


def make_key(subject: UUID, organisation: UUID) -> None:
    """Make the key of one client."""
    _store(subject, organisation, under=keyring().key(organisation, organisation))


def _store(subject: UUID, organisation: UUID, *, under: bytes) -> None:
    from cors.core.models import SealingKey

    key = new_key()
    wrapped = wrap(key, under=under, organisation=organisation, subject=subject)
    SealingKey.objects.create(subject=subject, organisation=organisation, wrapped=wrapped)
    keyring().put(subject, key)


def index_key(organisation: UUID, purpose: str) -> bytes:
    """Derive an organisation's key for a blind index (HKDF-SHA256, RFC 5869)."""
    above = keyring().key(organisation, organisation)
    info = b"cors blind index " + purpose.encode()
    derive = HKDF(algorithm=hashes.SHA256(), length=32, salt=organisation.bytes, info=info)
    return derive.derive(above)


def fingerprint(blob: bytes) -> str:
    """Return a short name for a blob, for messages that must not show it."""
    return hashlib.sha256(blob).hexdigest()[:12]
