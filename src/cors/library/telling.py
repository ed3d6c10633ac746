"""E-mails of the library: your question was answered, an answer was sent to you."""

import logging
from collections.abc import Iterable
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail

ANSWERED = "CORS: your question was answered"
SENT = "CORS: an answer was sent to you"
WORDS = "Please sign in to CORS and open Answers: it stands there first.\n"
log = logging.getLogger(__name__)


def tell_that_answered(addresses: Iterable[str]) -> None:
    """Write to those who asked; the page of answers says the same."""
    _write(ANSWERED, addresses)


def tell_that_sent(addresses: Iterable[str]) -> None:
    """Write to those to whom an answer was sent."""
    _write(SENT, addresses)


def _write(subject: str, addresses: Iterable[str]) -> None:
    if not settings.EMAIL_HOST:
        return
    for address in addresses:
        try:
            send_mail(subject, WORDS, settings.DEFAULT_FROM_EMAIL, [address])
        except (OSError, SMTPException):
            log.exception("An e-mail of the library could not be sent")
