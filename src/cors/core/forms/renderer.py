"""Which templates forms are rendered with."""

from django.forms.renderers import TemplatesSetting


class CorsRenderer(TemplatesSetting):
    """A summary of errors, then label, hint, error and input for each field."""

    form_template_name = "core/forms/form.html"
    formset_template_name = "core/forms/formset.html"
    field_template_name = "core/forms/field.html"
