"""Answers of a library, whom it serves, what was heard, asked and sent."""

from cors.library.models.answer import Answer
from cors.library.models.comment import Comment
from cors.library.models.feed_key import FeedKey
from cors.library.models.listening import Hearing, Listener
from cors.library.models.question import Question, Sent
from cors.library.models.recording import Recording
from cors.library.models.serving import Library, Serving

__all__ = [
    "Answer",
    "Comment",
    "FeedKey",
    "Hearing",
    "Library",
    "Listener",
    "Question",
    "Recording",
    "Sent",
    "Serving",
]
