"""How allauth is fitted in: nobody signs up without an invitation, one-time codes are sealed."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.http import HttpRequest

from cors.core.master_key import one_time_code_key


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-in by e-mail address and password; joining is by invitation alone."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_password_reset_mail(self, user: Any, email: str, context: dict[str, Any]) -> None:
        if not user.is_system:
            super().send_password_reset_mail(user, email, context)


class CodeAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Seals the secrets of one-time codes and recovery codes."""

    def encrypt(self, text: str) -> str:
        return Fernet(one_time_code_key()).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return Fernet(one_time_code_key()).decrypt(encrypted_text.encode()).decode()

    def get_totp_label(self, user: Any) -> str:
        return str(user.email)
