"""Addresses of contacts; what came of them is shown on the case."""

from django.urls import path

from cors.contacts.views import draft, move

app_name = "contacts"
urlpatterns = [
    path("entries/<uuid:pk>/move/", move.move, name="move"),
    path("record/<uuid:pk>/draft/", draft.keep, name="keep_draft"),
    path("drafts/<uuid:pk>/let-go/", draft.let_go, name="let_go_draft"),
]
