"""What stands in every form beside its fields."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from cors.core.forms.key import key_input, owner_input

register = template.Library()


@register.simple_tag(takes_context=True)
def form_owner(context: template.Context) -> SafeString:
    """Mark whom the form is shown to, so that what is typed goes back to nobody else."""
    user: Any = getattr(context.get("request"), "user", None)
    return owner_input(user.pk if user else None)


@register.simple_tag(takes_context=True)
def form_key(context: template.Context) -> SafeString:
    """Give the form a key that is used once, and mark whom it is shown to."""
    return key_input() + form_owner(context)
