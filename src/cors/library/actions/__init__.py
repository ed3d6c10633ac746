"""Verbs of the library."""

from cors.library.actions.answer import (
    change_answer,
    publish_answer,
    take_answer_back,
    write_answer,
)
from cors.library.actions.listening import Place, agree_to_be_counted, come_to, open_sent
from cors.library.actions.question import (
    answer_questions,
    ask_question,
    join_questions,
    part_question,
    read_what_was_answered,
    set_question_aside,
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
    "describe_library",
    "join_questions",
    "open_sent",
    "part_question",
    "publish_answer",
    "read_library_of",
    "read_what_was_answered",
    "send_answer",
    "set_question_aside",
    "stop_reading_library",
    "take_answer_back",
    "write_answer",
]
