"""Addresses of contacts; what came of them is shown on the case."""

from django.urls import path

from cors.contacts.views import correct, draft, move

app_name = "contacts"
urlpatterns = [
    path("entries/<uuid:pk>/move/", move.move, name="move"),
    path("record/<uuid:pk>/draft/", draft.keep, name="keep_draft"),
    path("drafts/<uuid:pk>/let-go/", draft.let_go, name="let_go_draft"),
    path("entries/<uuid:pk>/correct/", correct.correct_entry, name="correct_entry"),
    path("entries/<uuid:pk>/add/", correct.add_to_entry, name="add_to_entry"),
    path("moments/<uuid:pk>/correct/", correct.correct_moment, name="correct_moment"),
    path("moments/<uuid:pk>/add/", correct.add_to_moment, name="add_to_moment"),
]
