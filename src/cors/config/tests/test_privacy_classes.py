"""Every field of every record is sorted for privacy, so that none slips in unseen."""

import pytest
from django.db.models import Model

from cors.config.tests.test_foreign_keys import our_models
from cors.core.fields import SealedText
from cors.core.privacy import Privacy

# Sorted for every record by Privacy itself, whether a model has them or not.
ALWAYS = {"id", "organisation", "created_at", "created_by"}
MODELS = pytest.mark.parametrize("model", our_models(), ids=lambda model: model.__name__)


def privacy_of(model: type[Model]) -> Privacy:
    privacy = getattr(model, "privacy", None)
    assert isinstance(privacy, Privacy), f"{model.__name__} sorts no field: add privacy"
    return privacy


def field_names(model: type[Model]) -> set[str]:
    return {field.name for field in (*model._meta.fields, *model._meta.many_to_many)}


@MODELS
def test_every_field_has_a_privacy_class(model: type[Model]) -> None:
    unsorted = field_names(model) - privacy_of(model).sorted_fields()
    assert not unsorted


@MODELS
def test_nothing_is_sorted_that_is_not_a_field(model: type[Model]) -> None:
    gone = privacy_of(model).sorted_fields() - field_names(model) - ALWAYS
    assert not gone


@MODELS
def test_no_field_has_two_privacy_classes(model: type[Model]) -> None:
    privacy = privacy_of(model)
    classes = (privacy.sealed, privacy.fact, privacy.staff, privacy.technical - ALWAYS)
    assert sum(len(names) for names in classes) == len(frozenset().union(*classes))


@MODELS
def test_text_is_sealed_exactly_where_it_is_said_to_be(model: type[Model]) -> None:
    sealed = {field.name for field in model._meta.fields if isinstance(field, SealedText)}
    assert sealed == privacy_of(model).sealed
