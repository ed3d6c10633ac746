"""Addresses of the pages about a person."""

from django.urls import path

from cors.clients.views import (
    alerts,
    blocks,
    consents,
    contact_points,
    equality,
    erasure,
    people,
    relationships,
)

app_name = "clients"
urlpatterns = [
    path("people/new/", people.add, name="add"),
    path("people/<uuid:pk>/edit/", people.edit, name="edit"),
    path("people/<uuid:pk>/contact/", contact_points.contact_points, name="contact_points"),
    path(
        "contact-points/<uuid:pk>/check/",
        contact_points.check_contact_point,
        name="check_contact_point",
    ),
    path(
        "contact-points/<uuid:pk>/end/", contact_points.end_contact_point, name="end_contact_point"
    ),
    path("people/<uuid:pk>/consents/", consents.consents, name="consents"),
    path("consents/<uuid:pk>/withdraw/", consents.withdraw_consent, name="withdraw_consent"),
    path("people/<uuid:pk>/alerts/", alerts.alerts, name="alerts"),
    path("alerts/<uuid:pk>/end/", alerts.end_alert, name="end_alert"),
    path("people/<uuid:pk>/around/", relationships.relationships, name="relationships"),
    path("relationships/<uuid:pk>/end/", relationships.end_relationship, name="end_relationship"),
    path("people/<uuid:pk>/equality/", equality.equality, name="equality"),
    path("people/<uuid:pk>/blocks/", blocks.block_list, name="block_list"),
    path("blocks/<uuid:pk>/lift/", blocks.lift_block, name="lift_block"),
    path("people/<uuid:pk>/erase/", erasure.erase, name="erase"),
    path("people/<uuid:pk>/erase/confirm/", erasure.confirm_erasing, name="confirm_erasing"),
]
