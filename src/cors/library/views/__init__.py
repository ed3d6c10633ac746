"""Pages of the library."""

from cors.library.views import ask, comment, feed, know, library, listen, play, recording, write

__all__ = ["ask", "comment", "feed", "know", "library", "listen", "play", "recording", "write"]
