"""Addresses of the answers, and of those who answer."""

from django.urls import path

from cors.library.views import ask, know, library, listen, write

app_name = "library"
urlpatterns = [
    path("answers/", listen.answers, name="answers"),
    path("answers/ask/", ask.ask, name="ask"),
    path("answers/listening/", listen.listening, name="listening"),
    path("answers/<slug:slug>/", listen.answer, name="answer"),
    path("answers/<slug:slug>/place/", listen.keep_place, name="place"),
    path("answers/<slug:slug>/read/", listen.read, name="read"),
    path("answering/", ask.desk, name="desk"),
    path("answering/questions/", ask.answer_questions, name="answer_questions"),
    path("questions/<uuid:pk>/join/", ask.join_questions, name="join"),
    path("questions/<uuid:pk>/part/", ask.part_question, name="part"),
    path("questions/<uuid:pk>/set-aside/", ask.set_question_aside, name="set_aside"),
    path("answering/write/", write.write, name="write"),
    path("own-answers/<uuid:pk>/", write.own, name="own"),
    path("own-answers/<uuid:pk>/change/", write.change, name="change"),
    path("own-answers/<uuid:pk>/publish/", write.publish, name="publish"),
    path("own-answers/<uuid:pk>/take-back/", write.take_back, name="take_back"),
    path("answering/meeting/", know.meeting, name="meeting"),
    path("answering/send/", know.send, name="send"),
    path("answering/reach/", know.reach, name="reach"),
    path("answering/library/", library.describe, name="describe"),
    path("settings/libraries/", library.others, name="others"),
    path("settings/libraries/read/", library.read_library_of, name="read_library"),
    path("settings/libraries/<uuid:pk>/stop/", library.stop_reading, name="stop_reading"),
]
