"""Addresses of what is handed over: sheets made from the records, on the page and on paper."""

from django.urls import path

from cors.sheets.views import case_study, letter, sheets

app_name = "sheets"
urlpatterns = [
    path("reviews/<uuid:pk>/", letter.letter, name="letter"),
    path("reviews/<uuid:pk>/letter.pdf", letter.letter_pdf, name="letter_pdf"),
    path("cases/<uuid:pk>/hand-over/", sheets.hand_over, name="hand_over"),
    path("cases/<uuid:pk>/hand-over.pdf", sheets.hand_over_pdf, name="hand_over_pdf"),
    path("cases/<uuid:pk>/case-study/", case_study.case_study, name="case_study"),
    path("cases/<uuid:pk>/case-study/read/", case_study.read, name="read_case_study"),
    path("cases/<uuid:pk>/case-study.pdf", case_study.case_study_pdf, name="case_study_pdf"),
    path("own-recording/", sheets.own_recording, name="own_recording"),
    path("supervision/", sheets.supervision, name="supervision"),
    path("supervision/<uuid:pk>/", sheets.supervision, name="supervision_of"),
    path("supervision/<uuid:pk>/supervision.pdf", sheets.supervision_pdf, name="supervision_pdf"),
]
