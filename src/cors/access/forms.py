"""Forms: joining, inviting, roles."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from cors.access.models import Invitation, Membership, Organisation, Team, User
from cors.access.roles import ROLES
from cors.core.forms import ChipsField, CorsForm, EditForm

GIVEN = [(role.key, role.name) for role in ROLES.values() if role.can_be_given]


class JoinForm(CorsForm):
    """Name and password of somebody who joins."""

    name = forms.CharField(label="Your name", max_length=120)
    password = forms.CharField(
        label="A password",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="At least 12 characters. Three or four words in a row are easy to remember.",
    )

    def __init__(self, *args: Any, invitation: Invitation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invitation = invitation
        self.existing = User.with_email(invitation.email)
        if self.existing:
            self.initial["name"] = self.existing.name
            self.fields["password"].label = "Your password"
            self.fields["password"].help_text = "The one with which you sign in here already."

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if self.existing is None:
            newcomer = User(email=self.invitation.email, name=self.cleaned_data.get("name", ""))
            validate_password(password, newcomer)
        return password


class PasswordForm(CorsForm):
    """The password of somebody who is signed in already."""

    password = forms.CharField(
        label="Your password",
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Type your password"},
    )


class InviteForm(CorsForm):
    """Who is asked to join, as what."""

    email = forms.EmailField(label="Their e-mail address")
    role = ChipsField("What they do here", GIVEN)
    team: "forms.ModelChoiceField[Team]" = forms.ModelChoiceField(
        label="Team", queryset=None, required=False, empty_label="No team yet"
    )

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = Team.of(organisation)  # type: ignore[attr-defined]


class RoleForm(EditForm):
    """Another role for a colleague."""

    role = ChipsField("What they do here", GIVEN)

    def __init__(self, *args: Any, member: Membership, **kwargs: Any) -> None:
        super().__init__(*args, known={"role": member.role}, **kwargs)
