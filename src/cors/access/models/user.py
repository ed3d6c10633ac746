"""Somebody who signs in; the e-mail address is the name they sign in with."""

from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from cors.core.identity import uuid7
from cors.core.privacy import Privacy

SYSTEM_DOMAIN = "system.invalid"


class UserManager(BaseUserManager["User"]):
    """Finds people by e-mail address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person who works here. What they may see is said by their memberships."""

    privacy: ClassVar[Privacy] = Privacy(
        staff=["email", "name", "last_login"],
        technical=["password", "is_active"],
    )

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = UserManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="access_one_user_an_email")]

    def __str__(self) -> str:
        return self.name

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name else ""

    @property
    def is_system(self) -> bool:
        return self.email.endswith(f"@{SYSTEM_DOMAIN}")

    @classmethod
    def with_email(cls, email: str) -> Self | None:
        """Return who signs in with this address."""
        return cls.objects.filter(email__iexact=email).first()  # type: ignore[return-value]
