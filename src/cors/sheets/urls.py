"""Addresses of what is handed over: sheets made from the records, on the page and on paper."""

from django.urls import path

from cors.sheets import views

app_name = "sheets"
urlpatterns = [
    path("cases/<uuid:pk>/hand-over/", views.hand_over, name="hand_over"),
    path("cases/<uuid:pk>/hand-over.pdf", views.hand_over_pdf, name="hand_over_pdf"),
    path("own-recording/", views.own_recording, name="own_recording"),
    path("supervision/", views.supervision, name="supervision"),
    path("supervision/<uuid:pk>/", views.supervision, name="supervision_of"),
    path("supervision/<uuid:pk>/supervision.pdf", views.supervision_pdf, name="supervision_pdf"),
]
