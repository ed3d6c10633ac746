"""The form that a request sends: taken by the first verb in it, in that verb's transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from cors.access.models import Membership, SentForm
from cors.core.forms.key import KEY, NOT_CONTENT


@dataclass
class Sending:
    """The key of the form that is being sent, and a keyed hash of what is in it."""

    key: UUID
    digest: str
    is_taken: bool = False
    is_answered: bool = False

    @classmethod
    def of(cls, request: HttpRequest, member: Membership) -> "Sending | None":
        """Read the key; None where nothing is sent or the form bears no key."""
        try:
            key = UUID(request.POST.get(KEY, "")) if request.method == "POST" else None
        except ValueError:
            return None
        return cls(key, _digest(request, member)) if key else None


def _digest(request: HttpRequest, member: Membership) -> str:
    parts = [request.get_full_path(), str(member.pk)]
    for name, values in sorted(request.POST.lists()):
        if name not in NOT_CONTENT:
            parts += [name, *values, ""]
    return salted_hmac("cors sent form", repr(parts), algorithm="sha256").hexdigest()


_sending: ContextVar[Sending | None] = ContextVar("sending", default=None)


@contextmanager
def sent(sending: Sending) -> Iterator[None]:
    """Let the first verb in this block take the form."""
    before = _sending.set(sending)
    try:
        yield
    finally:
        _sending.reset(before)


@contextmanager
def taken(by: Membership) -> Iterator[None]:
    """Take the form for what is done in this block; what fails gives it back with all else."""
    sending = _sending.get()
    if sending is None or sending.is_taken:
        yield
        return
    SentForm.take(sending.key, sending.digest, by)
    sending.is_taken = True
    try:
        yield
    except BaseException:
        sending.is_taken = False
        raise
