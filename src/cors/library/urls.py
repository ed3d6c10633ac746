"""Addresses of the answers, and of those who answer."""

from django.urls import path

from cors.library.views import ask, comment, feed, know, library, listen, play, recording, write

app_name = "library"
urlpatterns = [
    path("answers/", listen.answers, name="answers"),
    path("answers/ask/", ask.ask, name="ask"),
    path("answers/listening/", listen.listening, name="listening"),
    path("answers/feed.xml", feed.feed, name="feed"),
    path("answers/announced.ics", feed.calendar, name="calendar"),
    path("answers/podcast/", feed.feeds, name="feeds"),
    path("answers/podcast/take-back/", feed.revoke, name="revoke_feed"),
    path("answers/<slug:slug>/", listen.answer, name="answer"),
    path("answers/<slug:slug>/place/", listen.keep_place, name="place"),
    path("answers/<slug:slug>/read/", listen.read, name="read"),
    path("answers/<slug:slug>/take-up/", write.take_up, name="take_up"),
    path("answers/<slug:slug>/comment/", comment.comment, name="comment"),
    path("answers/<slug:slug>/sound/", play.sound, name="sound"),
    path("answers/<slug:slug>/captions.vtt", play.captions, name="captions"),
    path("answers/<slug:slug>/chapters.json", play.chapters, name="chapters"),
    path("answering/", ask.desk, name="desk"),
    path("answering/questions/", ask.answer_questions, name="answer_questions"),
    path("questions/<uuid:pk>/join/", ask.join_questions, name="join"),
    path("questions/<uuid:pk>/part/", ask.part_question, name="part"),
    path("questions/<uuid:pk>/set-aside/", ask.set_question_aside, name="set_aside"),
    path("comments/<uuid:pk>/let-through/", comment.let_through, name="let_through"),
    path("comments/<uuid:pk>/put-away/", comment.put_away, name="put_away"),
    path("answering/write/", write.write, name="write"),
    path("own-answers/<uuid:pk>/", write.own, name="own"),
    path("own-answers/<uuid:pk>/change/", write.change, name="change"),
    path("own-answers/<uuid:pk>/publish/", write.publish, name="publish"),
    path("own-answers/<uuid:pk>/take-back/", write.take_back, name="take_back"),
    path("own-answers/<uuid:pk>/record/", recording.record, name="record"),
    path("own-answers/<uuid:pk>/words/", recording.words, name="recording_words"),
    path("own-answers/<uuid:pk>/sound/", recording.own_sound, name="own_sound"),
    path("own-answers/<uuid:pk>/no-recording/", recording.take_away, name="take_recording_away"),
    path("answering/meeting/", know.meeting, name="meeting"),
    path("answering/send/", know.send, name="send"),
    path("answering/reach/", know.reach, name="reach"),
    path("answering/library/", library.describe, name="describe"),
    path("settings/libraries/", library.others, name="others"),
    path("settings/libraries/read/", library.read_library_of, name="read_library"),
    path("settings/libraries/<uuid:pk>/stop/", library.stop_reading, name="stop_reading"),
]
