"""Forms."""

from django.forms.renderers import TemplatesSetting


class CorsRenderer(TemplatesSetting):
    """Our templates."""
