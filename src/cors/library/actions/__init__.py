"""Verbs of the library."""

from cors.library.actions.answer import (
    change_answer,
    publish_answer,
    take_answer_back,
    write_answer,
)
from cors.library.actions.comment import (
    comment_on,
    let_comment_through,
    put_comment_away,
)
from cors.library.actions.feed import make_feed_key, revoke_feed_key
from cors.library.actions.listening import Place, agree_to_be_counted, come_to
from cors.library.actions.question import (
    answer_questions,
    ask_question,
    join_questions,
    part_question,
    set_question_aside,
)
from cors.library.actions.recording import (
    put_recording,
    say_words_of_recording,
    take_recording_away,
)
from cors.library.actions.sending import send_answer
from cors.library.actions.serving import (
    code_of,
    describe_library,
    read_library_of,
    stop_reading_library,
)

__all__ = [
    "Place",
    "agree_to_be_counted",
    "answer_questions",
    "ask_question",
    "change_answer",
    "code_of",
    "come_to",
    "comment_on",
    "describe_library",
    "join_questions",
    "let_comment_through",
    "make_feed_key",
    "part_question",
    "publish_answer",
    "put_comment_away",
    "put_recording",
    "read_library_of",
    "revoke_feed_key",
    "say_words_of_recording",
    "send_answer",
    "set_question_aside",
    "stop_reading_library",
    "take_answer_back",
    "take_recording_away",
    "write_answer",
]
