"""What a form carries besides its fields: a key that is used once, and whose it is."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID, uuid4

from django.core.signing import BadSignature, TimestampSigner
from django.utils.html import format_html
from django.utils.safestring import SafeString

KEY, OWNER, CSRF = "form_key", "form_owner", "csrfmiddlewaretoken"
PASSWORD = "password"  # noqa: S105 - the name of a field; what stands in it is never kept
NOT_CONTENT = frozenset({OWNER, CSRF, PASSWORD})
OPEN_AT_MOST = timedelta(days=7)

HIDDEN = '<input type="hidden" name="{}" value="{}" autocomplete="off">'


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="cors form owner")


def sign_owner(user: UUID | str) -> str:
    """Return the mark of whom a form was shown to, which nobody else can make."""
    return _signer().sign(str(user))


def owner_of(sent: Mapping[str, str]) -> str | None:
    """Say whom the form was shown to; None where that is not known for certain."""
    try:
        return _signer().unsign(sent.get(OWNER, ""), max_age=OPEN_AT_MOST)
    except BadSignature:
        return None


def owner_input(user: UUID | None) -> SafeString:
    """Return the hidden input that says whose form it is; nothing before sign-in."""
    return format_html(HIDDEN, OWNER, sign_owner(user)) if user else SafeString("")


def key_input() -> SafeString:
    """Return the hidden input with a new key."""
    return format_html(HIDDEN, KEY, uuid4())
