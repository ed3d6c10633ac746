"""Addresses of the screens that show many slices."""

from django.urls import path

from cors.casefile.views import case, events, people, record, review

app_name = "casefile"
urlpatterns = [
    path("people/", people.people, name="people"),
    path("people/<uuid:pk>/", people.person, name="person"),
    path("people/<uuid:pk>/events/", events.of_person, name="events_of_person"),
    path("settings/events/", events.events, name="events"),
    path("search/", people.search, name="search"),
    path("record/", record.choose, name="choose_person"),
    path("record/<uuid:pk>/", record.record, name="record"),
    path("cases/<uuid:pk>/", case.case, name="case"),
    path("cases/<uuid:pk>/timeline/", case.earlier, name="timeline"),
    path("cases/<uuid:pk>/review/", review.review, name="review"),
]
